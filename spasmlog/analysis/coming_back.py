"""Do they come back after treatment: the days until the next spasm, and those still holding.

Clocks of one person are not independent, and spells cluster: the band is the least there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from spasmlog.analysis.clocks import Clock, Clocks, Kind, Stop
from spasmlog.analysis.gates import (
    BAND_CLOCKS,
    COMPARED_DAY,
    CURVE_CLOCKS,
    LEVEL,
    LOGRANK_CLOCKS,
    LOGRANK_RETURNS,
    MEDIAN_CLOCKS,
    MILESTONES,
    P_AT_MOST,
    SHARE_POINTS,
)
from spasmlog.analysis.outcome import Interval, Lack, Status, lacking
from spasmlog.analysis.proportions import Estimate, benjamini_hochberg, difference
from spasmlog.analysis.survival import Survival, kaplan_meier, logrank
from spasmlog.analysis.treated import Treatments

CLOCKS, TREATMENTS = "clocks", "treatments"
CLOCKS_FIRST, CLOCKS_SECOND = "clocks_first", "clocks_second"
RETURNS_FIRST, RETURNS_SECOND = "returns_first", "returns_second"


class Verdict(StrEnum):
    """What two treatments' clocks say beside each other."""

    DIFFERENT = "different"
    SIMILAR = "similar"
    NO_VERDICT = "no_verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """The clocks of one treatment, or of any set, oldest first.

    The list is always there. The curve, the middle value and the shares still free of a spasm
    at some days come with more clocks; `lacks` says how many more the next of them takes.
    """

    clocks: tuple[Clock, ...]
    status: Status
    lacks: tuple[Lack, ...]
    curve: Survival | None = None
    has_median: bool = False
    has_band: bool = False
    milestones: tuple[tuple[int, Estimate], ...] = ()

    @property
    def came_back(self) -> tuple[int, ...]:
        """The days until each return, oldest clock first."""
        return tuple(each.days for each in self.clocks if each.returned)

    @property
    def holding(self) -> tuple[int, ...]:
        """The days of the clocks that still run."""
        return tuple(each.days for each in self.clocks if each.stop is Stop.TODAY)

    @property
    def let_off(self) -> tuple[Clock, ...]:
        """The clocks that ended without a return, before today."""
        return tuple(c for c in self.clocks if c.stop not in (Stop.RETURN, Stop.TODAY))

    @property
    def dates(self) -> tuple[date, date] | None:
        """The first and the last day on which a clock began."""
        return (self.clocks[0].origin, self.clocks[-1].origin) if self.clocks else None

    @property
    def median(self) -> Estimate | None:
        """By when half were back; None where too few or not reached. The limits may be open."""
        curve = self.curve if self.has_median else None
        if curve is None or curve.median is None:
            return None
        if curve.median_low is None:
            return Estimate(curve.median)
        high = float("inf") if curve.median_high is None else curve.median_high
        return Estimate(curve.median, Interval(curve.median_low, high, LEVEL))

    def returned_by(self, day: int) -> Estimate | None:
        """The share that was back by a day; None where nobody was followed so long."""
        return self.curve.gone_by(day) if self.curve else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two treatments with most clocks of a kind, compared where each has enough of them.

    `difference` is of the shares back by day 30, first less second.
    """

    kind: Kind
    treatments: tuple[Treatments, ...]
    status: Status
    lacks: tuple[Lack, ...]
    difference: Estimate | None = None
    chi_square: float | None = None
    p: float | None = None
    q: float | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingBack:
    """The answer, by kind of clock and treatment, and what has no clock."""

    together: tuple[tuple[Kind, Back], ...]
    by_treatment: tuple[tuple[Kind, Treatments, Back], ...]
    pairs: tuple[Pair, ...]
    clocks: Clocks


