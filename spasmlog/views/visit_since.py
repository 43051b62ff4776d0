"""What changed since the last visit: the numbers, new signals, what was tried, medicines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spasmlog.analysis.period import Period, last_days, since_last_visit
from spasmlog.analysis.relief import Pair, pairs, relief
from spasmlog.analysis.returns import CameBack, days_until_return
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Course, Treatment, TreatmentUse, Visit
from spasmlog.domain.scales import MEDICINES
from spasmlog.i18n import _, format_number, ngettext
from spasmlog.rules import Assessment, Level
from spasmlog.rules.returned import returns_by_place
from spasmlog.views.cells import Cell, Cells, short_day
from spasmlog.views.compared import Compared, compared
from spasmlog.views.findings import calling, level_of, title_of
from spasmlog.views.visit_chosen import shortened

MOST_TRIED = 6
"""So many treatments are told of; of the rest it is said how many they are."""
MOST_RETURNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """`compared` is None while no day is logged, which `none` then says.

    `signals` are those that fire now and did not, or were less urgent, on the day of that visit.
    """

    title: str
    compared: Compared | None
    none: str
    signals: tuple[str, ...]
    tried: Cells
    more: str
    medicines: tuple[str, ...]


def period_of(diary: Diary) -> Period:
    """The days since the last visit; without one the last 90."""
    return since_last_visit(diary) or last_days(diary.today)


def since_view(
    diary: Diary, assessment: Assessment, fired_then: Mapping[str, Level] | None = None
) -> Since:
    """What changed; `fired_then` is what fired on the day of the last visit, as far as known."""
    period = period_of(diary)
    found = compared(diary, period.days)
    tried = tried_cells(diary, period)
    more = len(tried.rows) - MOST_TRIED
    return Since(
        title=title_of_days(diary, period),
        compared=found,
        none=_("No entry on pain on these days.") if found is None else "",
        signals=_new(assessment, fired_then),
        tried=replace(tried, rows=tried.rows[:MOST_TRIED]),
        more=ngettext("and {n} more", "and {n} more", more) if more > 0 else "",
        medicines=tuple(_medicines(diary, period)),
    )


def title_of_days(diary: Diary, period: Period) -> str:
    """Since when: the last visit and whom it was to, or how many days."""
    visits = [each for each in diary.on(Visit, period.first) if each.day < diary.today]
    if not visits:
        return ngettext("The last {n} day", "The last {n} days", period.days)
    day = short_day(period.first, diary.today)
    who = shortened(visits[-1].who)
    if who:
        return _("Since the last visit on {day}, {who}").format(day=day, who=who)
    return _("Since the last visit on {day}").format(day=day)


def _new(assessment: Assessment, then: Mapping[str, Level] | None) -> tuple[str, ...]:
    if then is None:
        return ()
    fired = (each for each in calling(assessment) if level_of(each) > then.get(each.rule.id, 0))
    return tuple(title_of(each) for each in fired)


def tried_cells(diary: Diary, period: Period) -> Cells:
    """A row a treatment used in these days or under way in them, most used first."""
    uses: dict[str, list[TreatmentUse]] = {}
    for use in diary.between(TreatmentUse, period.first, period.last):
        uses.setdefault(use.treatment_id, []).append(use)
    courses = {each.treatment_id: each for each in diary.courses if _overlaps(each, period)}
    known = [each for each in diary.treatments if each.id in uses.keys() | courses.keys()]
    known.sort(key=lambda each: (-len(uses.get(each.id, ())), each.name.casefold(), each.id))
    found, back = pairs(diary, period), _returns(diary, period)
    rows = (
        (
            Cell(text=shortened(each.name), strong=True),
            Cell(text=_used(uses.get(each.id, ()), courses.get(each.id), diary.today)),
            Cell(text=_eased([pair for pair in found if pair.treatment_id == each.id])),
            Cell(text=_back(back.get(each.id, ()))),
        )
        for each in known
    )
    headings = (_("What"), _("Used"), _("Eased"), _("Days until return"))
    return Cells(headings=headings, rows=tuple(rows))


def _overlaps(course: Course, period: Period) -> bool:
    ended = course.last_day is not None and course.last_day < period.first
    return course.first_day <= period.last and not ended


def _used(uses: Sequence[TreatmentUse], course: Course | None, today: date) -> str:
    parts = []
    if uses:
        days = len({each.day for each in uses})
        times = ngettext("{n} time", "{n} times", len(uses))
        on = ngettext("on {n} day", "on {n} days", days)
        parts.append(f"{times} {on}")
    if course is not None:
        first = _("course since {day}").format(day=short_day(course.first_day, today))
        parts.append(first if course.last_day is None else _until(course.last_day, first, today))
    return ", ".join(parts)


def _until(last: date, first: str, today: date) -> str:
    return _("{since}, to {day}").format(since=first, day=short_day(last, today))


def _eased(found: Sequence[Pair]) -> str:
    """Lower by 2 points and 30 %, or let go, about two hours later; of those from 3 up."""
    known = relief(found)
    if known is None or not known.of:
        return _("not known")
    eased = _("{n} of {m}").format(n=known.eased, m=known.of)
    if known.before is None or known.after is None:
        return eased
    numbers = {"before": format_number(known.before), "after": format_number(known.after)}
    return eased + _(", {before} to {after}").format(**numbers)


def _returns(diary: Diary, period: Period) -> Mapping[str, tuple[int, ...]]:
    """For each treatment, the days until each certain return of these days, as the rules count."""
    listed = returns_by_place(diary, period.first).values()
    certain = (each for found in listed for each in found if each.certain)
    return days_until_return(
        CameBack(frozenset(use.treatment_id for use in each.uses), each.second.day, days)
        for each in certain
        if (days := each.days_between) is not None and each.second.day in period
    )


def _back(days: Sequence[int]) -> str:
    """Newest first, as in the report."""
    if not days:
        return _("none logged")
    newest = ", ".join(str(each) for each in reversed(days[-MOST_RETURNS:]))
    more = len(days) - MOST_RETURNS
    return newest + (_(" and {n} more").format(n=more) if more > 0 else "")


def _medicines(diary: Diary, period: Period) -> Iterator[str]:
    """What began, ended or came into the list, medicines and courses alike."""
    named = {each.id: shortened(each.name) for each in diary.treatments}
    for course in diary.courses:
        name = named.get(course.treatment_id, "")
        if course.first_day in period:
            day = short_day(course.first_day, diary.today)
            yield _("{name}: course began on {day}.").format(name=name, day=day)
        if course.last_day is not None and course.last_day in period:
            day = short_day(course.last_day, diary.today)
            yield _("{name}: course ended on {day}.").format(name=name, day=day)
    for each in diary.treatments:
        if _is_new(each, period):
            yield _("{name}: new in your list of medicines.").format(name=shortened(each.name))


def _is_new(treatment: Treatment, period: Period) -> bool:
    """By the day it was typed, on the clock of where that was."""
    typed = treatment.recorded_at.clock.date()
    return treatment.kind in MEDICINES and typed in period and not treatment.archived
