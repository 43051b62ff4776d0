"""The last days as tiles: the worst pain of each, hatched where nothing was written down."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.drawings import CENTER, box, hatch, pain_tile, painter_on
from spasmlog.ui.look import Look
from spasmlog.ui.roving import RovingRow, RovingTile

Day = tuple[str, int | None, bool]
GAP = 3
MOST_WIDE = 72


class DayTile(RovingTile):
    """One day: a number, an open tile for none, a dash for no number, a hatch for no entry."""

    def show_day(self, day: Day) -> None:
        """Show a day as (label, worst pain or None, whether anything was logged)."""
        words, value, logged = day
        self._value, self._logged = value, logged
        if not logged:
            said = _("no entry")
        elif value is None:
            said = _("entry without a number")
        else:
            said = _("worst pain {n}").format(n=value)
        self.setAccessibleName(_("{day}: {said}").format(day=words, said=said))
        self.setToolTip(self.accessibleName())
        self.update()

    def ring_area(self) -> QRectF:
        """The focus ring goes around the drawn tile."""
        return self._area()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area, painter = self._look, self._area(), painter_on(self)
        painter.setFont(look.font(14, 600))
        if not self._logged:
            brush = hatch(look, dpr=self.devicePixelRatioF())
            box(painter, area, fill=brush, line=look.color("line-strong"), radius=6)
        elif not self._value:
            box(painter, area, line=look.color("ramp-line"), radius=6, width=look.theme.border)
            painter.setPen(look.color("text-quiet" if self._value is None else "text"))
            painter.drawText(area, CENTER, "–" if self._value is None else "0")
        else:
            pain_tile(painter, look, area, self._value, radius=6)
        if self.hovered:
            box(painter, area, line=look.color("text"), radius=6, width=2)
        painter.end()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, -GAP, 0)


class LastDays(RovingRow):
    """Oldest first. `chosen` says which day was pressed; arrows move between them."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._days: tuple[Day, ...] = ()
        self.setAccessibleName(_("Last days"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, days: tuple[Day, ...]) -> None:
        """Show these days, each (label, worst pain or None, whether anything was logged)."""
        self._days = days
        if len(days) != len(self._tiles):
            for tile in self._tiles:
                tile.hide()
                tile.deleteLater()
            self._tiles = [self._tile(at) for at in range(len(days))]
        for tile, day in zip(self._tiles, days, strict=True):
            tile.show_day(day)
        if days and not any(tile.hasFocus() for tile in self._tiles):
            self._stop_at(len(days) - 1)
        self._place()
        self.updateGeometry()
        self.update()

    _tiles: list[DayTile]

    def sizeHint(self) -> QSize:
        wide = self._look.px(39) * max(len(self._days), 1)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least() * max(-(-len(self._days) // 2), 1), self._line())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line() * self._rows(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.color("text-quiet"))
        in_row = self._in_row()
        for first in range(0, len(self._days), max(in_row, 1)):
            last = min(first + in_row, len(self._days)) - 1
            words = (self._days[first][0], self._days[last][0])
            # The painter mirrors left and right by itself.
            begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
            low = self._spot(first).bottom() + 1
            strip = QRect(0, low, self._wide() - GAP, self._words_high())
            if self.isRightToLeft():
                strip.moveRight(self.width())
            painter.drawText(strip, begin | Qt.AlignmentFlag.AlignVCenter, words[0])
            if last > first:
                painter.drawText(strip, end | Qt.AlignmentFlag.AlignVCenter, words[1])
        painter.end()

    def _tile(self, at: int) -> DayTile:
        tile = DayTile(self._look, self)
        tile.setCheckable(False)
        tile.clicked.connect(lambda: self._choose(at))
        tile.show()
        return tile

    def _choose(self, at: int) -> None:
        self._stop_at(at)
        self.chosen.emit(at)

    def _least(self) -> int:
        return QFontMetrics(self._look.font(14, 600)).horizontalAdvance("10") + 8 + GAP

    def _words_high(self) -> int:
        return QFontMetrics(self._look.font(12)).height() + 8

    def _line(self) -> int:
        return self._look.px(36) + self._words_high()

    def _rows(self, width: int) -> int:
        return 2 if width < self._least() * len(self._days) else 1

    def _wide(self) -> int:
        """The days of a young journal do not stretch over the whole card."""
        return min(self.width(), self._look.px(MOST_WIDE) * self._in_row())

    def _in_row(self) -> int:
        return -(-len(self._days) // self._rows(self.width()))

    def _spot(self, at: int) -> QRect:
        in_row = self._in_row()
        row, column = divmod(at, in_row)
        wide = self._wide()
        left, right = wide * column // in_row, wide * (column + 1) // in_row
        if self.isRightToLeft():
            left, right = self.width() - right, self.width() - left
        return QRect(left, self._line() * row, right - left, self._look.px(36))
