"""Draws the scores of a questionnaire: a dot each with its value, joined where they are near."""

from __future__ import annotations

from collections.abc import Iterator

from spasmlog.analysis.scores import TOP, Scored
from spasmlog.charts.axis_dates import dates_row
from spasmlog.charts.base import Asked
from spasmlog.charts.flags import flag_rows
from spasmlog.charts.lanes import course_rows, courses
from spasmlog.charts.pain_plot import base, hatch_gaps
from spasmlog.charts.plan import Plan
from spasmlog.charts.scores import Scores
from spasmlog.charts.sheet import Drawing, Plot, Row, Sheet, compose, space
from spasmlog.charts.style import Style
from spasmlog.charts.words_scores import CALLED, score_number
from spasmlog.domain.scales import PEG
from spasmlog.i18n import _, format_number

HEIGHT = 140.0
DOT, LEAST_DOT = 7.0, 3.0
LINE, RANGE = 1.8, 3.0
GAP = 6.0
"""Pixels between two values that are written."""


def scores_drawn(asked: Asked, scores: Scores, style: Style) -> Drawing:
    """The whole figure."""
    found = courses(asked.diary, asked.first, asked.last)
    ends = (format_number(TOP[scores.instrument]), *([_("Course")] if found else []))
    plan = Plan.of(asked, style, ends)
    rows = [_title_row(plan, scores), _plot_row(plan, scores)]
    rows += [space(style.px(4) + 2), *course_rows(plan)]
    flags = flag_rows(plan, asked.marks, below=len(rows))
    return compose(style, plan.letters, plan.span, [*flags, *rows, dates_row(plan.dates, style)])


def _title_row(plan: Plan, scores: Scores) -> Row:
    """The scale; beneath it is room for the value of a score at the very top."""
    style = plan.style
    text = plan.letters.fit(_(CALLED[scores.instrument].scale), plan.span.width, bold=True)

    def draw(sheet: Sheet, _bottom: float, top: float) -> None:
        y = top - style.px(9)
        left, ground = plan.span.left, style.paper
        sheet.write(text, left, y, color=style.text, bold=True, ground=ground, gid="title")

    return Row(style.px(36) + 8, draw)


def _plot_row(plan: Plan, scores: Scores) -> Row:
    highest = TOP[scores.instrument]

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        plot = sheet.plot("score", bottom, top, highest)
        _frame(plan, sheet, plot)
        hatch_gaps(plan, sheet, scores.covered(), bottom, top)
        if scores.instrument == PEG:
            _ranges(plan, scores, sheet, plot)
        _joined(plan, scores, sheet, plot)
        _values(plan, scores, sheet, plot)

    return Row(HEIGHT, draw, grows=True)


def _frame(plan: Plan, sheet: Sheet, plot: Plot) -> None:
    left, right, highest = plan.span.left, plan.span.right, plot.highest
    for value in (highest / 2, highest):
        y = _y(plot, value)
        sheet.strokes([((left, y), (right, y))], plan.style.grid, order=-1, gid="grid")
        plan.label(sheet, format_number(value), y)
    base(plan, sheet, plot.bottom)
    plan.label(sheet, format_number(0), plot.bottom)


def _y(plot: Plot, value: float) -> float:
    return plot.bottom + (plot.top - plot.bottom) * value / plot.highest


def _ranges(plan: Plan, scores: Scores, sheet: Sheet, plot: Plot) -> None:
    """From the lowest to the highest of the three numbers, behind the dot."""
    lines = [
        ((each.day.toordinal(), min(each.numbers)), (each.day.toordinal(), max(each.numbers)))
        for each in scores.shown
    ]
    width = min(max(plan.span.step, 1.0), RANGE)
    sheet.strokes(lines, plan.style.hatch, line=width, on=plot, order=2, gid="range")


def _joined(plan: Plan, scores: Scores, sheet: Sheet, plot: Plot) -> None:
    """On a rim of paper, so that the line stands off the ranges."""
    style = plan.style
    lines = [(_point(one), _point(other)) for one, other in scores.joined()]
    sheet.strokes(lines, style.paper, line=LINE + 2.4, on=plot, order=3, gid="rim")
    sheet.strokes(lines, style.text, line=LINE, on=plot, order=4, gid="line")
    size = min(max(plan.span.step * 5, LEAST_DOT), DOT)
    some = [_point(each) for each in scores.shown if each.value]
    none = [_point(each) for each in scores.shown if not each.value]
    sheet.marks(some, "o", size, style.paper, fill=style.text, line=1, on=plot, gid="score")
    sheet.marks(none, "o", size, style.text, line=size / 5, on=plot, gid="zero")


def _point(score: Scored) -> tuple[float, float]:
    return float(score.day.toordinal()), float(score.value)


def _values(plan: Plan, scores: Scores, sheet: Sheet, plot: Plot) -> None:
    """Beside the dots, off the line, where most of them have room; else the newest alone."""
    style, placed = plan.style, [*_placed(plan, scores)]
    if 2 * len(placed) < len(scores.shown):
        placed = placed[:1]
    for text, left, at in placed:
        y = _beside(plan, scores, plot, at)
        sheet.write(text, left, y, color=style.text, ground=style.paper, gid="value")


def _placed(plan: Plan, scores: Scores) -> Iterator[tuple[str, float, int]]:
    """Words, their left edge and the number of the score, the newest first."""
    edge = plan.style.width
    for at in reversed(range(len(scores.shown))):
        each = scores.shown[at]
        text = score_number(scores.instrument, each.value)
        wide = plan.letters.width(text)
        left = plan.span.x(each.day.toordinal()) - wide / 2
        left = max(min(left, plan.style.width - wide), plan.span.left)
        if left + wide <= edge:
            yield text, left, at
            edge = left - GAP


def _beside(plan: Plan, scores: Scores, plot: Plot, at: int) -> float:
    """Above the dot and its range; below in a dip, where the line leaves upwards on both sides."""
    shown = scores.shown
    each, near = shown[at], shown[max(at - 1, 0) : at + 2]
    peg = scores.instrument == PEG
    high, low = (max(each.numbers), min(each.numbers)) if peg else (each.value, each.value)
    off = plan.style.px(8) + DOT / 2 + 2
    below = _y(plot, float(low)) - off
    dip = all(other.value > each.value for other in near if other is not each)
    if dip and below - plan.style.px(8) >= plot.bottom:
        return below
    return _y(plot, float(high)) + off
