"""Function and sleep: the PEG questionnaire item by item, limited days, nights."""

from __future__ import annotations

from collections.abc import Mapping

from spasmlog.analysis.everyday import everyday
from spasmlog.analysis.period import Figures, Period
from spasmlog.analysis.scores import Scored, scored
from spasmlog.charts.words_scores import CALLED
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import INSTRUMENTS, PEG, ROLAND_MORRIS
from spasmlog.i18n import N_, _, format_number
from spasmlog.report.detail_blocks import Function
from spasmlog.report.figures import Compared
from spasmlog.report.tables import Drawn, Listed
from spasmlog.report.written import UNKNOWN, number, short_day

MOST_SCORES = 3
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
        key=_("Upright line: lowest to highest of the three answers."),
    )


def _items(diary: Diary, period: Period) -> Listed | None:
    """The latest scores, newest first."""
    found = scored(diary, PEG, period.last)
    if not found:
        return None
    words = tuple(_(_ITEMS[each]) for each in INSTRUMENTS[PEG])
    newest = tuple(reversed(found))[:MOST_SCORES]
    note = [CALLED[PEG].cited]
    if len(found) > MOST_SCORES:
        note.insert(0, _("The latest {n} of {m}.").format(n=MOST_SCORES, m=len(found)))
    return Listed(
        title=_("PEG answers, 0 to 10, higher is worse"),
        headings=(_("Day"), *words, _("Score")),
        rows=tuple(_score(each, diary) for each in newest),
        note=" ".join(note),
    )


def _score(of: Scored, diary: Diary) -> tuple[str, ...]:
    numbers = (str(each) for each in of.numbers)
    return (short_day(of.day, diary.today), *numbers, format_number(float(of.value), 1))


def _days(compared: Compared) -> Listed | None:
    if compared.now is None:
        return None
    earlier = compared.before
    told = (
        (_("Days limited"), _limited),
        (_("Nights slept badly"), _nights),
        (_("Sleep, middle"), _sleep),
        (_(CALLED[ROLAND_MORRIS].scale), _disability),
    )
    rows = [
        (name, value, (say(compared.diary, earlier) if earlier else "") or UNKNOWN)
        for name, say in told
        if (value := say(compared.diary, compared.now))
    ]
    if not rows:
        return None
    return Listed(
        title=_("Days and nights"),
        headings=("", _("These days"), _("Before")) if earlier else ("", _("These days")),
        rows=tuple(row if earlier else row[:2] for row in rows),
        note=_("Of the days and nights that were answered."),
    )


def _limited(diary: Diary, of: Figures) -> str:
    if not of.answered:
        return ""
    a_lot = everyday(diary, of.period).a_lot
    return _("{n} of {m}, {lot} a lot").format(n=of.limited, m=of.answered, lot=a_lot)


def _nights(diary: Diary, of: Figures) -> str:
    found = everyday(diary, of.period)
    return _("{n} of {m}").format(n=found.badly, m=found.nights) if found.nights else ""


def _sleep(diary: Diary, of: Figures) -> str:
    hours = everyday(diary, of.period).sleep_h
    if hours is None:
        return ""
    return _("{h} h, {n} nights").format(h=number(hours.value), n=hours.n)


def _disability(diary: Diary, of: Figures) -> str:
    """The latest Roland-Morris score of the days."""
    found = scored(diary, ROLAND_MORRIS, of.period.last, of.period.first)
    if not found:
        return ""
    day = short_day(found[-1].day, diary.today)
    return _("{score} on {day}").format(score=number(float(found[-1].value)), day=day)
