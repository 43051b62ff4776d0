"""A figure addressed in design pixels: rows from top to bottom, and what is drawn in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from spasmlog.charts.lettering import SIZE, Lettering
from spasmlog.charts.span import Span
from spasmlog.charts.style import PX_PER_INCH, Style

POINT = 72 / PX_PER_INCH
HATCH_GAP = 7.0
LEAST_PLOT = 48.0

Align = Literal["left", "center", "right"]
Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of the chart; `draw` is handed the sheet and its bottom and top.

    `over`: how many rows further down it reaches.
    """

    height: float
    draw: Callable[[Sheet, float, float], None]
    grows: bool = False
    over: int = 0


def space(height: float) -> Row:
    """A strip with nothing in it."""
    return Row(height, lambda *_place: None)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a chart that has words of its own, a line each; in pixels, y upwards."""

    x: float
    y: float
    words: str


class Drawing(Figure):
    """A figure that knows its spots, in the order in which they are walked through."""

    spots: tuple[Spot, ...] = ()


class Sheet:
    """One figure; y runs upwards. What has a `gid` can be found again, in tests and in the SVG.

    A chart over dates has a `span`; any other draws in pixels alone.
    """

    def __init__(self, style: Style, letters: Lettering, span: Span | None, height: float) -> None:
        self.style, self.letters, self.span, self.height = style, letters, span, height
        self.figure = Drawing(
            figsize=(style.width / PX_PER_INCH, height / PX_PER_INCH),
            dpi=PX_PER_INCH * style.dpr,
            facecolor=style.paper,
            edgecolor="none",
        )
        self.px: Transform = Affine2D().scale(1 / PX_PER_INCH) + self.figure.dpi_scale_trans

    def plot(self, name: str, bottom: float, top: float, highest: float) -> Axes:
        """Axes over all days of the chart: days as ordinals, values from 0 to `highest`."""
        span, width = self.span, self.style.width
        if span is None:
            raise ValueError("only a chart over dates has a plot over dates")
        box = (span.left / width, bottom / self.height)
        size = (span.width / width, (top - bottom) / self.height)
        axes = self.figure.add_axes((*box, *size), label=name, gid=name)
        days = span.days
        axes.set(xlim=(days.start - 0.5, days.stop - 0.5), ylim=(0, highest))
        axes.set_axis_off()
        return axes

    def spot(self, x: float, y: float, words: str) -> None:
        """Give this place words; spots are walked through in the order in which they are given."""
        self.figure.spots += (Spot(x, y, words),)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        *,
        color: str,
        size: float = SIZE,
        bold: bool = False,
        align: Align = "left",
        ground: str | None = None,
        gid: str | None = None,
    ) -> None:
        """A text whose small letters stand about the height `y`, on a ground where it needs one."""
        font = self.letters.properties(text, size, bold)
        base = y - self.style.px(size) * 0.36
        kept = Text(
            x,
            base,
            text,
            color=color,
            fontproperties=font,
            horizontalalignment=align,
            parse_math=False,
            zorder=6,
            gid=gid,
        )
        if ground is not None:
            kept.set_bbox({"facecolor": ground, "edgecolor": "none", "pad": POINT})
        self._add(kept, None)

    def blocks(
        self,
        rects: Sequence[Rect],
        fill: str | Sequence[str],
        *,
        edge: str | None = None,
        line: float = 1.0,
        on: Axes | None = None,
        order: float = 2,
        gid: str | None = None,
    ) -> None:
        """Filled rectangles, in pixels or in the values of `on`; without an edge they meet."""
        if not rects:
            return
        # As one array: a list of thousands of small paths takes long to be read.
        corners: Any = np.array(rects, dtype=float)[:, ((0, 1), (0, 3), (2, 3), (2, 1))]
        shape = PolyCollection(
            corners,
            facecolors=fill,
            edgecolors="face" if edge is None else edge,
            linewidths=(0.25 if edge is None else line) * POINT,
            joinstyle="round",
            zorder=order,
            gid=gid,
        )
        shape.set_snap(True)
        self._add(shape, on)

    def strokes(
        self,
        segments: Sequence[tuple[Point, Point]],
        color: str,
        *,
        line: float = 1.0,
        dots: bool = False,
        on: Axes | None = None,
        order: float = 1,
        gid: str | None = None,
    ) -> None:
        """Straight lines, solid or dotted."""
        if not segments:
            return
        style: Any = (0, (1.5, 2.5)) if dots else "solid"
        shape = LineCollection(
            list(segments),
            colors=color,
            linewidths=line * POINT,
            linestyles=style,
            zorder=order,
            gid=gid,
        )
        self._add(shape, on)

    def curve(
        self,
        points: Iterable[tuple[float, float | None]],
        color: str,
        on: Axes,
        *,
        line: float,
        steps: bool = False,
        order: float = 4,
        gid: str | None = None,
    ) -> None:
        """A line through the values, broken where there is none."""
        places = np.array([(x, np.nan if y is None else y) for x, y in points], dtype=float)
        shape = Line2D(
            *places.reshape(-1, 2).T,
            color=color,
            linewidth=line * POINT,
            drawstyle="steps-mid" if steps else "default",
            solid_capstyle="round",
            solid_joinstyle="round",
            zorder=order,
            gid=gid,
        )
        self._add(shape, on)

    def marks(
        self,
        points: Sequence[Point],
        shape: Any,
        size: float,
        edge: str,
        *,
        fill: str | None = None,
        line: float = 1.2,
        on: Axes | None = None,
        order: float = 5,
        gid: str | None = None,
    ) -> None:
        """One mark at each point; without `fill` it is filled with paper, so that it reads open."""
        if not points:
            return
        x, y = zip(*points, strict=True)
        kept = Line2D(
            x,
            y,
            linestyle="none",
            marker=shape,
            markersize=size * POINT,
            markerfacecolor=fill or self.style.paper,
            markeredgecolor=edge,
            markeredgewidth=line * POINT,
            zorder=order,
            gid=gid,
        )
        self._add(kept, on)

    def hatch(self, rects: Iterable[Rect], on: Axes | None, gid: str) -> None:
        """Slanted lines over days without an entry, in pixels; all of them share one pattern."""
        lines = [line for rect in rects for line in _slants(rect)]
        if lines:
            shape = LineCollection(
                lines, colors=self.style.hatch, linewidths=0.9 * POINT, zorder=0.5, gid=gid
            )
            self._add(shape, on, self.px)

    def _add(self, shape: Artist, on: Axes | None, where: Transform | None = None) -> None:
        """Part of the axes or of the figure; never clipped, as marks stand on the edges."""
        shape.set_transform(where or (on.transData if on else self.px))
        (on or self.figure).add_artist(shape)
        shape.set_clip_on(False)


def compose(style: Style, letters: Lettering, span: Span | None, rows: Sequence[Row]) -> Drawing:
    """The rows from top to bottom, laid out once; a height that is given goes to those that grow.

    A chart never gets lower than what its texts need, whatever the style asks for.
    """
    growing = sum(row.grows for row in rows)
    extra = 0.0
    if style.height is not None and growing:
        extra = (style.height - sum(row.height for row in rows)) / growing
    heights = [
        max(row.height + extra, style.px(LEAST_PLOT)) if row.grows else row.height for row in rows
    ]
    edges = list(accumulate(heights, initial=0.0))
    sheet = Sheet(style, letters, span, edges[-1])
    for at, row in enumerate(rows):
        last = min(at + row.over, len(rows) - 1)
        row.draw(sheet, sheet.height - edges[last + 1], sheet.height - edges[at])
    return sheet.figure


def _slants(rect: Rect) -> list[tuple[Point, Point]]:
    """The lines x - y = k x gap, clipped to the rectangle."""
    left, bottom, right, top = rect
    first = int(np.ceil((left - top) / HATCH_GAP))
    last = int(np.floor((right - bottom) / HATCH_GAP))
    lines = []
    for at in range(first, last + 1):
        shift = at * HATCH_GAP
        start, end = max(left, bottom + shift), min(right, top + shift)
        if start < end:
            lines.append(((start, start - shift), (end, end - shift)))
    return lines
