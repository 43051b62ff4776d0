"""How long it was until a spasm came back, for each treatment that the one before had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CameBack:
    """A return after a treated spasm, as the rules count it.

    `treatments` are the ids of what the first spasm was treated with; `days` is how many dates
    the next one is later than the relief.
    """

    treatments: frozenset[str]
    day: date
    days: int


def days_until_return(returns: Iterable[CameBack]) -> Mapping[str, tuple[int, ...]]:
    """For each treatment, the days until each return, oldest first.

    A spasm treated with two things counts for both: the diary cannot tell them apart.
    """
    found: dict[str, list[int]] = {}
    for each in sorted(returns, key=lambda each: (each.day, each.days)):
        for treatment in each.treatments:
            found.setdefault(treatment, []).append(each.days)
    return {treatment: tuple(days) for treatment, days in found.items()}
