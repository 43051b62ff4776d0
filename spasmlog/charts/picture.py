"""A figure drawn to plain pixels, with what is needed to find its days again without matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from spasmlog.charts.sheet import Drawing, Spot
from spasmlog.charts.span import Span
from spasmlog.charts.style import PX_PER_INCH


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of red, green, blue and alpha from the top down; all lengths are its own pixels.

    `top` and `bottom` are where the plots begin and end, from the top. A chart over dates has
    a `span`, any other has `spots`, whose y runs from the top as well.
    """

    width: int
    height: int
    pixels: bytes
    span: Span | None
    top: float
    bottom: float
    spots: tuple[Spot, ...] = ()


def picture(figure: Figure) -> Picture:
    """The figure, drawn; slow enough to belong on a thread of its own."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = canvas.get_width_height(physical=True)
    boxes = [axes.bbox for axes in figure.axes]
    return Picture(
        width=width,
        height=height,
        pixels=bytes(canvas.buffer_rgba()),
        span=span_of(figure) if boxes else None,
        top=height - max((float(box.y1) for box in boxes), default=float(height)),
        bottom=height - min((float(box.y0) for box in boxes), default=0.0),
        spots=_spots(figure, height),
    )


def _spots(figure: Figure, height: int) -> tuple[Spot, ...]:
    if not isinstance(figure, Drawing):
        return ()
    scale = figure.dpi / PX_PER_INCH
    return tuple(Spot(at.x * scale, height - at.y * scale, at.words) for at in figure.spots)


def span_of(figure: Figure) -> Span:
    """The days of a chart and where they lie, in pixels of the figure."""
    axes = figure.axes[0]
    low, high = axes.get_xlim()
    first, last = date.fromordinal(round(low + 0.5)), date.fromordinal(round(high - 0.5))
    return Span(first, last, float(axes.bbox.x0), float(axes.bbox.x1))


def locate(figure: Figure, x_pixel: float) -> date | None:
    """The day drawn at so many pixels from the left; None beside the days."""
    return span_of(figure).day_at(x_pixel)
