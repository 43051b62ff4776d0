"""The dates of a chart and where they lie from left to right; days are ordinals in here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

MOST_BARS = 120
MOST_STEPS = 731
"""Days up to which each has a bar of its own, and up to which each is still drawn."""


class Grain(Enum):
    """How finely days are drawn: a bar each, steps of one area, or weekly middle values."""

    BARS = "bars"
    STEPS = "steps"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, laid out between the edges `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    @property
    def days(self) -> range:
        """The ordinals."""
        return range(self.first.toordinal(), self.last.toordinal() + 1)

    @property
    def width(self) -> float:
        """How wide all days are together."""
        return self.right - self.left

    @property
    def step(self) -> float:
        """How wide one day is."""
        return self.width / len(self.days)

    @property
    def grain(self) -> Grain:
        """How finely so many days are drawn."""
        return grain(self.first, self.last)

    def x(self, day: float) -> float:
        """Where the middle of a day lies; a half more is its right edge."""
        return self.left + (day - self.days.start + 0.5) * self.step

    def day_at(self, x: float) -> date | None:
        """The day drawn there; None beside the days."""
        if not self.left <= x < self.right:
            return None
        return date.fromordinal(self.days.start + int((x - self.left) / self.step))


def grain(first: date, last: date) -> Grain:
    """How finely the days from `first` to `last` are drawn."""
    count = (last - first).days + 1
    if count <= MOST_BARS:
        return Grain.BARS
    return Grain.STEPS if count <= MOST_STEPS else Grain.WEEKS


def runs(days: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Ascending ordinals as unbroken stretches, first and last of each."""
    found: list[tuple[int, int]] = []
    for day in days:
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)
