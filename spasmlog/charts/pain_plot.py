"""The plot of daily worst pain: bars, steps or weeks, gaps hatched, and the running line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spasmlog.analysis.buckets import Bucket, weekly
from spasmlog.analysis.course import rolling_mean
from spasmlog.analysis.daily import Daily, daily
from spasmlog.charts.plan import LABEL_GAP, Plan
from spasmlog.charts.sheet import Plot, Rect, Row, Sheet, space
from spasmlog.charts.span import Grain, grain, runs
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, format_day, format_number, ngettext

HEIGHT = 174.0
HIGHEST = 10
NAMED = (0, 5, 10)
BAR, WIDEST_BAR = 0.84, 48.0
"""How much of a day's width its bar takes, and the most in pixels where days are few."""
OUTLINED = 4.0
"""Pixels of a day from which bars have an outline and a gap between them."""
LINE = 1.8
NARROW = 5.0
"""A gap below this is too narrow for its hatches to be seen as such."""


@dataclass(frozen=True, slots=True)
class Line:
    """The running line by day ordinal, None where it is broken, and what it is called."""

    values: tuple[tuple[float, float | None], ...]
    name: str
    latest: str
    last: float
    weeks: tuple[Bucket, ...] = ()


def line_of(diary: Diary, first: date, last: date) -> Line | None:
    """The seven-day mean, or over years the weekly means; None: too few days for either."""
    found: tuple[Bucket, ...] = ()
    if grain(first, last) is Grain.WEEKS:
        found = whole_weeks(daily(diary, first, last))
        points = [(week.first + 3, week.mean, date.fromordinal(week.last)) for week in found]
        name, sentence = _("Weekly average"), _("{value}, week to {day}")
    else:
        means = rolling_mean(diary, first, last)
        points = [(day.toordinal(), mean, day) for day, mean in means]
        name, sentence = _("7-day average"), _("{value} on {day}")
    known = [(value, day) for _x, value, day in points if value is not None]
    if not known:
        return None
    value, day = known[-1]
    latest = sentence.format(value=format_number(value, 1), day=format_day(day, "d MMM"))
    return Line(tuple((x, mean) for x, mean, _day in points), name, latest, value, found)


def whole_weeks(days: Daily) -> tuple[Bucket, ...]:
    """The weeks that lie in the period with all of their days."""
    return tuple(week for week in weekly(days) if week.first >= days.first)


def pain_rows(plan: Plan, line: Line | None) -> list[Row]:
    """The plot, and above it what has no room beside it."""
    rows: list[Row] = []
    logged = sum(facts.logged for _day, facts in plan.known)
    if logged and line is None:
        rows.append(note_row(plan, [_so_far(logged)]))
    elif line and plan.right_room < plan.letters.width(line.name, bold=True):
        rows.append(note_row(plan, [line.name, line.latest]))
    rows.append(space(plan.style.px(8)))
    if logged:
        rows.append(Row(HEIGHT, lambda *place: _draw(plan, line, *place), grows=True))
    else:
        rows.append(Row(HEIGHT, lambda *place: _draw_empty(plan, *place), grows=True))
    return rows


def _so_far(logged: int) -> str:
    return ngettext("{n} logged day so far", "{n} logged days so far", logged)


def note_row(plan: Plan, texts: Sequence[str]) -> Row:
    """What has no room beside the plot, above it."""
    lines = plan.letters.wrap(", ".join(texts), plan.style.width)
    return Row(plan.style.px(17) * len(lines) + 6, lambda *place: _write(plan, lines, *place))


def _write(plan: Plan, lines: Sequence[str], sheet: Sheet, _bottom: float, top: float) -> None:
    for number, line in enumerate(lines):
        y = top - plan.style.px(17) * (number + 0.5)
        sheet.write(
            line,
            plan.style.width - 2,
            y,
            color=plan.style.text,
            align="right",
            ground=plan.style.paper,
            gid="note",
        )


