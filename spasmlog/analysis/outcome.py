"""What every analysis says of itself beside its numbers: how it stands, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How a result stands; the kinds of "no answer" are never merged.

    `NOT_YET`: too little is collected, `lacks` says what. `REFUSED`: it could be worked out, but
    it would not be fair. `SHOWN`: a description, with nothing to judge. `CANNOT_TELL`: the
    interval holds both nothing and something meaningful. `NONE`: it leaves out everything
    meaningful. `FOUND`: the verdict says what.
    """

    NOT_YET = "not_yet"
    REFUSED = "refused"
    SHOWN = "shown"
    CANNOT_TELL = "cannot_tell"
    NONE = "none"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Interval:
    """The limits that enclose an estimate; an open one is infinite."""

    low: float
    high: float
    level: float = 0.95

    def excludes(self, value: float) -> bool:
        """Whether the value lies outside."""
        return not self.low <= value <= self.high

    def inside(self, low: float, high: float) -> bool:
        """Whether all of it lies between two values."""
        return low <= self.low and self.high <= high


@dataclass(frozen=True, slots=True)
class Lack:
    """A gate that is not met: what it counts, how many there are, how many it takes."""

    what: str
    have: int
    need: int

    @property
    def more(self) -> int:
        """How many more it takes."""
        return self.need - self.have


def lacking(*gates: tuple[str, int, int]) -> tuple[Lack, ...]:
    """The gates (what, how many there are, how many it takes) that are not met."""
    return tuple(Lack(what, have, need) for what, have, need in gates if have < need)
