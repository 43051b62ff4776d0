"""Drinks, activity and stretching of each day: small charts on the same dates as the trend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from spasmlog.analysis.course import last_finished, weeks
from spasmlog.charts.amounts import ACTIVITY, AMOUNTS, DRINKS, STRETCHING, Amount, Parts, total_on
from spasmlog.charts.axis_dates import dates_row
from spasmlog.charts.base import Mark
from spasmlog.charts.flags import flag_rows
from spasmlog.charts.lanes import lane_names
from spasmlog.charts.pain_plot import (
    OUTLINED,
    bar_width,
    base,
    hatch_gaps,
    line_of,
    say_empty,
    zero_size,
)
from spasmlog.charts.pain_trend import right_labels, trend_rows
from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Rect, Row, Sheet, compose, space
from spasmlog.charts.span import Grain, grain
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, format_number

HEIGHT = 56.0
ALONE_HEIGHT = 150.0
TOPS = (1, 2, 3, 4, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440)
"""Where an axis may end."""


def overview(
    diary: Diary, first: date, last: date, style: Style, marks: tuple[Mark, ...] = ()
) -> Figure:
    """The pain trend, and the three amounts beneath it on the same dates."""
    line = line_of(diary, first, last, grain(first, last))
    names = (*lane_names(diary, first, last), "1440")
    plan = Plan.of(diary, first, last, style, names, right_labels(line))
    rows = trend_rows(plan, line, marks)
    for amount in AMOUNTS:
        rows += amount_rows(plan, amount, HEIGHT)
    return compose(style, plan.letters, plan.span, [*rows, *end_rows(plan)])


def draw_amount(
    amount: Amount,
    diary: Diary,
    first: date,
    last: date,
    style: Style,
    marks: tuple[Mark, ...] = (),
) -> Figure:
    """One amount on its own."""
    plan = Plan.of(diary, first, last, style, ("1440",))
    rows = amount_rows(plan, amount, ALONE_HEIGHT)
    rows = [*flag_rows(plan, marks, below=len(rows)), *rows, *end_rows(plan)]
    return compose(style, plan.letters, plan.span, rows)


def end_rows(plan: Plan) -> list[Row]:
    """The dates, a little beneath the ticks of the plot."""
    return [space(plan.style.px(8)), dates_row(plan.dates, plan.style)]


def amount_rows(plan: Plan, amount: Amount, height: float) -> list[Row]:
    """The title on a line of its own, and the plot."""
    style = plan.style
    title = plan.letters.fit(_title(plan, amount), plan.span.width, bold=True)
    return [
        Row(style.px(16) + 12, lambda *place: _write_title(plan, title, *place)),
        Row(
            max(height, style.px(28)),
            lambda *place: _draw(plan, amount, height, *place),
            grows=height > HEIGHT,
        ),
    ]


def _title(plan: Plan, amount: Amount) -> str:
    weekly = plan.span.grain is Grain.WEEKS
    note = _("weekly middle value") if weekly else _(amount.note) if amount.note else ""
    return f"{_(amount.heading)} ({note})" if note else _(amount.heading)


def _write_title(plan: Plan, title: str, sheet: Sheet, bottom: float, _top: float) -> None:
    y = bottom + plan.style.px(8) + 3
    sheet.write(title, plan.span.left, y, color=plan.style.text, bold=True, gid="title")


def _draw(
    plan: Plan, amount: Amount, height: float, sheet: Sheet, bottom: float, top: float
) -> None:
    weekly = plan.span.grain is Grain.WEEKS
    known = _weekly(plan, amount) if weekly else _known(plan, amount)
    highest = axis_top(max((sum(parts) for _day, parts in known), default=0), amount.least_top)
    axes = sheet.plot(amount.name, bottom, top, highest)
    line = [((plan.span.left, top), (plan.span.right, top))]
    sheet.strokes(line, plan.style.grid, order=-1, gid="grid")
    base(plan, sheet, bottom)
    plan.label(sheet, format_number(highest), top)
    plan.label(sheet, format_number(0), bottom)
    around = range(-3, 4) if weekly else range(1)
    covered = (day + away for day, _parts in known for away in around)
    hatch_gaps(plan, sheet, axes, covered, bottom, top)
    if known:
        width = 7 if weekly else bar_width(plan)
        _draw_bars(plan, amount, sheet, axes, known, width)
    elif height > HEIGHT and not _known(plan, amount):
        say_empty(plan, sheet, bottom, top)


def _known(plan: Plan, amount: Amount) -> list[tuple[int, Parts]]:
    return [(day, parts) for day, facts in plan.known if (parts := amount.parts(facts)) is not None]


def _weekly(plan: Plan, amount: Amount) -> list[tuple[int, Parts]]:
    """The middle value of each week that has enough days, at the middle day of the week."""
    total = total_on(plan.diary, amount)
    found = weeks(total, plan.span.first, last_finished(plan.diary, plan.span.last))
    return [
        (week.first.toordinal() + 3, (week.middle,)) for week in found if week.middle is not None
    ]


def axis_top(highest: float, least: float) -> float:
    """A round end of the axis, above every value."""
    wanted = max(highest, least)
    return next((float(top) for top in TOPS if top >= wanted), float(ceil(wanted)))


def _draw_bars(
    plan: Plan,
    amount: Amount,
    sheet: Sheet,
    axes: Axes,
    known: Sequence[tuple[int, Parts]],
    width: float,
) -> None:
    rects: list[Rect] = []
    fills: list[str] = []
    for day, parts in known:
        low = 0.0
        for part, fill in zip(parts, _fills(plan.style, amount, len(parts)), strict=True):
            if part:
                rects.append((day - width / 2, low, day + width / 2, low + part))
                fills.append(fill)
            low += part
    edge = _fills(plan.style, amount, 1)[0] if plan.span.step >= OUTLINED else None
    sheet.blocks(rects, fills, edge=edge, line=0.8, on=axes, gid=f"{amount.name}-bars")
    size = zero_size(plan)
    zeros = [(float(day), 0.0) for day, parts in known if not sum(parts)]
    sheet.marks(zeros, "o", size, plan.style.text, line=size / 5, on=axes, gid="zero")


def _fills(style: Style, amount: Amount, parts: int) -> Sequence[str]:
    if amount is ACTIVITY and parts > 1:
        return (style.activity_soft, style.activity)
    fills = {DRINKS.name: style.hydration, STRETCHING.name: style.stretch}
    return (fills.get(amount.name, style.activity),)
