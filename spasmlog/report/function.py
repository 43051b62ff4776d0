"""Function and sleep: the PEG questionnaire item by item, limited days, nights."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spasmlog.analysis.everyday import Everyday, everyday
from spasmlog.analysis.period import Period
from spasmlog.analysis.scores import Scored, scored
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import INSTRUMENTS, PEG
from spasmlog.i18n import N_, _, format_number
from spasmlog.report.detail_blocks import Function
from spasmlog.report.figures import Compared
from spasmlog.report.tables import Drawn, Listed
from spasmlog.report.written import UNKNOWN, number, short_day

MOST_SCORES = 4
TREND = "peg_trend"
"""The chart of the scores, by its name among the charts."""
_ITEMS = {
    "pain": N_("Pain"),
    "enjoyment": N_("Enjoyment of life"),
    "activity": N_("General activity"),
}


def function(compared: Compared, described: Mapping[str, str]) -> Function | None:
    """The scores up to the end of the period, and its days; None where nothing was answered."""
    days = _days(compared)
    items = _items(compared.diary, compared.period)
    if days is None and items is None:
        return None
    return Function(
        trend=_trend(described),
        items=items,
        days=days,
    )


def _trend(described: Mapping[str, str]) -> Drawn | None:
    if TREND not in described:
        return None
    return Drawn(
        title=_("PEG, 0 to 10"),
        chart=TREND,
        alt=described[TREND],
        key=_(
            "Dot: mean of the three answers. Upright line: lowest to highest. Hatched: no score."
        ),
    )


def _items(diary: Diary, period: Period) -> Listed | None:
    """The latest scores, newest first."""
    found = scored(diary, PEG, period.last)
    if not found:
        return None
    words = tuple(_(_ITEMS[each]) for each in INSTRUMENTS[PEG])
    newest = tuple(reversed(found))[:MOST_SCORES]
    note = ""
    if len(found) > MOST_SCORES:
        note = _("The latest {n} of {m}.").format(n=MOST_SCORES, m=len(found))
    return Listed(
        title=_("PEG answers, 0 to 10, higher is worse"),
        headings=(_("Day"), *words, _("Score")),
        rows=tuple(_score(each, diary) for each in newest),
        note=note,
    )


def _score(of: Scored, diary: Diary) -> tuple[str, ...]:
    numbers = (str(each) for each in of.numbers)
    return (short_day(of.day, diary.today), *numbers, format_number(float(of.value), 1))


def _days(compared: Compared) -> Listed | None:
    if compared.now is None:
        return None
    now = everyday(compared.diary, compared.now.period)
    earlier = compared.before
    before = everyday(compared.diary, earlier.period) if earlier else None
    told = (
        (_("Days limited"), _limited),
        (_("Nights slept badly"), _nights),
    )
    rows = [
        (name, value, _or_unknown(say, before))
        for name, say in (*told, (_("Sleep, middle value"), _sleep))
        if (value := say(now))
    ]
    if not rows:
        return None
    return Listed(
        title=_("Days and nights"),
        headings=("", _("These days"), _("Before")) if before else ("", _("These days")),
        rows=tuple(row if before else row[:2] for row in rows),
        note=_("Of the days and nights that were answered."),
    )


def _or_unknown(say: Callable[[Everyday], str], of: Everyday | None) -> str:
    return (say(of) if of else "") or UNKNOWN


def _limited(of: Everyday) -> str:
    if not of.limited:
        return ""
    return _("{n} of {m}, {lot} a lot").format(n=of.a_bit + of.a_lot, m=of.limited, lot=of.a_lot)


def _nights(of: Everyday) -> str:
    if not of.nights:
        return ""
    return _("{n} of {m}").format(n=of.badly, m=of.nights)


def _sleep(of: Everyday) -> str:
    if of.sleep_h is None:
        return ""
    return _("{h} h, {n} nights").format(h=number(of.sleep_h.value), n=of.sleep_h.n)
