"""Answers to questionnaires, few and many, and charts of them."""

from __future__ import annotations

from spasmlog.charts import CHARTS, Asked, Prepared
from spasmlog.charts.base import Mark
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Score
from spasmlog.domain.scales import INSTRUMENTS
from tests.build import TODAY, check_in, course, day, diary, moment, visit
from tests.charts.scenes import MARKS, awkward, back, person

NAMES = ("peg_trend", "roland_morris")


def peg(days_ago: int, pain: int, enjoyment: int, activity: int, clock: str = "20:00") -> Score:
    numbers = {"pain": pain, "enjoyment": enjoyment, "activity": activity}
    return Score(
        id=f"peg-{days_ago}-{clock}",
        recorded_at=moment(days_ago, clock),
        day=day(days_ago),
        instrument="peg",
        answers=tuple(sorted(numbers.items())),
    )


def roland_morris(days_ago: int, ticked: int) -> Score:
    items = INSTRUMENTS["roland_morris"]
    return Score(
        id=f"roland-morris-{days_ago}",
        recorded_at=moment(days_ago, "20:00"),
        day=day(days_ago),
        instrument="roland_morris",
        answers=tuple((item, int(at < ticked)) for at, item in enumerate(items)),
    )


def many(every: int, count: int) -> Diary:
    """Both questionnaires, so many times, up and down the whole scale."""
    return diary(
        *(peg(at * every, at % 11, at * 3 % 11, at * 7 % 11) for at in range(count)),
        *(roland_morris(at * every, at % 25) for at in range(count)),
    )


def eventful() -> Diary:
    """Scores among courses and visits with awkward names."""
    scores = [roland_morris(ago, ago % 25) for ago in range(2, 120, 17)]
    return diary(*awkward().by_id.values(), *scores)


SCENES = {
    "none": diary(),
    "no score": diary(check_in(1, 3)),
    "one": diary(peg(9, 4, 5, 6), roland_morris(9, 12)),
    "two": diary(peg(9, 4, 5, 6), peg(2, 4, 5, 6), roland_morris(9, 0), roland_morris(2, 24)),
    "gap": diary(peg(80, 10, 10, 10), peg(20, 0, 0, 0), course(60, 20), visit(30)),
    "zeros": diary(*(peg(ago, 0, 0, 0) for ago in range(1, 80, 7))),
    "tens": diary(*(peg(ago, 10, 10, 10) for ago in range(1, 80, 7)), roland_morris(3, 24)),
    "daily": many(1, 365),
    "decade": many(7, 520),
    "person": person(1),
    "eventful": eventful(),
}


def prepared(name: str, of: Diary, days: int = 90, marks: tuple[Mark, ...] = ()) -> Prepared:
    asked = Asked(diary=of, first=back(days), last=TODAY, marks=marks)
    return CHARTS[name].prepare(asked)


__all__ = ["MARKS", "NAMES", "SCENES", "peg", "prepared", "roland_morris"]
