"""How long until something happens, where for some it has not happened yet: Kaplan-Meier."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spasmlog.analysis.gates import LEVEL, LOGRANK_CLOCKS, LOGRANK_RETURNS
from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.proportions import Estimate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

EXACT = 1e-12
"""Products of fractions come out so near to one half at worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """The share still without the event just after each of `times`, with a log-log band.

    The band has no limits (None) before the first event and where nobody is left. `lengths` are
    all follow-ups, shortest first, `events` how many of them ended with the event. `median` is
    the first time with at most half left, its limits the first times at which the lower and the
    upper limit are; None: not reached.
    """

    times: tuple[float, ...]
    shares: tuple[float, ...]
    band: tuple[Interval | None, ...]
    lengths: tuple[float, ...]
    events: int
    median: float | None
    median_low: float | None
    median_high: float | None

    @property
    def n(self) -> int:
        """How many were followed."""
        return len(self.lengths)

    def at(self, time: float) -> Estimate:
        """The share still without the event at a time, as the step curve has it."""
        place = bisect_right(self.times, time) - 1
        return Estimate(1.0) if place < 0 else Estimate(self.shares[place], self.band[place])

    def gone_by(self, time: float) -> Estimate | None:
        """The share with the event by a time; None where nobody was followed so long."""
        if not self.reaches(time):
            return None
        left = self.at(time)
        if left.interval is None:
            return Estimate(1 - left.value)
        limits = Interval(1 - left.interval.high, 1 - left.interval.low, LEVEL)
        return Estimate(1 - left.value, limits)

    def at_risk(self, time: float) -> int:
        """How many were still followed, without the event so far, when a time came."""
        return self.n - bisect_left(self.lengths, time)

    def reaches(self, time: float) -> bool:
        """Whether the share is known: someone was followed to that time, or nobody is left."""
        return self.lengths[-1] >= time or self.shares[-1] == 0


@dataclass(frozen=True, slots=True)
class Logrank:
    """Two groups' times to the event compared as whole curves; z squared is the chi-square."""

    z: float
    p: float

    @property
    def chi_square(self) -> float:
        """With one degree of freedom."""
        return self.z**2


def kaplan_meier(times: Sequence[float], events: Sequence[bool]) -> Survival | None:
    """The step curve of these follow-ups, each with or without the event; None without any."""
    from scipy.stats import ecdf

    if not times:
        return None
    curve = ecdf(_censored(times, events)).sf
    shares = tuple(map(float, curve.probabilities))
    steps = tuple(map(float, curve.quantiles))
    band = _band(times, events, shares)
    known = [(at, each) for at, each in zip(steps, band, strict=True) if each is not None]
    return Survival(
        times=steps,
        shares=shares,
        band=band,
        lengths=tuple(sorted(map(float, times))),
        events=sum(map(bool, events)),
        median=_first_half(zip(steps, shares, strict=True)),
        median_low=_first_half((at, each.low) for at, each in known),
        median_high=_first_half((at, each.high) for at, each in known),
    )


def _first_half(steps: Any) -> float | None:
    """A step at exactly one half counts as the median."""
    return next((at for at, share in steps if share <= 0.5 + EXACT), None)


def _censored(times: Sequence[float], events: Sequence[bool]) -> Any:
    from scipy.stats import CensoredData

    pairs = list(zip(map(float, times), events, strict=True))
    return CensoredData(
        uncensored=[time for time, event in pairs if event],
        right=[time for time, event in pairs if not event],
    )


def _band(
    times: Sequence[float], events: Sequence[bool], shares: Sequence[float]
) -> tuple[Interval | None, ...]:
    """Greenwood's variance on the log-log scale; scipy's own warns wherever it is undefined."""
    import numpy as np
    from scipy.special import ndtri

    share = np.asarray(shares)
    inside = (share > 0) & (share < 1)
    all_times = np.asarray(times, float)
    steps, counted = np.unique(all_times, return_counts=True)
    died = np.searchsorted(np.sort(all_times[np.asarray(events, bool)]), steps, "right")
    died = np.diff(died, prepend=0)
    risk = len(all_times) - np.concatenate(([0], np.cumsum(counted)[:-1]))
    left = np.where(inside, risk - died, 1)
    error = np.sqrt(np.cumsum(np.where(inside, died / (risk * left), 0)))
    safe = np.where(inside, share, 0.5)
    power = np.exp(float(ndtri((1 + LEVEL) / 2)) * error / np.log(safe))
    limits = zip(safe ** (1 / power), safe**power, inside, strict=True)
    return tuple(
        Interval(float(low), float(high), LEVEL) if ok else None for low, high, ok in limits
    )


def logrank(
    first: tuple[Sequence[float], Sequence[bool]], second: tuple[Sequence[float], Sequence[bool]]
) -> Logrank | None:
    """Two groups, each its times and events, compared; None where either is too small to be."""
    import numpy as np
    from scipy.stats import logrank as compared

    for times, events in (first, second):
        if len(times) < LOGRANK_CLOCKS or sum(map(bool, events)) < LOGRANK_RETURNS:
            return None
    with np.errstate(all="ignore"):
        found = compared(_censored(*first), _censored(*second))
    if np.isnan(found.statistic):  # all of both at the same time: nothing tells them apart
        return Logrank(0.0, 1.0)
    return Logrank(float(found.statistic), float(found.pvalue))
