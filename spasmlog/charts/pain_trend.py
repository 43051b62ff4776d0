"""Worst pain each day, with spasms, medicines, courses, visits and signals on the same dates."""

from __future__ import annotations

from datetime import date

from matplotlib.figure import Figure

from spasmlog.charts.axis_dates import dates_row
from spasmlog.charts.base import Mark
from spasmlog.charts.flags import flag_rows
from spasmlog.charts.lanes import lane_names, lane_rows
from spasmlog.charts.pain_plot import Line, line_of, pain_rows
from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Row, compose
from spasmlog.charts.span import grain
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary


def pain_trend(
    diary: Diary, first: date, last: date, style: Style, marks: tuple[Mark, ...] = ()
) -> Figure:
    """The days from `first` to `last`; without an entry, an empty frame that says so."""
    line = line_of(diary, first, last, grain(first, last))
    plan = Plan.of(diary, first, last, style, lane_names(diary, first, last), right_labels(line))
    return compose(style, plan.letters, plan.span, trend_rows(plan, line, marks))


def right_labels(line: Line | None) -> tuple[tuple[str, bool], ...]:
    """What stands at the end of the line, and whether it is bold."""
    return () if line is None else ((line.name, True), (line.latest, False))


def trend_rows(plan: Plan, line: Line | None, marks: tuple[Mark, ...]) -> list[Row]:
    """All rows of the trend, its dates included."""
    lanes = lane_rows(plan)
    plot = pain_rows(plan, line)
    flags = flag_rows(plan, marks, below=len(plot) + len(lanes))
    return [*flags, *plot, *lanes, dates_row(plan.dates, plan.style)]
