"""R04: severe pain on three days running, by the numbers typed for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Counted,
    Level,
    Outcome,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
)
from spasmlog.rules.explicit import Typed, lack_of_number, left_numbers, typed
from spasmlog.rules.sources import BOONSTRA, PALOS, SERLIN

SEVERE = Threshold(N_("Severe pain, at least"), 7, N_("points"), Standing.PUBLISHED, SERLIN)
RUNNING = Threshold(N_("Days running"), 3, N_("days"), Standing.OURS)
NEWEST = Threshold(N_("Days since the last number, at most"), 1, N_("days"), Standing.OURS)


def check_severe_days(diary: Diary) -> Verdict:
    """Three days, the last of them today or, while it has no number, yesterday."""
    recent = typed(diary, window(diary.today, NEWEST.value + RUNNING.value))
    numbers = {each.day: each for each in recent}
    newest = next((day for day in _back(diary.today, NEWEST.value + 1) if day in numbers), None)
    days = _back(newest or diary.today, RUNNING.value)
    known = [numbers[day] for day in days if day in numbers]
    outcome = _judge(known, newest)
    fired = outcome is Outcome.FIRE
    undecided = outcome is Outcome.INSUFFICIENT
    return Verdict(
        outcome=outcome,
        level=Level.PROMPT if fired else None,
        title=_title(known) if fired else "",
        message=_message() if fired else "",
        first=days[-1],
        last=diary.today,
        days_counted=len(known),
        days_missing=(diary.today - days[-1]).days + 1 - len(known),
        evidence=tuple(each.evidence for each in known),
        left_out=left_numbers(diary),
        lacking=tuple(map(lack_of_number, _missing(days, numbers))) if undecided else (),
        measures=(("numbers", len(known)), ("severe_days", sum(map(_is_severe, known)))),
        switches_off=_switches_off() if fired else "",
        receipt=_receipt(known) if fired else None,
        summary=_summary(known) if fired else "",
    )


def _judge(known: Sequence[Typed], newest: date | None) -> Outcome:
    if newest is None:
        return Outcome.INSUFFICIENT
    if not all(map(_is_severe, known)):
        return Outcome.NO
    return Outcome.FIRE if len(known) == RUNNING.value else Outcome.INSUFFICIENT


def _is_severe(number: Typed) -> bool:
    return number.pain >= SEVERE.value


def _back(last: date, days: int) -> tuple[date, ...]:
    """So many days, newest first."""
    return tuple(last - timedelta(days=each) for each in range(days))


def _missing(days: Sequence[date], numbers: Mapping[date, Typed]) -> Sequence[date]:
    """The days whose numbers would decide it, oldest first; one, where one is enough for a no."""
    if not all(_is_severe(numbers[day]) for day in days if day in numbers):
        return days[:1]
    return [day for day in reversed(days) if day not in numbers]


def _title(known: Sequence[Typed]) -> str:
    text = ngettext(
        "Pain of {numbers} on {n} day running", "Pain of {numbers} on {n} days running", len(known)
    )
    return text.format(numbers=_told(known))


def _summary(known: Sequence[Typed]) -> str:
    return _("Worst pain {numbers}, day by day since {first}.").replace("{numbers}", _told(known))


def _told(known: Sequence[Typed]) -> str:
    """The numbers, oldest first."""
    return ", ".join(str(each.pain) for each in reversed(known))


def _message() -> str:
    return _(
        "You have logged pain of 7 or more on three days running. If it is not easing, contact a "
        "clinician within a day or two, and sooner if anything on the emergency list is true."
    )


def _switches_off() -> str:
    days = NEWEST.value + 1
    return ngettext(
        "A day with pain below {severe}, or {n} day without a number.",
        "A day with pain below {severe}, or {n} days without a number.",
        days,
    ).format(severe=SEVERE.value)


def _receipt(known: Sequence[Typed]) -> Receipt:
    return Receipt((_("Day"), _("Worst pain")), tuple((each.day, each.pain) for each in known))


SEVERE_DAYS = Rule(
    id="R04",
    title=N_("Three severe days"),
    looks_for=N_(
        "A worst pain of 7 or more on 3 days running, the last of them today or the day before."
    ),
    levels=(Level.PROMPT,),
    advice=N_("If it is not easing, contact a clinician within a day or two."),
    sources=(SERLIN, PALOS, BOONSTRA),
    thresholds=(SEVERE, RUNNING, NEWEST),
    check=check_severe_days,
    counts=Counted.NUMBERS,
    limits=N_(
        "It reads only the worst pain typed for a day, not the strength of a spasm. It needs 3 "
        "days to speak. You need not wait for it to ask for help."
    ),
    fires=N_(
        "It fires when the worst pain typed was 7 or more on each of 3 days running. The last of "
        "them is today, or yesterday as long as today has no number."
    ),
    silent=N_(
        "It stays silent if one of these days has a number below 7. It cannot tell if none has, "
        "but a number is missing, or if neither today nor yesterday has one."
    ),
    sure=N_(
        "That 7 or more is severe is published, but not settled. One study of long-lasting muscle "
        "and joint pain found 8 or more. The 3 days are our own choice."
    ),
)
