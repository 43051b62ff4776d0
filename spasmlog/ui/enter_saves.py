"""Enter saves a card's form also while the keyboard is on nothing at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_Modifier = Qt.KeyboardModifier


class EnterSaves(QObject):
    """Hears Enter at the card's window, where it arrives when no control wanted it."""

    def __init__(self, card: QWidget, wanted: Callable[[], bool], save: Callable[[], None]) -> None:
        super().__init__(card)
        self._card, self._wanted, self._save = card, wanted, save
        self._window: QWidget | None = None
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._card:
            self._listen(self._card.window())
        elif event.type() == QEvent.Type.KeyPress and watched is self._window:
            assert isinstance(event, QKeyEvent)
            bare = event.modifiers() in (_Modifier.NoModifier, _Modifier.KeypadModifier)
            if event.key() in _ENTER and bare and not event.isAutoRepeat() and self._is_free():
                self._save()
                return True
        return False

    def _listen(self, window: QWidget) -> None:
        if window is not self._window and window is not self._card:
            self._window = window
            window.installEventFilter(self)

    def _is_free(self) -> bool:
        """Whether the card is seen, wants it, and the keyboard is on nothing beside it."""
        focus = QApplication.focusWidget()
        elsewhere = focus is not None and not focus.isAncestorOf(self._card)
        return self._card.isVisible() and not elsewhere and self._wanted()


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
