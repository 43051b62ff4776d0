"""Do treatments help within one spasm: each treatment by itself, and beside spasms left alone.

People treat at the peak, and treat the worst: what is found here shows no cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from spasmlog.analysis.easing import Easing, easing, median_line, unlike
from spasmlog.analysis.gates import COMPARED_EACH, P_AT_MOST, SHARE_POINTS
from spasmlog.analysis.left_alone import Compared, LeftAlone
from spasmlog.analysis.outcome import Lack, Status, lacking
from spasmlog.analysis.pairings import nap
from spasmlog.analysis.period import Period
from spasmlog.analysis.proportions import Estimate, benjamini_hochberg, difference, fisher_p
from spasmlog.analysis.traced import Traced
from spasmlog.analysis.treated import LeftOut, Missing, Treatments, Use, treated
from spasmlog.domain.scales import Nrs, Region

COMPARABLE_TREATED, COMPARABLE_ALONE = "comparable_treated", "comparable_alone"


class Verdict(StrEnum):
    """What treated spasms did beside comparable ones left alone."""

    MORE = "more"
    LESS = "less"
    SAME = "same"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Treated spasms beside comparable ones left alone.

    `difference` is of the shares eased within two hours, treated less left alone; `p` is
    Fisher's and `q` its value among all treatments compared. `nap` is how often, of all
    `pairings`, the treated one's pain was lower by more two hours later. Refused where
    one side has numbers by then much oftener than the other.
    """

    treated: Easing
    alone: Easing
    status: Status
    lacks: tuple[Lack, ...]
    difference: Estimate | None = None
    p: float | None = None
    q: float | None = None
    verdict: Verdict | None = None
    nap: Estimate | None = None
    pairings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One treatment, or a combination used within half an hour, in the spasms it was used for.

    Each use has its own line of pain over time; `median_line` is the middle of them.
    """

    treatments: Treatments
    uses: tuple[Use, ...]
    left_out: tuple[LeftOut, ...]
    easing: Easing
    beside: Beside
    median_line: tuple[tuple[float, float], ...]

    @property
    def befores(self) -> tuple[Nrs, Nrs] | None:
        """The lowest and the highest pain before it."""
        pains = [each.follow_up.before for each in self.uses]
        return (min(pains), max(pains)) if pains else None

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day on which it was used for a spasm."""
        days = [*(each.follow_up.day for each in self.uses), *(each.day for each in self.left_out)]
        return min(days), max(days)

    def missing(self, reason: Missing) -> int:
        """How many spasms were left out for a reason."""
        return sum(each.missing is reason for each in self.left_out)


def chosen(
    bouts: Iterable[Traced], period: Period | None, places: frozenset[Region | None] | None
) -> tuple[Traced, ...]:
    """The bouts that began in a period and in some places; None: in any."""
    return tuple(
        each
        for each in bouts
        if (period is None or each.day in period) and (places is None or each.place in places)
    )


def treatments(bouts: Sequence[Traced], today: date) -> tuple[Tried, ...]:
    """Every treatment that was used for one of these bouts, most used first."""
    groups: dict[Treatments, list[Use | LeftOut]] = {}
    for each in treated(bouts, today):
        groups.setdefault(each.treatments, []).append(each)
    alone = LeftAlone.of(bouts, today)
    found = [_tried(names, listed, alone) for names, listed in groups.items()]
    judged = _judged(found)
    return tuple(sorted(judged, key=lambda each: (-len(each.uses), each.treatments)))


def _tried(names: Treatments, listed: Sequence[Use | LeftOut], alone: LeftAlone) -> Tried:
    uses = tuple(each for each in listed if isinstance(each, Use))
    return Tried(
        treatments=names,
        uses=uses,
        left_out=tuple(each for each in listed if isinstance(each, LeftOut)),
        easing=easing(each.follow_up for each in uses),
        beside=_beside(alone.beside(uses)),
        median_line=median_line([each.follow_up for each in uses]),
    )


def _beside(compared: Compared) -> Beside:
    treated, alone = easing(compared.treated), easing(compared.alone)
    lacks = lacking(
        (COMPARABLE_TREATED, treated.n, COMPARED_EACH), (COMPARABLE_ALONE, alone.n, COMPARED_EACH)
    )
    first, second = treated.within, alone.within
    if lacks or first is None or second is None:
        return Beside(treated=treated, alone=alone, status=Status.NOT_YET, lacks=lacks)
    if unlike(treated, alone):
        return Beside(treated=treated, alone=alone, status=Status.REFUSED, lacks=())
    drops = [_drops(each) for each in (treated, alone)]
    enough = min(map(len, drops)) >= COMPARED_EACH
    apart = None
    if first.estimate is not None and second.estimate is not None:
        apart = difference(first.estimate, second.estimate)
    return Beside(
        treated=treated,
        alone=alone,
        status=Status.CANNOT_TELL,
        lacks=(),
        difference=apart,
        p=fisher_p(first.eased, first.known, second.eased, second.known),
        verdict=Verdict.TOO_FEW,
        nap=nap(*drops) if enough else None,
        pairings=len(drops[0]) * len(drops[1]),
    )


def _drops(of: Easing) -> list[int]:
    return [each.drop for each in of.followed if each.drop is not None]


def _judged(found: Sequence[Tried]) -> list[Tried]:
    """With the verdicts; every treatment that could be compared is one of the family."""
    family = [each.beside.p for each in found if each.beside.p is not None]
    q_values = iter(benjamini_hochberg(family))
    return [
        each
        if each.beside.p is None
        else replace(each, beside=_verdict(each.beside, next(q_values)))
        for each in found
    ]


def _verdict(beside: Beside, q: float) -> Beside:
    verdict = _said(beside.difference, q)
    status = {Verdict.SAME: Status.NONE, Verdict.TOO_FEW: Status.CANNOT_TELL}
    return replace(beside, q=q, verdict=verdict, status=status.get(verdict, Status.FOUND))


def _said(apart: Estimate | None, q: float) -> Verdict:
    if apart is None or apart.interval is None:
        return Verdict.TOO_FEW
    if apart.interval.inside(-SHARE_POINTS, SHARE_POINTS):
        return Verdict.SAME
    large = abs(apart.value) >= SHARE_POINTS
    if apart.interval.excludes(0) and large and q <= P_AT_MOST:
        return Verdict.MORE if apart.value > 0 else Verdict.LESS
    return Verdict.TOO_FEW
