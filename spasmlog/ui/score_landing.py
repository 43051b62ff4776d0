"""Where the keyboard stands once its card is gone: before it, where a key presses nothing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card


class Landing(QObject):
    """Qt would go on to the next button, and a key meant for the card would press that one.

    It goes to the card before by itself, and from there with Tab to the first thing on that card
    that is not a button.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._next = host

    def leave(self, card: QWidget, focus: QWidget) -> None:
        """The card, with the keyboard on `focus`, is about to go."""
        stops = [each for each in self._before(focus) if not card.isAncestorOf(each)]
        if not stops:
            self._host.setFocus()
            return
        goal = self._card_of(stops[0])
        self._next = [each for each in stops if goal.isAncestorOf(each)][-1]
        goal.installEventFilter(self)
        goal.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            watched.removeEventFilter(self)
        elif isinstance(event, QKeyEvent) and _is_tab(event):
            self._next.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _before(self, focus: QWidget) -> Iterator[QWidget]:
        """What Tab reaches and no key presses, the nearest first."""
        each = focus.previousInFocusChain()
        while each is not None and each is not focus:
            reached = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) and each.isVisible()
            if reached and self._host.isAncestorOf(each) and not isinstance(each, Button):
                yield each
            each = each.previousInFocusChain()

    def _card_of(self, part: QWidget) -> QWidget:
        while part.parentWidget() is not self._host and not isinstance(part, Card):
            part = part.parentWidget() or self._host
        return part


def _is_tab(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress and not event.modifiers()
    return pressed and event.key() == Qt.Key.Key_Tab.value
