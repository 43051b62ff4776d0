"""What has to be said at once of something just saved, where no page can show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import TreatmentKind
from spasmlog.i18n import _

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary, Step
    from spasmlog.domain.moment import Moment


def urgent_words(step: Step, diary: Diary, now: Moment) -> str:
    """That this step has made a sum of paracetamol an emergency; empty where it has not."""
    doses = {
        each.after.id
        for each in step.changes
        if isinstance(each.after, TreatmentUse) and each.after.kind is TreatmentKind.PARACETAMOL
    }
    if not doses:
        return ""
    from spasmlog.views.emergency_sum import over_limit

    over = over_limit(diary, now)
    if over is None or over.told or doses.isdisjoint(over.doses):
        return ""
    advice = _(
        "Get advice now, even if you feel well: call a poisons line, or your emergency number."
    )
    return f"{over.said} {advice}"