def coming_back(found: Clocks) -> ComingBack:
    """What the clocks come to: all of a kind, each treatment's (most clocks first), and pairs."""
    by_kind = {kind: [c for c in found.clocks if c.source.kind is kind] for kind in Kind}
    groups = {kind: _by_treatment(listed) for kind, listed in by_kind.items()}
    return ComingBack(
        together=tuple((kind, back(listed)) for kind, listed in by_kind.items()),
        by_treatment=tuple(
            (kind, names, each) for kind, listed in groups.items() for names, each in listed
        ),
        pairs=_judged([_pair(kind, listed) for kind, listed in groups.items()]),
        clocks=found,
    )


def back(clocks: Iterable[Clock]) -> Back:
    """What a set of clocks comes to."""
    listed = tuple(clocks)
    n = len(listed)
    steps = (CURVE_CLOCKS, MEDIAN_CLOCKS, BAND_CLOCKS)
    lacks = lacking((CLOCKS, n, next((each for each in steps if n < each), n)))
    curve = kaplan_meier([each.days for each in listed], [each.returned for each in listed])
    if n < CURVE_CLOCKS or curve is None:
        return Back(clocks=listed, status=Status.NOT_YET, lacks=lacks)
    has_band = n >= BAND_CLOCKS
    days = [day for day in MILESTONES if has_band and curve.reaches(day)]
    return Back(
        clocks=listed,
        status=Status.SHOWN,
        lacks=lacks,
        curve=curve,
        has_median=n >= MEDIAN_CLOCKS,
        has_band=has_band,
        milestones=tuple((day, curve.at(day)) for day in days),
    )


def _by_treatment(listed: Sequence[Clock]) -> list[tuple[Treatments, Back]]:
    ordered = sorted(listed, key=lambda each: each.source.treatments)
    groups = groupby(ordered, key=lambda each: each.source.treatments)
    found = [(names, back(each)) for names, each in groups]
    return sorted(found, key=lambda each: (-len(each[1].clocks), each[0]))


def _pair(kind: Kind, groups: Sequence[tuple[Treatments, Back]]) -> Pair:
    two = groups[:2]
    names = tuple(each for each, _back in two)
    if len(two) < 2:
        lacks = lacking((TREATMENTS, len(two), 2))
        return Pair(kind=kind, treatments=names, status=Status.NOT_YET, lacks=lacks)
    first, second = (each for _names, each in two)
    compared = logrank(_times(first), _times(second))
    if compared is None:
        return Pair(kind=kind, treatments=names, status=Status.NOT_YET, lacks=_lacks(first, second))
    one, other = first.returned_by(COMPARED_DAY), second.returned_by(COMPARED_DAY)
    return Pair(
        kind=kind,
        treatments=names,
        status=Status.CANNOT_TELL,
        lacks=(),
        difference=difference(one, other) if one and other else None,
        chi_square=compared.chi_square,
        p=compared.p,
        verdict=Verdict.NO_VERDICT,
    )


def _times(of: Back) -> tuple[list[float], list[bool]]:
    return [each.days for each in of.clocks], [each.returned for each in of.clocks]


def _lacks(first: Back, second: Back) -> tuple[Lack, ...]:
    return lacking(
        (CLOCKS_FIRST, len(first.clocks), LOGRANK_CLOCKS),
        (RETURNS_FIRST, len(first.came_back), LOGRANK_RETURNS),
        (CLOCKS_SECOND, len(second.clocks), LOGRANK_CLOCKS),
        (RETURNS_SECOND, len(second.came_back), LOGRANK_RETURNS),
    )


def _judged(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """With the verdicts; all pairs that qualify are one family."""
    q_values = iter(benjamini_hochberg([each.p for each in pairs if each.p is not None]))
    return tuple(each if each.p is None else _verdict(each, next(q_values)) for each in pairs)


def _verdict(pair: Pair, q: float) -> Pair:
    apart = pair.difference
    if apart is not None and q <= P_AT_MOST and abs(apart.value) >= SHARE_POINTS:
        return replace(pair, q=q, verdict=Verdict.DIFFERENT, status=Status.FOUND)
    limits = apart.interval if apart is not None else None
    if limits is not None and limits.inside(-SHARE_POINTS, SHARE_POINTS):
        return replace(pair, q=q, verdict=Verdict.SIMILAR, status=Status.NONE)
    return replace(pair, q=q)
