"""Days that are not logged: how many, the longest run of them, and what lies beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from spasmlog.analysis.gates import EDGE_DAYS, EDGE_POINTS, P_AT_MOST


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Of `days` so many are `logged`; the longest gap begins on `gap_from`, None without one."""

    days: int
    logged: int
    longest_gap: int
    gap_from: int | None

    @property
    def share(self) -> float:
        """The share of days that are logged; 0 without a day."""
        return self.logged / self.days if self.days else 0.0


class Leaning(StrEnum):
    """Which days may be logged more than the others."""

    BAD_DAYS_MORE = "bad_days_more"
    BAD_DAYS_LESS = "bad_days_less"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapEdge:
    """Mean pain beside gaps less that away from them, in points; `edges` and `inner` count days.

    What is not logged cannot be seen, but neighbours are alike.
    """

    difference: float
    p: float
    edges: int
    inner: int

    @property
    def leaning(self) -> Leaning | None:
        """What it hints at; None tells nothing, and proves nothing."""
        if self.p > P_AT_MOST or abs(self.difference) < EDGE_POINTS:
            return None
        return Leaning.BAD_DAYS_MORE if self.difference < 0 else Leaning.BAD_DAYS_LESS


def coverage(logged: Collection[int], first: int, last: int) -> Coverage:
    """How the days `first` to `last` are covered by the logged ones; of equal gaps the first."""
    inside = sorted({day for day in logged if first <= day <= last})
    bounds = [first - 1, *inside, last + 1]
    gaps = [(after - before - 1, -before - 1) for before, after in pairwise(bounds)]
    longest, start = max(gaps)
    return Coverage(
        days=max(last - first + 1, 0),
        logged=len(inside),
        longest_gap=max(longest, 0),
        gap_from=-start if longest > 0 else None,
    )


def gap_edge(days: Sequence[int], pain: Sequence[float], beside: Collection[int]) -> GapEdge | None:
    """Pain on days next to an unlogged one against days with both neighbours logged.

    `days` rise; `beside` are all the days that are no gap. The p is the share of all turns of
    the labels along the days that differ as much. None with fewer than ten days of either kind.
    """
    import numpy as np

    known = set(beside)
    edge = np.array([day - 1 not in known or day + 1 not in known for day in days], dtype=bool)
    edges = int(edge.sum())
    inner = len(edge) - edges
    if min(edges, inner) < EDGE_DAYS:
        return None
    values = np.asarray(pain, dtype=float)
    turned = np.array([np.roll(edge, turn) for turn in range(len(edge))])
    sums = turned @ values
    differences = sums / edges - (values.sum() - sums) / inner
    reached = np.abs(differences) >= abs(differences[0]) - 1e-9
    return GapEdge(
        difference=float(differences[0]), p=float(reached.mean()), edges=edges, inner=inner
    )
