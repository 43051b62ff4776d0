"""Draws the weekly course: dots, gaps, the line of four weeks, and two periods behind them."""

from __future__ import annotations

from datetime import date

from spasmlog.analysis.buckets import WEEK, Bucket
from spasmlog.charts.axis_dates import dates_row
from spasmlog.charts.base import Asked
from spasmlog.charts.count_lane import Stretch, count_row
from spasmlog.charts.flags import flag_rows
from spasmlog.charts.lanes import course_rows, courses
from spasmlog.charts.pain_plot import (
    HEIGHT,
    LINE,
    Line,
    frame,
    hatch_gaps,
    label_line,
    note_row,
)
from spasmlog.charts.pain_trend import right_labels
from spasmlog.charts.periods import behind, period_row, periods_of
from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Drawing, Plot, Row, Sheet, compose, space
from spasmlog.charts.style import Style
from spasmlog.charts.weekly_course import Course
from spasmlog.i18n import _, format_day, format_number

DOT, LEAST_DOT = 8.0, 3.0
TICK = 10.0


def weekly_drawn(asked: Asked, course: Course, style: Style) -> Drawing:
    """The whole figure."""
    line = _line(course)
    plan = Plan.of(asked, style, _names(asked), right_labels(line))
    rows = [*_plot_rows(plan, course, line), *_lanes(plan, course)]
    flags = flag_rows(plan, asked.marks, below=len(rows))
    dates = dates_row(plan.dates, style)
    return compose(style, plan.letters, plan.span, [*flags, *rows, dates])


def _names(asked: Asked) -> tuple[str, ...]:
    found = courses(asked.diary, asked.first, asked.last)
    return (_("Days of 7"), _("Spasm"), *([_("Course")] if found else []))


def _line(course: Course) -> Line | None:
    """The mean of four weeks in a row, at the last of them."""
    both = [*zip(course.weeks, course.line, strict=True)]
    known = [(week, mean) for week, mean in both if mean is not None]
    if not known:
        return None
    week, value = known[-1]
    day = format_day(date.fromordinal(week.last), "d MMM")
    return Line(
        values=tuple((_middle(course, week), mean) for week, mean in both),
        name=_("4-week average"),
        latest=_("{value}, to {day}").format(value=format_number(value, 1), day=day),
        last=value,
    )


def _middle(course: Course, week: Bucket) -> float:
    """The middle of the days of a week that are drawn."""
    return (max(week.first, course.days.first) + week.last) / 2


def _plot_rows(plan: Plan, course: Course, line: Line | None) -> list[Row]:
    periods = periods_of(plan, course.look.result if course.look else None)
    rows: list[Row] = []
    if line and plan.right_room < plan.letters.width(line.name, bold=True):
        rows.append(note_row(plan, [line.name, line.latest]))
    rows.append(period_row(plan, periods))

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        plot = frame(plan, sheet, bottom, top)
        shown = [week for week in course.weeks if week.mean is not None]
        covered = {day for week in shown for day in range(week.first, week.last + 1)}
        not_over = range(course.days.last + 1, plan.span.days.stop)
        hatch_gaps(plan, sheet, {*covered, *not_over}, bottom, top)
        behind(plan, sheet, plot, periods)
        _dots(plan, course, sheet, plot)
        if line is not None:
            sheet.curve(line.values, plan.style.paper, plot, line=LINE + 2.4, order=3, gid="rim")
            sheet.curve(line.values, plan.style.text, plot, line=LINE, gid="line")
            label_line(plan, line, sheet, bottom, top)

    return [*rows, Row(HEIGHT, draw, grows=True)]


def _dots(plan: Plan, course: Course, sheet: Sheet, plot: Plot) -> None:
    """In the colour of the ramp; a week without any pain is an open circle."""
    style, size = plan.style, min(max(WEEK * plan.span.step * 0.7, LEAST_DOT), DOT)
    grouped: dict[str, list[tuple[float, float]]] = {}
    for week in course.weeks:
        if week.mean is not None:
            fill = style.pain[round(week.mean)] if week.mean else style.paper
            grouped.setdefault(fill, []).append((_middle(course, week), week.mean))
    for fill, points in grouped.items():
        edge = size / 7
        sheet.marks(points, "o", size, style.text, fill=fill, line=edge, on=plot, gid="week")


def _lanes(plan: Plan, course: Course) -> list[Row]:
    stretches = [
        Stretch(first=max(week.first, plan.span.days.start), last=week.last, n=week.known, of=WEEK)
        for week in course.weeks
    ]
    counts = count_row(plan, _("Days of 7"), stretches)
    high = plan.style.px(20)
    ticks = Row(high, lambda *place: _ticks(plan, course, *place))
    return [space(plan.style.px(4) + 2), counts, ticks, *course_rows(plan)]


def _ticks(plan: Plan, course: Course, sheet: Sheet, bottom: float, top: float) -> None:
    middle = (bottom + top) / 2
    plan.label(sheet, _("Spasm"), middle)
    xs = [plan.span.x(day) for day in course.shown_onsets]
    ticks = [((x, middle - TICK / 2), (x, middle + TICK / 2)) for x in xs]
    width = min(max(plan.span.step * 0.6, 1.0), 3.0)
    sheet.strokes(ticks, plan.style.text, line=width, order=2, gid="onset")
