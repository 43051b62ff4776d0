"""What stands after the first page: the details, the entries behind the signals, every spasm."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from spasmlog.analysis.period import Period
from spasmlog.i18n import _
from spasmlog.report.daily_amounts import amounts
from spasmlog.report.detail_blocks import Details, Function, Times
from spasmlog.report.figures import Compared
from spasmlog.report.function import TREND, function
from spasmlog.report.medicine_list import medicines
from spasmlog.report.receipts import receipts
from spasmlog.report.sections import Section
from spasmlog.report.spasm_lengths import spasm_lengths
from spasmlog.report.spasm_table import spasm_table
from spasmlog.report.tables import Drawn
from spasmlog.rules import Assessment

CALENDAR, HOURS = "calendar", "hours"
CHARTS_OF: Mapping[Section, str] = {
    Section.FUNCTION: TREND,
    Section.CALENDAR: CALENDAR,
    Section.TIMES: HOURS,
}
"""The chart of a section, by its name among the charts."""
MOST_WEEKS = 13
"""So many weeks of the calendar have room in half the width, a number in each field."""
MOST_DAYS: Mapping[str, int] = {CALENDAR: 7 * MOST_WEEKS, TREND: 366}
"""What of a longer period a chart shows: the last days alone, which can be read in its width."""


def days_of(chart: str, period: Period) -> Period:
    """The days that a chart shows of a period."""
    most = MOST_DAYS.get(chart, period.days)
    return Period(max(period.first, period.last - timedelta(days=most - 1)), period.last)


def details(
    compared: Compared,
    on: Collection[Section],
    described: Mapping[str, str],
    assessment: Assessment,
) -> Details:
    """The parts that are on; `described` are the charts that are drawn."""
    diary, period = compared.diary, compared.period
    return Details(
        function=_function(compared, described) if Section.FUNCTION in on else None,
        calendar=_calendar(period, described) if Section.CALENDAR in on else None,
        times=_times(compared, described) if Section.TIMES in on else None,
        amounts=amounts(compared) if Section.AMOUNTS in on else None,
        medicines=medicines(diary) if Section.MEDICINES in on else None,
        receipts=receipts(assessment) if Section.RECEIPTS in on else None,
        spasms=spasm_table(diary, period) if Section.SPASMS in on else None,
    )


def _times(compared: Compared, described: Mapping[str, str]) -> Times | None:
    hours = _drawn(_("Time of day when spasms began"), HOURS, described)
    lasted = spasm_lengths(compared.diary, compared.period)
    return Times(hours=hours, lengths=lasted) if hours or lasted else None


def _function(compared: Compared, described: Mapping[str, str]) -> Function | None:
    found = function(compared, described)
    if found is None or found.trend is None or days_of(TREND, compared.period) == compared.period:
        return found
    title = _("PEG, 0 to 10, the last 12 months")
    return replace(found, trend=replace(found.trend, title=title))


def _calendar(period: Period, described: Mapping[str, str]) -> Drawn | None:
    title = _("Calendar")
    if days_of(CALENDAR, period) != period:
        title = _("Calendar, the last {n} weeks").format(n=MOST_WEEKS)
    found = _drawn(title, CALENDAR, described)
    key = _("Framed: spasm day. Hatched: no entry, not zero.")
    return replace(found, key=key) if found else None


def _drawn(title: str, chart: str, described: Mapping[str, str]) -> Drawn | None:
    if chart not in described:
        return None
    return Drawn(title=title, chart=chart, alt=described[chart])