def frame(plan: Plan, sheet: Sheet, bottom: float, top: float) -> Plot:
    """The plot with its lines at 0, 5 and 10 and a tick at each date that is written."""
    plot = sheet.plot("pain", bottom, top, HIGHEST)
    left, right = plan.span.left, plan.span.right
    for value in NAMED:
        y = bottom + (top - bottom) * value / HIGHEST
        if value:
            sheet.strokes([((left, y), (right, y))], plan.style.grid, order=-1, gid="grid")
        plan.label(sheet, format_number(value), y)
    base(plan, sheet, bottom)
    return plot


def base(plan: Plan, sheet: Sheet, bottom: float) -> None:
    """The zero line, with a tick at each date that is written."""
    line = [((plan.span.left, bottom), (plan.span.right, bottom))]
    ticks = [((place.x, bottom), (place.x, bottom - 4)) for place in plan.dates]
    sheet.strokes([*line, *ticks], plan.style.text, order=-0.5, gid="base")


def hatch_gaps(plan: Plan, sheet: Sheet, days: Iterable[int], bottom: float, top: float) -> None:
    """Hatches over the whole height the days that are not among these.

    A narrow gap gets a pale ground too, which tells it from a dotted line.
    """
    known, half = set(days), plan.span.step / 2
    missing = runs(day for day in plan.span.days if day not in known)
    rects = [
        (plan.span.x(first) - half, bottom, plan.span.x(last) + half, top)
        for first, last in missing
    ]
    narrow = [rect for rect in rects if rect[2] - rect[0] < NARROW]
    sheet.blocks(narrow, plan.style.gap, order=-2, gid="no-entry-ground")
    sheet.hatch(rects, "no-entry")


def bar_width(plan: Plan) -> float:
    """In days. Narrow bars meet, so that no seam is seen between them."""
    return min(BAR, WIDEST_BAR / plan.span.step) if plan.span.step >= OUTLINED else 1


def zero_size(plan: Plan) -> float:
    """How large the open circle of a zero is: as wide as its day, between 2.5 and 5.5 pixels."""
    return min(max(plan.span.step * 0.9, 2.5), 5.5)


def _draw(plan: Plan, line: Line | None, sheet: Sheet, bottom: float, top: float) -> None:
    plot = frame(plan, sheet, bottom, top)
    if plan.span.grain is Grain.WEEKS:
        _draw_weeks(plan, line, sheet, plot, bottom, top)
    else:
        _draw_days(plan, sheet, plot, bottom, top)
    if line is not None:
        _draw_line(plan, line, sheet, plot)
        label_line(plan, line, sheet, bottom, top)


def _draw_days(plan: Plan, sheet: Sheet, plot: Plot, bottom: float, top: float) -> None:
    known = [(day, facts) for day, facts in plan.known if facts.logged]
    hatch_gaps(plan, sheet, (day for day, _facts in known), bottom, top)
    bars = [(day, facts) for day, facts in known if facts.worst]
    if plan.span.grain is Grain.BARS:
        half = bar_width(plan) / 2
        rects = [(day - half, 0, day + half, float(facts.worst or 0)) for day, facts in bars]
        fills = [_fill(plan, day, facts) for day, facts in bars]
        edge = plan.style.outline if plan.span.step >= OUTLINED else None
        sheet.blocks(rects, fills, edge=edge, line=0.8, on=plot, gid="worst")
    else:
        _steps(plan, sheet, plot, bars)
    size = zero_size(plan)
    zeros = [(float(day), 0.0) for day, facts in known if facts.clear]
    sheet.marks(zeros, "o", size, plan.style.text, line=size / 5, on=plot, gid="zero")
    bare = [(float(day), 0.4) for day, facts in known if facts.pain and facts.worst is None]
    sheet.marks(bare, "x", size, plan.style.text, on=plot, gid="no-number")


def _fill(plan: Plan, day: int, facts: DayFacts) -> str:
    fills = plan.style.spasm if day in plan.spasms else plan.style.pain
    return fills[facts.worst or 0]


