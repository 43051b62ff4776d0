"""The days of a month as a calendar: arrows move by day and week, the wheel by month."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.day_tile import ROOM, DayTile
from spasmlog.ui.drawings import painter_on
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import is_scrolled
from spasmlog.views.month import Month, in_month

DAYS, WEEKS = 7, 6
HIGH, GAP = 44, 6
NOTCH = 120
"""What the wheel says for one notch."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


class MonthView(QWidget):
    """Says `chosen`, and shows what it is told; it keeps nothing by itself."""

    chosen = Signal(object)
    """The date that is wanted."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day = date.min
        self._weekdays: tuple[str, ...] = ()
        self._starts = self._turned = 0
        self.tiles = [DayTile(look, self) for _each in range(DAYS * WEEKS)]
        self.setAccessibleName(_("Calendar"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        look.follow(self)
        look.changed.connect(self._place)

    def show_month(self, month: Month, day: date, marked: frozenset[date] = frozenset()) -> None:
        """Show a month with one day chosen; the keyboard, if it was here, goes along."""
        here = any(tile.hasFocus() for tile in self.tiles)
        self._day, self._weekdays = day, month.weekdays
        self._starts = month.cells[0].day.weekday()
        for at, tile in enumerate(self.tiles):
            if at < len(month.cells):
                cell = month.cells[at]
                chosen = cell.day == day
                tile.show_cell(
                    cell, chosen=chosen, today=cell.day == month.today, marked=cell.day in marked
                )
                tile.show()
                if chosen:
                    self._take_focus(tile, here)
        for tile in self.tiles[len(month.cells) :]:
            tile.hide()
        self.update()

    def choose(self, day: date) -> None:
        """Ask for a day."""
        self.chosen.emit(day)

    def take_key(self, event: QKeyEvent) -> bool:
        """Move to another day; true when the key was used up."""
        key, held = Qt.Key(event.key()), event.modifiers()
        paging = key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        years = paging and held == Qt.KeyboardModifier.ControlModifier
        if held not in _PLAIN and not years:
            return False
        goal = self._goal(key, months=12 if years else 1)
        if goal is not None:
            self.choose(goal)
        return goal is not None

    def tile_of(self, day: date) -> DayTile | None:
        """The tile of a day that is shown."""
        shown = (each for each in self.tiles if not each.isHidden() and each.cell)
        return next((each for each in shown if each.cell and each.cell.day == day), None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch turns a month; a page that can be scrolled is scrolled past the calendar."""
        if is_scrolled(self):
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        months = -int(self._turned / NOTCH)
        if months:
            self._turned += months * NOTCH
            self.choose(in_month(self._day, months))
        event.accept()

    def sizeHint(self) -> QSize:
        high = self._head() + WEEKS * self._line()
        return QSize(DAYS * (self._look.px(36) + GAP) - GAP + 2 * ROOM, high)

    def minimumSizeHint(self) -> QSize:
        wide = DAYS * (self._look.px(30) + GAP) - GAP + 2 * ROOM
        return QSize(wide, self.sizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The names of the weekdays above their columns."""
        painter = painter_on(self)
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.color("text-quiet"))
        for at, name in enumerate(self._weekdays):
            spot = self._column(at)
            head = QRect(spot.left(), 0, spot.width(), self._head())
            painter.drawText(head, Qt.AlignmentFlag.AlignHCenter, name)
        painter.end()

    def _take_focus(self, tile: DayTile, here: bool) -> None:
        self.setFocusProxy(tile)
        tile.raise_()
        if here:
            tile.setFocus(Qt.FocusReason.TabFocusReason)

    def _goal(self, key: Qt.Key, months: int) -> date | None:
        if key in _STEPS:
            step = _STEPS[key]
            mirrored = self.isRightToLeft() and abs(step) == 1
            return self._day + timedelta(days=-step if mirrored else step)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return in_month(self._day, -months if key == Qt.Key.Key_PageUp else months)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            since = (self._day.weekday() - self._starts) % DAYS
            to = 0 if key == Qt.Key.Key_Home else DAYS - 1
            return self._day + timedelta(days=to - since)
        return None

    def _head(self) -> int:
        return QFontMetrics(self._look.font(12)).height() + 8

    def _line(self) -> int:
        return self._look.px(HIGH) + GAP

    def _column(self, at: int) -> QRect:
        wide = self.width() - 2 * ROOM + GAP
        place = DAYS - 1 - at if self.isRightToLeft() else at
        left = wide * place // DAYS
        return QRect(ROOM + left, 0, wide * (place + 1) // DAYS - left - GAP, 0)

    def _place(self) -> None:
        for at, tile in enumerate(self.tiles):
            week, weekday = divmod(at, DAYS)
            spot = self._column(weekday)
            top = self._head() + week * self._line()
            spot = QRect(spot.left(), top, spot.width(), self._look.px(HIGH))
            tile.setGeometry(spot.adjusted(-ROOM, -ROOM, ROOM, ROOM))
