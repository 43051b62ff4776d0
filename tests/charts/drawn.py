"""What was drawn, read back from a figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import cast

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from spasmlog.charts.picture import span_of
from tests.charts.scenes import parts


def line(figure: Figure, gid: str) -> Line2D:
    (found,) = parts(figure, gid)
    assert isinstance(found, Line2D)
    return found


def xs(figure: Figure, gid: str) -> list[float]:
    return [float(x) for x in np.asarray(line(figure, gid).get_xdata())]


def points(figure: Figure, gid: str) -> list[int]:
    """How many marks each row of this name has."""
    rows = (cast(Line2D, shape) for shape in parts(figure, gid))
    return [len(np.asarray(row.get_xdata())) for row in rows]


def rects(figure: Figure, gid: str) -> list[tuple[float, float, float, float]]:
    found = [shape for shape in parts(figure, gid) if isinstance(shape, PolyCollection)]
    boxes = [path.get_extents() for shape in found for path in shape.get_paths()]
    return [(float(box.x0), float(box.y0), float(box.x1), float(box.y1)) for box in boxes]


def hatched(figure: Figure) -> set[date]:
    """The days over which the hatches of the first plot lie."""
    span = span_of(figure)
    scale = figure.dpi / 96
    shape = cast(PathPatch, parts(figure, "no-entry")[0])
    points = np.asarray(shape.get_path().vertices)
    found = {span.day_at(x * scale) for x in points[:, 0]}
    inside = {span.day_at(x) for x in (points[0::2, 0] + points[1::2, 0]) / 2 * scale}
    return {each for each in found & inside if each is not None}


def texts(figure: Figure) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in figure.findobj(Text):
        assert isinstance(each, Text)
        if each.get_text():
            found.setdefault(each.get_gid() or "", []).append(each.get_text())
    return found


def clashes(figure: Figure) -> Iterator[str]:
    """Words that touch others, or the edge of the figure."""
    wide, high = figure.bbox.width, figure.bbox.height
    renderer = RendererAgg(wide, high, figure.dpi)
    written = [each for each in figure.findobj(Text) if isinstance(each, Text) and each.get_text()]
    boxes = [(each.get_text(), each.get_window_extent(renderer)) for each in written]
    slack = figure.dpi / 96
    for text, box in boxes:
        if box.x0 < -slack or box.x1 > wide + slack or box.y0 < -slack or box.y1 > high + slack:
            yield f"{text!r} leaves the figure"
    for (one, first), (other, second) in combinations(boxes, 2):
        across = min(first.x1, second.x1) - max(first.x0, second.x0)
        down = min(first.y1, second.y1) - max(first.y0, second.y0)
        if across > 0 and down > 0:
            yield f"{one!r} touches {other!r}"
