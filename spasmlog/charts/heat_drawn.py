"""Draws the calendar: weeks from left to right, weekdays beneath each other, in bands if narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from spasmlog.charts.base import Asked
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sentences import tip
from spasmlog.charts.sheet import Drawing, Rect, Row, Sheet, compose
from spasmlog.charts.spasm_days import spasm_days
from spasmlog.charts.style import Style, ink_on
from spasmlog.charts.week_order import weekday_short, weekdays
from spasmlog.domain.day_facts import DayFacts
from spasmlog.i18n import format_day, format_number

WEEK = 7
CELL, GAP = 30.0, 2.0
"""The widest field of a day, and the room between two."""
SIZE, AIR = 10.0, 5.0
BANDS = 4
HEAD = 18.0
BELOW = 10.0
LABEL_GAP = 6.0
FRAME = 1.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where the fields lie. `start` is the ordinal of the first day of the first week."""

    year: Asked
    style: Style
    letters: Lettering
    start: int
    columns: int
    left: float
    cell: float
    spasms: frozenset[int]

    @property
    def numbered(self) -> bool:
        """Whether a number has room in a field."""
        return self.letters.width("10", SIZE, True) + AIR <= self.cell

    @property
    def height(self) -> float:
        """Of one band, its months included."""
        return self.style.px(HEAD) + WEEK * self.cell + self.style.px(BELOW)

    def days(self, band: int) -> range:
        """The days of a band that are not still to come."""
        first = self.start + band * self.columns * WEEK
        end = min(self.year.last, max(self.year.diary.today, self.year.first)).toordinal()
        low = max(first, self.year.first.toordinal())
        return range(low, min(first + self.columns * WEEK - 1, end) + 1)

    def corner(self, day: int, top: float) -> tuple[float, float]:
        """The left and the upper edge of a field, in a band that begins at `top`."""
        week, row = divmod(day - self.start, WEEK)
        x = self.left + week % self.columns * self.cell
        return x, top - self.style.px(HEAD) - row * self.cell

    def rect(self, day: int, top: float) -> Rect:
        """A field."""
        x, y = self.corner(day, top)
        return x, y - self.cell + GAP, x + self.cell - GAP, y


def heat_drawn(year: Asked, style: Style) -> Drawing:
    """The whole figure."""
    grid = _grid(year, style)
    weeks = (year.last.toordinal() - grid.start) // WEEK + 1
    bands = ceil(weeks / grid.columns)
    rows = [_row(grid, band) for band in range(bands)]
    return compose(style, grid.letters, None, rows)


def _grid(year: Asked, style: Style) -> Grid:
    letters = Lettering(style)
    first = year.first.toordinal()
    order = weekdays()
    start = first - order.index(year.first.weekday())
    weeks = (year.last.toordinal() - start) // WEEK + 1
    left = letters.widest(map(weekday_short, order)) + LABEL_GAP
    least = letters.width("10", SIZE, True) + AIR
    room = style.width - left - 1
    fits = (bands for bands in range(1, BANDS) if room / ceil(weeks / bands) >= least)
    columns = ceil(weeks / next(fits, BANDS))
    return Grid(
        year=year,
        style=style,
        letters=letters,
        start=start,
        columns=columns,
        left=left,
        cell=min(room / columns, style.px(CELL)),
        spasms=spasm_days(year),
    )


def _row(grid: Grid, band: int) -> Row:
    return Row(grid.height, lambda sheet, _bottom, top: _band(grid, band, sheet, top))


