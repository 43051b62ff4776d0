"""The frame of a chart over elapsed time: values upwards, minutes or days to the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Point, Row, Sheet
from spasmlog.charts.style import Style
from spasmlog.charts.text_block import Line, block_height, fitted, write_block

GAP = 8.0
APART = 14.0
MOST_TICKS = 14
"""Design pixels between two labels of the axis."""
PLOT = 210.0
TICK = 5.0
MOST_LEFT, MOST_RIGHT = 0.25, 0.25
"""Shares of the width that the words beside the plot may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """From left to right: the plot lies between `left` and `right`, which stands for `most`."""

    style: Style
    letters: Lettering
    left: float
    right: float
    most: float

    @classmethod
    def of(
        cls,
        style: Style,
        letters: Lettering,
        left: Iterable[str],
        right: Iterable[str],
        most: float,
    ) -> Frame:
        """Room for the words at both sides, as far as there is; they are wrapped or cut else."""
        gutter = min(letters.widest(left), style.width * MOST_LEFT) + GAP + 1
        end = min(letters.widest(right), style.width * MOST_RIGHT)
        end = end + GAP + 1 if end else style.px(10)
        return cls(style=style, letters=letters, left=gutter, right=style.width - end, most=most)

    @property
    def right_room(self) -> float:
        """How wide words at the right end may be."""
        return self.style.width - self.right - GAP - 1

    def x(self, value: float) -> float:
        """Where a time lies; never beyond the end."""
        return self.left + (self.right - self.left) * min(value, self.most) / self.most

    def ticks(
        self, steps: Sequence[float], words: Callable[[float], str], least: float = 0.0
    ) -> tuple[tuple[float, str], ...]:
        """The times to name: as close as their words allow, 0 always among them.

        `least` is the width that each takes at any rate, for the numbers beneath.
        """
        for step in steps:
            count = int(self.most / step) + 1
            if count > MOST_TICKS:
                continue
            found = [(at * step, words(at * step)) for at in range(count)]
            if self._clear(found, least):
                return tuple(found)
        return ((0.0, words(0.0)),)

    def _clear(self, found: Sequence[tuple[float, str]], least: float) -> bool:
        end = -self.style.width
        for at, text in found:
            wide = max(self.letters.width(text), least)
            left = self.label_left(at, wide)
            if left < end + self.style.px(APART):
                return False
            end = left + wide
        return True

    def label_left(self, at: float, wide: float) -> float:
        """Where a word beneath the axis begins: around its time, within the figure."""
        return max(0.0, min(self.x(at) - wide / 2, self.style.width - wide))


@dataclass(frozen=True, slots=True)
class Level:
    """A height with a line and words at the left; `share` of the way up."""

    share: float
    text: str


def levels(frame: Frame, found: Sequence[Level], sheet: Sheet, bottom: float, top: float) -> None:
    """The lines across the plot; the lowest is the axis."""
    style = frame.style
    for each in found:
        y = bottom + (top - bottom) * each.share
        color = style.text if each.share == 0 else style.grid
        sheet.strokes([((frame.left, y), (frame.right, y))], color, order=0.6, gid="grid")
        text = frame.letters.fit(each.text, frame.left - GAP - 1)
        sheet.write(text, frame.left - GAP, y, color=style.quiet, align="right", gid="label")


def ticks_row(frame: Frame, found: Sequence[tuple[float, str]]) -> Row:
    """The times beneath the axis."""
    style = frame.style

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        marks = [((frame.x(at), top), (frame.x(at), top - TICK)) for at, _text in found]
        sheet.strokes(marks, style.text, gid="tick")
        middle = bottom + style.px(9)
        for at, text in found:
            left = frame.label_left(at, frame.letters.width(text))
            sheet.write(text, left, middle, color=style.quiet, gid="tick-label")

    return Row(style.px(20) + TICK, draw)


def words_row(frame: Frame, texts: Iterable[Line], left: float = 0.0, space: float = 4.0) -> Row:
    """Lines over the whole width, wrapped."""
    room = frame.style.width - left - 2
    lines = [line for each in texts for line in fitted(frame.letters, each, room, most=4)]
    high = block_height(frame.style, lines)

    def draw(sheet: Sheet, _bottom: float, top: float) -> None:
        write_block(sheet, lines, left, top - high / 2)

    return Row(high + space, draw)


def end_words(frame: Frame, words: Sequence[tuple[str, float]], sheet: Sheet) -> None:
    """Names at the right end of lines, each by its height, moved apart where they would touch."""
    style = frame.style
    blocks = [(fitted(frame.letters, Line(text), frame.right_room, 3), y) for text, y in words]
    floor = sheet.height
    for lines, y in sorted(blocks, key=lambda each: -each[1]):
        high = block_height(style, lines)
        middle = min(y, floor - high / 2)
        floor = middle - high / 2
        for at, line in enumerate(lines):
            place = middle + high / 2 - style.px(18) * (at + 0.5)
            sheet.write(line.text, frame.right + GAP, place, color=style.text, gid="end")


def dashed(points: Sequence[Point], on: float = 7.0, off: float = 4.0) -> list[tuple[Point, Point]]:
    """A line through these points as dashes, in pixels."""
    found: list[tuple[Point, Point]] = []
    left, draws = on, True
    for (x, y), end in pairwise(points):
        far = ((end[0] - x) ** 2 + (end[1] - y) ** 2) ** 0.5
        done = 0.0
        while far - done > 1e-6:
            step = min(left, far - done)
            if draws:
                found.append((_on(x, y, end, done / far), _on(x, y, end, (done + step) / far)))
            done, left = done + step, left - step
            if left <= 1e-6:
                draws = not draws
                left = on if draws else off
    return found


def _on(x: float, y: float, end: Point, share: float) -> Point:
    return (x + (end[0] - x) * share, y + (end[1] - y) * share)
