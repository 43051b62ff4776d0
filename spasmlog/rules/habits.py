"""The amounts of an everyday habit in the last week, and on how many of its days one is known.

Missing is not zero: a day without an amount is not known, and 0 is an amount.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary, day_of
from spasmlog.domain.moment import window
from spasmlog.domain.records import CheckIn, Record
from spasmlog.i18n import N_
from spasmlog.rules.base import (
    Evidence,
    Lack,
    Number,
    Outcome,
    Progress,
    Standing,
    Threshold,
    Verdict,
    left_later,
)

DAYS = Threshold(N_("Days looked at"), 7, N_("days"), Standing.OURS)
KNOWN = Threshold(N_("Days with an amount among them, at least"), 5, N_("days"), Standing.OURS)


URGENT = ("R01", "R02", "R04")
"""The rules whose message leaves no room for a word about movement or stretching."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What is logged one by one as `kind`, or as a total in a check-in where `typed` says so.

    `read` gives the amount of a day's facts, as the day looked at (its second argument) knows
    it; `fact` puts the facts of such a day into words.
    """

    kind: type[Record]
    typed: Callable[[CheckIn], bool]
    read: Callable[[DayFacts, date], int | None]
    fact: Callable[[DayFacts], str]


@dataclass(frozen=True, slots=True)
class Week:
    """The days of a week that have an amount, newest first, and the amount of each."""

    last: date
    days: tuple[DayFacts, ...]
    amounts: tuple[int, ...]

    @property
    def first(self) -> date:
        return date.fromordinal(window(self.last, DAYS.value).start)

    @property
    def total(self) -> int:
        return sum(self.amounts)

    @property
    def lacks(self) -> int:
        """How many days more would need an amount; none where it is not above 0."""
        return KNOWN.value - len(self.days)


def week_of(diary: Diary, habit: Habit) -> Week:
    """The week of a habit that ends today."""
    days: list[DayFacts] = []
    amounts: list[int] = []
    for each in reversed(window(diary.today, DAYS.value)):
        facts = diary.facts.get(date.fromordinal(each))
        amount = habit.read(facts, diary.today) if facts else None
        if facts and amount is not None:
            days.append(facts)
            amounts.append(amount)
    return Week(diary.today, tuple(days), tuple(amounts))


def quiet(
    diary: Diary, habit: Habit, week: Week, measures: tuple[tuple[str, Number], ...]
) -> Verdict:
    """A "no", with all that any verdict on this week has."""
    return Verdict(
        outcome=Outcome.NO,
        first=week.first,
        last=week.last,
        days_counted=len(week.days),
        days_missing=DAYS.value - len(week.days),
        evidence=_evidence(diary, habit, week),
        left_out=left_later(diary, lambda each: _is_about(each, habit)),
        measures=measures,
    )


def lacking(verdict: Verdict, text: str) -> Verdict:
    """The same, but undecided for want of days; "{days}" in the text is how many there are."""
    return replace(
        verdict,
        outcome=Outcome.INSUFFICIENT,
        lacking=(Lack(text.replace("{days}", str(DAYS.value))),),
        progress=Progress(have=verdict.days_counted, needed=KNOWN.value, total=DAYS.value),
    )


def _evidence(diary: Diary, habit: Habit, week: Week) -> tuple[Evidence, ...]:
    """Each day that has an amount, newest first, with the records it comes from."""
    kinds: tuple[type[Record], ...] = (habit.kind, CheckIn)
    found: dict[date | None, list[str]] = {}
    for kind in kinds:
        for each in diary.between(kind, week.first, week.last):
            if _is_about(each, habit):
                found.setdefault(day_of(each), []).append(each.id)
    return tuple(Evidence(each.day, tuple(found[each.day]), habit.fact(each)) for each in week.days)


def _is_about(record: Record, habit: Habit) -> bool:
    if isinstance(record, CheckIn):
        return habit.typed(record)
    return isinstance(record, habit.kind)
