"""How long a medicine has been taken with hardly a break: a run of days that reaches to today.

A few days of which nothing is known are stepped over; they never count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import TreatmentUse
from spasmlog.i18n import N_
from spasmlog.rules.base import Standing, Threshold

CURRENT = Threshold(N_("Days since the last of them, at most"), 1, N_("days"), Standing.OURS)
STEPPED = Threshold(
    N_("Days without an entry that are stepped over in a row, at most"),
    2,
    N_("days"),
    Standing.OURS,
)

Counts = Callable[[TreatmentUse], bool]


@dataclass(frozen=True, slots=True)
class Taken:
    """A day with the medicine, and the doses of it, oldest first."""

    day: date
    uses: tuple[TreatmentUse, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The days with the medicine and those stepped over between them, each newest first."""

    taken: tuple[Taken, ...] = ()
    stepped_over: tuple[date, ...] = ()

    @property
    def days(self) -> int:
        return len(self.taken)

    @property
    def first(self) -> date:
        return self.taken[-1].day

    @property
    def latest(self) -> date:
        return self.taken[0].day


def run_of(diary: Diary, counts: Counts) -> Run:
    """The run of the doses that count; a day with any entry but without one of them ends it."""
    taken: list[Taken] = []
    over: list[date] = []
    limit = diary.today - timedelta(days=CURRENT.value)
    for day, uses in groupby(reversed(diary.uses), key=attrgetter("day")):
        if day < limit:
            break
        counted = tuple(use for use in uses if counts(use))
        gap = list(_between(day, taken[-1].day)) if taken else []
        if taken and (not counted or any(diary.facts_on(each).logged for each in gap)):
            break
        if counted:
            taken.append(Taken(day, counted[::-1]))
            over += gap
            limit = day - timedelta(days=STEPPED.value + 1)
    return Run(tuple(taken), tuple(over))


def days_with_entry(diary: Diary, days: range) -> int:
    """How many of these days (ordinals) are logged or have a treatment of any kind."""
    facts = (diary.facts_on(date.fromordinal(each)) for each in days)
    return sum(each.logged or each.treated for each in facts)


def days_looked_at(diary: Diary, run: Run) -> tuple[date, int, int]:
    """The first day looked at, and on how many days since there is an entry, and none."""
    if not run.taken:
        days = window(diary.today, CURRENT.value + 1)
        known = days_with_entry(diary, days)
        return date.fromordinal(days.start), known, len(days) - known
    after = range(run.latest.toordinal() + 1, diary.today.toordinal() + 1)
    known = days_with_entry(diary, after)
    missing = len(run.stepped_over) + len(after) - known
    return run.first, run.days + known, missing


def _between(earlier: date, later: date) -> Iterator[date]:
    """The days between two days, without either, newest first."""
    return map(date.fromordinal, range(later.toordinal() - 1, earlier.toordinal(), -1))
