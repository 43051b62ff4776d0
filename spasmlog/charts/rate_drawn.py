"""Draws rates of spasms side by side: a dot with its limits for each 28 days, counts beneath."""

from __future__ import annotations

from spasmlog.analysis.spasm_rate import SpasmRate
from spasmlog.charts.axis_dates import dates_row
from spasmlog.charts.base import Asked
from spasmlog.charts.count_lane import Stretch, count_row
from spasmlog.charts.daily_lanes import axis_top
from spasmlog.charts.flags import flag_rows
from spasmlog.charts.lanes import course_rows, courses
from spasmlog.charts.pain_plot import base, hatch_gaps
from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Drawing, Plot, Point, Row, Sheet, compose, space
from spasmlog.charts.spasm_rate import Rates
from spasmlog.charts.style import Style
from spasmlog.charts.words_numbers import rate_number
from spasmlog.i18n import _, format_number

HEIGHT = 130.0
DOT, LEAST_DOT = 8.0, 3.0
CAP = 3.0
LEAST_TOP = 1.0
MOST = 3.0
"""The axis reaches to at most so many times the highest rate: wide limits leave it by an arrow."""


def rate_drawn(asked: Asked, rates: Rates, style: Style) -> Drawing:
    """The whole figure."""
    found = courses(asked.diary, asked.first, asked.last)
    names = (_("Spasms"), _("Logged"), *([_("Course")] if found else []))
    plan = Plan.of(asked, style, names)
    rows = [_title_row(plan), Row(HEIGHT, lambda *place: _draw(plan, rates, *place), grows=True)]
    rows += [space(style.px(4) + 2), *_lanes(plan, rates), *course_rows(plan)]
    flags = flag_rows(plan, asked.marks, below=len(rows))
    return compose(style, plan.letters, plan.span, [*flags, *rows, dates_row(plan.dates, style)])


def _title_row(plan: Plan) -> Row:
    style = plan.style
    title = plan.letters.fit(_("Spasms a week"), plan.span.width, bold=True)

    def draw(sheet: Sheet, bottom: float, _top: float) -> None:
        y = bottom + style.px(8) + 5
        ground = style.paper
        sheet.write(
            title, plan.span.left, y, color=style.text, bold=True, ground=ground, gid="title"
        )

    return Row(style.px(16) + 14, draw)


def top_of(rates: Rates) -> float:
    """A round end of the axis."""
    highest = max((each.per_week or 0 for each in rates.shown), default=0)
    limits = max((each.interval.high for each in rates.shown if each.interval), default=0)
    return axis_top(min(limits, MOST * max(highest, LEAST_TOP)), LEAST_TOP)


def _draw(plan: Plan, rates: Rates, sheet: Sheet, bottom: float, top: float) -> None:
    highest = top_of(rates)
    plot = sheet.plot("spasms", bottom, top, highest)
    left, right = plan.span.left, plan.span.right
    sheet.strokes([((left, top), (right, top))], plan.style.grid, order=-1, gid="grid")
    base(plan, sheet, bottom)
    plan.label(sheet, format_number(highest), top)
    plan.label(sheet, format_number(0), bottom)
    covered = {
        day for each in rates.shown for day in range(each.last - each.days + 1, each.last + 1)
    }
    # What lies before the first window or after the last has no rate, but may well be known.
    first, last = rates.windows[0].last - rates.windows[0].days + 1, rates.windows[-1].last
    outside = (*range(plan.span.days.start, first), *range(last + 1, plan.span.days.stop))
    hatch_gaps(plan, sheet, {*covered, *outside}, bottom, top)
    _limits(plan, rates, sheet, plot)
    _dots(plan, rates, sheet, plot)
    _values(plan, rates, sheet, plot)


def _middle(each: SpasmRate) -> float:
    return each.last - (each.days - 1) / 2


def _limits(plan: Plan, rates: Rates, sheet: Sheet, plot: Plot) -> None:
    """What leaves the plot ends in an arrow instead of a cap."""
    lines: list[tuple[Point, Point]] = []
    open_ends: list[Point] = []
    cap = CAP / plan.span.step if plan.span.step * rates.windows[0].days > 4 * CAP else 0.0
    for each in rates.shown:
        if each.interval is None:
            continue
        x, low, high = _middle(each), each.interval.low, min(each.interval.high, plot.highest)
        lines.append(((x, low), (x, high)))
        lines += [((x - cap, low), (x + cap, low))] if cap and low else []
        if each.interval.high > plot.highest:
            open_ends.append((x, high))
        elif cap:
            lines.append(((x - cap, high), (x + cap, high)))
    style = plan.style
    sheet.strokes(lines, style.quiet, line=1.4, on=plot, order=3, gid="fit")
    sheet.marks(open_ends, "^", 6, style.quiet, fill=style.quiet, on=plot, gid="fit-open")


def _dots(plan: Plan, rates: Rates, sheet: Sheet, plot: Plot) -> None:
    style = plan.style
    size = min(max(plan.span.step * rates.windows[0].days * 0.5, LEAST_DOT), DOT)
    points = [(_middle(each), each.per_week or 0.0) for each in rates.shown]
    some = [point for point in points if point[1]]
    none = [point for point in points if not point[1]]
    sheet.marks(some, "o", size, style.text, fill=style.text, on=plot, gid="rate")
    sheet.marks(none, "o", size, style.text, line=size / 6, on=plot, gid="zero")


def _values(plan: Plan, rates: Rates, sheet: Sheet, plot: Plot) -> None:
    """Beside the dots, where all of them have room there."""
    texts = [rate_number(each.per_week or 0) for each in rates.shown]
    half = rates.windows[0].days * plan.span.step / 2
    if plan.letters.widest(texts) + DOT + CAP > half:
        return
    for each, text in zip(rates.shown, texts, strict=True):
        share = (each.per_week or 0) / plot.highest
        y = plot.bottom + (plot.top - plot.bottom) * share
        x = plan.span.x(_middle(each)) + DOT
        y = min(max(y, plot.bottom + plan.style.px(8)), plot.top - plan.style.px(8))
        sheet.write(text, x, y, color=plan.style.text, gid="rate-value")


def _lanes(plan: Plan, rates: Rates) -> list[Row]:
    most = max((len(each.onsets) for each in rates.windows), default=0)
    spasms = [_stretch(plan, each, len(each.onsets), max(most, 1)) for each in rates.windows]
    logged = [_stretch(plan, each, each.logged, each.days) for each in rates.windows]
    return [
        count_row(plan, _("Spasms"), spasms),
        count_row(plan, _("Logged"), logged),
    ]


def _stretch(plan: Plan, each: SpasmRate, n: int, of: int) -> Stretch:
    first = max(each.last - each.days + 1, plan.span.days.start)
    return Stretch(first=first, last=each.last, n=n, of=of)
