"""Which dose may be logged again in one press, and why another one may not."""

from __future__ import annotations

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Treatment, TreatmentUse
from spasmlog.domain.scales import TreatmentKind
from spasmlog.i18n import _
from spasmlog.journal.commands import Dose
from spasmlog.rules.medicines import check_packet_limit, packet_limits
from spasmlog.views import names
from spasmlog.views.amounts import mg_words

Kinds = frozenset[TreatmentKind]


def over_the_packet(diary: Diary) -> Kinds:
    """The medicines of which more was logged than the packet allows, while the rule says so."""
    verdict = check_packet_limit(diary)
    if not verdict.fired:
        return frozenset()
    ids = (each for fact in verdict.evidence for each in fact.records)
    uses = (diary.get(TreatmentUse, each) for each in ids)
    return frozenset(use.kind for use in uses if use is not None)


def is_offered(dose: Dose, diary: Diary, over: Kinds) -> bool:
    """Not a medicine of which there was too much, nor a single dose above the packet's limit."""
    known = diary.get(Treatment, dose.treatment_id)
    kind = known.kind if known is not None else dose.kind
    return kind not in over and not _is_too_large(dose.dose_mg, kind)


def why_not_again(diary: Diary) -> str:
    """Why the last dose is not repeated by its key; empty where it is, or where there is none."""
    return why_not(diary.uses[-1], diary) if diary.uses else ""


def why_not(use: TreatmentUse, diary: Diary) -> str:
    """Why this dose is not taken down once more in one press; empty where it is."""
    medicine = names.kind(use.kind)
    if use.kind in over_the_packet(diary):
        pattern = _(
            "Not logged again: your {medicine} adds up to more than the packet limit for 24 hours."
        )
        return pattern.format(medicine=medicine)
    if _is_too_large(use.dose_mg, use.kind):
        pattern = _("Not logged again: {mg} of {medicine} is above the packet limit for 24 hours.")
        return pattern.format(mg=mg_words(use.dose_mg or 0.0), medicine=medicine)
    return ""


def _is_too_large(dose_mg: float | None, kind: TreatmentKind | None) -> bool:
    limit = None if kind is None else packet_limits().get(kind)
    return dose_mg is not None and limit is not None and dose_mg > limit
