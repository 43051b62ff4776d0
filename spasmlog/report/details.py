"""What stands after the first page: the details, the entries behind the signals, every spasm."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from spasmlog.analysis.period import Period
from spasmlog.i18n import _
from spasmlog.report.daily_amounts import amounts
from spasmlog.report.detail_blocks import Details, Times
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
WIDEST_HALF = 98
"""The days whose calendar has room in half the width of the page, a number in each field."""


def wide_calendar(period: Period) -> bool:
    """Whether the calendar of a period takes the whole width."""
    return period.days > WIDEST_HALF


def details(
    compared: Compared,
    on: Collection[Section],
    described: Mapping[str, str],
    assessment: Assessment,
) -> Details:
    """The parts that are on; `described` are the charts that are drawn."""
    diary, period = compared.diary, compared.period
    return Details(
        function=function(compared, described) if Section.FUNCTION in on else None,
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


def _calendar(period: Period, described: Mapping[str, str]) -> Drawn | None:
    found = _drawn(_("Calendar"), CALENDAR, described)
    key = _(
        "Number: worst pain of the day. Bold and framed: spasm day. Hatched: no entry, not zero."
    )
    return replace(found, key=key, wide=wide_calendar(period)) if found else None


def _drawn(title: str, chart: str, described: Mapping[str, str]) -> Drawn | None:
    if chart not in described:
        return None
    return Drawn(title=title, chart=chart, alt=described[chart])
