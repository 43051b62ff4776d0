"""The picture of a chart, and a cursor over it, moved by pointer or keys, with its day in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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

HEIGHT = 300
PAD, GAP = 10, 10
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}


def _silent(_day: date) -> str:
    return ""


class ChartCanvas(QWidget):
    """Shows an empty frame until the first picture comes. It draws nothing of the chart itself.

    Time runs from left to right in every language, so Left is always the day before.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._picture: Picture | None = None
        self._dpr = 1.0
        self._tip: Callable[[date], str] = _silent
        self._day: date | None = None
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
        return "" if self._day is None else self._tip(self._day)

    def take_words(self, sentence: str, tip: Callable[[date], str]) -> None:
        """The description of the chart that is coming, and the words of its days."""
        self.setAccessibleDescription(sentence)
        self._tip = tip
        self._put(None)

    def take_picture(self, picture: Picture, image: QImage, dpr: float) -> None:
        """Show this; the cursor stays on its day as far as the chart still has it."""
        self._picture, self._image, self._dpr = picture, image, dpr
        if self._day is not None and not picture.span.first <= self._day <= picture.span.last:
            self._day = None
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
        self._put(self._day_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._put(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._put(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a day, Page Up and Down by a week; Escape takes the cursor away."""
        goal = self._goal(Qt.Key(event.key()))
        if goal is not None:
            self._put(goal)
            self._say()
        elif event.key() == Qt.Key.Key_Escape and self._day is not None:
            self._put(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        if self._image is None:
            self._paint_frame(painter)
        else:
            painter.drawImage(QPointF(0, 0), self._image)
            if self._day is not None:
                self._paint_cursor(painter)
        painter.end()

    def _goal(self, key: Qt.Key) -> date | None:
        """Where a key moves the cursor to; None for any other key. It enters at the newest day."""
        if self._picture is None:
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
        return self._picture.span.day_at(x * self._dpr) if self._picture else None

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
        if self._picture is None or self._day is None:
            return
        x = self._picture.span.x(self._day.toordinal()) / self._dpr
        top, bottom = self._picture.top / self._dpr, self._picture.bottom / self._dpr
        painter.setPen(QPen(self._look.color("focus"), 1.5))
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
