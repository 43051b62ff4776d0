"""What the doctor's page says, as blocks of plain data: nothing is drawn or laid out here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from spasmlog import __version__
from spasmlog.analysis.period import Period
from spasmlog.analysis.trust import Trust, trust
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Profile, Treatment, Visit
from spasmlog.i18n import _, format_day, format_number, ngettext
from spasmlog.report.blocks import (
    Completeness,
    Facts,
    Heading,
    NameShown,
    Options,
    Report,
    Share,
    Timeline,
    as_text,
)
from spasmlog.report.figures import RETURN_DAYS, Compared, lead, strip
from spasmlog.report.places import where
from spasmlog.report.receipts import receipts
from spasmlog.report.signals import signals
from spasmlog.report.tried import tried
from spasmlog.report.written import CUT, initials, span, typed
from spasmlog.rules import Assessment
from spasmlog.rules.returned import Return, returns_by_place

TIMELINE = "pain_trend"
"""The chart across the page, by its name among the charts."""
MOST_QUESTIONS = 3
MOST_MEDICINES = 8


def content(
    diary: Diary,
    period: Period,
    options: Options,
    assessment: Assessment,
    timeline: str = "",
    made: date | None = None,
) -> Report:
    """The doctor's page of a period; `timeline` is the chart's description, empty without one.

    `assessment` is what the rules say at the end of the period. `made` is the day on which the
    page is made: the diary's own unless given.
    """
    heading = _heading(diary, period, options, made or diary.today)
    return _noted(_report(diary, period, options, assessment, timeline, heading))


def _report(
    diary: Diary,
    period: Period,
    options: Options,
    assessment: Assessment,
    timeline: str,
    heading: Heading,
) -> Report:
    known = diary.as_of(period.last) if period.last < diary.today else diary
    returns = _returns(known, period.last) if options.personal else None
    compared = Compared.of(diary, period)
    return Report(
        options=options,
        period=period,
        heading=heading,
        lead=lead(compared, returns or ()),
        signals=signals(known, period, assessment, personal=options.personal),
        strip=strip(compared),
        timeline=_timeline(timeline),
        tried=tried(diary, period, returns),
        where=where(diary, period),
        completeness=_completeness(diary, period),
        current=_current(diary),
        questions=_questions(diary),
        receipts=receipts(assessment),
        method=_method(),
        footer=_footer(heading),
    )


def _noted(report: Report) -> Report:
    """The same with a note at its foot where a text had to be shortened."""
    if CUT not in as_text(report):
        return report
    note = _("{mark}: a longer text, shortened here; the journal has it whole.").format(mark=CUT)
    return replace(report, method=(*report.method, note))


def _returns(diary: Diary, last: date) -> tuple[Return, ...]:
    """The certain returns that R10 counts at the end of the period, oldest first."""
    since = last - timedelta(days=RETURN_DAYS - 1)
    found = [each for listed in returns_by_place(diary, since).values() for each in listed]
    certain = [each for each in found if each.certain and each.second.day <= last]
    return tuple(sorted(certain, key=lambda each: (each.second.onset.utc, each.second.id)))


def _heading(diary: Diary, period: Period, options: Options, made: date) -> Heading:
    profile = diary.profile
    return Heading(
        day=made,
        title=_("Back spasm summary"),
        said=_("Recorded by the patient, not a diagnosis"),
        name=_name(profile, options),
        born=_born(profile),
        period=span(period.first, period.last),
        days=ngettext("{n} day", "{n} days", period.days),
        made=_("Made {day}").format(day=format_day(made)),
        program=_("SpasmLog {version}").format(version=__version__),
    )


def _name(profile: Profile | None, options: Options) -> str:
    name = profile.name_for_report if profile else ""
    if options.name is NameShown.NONE or not name.strip():
        return ""
    return typed(name, 44) if options.name is NameShown.FULL else initials(name)


def _born(profile: Profile | None) -> str:
    year = profile.birth_year if profile else None
    return "" if year is None else _("born {year}").format(year=year)


def _timeline(described: str) -> Timeline | None:
    if not described:
        return None
    return Timeline(title=_("Worst pain each day, 0 to 10"), chart=TIMELINE, alt=described)


def _completeness(diary: Diary, period: Period) -> Completeness | None:
    over = period.over(diary.today)
    found = trust(diary, over) if over else None
    if found is None:
        return None
    return Completeness(
        title=_("How complete this is"),
        shares=(
            Share(days=found.same_day, label=_("typed the same day")),
            Share(days=found.later, label=_("typed later")),
            Share(days=found.unknown, label=_("no entry")),
        ),
        said=" ".join(_complete_said(found)),
    )


def _complete_said(found: Trust) -> list[str]:
    days = found.period.days
    said = [
        ngettext(
            "{logged} of {n} day logged: {same} typed the same day, {later} later.",
            "{logged} of {n} days logged: {same} typed the same day, {later} later.",
            days,
        ).format(logged=found.logged, same=found.same_day, later=found.later)
    ]
    if found.check_ins:
        said.append(
            _("Check-ins typed the same day: {n} of {m}.").format(
                n=found.check_ins_same_day, m=found.check_ins
            )
        )
    if found.gap is not None:
        gap = span(found.gap.first, found.gap.last)
        said.append(
            ngettext(
                "Longest gap {n} day, {span}.", "Longest gap {n} days, {span}.", found.gap.days
            ).format(span=gap)
        )
    return said


def _current(diary: Diary) -> tuple[Facts, ...]:
    """Regular medicines and allergies; where one is known the other says that it is not."""
    medicines = [_medicine(each) for each in diary.treatments if each.regular and not each.archived]
    profile = diary.profile
    allergies = typed(profile.allergies, 200) if profile else ""
    if not medicines and not allergies:
        return ()
    more = len(medicines) - MOST_MEDICINES
    shown = medicines[:MOST_MEDICINES]
    if more > 0:
        shown.append(_("and {n} more").format(n=more))
    unsaid = _("none entered")
    return (
        Facts(title=_("Regular medicines"), lines=tuple(shown) or (unsaid,)),
        Facts(title=_("Allergies"), lines=(allergies or unsaid,)),
    )


def _medicine(treatment: Treatment) -> str:
    dose = treatment.usual_dose_mg
    parts = [
        typed(treatment.name, 48),
        "" if dose is None else _("{n} mg").format(n=format_number(dose)),
    ]
    said = " ".join(each for each in parts if each)
    return _("{medicine}, prescribed").format(medicine=said) if treatment.prescribed else said


def _questions(diary: Diary) -> Facts | None:
    visits = diary.of_kind(Visit)
    asked = [typed(each, 160) for each in visits[-1].questions if each.strip()] if visits else []
    if not asked:
        return None
    return Facts(
        title=_("Questions from the patient"), lines=tuple(asked[:MOST_QUESTIONS]), numbered=True
    )


def _method() -> tuple[str, ...]:
    return (
        _(
            "Logged: worst pain typed, touched by a spasm, or a reading of 1 or more. A day with "
            "no entry is never counted as zero; the day of making is not over and enters no rate."
        ),
        _(
            "Spasm day: touched by a spasm; one without a known end counts on its first day only. "
            "Middle: median. Medicine days are of days logged or with a treatment."
        ),
    )


def _footer(heading: Heading) -> str:
    who = [heading.name, heading.born, heading.period, heading.said]
    return ". ".join(each for each in (", ".join(each for each in who[:3] if each), who[3]))
