"""Paints the body: silhouette first, seams quiet, each number on the colour of its pain."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from spasmlog.charts.body_outline import (
    BACK,
    FRONT,
    HEAD,
    HIGH,
    MIDDLES,
    WIDE,
    head_of,
    left_of_picture,
    spine,
)
from spasmlog.domain.scales import Nrs
from spasmlog.i18n import _
from spasmlog.ui.body_paths import BodyPart, body_parts
from spasmlog.ui.drawings import CENTER, box
from spasmlog.ui.look import Look

_SIDE_AWAY, _SIDE_DOWN = 58.0, 32.0
_VIEW_DOWN = 420.0
_NECK_AWAY = 27.0
"""Where the words stand, and the number of a neck: beside it, as it is narrow."""
_NUMBER = 12


class BodyPicture:
    """Draws in units of the picture, and words at the size of the interface."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._blank = QPixmap()
        self._blank_of: tuple[object, ...] = ()

    def paint(self, painter: QPainter, scale: float, value: Mapping[str, Nrs]) -> None:
        """The whole of it; `scale` is pixels for each unit."""
        painter.drawPixmap(
            QPointF(0, 0), self._unmarked(scale, painter.device().devicePixelRatio())
        )
        painter.save()
        painter.scale(scale, scale)
        self._paint_marked(painter, scale, value)
        painter.restore()
        self._paint_words(painter, scale)
        for part, pain in value.items():
            self._paint_number(painter, scale, body_parts()[part], pain)

    def outline(self, painter: QPainter, scale: float, part: str, *, strong: bool) -> None:
        """Around one place: chosen, or under the pointer."""
        painter.save()
        painter.scale(scale, scale)
        width = (2.5 if strong else 1.5) / scale
        pen = QPen(self._look.color("text"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(body_parts()[part].path)
        painter.restore()

    def _unmarked(self, scale: float, dpr: float) -> QPixmap:
        """The body without any pain, drawn once for each size and theme: it takes 20 ms."""
        wanted = (scale, dpr, self._look.theme.name, self._look.color("raised").name())
        if wanted != self._blank_of:
            wide, high = (math.ceil(side * scale * dpr) for side in (WIDE, HIGH))
            self._blank, self._blank_of = QPixmap(wide, high), wanted
            self._blank.setDevicePixelRatio(dpr)
            self._blank.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._blank)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            self._paint_body(painter, scale)
            painter.end()
        return self._blank

    def _paint_body(self, painter: QPainter, scale: float) -> None:
        """Silhouette first, then the places with quiet seams."""
        look, border = self._look, self._look.theme.border
        around = QPen(look.color("line-strong"), (2 + border) / scale)
        around.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(around)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for each in body_parts().values():
            painter.drawPath(each.path)
        for each in body_parts().values():
            self._shape(
                painter, each.path, look.color("raised"), look.color("line"), border / scale
            )

    def _paint_marked(self, painter: QPainter, scale: float, value: Mapping[str, Nrs]) -> None:
        """The places with pain, and what lies over them."""
        look, border = self._look, self._look.theme.border
        for part, pain in value.items():
            fill, line = look.color(f"pain-{pain}"), look.color("ramp-line")
            self._shape(painter, body_parts()[part].path, fill, line, border / scale)
        for view in (BACK, FRONT):
            head = QPainterPath()
            head.addEllipse(QPointF(*head_of(view)), *HEAD)
            line = look.color("line-strong")
            self._shape(painter, head, look.color("raised"), line, 1.5 * border / scale)
        self._paint_spine(painter, scale)

    def _shape(
        self, painter: QPainter, path: QPainterPath, fill: QColor, line: QColor, width: float
    ) -> None:
        painter.setPen(QPen(line, width))
        painter.setBrush(fill)
        painter.drawPath(path)

    def _paint_spine(self, painter: QPainter, scale: float) -> None:
        top, bottom = spine()
        pen = QPen(self._look.color("line-strong"), self._look.theme.border / scale)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(*top), QPointF(*bottom))

    def _paint_words(self, painter: QPainter, scale: float) -> None:
        """Left and right as words: never implied by where they are on the screen."""
        painter.setFont(self._look.font(12, 500))
        painter.setPen(self._look.color("text-quiet"))
        sides = {"left": _("Left"), "right": _("Right")}
        for view, word in ((BACK, _("Back")), (FRONT, _("Front"))):
            middle = MIDDLES[view]
            near = left_of_picture(view)
            far = "right" if near == "left" else "left"
            for at, side in ((middle - _SIDE_AWAY, near), (middle + _SIDE_AWAY, far)):
                _centred(painter, QPointF(at, _SIDE_DOWN) * scale, sides[side])
            _centred(painter, QPointF(middle, _VIEW_DOWN) * scale, word)

    def _paint_number(self, painter: QPainter, scale: float, each: BodyPart, pain: Nrs) -> None:
        """In the place itself, or on a tag of its colour where the place is too narrow."""
        look, words, spot = self._look, str(pain), number_spot(each)
        painter.setFont(look.font(_NUMBER, 600))
        metrics = QFontMetricsF(painter.font())
        wide, high = metrics.horizontalAdvance(words), metrics.height()
        inked = _around(spot, wide / scale, metrics.capHeight() / scale)
        spot = spot * scale  # a point of Qt is changed by `*=`, and this one is kept
        if not each.path.contains(inked):
            tag = _around(spot, max(wide + 6, high), high)
            fill, line = look.color(f"pain-{pain}"), look.color("ramp-line")
            box(painter, tag, fill=fill, line=line, radius=4, width=look.theme.border)
        painter.setPen(look.color(f"pain-text-{pain}"))
        _centred(painter, spot, words)


def number_spot(each: BodyPart) -> QPointF:
    """Where the number of a place stands: in its middle, but beside a neck."""
    if "-neck-" not in each.part:
        return each.middle
    middle = MIDDLES[each.part.partition("-")[0]]
    away = _NECK_AWAY if each.middle.x() > middle else -_NECK_AWAY
    return QPointF(middle + away, each.middle.y())


def _centred(painter: QPainter, spot: QPointF, words: str) -> None:
    """Words with their middle at a point."""
    metrics = QFontMetricsF(painter.font())
    room = _around(spot, metrics.horizontalAdvance(words) + 4, metrics.height())
    painter.drawText(room, CENTER, words)


def _around(spot: QPointF, wide: float, high: float) -> QRectF:
    room = QRectF(0, 0, wide, high)
    room.moveCenter(spot)
    return room
