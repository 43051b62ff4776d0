"""A figure drawn to plain pixels, with what is needed to find its days again without matplotlib."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matplotlib.backend_bases import FigureCanvasBase
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
    pixels = bytes(canvas.buffer_rgba())
    # Texts keep hold of what drew them until the collector comes: not with megabytes of pixels.
    vars(canvas.get_renderer()).clear()
    FigureCanvasBase(figure)
    plots = figure.plots if isinstance(figure, Drawing) else ()
    scale = figure.dpi / PX_PER_INCH
    return Picture(
        width=width,
        height=height,
        pixels=pixels,
        span=span_of(figure) if plots else None,
        top=height - max((each.top * scale for each in plots), default=float(height)),
        bottom=height - min((each.bottom * scale for each in plots), default=0.0),
        spots=_spots(figure, height),
    )


def _spots(figure: Figure, height: int) -> tuple[Spot, ...]:
    if not isinstance(figure, Drawing):
        return ()
    scale = figure.dpi / PX_PER_INCH
    return tuple(Spot(at.x * scale, height - at.y * scale, at.words) for at in figure.spots)


def span_of(figure: Figure) -> Span:
    """The days of a chart over dates and where they lie, in pixels of the figure."""
    span = figure.span if isinstance(figure, Drawing) else None
    if span is None:
        raise ValueError("only a chart over dates has days")
    scale = figure.dpi / PX_PER_INCH
    return Span(span.first, span.last, span.left * scale, span.right * scale)


def locate(figure: Figure, x_pixel: float) -> date | None:
    """The day drawn at so many pixels from the left; None beside the days."""
    return span_of(figure).day_at(x_pixel)
