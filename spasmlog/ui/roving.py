"""Buttons in a row that share one tab stop; arrows, Home and End move between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from spasmlog.ui.look import Look

_SIDEWAYS = {Qt.Key.Key_Right.value: 1, Qt.Key.Key_Left.value: -1}
_UPRIGHT = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class RovingTile(QAbstractButton):
    """One button of a row; it is checked by its row alone, never by being pressed."""

    def __init__(self, look: Look, row: RovingRow) -> None:
        super().__init__(row)
        self._look, self._row = look, row
        self.hovered = False
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def nextCheckState(self) -> None:  # noqa: N802  # Qt's own name
        """Stay as the row has set it."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = False
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not self._row.take_key(self, event):
            super().keyPressEvent(event)


class RovingRow(QWidget):
    """Keeps the one tab stop of its tiles, and moves it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tiles: Sequence[RovingTile] = ()
        self._stop = 0
        look.follow(self)
        look.changed.connect(self._place)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def take_key(self, tile: RovingTile, event: QKeyEvent) -> bool:
        """Move within the row; true when the key was used up."""
        if event.modifiers() not in _PLAIN:
            return False
        at = self._tiles.index(tile)
        goal = self._goal(at, event.key())
        if goal is None:
            return False
        self._move_to(min(max(goal, 0), len(self._tiles) - 1))
        return True

    def _spot(self, at: int) -> QRect:
        """Where a tile stands: an even share of the width, from the reading side."""
        count, wide = len(self._tiles), self.width()
        place = count - 1 - at if self.isRightToLeft() else at
        left = wide * place // count
        return QRect(left, 0, wide * (place + 1) // count - left, self.height())

    def _place(self) -> None:
        for at, tile in enumerate(self._tiles):
            tile.setGeometry(self._spot(at))

    def _goal(self, at: int, key: int) -> int | None:
        if key in _SIDEWAYS:
            return at + (-_SIDEWAYS[key] if self.isRightToLeft() else _SIDEWAYS[key])
        if key in _UPRIGHT:
            return at + _UPRIGHT[key]
        ends = {Qt.Key.Key_Home.value: 0, Qt.Key.Key_End.value: len(self._tiles) - 1}
        return ends.get(key)

    def _move_to(self, at: int) -> None:
        tile = self._tiles[at]
        self._stop_at(at)
        tile.setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, at: int) -> None:
        """Let Tab reach this tile, and no other of the row."""
        self._stop = at
        for place, tile in enumerate(self._tiles):
            stop = place == at
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
            if stop:
                self.setFocusProxy(tile)

    def _check(self, at: int | None) -> None:
        """Show one tile as chosen, or none."""
        for tile in self._tiles:
            tile.setAutoExclusive(False)
        for place, tile in enumerate(self._tiles):
            tile.setChecked(place == at)
        for tile in self._tiles:
            tile.setAutoExclusive(True)
        held = any(tile.hasFocus() for tile in self._tiles)
        self._stop_at(self._stop if at is None else at)
        if held and at is not None:  # else the next Tab would lead from the row to the row
            self._tiles[at].setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()