def _steps(plan: Plan, sheet: Sheet, plot: Plot, bars: Sequence[tuple[int, DayFacts]]) -> None:
    """One area for each stretch of days alike, so that no seam shows within it."""
    rects: list[Rect] = []
    fills: list[str] = []
    for day, facts in bars:
        fill, height = _fill(plan, day, facts), float(facts.worst or 0)
        if rects and rects[-1][2:] == (day - 0.5, height) and fills[-1] == fill:
            rects[-1] = (rects[-1][0], 0, day + 0.5, height)
        else:
            rects.append((day - 0.5, 0, day + 0.5, height))
            fills.append(fill)
    sheet.blocks(rects, fills, on=plot, gid="worst")


def _draw_weeks(
    plan: Plan, line: Line | None, sheet: Sheet, plot: Plot, bottom: float, top: float
) -> None:
    found = [week for week in (line.weeks if line else ()) if week.mean is not None]
    covered = (day for week in found for day in range(week.first, week.last + 1))
    hatch_gaps(plan, sheet, covered, bottom, top)
    rects = [
        (week.first - 0.5, week.low, week.last + 0.5, week.high)
        for week in found
        if week.low is not None and week.high is not None
    ]
    sheet.blocks(rects, plan.style.area, on=plot, gid="range")


def _draw_line(plan: Plan, line: Line, sheet: Sheet, plot: Plot) -> None:
    """The line on a rim of paper, so that it stands off the bars; a lone value is a dot."""
    weekly = plan.span.grain is Grain.WEEKS
    style = plan.style
    if not weekly:
        sheet.curve(line.values, style.paper, plot, line=LINE + 2.4, order=3, gid="rim")
    width = 1.2 if weekly else LINE
    sheet.curve(line.values, style.text, plot, line=width, steps=weekly, gid="mean")
    values = [value for _day, value in line.values]
    around = [None, *values, None]
    lone = [
        (day, value)
        for at, (day, value) in enumerate(line.values)
        if value is not None and around[at] is None and around[at + 2] is None
    ]
    sheet.marks(lone, "o", 3.0, style.text, fill=style.text, line=0.5, on=plot, gid="lone")


def label_line(plan: Plan, line: Line, sheet: Sheet, bottom: float, top: float) -> None:
    """Its name and latest value at its end, where there is room."""
    if plan.right_room < plan.letters.width(line.name, bold=True):
        return
    x, high = plan.span.right + LABEL_GAP, plan.style.px(17)
    y = bottom + (top - bottom) * line.last / HIGHEST
    y = min(max(y, bottom + high), top - high)
    sheet.write(line.name, x, y + high / 2, color=plan.style.text, bold=True, gid="line-name")
    sheet.write(line.latest, x, y - high / 2, color=plan.style.quiet, gid="line-latest")


def _draw_empty(plan: Plan, sheet: Sheet, bottom: float, top: float) -> None:
    frame(plan, sheet, bottom, top)
    hatch_gaps(plan, sheet, (), bottom, top)
    say_empty(plan, sheet, bottom, top)


def say_empty(plan: Plan, sheet: Sheet, bottom: float, top: float) -> None:
    """In the middle of the days, on a ground of paper: nothing is known of any of them."""
    style, text = plan.style, _("Nothing logged in these days yet")
    lines = plan.letters.wrap(text, plan.span.width - style.px(24), size=14)
    high, x = style.px(20), (plan.span.left + plan.span.right) / 2
    wide = plan.letters.widest(lines, size=14) / 2 + style.px(10)
    middle, tall = (bottom + top) / 2, high * len(lines) / 2 + style.px(4)
    ground = (x - wide, middle - tall, x + wide, middle + tall)
    sheet.blocks([ground], style.paper, order=5, gid="ground")
    for number, line in enumerate(lines):
        y = middle + high * ((len(lines) - 1) / 2 - number)
        sheet.write(line, x, y, color=style.quiet, size=14, align="center", gid="note")
