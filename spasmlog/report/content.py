"""What the doctor's pages say, as blocks of plain data: nothing is drawn or laid out here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spasmlog.analysis.period import Period
from spasmlog.analysis.visits import visit_to_come
from spasmlog.charts.span import Grain, grain
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _
from spasmlog.report.blocks import Facts, Options, Report, Signals, Tried, as_text
from spasmlog.report.completeness import completeness
from spasmlog.report.detail_blocks import Method
from spasmlog.report.details import details
from spasmlog.report.figures import RETURN_DAYS, Compared, lead, strip
from spasmlog.report.method import method
from spasmlog.report.movement import movement
from spasmlog.report.opening import furniture, heading
from spasmlog.report.places import where
from spasmlog.report.sections import FIRST_PAGE, Section
from spasmlog.report.signals import signals
from spasmlog.report.tables import Drawn
from spasmlog.report.tried import tried
from spasmlog.report.written import CUT, typed
from spasmlog.rules import Assessment, Finding
from spasmlog.rules.returned import Return, returns_by_place

TIMELINE = "pain_trend"
"""The chart across the first page, by its name among the charts."""
MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was worked out elsewhere: what the rules say at the end of the period, the charts.

    `described` are the descriptions of the charts that are drawn, by name; a chart that is not
    in it is not on the page. `since` says of a rule since when it fires, where that is known.
    `urgent` is what the rules say today that cannot wait, where the period ends before.
    """

    assessment: Assessment
    urgent: Sequence[Finding]
    described: Mapping[str, str]
    since: Mapping[str, str]


def content(
    diary: Diary,
    period: Period,
    options: Options,
    assessment: Assessment,
    described: Mapping[str, str] | None = None,
    made: date | None = None,
    since: Mapping[str, str] | None = None,
    urgent: Sequence[Finding] = (),
) -> Report:
    """The doctor's pages of a period, made on a day: the diary's own unless given."""
    found = Found(
        assessment=assessment, described=described or {}, since=since or {}, urgent=urgent
    )
    return _noted(_report(diary, period, options, found, made or diary.today))


def _report(diary: Diary, period: Period, options: Options, found: Found, made: date) -> Report:
    known = diary.as_of(period.last) if period.last < diary.today else diary
    ninety = period.last - timedelta(days=RETURN_DAYS - 1)
    returns = _returns(known, ninety, period.last) if options.personal else None
    compared = Compared.of(diary, period)
    top = heading(diary, period, options, made)
    box = signals(diary, period, options, found.assessment, found.since, found.urgent)
    on = options.sections
    return Report(
        options=options,
        period=period,
        heading=top,
        lead=lead(compared, returns or ()) if Section.HEADLINE in on else None,
        signals=box,
        strip=strip(compared) if Section.NUMBERS in on else None,
        timeline=_timeline(period, found.described) if Section.TIMELINE in on else None,
        tried=_tried(diary, known, period, options),
        where=where(diary, period) if Section.PLACES in on else None,
        movement=movement(diary, period) if Section.PLACES in on else None,
        completeness=completeness(diary, period, options.day_start)
        if Section.TRUST in on
        else None,
        questions=_questions(diary) if Section.QUESTIONS in on else None,
        details=details(compared, on, found.described, found.assessment),
        made_how=_made_how(found, box, on),
        method=(),
        furniture=furniture(top),
    )


def _tried(diary: Diary, known: Diary, period: Period, options: Options) -> Tried | None:
    if Section.TREATMENTS not in options.sections:
        return None
    returns = _returns(known, period.first, period.last) if options.personal else None
    return tried(diary, period, returns, continues=bool(options.sections - {*FIRST_PAGE}))


def _made_how(found: Found, box: Signals, on: frozenset[Section]) -> Method | None:
    if Section.METHOD not in on:
        return None
    return method(found.assessment, entries=Section.RECEIPTS in on, told=bool(box.lacking))


def _noted(report: Report) -> Report:
    """The same with a note at its foot where a text had to be shortened."""
    if CUT not in as_text(report):
        return report
    note = _("{mark}: a longer text, shortened here; the journal has it whole.").format(mark=CUT)
    return replace(report, method=(*report.method, note))


def _returns(diary: Diary, first: date, last: date) -> tuple[Return, ...]:
    """The certain returns of these days, as R10 counts them, oldest first."""
    found = [each for listed in returns_by_place(diary, first).values() for each in listed]
    certain = [each for each in found if each.certain and first <= each.second.day <= last]
    return tuple(sorted(certain, key=lambda each: (each.second.onset.utc, each.second.id)))


def _timeline(period: Period, described: Mapping[str, str]) -> Drawn | None:
    if TIMELINE not in described:
        return None
    return Drawn(
        title=_("Worst pain each day, 0 to 10"),
        chart=TIMELINE,
        alt=described[TIMELINE],
        key=_key(period),
    )


def _key(period: Period) -> str:
    if grain(period.first, period.last) is Grain.WEEKS:
        return _("grey: lowest to highest of a week; hatched: too few days logged")
    return _("dark bar: spasm day; light bar: other pain; circle: no pain; hatched: no entry")


def _questions(diary: Diary) -> Facts | None:
    """Those of the visit that is to come, or that nobody has written up yet."""
    visit = visit_to_come(diary)
    asked = [typed(each, 160) for each in visit.questions if each.strip()] if visit else []
    if not asked:
        return None
    shown, more = asked[:MOST_QUESTIONS], len(asked) - MOST_QUESTIONS
    if more > 0:
        shown.append(_("and {n} more").format(n=more))
    return Facts(title=_("Questions from the patient"), lines=tuple(shown))
