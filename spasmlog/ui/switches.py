"""Yes or no: a switch for what holds from now on, a tick for what is so."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look

GAP = 10


class Tick(QCheckBox):
    """A box to tick, with words that wrap. It holds only what was said: an empty one is no "no"."""

    MARK = (18, 18)

    def __init__(
        self, look: Look, text: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._look, self._words = look, text
        if name:
            self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.follow(self)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font())
        wide = self._mark_width() + words.horizontalAdvance(self._words)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font())
        longest = max((words.horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(self._mark_width() + longest, self._look.px(32))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self.rect()
        room.setWidth(max(width - self._mark_width(), 1))
        room.setHeight(1 << 16)
        words = QFontMetrics(self._look.font()).boundingRect(room, self._flags(), self._words)
        return max(self._look.px(32), words.height() + 8)

    def hitButton(self, _pos: QPoint) -> bool:  # noqa: N802  # Qt's own name
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        wide, high = (look.px(side) for side in self.MARK)
        left = self.width() - wide if self.isRightToLeft() else 0
        self._paint_mark(painter, QRectF(left, (self.height() - high) / 2, wide, high))
        painter.setFont(look.font())
        painter.setPen(look.color("text" if self.isEnabled() else "text-quiet"))
        room = self.rect()
        room.setWidth(room.width() - self._mark_width())
        if not self.isRightToLeft():
            room.moveLeft(self._mark_width())
        painter.drawText(room, self._flags(), self._words)
        painter.end()

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        look, on, usable = self._look, self.isChecked(), self.isEnabled()
        line = None if on and usable else look.color("line-strong")
        ground = look.color("accent" if on else "raised") if usable else None
        box(painter, area, fill=ground, line=line, radius=5, dashed=not usable)
        if on:
            role = "accent-text" if usable else "text-quiet"
            drawn = pixmap("check", look, role, 14, self.devicePixelRatioF())
            side = look.px(14)
            spot = area.center().toPoint() - QPoint(side // 2, side // 2)
            painter.drawPixmap(spot, drawn)

    def _mark_width(self) -> int:
        return self._look.px(self.MARK[0]) + (GAP if self._words else 0)

    def _flags(self) -> int:
        return (
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        ).value


class Switch(Tick):
    """On or off, effective at once. Knob and ground both change."""

    MARK = (38, 22)

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        look, on = self._look, self.isChecked()
        line = None if on and self.isEnabled() else look.color("line-strong")
        ground = look.color("accent" if on else "sunken") if self.isEnabled() else None
        half = area.height() / 2
        box(painter, area, fill=ground, line=line, radius=half, dashed=not self.isEnabled())
        knob = QRectF(area.topLeft(), area.size()).adjusted(2, 2, -2, -2)
        far = on != self.isRightToLeft()
        knob.setWidth(knob.height())
        if far:
            knob.moveRight(area.right() - 2)
        fill = look.color("accent-text" if on and self.isEnabled() else "raised")
        box(painter, knob, fill=fill, line=None if on else line, radius=half)
