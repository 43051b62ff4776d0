"""Every medicine in use and the allergies, as they were entered."""

from __future__ import annotations

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Treatment, TreatmentUse
from spasmlog.domain.scales import MEDICINES
from spasmlog.i18n import _, format_number
from spasmlog.report.detail_blocks import Medicines
from spasmlog.report.tables import Listed
from spasmlog.report.written import UNKNOWN, short_day, typed


def medicines(diary: Diary) -> Medicines:
    """Regular ones first; an archived one is no longer in use."""
    used = {each.treatment_id: each for each in diary.of_kind(TreatmentUse)}
    known = [
        each
        for each in diary.treatments
        if not each.archived and (each.regular or each.kind in MEDICINES)
    ]
    known.sort(key=lambda each: (not each.regular, each.name.casefold(), each.id))
    rows = tuple(_row(each, used.get(each.id), diary) for each in known)
    profile = diary.profile
    return Medicines(
        taken=Listed(
            title=_("All medicines, as entered"),
            headings=(_("Medicine"), _("Dose"), _("Taken"), _("Prescribed")),
            rows=rows,
        ),
        none="" if rows else _("None entered."),
        allergies_title=_("Allergies"),
        allergies=(typed(profile.allergies, 200) if profile else "") or _("None entered."),
    )


def _row(of: Treatment, last: TreatmentUse | None, diary: Diary) -> tuple[str, ...]:
    dose = of.usual_dose_mg
    taken = _("regularly") if of.regular else _("as needed")
    if last is not None and not of.regular:
        taken = _("last {day}").format(day=short_day(last.day, diary.today))
    return (
        typed(of.name, 48),
        UNKNOWN if dose is None else _("{n} mg").format(n=format_number(dose)),
        taken,
        _("yes") if of.prescribed else _("no"),
    )
