"""A figure addressed in design pixels: rows from top to bottom, and what is drawn in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from spasmlog.charts.hatches import slants
from spasmlog.charts.lettering import SIZE, Lettering
from spasmlog.charts.span import Span
from spasmlog.charts.style import PX_PER_INCH, Style
from spasmlog.charts.word import Word

POINT = 72 / PX_PER_INCH
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


@dataclass(frozen=True, slots=True)
class Plot:
    """A part of the figure in which days go from left to right and values from `bottom` to `top`.

    `data` leads from a day's ordinal and a value, 0 to `highest`, to the place on the figure.
    """

    name: str
    bottom: float
    top: float
    highest: float
    data: Transform


class Drawing(Figure):
    """A figure that knows its days and plots, or its spots to walk through; `inches` moves it."""

    inches: Affine2D
    span: Span | None = None
    plots: tuple[Plot, ...] = ()
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
        self.figure.span = span
        self.figure.inches = Affine2D().scale(1 / PX_PER_INCH)
        self.px: Transform = self.figure.inches + self.figure.dpi_scale_trans

    def plot(self, name: str, bottom: float, top: float, highest: float) -> Plot:
        """A plot over all days of the chart: days as ordinals, values from 0 to `highest`.

        No axes of matplotlib: they take longer to make than all that is drawn on them.
        """
        span = self.span
        if span is None:
            raise ValueError("only a chart over dates has a plot over dates")
        scale = Affine2D().translate(0.5 - span.days.start, 0)
        scale.scale(span.step, (top - bottom) / highest).translate(span.left, bottom)
        made = Plot(name, bottom, top, highest, scale + self.px)
        self.figure.plots += (made,)
        return made

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
        kept = Word(
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
        on: Plot | None = None,
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
        segments: Sequence[Sequence[Point]],
        color: str,
        *,
        line: float = 1.0,
        dots: bool = False,
        on: Plot | None = None,
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
        on: Plot,
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
        on: Plot | None = None,
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

    def hatch(self, rects: Sequence[Rect], gid: str) -> None:
        """Slanted lines over days without an entry, in pixels; all of them share one pattern."""
        points = slants(rects)
        if len(points):
            codes = np.tile([Path.MOVETO, Path.LINETO], len(points) // 2)
            shape = PathPatch(
                Path(points, codes),
                fill=False,
                edgecolor=self.style.hatch,
                linewidth=0.9 * POINT,
                zorder=0.5,
                gid=gid,
            )
            self._add(shape, None)

    def _add(self, shape: Artist, on: Plot | None) -> None:
        """Never clipped, as marks stand on the edges of a plot."""
        shape.set_transform(on.data if on else self.px)
        self.figure.add_artist(shape)
        shape.set_clip_on(False)


def compose(style: Style, letters: Lettering, span: Span | None, rows: Sequence[Row]) -> Drawing:
    """The rows from top to bottom, laid out once; a height that is given goes to those that grow.

    A chart never gets lower than what its texts need, whatever the style asks for.
    """
    growing = sum(row.grows for row in rows)
    least = sum(row.height for row in rows)
    extra = (style.height - least) / growing if style.height is not None and growing else 0.0
    heights = [
        max(row.height + extra, style.px(LEAST_PLOT)) if row.grows else row.height for row in rows
    ]
    edges = list(accumulate(heights, initial=0.0))
    sheet = Sheet(style, letters, span, edges[-1])
    for at, row in enumerate(rows):
        last = min(at + row.over, len(rows) - 1)
        row.draw(sheet, sheet.height - edges[last + 1], sheet.height - edges[at])
    return sheet.figure
