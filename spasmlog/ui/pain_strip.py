"""Pain from 0 to 10 as eleven tiles: one press, or one key, says how it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.i18n import N_, _
from spasmlog.ui.drawings import CENTER, box, mixed, painter_on, ring
from spasmlog.ui.look import Look
from spasmlog.ui.roving import RovingRow, RovingTile

LEVELS = 11
# Room around each tile for the ring of the chosen one; neighbours' rooms overlap.
MARGIN = 4
BANDS = (
    (0, 0, N_("none")),
    (1, 3, N_("mild")),
    (4, 6, N_("moderate")),
    (7, 9, N_("severe")),
    (10, 10, N_("worst")),
)
_TEN = "t"
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Some keyboards have their digits behind Shift; the window must not take them for a reading."""
_KEYS = (*map(str, range(10)), _TEN.upper())


def band_word(level: int) -> str:
    """The word that stands below this tile."""
    return next(_(word) for first, last, word in BANDS if first <= level <= last)


class PainTile(RovingTile):
    """One number in the colour of the ramp."""

    def __init__(self, look: Look, row: PainStrip, level: int) -> None:
        super().__init__(look, row)
        self._level = level
        self.setText(str(level))
        name = _("Pain {n}, {word}").format(n=level, word=band_word(level))
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({_KEYS[level]})")

    def ring_area(self) -> QRectF:
        """Where the focus ring goes around: the tile, or its chosen ring."""
        room = 0 if self.isChecked() else MARGIN
        return QRectF(self.rect()).adjusted(room, room, -room, -room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, level, painter = self._look, self._level, painter_on(self)
        area = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        compact = area.width() < look.px(36)
        radius = 6 if compact else 8
        fill, ink = look.color(f"pain-{level}"), look.color(f"pain-text-{level}")
        if self.isDown():
            fill = mixed(fill, ink, 0.2)
        line = look.color("text" if self.hovered else "ramp-line")
        width = look.theme.border + (1 if self.hovered else 0)
        box(painter, area, fill=fill, line=line, radius=radius, width=width)
        painter.setFont(look.font(14 if compact else 18, 600))
        painter.setPen(ink)
        painter.drawText(area, CENTER, self.text())
        painter.end()


class PainStrip(RovingRow):
    """Says `chosen`, and shows what it is told by `set_value`; it keeps nothing by itself."""

    chosen = Signal(int)

    def __init__(self, look: Look, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._compact = compact
        self._value: int | None = None
        self.setAccessibleName(_("Pain, 0 to 10"))
        self._tiles = [self._tile(level) for level in range(LEVELS)]
        across = QSizePolicy.Policy.Maximum if compact else QSizePolicy.Policy.Expanding
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._check(None)

    def value(self) -> int | None:
        """The tile that is ringed, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Ring this tile, or none; `chosen` is not sent."""
        self._value = value
        self._check(value)

    def take_key(self, tile: RovingTile, event: QKeyEvent) -> bool:
        """Arrows move, digits choose, and T is ten."""
        typed = event.text().lower()
        plain = not event.modifiers() & ~_HARMLESS
        if plain and len(typed) == 1 and typed in "0123456789t":
            self._choose(10 if typed == _TEN else int(typed))
            return True
        return super().take_key(tile, event)

    def sizeHint(self) -> QSize:
        in_row = 6 if self._look.large and not self._compact else LEVELS
        wide = in_row * (self._least_wide() + self._gap()) - self._gap() + 2 * MARGIN
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = 6 * (self._least_wide() + self._gap()) - self._gap() + 2 * MARGIN
        return QSize(wide, self._line())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line() * len(self._rows(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        if self._value is not None:
            self._paint_ring(painter, self._value)
        if not self._compact:
            self._paint_words(painter)
        painter.end()

    def _paint_ring(self, painter: QPainter, level: int) -> None:
        """The mark of the chosen tile; drawn here, as it reaches out of its tile."""
        around = QRectF(self._spot(level)).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        radius, gap = (6, 1) if self._compact else (8, 2)
        ring(painter, around, self._look.color("text"), radius, gap)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(self._look.font(12))
        for levels in self._rows(self.width()):
            for first, last, word in BANDS:
                inside = [level for level in levels if first <= level <= last]
                if inside:
                    self._paint_band(painter, inside[0], inside[-1], _(word))

    def _tile(self, level: int) -> PainTile:
        tile = PainTile(self._look, self, level)
        tile.clicked.connect(lambda: self._choose(level))
        return tile

    def _choose(self, level: int) -> None:
        self._stop_at(level)
        self.chosen.emit(level)

    def _gap(self) -> int:
        return 3 if self._compact else 6

    def _least_wide(self) -> int:
        return self._look.px(26 if self._compact else 40)

    def _tile_high(self) -> int:
        return self._look.px(32 if self._compact else 52)

    def _words_high(self) -> int:
        return 0 if self._compact else QFontMetrics(self._look.font(12)).height() + 6

    def _line(self) -> int:
        return self._tile_high() + 2 * MARGIN + self._words_high()

    def _rows(self, width: int) -> list[range]:
        """0 to 10, or 0 to 5 and 6 to 10 where that is too narrow or the text too large."""
        one_row = LEVELS * (self._least_wide() + self._gap()) - self._gap() + 2 * MARGIN
        broken = width < one_row or (self._look.large and not self._compact)
        return [range(6), range(6, LEVELS)] if broken else [range(LEVELS)]

    def _spot(self, at: int) -> QRect:
        """A tile's place, its margin included."""
        rows = self._rows(self.width())
        row = next(place for place, levels in enumerate(rows) if at in levels)
        columns, column = len(rows[0]), at - rows[row][0]
        room, gap = self.width() - 2 * MARGIN + self._gap(), self._gap()
        if self._compact:
            room = min(room, columns * (self._least_wide() + gap))
        left = MARGIN + room * column // columns
        wide = MARGIN + room * (column + 1) // columns - gap - left
        if self.isRightToLeft():
            left = self.width() - left - wide
        top = self._line() * row
        return QRect(left - MARGIN, top, wide + 2 * MARGIN, self._tile_high() + 2 * MARGIN)

    def _paint_band(self, painter: QPainter, first: int, last: int, word: str) -> None:
        """A word in the middle below its tiles, with a line to either end where they are many."""
        span = self._spot(first).united(self._spot(last))
        area = QRectF(
            span.left() + MARGIN, span.bottom() + 1, span.width() - 2 * MARGIN, self._words_high()
        )
        painter.setPen(self._look.color("text-quiet"))
        painter.drawText(area, CENTER, word)
        half = QFontMetrics(painter.font()).horizontalAdvance(word) / 2 + 8
        if first == last or area.width() < 2 * half + 8:
            return
        painter.setPen(QPen(self._look.color("line-strong"), self._look.theme.border))
        middle, high = area.center().x(), round(area.center().y()) + 0.5
        for start, end in ((area.left(), middle - half), (middle + half, area.right())):
            painter.drawLine(round(start), round(high), round(end), round(high))
