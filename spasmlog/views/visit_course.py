"""A course out of the words of a plan: which treatment is meant, and on which days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.quick_words import TREATMENTS
from spasmlog.views.typed import read_day
from spasmlog.views.visit import VisitView

ANOTHER = ""
"""The choice of a treatment that is not in the list yet."""


def meant(plan: str, catalogue: Iterable[Treatment]) -> str | None:
    """The treatment whose name stands in the plan; another where the list is empty, else None."""
    listed = list(catalogue)
    if not listed:
        return ANOTHER
    words = plan.casefold()
    named = [each for each in listed if each.name.strip().casefold() in words]
    named.sort(key=lambda each: -len(each.name))
    return named[0].id if named else None


def kind_of(name: str) -> TreatmentKind:
    """What a name is known to be; of one that says nothing no medicine is assumed."""
    return TREATMENTS.get(name.strip().casefold(), TreatmentKind.OTHER)


def read_days(first: str, last: str, view: VisitView) -> tuple[date, date | None]:
    """The days of a course as they were typed; raises `InvalidEntry` where they cannot be."""
    if not first.strip():
        raise InvalidEntry(_("A course needs its first day."))
    begin = read_day(first, view.first_day, view.today)
    end = read_day(last, view.today, view.today) if last.strip() else None
    if end is not None and end < begin:
        raise InvalidEntry(_("A course cannot end before it began."))
    return begin, end
