"""Counts of spasms as rates: exact limits, a ratio of two, and whether they come in runs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.analysis.gates import LEVEL
from spasmlog.analysis.outcome import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Events per so many days, with limits."""

    rate: float
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """One rate as a multiple of another; infinite where the other is 0."""

    ratio: float
    interval: Interval
    p: float


def rate(events: int, days: int, per: int = 7) -> Rate | None:
    """Events per `per` days with the exact Poisson limits (Garwood); None without a day.

    The limits are two tails of 2.5 %, so with no event the upper one is 3.69 events.
    """
    from scipy import stats

    if not days:
        return None
    tail = (1 - LEVEL) / 2
    low = float(stats.chi2.ppf(tail, 2 * events)) / 2 if events else 0.0
    high = float(stats.chi2.ppf(1 - tail, 2 * events + 2)) / 2
    return Rate(
        rate=events * per / days, interval=Interval(low * per / days, high * per / days, LEVEL)
    )


def dispersion(events: Sequence[int], days: Sequence[int]) -> float | None:
    """How much the weeks vary, as a multiple of what chance alone gives; 1 is steady.

    `events` in each week beside the `days` logged in it. None without two weeks or an event.
    """
    weeks = [(found, seen) for found, seen in zip(events, days, strict=True) if seen]
    total, seen_days = sum(found for found, _seen in weeks), sum(seen for _found, seen in weeks)
    if len(weeks) < 2 or not total:
        return None
    expected = [total * seen / seen_days for _found, seen in weeks]
    squares = (
        (found - mean) ** 2 / mean for (found, _seen), mean in zip(weeks, expected, strict=True)
    )
    return sum(squares) / (len(weeks) - 1)


def widened(found: Rate, spread: float) -> Rate:
    """The same rate with limits wider by the root of the dispersion, on the log scale.

    The rate is above 0.
    """
    root = math.sqrt(spread)
    low, high = (
        found.rate * (limit / found.rate) ** root
        for limit in (found.interval.low, found.interval.high)
    )
    return Rate(rate=found.rate, interval=Interval(low, high, found.interval.level))


def rate_ratio(now: int, days_now: int, before: int, days_before: int) -> Ratio | None:
    """The rate now as a multiple of that before (conditional exact); None for 0 against 0."""
    from scipy import stats

    if not now + before or not days_now or not days_before:
        return None
    test = stats.binomtest(now, now + before, days_now / (days_now + days_before))
    limits = test.proportion_ci(LEVEL, method="exact")
    low, high = (_odds(limit) * days_before / days_now for limit in (limits.low, limits.high))
    return Ratio(
        ratio=_odds(now / (now + before)) * days_before / days_now,
        interval=Interval(low, high, LEVEL),
        p=float(test.pvalue),
    )


def _odds(share: float) -> float:
    return math.inf if share >= 1 else float(share / (1 - share))
