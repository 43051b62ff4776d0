"""How far the entries can be trusted: days covered, typed when, and the longest gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from spasmlog.analysis.gaps import coverage
from spasmlog.analysis.period import Period
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.records import CheckIn

GRACE = timedelta(hours=12)
"""So long after the end of its day an entry still counts as typed the same day (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What the numbers of a period rest on.

    `period` begins with the first entry of the journal where that is later. Of its days,
    `same_day` are logged and were typed by the end of the day and half a day more, `later` are
    logged and were typed after that; the rest is not known. `gap` is the longest run of days
    that are not logged.
    """

    period: Period
    same_day: int
    later: int
    check_ins: int
    check_ins_same_day: int
    gap: Period | None

    @property
    def logged(self) -> int:
        """The days that are logged."""
        return self.same_day + self.later

    @property
    def unknown(self) -> int:
        """The days of which nothing is known."""
        return self.period.days - self.logged


def trust(diary: Diary, period: Period, day_start: time = DAY_START) -> Trust | None:
    """What the numbers of a period rest on; None where the journal began after it."""
    began = min(diary.facts, default=None)
    if began is None or began > period.last:
        return None
    window = Period(max(began, period.first), period.last)
    logged = [diary.facts[day] for day in window if diary.facts_on(day).logged]
    prompt = sum(_typed_in_time(diary, facts, day_start) for facts in logged)
    check_ins = diary.between(CheckIn, window.first, window.last)
    return Trust(
        period=window,
        same_day=prompt,
        later=len(logged) - prompt,
        check_ins=len(check_ins),
        check_ins_same_day=sum(
            _in_time(each.day, each.recorded_at, day_start) for each in check_ins
        ),
        gap=_gap(logged, window),
    )


def _in_time(day: date, typed: Moment, day_start: time) -> bool:
    end = datetime.combine(day + timedelta(days=1), day_start)
    return typed.clock <= end + GRACE


def _typed_in_time(diary: Diary, facts: DayFacts, day_start: time) -> bool:
    """By the check-in where the day has one, else by the first record that made it a pain day."""
    check_in = diary.check_in(facts.day)
    if check_in is not None and check_in.worst is not None:
        return _in_time(facts.day, check_in.recorded_at, day_start)
    records = (diary.by_id[each] for each in facts.sources)
    return any(_in_time(facts.day, each.recorded_at, day_start) for each in records)


def _gap(logged: Iterable[DayFacts], window: Period) -> Period | None:
    """The longest run of days that are not logged."""
    days = {facts.day.toordinal() for facts in logged}
    found = coverage(days, window.first.toordinal(), window.last.toordinal())
    if found.gap_from is None:
        return None
    start = date.fromordinal(found.gap_from)
    return Period(start, start + timedelta(days=found.longest_gap - 1))
