"""Diary in, matplotlib figure out. May not know Qt or the store; a chart decides nothing.

matplotlib is loaded by the first drawing, not by this package: names, sentences and tables come
without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from spasmlog.charts.amounts import ACTIVITY, DRINKS, STRETCHING, Amount
from spasmlog.charts.base import Chart, Draw, Mark, Table
from spasmlog.charts.home import settle
from spasmlog.charts.sentences import describe_amount, describe_overview, describe_pain, tip
from spasmlog.charts.tables import amount_table, day_table
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

__all__ = ["CHARTS", "Chart", "Mark", "Table", "draw_to_file", "settle", "tip"]

FILE_WIDTH = 984


def _pain_trend(
    diary: Diary, first: date, last: date, style: Style, marks: tuple[Mark, ...] = ()
) -> Figure:
    settle()
    from spasmlog.charts.pain_trend import pain_trend

    return pain_trend(diary, first, last, style, marks)


def _overview(
    diary: Diary, first: date, last: date, style: Style, marks: tuple[Mark, ...] = ()
) -> Figure:
    settle()
    from spasmlog.charts.daily_lanes import overview

    return overview(diary, first, last, style, marks)


def _amount(amount: Amount) -> Draw:
    def draw(
        diary: Diary, first: date, last: date, style: Style, marks: tuple[Mark, ...] = ()
    ) -> Figure:
        settle()
        from spasmlog.charts.daily_lanes import draw_amount

        return draw_amount(amount, diary, first, last, style, marks)

    return draw


def _amount_chart(amount: Amount) -> Chart:
    return Chart(
        name=amount.name,
        title=amount.title,
        draw=_amount(amount),
        describe=describe_amount(amount),
        table=amount_table(amount),
    )


CHARTS: Mapping[str, Chart] = {
    chart.name: chart
    for chart in (
        Chart(
            name="pain_trend",
            title=N_("Worst pain each day"),
            draw=_pain_trend,
            describe=describe_pain,
            table=day_table,
        ),
        *map(_amount_chart, (DRINKS, ACTIVITY, STRETCHING)),
        Chart(
            name="overview",
            title=N_("Pain, drinks, activity and stretching"),
            draw=_overview,
            describe=describe_overview,
            table=day_table,
        ),
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
