"""Days until it came back, drawn: a line a clock, its end told by shape and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from matplotlib.figure import Figure

from spasmlog.analysis.clocks import Stop
from spasmlog.charts.curve_frame import dashed
from spasmlog.charts.lettering import Lettering, legible
from spasmlog.charts.returns import Line as Told
from spasmlog.charts.sheet import Row, Sheet, compose
from spasmlog.charts.style import Style
from spasmlog.charts.text_block import Line, block_height, fitted, width, write_block
from spasmlog.i18n import format_number, ngettext

MOST_ROWS = 12
TOPS = (30, 60, 90, 120, 180, 240, 365, 730, 1095, 1825, 3650)
"""Days at which the axis may end."""
WHOLE, TIMES = 90, 2
"""The axis reaches to the longest line up to so many days, or so many times the latest return;
a line that is longer still is broken, and says so by two strokes."""
STEPS = (1, 2, 5, 10, 20, 30, 60, 90, 180, 365, 730)
MOST_LABELS = 8
PAD, GAP = 2.0, 16.0
DOT, LINE, ARROW, CUT = 9.0, 3.0, 5.0, 12.0
UPON, AIR = 36.0, 5.0
"""How far before its end the words upon a line stop, and the paper around them."""
APART = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """From left to right; `beside`: the words stand beside the lines, else above and below."""

    style: Style
    letters: Lettering
    left: float
    right: float
    most: int
    beside: bool

    def x(self, days: float) -> float:
        """Where so many days lie; no further than the end."""
        return self.left + (self.right - self.left) * min(days, self.most) / self.most


def returns(lines: Sequence[Told], style: Style) -> Figure:
    """The newest of them, as many as there is room for."""
    letters = Lettering(style)
    shown = lines[:MOST_ROWS]
    layout = _layout(shown, style, letters)
    head, rows = _head(layout), [_row(each, layout) for each in shown]
    if style.height is not None:
        room = style.height - head.height - _more_height(style)
        rows = rows[: max(_fitting(rows, room), 1)]
    more = len(lines) - len(rows)
    end = [_more(more, layout)] if more else []
    return compose(style, letters, None, [head, _grid(layout, len(rows)), *rows, *end])


def _fitting(rows: Sequence[Row], room: float) -> int:
    """How many of the rows fit, from the first."""
    used, kept = 0.0, 0
    for each in rows:
        used += each.height
        if used > room:
            break
        kept += 1
    return kept


def _layout(shown: Sequence[Told], style: Style, letters: Lettering) -> Layout:
    most = _most(shown)
    words = [line for each in shown for line in _names(each)]
    left = PAD + min(width(letters, words), style.width * 0.32) + style.px(GAP)
    right = style.width - style.px(24)
    told = letters.widest(each.ended for each in shown)
    # The words stand right of an end, or left of it: one of the two always has the room.
    beside = right - left >= 2 * (told + DOT + style.px(GAP))
    if not beside:
        left = PAD + DOT
    return Layout(style=style, letters=letters, left=left, right=right, most=most, beside=beside)


def _most(shown: Sequence[Told]) -> int:
    """Where the axis ends."""
    back = [each.days for each in shown if each.stop is Stop.RETURN]
    whole = max(TIMES * max(back), WHOLE) if back else max(each.days for each in shown)
    longest = max((each.days for each in shown if each.days <= whole), default=0)
    if any(each.days > whole for each in shown):
        longest = max(longest, WHOLE)
    return next((top for top in TOPS if top >= longest), ceil(longest))


def _names(of: Told) -> tuple[Line, ...]:
    return Line(legible(of.name), strong=True), Line(of.where)


def _head(layout: Layout) -> Row:
    style, letters = layout.style, layout.letters
    high = style.px(24)
    labels = _labels(layout)

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        middle = (bottom + top) / 2
        for days, text in labels:
            wide = letters.width(text)
            left = min(layout.x(days) - wide / 2, style.width - wide)
            sheet.write(text, max(left, 0), middle, color=style.quiet, gid="label")

    return Row(high, draw)


def _labels(layout: Layout) -> list[tuple[int, str]]:
    """The days named above the lines; the last of them says what the numbers are."""
    for step in STEPS:
        days = [*range(0, layout.most, step), layout.most]
        if len(days) > 2 and layout.most - days[-2] < step / 2:
            days.pop(-2)
        if len(days) > MOST_LABELS:
            continue
        found = [(each, format_number(each)) for each in days[:-1]]
        found.append((layout.most, _days(layout.most)))
        if _clear(found, layout):
            return found
    return [(0, format_number(0)), (layout.most, _days(layout.most))]


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=format_number(count))


def _clear(found: Sequence[tuple[int, str]], layout: Layout) -> bool:
    end = -layout.style.width
    for days, text in found:
        wide = layout.letters.width(text)
        left = max(min(layout.x(days) - wide / 2, layout.style.width - wide), 0)
        if left < end + layout.style.px(APART):
            return False
        end = left + wide
    return True


def _row(told: Told, layout: Layout) -> Row:
    style, letters = layout.style, layout.letters
    room = layout.left - PAD - style.px(GAP) if layout.beside else style.width - 2 * PAD
    names = [line for each in _names(told) for line in fitted(letters, each, room)]
    below = () if layout.beside else fitted(letters, Line(told.ended), room)
    words = block_height(style, names)
    high = words + style.px(10) + 6
    if not layout.beside:
        high += DOT + 8 + block_height(style, below)

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        if layout.beside:
            middle = (bottom + top) / 2
            write_block(sheet, names, PAD, middle)
        else:
            start = top - style.px(5)
            middle = start - words - DOT / 2 - 4
            write_block(sheet, names, PAD, start - words / 2)
            ended = middle - DOT / 2 - 4 - block_height(style, below) / 2
            write_block(sheet, below, PAD, ended)
        _line(told, layout, sheet, middle)

    return Row(high, draw)


def _grid(layout: Layout, rows: int) -> Row:
    """Lines at the days that are named; in narrow charts they would run through the words."""
    style = layout.style

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        if layout.beside:
            places = [layout.x(days) for days, _text in _labels(layout)]
            ways = [((x, bottom), (x, top)) for x in places]
            sheet.strokes(ways[1:], style.grid, order=0.5, gid="grid")
            sheet.strokes(ways[:1], style.text, order=1, gid="start")

    return Row(0, draw, over=rows)


def _line(told: Told, layout: Layout, sheet: Sheet, middle: float) -> None:
    style = layout.style
    start, end = (layout.x(0), middle), (layout.x(told.days), middle)
    if told.stop is Stop.RETURN:
        sheet.strokes([(start, end)], style.treatment, line=LINE, order=3, gid="back")
        sheet.marks([end], "o", DOT, style.text, fill=style.text, line=1, gid="return")
    elif told.stop is Stop.TODAY:
        reach = [(start), (end[0], middle)]
        sheet.strokes(dashed(reach), style.treatment, line=LINE, order=3, gid="holding")
        head = [(end[0] - ARROW, middle + ARROW), end, (end[0] - ARROW, middle - ARROW)]
        sheet.strokes([head], style.treatment, line=2, order=4, gid="arrow")
    else:
        sheet.strokes(dashed([start, end]), style.treatment, line=LINE, order=3, gid="let-off")
        tick = [(end[0], middle - CUT / 2), (end[0], middle + CUT / 2)]
        sheet.strokes([tick], style.treatment, line=2, order=4, gid="stop")
    if told.days > layout.most:
        _broken(sheet, *end)
    if layout.beside:
        _end(told, layout, sheet, end[0], middle)
    sheet.spot(end[0], middle, told.words)


def _broken(sheet: Sheet, x: float, middle: float) -> None:
    """Two slanted strokes before the end: the line is longer than it is drawn."""
    style, high = sheet.style, CUT / 2
    sheet.blocks(
        [(x - 12, middle - high, x - 7, middle + high)], style.paper, order=3.4, gid="break-ground"
    )
    slants = [((at - 2, middle - high), (at + 2, middle + high)) for at in (x - 12, x - 7)]
    sheet.strokes(slants, style.treatment, line=1.4, order=4, gid="break")


def _end(told: Told, layout: Layout, sheet: Sheet, x: float, middle: float) -> None:
    """The words beside the end, or upon the line where there is no room after it."""
    style, wide = layout.style, layout.letters.width(told.ended)
    left = x + DOT / 2 + 7
    if left + wide > style.width - PAD:
        left = x - UPON - wide
        ground = (left - AIR, middle - CUT / 2, left + wide + AIR, middle + CUT / 2)
        sheet.blocks([ground], style.paper, order=4.5, gid="ended-ground")
    sheet.write(told.ended, left, middle, color=style.text, ground=style.paper, gid="ended")


def _more_height(style: Style) -> float:
    return style.px(24)


def _more(count: int, layout: Layout) -> Row:
    style = layout.style
    text = ngettext("and {n} earlier one", "and {n} earlier ones", count)

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        middle = (bottom + top) / 2
        sheet.write(text, PAD, middle, color=style.quiet, gid="more")

    return Row(_more_height(style), draw)
