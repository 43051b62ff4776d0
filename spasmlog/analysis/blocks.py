"""Two groups of block means: how long blocks must be, an exact test, and batch-means limits.

Yesterday's pain predicts today's, so a test of days finds changes that are not there; means of
blocks of days are nearly independent.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from spasmlog.analysis.gates import BLOCK_LONG, BLOCK_SHORT, LEVEL, R1_PAIRS, R1_SHORT
from spasmlog.analysis.outcome import Interval

TIES = 1e-9
"""Differences this close are the same: the sums come in another order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class R1:
    """How much a day is like the day before; `r` is None where that cannot be told."""

    r: float | None
    pairs: int

    @property
    def block(self) -> int:
        """The length of block that this correlation asks for."""
        return BLOCK_SHORT if self.r is not None and self.r <= R1_SHORT else BLOCK_LONG


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockChange:
    """Mean of the blocks now less that of the blocks before; `constant`: all are the same."""

    change: float
    interval: Interval
    p: float
    constant: bool


def lag1(days: Sequence[int], values: Sequence[float]) -> R1:
    """The correlation of values on consecutive days, from 20 pairs on; `days` rise."""
    from scipy import stats

    known = dict(zip(days, values, strict=True))
    pairs = [(value, known[day + 1]) for day, value in known.items() if day + 1 in known]
    if len(pairs) < R1_PAIRS:
        return R1(r=None, pairs=len(pairs))
    first, second = zip(*pairs, strict=True)
    if _same(first) or _same(second):
        return R1(r=None, pairs=len(pairs))
    return R1(r=float(stats.pearsonr(first, second).statistic), pairs=len(pairs))


def compare(now: Sequence[float], before: Sequence[float]) -> BlockChange:
    """What two groups of at least two blocks each come to."""
    change = sum(now) / len(now) - sum(before) / len(before)
    if _same([*now, *before]):
        return BlockChange(change=0.0, interval=Interval(0.0, 0.0, LEVEL), p=1.0, constant=True)
    return BlockChange(
        change=change,
        interval=welch(now, before),
        p=permutation_p(now, before),
        constant=False,
    )


def permutation_p(now: Sequence[float], before: Sequence[float]) -> float:
    """The share of all relabellings whose means differ by as much, either way.

    Exact: at most 252 relabellings of 5 v 5 blocks. It grows fast beyond a dozen blocks.
    """
    import numpy as np

    pooled = np.asarray([*now, *before], dtype=float)
    chosen = np.array(list(combinations(range(len(pooled)), len(now))))
    sums = pooled[chosen].sum(axis=1)
    means = sums / len(now) - (pooled.sum() - sums) / len(before)
    observed = abs(sum(now) / len(now) - sum(before) / len(before))
    near = TIES * max(1.0, float(np.abs(pooled).max()))
    return float((np.abs(means) >= observed - near).mean())


def welch(now: Sequence[float], before: Sequence[float]) -> Interval:
    """Limits of the difference of means of groups that vary differently (Welch).

    Where neither group varies, both limits are the difference itself.
    """
    from scipy import stats

    parts = [_variance(each) / len(each) for each in (now, before)]
    change = sum(now) / len(now) - sum(before) / len(before)
    total = sum(parts)
    if total == 0:
        return Interval(change, change, LEVEL)
    freedom = total**2 / sum(
        part**2 / (len(each) - 1) for part, each in zip(parts, (now, before), strict=True)
    )
    half = float(stats.t.ppf((1 + LEVEL) / 2, freedom)) * math.sqrt(total)
    return Interval(change - half, change + half, LEVEL)


def _variance(values: Sequence[float]) -> float:
    if _same(values):
        return 0.0
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)


def _same(values: Sequence[float]) -> bool:
    return max(values) - min(values) <= TIES * max(1.0, abs(values[0]))
