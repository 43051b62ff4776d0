"""Every medicine in use and the allergies, as they were entered."""

from __future__ import annotations

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Course, Treatment, TreatmentUse
from spasmlog.domain.scales import MEDICINES
from spasmlog.i18n import _, format_number
from spasmlog.report.detail_blocks import Medicines
from spasmlog.report.tables import Listed
from spasmlog.report.written import UNKNOWN, short_day, typed

LONGEST = 2000
"""Allergies are never shortened but where something was pasted (our own choice)."""


def medicines(diary: Diary) -> Medicines:
    """Regular ones first; an archived one is no longer in use."""
    used = {each.treatment_id: each for each in diary.of_kind(TreatmentUse)}
    known = [each for each in diary.treatments if not each.archived and each.kind in MEDICINES]
    known.sort(key=lambda each: (not each.regular, each.name.casefold(), each.id))
    rows = tuple(_row(each, used.get(each.id), diary) for each in known)
    profile = diary.profile
    return Medicines(
        taken=Listed(
            title=_("All medicines, as entered"),
            headings=(_("Medicine"), _("Usual dose"), _("Taken"), _("Prescribed")),
            rows=rows,
        ),
        none="" if rows else _("None entered."),
        allergies_title=_("Allergies"),
        allergies=(typed(profile.allergies, LONGEST) if profile else "") or _("None entered."),
    )


def _row(of: Treatment, last: TreatmentUse | None, diary: Diary) -> tuple[str, ...]:
    dose = of.usual_dose_mg
    taken = _("regularly") if of.regular else _("as needed")
    course = _running(of, diary)
    if course is not None and not of.regular:
        taken = _("course since {day}").format(day=short_day(course.first_day, diary.today))
    elif last is not None and not of.regular:
        taken = _("last {day}").format(day=short_day(last.day, diary.today))
    return (
        typed(of.name, 48),
        UNKNOWN if dose is None else _("{n} mg").format(n=format_number(dose)),
        taken,
        _("yes") if of.prescribed else _("no"),
    )


def _running(of: Treatment, diary: Diary) -> Course | None:
    """The course of it that is under way."""
    today = diary.today
    return next(
        (
            each
            for each in reversed(diary.courses)
            if each.treatment_id == of.id
            and each.first_day <= today
            and (each.last_day is None or each.last_day >= today)
        ),
        None,
    )
