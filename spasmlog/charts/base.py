"""The plain values that charts take and give; nothing in here loads matplotlib."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from spasmlog.domain.diary import Diary
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
    """The numbers of a chart as rows, one a day, oldest first.

    A cell that is None is not known: `blanks` has the words for it, column by column.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    blanks: tuple[str, ...]

    def text(self, row: int, column: int) -> str:
        """A cell in words; what is not known says so and is never a 0."""
        cell = self.rows[row][column]
        return self.blanks[column] if cell is None else _words(cell)


class Draw(Protocol):
    """Draws some days of a diary; the marked days stand above the plot."""

    def __call__(
        self, diary: Diary, first: date, last: date, style: Style, marks: tuple[Mark, ...] = ()
    ) -> Figure: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart by its name on the command line; `describe` is caption, alt text and description."""

    name: str
    title: str
    draw: Draw
    describe: Callable[[Diary, date, date], str]
    table: Callable[[Diary, date, date], Table]


def _words(cell: date | bool | float | str) -> str:
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, date):
        return format_day(cell)
    return cell if isinstance(cell, str) else format_number(cell)
