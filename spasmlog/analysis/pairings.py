"""How often one group's value is the larger: NAP, of all pairings of one with the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spasmlog.analysis.gates import LEVEL
from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.proportions import Estimate


def nap(larger: Sequence[float], smaller: Sequence[float]) -> Estimate | None:
    """The share of pairings in which `larger` has the larger value, ties counting half.

    The limits are Newcombe's method 5 (2006). None where a side is empty.
    """
    from scipy.stats import mannwhitneyu

    m, n = len(larger), len(smaller)
    if not m or not n:
        return None
    value = float(mannwhitneyu(larger, smaller, method="asymptotic").statistic) / (m * n)
    return Estimate(value, Interval(*_limits(value, m, n), LEVEL))


def _limits(value: float, m: int, n: int) -> tuple[float, float]:
    """Where the score of `value` is exactly z away; at 0 and 1 the bound itself is one limit."""
    from scipy.optimize import brentq

    if value == 1:
        return float(brentq(_at_one(m, n), 0, 1)), 1.0
    if value == 0:
        return 0.0, 1 - float(brentq(_at_one(m, n), 0, 1))
    score = _score(value, m, n)
    return float(brentq(score, 0, value)), float(brentq(score, value, 1))


def _score(value: float, m: int, n: int) -> Callable[[float], float]:
    return lambda x: (
        m * n * (value - x) ** 2 * (2 - x) * (1 + x) - _z() ** 2 * x * (1 - x) * _spread(x, m, n)
    )


def _at_one(m: int, n: int) -> Callable[[float], float]:
    """The score of 1 with its factor (1 - x) divided out.

    The bound is itself a root, and a plain solver would find an interval without width. The score
    of 0 is the same, mirrored.
    """
    return lambda x: m * n * (1 - x) * (2 - x) * (1 + x) - _z() ** 2 * x * _spread(x, m, n)


def _spread(x: float, m: int, n: int) -> float:
    h = (m + n) / 2 - 1
    return 2 + h + (1 + 2 * h) * x * (1 - x)


def _z() -> float:
    from scipy.special import ndtri

    return float(ndtri((1 + LEVEL) / 2))
