"""How soon a set of spasms eased: the step curve, and how many had eased within two hours."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from spasmlog.analysis.follow_up import FollowUp
from spasmlog.analysis.gates import (
    EASING_BAND_USES,
    EASING_USES,
    LATER_MIN,
    LATER_TO_MIN,
    RELIEF_STEP_MIN,
    UNLIKE_KNOWN,
)
from spasmlog.analysis.outcome import Lack, Status, lacking
from spasmlog.analysis.proportions import Estimate, wilson
from spasmlog.analysis.survival import Survival, kaplan_meier

FOLLOWED = "followed"
"""What the gate counts: spasms with a number before and one after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The share eased within two hours.

    `eased` of `known`; the rest of `n` were not followed so long. Where all were, the estimate
    is their share with Wilson's limits, else it is read from the step curve with its band.
    """

    eased: int
    known: int
    n: int
    estimate: Estimate | None

    @property
    def counted(self) -> bool:
        """Whether all were followed for two hours, so that the share is a plain count."""
        return self.known == self.n


@dataclass(frozen=True, slots=True, kw_only=True)
class Easing:
    """What the follow-ups come to; from too few nothing is worked out (`lacks`)."""

    followed: tuple[FollowUp, ...]
    status: Status
    lacks: tuple[Lack, ...]
    curve: Survival | None = None
    within: Within | None = None

    @property
    def n(self) -> int:
        """How many were followed."""
        return len(self.followed)

    @property
    def told(self) -> int:
        """How many have a number, or a known end, within two hours."""
        return sum(each.told_within(LATER_MIN) for each in self.followed)

    @property
    def has_band(self) -> bool:
        """Whether there are enough for a band around the curve."""
        return self.n >= EASING_BAND_USES


def easing(followed: Iterable[FollowUp]) -> Easing:
    """How soon these eased."""
    listed = tuple(followed)
    lacks = lacking((FOLLOWED, len(listed), EASING_USES))
    curve = kaplan_meier([each.minutes for each in listed], [each.eased for each in listed])
    if lacks or curve is None:
        return Easing(followed=listed, status=Status.NOT_YET, lacks=lacks)
    return Easing(
        followed=listed,
        status=Status.SHOWN,
        lacks=(),
        curve=curve,
        within=within(listed, curve),
    )


def unlike(one: Easing, other: Easing) -> bool:
    """Whether one has numbers within two hours so much oftener that the two do not compare.

    Who is asked sooner is seen to ease sooner.
    """
    if not one.n or not other.n:
        return False
    return abs(Fraction(one.told, one.n) - Fraction(other.told, other.n)) > UNLIKE_KNOWN


def within(followed: Sequence[FollowUp], curve: Survival) -> Within:
    """How many of these had eased within two hours."""
    answers = [each.eased_within(LATER_MIN) for each in followed]
    known = [each for each in answers if each is not None]
    eased, n = sum(known), len(answers)
    estimate = wilson(eased, n) if len(known) == n else curve.gone_by(LATER_MIN)
    return Within(eased=eased, known=len(known), n=n, estimate=estimate)


def median_line(followed: Sequence[FollowUp]) -> tuple[tuple[float, float], ...]:
    """The middle pain of the lines, every ten minutes of the first four hours.

    It ends where fewer lines are known than a summary takes. A line is straight between two
    numbers and ends with its last; one of a spasm that has let go stays at 0.
    """
    import numpy as np

    if len(followed) < EASING_USES:
        return ()
    minutes = np.arange(0.0, LATER_TO_MIN + 1, RELIEF_STEP_MIN)
    lines = np.array([np.interp(minutes, *_line(each), right=_beyond(each)) for each in followed])
    known = np.isfinite(lines).sum(axis=0) >= EASING_USES
    length = int(np.argmin(known)) if not known.all() else len(minutes)
    middle = np.nanmedian(lines[:, :length], axis=0)
    return tuple(zip(minutes[:length].tolist(), middle.tolist(), strict=True))


def _line(of: FollowUp) -> tuple[list[float], list[float]]:
    return [minute for minute, _pain in of.line], [float(pain) for _minute, pain in of.line]


def _beyond(of: FollowUp) -> float:
    return 0.0 if of.over else math.nan
