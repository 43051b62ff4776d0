"""A lane of counts beneath a plot: a number for each stretch of days, or a bar where it is thin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.charts.plan import Plan
from spasmlog.charts.sheet import Row, Sheet
from spasmlog.i18n import format_number

HEIGHT = 20.0
SIZE = 11.0
AIR = 3.0
BAR = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days `first` to `last` by ordinal, and `n` of at most `of` that are counted there."""

    first: int
    last: int
    n: int
    of: int


def count_row(plan: Plan, label: str, stretches: Sequence[Stretch]) -> Row:
    """The row, with its label at the left."""
    high = plan.style.px(HEIGHT)
    return Row(high, lambda *place: _draw(plan, label, stretches, *place))


def _draw(
    plan: Plan,
    label: str,
    stretches: Sequence[Stretch],
    sheet: Sheet,
    bottom: float,
    top: float,
) -> None:
    middle = (bottom + top) / 2
    plan.label(sheet, label, middle)
    texts = [format_number(each.n) for each in stretches]
    # The oldest may be cut by the edge: it alone goes without its number then.
    room = max((_width(plan, each) for each in stretches), default=0.0)
    if plan.letters.widest(texts, SIZE) + AIR > room:
        _bars(plan, stretches, sheet, middle)
        return
    for each, text in zip(stretches, texts, strict=True):
        if plan.letters.width(text, SIZE) > _width(plan, each):
            continue
        x = plan.span.x((each.first + each.last) / 2)
        sheet.write(text, x, middle, color=plan.style.quiet, size=SIZE, align="center", gid="count")


def _bars(plan: Plan, stretches: Sequence[Stretch], sheet: Sheet, middle: float) -> None:
    """As high as the share that is counted, or of the most of them where there is no whole."""
    half = plan.span.step / 2
    rects = [
        (
            plan.span.x(each.first) - half,
            middle - BAR / 2,
            plan.span.x(each.last) + half,
            middle - BAR / 2 + BAR * each.n / each.of,
        )
        for each in stretches
        if each.n
    ]
    sheet.blocks(rects, plan.style.hatch, gid="count-bar")


def _width(plan: Plan, each: Stretch) -> float:
    return (each.last - each.first + 1) * plan.span.step
