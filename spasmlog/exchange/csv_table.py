"""The table of a chart for other programs: a CSV file, or rows to be pasted into a sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from spasmlog.charts.base import Table

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, as common and as wide characters."""


def csv_text(table: Table) -> str:
    """The whole table by RFC 4180: commas, quotes where they are needed, lines ended by CR LF.

    Days are written as 2026-07-01 and numbers with a point, whatever the locale. What is not
    known says so in words, as on the screen: an empty cell could be taken for a 0.
    """
    written = StringIO()
    sheet = csv.writer(written, lineterminator="\r\n")
    sheet.writerow(map(harmless, table.headings))
    for row in range(len(table.rows)):
        sheet.writerow(_plain(table, row, column) for column in range(len(table.headings)))
    return written.getvalue()


def tab_text(table: Table, rows: Iterable[int]) -> str:
    """The headings and these rows as they are read on the screen, cells parted by tabs."""
    columns = range(len(table.headings))
    lines = [table.headings, *(tuple(table.text(row, at) for at in columns) for row in rows)]
    return "".join("\t".join(map(_on_one_line, cells)) + "\n" for cells in lines)


def harmless(text: str) -> str:
    """Words that a spreadsheet would work out as a formula, with an apostrophe before them.

    A treatment may be called "=1+1" by whoever typed it.
    """
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


def _plain(table: Table, row: int, column: int) -> str:
    cell = table.rows[row][column]
    if isinstance(cell, bool) or cell is None:
        return table.text(row, column)
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _on_one_line(text: str) -> str:
    """A cell must not end its line; a number below zero is no formula."""
    line = " ".join(text.split())
    return line if _is_number(line) else harmless(line)


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "").replace(",", "").isdecimal()
