"""The medicines and allergies for whoever helps, as they were entered, and when what was noted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import SignalNote, Treatment, TreatmentUse
from spasmlog.domain.scales import MEDICINES, SignalAnswer
from spasmlog.i18n import _, format_clock, format_day, format_number, ngettext

MOST_MEDICINES = 6
"""So many lines fit the page; how many more there are is said."""
LATELY_DAYS = 1
"""Doses of today and of so many days before are named."""


def medicines_entered(diary: Diary, now: Moment) -> tuple[str, ...]:
    """What was taken since yesterday, newest first, then the other regular medicines."""
    taken = _taken(diary, now)
    lines = (*taken.values(), *_regular(diary, set(taken)))
    if not lines:
        return (_("No medicines entered"),)
    more = len(lines) - MOST_MEDICINES
    if more > 0:
        told = ngettext("and {n} more in the journal", "and {n} more in the journal", more)
        return (*lines[:MOST_MEDICINES], told)
    return lines


def allergies_entered(diary: Diary) -> str:
    """Nothing entered is said to be that, and not to be none."""
    said = "" if diary.profile is None else diary.profile.allergies.strip()
    return _("Allergies: {said}").format(said=said) if said else _("No allergies entered")


def milligrams(dose: float) -> str:
    """An amount: "400 mg"."""
    return _("{n} mg").format(n=format_number(dose))


def _regular(diary: Diary, taken: set[str]) -> Iterator[str]:
    for each in diary.treatments:
        if each.regular and not each.archived and each.id not in taken:
            dose = "" if each.usual_dose_mg is None else milligrams(each.usual_dose_mg)
            yield _("{medicine}, regular").format(medicine=f"{each.name} {dose}".strip())


def _taken(diary: Diary, now: Moment) -> dict[str, str]:
    """The last dose of each medicine since yesterday, by the id of the medicine."""
    taken: dict[str, str] = {}
    first = diary.today - timedelta(days=LATELY_DAYS)
    for use in reversed(diary.between(TreatmentUse, first, diary.today)):
        medicine = diary.get(Treatment, use.treatment_id)
        if medicine is None or use.kind not in MEDICINES or use.treatment_id in taken:
            continue
        dose = use.dose_text if use.dose_mg is None else milligrams(use.dose_mg)
        today = use.at.clock.date() == now.clock.date()
        said = _("{medicine}, last at {time} today") if today else _("{medicine}, last at {time}")
        named = f"{medicine.name} {dose}".strip()
        taken[medicine.id] = said.format(medicine=named, time=format_clock(use.at.clock))
    return taken


def ticked_at(moment: Moment) -> str:
    """When a sign was ticked."""
    return _("Ticked at {time}, {day}").format(time=format_clock(moment.clock), day=_day(moment))


def called_since(ticked: Moment, diary: Diary) -> str:
    """When help was called since the newest tick, which a call does not take away."""
    calls = (
        each.recorded_at
        for each in diary.of_kind(SignalNote)
        if (each.rule, each.what) == ("R01", SignalAnswer.CALLED)
    )
    last = max(calls, key=lambda each: each.utc, default=None)
    if last is None or last.utc < ticked.utc:
        return ""
    return _("Called at {time}, {day}").format(time=format_clock(last.clock), day=_day(last))


def _day(moment: Moment) -> str:
    return format_day(moment.clock.date(), "EEEE d MMMM")
