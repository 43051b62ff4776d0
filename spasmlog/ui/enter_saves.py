"""Enter saves a card's form also while the keyboard is on nothing at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from spasmlog.ui.form_card import FormCard


class EnterSaves(QObject):
    """Hears Enter at the card's window, where it arrives when no control wanted it."""

    def __init__(
        self, card: FormCard, wanted: Callable[[], bool], save: Callable[[], None]
    ) -> None:
        super().__init__(card)
        self._card, self._wanted, self._save = card, wanted, save
        self._window: QWidget | None = None
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._card:
            self._listen(self._card.window())
        elif event.type() == QEvent.Type.KeyPress and watched is self._window:
            assert isinstance(event, QKeyEvent)
            if event.key() in _ENTER and not event.isAutoRepeat() and self._is_free():
                self._save()
                return True
        return False

    def _listen(self, window: QWidget) -> None:
        if window is not self._window and window is not self._card:
            self._window = window
            window.installEventFilter(self)

    def _is_free(self) -> bool:
        """Whether its button is seen, it wants it, and nothing else is being filled in."""
        focus = QApplication.focusWidget()
        elsewhere = focus is not None and not focus.isAncestorOf(self._card)
        return _is_seen(self._card.save) and not elsewhere and self._is_alone() and self._wanted()

    def _is_alone(self) -> bool:
        """Whether no other form of the page stands open, half filled in perhaps."""
        page = self._card.parentWidget()
        forms = () if page is None else page.findChildren(FormCard)
        return not any(each.close_form.isVisible() for each in forms if each is not self._card)


def _is_seen(button: QWidget) -> bool:
    """Whether it is in sight: not hidden, and not scrolled out of the page."""
    return button.isVisible() and button.visibleRegion().contains(button.rect().center())


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
