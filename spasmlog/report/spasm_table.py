"""The table of spasms for the appendix: each with its place, length, what was taken, its note."""

from __future__ import annotations

from collections import Counter

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode, Treatment
from spasmlog.domain.scales import OnsetExact
from spasmlog.i18n import _, format_clock, format_number, ngettext
from spasmlog.report.movement import place_side
from spasmlog.report.tables import Listed
from spasmlog.report.written import UNKNOWN, duration, short_day, typed
from spasmlog.rules.words import place_words, treatment_words

MOST_TAKEN = 3
LONGEST_NOTE = 300


def spasm_table(diary: Diary, period: Period) -> Listed | None:
    """The spasms that began in a period, newest first; None without one."""
    spasms = diary.between(Episode, period.first, period.last)
    if not spasms:
        return None
    title = ngettext("Every spasm: {n}", "Every spasm: {n}, newest first", len(spasms))
    return Listed(
        title=title,
        headings=(_("Began"), _("Where"), _("Worst"), _("Length"), _("Taken for it"), _("Note")),
        rows=tuple(_row(each, diary) for each in reversed(spasms)),
    )


def _row(spasm: Episode, diary: Diary) -> tuple[str, ...]:
    peak = diary.peak(spasm)
    return (
        _began(spasm, diary),
        _place(spasm),
        UNKNOWN if peak is None else format_number(peak),
        _lasted(spasm),
        _taken(spasm, diary),
        typed(spasm.note, LONGEST_NOTE),
    )


def _began(spasm: Episode, diary: Diary) -> str:
    day = short_day(spasm.day, diary.today)
    if spasm.onset_exact is not OnsetExact.MINUTE:
        return day
    return f"{day}, {format_clock(spasm.onset.clock)}"


def _place(spasm: Episode) -> str:
    if spasm.place is None:
        return UNKNOWN
    return ", ".join(each for each in (place_words(spasm.place), place_side(spasm.side)) if each)


def _lasted(spasm: Episode) -> str:
    if spasm.resolved is None:
        return _("still there") if spasm.is_running else UNKNOWN
    hours = (spasm.resolved.utc - spasm.onset.utc).total_seconds() / 3600
    said = duration(hours)
    if spasm.onset_exact is OnsetExact.MINUTE:
        return said
    return _("about {length}").format(length=said)


def _taken(spasm: Episode, diary: Diary) -> str:
    """What was taken for it, each with how often; "–" where nothing is linked to it."""
    counts: Counter[str] = Counter()
    for use in diary.linked_uses(spasm.id):
        known = diary.get(Treatment, use.treatment_id)
        name = known.name if known else treatment_words(use.kind)
        dose = typed(use.dose_text, 20)
        if use.dose_mg is not None:
            dose = _("{n} mg").format(n=format_number(use.dose_mg))
        counts[f"{typed(name, 30)} {dose}".strip()] += 1
    shown = [
        name if n == 1 else _("{name} ({n} times)").format(name=name, n=n)
        for name, n in list(counts.items())[:MOST_TAKEN]
    ]
    more = len(counts) - len(shown)
    said = "; ".join(shown) + (_(" and {n} more").format(n=more) if more else "")
    return said or UNKNOWN
