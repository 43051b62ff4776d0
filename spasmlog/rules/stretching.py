"""R20: fewer stretching days in a week than a common guide asks for.

Silent while an answer to a safety question, or severe pain, asks for something else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import CheckIn, Stretch
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
from spasmlog.rules.habits import (
    DAYS,
    KNOWN,
    URGENT,
    Habit,
    Week,
    lacking,
    quiet,
    week_of,
)
from spasmlog.rules.sources import GARBER

SECONDS = Threshold(
    N_("Stretching on a stretching day, at least"),
    60,
    N_("seconds"),
    Standing.PUBLISHED,
    GARBER,
)
ENOUGH = Threshold(
    N_("Stretching days in a week, at least"), 2, N_("days"), Standing.PUBLISHED, GARBER
)


def check_stretching(diary: Diary, *urgent: Verdict) -> Verdict:
    """Fewer than two days of the week with a minute or more of stretching."""
    week = week_of(diary, HABIT)
    stretched = _stretching_days(week)
    no = quiet(diary, HABIT, week, _measures(week, stretched))
    if any(each.fired for each in urgent) or stretched >= ENOUGH.value:
        return no
    if week.lacks > 0:
        return lacking(no, _lack(week))
    return replace(
        no,
        outcome=Outcome.FIRE,
        level=Level.INFO,
        title=_title(stretched),
        message=_("You logged fewer than two stretching days this week."),
        switches_off=_switches_off(),
        receipt=_receipt(week),
        summary=_title(stretched) + ".",
    )


def _stretching_days(week: Week) -> int:
    return sum(seconds >= SECONDS.value for seconds in week.amounts)


def _measures(week: Week, stretched: int) -> tuple[tuple[str, int], ...]:
    return (("stretching_days", stretched), ("days_with_amount", len(week.days)))


def _title(stretched: int) -> str:
    return ngettext(
        "{n} stretching day in {days} days, reference {enough}",
        "{n} stretching days in {days} days, reference {enough}",
        stretched,
    ).format(days=DAYS.value, enough=ENOUGH.value)


def _lack(week: Week) -> str:
    return ngettext(
        "{n} more day with an amount of stretching, of the last {days} days",
        "{n} more days with an amount of stretching, of the last {days} days",
        week.lacks,
    )


def _switches_off() -> str:
    return _(
        "{enough} days with {seconds} seconds or more in {days} days, or fewer than {known} days "
        "with an amount."
    ).format(enough=ENOUGH.value, seconds=SECONDS.value, days=DAYS.value, known=KNOWN.value)


def _receipt(week: Week) -> Receipt:
    days = zip((each.day for each in week.days), week.amounts, strict=True)
    return Receipt((_("Day"), _("Seconds of stretching")), tuple(days))


def _stretched(facts: DayFacts, _today: date) -> int | None:
    return facts.stretch_s


def _fact(facts: DayFacts) -> str:
    return _("{n} seconds of stretching").format(n=facts.stretch_s)


def _is_typed(check_in: CheckIn) -> bool:
    return check_in.stretch_s is not None


HABIT = Habit(kind=Stretch, typed=_is_typed, read=_stretched, fact=_fact)

STRETCHING = Rule(
    id="R20",
    title=N_("Little stretching"),
    looks_for=N_(
        "Fewer than 2 of the last 7 days with 60 seconds or more of stretching, with an amount on "
        "at least 5 of them."
    ),
    levels=(Level.INFO,),
    advice=N_("There is nothing to arrange."),
    sources=(GARBER,),
    thresholds=(SECONDS, ENOUGH, DAYS, KNOWN),
    check=check_stretching,
    after=URGENT,
    limits=N_(
        "Stretching that was not logged is not seen. Of several muscle groups, the one that got "
        "most counts. It has not been shown that stretching keeps spasms away."
    ),
    fires=N_(
        "A stretching day has 60 seconds or more for one muscle group. It fires when fewer than 2 "
        "of the last 7 days are such days and at least 5 have an amount; 0 is an amount."
    ),
    silent=N_(
        "It stays silent at 2 stretching days or more, whatever the other days hold. It stays "
        "silent too while a safety answer or severe pain asks for something else. It cannot tell "
        "when fewer than 5 of the 7 days have an amount."
    ),
    sure=N_(
        "The 60 seconds and the 2 days a week are published for staying supple, not for keeping "
        "spasms away. That 5 of 7 days are enough to tell is our own choice."
    ),
    counts=Counted.AMOUNTS,
    everyday=True,
)
