"""What is read during a visit, on the whole screen: a sentence, signals, numbers, questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from spasmlog.analysis.period import figures, unfair
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Visit
from spasmlog.i18n import _, ngettext
from spasmlog.rules import Assessment
from spasmlog.views.cells import Cells
from spasmlog.views.compared import Compared, compared
from spasmlog.views.findings import calling, level_of, title_of
from spasmlog.views.visit import field_values
from spasmlog.views.visit_chosen import NEW, chosen_visit, shortened
from spasmlog.views.visit_since import period_of, title_of_days, tried_cells

MOST_SIGNALS = 4
"""So many signals are named; of the rest it is said how many they are."""
MOST_LINES = 7
"""Signals and treatments together: more of them would not fit a small screen."""
QUESTION = 160
"""Letters of a question that are read at a glance, as on the pages."""
WHAT, EASED, BACK = 0, 2, 3
"""The columns of what was tried that are told here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalLine:
    """A signal in one line: how urgent, in a shape and a word, and what was found."""

    level: str
    label: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DuringView:
    """`visit` is the id of the visit, or NEW; `values` are its fields as they stand."""

    visit: str
    day: date
    title: str
    days: str
    headline: str
    signals: tuple[SignalLine, ...]
    more: str
    none: str
    numbers: Cells
    basis: str
    tried: Cells
    questions: tuple[str, ...]
    values: Mapping[str, Any]


def during_view(diary: Diary, assessment: Assessment, chosen: str | None = None) -> DuringView:
    """The summary beside this visit, else beside the one that is nearest, or a new one."""
    visit = chosen_visit(diary, chosen)
    period = period_of(diary)
    found = compared(diary, period.days)
    fired = calling(assessment)
    more = len(fired) - MOST_SIGNALS
    who = shortened(visit.who) if visit else ""
    return DuringView(
        visit=visit.id if visit else NEW,
        day=visit.day if visit else diary.today,
        title=_("Visit, {who}").format(who=who) if who else _("Visit"),
        days=title_of_days(diary, period),
        headline=_headline(diary),
        signals=tuple(
            SignalLine(level=level_of(each).word, label=level_of(each).label, title=title_of(each))
            for each in fired[:MOST_SIGNALS]
        ),
        more=ngettext("and {n} more signal", "and {n} more signals", more) if more > 0 else "",
        none="" if fired else _("No signal today. That does not mean that nothing is wrong."),
        numbers=found.numbers if found else Cells(headings=(), rows=()),
        basis=_basis(found),
        tried=_tried(diary, MOST_LINES - min(len(fired), MOST_SIGNALS)),
        questions=_questions(visit),
        values=field_values(visit, diary.today),
    )


def _tried(diary: Diary, most: int) -> Cells:
    """What was used most, with what came of it."""
    told = tried_cells(diary, period_of(diary))
    rows = [(row[WHAT], row[EASED], row[BACK]) for row in told.rows[:most]]
    headings = (_("What was tried"), told.headings[EASED], told.headings[BACK])
    return Cells(headings=headings if rows else (), rows=tuple(rows))


def _questions(visit: Visit | None) -> tuple[str, ...]:
    asked = visit.questions if visit else ()
    return tuple(shortened(each, QUESTION) for each in asked if each.strip())


def _basis(found: Compared | None) -> str:
    return "" if found is None else " ".join(filter(None, (found.refusal, found.basis)))


def _headline(diary: Diary) -> str:
    """Spasm days of the days that are over, and those of as many days before where that is fair."""
    period = period_of(diary)
    over, before = period.over(diary.today), period.before()
    now = None if over is None else figures(diary, over)
    if now is None or not now.logged:
        return _("No day with an entry on pain is over yet.")
    earlier = None if before is None else figures(diary, before)
    text = ngettext("{n} spasm day in {m} logged", "{n} spasm days in {m} logged", now.spasm_days)
    text = text.format(m=now.logged)
    if earlier is None or unfair(now, earlier) is not None:
        return f"{text}."
    pattern = _("{text} (the {days} days before: {n} in {m}).")
    days, n, m = earlier.period.days, earlier.spasm_days, earlier.logged
    return pattern.format(text=text, days=days, n=n, m=m)
