"""A2: more spasms this week than in the person's own usual week.

A control chart for counts: the usual week is the mean of the earlier weeks that are logged well
enough, with half a spasm added to their sum, and the limit lies three of its roots above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import CheckIn, Episode
from spasmlog.i18n import N_, _, format_number, ngettext
from spasmlog.rules.base import (
    Cell,
    Evidence,
    Lack,
    Level,
    Number,
    Outcome,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
)
from spasmlog.rules.days import left_pain
from spasmlog.rules.sources import NIST

WEEK = Threshold(N_("Days of a week"), 7, N_("days"), Standing.OURS)
WEEKS_BACK = Threshold(N_("Weeks looked at before this one"), 26, N_("weeks"), Standing.OURS)
LOGGED = Threshold(N_("Logged days of a week that counts, at least"), 4, N_("days"), Standing.OURS)
WEEKS = Threshold(N_("Weeks that count, at least"), 12, N_("weeks"), Standing.OURS)
SPASMS = Threshold(N_("Spasms this week, at least"), 3, "", Standing.OURS)
HALVES = Threshold(
    N_("Added to the spasms of the weeks that count"), 1, N_("half spasm"), Standing.OURS
)
ROOTS = Threshold(
    N_("How far above the usual week, in roots of it"), 3, "", Standing.PUBLISHED, NIST
)


@dataclass(frozen=True, slots=True)
class Week:
    """The dates from `first` on: the spasms that began on them, and those that are logged."""

    first: date
    spasms: tuple[Episode, ...]
    days: tuple[DayFacts, ...]

    @property
    def last(self) -> date:
        return self.first + timedelta(days=WEEK.value - 1)

    @property
    def logged(self) -> int:
        return len(self.days)

    @property
    def counts(self) -> bool:
        """Whether it is logged well enough to tell what is usual."""
        return self.logged >= LOGGED.value


@dataclass(frozen=True, slots=True)
class Usual:
    """What the weeks that count come to."""

    weeks: int
    spasms: int

    @property
    def is_known(self) -> bool:
        return self.weeks >= WEEKS.value

    @property
    def mean(self) -> Fraction:
        """Spasms a week; some even where there were none, so that a limit can be drawn."""
        return Fraction(2 * self.spasms + HALVES.value, 2 * self.weeks)

    def is_exceeded_by(self, spasms: int) -> bool:
        """Whether so many lie above the limit; exactly at it is not above."""
        above = spasms - self.mean
        return above > 0 and above * above > ROOTS.value**2 * self.mean


def check(diary: Diary) -> Verdict:
    """Enough spasms this week, and more than the limit drawn from the usual week."""
    this, *before = _weeks(diary)
    usual = _usual(before)
    outcome = _judge(len(this.spasms), usual)
    fired = outcome is Outcome.FIRE
    logged = this.logged + sum(each.logged for each in before)
    return Verdict(
        outcome=outcome,
        level=Level.INFO if fired else None,
        title=_title(len(this.spasms)) if fired else "",
        message=_("You logged more spasms than in your usual week.") if fired else "",
        first=before[-1].first,
        last=diary.today,
        days_counted=logged,
        days_missing=WEEK.value * (1 + len(before)) - logged,
        evidence=_evidence(diary, this, before),
        left_out=left_pain(diary),
        lacking=() if usual.is_known else (_lack(usual),),
        measures=_measures(len(this.spasms), usual),
        switches_off=_switches_off() if fired else "",
        not_before=_not_before(diary) if fired else None,
        receipt=_receipt((this, *before)) if fired else None,
        summary=_summary(len(this.spasms), usual) if fired else "",
    )


def _weeks(diary: Diary) -> list[Week]:
    """This week, and those before it that are looked at, newest first."""
    days = window(diary.today, WEEK.value * (1 + WEEKS_BACK.value))
    facts_on, dated = diary.facts.get, date.fromordinal
    known = [facts_on(dated(each)) for each in days]
    began: dict[int, list[Episode]] = {}
    for each in diary.between(Episode, dated(days.start), diary.today):
        began.setdefault((diary.today - each.day).days // WEEK.value, []).append(each)
    weeks: list[Week] = []
    for back, start in enumerate(range(len(days) - WEEK.value, -1, -WEEK.value)):
        here = known[start : start + WEEK.value]
        logged = tuple(each for each in here if each is not None and each.logged)
        weeks.append(Week(dated(days[start]), tuple(began.get(back, ())), logged))
    return weeks


def _usual(before: Iterable[Week]) -> Usual:
    counted = [len(each.spasms) for each in before if each.counts]
    return Usual(len(counted), sum(counted))


def _judge(spasms: int, usual: Usual) -> Outcome:
    if not usual.is_known:
        return Outcome.INSUFFICIENT
    unusual = spasms >= SPASMS.value and usual.is_exceeded_by(spasms)
    return Outcome.FIRE if unusual else Outcome.NO


def _not_before(diary: Diary) -> date:
    """The first day on which, with no further entry, it would not fire any more."""
    day = diary.today
    while True:
        day += timedelta(days=1)
        this, *before = _weeks(diary.on_day(day))
        if _judge(len(this.spasms), _usual(before)) is not Outcome.FIRE:
            return day


def _title(spasms: int) -> str:
    return ngettext(
        "{n} spasm in the last {days} days", "{n} spasms in the last {days} days", spasms
    ).format(days=WEEK.value)


def _summary(spasms: int, usual: Usual) -> str:
    text = ngettext(
        "{n} spasm in the last {days} days; a usual week has {mean}.",
        "{n} spasms in the last {days} days; a usual week has {mean}.",
        spasms,
    )
    return text.format(days=WEEK.value, mean=format_number(float(usual.mean), 1))


def _evidence(diary: Diary, this: Week, before: Sequence[Week]) -> tuple[Evidence, ...]:
    """Each spasm of this week, then each week that counts, newest first."""
    typed = diary.between(CheckIn, before[-1].first, diary.today)
    clear = {each.day: each.id for each in typed}
    return (
        *(Evidence(each.day, (each.id,), _("a spasm began")) for each in reversed(this.spasms)),
        *(
            Evidence(each.first, _records(each, clear), _fact(len(each.spasms)))
            for each in before
            if each.counts
        ),
    )


def _records(week: Week, clear: Mapping[date, str]) -> tuple[str, ...]:
    """What logged the days of a week: what made them pain days, and the check-ins without pain."""
    records: dict[str, None] = {}
    for each in week.days:
        if each.pain:
            records |= dict.fromkeys(each.sources)
        elif each.day in clear:  # else it stands on a compact row, and has no records yet
            records[clear[each.day]] = None
    return tuple(records)


def _fact(spasms: int) -> str:
    if not spasms:
        return _("no spasm logged in the week from this day on")
    return ngettext(
        "{n} spasm in the week from this day on", "{n} spasms in the week from this day on", spasms
    )


def _lack(usual: Usual) -> Lack:
    text = ngettext(
        "{n} more week with at least {days} logged days",
        "{n} more weeks with at least {days} logged days",
        WEEKS.value - usual.weeks,
    )
    return Lack(text.format(days=LOGGED.value))


def _measures(spasms: int, usual: Usual) -> tuple[tuple[str, Number], ...]:
    counted = (
        ("spasms_this_week", spasms),
        ("weeks_counted", usual.weeks),
        ("spasms_in_them", usual.spasms),
    )
    if not usual.is_known:
        return counted
    mean = float(usual.mean)
    return (*counted, ("usual_week", mean), ("limit", mean + ROOTS.value * sqrt(mean)))


def _switches_off() -> str:
    return _(
        "Fewer than {n} spasms inside {days} days, or no more than your usual week leads to expect."
    ).format(n=SPASMS.value, days=WEEK.value)


def _receipt(weeks: Sequence[Week]) -> Receipt:
    """A line for each week, newest first: what it counts, and whether it says what is usual."""
    headings = (_("From"), _("To"), _("Spasms"), _("Days logged"), _("Part of the usual week"))
    return Receipt(headings, tuple(_row(each, number) for number, each in enumerate(weeks)))


def _row(week: Week, weeks_ago: int) -> tuple[Cell, ...]:
    used = _("yes") if week.counts else _("no")
    part = used if weeks_ago else _("this week")
    return (week.first, week.last, len(week.spasms), week.logged, part)


UNUSUAL_WEEK = Rule(
    id="A2",
    title=N_("An unusual week"),
    looks_for=N_(
        "3 or more spasms in the last 7 days, and clearly more than in your usual week. What is "
        "usual comes from at least 12 of the 26 weeks before, each with 4 logged days or more."
    ),
    levels=(Level.INFO,),
    advice=N_("There is nothing to arrange. Look back at what was different, if you like."),
    sources=(NIST,),
    thresholds=(WEEK, WEEKS_BACK, LOGGED, WEEKS, SPASMS, HALVES, ROOTS),
    check=check,
    limits=N_(
        "It counts every spasm logged, short or long, in all places together. A week in which you "
        "log more closely may look unusual for that alone."
    ),
    fires=N_(
        "It adds up the spasms of the earlier weeks that count, adds half a spasm, and divides by "
        "the number of these weeks. That is your usual week. It fires when this week has at least "
        "3 spasms, and more than the usual week plus 3 times its square root."
    ),
    silent=N_(
        "It says nothing when this week is not above that limit, or has fewer than 3 spasms. It "
        "cannot tell until 12 of the 26 weeks before have 4 logged days or more."
    ),
    sure=N_(
        "The limit is that of a control chart for counts, a published method that is not about "
        "backs. The half spasm, the 12 and 26 weeks, the 4 days and the 3 spasms are our own "
        "choice."
    ),
)