def _band(grid: Grid, band: int, sheet: Sheet, top: float) -> None:
    diary = grid.year.diary
    days = grid.days(band)
    _months(grid, sheet, days, top)
    _weekdays(grid, sheet, top)
    known = [(day, diary.facts.get(date.fromordinal(day))) for day in days]
    logged = [(day, facts) for day, facts in known if facts is not None and facts.logged]
    unknown = [day for day, facts in known if facts is None or not facts.logged]
    sheet.hatch([grid.rect(day, top) for day in unknown], "no-entry")
    _fields(grid, sheet, logged, top)
    framed = [grid.rect(day, top) for day, _facts in logged if day in grid.spasms]
    sheet.blocks(framed, "none", edge=grid.style.text, line=FRAME, order=3, gid="spasm")
    for day, facts in logged:
        _number(grid, sheet, day, facts, top)
    for day in days:
        x, y = grid.corner(day, top)
        half = (grid.cell - GAP) / 2
        sheet.spot(x + half, y - half, tip(diary, date.fromordinal(day)))


def _fields(grid: Grid, sheet: Sheet, logged: Sequence[tuple[int, DayFacts]], top: float) -> None:
    """In the colours of the ramp; in print, which has one grey, filled as high as the pain."""
    style = grid.style
    rects = [grid.rect(day, top) for day, _facts in logged]
    if not _plain(style):
        fills = [style.paper if f.worst is None else style.pain[f.worst] for _day, f in logged]
        sheet.blocks(rects, fills, edge=style.outline, line=0.8, gid="day")
        return
    levels = [
        (left, low, right, low + (high - low) * (facts.worst or 0) / 10)
        for (left, low, right, high), (_day, facts) in zip(rects, logged, strict=True)
        if facts.worst
    ]
    sheet.blocks(levels, style.area, order=1, gid="level")
    sheet.blocks(rects, "none", edge=style.hatch, line=0.8, gid="day")


def _plain(style: Style) -> bool:
    return len(set(style.pain)) == 1


def _number(grid: Grid, sheet: Sheet, day: int, facts: DayFacts, top: float) -> None:
    """The worst pain; where there is no room, a zero is an open circle. No number: a cross."""
    style = grid.style
    x, y = grid.corner(day, top)
    half = (grid.cell - GAP) / 2
    fill = style.paper if facts.worst is None or _plain(style) else style.pain[facts.worst]
    size = min(max(grid.cell * 0.35, 2.5), 6.0)
    if facts.worst is None:
        sheet.marks([(x + half, y - half)], "x", size, ink_on(fill), gid="no-number")
    elif grid.numbered:
        sheet.write(
            format_number(facts.worst),
            x + half,
            y - half,
            color=ink_on(fill),
            size=SIZE,
            bold=day in grid.spasms,
            align="center",
            gid="number",
        )
    elif not facts.worst:
        sheet.marks([(x + half, y - half)], "o", size, ink_on(fill), line=0.8, gid="zero")


def _weekdays(grid: Grid, sheet: Sheet, top: float) -> None:
    """Every second one, or fewer where the text is high."""
    step = 2 if 2 * grid.cell >= grid.style.px(14) else 3
    for row, weekday in enumerate(weekdays()):
        if row % step == 0:
            y = top - grid.style.px(HEAD) - row * grid.cell - (grid.cell - GAP) / 2
            x = grid.left - LABEL_GAP
            text = weekday_short(weekday)
            sheet.write(text, x, y, color=grid.style.quiet, align="right", gid="weekday")


def _months(grid: Grid, sheet: Sheet, days: range, top: float) -> None:
    """Above the week in which a month begins, and above the first week where there is room."""
    found = [day for day in days if day == days.start or date.fromordinal(day).day == 1]
    free = grid.style.width
    for day in reversed(found):
        x, _y = grid.corner(day, top)
        text = next((each for each in _named(day, days) if _fits(grid, each, x, free)), None)
        if text is not None:
            y = top - grid.style.px(HEAD) / 2
            sheet.write(text, x, y, color=grid.style.quiet, gid="month")
            free = x - LABEL_GAP


def _named(day: int, days: range) -> tuple[str, ...]:
    """The year stands beside January and at the beginning, where it fits."""
    on = date.fromordinal(day)
    short = format_day(on, "LLL")
    return (format_day(on, "LLL y"), short) if on.month == 1 or day == days.start else (short,)


def _fits(grid: Grid, text: str, x: float, free: float) -> bool:
    return x + grid.letters.width(text) <= free
