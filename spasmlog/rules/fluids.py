"""R18: less to drink than a common reference.

Needs differ: it never suggests more than the reference, and is silent for who should drink little.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import CheckIn, Drink
from spasmlog.domain.scales import Sex
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
from spasmlog.rules.habits import DAYS, KNOWN, Habit, Week, lacking, quiet, week_of
from spasmlog.rules.sources import EFSA

ANYONE = Threshold(N_("Drinks a day"), 1600, N_("ml"), Standing.PUBLISHED, EFSA)
MEN = Threshold(N_("Drinks a day, for a man"), 2000, N_("ml"), Standing.PUBLISHED, EFSA)


def check_fluids(diary: Diary) -> Verdict:
    """A mean below the reference, over the days of the week that have an amount."""
    week = week_of(diary, HABIT)
    reference = _reference(diary)
    no = quiet(diary, HABIT, week, _measures(week, reference))
    if _is_told_to_limit(diary):
        return no
    if week.lacks > 0:
        return lacking(no, _lack(week))
    if not _is_below(week, reference):
        return no
    return replace(
        no,
        outcome=Outcome.FIRE,
        level=Level.INFO,
        title=_title(week, reference),
        message=_(
            "You logged less to drink than a common reference. Needs differ, and a link with back "
            "spasm is not proven."
        ),
        switches_off=_switches_off(reference),
        receipt=_receipt(week, reference),
        summary=_title(week, reference) + ".",
    )


def reference_ml(diary: Diary) -> int | None:
    """The reference for this person; None for who was told to limit fluids."""
    return None if _is_told_to_limit(diary) else _reference(diary)


def _reference(diary: Diary) -> int:
    """The reference for a man where that is given; else the lower one."""
    man = diary.profile is not None and diary.profile.sex is Sex.M
    return MEN.value if man else ANYONE.value


def _is_told_to_limit(diary: Diary) -> bool:
    return diary.profile is not None and diary.profile.fluid_limit


def _is_below(week: Week, reference: int) -> bool:
    return week.total < reference * len(week.days)


def _mean(week: Week) -> int:
    """Rounded down, so that what is below the reference never reads as the reference."""
    return week.total // len(week.days)


def _measures(week: Week, reference: int) -> tuple[tuple[str, int], ...]:
    mean = (("mean_ml", _mean(week)),) if week.days else ()
    return (*mean, ("days_with_amount", len(week.days)), ("reference_ml", reference))


def _title(week: Week, reference: int) -> str:
    return ngettext(
        "Drinks: {mean} ml a day on {n} day, reference {reference} ml",
        "Drinks: {mean} ml a day on {n} days, reference {reference} ml",
        len(week.days),
    ).format(mean=_mean(week), reference=reference)


def _lack(week: Week) -> str:
    return ngettext(
        "{n} more day with an amount of drinks, of the last {days} days",
        "{n} more days with an amount of drinks, of the last {days} days",
        week.lacks,
    )


def _switches_off(reference: int) -> str:
    return _("A mean of {reference} ml, or fewer than {known} days with an amount.").format(
        reference=reference, known=KNOWN.value
    )


def _receipt(week: Week, reference: int) -> Receipt:
    days = zip((each.day for each in week.days), week.amounts, strict=True)
    mean = (_("Mean; reference {n} ml").format(n=reference), _mean(week))
    return Receipt((_("Day"), _("Drinks in ml")), (*days, mean))


def _drunk(facts: DayFacts, today: date) -> int | None:
    """The drinks of a day; of the day that is not over only a total given in the check-in."""
    return facts.fluids_ml if facts.day < today or facts.fluids_typed else None


def _fact(facts: DayFacts) -> str:
    return _("{n} ml of drinks").format(n=facts.fluids_ml)


def _is_typed(check_in: CheckIn) -> bool:
    return check_in.fluids_ml is not None


HABIT = Habit(kind=Drink, typed=_is_typed, read=_drunk, fact=_fact)

FLUIDS = Rule(
    id="R18",
    title=N_("Fluids below reference"),
    looks_for=N_(
        "A mean of drinks below 1600 ml a day, or below 2000 ml for a man, on at least 5 of the "
        "last 7 days."
    ),
    levels=(Level.INFO,),
    advice=N_("Needs differ. There is nothing to arrange."),
    sources=(EFSA,),
    thresholds=(ANYONE, MEN, DAYS, KNOWN),
    check=check_fluids,
    limits=N_(
        "A drink that was not logged makes the mean too low. The reference is for healthy adults "
        "in mild weather. It is not a goal, and more is not better."
    ),
    fires=N_(
        "It fires when at least 5 of the last 7 days have an amount, and their mean is below 1600 "
        "ml, or below 2000 ml for a man. Where no sex is given, 1600 ml count. Today counts only "
        "with a total in the check-in, as the day is not over."
    ),
    silent=N_(
        "It stays silent at the reference or above, and always when you were told to limit "
        "fluids. It cannot tell when fewer than 5 of the 7 days have an amount; 0 ml is an "
        "amount."
    ),
    sure=N_(
        "The reference is published; it holds that about four fifths of all water comes from "
        "drinks. A link with back spasm is not proven. The 5 of 7 days are our own choice."
    ),
    counts=Counted.AMOUNTS,
    everyday=True,
)
