"""The plain values that charts take and give; nothing in here loads matplotlib."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region
from spasmlog.i18n import _, format_day, format_number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

Cell = date | bool | float | str | None
"""A value of a table; None: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day that made a signal fire; `level` is emergency, prompt, routine or info."""

    day: date
    label: str
    level: str


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart as rows; of a chart over dates one a day, oldest first.

    A cell that is None is not known: `blanks` has the words for it, column by column.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    blanks: tuple[str, ...]

    def text(self, row: int, column: int) -> str:
        """A cell in words; what is not known says so and is never a 0."""
        cell = self.rows[row][column]
        return self.blanks[column] if cell is None else _words(cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a chart is wanted of. `place` None: all places; `treatment` an id, "" the most used."""

    diary: Diary
    first: date
    last: date
    place: Region | None = None
    treatment: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A chart that is worked out but not drawn yet; nothing in it touches Qt.

    `describe` is caption, alt text and description in one. `missing` is a heading and what is
    lacking, where there is too little for the chart; drawn all the same, it says just that.
    `tip` has the words of a day, for a chart over dates; other charts carry theirs as spots.
    `more` is what may be read besides: limits, reasons, how it is counted; empty without any.
    """

    describe: Callable[[], str]
    table: Callable[[], Table]
    draw: Callable[[Style], Figure]
    missing: tuple[str, str] | None = None
    tip: Callable[[date], str] | None = None
    more: Callable[[], str] = lambda: ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart by its name on the command line; the title is still to be translated.

    `by_place` and `by_treatment`: whether it heeds the place, and the treatment, that it is
    asked for. One that does not is of all places, and says so where a place is chosen.
    """

    name: str
    title: str
    prepare: Callable[[Asked], Prepared]
    by_place: bool = False
    by_treatment: bool = False

    def draw(
        self, diary: Diary, first: date, last: date, style: Style, marks: tuple[Mark, ...] = ()
    ) -> Figure:
        """All places of these days, drawn."""
        return self._of(diary, first, last, marks).draw(style)

    def describe(self, diary: Diary, first: date, last: date) -> str:
        """All places of these days, in words."""
        return self._of(diary, first, last).describe()

    def table(self, diary: Diary, first: date, last: date) -> Table:
        """All places of these days, as rows."""
        return self._of(diary, first, last).table()

    def _of(self, diary: Diary, first: date, last: date, marks: tuple[Mark, ...] = ()) -> Prepared:
        return self.prepare(Asked(diary=diary, first=first, last=last, marks=marks))


def _words(cell: date | bool | float | str) -> str:
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, date):
        return format_day(cell)
    return cell if isinstance(cell, str) else format_number(cell)
