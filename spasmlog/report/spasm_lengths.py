"""How long the spasms lasted, as a small table."""

from __future__ import annotations

from spasmlog.analysis.lengths import BOUNDS_H, Lengths, lengths
from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _
from spasmlog.report.tables import Listed
from spasmlog.report.written import duration


def spasm_lengths(diary: Diary, period: Period) -> Listed | None:
    """Of the spasms that began in the period; None without one."""
    found = lengths(diary, period)
    if found is None:
        return None
    counts = [str(n) for n in found.counts]
    headings = _classes()
    if found.unknown:
        counts.append(str(found.unknown))
        headings = (*headings, _("not known"))
    return Listed(
        title=_("How long they lasted"),
        headings=headings,
        rows=(tuple(counts),),
        note=_middle(found),
    )


def _classes() -> tuple[str, ...]:
    first, day, last = BOUNDS_H
    return (
        _("under {n} h").format(n=first),
        _("{n} to {m} h").format(n=first, m=day),
        _("{n} to {m} h").format(n=day, m=last),
        _("{n} h and more").format(n=last),
    )


def _middle(found: Lengths) -> str:
    if found.hours is None:
        return ""
    return _("Middle value {middle}, longest {longest}.").format(
        middle=duration(found.hours.value), longest=duration(found.hours.highest)
    )
