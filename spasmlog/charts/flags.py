"""The rows above the plot: the days of signals, and visits with their dotted lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from matplotlib.path import Path

from spasmlog.charts.base import Mark
from spasmlog.charts.lettering import legible
from spasmlog.charts.plan import LABEL_GAP, Plan
from spasmlog.charts.sheet import Point, Row, Sheet
from spasmlog.charts.style import LEVELS
from spasmlog.domain.records import Visit
from spasmlog.i18n import _, ngettext

MOST_ROWS = 4
MOST_LINES = 12
"""Visits whose lines are drawn down through the chart; more of them would hide it."""
MARK = 9.0
GAP = 5.0
FLAG = Path([(-0.6, -1), (-0.6, 1), (0.8, 0.45), (-0.45, -0.1), (-0.45, -1), (-0.6, -1)])
SHAPES: dict[str, Any] = {"emergency": "8", "prompt": "D", "routine": FLAG, "info": "o"}
SIZES = {"emergency": 1.1, "prompt": 0.8, "routine": 1.3, "info": 0.9}
"""Marks of different shapes look alike in size."""


@dataclass(frozen=True, slots=True)
class Signal:
    """The days of one signal that lie in the chart, as ordinals, oldest first."""

    label: str
    level: str
    days: tuple[int, ...]


def signals(plan: Plan, marks: Sequence[Mark]) -> tuple[Signal, ...]:
    """The marks by signal, the most urgent first; what is too many is one last signal."""
    grouped: dict[tuple[int, str], set[int]] = {}
    for mark in marks:
        if plan.span.first <= mark.day <= plan.span.last:
            key = (LEVELS.index(mark.level), legible(mark.label))
            grouped.setdefault(key, set()).add(mark.day.toordinal())
    found = [
        Signal(label, LEVELS[level], tuple(sorted(days)))
        for (level, label), days in sorted(grouped.items())
    ]
    if len(found) <= MOST_ROWS:
        return tuple(found)
    rest = found[MOST_ROWS - 1 :]
    days = tuple(sorted({day for signal in rest for day in signal.days}))
    label = ngettext("{n} more signal", "{n} more signals", len(rest))
    return (*found[: MOST_ROWS - 1], Signal(label, rest[0].level, days))


def flag_rows(plan: Plan, marks: Sequence[Mark], below: int) -> list[Row]:
    """A row for each signal, then one for visits, whose lines reach over `below` rows more."""
    rows = [_signal_row(plan, signal) for signal in signals(plan, marks)]
    visits = plan.diary.between(Visit, plan.span.first, plan.span.last)
    if visits:
        over = below if len(visits) <= MOST_LINES else 0
        rows.append(Row(_line(plan), lambda *place: _visits(plan, visits, *place), over=over))
    return rows


def _line(plan: Plan) -> float:
    return plan.style.px(16) + 4


def _signal_row(plan: Plan, signal: Signal) -> Row:
    """The label beside the marks where there is room, else on lines of its own above them."""
    x = _beside(plan, signal)
    line = _line(plan)
    if x is not None:
        return Row(line, lambda *place: _draw_signal(plan, signal, [(signal.label, x)], *place))
    texts = [(text, 1.0) for text in plan.letters.wrap(signal.label, plan.style.width - 2)]
    high = line * (len(texts) + 1)
    return Row(high, lambda *place: _draw_signal(plan, signal, texts, *place))


def _beside(plan: Plan, signal: Signal) -> float | None:
    """Where the label begins: after the last mark, before the first, or in a gap between."""
    wide = plan.letters.width(signal.label)
    xs = [plan.span.x(day) for day in signal.days]
    gap = mark_size(plan) / 2 + plan.style.px(GAP)
    if xs[-1] + gap + wide <= plan.style.width:
        return xs[-1] + gap
    if xs[0] - gap - wide >= 0:
        return xs[0] - gap - wide
    roomy = [(b - a, a + gap) for a, b in pairwise(xs) if b - a >= wide + 2 * gap]
    return max(roomy)[1] if roomy else None


def mark_size(plan: Plan) -> float:
    """The marks grow with the text, but less."""
    return MARK * (1 + (plan.style.scale - 1) / 2)


def _draw_signal(
    plan: Plan,
    signal: Signal,
    texts: Sequence[tuple[str, float]],
    sheet: Sheet,
    bottom: float,
    top: float,
) -> None:
    """The marks in the lowest line of the row, the texts from the highest line down."""
    color, line = plan.style.levels[signal.level], _line(plan)
    points = [(plan.span.x(day), bottom + line / 2) for day in signal.days]
    size = mark_size(plan) * SIZES[signal.level]
    shape = SHAPES[signal.level]
    sheet.marks(points, shape, size, color, fill=color, line=0.6, gid="signal")
    for number, (text, x) in enumerate(texts):
        sheet.write(text, x, top - line * (number + 0.5), color=color, gid="signal-name")


def _visits(plan: Plan, visits: Sequence[Visit], sheet: Sheet, bottom: float, top: float) -> None:
    """Dotted lines; the newest visits get their words first, where there is room."""
    taken: list[tuple[float, float]] = []
    lines: list[tuple[Point, Point]] = []
    for visit in reversed(visits):
        x = plan.span.x(visit.day.toordinal())
        who = legible(visit.who)
        text = _("Visit, {who}").format(who=who) if who else _("Doctor's visit")
        left = _free(plan, text, x, taken)
        end = top - _line(plan) * (0.85 if left is None else 0.25)
        lines.append(((x, bottom), (x, end)))
        if left is not None:
            wide = plan.letters.width(text)
            taken.append((min(left, x) - GAP, max(left + wide, x) + GAP))
            y = top - _line(plan) / 2
            sheet.write(text, left, y, color=plan.style.quiet, gid="visit-name")
    sheet.strokes(lines, plan.style.text, dots=True, order=3, gid="visit")


def _free(plan: Plan, text: str, x: float, taken: Sequence[tuple[float, float]]) -> float | None:
    """Where the words begin: left of the line, else right of it; None: no room for them."""
    wide = plan.letters.width(text)
    for left in (x - GAP - wide, x + GAP):
        inside = left >= plan.span.left - LABEL_GAP and left + wide <= plan.style.width
        near, far = min(left, x), max(left + wide, x)
        if inside and all(far <= start or near >= end for start, end in taken):
            return left
    return None
