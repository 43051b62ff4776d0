"""One answer out of two to four words, side by side, or upright where the text is large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.ui.drawings import CENTER, box, mixed, painter_on
from spasmlog.ui.look import Look
from spasmlog.ui.roving import RovingRow, RovingTile

PAD = 11


class Segment(RovingTile):
    """One word of a `Segmented`."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, chosen = self._look, self.isChecked()
        painter = painter_on(self)
        painter.setFont(look.font(14, 600 if chosen else 400))
        ink = "accent" if chosen else ("text" if self.hovered else "text-quiet")
        painter.setPen(look.color(ink))
        painter.drawText(self.rect(), CENTER, self.text().replace("&&", "&"))
        painter.end()


class Segmented(RovingRow):
    """`value()` is None until something was chosen; arrows choose, as in any radio group."""

    changed = Signal(object)

    def __init__(
        self,
        look: Look,
        choices: Sequence[tuple[object, str]],
        accessible_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._values = [value for value, _text in choices]
        self._chosen: int | None = None
        self.setAccessibleName(accessible_name)
        self._tiles = [self._segment(at, text) for at, (_, text) in enumerate(choices)]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._check(None)

    def value(self) -> object | None:
        """What is chosen, or None while nothing is."""
        return None if self._chosen is None else self._values[self._chosen]

    def set_value(self, value: object | None) -> None:
        """Show this as chosen, without a `changed`."""
        self._chosen = None if value is None else self._values.index(value)
        self._check(self._chosen)

    def take_key(self, tile: RovingTile, event: QKeyEvent) -> bool:
        """Arrows choose where they arrive."""
        used = super().take_key(tile, event)
        if used:
            self._choose(self._stop)
        return used

    def sizeHint(self) -> QSize:
        side_by_side = not self._look.large
        wide = self._widest() * (len(self._tiles) if side_by_side else 1)
        return QSize(wide + 2, self.heightForWidth(wide + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest() + 2, self._line())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line() * (len(self._tiles) if self._upright(width) else 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        area = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        painter = painter_on(self)
        box(painter, area, fill=look.color("raised"))
        self._paint_grounds(painter, area)
        line = look.color("line-strong")
        box(painter, area, line=line, width=look.theme.border)
        painter.end()

    def _segment(self, at: int, text: str) -> Segment:
        segment = Segment(self._look, self)
        segment.setText(text.replace("&", "&&"))
        segment.setAccessibleName(f"{self.accessibleName()}: {text}")
        segment.clicked.connect(lambda: self._choose(at))
        return segment

    def _choose(self, at: int) -> None:
        if at != self._chosen:
            self._chosen = at
            self._check(at)
            self.changed.emit(self._values[at])

    def _line(self) -> int:
        return max(self._look.px(32), QFontMetrics(self._look.font(14, 600)).height() + 10)

    def _widest(self) -> int:
        words = QFontMetrics(self._look.font(14, 600))
        texts = (tile.text().replace("&&", "&") for tile in self._tiles)
        return max(words.horizontalAdvance(text) for text in texts) + 2 * PAD

    def _upright(self, width: int) -> bool:
        return self._look.large or width < self._widest() * len(self._tiles)

    def _spot(self, at: int) -> QRect:
        """Where a segment stands: equal parts of the width, or of the height."""
        count, wide = len(self._tiles), self.width()
        high = self.heightForWidth(wide)
        if self._upright(wide):
            top = high * at // count
            return QRect(0, top, wide, high * (at + 1) // count - top)
        return super()._spot(at).adjusted(0, 0, 0, high - self.height())

    def _paint_grounds(self, painter: QPainter, area: QRectF) -> None:
        look = self._look
        corners = QPainterPath()
        corners.addRoundedRect(area, 8, 8)
        painter.setClipPath(corners)
        for at, tile in enumerate(self._tiles):
            spot = self._spot(at)
            if tile.isChecked():
                painter.fillRect(spot, look.color("accent-soft"))
            elif tile.isDown():
                painter.fillRect(spot, look.color("sunken"))
            elif tile.hovered:
                painter.fillRect(spot, mixed(look.color("raised"), look.color("accent-soft"), 0.5))
        painter.setPen(look.color("line"))
        for at in range(len(self._tiles)):
            spot = self._spot(at)
            if self._upright(self.width()) and spot.top() > 0:
                painter.drawLine(0, spot.top(), self.width(), spot.top())
            elif not self._upright(self.width()) and spot.left() > 0:
                painter.drawLine(spot.left(), 0, spot.left(), spot.height())
        painter.setClipping(False)
