"""share() of the rule book: on what part of the days, where some of the days are unknown.

An answer is a bool for each day, None where the day is unknown; the oldest day comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from spasmlog.i18n import N_, _
from spasmlog.rules.base import Outcome, Progress, Standing, Threshold

COVERAGE = Threshold(
    N_("Share of the days that is known, where the others could matter, at least"),
    70,
    "%",
    Standing.OURS,
)

Answers = Sequence[bool | None]
Test = Callable[[int, int], bool]
"""Whether a part of a whole is enough, in whole numbers."""


class Step(IntEnum):
    """Which step of share() decided."""

    EVEN_IF_NONE = 1
    NOT_EVEN_IF_ALL = 2
    AS_LOGGED = 3
    UNDECIDED = 4


@dataclass(frozen=True, slots=True)
class Share:
    """On `part` of `days` it is so, and `unknown` of them are not known; what that comes to."""

    part: int
    unknown: int
    days: int
    step: Step
    outcome: Outcome

    @property
    def known(self) -> int:
        return self.days - self.unknown

    @property
    def needed(self) -> int:
        """How many known days decide it, whatever they say."""
        return -(-COVERAGE.value * self.days // 100)

    @property
    def lacking(self) -> int:
        """How many more known days would decide it."""
        return self.needed - self.known


def at_least(percent: Threshold) -> Test:
    """The test >= t."""
    return lambda part, whole: 100 * part >= percent.value * whole


def more_than(percent: Threshold) -> Test:
    """The test > t."""
    return lambda part, whole: 100 * part > percent.value * whole


def share(part: int, unknown: int, days: int, passes: Test) -> Share:
    """The four steps of the rule book, of which the first that decides ends it."""
    return Share(part, unknown, days, *_decided(part, unknown, days, passes))


def _decided(part: int, unknown: int, days: int, passes: Test) -> tuple[Step, Outcome]:
    known = days - unknown
    if passes(part, days):
        return Step.EVEN_IF_NONE, Outcome.FIRE
    if not passes(part + unknown, days):
        return Step.NOT_EVEN_IF_ALL, Outcome.NO
    if 100 * known >= COVERAGE.value * days:
        return Step.AS_LOGGED, Outcome.FIRE if passes(part, known) else Outcome.NO
    return Step.UNDECIDED, Outcome.INSUFFICIENT


def share_of(answers: Answers, passes: Test) -> Share:
    """The share of the days on which the answer is yes."""
    return share(answers.count(True), answers.count(None), len(answers), passes)


def days_left(answers: Answers, passes: Test) -> int:
    """In how many days a share that fires may first fall silent, whatever is logged until then.

    Each day the oldest one leaves. Of those that come, either all are known and free of it, or
    all are unknown: no mixture is silent sooner than the sooner of these.
    """
    return min(_days_left(answers, passes, unknown) for unknown in (0, 1))


def _days_left(answers: Answers, passes: Test, unknown_each: int) -> int:
    part, unknown, gone = answers.count(True), answers.count(None), 0
    while _decided(part, unknown, len(answers), passes)[1] is Outcome.FIRE:
        part -= answers[gone] is True
        unknown += unknown_each - (answers[gone] is None)
        gone += 1
    return gone


def progress_of(found: Share) -> Progress:
    """How far a share that is not decided has come."""
    return Progress(have=found.known, needed=found.needed, total=found.days)


def with_its_basis(message: str, *shares: Share) -> str:
    """The message, and that it speaks of the logged days only, where the others could matter."""
    if all(each.step is not Step.AS_LOGGED for each in shares):
        return message
    basis = _("This is so on the days you logged; the other days are not known.")
    return f"{message} {basis}"
