"""The table of treatments tried: what, how used, before and after, until it came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from spasmlog.analysis.period import Period
from spasmlog.analysis.relief import Pair, pairs, relief
from spasmlog.analysis.returns import CameBack, days_until_return
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Course, Treatment, TreatmentUse
from spasmlog.domain.scales import MEDICINES
from spasmlog.i18n import _, format_number, ngettext
from spasmlog.report.blocks import Tried, TriedGroup, TriedRow
from spasmlog.report.written import UNKNOWN, number, short_day, short_span, typed
from spasmlog.rules.returned import Return

ROWS = 6
"""So many rows stand on the first page; the others follow after it."""
MOST_RETURNS = 3
MOST_SIDE_EFFECTS = 2


def tried(
    diary: Diary, period: Period, returns: Sequence[Return] | None, *, continues: bool = True
) -> Tried | None:
    """The treatments with a use or a course in the period, most used first; None without one.

    Without `returns` nothing is said of what came back. `continues`: whether pages follow.
    """
    table = _Table.of(diary, period, returns)
    known = [each for each in diary.treatments if table.uses_of(each) or table.courses_of(each)]
    if not known:
        return None
    known.sort(key=lambda each: (-len(table.uses_of(each)), each.name.casefold(), each.id))
    return Tried(
        title=_("Treatments tried"),
        headings=_headings(returns is not None),
        groups=table.groups(known[:ROWS]),
        note=_note(),
        more_title=_("Treatments tried, continued"),
        more=table.groups(known[ROWS:]),
        beyond=_("{n} more follow on a later page.")
        if continues
        else _("{n} more are in the journal."),
        continues=continues,
    )


def _came_back(returns: Iterable[Return]) -> list[CameBack]:
    return [
        CameBack(frozenset(use.treatment_id for use in each.uses), each.second.day, days)
        for each in returns
        if (days := each.days_between) is not None
    ]


def _headings(with_returns: bool) -> TriedRow:
    return TriedRow(
        name=_("What"),
        how=_("How used"),
        uses=_("Uses"),
        change=_("Before, 2 h later"),
        eased=_("Eased"),
        back=_("Days until return") if with_returns else "",
        side_effects=_("Side effects"),
        now=_("Still taking"),
    )


def _note() -> str:
    return _(
        "Middle values of n spasms, read before and 1 to 4 hours after; (+1): one more. Spasms "
        "often ease by themselves; this shows no cause."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What the rows are worked out from, gathered once."""

    diary: Diary
    back: Mapping[str, tuple[int, ...]] | None
    uses: Mapping[str, list[TreatmentUse]]
    courses: Mapping[str, list[Course]]
    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, diary: Diary, period: Period, returns: Iterable[Return] | None) -> _Table:
        uses: dict[str, list[TreatmentUse]] = {}
        for use in diary.between(TreatmentUse, period.first, period.last):
            uses.setdefault(use.treatment_id, []).append(use)
        courses: dict[str, list[Course]] = {}
        for course in diary.courses:
            if _overlaps(course, period):
                courses.setdefault(course.treatment_id, []).append(course)
        return cls(
            diary=diary,
            back=None if returns is None else days_until_return(_came_back(returns)),
            uses=uses,
            courses=courses,
            pairs=pairs(diary, period),
        )

    def uses_of(self, treatment: Treatment) -> list[TreatmentUse]:
        return self.uses.get(treatment.id, [])

    def courses_of(self, treatment: Treatment) -> list[Course]:
        return self.courses.get(treatment.id, [])

    def groups(self, treatments: Sequence[Treatment]) -> tuple[TriedGroup, ...]:
        """Medicines first, then everything else; a group without a row is left out."""
        medicines = [each for each in treatments if each.kind in MEDICINES]
        others = [each for each in treatments if each.kind not in MEDICINES]
        named = ((_("Medicines"), medicines), (_("Other treatments"), others))
        return tuple(
            TriedGroup(title=title, rows=tuple(self.row(each) for each in listed))
            for title, listed in named
            if listed
        )

    def row(self, treatment: Treatment) -> TriedRow:
        uses = self.uses_of(treatment)
        change, eased = self._relief(treatment)
        return TriedRow(
            name=typed(treatment.name, 48),
            how=typed(self._how(treatment, uses), 120),
            uses=_uses(uses),
            change=change,
            eased=eased,
            back="" if self.back is None else _listed(self.back.get(treatment.id, ())),
            side_effects=_side_effects(uses),
            now=self._now(treatment, uses),
        )

    def _how(self, treatment: Treatment, uses: Sequence[TreatmentUse]) -> str:
        parts = [_dose(treatment, uses), _minutes(uses)]
        for course in self.courses_of(treatment):
            parts += [typed(course.plan, 36), _days(course, self.diary.today)]
        if treatment.prescribed:
            parts.append(_("prescribed"))
        return ", ".join(each for each in parts if each) or UNKNOWN

    def _relief(self, treatment: Treatment) -> tuple[str, str]:
        found = relief(each for each in self.pairs if each.treatment_id == treatment.id)
        if found is None:
            return UNKNOWN, UNKNOWN
        change = UNKNOWN
        if found.before is not None and found.after is not None:
            change = _("{before} to {after} (n\N{NO-BREAK SPACE}{n})").format(
                before=number(found.before), after=number(found.after), n=found.n
            )
        if not found.of:
            return change, UNKNOWN
        return change, _("{n} of {m}").format(n=found.eased, m=found.of)

    def _now(self, treatment: Treatment, uses: Sequence[TreatmentUse]) -> str:
        """What is known of it: a course or a regular medicine; else when it was last used."""
        courses, today = self.courses_of(treatment), self.diary.today
        if treatment.archived:
            return _("no")
        ends = [each.last_day for each in courses if each.last_day is not None]
        if courses and len(ends) == len(courses) and max(ends) < today:
            return _("ended {day}").format(day=short_day(max(ends), today))
        if treatment.regular or courses:
            return _("yes")
        return _("last {day}").format(day=short_day(uses[-1].day, today))


