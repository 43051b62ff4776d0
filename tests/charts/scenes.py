"""Diaries and marks to be drawn: the smallest ones, a believable person, and the awkward."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from spasmlog.charts import Mark
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import TreatmentKind
from spasmlog.journal.made_up import made_up_person
from tests.build import (
    TODAY,
    ZONE,
    check_in,
    course,
    day,
    diary,
    episode,
    treatment,
    use,
    visit,
)

SEED = 11
STYLES = {"light": Style.light, "dark": Style.dark}
MARKS = (
    *(Mark(day=day(ago), label="Back after treatment", level="routine") for ago in (9, 20, 29)),
    Mark(day=day(), label="Not settled after four weeks", level="routine"),
    Mark(day=day(29), label="An answer that needs a doctor today or tomorrow", level="prompt"),
    Mark(day=day(29), label="Get medical help now", level="emergency"),
    Mark(day=day(50), label="Something for information", level="info"),
    Mark(day=day(9_999), label="Long before the chart begins", level="info"),
)


@cache
def person(years: float) -> Diary:
    """A believable person's diary up to TODAY."""
    now = Moment.from_clock(datetime.combine(TODAY, time(19, 40)), ZONE)
    return Diary.of(TODAY, made_up_person(now, years, SEED, ZONE, running=True))


@cache
def awkward() -> Diary:
    """Names that are long, foreign or empty, and more courses and visits than there is room for."""
    names = ("W" * 60, "مسكن الظهر", "\N{PILL} \x07 naproxène\n\u202e$x_1$", "पीठ")
    catalogue = [treatment(name, kind=TreatmentKind.IBUPROFEN) for name in names]
    records: list[Record] = [*catalogue, *person(1).by_id.values()]
    for number, each in enumerate(catalogue):
        records += [use(number * 3 + ago, of=each) for ago in range(0, 20, 2 + number)]
        for ago in (80, 60, 40, 20):
            plan = "$1 now, \\frac{1}{2} later"
            records.append(course(ago, ago - 15, treatment_id=each.id, plan=plan))
        records += [visit(ago + number, who=each.name) for ago in (70, 33, 2)]
    return diary(*records)


def steady(days: int, worst: int) -> Diary:
    """The same worst pain on each of the last days."""
    return diary(*(check_in(ago, worst) for ago in range(days)))


def many_spasms(count: int) -> Diary:
    """So many spasms, five a day."""
    return diary(*(episode(at // 5, f"{8 + at % 5:02d}:00", hours=1) for at in range(count)))


def back(days: int) -> date:
    """The first of the last so many days."""
    return TODAY - timedelta(days=days - 1)


def parts(figure: Figure, gid: str) -> list[Artist]:
    """The shapes of a figure with this name."""
    return figure.findobj(lambda shape: shape.get_gid() == gid)
