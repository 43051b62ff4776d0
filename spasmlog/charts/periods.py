"""The last 60 days and the 60 before behind a plot of pain: shaded, with their means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.analysis.change import Change
from spasmlog.analysis.gates import PERIOD_DAYS
from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.two_periods import Side
from spasmlog.charts.pain_plot import HIGHEST
from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Plot, Row, Sheet
from spasmlog.charts.style import mixed
from spasmlog.charts.words_numbers import pain
from spasmlog.i18n import _

LINE = 2.4
LEAST = 8.0
"""A part of a period narrower than this many pixels is not drawn."""
CAP = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """The visible part of a period, its `names` from the longest, and what the data fit for it."""

    first: int
    last: int
    mean: float | None
    names: tuple[str, ...]
    fit: Interval | None = None


def periods_of(plan: Plan, found: Change | None) -> tuple[Shade, ...]:
    """Those that can be seen, the earlier first."""
    if found is None:
        return ()
    fit = None
    if found.interval is not None and found.before.mean is not None:
        low, high = (found.before.mean + each for each in (found.interval.low, found.interval.high))
        fit = Interval(max(low, 0), min(high, HIGHEST))
    before = (_("{n} days before"), _("before"))
    now = (_("last {n} days"), _("now"))
    both = (_shade(plan, found.before, before, None), _shade(plan, found.now, now, fit))
    return tuple(each for each in both if each is not None)


def _shade(plan: Plan, side: Side, names: tuple[str, ...], fit: Interval | None) -> Shade | None:
    first = max(side.daily.first, plan.span.days.start)
    last = min(side.daily.last, plan.span.days.stop - 1)
    if (last - first + 1) * plan.span.step < LEAST:
        return None
    called = [name.format(n=PERIOD_DAYS) for name in names]
    if side.mean is not None:
        value = pain(side.mean)
        called = [_("{period}: {mean}").format(period=each, mean=value) for each in called]
        called.append(value)
    return Shade(first=first, last=last, mean=side.mean, names=tuple(called), fit=fit)


def period_row(plan: Plan, shades: Sequence[Shade]) -> Row:
    """What the periods are and came to, each above its own days, as far as there is room."""
    high = plan.style.px(17) if shades else 0.0
    return Row(high + plan.style.px(8), lambda *place: _name(plan, shades, *place))


def _name(plan: Plan, shades: Sequence[Shade], sheet: Sheet, bottom: float, _top: float) -> None:
    """Both in as many words as the narrower has room for."""
    y = bottom + plan.style.px(9)
    level = max((_level(plan, shade) for shade in shades), default=0)
    for shade in shades:
        left, right = _edges(plan, shade)
        if level < len(shade.names):
            sheet.write(
                shade.names[level],
                (left + right) / 2,
                y,
                color=plan.style.quiet,
                align="center",
                ground=plan.style.paper,
                gid="period",
            )


def _level(plan: Plan, shade: Shade) -> int:
    left, right = _edges(plan, shade)
    widths = [plan.letters.width(name) for name in shade.names]
    fits = [at for at, wide in enumerate(widths) if wide <= right - left - 6]
    return min(fits, default=len(widths))


def behind(plan: Plan, sheet: Sheet, plot: Plot, shades: Sequence[Shade]) -> None:
    """The shades, each with its mean as a short line; a gap of paper parts the two."""
    ground = mixed(plan.style.grid, plan.style.paper)
    for shade in shades:
        left, right = _edges(plan, shade)
        sheet.blocks([(left, plot.bottom, right, plot.top)], ground, order=-3, gid="shade")
        if shade.mean is not None:
            y = plot.bottom + (plot.top - plot.bottom) * shade.mean / HIGHEST
            sheet.strokes(
                [((left, y), (right, y))], plan.style.treatment, line=LINE, order=3.5, gid="mean"
            )
        if shade.fit is not None:
            _bar(plan, sheet, plot, shade.fit, right - CAP - 2)


def _bar(plan: Plan, sheet: Sheet, plot: Plot, fit: Interval, x: float) -> None:
    low, high = (
        plot.bottom + (plot.top - plot.bottom) * each / HIGHEST for each in (fit.low, fit.high)
    )
    caps = [((x - CAP, y), (x + CAP, y)) for y in (low, high)]
    sheet.strokes(
        [((x, low), (x, high)), *caps], plan.style.treatment, line=1.4, order=3.5, gid="fit"
    )


def _edges(plan: Plan, shade: Shade) -> tuple[float, float]:
    half = plan.span.step / 2
    return plan.span.x(shade.first) - half + 1, plan.span.x(shade.last) + half - 1
