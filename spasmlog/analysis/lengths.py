"""How long the spasms of a period lasted, counted in four classes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from statistics import median

from spasmlog.analysis.period import Middle, Period, hours_of
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode

BOUNDS_H = (2, 24, 72)
"""Where one class ends and the next begins, in hours (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """`counts` are of the spasms shorter than each bound and of those that no bound is above.

    `unknown` have no known end, or began at a time known to the day only.
    """

    counts: tuple[int, ...]
    unknown: int
    hours: Middle | None


def lengths(diary: Diary, period: Period) -> Lengths | None:
    """Of the spasms that began in a period; None without one."""
    spasms = diary.between(Episode, period.first, period.last)
    if not spasms:
        return None
    known = [hours for each in spasms if (hours := hours_of(each)) is not None]
    classes = [bisect_right(BOUNDS_H, hours) for hours in known]
    return Lengths(
        counts=tuple(classes.count(at) for at in range(len(BOUNDS_H) + 1)),
        unknown=len(spasms) - len(known),
        hours=Middle(median(known), max(known), len(known)) if known else None,
    )
