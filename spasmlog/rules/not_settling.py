"""R05 and R06: pain that has gone on for four weeks, or for more than twelve.

A spell is a chain of pain days, each at most 30 days after the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import CheckIn, Episode, Reading
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Cell,
    Evidence,
    Lack,
    LeftOut,
    Level,
    Outcome,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
    days_logged,
    left_later,
)
from spasmlog.rules.sources import QASEEM, TREEDE

CURRENT = Threshold(N_("Days since the last pain day, at most"), 7, N_("days"), Standing.OURS)
STEP = Threshold(N_("Days from one pain day to the next, at most"), 30, N_("days"), Standing.OURS)
FOUR_WEEKS = Threshold(N_("Shortest spell"), 28, N_("days"), Standing.PUBLISHED, QASEEM)
TWELVE_WEEKS = Threshold(
    N_("Longest spell, beyond which the other rule speaks"),
    84,
    N_("days"),
    Standing.PUBLISHED,
    QASEEM,
)
OVER_TWELVE_WEEKS = Threshold(N_("Shortest spell"), 85, N_("days"), Standing.PUBLISHED, QASEEM)
LOGGED = Threshold(N_("Share of the days that is logged, at least"), 50, "%", Standing.OURS)
PAIN = Threshold(N_("Share of logged days with pain, at least"), 50, "%", Standing.OURS)

ROWS = 13
"""The rows of a receipt, the oldest of which takes all that is left."""


@dataclass(frozen=True, slots=True)
class Spell:
    """The pain days that hang together, from `start` to the day looked at, as ordinals."""

    start: int
    today: int
    latest: int
    pain: frozenset[int]
    logged: frozenset[int]
    unlogged_before: int

    @property
    def days(self) -> int:
        return self.today - self.start + 1

    @property
    def missing(self) -> int:
        return self.days - len(self.logged)

    @property
    def is_covered(self) -> bool:
        return 100 * len(self.logged) >= LOGGED.value * self.days

    @property
    def is_mostly_pain(self) -> bool:
        return 100 * len(self.pain) >= PAIN.value * len(self.logged)


def check_four_weeks(diary: Diary) -> Verdict:
    """Four to twelve weeks with pain on at least half of the logged days."""
    spell = _spell(diary)
    if spell is None or not FOUR_WEEKS.value <= spell.days <= TWELVE_WEEKS.value:
        return _undecided_or_no(diary, spell)
    title = _("Pain over about {weeks} weeks").format(weeks=spell.days // 7)
    message = _(
        "You have logged pain on most of the days you recorded over about {weeks} weeks. Many "
        "people are better by now, so a visit to talk about next steps may help."
    ).format(weeks=spell.days // 7)
    return _judged(diary, spell, title, message, row_days=7)


def check_over_twelve_weeks(diary: Diary) -> Verdict:
    """More than twelve weeks with pain on at least half of the logged days."""
    spell = _spell(diary)
    if spell is None or spell.days < OVER_TWELVE_WEEKS.value:
        return _undecided_or_no(diary, spell)
    title = _("Pain going back {weeks} weeks").format(weeks=spell.days // 7)
    message = _(
        "Your entries show pain going back more than 12 weeks. Guidelines suggest looking at the "
        "plan again with a clinician at this stage."
    )
    return _judged(diary, spell, title, message, row_days=28)


def _spell(diary: Diary) -> Spell | None:
    """The spell that reaches to this week; None if no pain day lies in it."""
    facts, today = diary.facts, diary.today.toordinal()
    pain: list[int] = []
    logged: list[int] = []
    day, limit = today, today - CURRENT.value
    while day >= limit:
        known = facts.get(date.fromordinal(day))
        if known is not None and known.logged:
            logged.append(day)
            if known.pain:
                pain.append(day)
                limit = day - STEP.value
        day -= 1
    if not pain:
        return None
    start = pain[-1]
    inside = frozenset(each for each in logged if each >= start)
    before = STEP.value - (len(logged) - len(inside))
    return Spell(start, today, pain[0], frozenset(pain), inside, before)


def _judged(diary: Diary, spell: Spell, title: str, message: str, row_days: int) -> Verdict:
    outcome = Outcome.INSUFFICIENT
    if spell.is_covered:
        outcome = Outcome.FIRE if spell.is_mostly_pain else Outcome.NO
    fired = outcome is Outcome.FIRE
    return Verdict(
        outcome=outcome,
        level=Level.ROUTINE if fired else None,
        title=title if fired else "",
        message=message if fired else "",
        first=date.fromordinal(spell.start),
        last=diary.today,
        days_counted=len(spell.logged),
        days_missing=spell.missing,
        evidence=tuple(_evidence(diary, spell)),
        left_out=_left_later(diary),
        lacking=() if spell.is_covered else _lacking(spell),
        measures=_measures(spell),
        switches_off=_switches_off() if fired else "",
        receipt=_receipt(spell, row_days),
    )


def _undecided_or_no(diary: Diary, spell: Spell | None) -> Verdict:
    """No pain these days, a spell of another length, or nothing logged at all these days."""
    days = window(diary.today, CURRENT.value + 1)
    first = date.fromordinal(spell.start if spell else days.start)
    logged = len(spell.logged) if spell else days_logged(diary, days)
    known = spell is not None or logged > 0
    one = Lack(_("a logged day in the last {n} days").format(n=len(days)))
    return Verdict(
        outcome=Outcome.NO if known else Outcome.INSUFFICIENT,
        first=first,
        last=diary.today,
        days_counted=logged,
        days_missing=spell.missing if spell else len(days) - logged,
        evidence=_ends(diary, spell) if spell else (),
        left_out=_left_later(diary),
        lacking=() if known else (one,),
        measures=_measures(spell) if spell else (),
    )


def _evidence(diary: Diary, spell: Spell) -> Iterator[Evidence]:
    """Every logged day of the spell, newest first, and what lies before it."""
    clear = {each.day: each.id for each in _check_ins(diary, spell) if each.worst == 0}
    pain, no_pain = _("pain logged"), _("no pain logged")
    for day in sorted(spell.logged, reverse=True):
        on = date.fromordinal(day)
        if day in spell.pain:
            yield Evidence(on, diary.facts[on].sources, pain)
        else:
            yield Evidence(on, (clear[on],) if on in clear else (), no_pain)
    if spell.unlogged_before:
        yield Evidence(date.fromordinal(spell.start - 1), (), _gap(spell.unlogged_before))


def _ends(diary: Diary, spell: Spell) -> tuple[Evidence, ...]:
    """The first and the latest pain day, which decide how long the spell is."""
    days = sorted({spell.start, spell.latest}, reverse=True)
    on = [date.fromordinal(day) for day in days]
    return tuple(Evidence(day, diary.facts[day].sources, _("pain logged")) for day in on)


def _check_ins(diary: Diary, spell: Spell) -> tuple[CheckIn, ...]:
    return diary.between(CheckIn, date.fromordinal(spell.start), diary.today)


def _gap(unlogged: int) -> str:
    return _(
        "no entry on {n} of the {step} days up to this one, so the pain may go further back"
    ).format(n=unlogged, step=STEP.value)


def _lacking(spell: Spell) -> tuple[Lack, ...]:
    needed = -(-LOGGED.value * spell.days // 100) - len(spell.logged)
    text = ngettext("{n} more logged day since {day}", "{n} more logged days since {day}", needed)
    return (Lack(text, date.fromordinal(spell.start)),)


def _measures(spell: Spell) -> tuple[tuple[str, int], ...]:
    return (
        ("spell_days", spell.days),
        ("logged_days", len(spell.logged)),
        ("pain_days", len(spell.pain)),
        ("unlogged_days", spell.missing),
        ("unlogged_before", spell.unlogged_before),
    )


def _switches_off() -> str:
    return _("{n} days without a pain day, or pain on fewer than half of the days you log.").format(
        n=CURRENT.value + 1
    )


def _receipt(spell: Spell, row_days: int) -> Receipt:
    rows: list[tuple[Cell, ...]] = []
    last = spell.today
    while last >= spell.start:
        first = spell.start if len(rows) == ROWS - 1 else max(spell.start, last - row_days + 1)
        pain = sum(first <= day <= last for day in spell.pain)
        logged = sum(first <= day <= last for day in spell.logged)
        ends = (date.fromordinal(first), date.fromordinal(last))
        rows.append((*ends, pain, logged - pain, last - first + 1 - logged))
        last = first - 1
    headings = (_("From"), _("To"), _("Days with pain"), _("Days without"), _("No entry"))
    return Receipt(headings, tuple(rows))


def _left_later(diary: Diary) -> tuple[LeftOut, ...]:
    return left_later(diary, lambda each: isinstance(each, Episode | Reading | CheckIn))


_LIMITS = N_(
    "A month without an entry ends a spell as a month without pain does, so the time may be "
    "longer than it says here, never shorter."
)
_CONSIDERS = N_(
    "A clinician may consider things such as facet joint arthritis, a narrowed spinal canal, a "
    "bulging disc or worn discs, or find none of these. The journal cannot say which."
)

FOUR_WEEKS_RULE = Rule(
    id="R05",
    title=N_("Four weeks and not settled"),
    looks_for=N_(
        "Pain in the last 7 days that goes back 4 to 12 weeks, never more than 30 days from one "
        "pain day to the next, with pain on at least half of the days logged."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("A visit to talk about next steps may help."),
    sources=(QASEEM,),
    thresholds=(CURRENT, STEP, FOUR_WEEKS, TWELVE_WEEKS, LOGGED, PAIN),
    check=check_four_weeks,
    limits=_LIMITS,
    considers=_CONSIDERS,
)
OVER_TWELVE_WEEKS_RULE = Rule(
    id="R06",
    title=N_("Over twelve weeks"),
    looks_for=N_(
        "Pain in the last 7 days that goes back more than 12 weeks, never more than 30 days from "
        "one pain day to the next, with pain on at least half of the days logged."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("It is worth looking at the plan again with a clinician."),
    sources=(QASEEM, TREEDE),
    thresholds=(CURRENT, STEP, OVER_TWELVE_WEEKS, LOGGED, PAIN),
    check=check_over_twelve_weeks,
    limits=_LIMITS,
    considers=_CONSIDERS,
)
