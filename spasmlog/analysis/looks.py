"""Verdicts as they stood last Sunday: a page opened daily would find more by looking more often.

Nothing is stored. The diary of today is cut at past Sundays, so what is typed later in the week
for days of the week changes nothing before the next Monday.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from spasmlog.analysis.gates import STEADY_LOOKS
from spasmlog.domain.diary import Diary


class Judged(Protocol):
    """A result with a verdict; None: nothing is concluded."""

    @property
    def verdict(self) -> str | None:
        """Which one."""


J = TypeVar("J", bound=Judged)
J_co = TypeVar("J_co", bound=Judged, covariant=True)


class Standing(StrEnum):
    """How long a verdict has held: since the last look, for some, or for four and more."""

    NEW = "new"
    EARLY = "early"
    STEADY = "steady"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Generic[J_co]):
    """What was found on the data through a Sunday, and at how many looks up to it (four at most).

    `standing` is None where there is no verdict.
    """

    result: J_co
    through: date
    held: int
    standing: Standing | None


def last_sunday(today: date) -> date:
    """The last Sunday that is over."""
    return today - timedelta(days=today.isoweekday() % 7 or 7)


def through(diary: Diary, sunday: date) -> Diary:
    """The diary as it reached to the end of a Sunday, seen on the Monday."""
    return diary.as_of(sunday).on_day(sunday + timedelta(days=1))


def weekly_look(diary: Diary, judge: Callable[[Diary], J]) -> Look[J]:
    """What `judge` finds on the data through last Sunday, and how long it has held."""
    sunday = last_sunday(diary.today)
    cut = through(diary, sunday)
    result, held = judge(cut), 1
    if result.verdict is None:
        return Look(result=result, through=sunday, held=0, standing=None)
    while held < STEADY_LOOKS:
        cut = through(cut, sunday - timedelta(weeks=held))
        if judge(cut).verdict != result.verdict:
            break
        held += 1
    standing = {1: Standing.NEW, STEADY_LOOKS: Standing.STEADY}.get(held, Standing.EARLY)
    return Look(result=result, through=sunday, held=held, standing=standing)
