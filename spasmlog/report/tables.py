"""The plain blocks that several parts of the pages are made of: a table, a drawing."""

from __future__ import annotations

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A table in words, row by row; `note` stands in small beneath it.

    A table without headings is one of names and values.
    """

    title: str
    headings: Row
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart: `chart` names it, `alt` is its description in words, `key` how it is read.

    `alt` is printed as its caption where there is no key.
    """

    title: str
    chart: str
    alt: str
    key: str = ""
