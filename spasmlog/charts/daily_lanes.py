"""Drinks, activity and stretching of each day: small charts on the same dates as the trend."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from spasmlog.analysis.course import last_finished
from spasmlog.analysis.daily import Daily
from spasmlog.charts.amounts import ACTIVITY, AMOUNTS, DRINKS, STRETCHING, Amount, Parts
from spasmlog.charts.axis_dates import dates_row
from spasmlog.charts.base import Asked
from spasmlog.charts.flags import flag_rows
from spasmlog.charts.lanes import lane_names
from spasmlog.charts.pain_plot import (
    OUTLINED,
    bar_width,
    base,
    hatch_gaps,
    line_of,
    say_empty,
    whole_weeks,
    zero_size,
)
from spasmlog.charts.pain_trend import right_labels, trend_rows
from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Drawing, Plot, Rect, Row, Sheet, compose, space
from spasmlog.charts.span import Grain
from spasmlog.charts.style import Style
from spasmlog.i18n import _, format_number

HEIGHT = 56.0
ALONE_HEIGHT = 150.0
TOPS = (1, 2, 3, 4, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440)
"""Where an axis may end."""


def overview(asked: Asked, style: Style) -> Drawing:
    """The pain trend, and the three amounts beneath it on the same dates."""
    days = (asked.diary, asked.first, asked.last)
    line = line_of(*days)
    plan = Plan.of(asked, style, (*lane_names(*days), "1440"), right_labels(line))
    rows = trend_rows(plan, line, asked.marks)
    for amount in AMOUNTS:
        rows += amount_rows(plan, amount, HEIGHT)
    return compose(style, plan.letters, plan.span, [*rows, *end_rows(plan)])


def draw_amount(amount: Amount, asked: Asked, style: Style) -> Drawing:
    """One amount on its own."""
    plan = Plan.of(asked, style, ("1440",))
    rows = amount_rows(plan, amount, ALONE_HEIGHT)
    rows = [*flag_rows(plan, asked.marks, below=len(rows)), *rows, *end_rows(plan)]
    return compose(style, plan.letters, plan.span, rows)


def end_rows(plan: Plan) -> list[Row]:
    """The dates, a little beneath the ticks of the plot."""
    return [space(plan.style.px(8)), dates_row(plan.dates, plan.style)]


def amount_rows(plan: Plan, amount: Amount, height: float) -> list[Row]:
    """The title on a line of its own, and the plot."""
    style = plan.style
    title = _title(plan, amount)
    return [
        Row(style.px(16) + 12, lambda *place: _write_title(plan, title, *place)),
        Row(
            max(height, style.px(28)),
            lambda *place: _draw(plan, amount, height, *place),
            grows=height > HEIGHT,
        ),
    ]


def _title(plan: Plan, amount: Amount) -> str:
    """With as many of the notes as there is room for."""
    weekly = plan.span.grain is Grain.WEEKS
    note = _("weekly average") if weekly else _(amount.note) if amount.note else ""
    dotted = amount.noted(plan.diary)
    dotted = _("dotted: {reference}").format(reference=dotted) if dotted else ""
    found = [_(amount.heading)]
    for notes in ([note], [dotted], [note, dotted]):
        told = "; ".join(filter(None, notes))
        found += [f"{found[0]} ({told})"] if told else []
    fits = [each for each in found if plan.letters.width(each, bold=True) <= plan.span.width]
    return fits[-1] if fits else plan.letters.fit(found[0], plan.span.width, bold=True)


def _write_title(plan: Plan, title: str, sheet: Sheet, bottom: float, _top: float) -> None:
    y = bottom + plan.style.px(8) + 3
    sheet.write(title, plan.span.left, y, color=plan.style.text, bold=True, gid="title")


def _draw(
    plan: Plan, amount: Amount, height: float, sheet: Sheet, bottom: float, top: float
) -> None:
    weekly = plan.span.grain is Grain.WEEKS
    daily = _known(plan, amount)
    known = _weekly(plan, daily) if weekly else daily
    highest = axis_top(max((sum(parts) for _day, parts in known), default=0), amount.least_top)
    plot = sheet.plot(amount.name, bottom, top, highest)
    line = [((plan.span.left, top), (plan.span.right, top))]
    sheet.strokes(line, plan.style.grid, order=-1, gid="grid")
    base(plan, sheet, bottom)
    plan.label(sheet, format_number(highest), top)
    plan.label(sheet, format_number(0), bottom)
    around = range(-3, 4) if weekly else range(1)
    covered = (day + away for day, _parts in known for away in around)
    hatch_gaps(plan, sheet, covered, bottom, top)
    if known:
        width = 7 if weekly else bar_width(plan)
        _draw_bars(plan, amount, sheet, plot, known, width)
        _draw_reference(plan, amount, sheet, plot)
    elif height > HEIGHT and not daily:
        say_empty(plan, sheet, bottom, top)


def _known(plan: Plan, amount: Amount) -> list[tuple[int, Parts]]:
    return [(day, parts) for day, facts in plan.known if (parts := amount.parts(facts)) is not None]


def _weekly(plan: Plan, known: Sequence[tuple[int, Parts]]) -> list[tuple[int, Parts]]:
    """The mean of each week that has enough days that are over, at the middle day of the week."""
    last = last_finished(plan.diary, plan.span.last).toordinal()
    over = [(day, sum(parts)) for day, parts in known if day <= last]
    days, values = [day for day, _sum in over], [value for _day, value in over]
    weeks = whole_weeks(Daily.of(days, values, plan.span.days.start, last))
    return [(week.first + 3, (week.mean,)) for week in weeks if week.mean is not None]


def _draw_reference(plan: Plan, amount: Amount, sheet: Sheet, plot: Plot) -> None:
    """A quiet line, nothing more: it is no goal. A rim of paper shows it over the bars."""
    value = amount.reference(plan.diary)
    if value is not None:
        ends = [((plan.span.days.start - 0.5, value), (plan.span.days.stop - 0.5, value))]
        sheet.strokes(ends, plan.style.paper, line=1.6, on=plot, order=2.5, gid="rim")
        sheet.strokes(ends, plan.style.text, dots=True, on=plot, order=2.6, gid="reference")


def axis_top(highest: float, least: float) -> float:
    """A round end of the axis, above every value."""
    wanted = max(highest, least)
    return next((float(top) for top in TOPS if top >= wanted), float(ceil(wanted)))


def _draw_bars(
    plan: Plan,
    amount: Amount,
    sheet: Sheet,
    plot: Plot,
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
    sheet.blocks(rects, fills, edge=edge, line=0.8, on=plot, gid=f"{amount.name}-bars")
    size = zero_size(plan)
    zeros = [(float(day), 0.0) for day, parts in known if not sum(parts)]
    sheet.marks(zeros, "o", size, plan.style.text, line=size / 5, on=plot, gid="zero")


def _fills(style: Style, amount: Amount, parts: int) -> Sequence[str]:
    if amount is ACTIVITY and parts > 1:
        return (style.activity_soft, style.activity)
    fills = {DRINKS.name: style.hydration, STRETCHING.name: style.stretch}
    return (fills.get(amount.name, style.activity),)
