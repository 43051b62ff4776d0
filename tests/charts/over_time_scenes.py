"""The charts of the course of things, and diaries that are hard on them."""

from __future__ import annotations

from datetime import date, timedelta

from spasmlog.charts import CHARTS, Asked, Prepared
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Region
from tests.analysis.days import around, lived
from tests.build import TODAY, check_in, day, diary, drink, episode
from tests.charts.scenes import awkward, back, many_spasms, person, steady

NAMES = ("weekly_course", "spasm_rate", "calendar", "hours", "weekdays")


def old_open_spasm() -> Diary:
    """A spasm years ago whose end nobody wrote down, and a few days since."""
    return diary(episode(1500, end_unknown=False), *(check_in(ago, 2) for ago in range(1, 9)))


def bare_spasms() -> Diary:
    """Pain days without any number."""
    return diary(*(episode(ago, peak=None, region=None) for ago in range(1, 90, 3)))


SCENES = {
    "none": diary(),
    "one": diary(check_in(1, 3)),
    "two": diary(check_in(1, 0), episode(2)),
    "unknown": diary(drink(1), drink(400)),
    "constant": steady(200, 4),
    "zeros": steady(200, 0),
    "tens": lived([10] * 400, *(episode(ago, peak=10) for ago in range(1, 400, 3))),
    "today": diary(check_in(0, 5), episode(0)),
    "5000": many_spasms(5000),
    "bare": bare_spasms(),
    "open": old_open_spasm(),
    "year": person(1),
    "awkward": awkward(),
}


def prepared(name: str, of: Diary, days: int = 365, place: Region | None = None) -> Prepared:
    asked = Asked(diary=of, first=back(days), last=TODAY, place=place)
    return CHARTS[name].prepare(asked)


def between(name: str, of: Diary, first: date, last: date) -> Prepared:
    return CHARTS[name].prepare(Asked(diary=of, first=first, last=last))


def worse(*others: Record) -> Diary:
    """Pain that is clearly worse in the last 60 days than in the 60 before."""
    return lived([*around(2, 61), *around(6, 61)], *others)


def mornings(count: int) -> Diary:
    """So many spasms that began in the morning, four days apart, on days that are all logged."""
    found = [episode(2 + 4 * at, "08:30", hours=1) for at in range(count)]
    return lived([3] * (4 * count + 4), *found)


def fridays(weeks: int) -> Diary:
    """Spasms on Fridays alone."""
    ages = [ago for ago in range(1, 7 * weeks) if day(ago).weekday() == 4]
    return lived([2] * (7 * weeks), *(episode(ago, hours=1, peak=8) for ago in ages))


def last_year() -> tuple[date, date]:
    """The whole calendar year before this one."""
    first = TODAY.replace(year=TODAY.year - 1, month=1, day=1)
    return first, first + timedelta(days=364)
