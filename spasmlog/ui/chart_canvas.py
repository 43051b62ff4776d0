"""The picture of a chart, and a cursor over it, moved by pointer or keys, with words beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.charts.picture import Picture
    from spasmlog.charts.sheet import Spot

HEIGHT = 300
PAD, GAP = 10, 10
REACH, RING = 36, 9
"""How near the pointer must come to a spot, and the ring around the one that it is at."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}


def _silent(_day: date) -> str:
    return ""


class ChartCanvas(QWidget):
    """Shows an empty frame until the first picture comes. It draws nothing of the chart itself.

    Time runs from left to right in every language, so Left is always the day before. In a chart
    that is not over dates the cursor goes from spot to spot.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._picture: Picture | None = None
        self._dpr = 1.0
        self._tip: Callable[[date], str] = _silent
        self._day: date | None = None
        self._spot: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self)

    @property
    def picture(self) -> Picture | None:
        """What is shown, None before the first."""
        return self._picture

    @property
    def day(self) -> date | None:
        """The day under the cursor."""
        return self._day

    @property
    def tip(self) -> str:
        """The words beside the cursor, a line each; empty without one."""
        if self._spot is not None and self._picture is not None:
            return self._picture.spots[self._spot].words
        return "" if self._day is None else self._tip(self._day)

    def take_words(self, sentence: str, tip: Callable[[date], str] | None = None) -> None:
        """The description of the chart that is coming, and the words of its days, if it has any."""
        self.setAccessibleDescription(sentence)
        self._tip = tip or _silent
        self._leave()

    def take_picture(self, picture: Picture, image: QImage, dpr: float) -> None:
        """Show this; the cursor stays on its day or spot as far as the chart still has it."""
        before = self.sizeHint()
        self._picture, self._image, self._dpr = picture, image, dpr
        span = picture.span
        if self._day is not None and (span is None or not span.first <= self._day <= span.last):
            self._day = None
        if self._spot is not None and self._spot >= len(picture.spots):
            self._spot = None
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._picture is None:
            return QSize(self._look.px(480), self._look.px(HEIGHT))
        high = round(self._picture.height / self._dpr)
        return QSize(self._look.px(480), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._spots:
            self._put_spot(self._spot_at(event.position()))
        else:
            self._put(self._day_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a day or spot, Page Up and Down by a week; Escape takes it away."""
        key = Qt.Key(event.key())
        day, spot = self._goal(key), self._spot_goal(key)
        if spot is not None or day is not None:
            self._put_spot(spot)
            self._put(day)
            self._say()
        elif key == Qt.Key.Key_Escape and self.tip:
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        if self._image is None:
            self._paint_frame(painter)
        else:
            painter.drawImage(QPointF(0, 0), self._image)
            self._paint_cursor(painter)
        painter.end()

    @property
    def _spots(self) -> tuple[Spot, ...]:
        return self._picture.spots if self._picture is not None else ()

    def _spot_goal(self, key: Qt.Key) -> int | None:
        """The spot that a key leads to; None for any other key. It enters at the first."""
        last = len(self._spots) - 1
        if last < 0 or key not in (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            return None
        if key == Qt.Key.Key_End:
            return last
        if key == Qt.Key.Key_Home or self._spot is None:
            return 0
        return min(max(self._spot + STEPS[key], 0), last)

    def _spot_at(self, at: QPointF) -> int | None:
        """The nearest spot within reach of the pointer."""
        far = [
            (hypot(each.x / self._dpr - at.x(), each.y / self._dpr - at.y()), number)
            for number, each in enumerate(self._spots)
        ]
        nearest, number = min(far)
        return number if nearest <= self._look.px(REACH) else None

    def _goal(self, key: Qt.Key) -> date | None:
        """Where a key moves the cursor to; None for any other key. It enters at the newest day."""
        if self._picture is None or self._picture.span is None:
            return None
        first, last = self._picture.span.first, self._picture.span.last
        if key == Qt.Key.Key_Home:
            return first
        if key == Qt.Key.Key_End or (key in STEPS and self._day is None):
            return last
        if key not in STEPS or self._day is None:
            return None
        goal = self._day.toordinal() + STEPS[key]
        return date.fromordinal(min(max(goal, first.toordinal()), last.toordinal()))

    def _day_at(self, x: float) -> date | None:
        span = self._picture.span if self._picture else None
        return span.day_at(x * self._dpr) if span else None

    def _leave(self) -> None:
        self._put(None)
        self._put_spot(None)

    def _put_spot(self, spot: int | None) -> None:
        if spot != self._spot:
            self._spot = spot
            self.update()

    def _put(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.update()

    def _say(self) -> None:
        said = ", ".join(self.tip.split("\n"))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _paint_frame(self, painter: QPainter) -> None:
        line = self._look.color("line")
        box(painter, QRectF(self.rect()), line=line, width=self._look.theme.border)

    def _paint_cursor(self, painter: QPainter) -> None:
        picture = self._picture
        if picture is None or not self.tip:
            return
        painter.setPen(QPen(self._look.color("focus"), 1.5))
        if self._spot is not None:
            spot, ring = picture.spots[self._spot], self._look.px(RING)
            x, top = spot.x / self._dpr, spot.y / self._dpr
            painter.drawEllipse(QPointF(x, top), ring, ring)
            self._paint_tip(painter, x, top)
        elif self._day is not None and picture.span is not None:
            x = picture.span.x(self._day.toordinal()) / self._dpr
            top, bottom = picture.top / self._dpr, picture.bottom / self._dpr
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            self._paint_tip(painter, x, top)

    def _paint_tip(self, painter: QPainter, x: float, top: float) -> None:
        """A box beside the cursor, on the side that has more room, its first line strong."""
        look, lines = self._look, self.tip.split("\n")
        strong, plain = look.font(14, 600), look.font(14)
        step = QFontMetrics(plain).lineSpacing()
        wide = max(
            QFontMetrics(plain if at else strong).horizontalAdvance(line)
            for at, line in enumerate(lines)
        )
        area = self._tip_area(x, top, wide + 2 * PAD, step * len(lines) + 2 * PAD)
        box(
            painter,
            area,
            fill=look.color("raised"),
            line=look.color("line-strong"),
            width=look.theme.border,
        )
        painter.setPen(look.color("text"))
        for at, line in enumerate(lines):
            painter.setFont(plain if at else strong)
            spot = QRectF(area.left() + PAD, area.top() + PAD + at * step, wide + 2, step)
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, line)

    def _tip_area(self, x: float, top: float, wide: float, high: float) -> QRectF:
        left = x + GAP if x < self.width() / 2 else x - GAP - wide
        left = min(max(left, 0), max(self.width() - wide, 0))
        top = min(top + GAP, max(self.height() - high, 0))
        return QRectF(left, top, wide, high)
