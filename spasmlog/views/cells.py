"""A small table in words, as a page shows it: receipts, and two periods side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from spasmlog.i18n import _, format_clock, format_day, format_number
from spasmlog.rules import Cell as Told
from spasmlog.rules import Receipt

THIS_YEAR = timedelta(days=300)
"""Up to so long before today a date needs no year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. `day` can be opened; `share` (0 to 1) is drawn as a bar before the text."""

    text: str
    day: date | None = None
    share: float | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Headings, and rows of as many cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLink:
    """A day that can be opened, as it is written and as it is said."""

    day: date
    text: str
    spoken: str


def short_day(day: date, today: date) -> str:
    """ "14 Nov", with its year where that is not plain."""
    return format_day(day, "d MMM" if abs(today - day) < THIS_YEAR else "d MMM y")


def spoken_day(day: date) -> str:
    """What a screen reader says of a day that can be opened."""
    return _("Show {day} in History").format(day=format_day(day))


def day_link(day: date, today: date) -> DayLink:
    """A day to be opened in History."""
    return DayLink(day=day, text=short_day(day, today), spoken=spoken_day(day))


def receipt_cells(receipt: Receipt, today: date) -> Cells:
    """A receipt with its days to be opened, and with bars for what is counted in days."""
    barred = (at for at, heading in enumerate(receipt.headings) if heading == _("Days between"))
    longest = {at: _longest(receipt, at) for at in barred}
    rows = (
        tuple(_cell(told, today, longest.get(at, 0)) for at, told in enumerate(row))
        for row in receipt.rows
    )
    return Cells(headings=receipt.headings, rows=tuple(rows))


def _longest(receipt: Receipt, column: int) -> float:
    return max((_length(row[column]) for row in receipt.rows), default=0)


def _length(told: Told) -> float:
    return told if isinstance(told, int | float) else 0


def _cell(told: Told, today: date, longest: float) -> Cell:
    if isinstance(told, date):
        return Cell(text=short_day(told, today), day=told)
    if isinstance(told, time):
        return Cell(text=format_clock(told))
    if isinstance(told, str):
        return Cell(text=told)
    share = told / longest if longest else None
    return Cell(text=format_number(told), share=share, strong=share is not None)
