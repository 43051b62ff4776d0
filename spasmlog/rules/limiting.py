"""R11: pain on most days of three months, and most days limited by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import CheckIn
from spasmlog.domain.scales import Limited
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Cell,
    Evidence,
    Lack,
    Level,
    Outcome,
    Progress,
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
    days_left,
    more_than,
    progress_of,
    share_of,
    with_its_basis,
)
from spasmlog.rules.sources import DAHLHAMER

DAYS = Threshold(N_("Days looked at"), 90, N_("days"), Standing.ADAPTED, DAHLHAMER)
MOST = Threshold(
    N_("Share of the days with pain, and of those limited by it, more than"),
    50,
    "%",
    Standing.ADAPTED,
    DAHLHAMER,
)

ROW_DAYS = 14
"""The days that a row of the receipt stands for."""


def check_limiting(diary: Diary) -> Verdict:
    """Two shares that must both be of most days: of pain, and of being limited by it."""
    days = window(diary.today, DAYS.value)
    facts = found_on(diary, days)
    pain, limited = pain_of(facts), _limited_of(facts)
    of_pain, of_limited = share_of(pain, more_than(MOST)), share_of(limited, more_than(MOST))
    outcome = _together(of_pain.outcome, of_limited.outcome)
    fired = outcome is Outcome.FIRE
    undecided = outcome is Outcome.INSUFFICIENT
    return Verdict(
        outcome=outcome,
        level=Level.ROUTINE if fired else None,
        title=_title(of_pain, of_limited) if fired else "",
        message=with_its_basis(_message(), of_pain, of_limited) if fired else "",
        first=date.fromordinal(days.start),
        last=diary.today,
        days_counted=of_pain.known,
        days_missing=of_pain.unknown,
        evidence=tuple(_evidence(diary, facts)),
        left_out=left_pain(diary),
        lacking=tuple(_lacking(of_pain, of_limited, days)) if undecided else (),
        measures=_measures(of_pain, of_limited),
        switches_off=_switches_off() if fired else "",
        not_before=_not_before(diary.today, pain, limited) if fired else None,
        receipt=_receipt(days, pain, limited) if fired else None,
        progress=_progress(of_pain, of_limited) if undecided else None,
        summary=_summary(of_pain, of_limited) if fired else "",
    )


def _together(pain: Outcome, limited: Outcome) -> Outcome:
    both = {pain, limited}
    if Outcome.NO in both:
        return Outcome.NO
    return Outcome.INSUFFICIENT if Outcome.INSUFFICIENT in both else Outcome.FIRE


def _limited_of(facts: Iterable[DayFacts | None]) -> Answers:
    """Whether pain limited each day, a bit or a lot; None where that was not answered."""
    said = (None if each is None else each.limited for each in facts)
    return tuple(None if each is None else each is not Limited.NO for each in said)


def _not_before(today: date, *each_day: Answers) -> date:
    left = min(days_left(answers, more_than(MOST)) for answers in each_day)
    return today + timedelta(days=left)


def _evidence(diary: Diary, facts: Sequence[DayFacts | None]) -> Iterator[Evidence]:
    """Each day on which either is known, newest first."""
    pain, no_pain = _("pain logged"), _("no pain logged")
    limited, not_limited = _("limited by pain"), _("not limited by pain")
    typed = _answered(diary, diary.today - timedelta(days=len(facts) - 1))
    for known in reversed(facts):
        if known is None:
            continue
        said = []
        if known.logged:
            said.append(pain if known.pain else no_pain)
        if known.limited is not None:
            said.append(not_limited if known.limited is Limited.NO else limited)
        if said:
            records = dict.fromkeys((*known.sources, *typed.get(known.day, ())))
            yield Evidence(known.day, tuple(records), "; ".join(said))


def _answered(diary: Diary, first: date) -> Mapping[date, tuple[str]]:
    """The check-ins that tell either, by their days."""
    given = diary.between(CheckIn, first, diary.today)
    return {
        each.day: (each.id,) for each in given if each.worst is not None or each.limited is not None
    }


def _title(pain: Share, limited: Share) -> str:
    return ngettext(
        "Pain on {pain} and limited on {limited} of the last {n} day",
        "Pain on {pain} and limited on {limited} of the last {n} days",
        pain.days,
    ).format(pain=pain.part, limited=limited.part)


def _message() -> str:
    return _(
        "On most of the days you recorded in the last three months you had pain, and it limited "
        "what you did. Support is available; consider booking a visit."
    )


def _summary(pain: Share, limited: Share) -> str:
    said = _(
        "Pain on {pain} of {logged} logged days since {first}; limited on {limited} of {answered} "
        "days with an answer."
    )
    counts = {"pain": pain.part, "logged": pain.known}
    counts |= {"limited": limited.part, "answered": limited.known}
    return said.format(**counts, first="{first}")


def _progress(pain: Share, limited: Share) -> Progress | None:
    """How far the logged days have come, where they alone are too few."""
    return None if limited.outcome is Outcome.INSUFFICIENT else progress_of(pain)


def _lacking(pain: Share, limited: Share, days: range) -> Iterator[Lack]:
    first = date.fromordinal(days.start)
    if pain.outcome is Outcome.INSUFFICIENT:
        text = ngettext(
            "{n} more logged day since {day}", "{n} more logged days since {day}", pain.lacking
        )
        yield Lack(text, first)
    if limited.outcome is Outcome.INSUFFICIENT:
        text = ngettext(
            "{n} more day since {day} with an answer on whether pain limited you",
            "{n} more days since {day} with an answer on whether pain limited you",
            limited.lacking,
        )
        yield Lack(text, first)


def _measures(pain: Share, limited: Share) -> tuple[tuple[str, int], ...]:
    return (
        ("pain_days", pain.part),
        ("unlogged_days", pain.unknown),
        ("pain_step", int(pain.step)),
        ("limited_days", limited.part),
        ("unanswered_days", limited.unknown),
        ("limited_step", int(limited.step)),
    )


def _switches_off() -> str:
    return ngettext(
        "Pain, or limits by it, on half of the last {n} day or fewer, or too few answers to tell.",
        "Pain, or limits by it, on half of the last {n} days or fewer, or too few answers to tell.",
        DAYS.value,
    )


def _receipt(days: range, pain: Answers, limited: Answers) -> Receipt:
    """Days with and days unknown in stretches of two weeks, newest first."""
    rows: list[tuple[Cell, ...]] = []
    for each in stretches(days, ROW_DAYS):
        at = slice(each.start - days.start, each.stop - days.start)
        first, last = date.fromordinal(each.start), date.fromordinal(each.stop - 1)
        counts = (each_day[at].count(said) for each_day in (pain, limited) for said in (True, None))
        rows.append((first, last, *counts))
    headings = (
        _("From"),
        _("To"),
        _("Days with pain"),
        _("No entry"),
        _("Days limited by pain"),
        _("No answer"),
    )
    return Receipt(headings, tuple(rows))


LIMITING = Rule(
    id="R11",
    title=N_("Limiting on most days"),
    looks_for=N_(
        "Pain on more than half of the last 90 days, and being limited by it on more than half."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("Support is available; consider booking a visit."),
    sources=(DAHLHAMER,),
    thresholds=(DAYS, MOST, COVERAGE),
    check=check_limiting,
    personal=True,
    limits=N_(
        "A day without an answer on being limited is unknown here, even if pain or a spasm was "
        "logged. People tend to log on bad days, so both shares may look higher than they are."
    ),
    fires=N_(
        "It fires when there was pain on more than half of the last 90 days, and on more than half "
        "you said that it limited you, a bit or a lot. With 70 % of the days known, it is enough "
        "if it was so on more than half of those."
    ),
    silent=N_(
        "It stays silent when either is so on half of the days or fewer. It cannot tell when "
        "fewer than 70 % of the days are known and the others could turn it either way."
    ),
    sure=N_(
        "The pattern comes from a large survey of adults, not from care, and is adapted here. To "
        "judge the two parts apart, and to ask for 70 % of the days, is our own choice."
    ),
)
