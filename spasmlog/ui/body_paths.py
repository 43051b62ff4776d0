"""The places of the body as paths: where each lies, where its number goes, and which was hit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainterPath

from spasmlog.charts.body_outline import Outline, outlines

_FINE = 0.5
_ABOUT_HALF = (0.5, 0.45, 0.55, 0.6)
"""How closely a place is looked through for its middle, and at which shares of its height."""
_AS_GOOD = 0.8
"""The line at half the height is taken unless another is wider by more than this share."""
_ASIDE = 4
_CONE, _LEAST = 1.2, 8.0
"""How far aside a neighbour may lie for each unit ahead, and besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPart:
    """A place in units of the drawing; its `middle` lies inside."""

    part: str
    path: QPainterPath
    middle: QPointF


@cache
def body_parts() -> Mapping[str, BodyPart]:
    """All places by their id, in the order of the drawing."""
    return {each.part: _made(each) for each in outlines()}


def hit(at: QPointF, reach: float) -> str | None:
    """The place at a point, or the nearest one within reach of it."""
    inside = (each.part for each in body_parts().values() if each.path.contains(at))
    found = next(inside, None)
    if found is not None:
        return found
    near = min(body_parts().values(), key=lambda each: _distance(each.path, at))
    return near.part if _distance(near.path, at) <= reach else None


def neighbour(part: str, across: int, down: int) -> str:
    """The nearest place in a direction; the same where there is none.

    What lies aside counts four times, so that a step goes rather straight on than to the nearest.
    """
    here = body_parts()[part].middle
    steps: list[tuple[float, str]] = []
    for other in body_parts().values():
        x, y = other.middle.x() - here.x(), other.middle.y() - here.y()
        ahead, aside = x * across + y * down, abs(x * down) + abs(y * across)
        if ahead > 1 and aside <= _CONE * ahead + _LEAST:
            steps.append((ahead + _ASIDE * aside, other.part))
    return min(steps)[1] if steps else part


def _made(outline: Outline) -> BodyPart:
    path = _path(outline)
    return BodyPart(part=outline.part, path=path, middle=_middle(path))


def _path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    for stroke in outline.strokes:
        points = [QPointF(*each) for each in stroke.points]
        match stroke.kind:
            case "M":
                path.moveTo(points[0])
            case "L":
                path.lineTo(points[0])
            case "C":
                path.cubicTo(points[0], points[1], points[2])
            case _:
                path.closeSubpath()
    return path


def _middle(path: QPainterPath) -> QPointF:
    """The middle of a wide line about half the height."""
    box = path.boundingRect()
    lines = [_inside(path, box.top() + box.height() * share) for share in _ABOUT_HALF]
    left, right = max(lines, key=lambda ends: ends[1].x() - ends[0].x())
    half = lines[0]
    if half[1].x() - half[0].x() > _AS_GOOD * (right.x() - left.x()):
        left, right = half
    return (left + right) / 2


def _inside(path: QPainterPath, y: float) -> tuple[QPointF, QPointF]:
    """Where a line across a place begins and ends."""
    box = path.boundingRect()
    spots = [QPointF(box.left() + _FINE * at, y) for at in range(int(box.width() / _FINE) + 1)]
    inside = [each for each in spots if path.contains(each)]
    return inside[0], inside[-1]


def _distance(path: QPainterPath, at: QPointF) -> float:
    """How far a point is from the edge of a place."""
    edge = path.toFillPolygon().toList()
    return min(_from_line(QLineF(a, b), at) for a, b in pairwise(edge))


def _from_line(line: QLineF, at: QPointF) -> float:
    length = line.length()
    if not length:
        return QLineF(line.p1(), at).length()
    way, to = line.p2() - line.p1(), at - line.p1()
    share = QPointF.dotProduct(way, to) / (length * length)
    nearest = line.pointAt(min(max(share, 0.0), 1.0))
    return QLineF(nearest, at).length()
