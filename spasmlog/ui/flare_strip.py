"""The eleven numbers of flare mode: large tiles in two rows, each with its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from spasmlog.i18n import _
from spasmlog.ui.drawings import CENTER, box, mixed, painter_on, ring
from spasmlog.ui.flare_parts import FLOOR, RADIUS
from spasmlog.ui.flare_places import COLUMNS
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import LEVELS, band_word
from spasmlog.ui.roving import RovingRow, RovingTile

ROOM = 6
"""Around the tiles, for the ring of the one that is chosen."""
NUMBER, WORD = 46, 16


class FlareNumber(RovingTile):
    """One number in the colour of the ramp; a key that is held down presses it once."""

    def __init__(self, look: Look, row: FlareStrip, level: int) -> None:
        super().__init__(look, row)
        self._strip, self._level = row, level
        self.setText(str(level))
        self.setAccessibleName(_("Pain {n}, {word}").format(n=level, word=band_word(level)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.isAutoRepeat()
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, level, painter = self._look, self._level, painter_on(self)
        area = QRectF(self.rect())
        fill, ink = look.color(f"pain-{level}"), look.color(f"pain-text-{level}")
        if self.isDown():
            fill = mixed(fill, ink, 0.2)
        line = look.color("text" if self.hovered else "ramp-line")
        width = look.theme.border + (1 if self.hovered else 0)
        box(painter, area, fill=fill, line=line, radius=RADIUS, width=width)
        painter.setPen(ink)
        number, word = self._strip.fonts()
        below = 0 if word is None else QFontMetrics(word).height()
        high = QFontMetrics(number).height()
        top = (area.height() - high - below) / 2
        painter.setFont(number)
        painter.drawText(QRectF(0, top, area.width(), high), CENTER, self.text())
        if word is not None:
            painter.setFont(word)
            spot = QRectF(0, top + high, area.width(), below)
            painter.drawText(spot, CENTER, band_word(level))
        painter.end()


class FlareStrip(RovingRow):
    """Says `chosen`; where its tiles stand it is told."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._spots: tuple[QRect, ...] = (QRect(),) * LEVELS
        self._value: int | None = None
        self.grown = 1.0
        self.setAccessibleName(_("Pain, 0 to 10"))
        self._tiles = [self._tile(level) for level in range(LEVELS)]
        self._check(None)

    @property
    def tiles(self) -> Sequence[RovingTile]:
        """The numbers, from 0 on."""
        return self._tiles

    def value(self) -> int | None:
        """The tile that is ringed, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Ring this tile, or none."""
        self._value = value
        self._check(value)

    def stand(self, spots: Sequence[QRect]) -> None:
        """Let the tiles stand there, in the coordinates of the page."""
        around = QRect()
        for spot in spots:
            around = around.united(spot)
        around = around.adjusted(-ROOM, -ROOM, ROOM, ROOM)
        self._spots = tuple(spot.translated(-around.topLeft()) for spot in spots)
        self.setGeometry(around)
        self._place()
        self.update()

    def fonts(self) -> tuple[QFont, QFont | None]:
        """Of the number and of the word, as large as every tile has room for; the word may go."""
        look = self._look
        word = QFont(look.font(14, 500))
        word.setPixelSize(look.px(WORD * self.grown))
        metrics = QFontMetrics(word)
        longest = max(metrics.horizontalAdvance(band_word(level)) for level in range(LEVELS))
        number = self._number(metrics.height())
        has_room = longest <= self._spots[0].width() - 8
        if has_room and number.pixelSize() >= word.pixelSize() + 8:
            return number, word
        return self._number(0), None

    def _number(self, below: int) -> QFont:
        """The number, as large as it fits above so much."""
        number = QFont(self._look.font(NUMBER, 600))
        for size in range(self._look.px(NUMBER * self.grown), FLOOR, -2):
            number.setPixelSize(size)
            if QFontMetrics(number).height() + below <= self._spots[0].height() - 8:
                break
        return number

    def sizeHint(self) -> QSize:
        return QSize(64 * COLUMNS, 2 * 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        if self._value is not None:
            around = QRectF(self._spots[self._value])
            ring(painter, around, self._look.color("text"), RADIUS)
        painter.end()

    def _spot(self, at: int) -> QRect:
        return self._spots[at]

    def _goal(self, at: int, key: int) -> int | None:
        """Up and down lead to the other row."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            goal = at + (COLUMNS if key == Qt.Key.Key_Down else -COLUMNS)
            return goal if 0 <= goal < LEVELS else at
        return super()._goal(at, key)

    def _tile(self, level: int) -> FlareNumber:
        tile = FlareNumber(self._look, self, level)
        tile.clicked.connect(lambda: self._choose(level))
        return tile

    def _choose(self, level: int) -> None:
        self._stop_at(level)
        self.chosen.emit(level)
