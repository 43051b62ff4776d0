"""Diary in, matplotlib figure out. May not know Qt or the store; a chart decides nothing.

matplotlib is loaded by the first drawing, not by this package: names, sentences and tables come
without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from spasmlog.charts.amounts import ACTIVITY, DRINKS, STRETCHING, Amount
from spasmlog.charts.base import Asked, Chart, Mark, Prepared, Table
from spasmlog.charts.drawing import drawing
from spasmlog.charts.heat_map import CALENDAR
from spasmlog.charts.home import settle
from spasmlog.charts.hours import HOURS
from spasmlog.charts.of_treatments import OF_TREATMENTS
from spasmlog.charts.places import PLACES
from spasmlog.charts.scores import PEG_TREND, ROLAND_MORRIS_TREND
from spasmlog.charts.sentences import (
    describe_amount,
    describe_pain,
    more_of_amount,
    more_of_overview,
    more_of_pain,
    tip,
)
from spasmlog.charts.spasm_rate import SPASM_RATE
from spasmlog.charts.tables import amount_table, day_table
from spasmlog.charts.weekday_bars import WEEKDAYS
from spasmlog.charts.weekly_course import WEEKLY_COURSE
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

__all__ = [
    "CHARTS",
    "Asked",
    "Chart",
    "Mark",
    "Prepared",
    "Table",
    "draw_to_file",
    "settle",
    "tip",
]

FILE_WIDTH = 984

Draw = Callable[[Asked, "Style"], "Figure"]
Describe = Callable[[Asked], str]
Rows = Callable[[Diary, date, date], Table]


def _pain_trend(asked: Asked, style: Style) -> Figure:
    from spasmlog.charts.pain_trend import pain_trend

    return pain_trend(asked, style)


def _overview(asked: Asked, style: Style) -> Figure:
    from spasmlog.charts.daily_lanes import overview

    return overview(asked, style)


def _amount(amount: Amount) -> Draw:
    def draw(asked: Asked, style: Style) -> Figure:
        from spasmlog.charts.daily_lanes import draw_amount

        return draw_amount(amount, asked, style)

    return draw


def _of_days(
    named: tuple[str, str], draw: Draw, told: tuple[Describe, Describe], table: Rows, place: bool
) -> Chart:
    """A chart over dates, whose sentences (`told`: first and more) and table need only the days."""
    describe, more = told

    def prepare(asked: Asked) -> Prepared:
        return Prepared(
            describe=partial(describe, asked),
            more=partial(more, asked),
            table=partial(table, asked.diary, asked.first, asked.last),
            draw=drawing(partial(draw, asked)),
            tip=partial(tip, asked.diary),
        )

    return Chart(name=named[0], title=named[1], prepare=prepare, by_place=place)


def _amount_chart(amount: Amount) -> Chart:
    told = (describe_amount(amount), more_of_amount(amount))
    named = (amount.name, amount.title)
    return _of_days(named, _amount(amount), told, amount_table(amount), place=False)


CHARTS: Mapping[str, Chart] = {
    chart.name: chart
    for chart in (
        _of_days(
            ("pain_trend", N_("Worst pain each day")),
            _pain_trend,
            (describe_pain, more_of_pain),
            day_table,
            place=True,
        ),
        *map(_amount_chart, (DRINKS, ACTIVITY, STRETCHING)),
        _of_days(
            ("overview", N_("Pain, drinks, activity and stretching")),
            _overview,
            (describe_pain, more_of_overview),
            day_table,
            place=True,
        ),
        WEEKLY_COURSE,
        SPASM_RATE,
        CALENDAR,
        HOURS,
        WEEKDAYS,
        PLACES,
        PEG_TREND,
        ROLAND_MORRIS_TREND,
        *OF_TREATMENTS,
    )
}
"""All charts by name; the titles are still to be translated."""


def draw_to_file(
    chart: Chart,
    diary: Diary,
    first: date,
    last: date,
    path: Path,
    marks: tuple[Mark, ...] = (),
) -> None:
    """The chart into an SVG, PNG or PDF file; raises `NotSaved`, or `InvalidEntry` for others."""
    settle()
    from spasmlog.charts.saving import save
    from spasmlog.charts.style import Style

    save(chart.draw(diary, first, last, Style.light(FILE_WIDTH), marks), path)
