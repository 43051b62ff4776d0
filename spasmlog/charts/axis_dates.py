"""Which dates are written under a chart: the first, the last and about five between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Row, Sheet
from spasmlog.charts.span import Span
from spasmlog.charts.style import Style
from spasmlog.i18n import format_day

MOST_BETWEEN = 6
GAP = 18.0
"""Design pixels between two dates."""
LONG, VERY_LONG = 300, 1100
"""Days from which the year is written, and from which only it is written between."""


@dataclass(frozen=True, slots=True)
class Place:
    """A date, how it is written, and where: `left` is the text's edge, `x` the day's middle."""

    day: date
    text: str
    left: float
    width: float
    x: float


def _every(years: int) -> Callable[[date], bool]:
    return lambda day: day.month == 1 and day.day == 1 and day.year % years == 0


STEPS: Sequence[Callable[[date], bool]] = (
    lambda _day: True,
    lambda day: day.toordinal() % 2 == 0,
    lambda day: day.isoweekday() == 1,
    lambda day: day.day in (1, 15),
    lambda day: day.day == 1,
    lambda day: day.day == 1 and day.month % 2 == 1,
    lambda day: day.day == 1 and day.month % 3 == 1,
    lambda day: day.day == 1 and day.month in (1, 7),
    _every(1),
    _every(2),
    _every(5),
    _every(10),
    _every(25),
)
"""Which days may be named between the ends, from the closest to the widest apart."""


def places(span: Span, letters: Lettering, room: float, gap: float) -> tuple[Place, ...]:
    """The dates to write, none touching another, all between 0 and `room`."""
    ends = [_placed(day, True, span, letters, room) for day in {span.first, span.last}]
    ends.sort(key=lambda place: place.day)
    if len(ends) == 2 and not _clear(ends[0], ends[1], gap):
        ends = ends[1:]
    for step in STEPS:
        between = _between(step, span, letters, room)
        if between is None:
            continue
        kept = [place for place in between if all(_clear(place, end, gap) for end in ends)]
        close = any(not _clear(one, next_one, gap) for one, next_one in pairwise(kept))
        if len(kept) <= MOST_BETWEEN and not close:
            return tuple(sorted([*ends, *kept], key=lambda place: place.day))
    return tuple(ends)


def _between(
    step: Callable[[date], bool], span: Span, letters: Lettering, room: float
) -> list[Place] | None:
    """The days of this step within the span; None: more than can be read."""
    inner = map(date.fromordinal, range(span.days.start + 1, span.days.stop - 1))
    days = list(islice(filter(step, inner), MOST_BETWEEN + 3))
    if len(days) > MOST_BETWEEN + 2:  # two of them may still be dropped beside the ends
        return None
    return [_placed(day, False, span, letters, room) for day in days]


def _placed(day: date, end: bool, span: Span, letters: Lettering, room: float) -> Place:
    text = format_day(day, _pattern(len(span.days), end))
    x, width = span.x(day.toordinal()), letters.width(text)
    return Place(day, text, max(0.0, min(x - width / 2, room - width)), width, x)


def _pattern(days: int, end: bool) -> str:
    if days < LONG:
        return "d MMM"
    if end:
        return "d MMM y"
    return "MMM y" if days < VERY_LONG else "y"


def _clear(one: Place, other: Place, gap: float) -> bool:
    first, second = sorted((one, other), key=lambda place: place.left)
    return first.left + first.width + gap <= second.left


def dates_row(found: Sequence[Place], style: Style) -> Row:
    """The row of dates."""

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        for place in found:
            middle = (bottom + top) / 2
            sheet.write(place.text, place.left, middle, color=style.quiet, gid="date")

    return Row(style.px(20), draw)
