"""Shares of a count, two shares beside each other, and q-values for several tests at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.analysis.gates import LEVEL
from spasmlog.analysis.outcome import Interval


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and what the data fit; `interval` is None where its method gives no limits."""

    value: float
    interval: Interval | None = None


def wilson(k: int, n: int) -> Estimate | None:
    """The share k of n with Wilson's score limits; None without any to count."""
    from scipy.stats import binomtest

    if n == 0:
        return None
    limits = binomtest(k, n).proportion_ci(confidence_level=LEVEL, method="wilson")
    return Estimate(k / n, Interval(float(limits.low), float(limits.high), LEVEL))


def difference(first: Estimate, second: Estimate) -> Estimate:
    """First less second, the limits of both joined as in Newcombe's hybrid score (1998)."""
    apart = first.value - second.value
    one, other = first.interval, second.interval
    if one is None or other is None:
        return Estimate(apart)
    below = math.hypot(first.value - one.low, other.high - second.value)
    above = math.hypot(one.high - first.value, second.value - other.low)
    return Estimate(apart, Interval(apart - below, apart + above, LEVEL))


def fisher_p(k_first: int, n_first: int, k_second: int, n_second: int) -> float:
    """Fisher's exact p, two-sided, of k of n on each side."""
    from scipy.stats import fisher_exact

    table = [[k_first, n_first - k_first], [k_second, n_second - k_second]]
    return float(fisher_exact(table).pvalue)


def benjamini_hochberg(p: Sequence[float]) -> tuple[float, ...]:
    """The q-value of each p of a family."""
    from scipy.stats import false_discovery_control

    if not p:
        return ()
    controlled = false_discovery_control([float(each) for each in p])
    return tuple(float(each) for each in controlled)
