"""R19: less movement in a week than a common health guide asks for.

Silent while an answer to a safety question, or severe pain, asks for something else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Activity, CheckIn
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Cell,
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
from spasmlog.rules.sources import WHO

MINUTES = Threshold(N_("Movement in a week"), 150, N_("minutes"), Standing.PUBLISHED, WHO)
VIGOROUS = Threshold(N_("A vigorous minute counts as"), 2, N_("minutes"), Standing.PUBLISHED, WHO)


def check_movement(diary: Diary, *urgent: Verdict) -> Verdict:
    """Too few minutes in the week, scaled up where a day or two have no amount."""
    week = week_of(diary, HABIT)
    no = quiet(diary, HABIT, week, _measures(week))
    if any(each.fired for each in urgent) or week.total >= MINUTES.value:
        return no
    if week.lacks > 0:
        return lacking(no, _lack(week))
    if not _is_too_little(week):
        return no
    return replace(
        no,
        outcome=Outcome.FIRE,
        level=Level.INFO,
        title=_title(week),
        message=_(
            "You moved less this week than a common health guide asks for. Any gentle movement "
            "counts."
        ),
        switches_off=_switches_off(),
        receipt=_receipt(week),
        summary=_title(week) + ".",
    )


def _is_too_little(week: Week) -> bool:
    return week.total * DAYS.value < MINUTES.value * len(week.days)


def _scaled(week: Week) -> int:
    """The minutes of seven days such as these; rounded down, so that too few stay too few."""
    return week.total * DAYS.value // len(week.days)


def _measures(week: Week) -> tuple[tuple[str, int], ...]:
    scaled = (("scaled_minutes", _scaled(week)),) if week.days else ()
    return (("minutes", week.total), ("days_with_amount", len(week.days)), *scaled)


def _title(week: Week) -> str:
    return ngettext(
        "Movement: {total} minutes on {n} day, reference {minutes} in {days} days",
        "Movement: {total} minutes on {n} days, reference {minutes} in {days} days",
        len(week.days),
    ).format(total=week.total, minutes=MINUTES.value, days=DAYS.value)


def _lack(week: Week) -> str:
    return ngettext(
        "{n} more day with an amount of movement, of the last {days} days",
        "{n} more days with an amount of movement, of the last {days} days",
        week.lacks,
    )


def _switches_off() -> str:
    return _("{n} minutes in {days} days, or fewer than {known} days with an amount.").format(
        n=MINUTES.value, days=DAYS.value, known=KNOWN.value
    )


def _receipt(week: Week) -> Receipt:
    """A line a day, then their sum, and what it comes to in a whole week."""
    counted = zip(week.days, week.amounts, strict=True)
    rows: list[tuple[Cell, ...]] = [
        (each.day, each.moderate_min or 0, each.vigorous_min or 0, minutes)
        for each, minutes in counted
    ]
    rows.append((_("Sum"), "", "", week.total))
    scaled = _("Scaled to {days} days; reference {n} minutes")
    rows.append((scaled.format(days=DAYS.value, n=MINUTES.value), "", "", _scaled(week)))
    headings = (_("Day"), _("Minutes, moderate"), _("Minutes, vigorous"), _("Counted as"))
    return Receipt(headings, tuple(rows))


def _moved(facts: DayFacts, _today: date) -> int | None:
    """Moderate minutes, and vigorous ones with their weight; 0 where all was light."""
    if facts.moderate_min is None or facts.vigorous_min is None:
        return None
    return facts.moderate_min + VIGOROUS.value * facts.vigorous_min


def _fact(facts: DayFacts) -> str:
    return _("{moderate} minutes moderate, {vigorous} vigorous").format(
        moderate=facts.moderate_min, vigorous=facts.vigorous_min
    )


def _is_typed(check_in: CheckIn) -> bool:
    return not (check_in.moderate_min is None and check_in.vigorous_min is None)


HABIT = Habit(kind=Activity, typed=_is_typed, read=_moved, fact=_fact)

MOVEMENT = Rule(
    id="R19",
    title=N_("Less movement than reference"),
    looks_for=N_(
        "Less than 150 minutes of movement in the last 7 days, with an amount on at least 5 of "
        "them. A vigorous minute counts as 2."
    ),
    levels=(Level.INFO,),
    advice=N_("Any gentle movement counts. There is nothing to arrange."),
    sources=(WHO,),
    thresholds=(MINUTES, VIGOROUS, DAYS, KNOWN),
    check=check_movement,
    after=URGENT,
    limits=N_(
        "Movement that was not logged is not seen. The guide is about health in general. It does "
        "not say how much is right on a day with pain."
    ),
    fires=N_(
        "It adds up the moderate minutes of the last 7 days, and the vigorous ones times 2. Light "
        "movement gives a day an amount of 0. It fires when at least 5 days have an amount and "
        "the sum, scaled to 7 days, is below 150 minutes."
    ),
    silent=N_(
        "It stays silent at 150 minutes or more, however few days have an amount. It stays silent "
        "too while a safety answer or severe pain asks for something else. It cannot tell when "
        "fewer than 5 of the 7 days have an amount."
    ),
    sure=N_(
        "The 150 minutes, and that a vigorous minute counts as 2, are published for the health of "
        "adults in general. That 5 days are enough, and the scaling, are our own choice."
    ),
    counts=Counted.AMOUNTS,
    everyday=True,
)
