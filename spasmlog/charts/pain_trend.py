"""Worst pain each day, with spasms, medicines, courses, visits and signals on the same dates."""

from __future__ import annotations

from spasmlog.charts.axis_dates import dates_row
from spasmlog.charts.base import Asked, Mark
from spasmlog.charts.flags import flag_rows
from spasmlog.charts.lanes import lane_names, lane_rows
from spasmlog.charts.pain_plot import Line, line_of, pain_rows
from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Drawing, Row, compose
from spasmlog.charts.style import Style


def pain_trend(asked: Asked, style: Style) -> Drawing:
    """The days that are asked for; without an entry, an empty frame that says so."""
    days = (asked.diary, asked.first, asked.last)
    line = line_of(*days)
    plan = Plan.of(asked, style, lane_names(*days), right_labels(line))
    return compose(style, plan.letters, plan.span, trend_rows(plan, line, asked.marks))


def right_labels(line: Line | None) -> tuple[tuple[str, bool], ...]:
    """What stands at the end of the line, and whether it is bold."""
    return () if line is None else ((line.name, True), (line.latest, False))


def trend_rows(plan: Plan, line: Line | None, marks: tuple[Mark, ...]) -> list[Row]:
    """All rows of the trend, its dates included."""
    lanes = lane_rows(plan)
    plot = pain_rows(plan, line)
    flags = flag_rows(plan, marks, below=len(plot) + len(lanes))
    return [*flags, *plot, *lanes, dates_row(plan.dates, plan.style)]