def _days(course: Course, today: date) -> str:
    if course.last_day is None:
        return _("since {day}").format(day=short_day(course.first_day, today))
    return short_span(course.first_day, course.last_day, today)


def _overlaps(course: Course, period: Period) -> bool:
    ended = course.last_day is not None and course.last_day < period.first
    return course.first_day <= period.last and not ended


def _uses(uses: Sequence[TreatmentUse]) -> str:
    days = len({each.day for each in uses})
    if not uses:
        return UNKNOWN
    if days == len(uses):
        return str(days)
    return ngettext("{uses} ({n} day)", "{uses} ({n} days)", days).format(uses=len(uses))


def _dose(treatment: Treatment, uses: Sequence[TreatmentUse]) -> str:
    """The dose taken most often, else the usual one, else the amount as it was typed."""
    doses = Counter(each.dose_mg for each in uses if each.dose_mg is not None)
    usual = doses.most_common(1)[0][0] if doses else treatment.usual_dose_mg
    if usual is not None:
        return _("{n} mg").format(n=format_number(usual))
    amounts = Counter(each.dose_text.strip() for each in uses if each.dose_text.strip())
    return typed(amounts.most_common(1)[0][0], 30) if amounts else ""


def _minutes(uses: Sequence[TreatmentUse]) -> str:
    minutes = [each.minutes for each in uses if each.minutes is not None]
    return _("{n} min").format(n=number(median(minutes))) if minutes else ""


def _listed(days: Sequence[int]) -> str:
    """The days of the latest returns, newest first."""
    if not days:
        return UNKNOWN
    newest = [str(each) for each in reversed(days)][:MOST_RETURNS]
    more = len(days) - len(newest)
    listed = ", ".join(newest)
    return _("{days} (+{n})").format(days=listed, n=more) if more else listed


def _side_effects(uses: Sequence[TreatmentUse]) -> str:
    said = Counter(each.side_effect.strip().casefold() for each in uses if each.side_effect.strip())
    if not said:
        return _("none noted") if uses else UNKNOWN
    words = {each.side_effect.strip().casefold(): each.side_effect for each in uses}
    shown = [
        typed(words[effect], 40) + (f" ({count})" if count > 1 else "")
        for effect, count in said.most_common(MOST_SIDE_EFFECTS)
    ]
    more = len(said) - len(shown)
    return ", ".join(shown) + (_(" and {n} more").format(n=more) if more else "")
