"""R07: pain on half the days of six months, where it began three months ago or earlier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

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
)
from spasmlog.rules.days import found_on, left_pain, pain_of, stretches
from spasmlog.rules.share import (
    COVERAGE,
    Answers,
    Share,
    at_least,
    days_left,
    progress_of,
    share_of,
    with_its_basis,
)
from spasmlog.rules.sources import DEYO
from spasmlog.rules.words import CONSIDERED

DAYS = Threshold(N_("Days looked at"), 182, N_("days"), Standing.OURS)
ONSET = Threshold(N_("Days since the pain began, at least"), 91, N_("days"), Standing.OURS)
HALF = Threshold(N_("Share of the days with pain, at least"), 50, "%", Standing.PUBLISHED, DEYO)

ROW_DAYS = 28
"""The days that a row of the receipt stands for."""


def check_half_the_days(diary: Diary) -> Verdict:
    """The share of the days with pain, if it began long enough ago."""
    days = window(diary.today, DAYS.value)
    facts = found_on(diary, days)
    answers = pain_of(facts)
    found = share_of(answers, at_least(HALF))
    onset = _onset(diary)
    began = onset is not None and (diary.today - onset.day).days >= ONSET.value
    outcome = found.outcome if began else Outcome.NO
    fired = outcome is Outcome.FIRE
    undecided = outcome is Outcome.INSUFFICIENT
    return Verdict(
        outcome=outcome,
        level=Level.ROUTINE if fired else None,
        title=_title(found) if fired else "",
        message=_message(found) if fired else "",
        first=date.fromordinal(days.start),
        last=diary.today,
        days_counted=found.known,
        days_missing=found.unknown,
        evidence=(*(_evidence(diary, facts) if began else ()), *((onset,) if onset else ())),
        left_out=left_pain(diary),
        lacking=_lacking(found, days) if undecided else (),
        measures=_measures(found, began),
        switches_off=_switches_off() if fired else "",
        not_before=_not_before(diary.today, answers) if fired else None,
        receipt=_receipt(days, answers) if fired else None,
        progress=progress_of(found) if undecided else None,
        summary=_summary(found) if fired else "",
    )


def _not_before(today: date, answers: Answers) -> date:
    """The first day on which days without pain alone could have ended it."""
    return today + timedelta(days=days_left(answers, at_least(HALF)))


def _onset(diary: Diary) -> Evidence | None:
    """The earlier of the first pain day there is and the day that the person gave."""
    known = next((each for each in diary.facts.values() if each.pain), None)
    given = diary.profile.problem_since if diary.profile else None
    found = []
    if known is not None:
        found.append(
            Evidence(known.day, known.sources, _("the first day with pain in the journal"))
        )
    if given is not None and given <= diary.today:
        found.append(Evidence(given, (), _("when the problem began, as you said")))
    return min(found, key=lambda each: each.day, default=None)


def _evidence(diary: Diary, facts: Sequence[DayFacts | None]) -> Iterator[Evidence]:
    """Each logged day, newest first."""
    pain, no_pain = _("pain logged"), _("no pain logged")
    first = diary.today - timedelta(days=len(facts) - 1)
    ids = {each.day: (each.id,) for each in diary.between(CheckIn, first, diary.today)}
    for each in reversed(facts):
        if each is not None and each.logged:
            records = each.sources or ids.get(each.day, ())
            yield Evidence(each.day, records, pain if each.pain else no_pain)


def _title(found: Share) -> str:
    return ngettext(
        "Pain on {pain} of {n} logged day in six months",
        "Pain on {pain} of {n} logged days in six months",
        found.known,
    ).format(pain=found.part)


def _message(found: Share) -> str:
    message = ngettext(
        "You logged pain on {pain} of the {n} day you recorded in the last six months. Clinicians "
        "use a similar measure for long-lasting back pain, so consider discussing it.",
        "You logged pain on {pain} of the {n} days you recorded in the last six months. Clinicians "
        "use a similar measure for long-lasting back pain, so consider discussing it.",
        found.known,
    ).format(pain=found.part)
    return with_its_basis(message, found)


def _summary(found: Share) -> str:
    said = _("Pain on {pain} of {logged} logged days since {first}.")
    return said.replace("{pain}", str(found.part)).replace("{logged}", str(found.known))


def _lacking(found: Share, days: range) -> tuple[Lack, ...]:
    text = ngettext(
        "{n} more logged day since {day}", "{n} more logged days since {day}", found.lacking
    )
    return (Lack(text, date.fromordinal(days.start)),)


def _measures(found: Share, began: bool) -> tuple[tuple[str, int], ...]:
    return (
        ("pain_days", found.part),
        ("pain_free_days", found.known - found.part),
        ("unlogged_days", found.unknown),
        *((("share_step", int(found.step)),) if began else ()),
    )


def _switches_off() -> str:
    return ngettext(
        "Pain on fewer than half of the last {n} day, or too few logged days to tell.",
        "Pain on fewer than half of the last {n} days, or too few logged days to tell.",
        DAYS.value,
    )


def _receipt(days: range, answers: Answers) -> Receipt:
    """Pain days, days without and days unknown in stretches of four weeks, newest first."""
    rows: list[tuple[Cell, ...]] = []
    for each in stretches(days, ROW_DAYS):
        here = answers[each.start - days.start : each.stop - days.start]
        first, last = date.fromordinal(each.start), date.fromordinal(each.stop - 1)
        rows.append((first, last, here.count(True), here.count(False), here.count(None)))
    headings = (_("From"), _("To"), _("Days with pain"), _("Days without"), _("No entry"))
    return Receipt(headings, tuple(rows))


HALF_THE_DAYS = Rule(
    id="R07",
    title=N_("Half the days of six months"),
    looks_for=N_(
        "Pain on at least half of the last 182 days, where it began at least 91 days ago."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("Consider discussing it with a clinician."),
    sources=(DEYO,),
    thresholds=(DAYS, ONSET, HALF, COVERAGE),
    check=check_half_the_days,
    personal=True,
    limits=N_(
        "People tend to log on bad days, so the share of the days with pain may look higher than "
        "it is."
    ),
    considers=CONSIDERED,
    fires=N_(
        "It fires when there was pain on at least half of the last 182 days, even if there was "
        "none on the days without an entry. With 70 % of the days logged, half of those is enough. "
        "The pain must have begun at least 91 days ago: on the first day with pain in the journal, "
        "or on the day you gave, if that is earlier."
    ),
    silent=N_(
        "It stays silent when there was pain on fewer than half of the days, or when it began "
        "less than 91 days ago. It cannot tell when fewer than 70 % of the days are logged and "
        "the others could turn it either way."
    ),
    sure=N_(
        "Half the days of six months, and three months at least, is published for pain in the low "
        "back. For other places it is adapted. To count six months as 182 days and three as 91, "
        "and to ask for 70 % of the days, is our own choice."
    ),
)
