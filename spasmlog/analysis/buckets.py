"""Days in buckets of one length, counted back from the last day: weeks, fortnights, blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.analysis.daily import Daily, mean_of
from spasmlog.analysis.gates import LINE_WEEKS, WEEK_DAYS

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """The days `first` to `last`; `mean` is None where too few of them have a number.

    `known` have a number, from `low` to `high`; `unnumbered` are pain days without one.
    """

    first: int
    last: int
    known: int
    unnumbered: int
    mean: float | None
    low: float | None = None
    high: float | None = None


def buckets(daily: Daily, length: int, needed: int) -> tuple[Bucket, ...]:
    """Buckets of `length` days back from the last one to the first day known, oldest first.

    The oldest may begin before the first day: what is there is unknown like any other day.
    """
    days = daily.days + daily.unnumbered
    if not days:
        return ()
    count = (daily.last - min(days)) // length + 1
    start = daily.last + 1 - count * length
    values: list[list[float]] = [[] for _ in range(count)]
    unnumbered = [0] * count
    for day, value in zip(daily.days, daily.values, strict=True):
        values[(day - start) // length].append(value)
    for day in daily.unnumbered:
        unnumbered[(day - start) // length] += 1
    return tuple(
        Bucket(
            first=start + at * length,
            last=start + at * length + length - 1,
            known=len(values[at]),
            unnumbered=unnumbered[at],
            mean=mean_of(values[at], unnumbered[at]) if len(values[at]) >= needed else None,
            low=min(values[at], default=None),
            high=max(values[at], default=None),
        )
        for at in range(count)
    )


def weekly(daily: Daily) -> tuple[Bucket, ...]:
    """The weekly course: a mean where at least 4 of the 7 days have a number, else a gap."""
    return buckets(daily, WEEK, WEEK_DAYS)


def weekly_line(weeks: Sequence[Bucket]) -> tuple[float | None, ...]:
    """For each week the mean of four consecutive shown weeks that end with it; else a break."""
    means = [week.mean for week in weeks]
    return tuple(
        _mean_of_all(means[at + 1 - LINE_WEEKS : at + 1]) if at + 1 >= LINE_WEEKS else None
        for at in range(len(means))
    )


def _mean_of_all(means: Sequence[float | None]) -> float | None:
    shown = [mean for mean in means if mean is not None]
    return sum(shown) / len(shown) if len(shown) == len(means) else None
