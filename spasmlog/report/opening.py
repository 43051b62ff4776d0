"""Whose pages these are and of which days: the heading, and what stands on every page."""

from __future__ import annotations

from datetime import date

from spasmlog import __version__
from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Profile
from spasmlog.i18n import _, format_day, ngettext
from spasmlog.report.blocks import Furniture, Heading, NameShown, Options
from spasmlog.report.written import initials, span, typed


def heading(diary: Diary, period: Period, options: Options, made: date) -> Heading:
    """The heading of the first page."""
    profile = diary.profile
    return Heading(
        day=made,
        title=_("Back spasm summary"),
        said=_("Recorded by the patient, not a diagnosis"),
        name=_name(profile, options),
        born=_born(profile, options),
        period=span(period.first, period.last),
        days=ngettext("{n} day", "{n} days", period.days),
        made=_("Made {day}").format(day=format_day(made)),
        program=_("SpasmLog {version}").format(version=__version__),
    )


def furniture(of: Heading) -> Furniture:
    """The foot of every page, and the head of those after the first."""
    who = ", ".join(each for each in (of.name, of.born, of.period) if each)
    return Furniture(
        later_title=_("{title}, details").format(title=of.title),
        footer=". ".join(each for each in (who, of.said) if each),
        pages=_("{page} of {pages}"),
    )


def _name(profile: Profile | None, options: Options) -> str:
    name = profile.name_for_report if profile else ""
    if options.name is NameShown.NONE or not name.strip():
        return ""
    return typed(name, 44) if options.name is NameShown.FULL else initials(name)


def _born(profile: Profile | None, options: Options) -> str:
    """Where the name is left out, what tells people apart is left out with it."""
    hidden = options.name is NameShown.NONE
    year = profile.birth_year if profile and not hidden else None
    return "" if year is None else _("born {year}").format(year=year)
