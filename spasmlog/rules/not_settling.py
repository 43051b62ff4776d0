"""R05 and R06: pain that has gone on for four weeks, or for more than twelve.

How far it goes back is what `spell` finds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import CheckIn
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Cell,
    Evidence,
    Lack,
    Level,
    Outcome,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
    days_logged,
)
from spasmlog.rules.days import LISTED, ROWS, left_pain
from spasmlog.rules.sources import QASEEM, TREEDE
from spasmlog.rules.spell import CURRENT, LOGGED, PAIN, STEP, Spell, spell_of
from spasmlog.rules.words import CONSIDERED

FOUR_WEEKS = Threshold(N_("Shortest spell"), 28, N_("days"), Standing.PUBLISHED, QASEEM)
TWELVE_WEEKS = Threshold(
    N_("Longest spell, beyond which the other rule speaks"),
    84,
    N_("days"),
    Standing.PUBLISHED,
    QASEEM,
)
OVER_TWELVE_WEEKS = Threshold(N_("Shortest spell"), 85, N_("days"), Standing.PUBLISHED, QASEEM)


def check_four_weeks(diary: Diary) -> Verdict:
    """Four to twelve weeks with pain on at least half of the logged days."""
    spell = spell_of(diary)
    if spell is None or not FOUR_WEEKS.value <= spell.days <= TWELVE_WEEKS.value:
        return _undecided_or_no(diary, spell)
    weeks = spell.days // 7
    title = ngettext("Pain over about {n} week", "Pain over about {n} weeks", weeks)
    message = ngettext(
        "You have logged pain on most of the days you recorded over about {n} week. Many people "
        "are better by now, so a visit to talk about next steps may help.",
        "You have logged pain on most of the days you recorded over about {n} weeks. Many people "
        "are better by now, so a visit to talk about next steps may help.",
        weeks,
    )
    return _judged(diary, spell, title, message, row_days=7)


def check_over_twelve_weeks(diary: Diary) -> Verdict:
    """More than twelve weeks with pain on at least half of the logged days."""
    spell = spell_of(diary)
    if spell is None or spell.days < OVER_TWELVE_WEEKS.value:
        return _undecided_or_no(diary, spell)
    title = ngettext("Pain going back {n} week", "Pain going back {n} weeks", spell.days // 7)
    message = _(
        "Your entries show pain going back more than 12 weeks. Guidelines suggest looking at the "
        "plan again with a clinician at this stage."
    )
    return _judged(diary, spell, title, message, row_days=28)


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
        first=spell.first,
        last=diary.today,
        days_counted=len(spell.logged),
        days_missing=spell.missing,
        evidence=tuple(_evidence(diary, spell)),
        left_out=left_pain(diary),
        lacking=() if spell.is_covered else _lacking(spell),
        measures=_measures(spell),
        switches_off=_switches_off() if fired else "",
        receipt=_receipt(spell, row_days),
        progress=None if spell.is_covered else spell.progress,
        summary=_summary(spell) if fired else "",
    )


def _undecided_or_no(diary: Diary, spell: Spell | None) -> Verdict:
    """No pain these days, a spell of another length, or nothing logged at all these days."""
    days = window(diary.today, CURRENT.value + 1)
    first = spell.first if spell else date.fromordinal(days.start)
    logged = len(spell.logged) if spell else days_logged(diary, days)
    known = spell is not None or logged > 0
    one = Lack(_("a logged day in the last {n} days").format(n=len(days)))
    return Verdict(
        outcome=Outcome.NO if known else Outcome.INSUFFICIENT,
        first=first,
        last=diary.today,
        days_counted=logged,
        days_missing=spell.missing if spell else len(days) - logged,
        evidence=_ends(spell) if spell else (),
        left_out=left_pain(diary),
        lacking=() if known else (one,),
        measures=_measures(spell) if spell else (),
    )


def _evidence(diary: Diary, spell: Spell) -> Iterator[Evidence]:
    """Each logged day of the last year, newest first; the days before it; the gap before those."""
    horizon = max(spell.first, spell.last - timedelta(days=LISTED - 1))
    listed = _on_or_after(spell.logged, horizon)
    clear = {each.day: each.id for each in diary.between(CheckIn, horizon, spell.last)}
    pain, no_pain = _("pain logged"), _("no pain logged")
    for known in spell.logged[:listed]:
        typed = (clear[known.day],) if known.day in clear else ()
        yield Evidence(known.day, *((known.sources, pain) if known.pain else (typed, no_pain)))
    if older := spell.logged[listed:]:
        yield Evidence(spell.first, _older_records(diary, older), _counted(older))
    if spell.unlogged_before:
        yield Evidence(spell.first - timedelta(days=1), (), _gap(spell.unlogged_before))


def _older_records(diary: Diary, older: Sequence[DayFacts]) -> tuple[str, ...]:
    """What made these days pain days, and the check-ins that say that there was none."""
    typed = diary.between(CheckIn, older[-1].day, older[0].day)
    ids = dict.fromkeys(chain.from_iterable(known.sources for known in older))
    ids.update((each.id, None) for each in typed if each.worst == 0)
    return tuple(ids)


def _on_or_after(logged: Sequence[DayFacts], first: date) -> int:
    """How many of these days, newest first, are not before `first`."""
    return bisect_right(logged, -first.toordinal(), key=lambda each: -each.day.toordinal())


def _counted(older: Sequence[DayFacts]) -> str:
    pain = sum(each.pain for each in older)
    return ngettext(
        "pain on {pain} of {n} logged day, more than a year back, beginning with this one",
        "pain on {pain} of {n} logged days, more than a year back, beginning with this one",
        len(older),
    ).format(pain=pain)


def _ends(spell: Spell) -> tuple[Evidence, ...]:
    """The latest and the first pain day, which decide how long the spell is."""
    latest = next(each for each in spell.logged if each.pain)
    ends = dict.fromkeys((latest.day, spell.first))
    sources = {latest.day: latest.sources, spell.first: spell.logged[-1].sources}
    return tuple(Evidence(day, sources[day], _("pain logged")) for day in ends)


def _gap(unlogged: int) -> str:
    return _(
        "no entry on {n} of the {step} days up to this one, so the pain may go further back"
    ).format(n=unlogged, step=STEP.value)


def _lacking(spell: Spell) -> tuple[Lack, ...]:
    needed = spell.progress.needed - len(spell.logged)
    text = ngettext("{n} more logged day since {day}", "{n} more logged days since {day}", needed)
    return (Lack(text, spell.first),)


def _summary(spell: Spell) -> str:
    said = _("Pain on {pain} of {logged} logged days since {first}.")
    said = said.replace("{pain}", str(spell.pain_days))
    return said.replace("{logged}", str(len(spell.logged)))


def _measures(spell: Spell) -> tuple[tuple[str, int], ...]:
    return (
        ("spell_days", spell.days),
        ("logged_days", len(spell.logged)),
        ("pain_days", spell.pain_days),
        ("unlogged_days", spell.missing),
        ("unlogged_before", spell.unlogged_before),
    )


def _switches_off() -> str:
    return _("{n} days without a pain day, or pain on fewer than half of the days you log.").format(
        n=CURRENT.value + 1
    )


def _receipt(spell: Spell, row_days: int) -> Receipt:
    """Pain days, days without and days unknown in blocks of `row_days`, newest first."""
    rows: list[tuple[Cell, ...]] = []
    left = spell.logged
    last = spell.last
    while last >= spell.first:
        first = max(spell.first, last - timedelta(days=row_days - 1))
        if len(rows) == ROWS - 1:
            first = spell.first
        here = left[: _on_or_after(left, first)]
        left = left[len(here) :]
        pain = sum(each.pain for each in here)
        unknown = (last - first).days + 1 - len(here)
        rows.append((first, last, pain, len(here) - pain, unknown))
        last = first - timedelta(days=1)
    headings = (_("From"), _("To"), _("Days with pain"), _("Days without"), _("No entry"))
    return Receipt(headings, tuple(rows))


_LIMITS = N_(
    "A month without an entry ends a spell just as a month without pain does. So the time may "
    "be longer than it says here, never shorter."
)

FOUR_WEEKS_RULE = Rule(
    id="R05",
    title=N_("Four weeks and not settled"),
    looks_for=N_(
        "Pain in the last 7 days that goes back 4 to 12 weeks. There are never more than 30 days "
        "from one pain day to the next. At least half of the days logged have pain."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("A visit to talk about next steps may help."),
    sources=(QASEEM,),
    thresholds=(CURRENT, STEP, FOUR_WEEKS, TWELVE_WEEKS, LOGGED, PAIN),
    check=check_four_weeks,
    personal=True,
    limits=_LIMITS,
    considers=CONSIDERED,
    fires=N_(
        "It fires when the last pain day is at most 7 days ago, and the pain goes back 28 to 84 "
        "days. To go back, it steps from one pain day to the one before, 30 days at most. Half "
        "of all those days or more must be logged, and half of the logged ones or more must have "
        "pain."
    ),
    silent=N_(
        "It stays silent when the pain goes back less than 28 or more than 84 days, when the last "
        "pain day is more than 7 days ago, or when fewer than half of the logged days have pain. "
        "It cannot tell when none of the last 8 days is logged, or fewer than half of all."
    ),
    sure=N_(
        "The 4 and 12 weeks are published, for pain in the low back. The 7 days, the 30 days and "
        "both halves are our own choice."
    ),
)
OVER_TWELVE_WEEKS_RULE = Rule(
    id="R06",
    title=N_("Over twelve weeks"),
    looks_for=N_(
        "Pain in the last 7 days that goes back more than 12 weeks. There are never more than 30 "
        "days from one pain day to the next. At least half of the days logged have pain."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("It is worth looking at the plan again with a clinician."),
    sources=(QASEEM, TREEDE),
    thresholds=(CURRENT, STEP, OVER_TWELVE_WEEKS, LOGGED, PAIN),
    check=check_over_twelve_weeks,
    personal=True,
    limits=_LIMITS,
    considers=CONSIDERED,
    fires=N_(
        "It fires when the last pain day is at most 7 days ago, and the pain goes back 85 days "
        "or more. To go back, it steps from one pain day to the one before, 30 days at most. "
        "Half of all those days or more must be logged, and half of the logged ones or more must "
        "have pain."
    ),
    silent=N_(
        "It stays silent when the pain goes back less than 85 days, when the last pain day is more "
        "than 7 days ago, or when fewer than half of the logged days have pain. It cannot tell "
        "when none of the last 8 days is logged, or fewer than half of all."
    ),
    sure=N_(
        "The 12 weeks are published, for pain in the low back; for pain of any kind it is 3 "
        "months. The 7 days, the 30 days and both halves are our own choice."
    ),
)
