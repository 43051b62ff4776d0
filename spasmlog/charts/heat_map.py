"""The calendar: a year as a map of days, each with its worst pain."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.course import counts
from spasmlog.charts.base import Asked, Chart, Prepared, Table
from spasmlog.charts.drawing import drawing, withheld
from spasmlog.charts.sentences import not_over, spasms_said, tip, today_only
from spasmlog.charts.tables import day_table
from spasmlog.i18n import N_, _, format_day, ngettext

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

MOST_DAYS = 366


def year_of(asked: Asked) -> Asked:
    """The last year of the days that are asked for, as more is not shown at once."""
    last = max(asked.first, asked.last)
    first = last.replace(month=1, day=1)
    within = asked.first >= first or (last - asked.first).days < MOST_DAYS
    return replace(
        asked, first=asked.first if within else last - timedelta(days=MOST_DAYS - 2), last=last
    )


def _describe(asked: Asked, year: Asked) -> str:
    said = [today_only(year.diary, year.first, year.last) or _logged(year), *spasms_said(year)]
    if year.first != asked.first:
        days = [format_day(day) for day in (year.first, year.last)]
        said.insert(0, _("{first} to {last}.").format(first=days[0], last=days[1]))
    said.append(
        _(
            "Each field is a day with its worst pain; spasm days are bold and framed. "
            "Hatched days have no entry; they are not zero."
        )
    )
    return " ".join(filter(None, said))


def _more(year: Asked) -> str:
    return not_over(year.diary, year.first, year.last)


def _logged(year: Asked) -> str:
    found = counts(year.diary, year.first, year.last)
    return ngettext(
        "Pain was logged on {logged} of {n} day; zero on {clear}.",
        "Pain was logged on {logged} of {n} days; zero on {clear}.",
        found.days,
    ).format(logged=found.logged, clear=found.clear)


def _table(year: Asked) -> Table:
    return day_table(year.diary, year.first, min(year.last, max(year.diary.today, year.first)))


def _missing(year: Asked) -> tuple[str, str] | None:
    facts = year.diary.facts
    if any(facts[day].logged for day in facts if year.first <= day <= year.last):
        return None
    return (
        _("No day with an entry here so far"),
        _("The calendar begins with the first one. A day without an entry is never zero."),
    )


def _prepare(asked: Asked) -> Prepared:
    year = year_of(asked)
    missing = _missing(year)

    def draw(style: Style) -> Figure:
        from spasmlog.charts.heat_drawn import heat_drawn

        return heat_drawn(year, style)

    return Prepared(
        describe=(lambda: missing[1]) if missing else partial(_describe, asked, year),
        more=(lambda: "") if missing else partial(_more, year),
        table=partial(_table, year),
        draw=drawing(withheld(*missing) if missing else draw),
        missing=missing,
        tip=partial(tip, asked.diary),
    )


CALENDAR = Chart(name="calendar", title=N_("Calendar"), prepare=_prepare, by_place=True)
