"""Hours of the day as numbers: their mean on the circle, and whether some bands hold more."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

HOURS = 24
DRAWS = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """The mean hour; `length` of the resultant is 1 where all are the same, 0 where they spread.

    `p`: against all 24 hours being alike (Rayleigh, in Zar's form).
    """

    n: int
    mean_hour: float
    length: float
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """The statistic of Pearson's chi-square, and its p by drawing at random."""

    statistic: float
    p: float


def circle(hours: Sequence[float]) -> Circle | None:
    """The mean of clock hours, where 23 and 1 lie around midnight; None without any."""
    from scipy import stats

    if not hours:
        return None
    n = len(hours)
    angles = [2 * math.pi * hour / HOURS for hour in hours]
    length = min(math.hypot(sum(map(math.cos, angles)), sum(map(math.sin, angles))) / n, 1.0)
    r = n * length
    p = math.exp(math.sqrt(1 + 4 * n + 4 * (n * n - r * r)) - (1 + 2 * n))
    mean = float(stats.circmean(hours, high=HOURS))
    return Circle(n=n, mean_hour=mean, length=length, p=min(p, 1.0))


def band_test(counts: Sequence[int], weights: Sequence[float], seed: int) -> Bands | None:
    """Whether counts differ from shares in the proportion of `weights`; None without a count."""
    import numpy as np

    total = sum(counts)
    if not total:
        return None
    shares = np.asarray(weights, dtype=float) / sum(weights)
    expected = total * shares
    drawn = np.random.default_rng(seed).multinomial(total, shares, size=DRAWS)
    chance = ((drawn - expected) ** 2 / expected).sum(axis=1)
    found = float(((np.asarray(counts) - expected) ** 2 / expected).sum())
    reached = int((chance >= found - 1e-9).sum())
    return Bands(statistic=found, p=(reached + 1) / (DRAWS + 1))
