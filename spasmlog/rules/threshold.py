"""A number of a rule, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spasmlog.i18n import _


class Standing(StrEnum):
    """Where a number comes from."""

    PUBLISHED = "published"
    ADAPTED = "adapted"
    OURS = "design"

    @property
    def label(self) -> str:
        """The words on screen and on paper."""
        return {
            Standing.PUBLISHED: _("published"),
            Standing.ADAPTED: _("adapted"),
            Standing.OURS: _("our own choice"),
        }[self]


@dataclass(frozen=True, slots=True)
class Source:
    """A publication by its number in the rule book, None where the book names it without one.

    `year` is None for an undated page.
    """

    number: int | None
    short: str
    text: str
    year: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named number of a rule; `source` is None where the number is our own choice."""

    name: str
    value: int
    unit: str
    standing: Standing
    source: Source | None = None

    @property
    def words(self) -> str:
        """What the number is and where it comes from: "Points of relief: 2 (Ostelo 2008)"."""
        said = f"{_(self.name)}: {self.value} {_(self.unit) if self.unit else ''}".strip()
        if self.source is None:
            return f"{said} ({self.standing.label})"
        if self.standing is Standing.PUBLISHED:
            return f"{said} ({self.source.short})"
        return f"{said} ({self.standing.label}, {self.source.short})"
