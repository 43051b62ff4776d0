"""Drinks, activity and stretching: middle values, and on how many days they were logged."""

from __future__ import annotations

from spasmlog.analysis.everyday import everyday
from spasmlog.analysis.period import Middle
from spasmlog.charts.amounts import ACTIVITY, DRINKS, STRETCHING, Amount
from spasmlog.i18n import _
from spasmlog.report.figures import Compared
from spasmlog.report.tables import Listed
from spasmlog.report.written import UNKNOWN

ML, SECONDS = 1000, 60
"""Of one litre, and of one minute."""


def amounts(compared: Compared) -> Listed | None:
    """Of the days of the period that are over; None where none of them has an amount."""
    if compared.now is None:
        return None
    now = everyday(compared.diary, compared.now.period)
    before = compared.before and everyday(compared.diary, compared.before.period)
    days = compared.now.period.days
    kinds = (
        (DRINKS, now.drinks_ml, before.drinks_ml if before else None, ML),
        (ACTIVITY, now.active_min, before.active_min if before else None, 1),
        (STRETCHING, now.stretch_s, before.stretch_s if before else None, SECONDS),
    )
    if not any(found for _kind, found, _earlier, _unit in kinds):
        return None
    rows = tuple(
        (
            kind.short,
            _value(kind, found, unit),
            *((_value(kind, was, unit),) if before else ()),
            _("{n} of {m}").format(n=found.n if found else 0, m=days),
        )
        for kind, found, was, unit in kinds
    )
    middle = (_("Middle value a day"), *((_("Before"),) if before else ()), _("Days logged"))
    return Listed(
        title=_("Drinks, activity, stretching"),
        headings=("", *middle),
        rows=rows,
        note=_("Of the days with an entry; the others are not known."),
    )


def _value(kind: Amount, found: Middle | None, unit: int) -> str:
    return UNKNOWN if found is None else kind.words(found.value / unit)
