"""The ring around what the keyboard is on: drawn outside the control, for the keyboard only."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from spasmlog.ui.drawings import painter_on, ring
from spasmlog.ui.look import Look

ROOM = 5
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show)


@runtime_checkable
class Ringed(Protocol):
    """A widget that knows better than its rectangle where the ring goes."""

    def ring_area(self) -> QRectF:
        """The area to go around, in the widget's own coordinates."""


class _Overlay(QWidget):
    """The drawn ring. It takes no clicks and is as small as what it goes around."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look = look
        self.host = host
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.follow(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        inner = QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM)
        ring(painter, inner, self._look.color("focus"))
        painter.end()


class FocusRing(QObject):
    """Follows the focus within one window."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._overlay: _Overlay | None = None
        self._by_key = True
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def target(self) -> QWidget | None:
        """What the ring is drawn around, or None while there is no ring."""
        shown = self._overlay is not None and isValid(self._overlay) and self._overlay.isVisible()
        return self._target if shown else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVES:
            self._place()
        elif kind == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._place)  # a list moves within itself
        elif kind in _KEYS:
            self._by_key = True
        elif kind == QEvent.Type.MouseButtonPress and watched is self._target:
            self._by_key = False
            self._hide()
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_key = False
        if new is None or new.window() is not self._window:
            self._target = None
            self._hide()
            return
        self._target = new
        host = _host(new)
        self._watch(new, host)
        # What Tab does not lead to cannot be used: nothing is chosen there.
        if self._by_key and new.focusPolicy() & Qt.FocusPolicy.TabFocus:
            self._show_on(host)
        else:
            self._hide()

    def _watch(self, target: QWidget, host: QWidget) -> None:
        """Hear of keys on the target, and of every move between it and its host."""
        at: QWidget | None = target
        while at is not None and at is not host:
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        if isinstance(target, QAbstractItemView):
            target.viewport().installEventFilter(self)
            self._watched.append(target.viewport())

    def _unwatch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []

    def _show_on(self, host: QWidget) -> None:
        # A page that was thrown away took the ring along.
        if self._overlay is None or not isValid(self._overlay):
            self._overlay = _Overlay(self._look, host)
        elif self._overlay.host is not host:
            self._overlay.setParent(host)
            self._overlay.host = host
        self._place()
        self._overlay.show()
        self._overlay.raise_()

    def _hide(self) -> None:
        if self._overlay is not None and isValid(self._overlay):
            self._overlay.hide()

    def _place(self) -> None:
        target, overlay = self._target, self._overlay
        if target is None or overlay is None or not isValid(overlay) or not isValid(target):
            return
        if not overlay.host.isAncestorOf(target):  # a hidden ring stays where it was last needed
            return
        area = target.ring_area() if isinstance(target, Ringed) else QRectF(target.rect())
        around = area.toAlignedRect().adjusted(-ROOM, -ROOM, ROOM, ROOM)
        corner = target.mapTo(overlay.host, around.topLeft())
        overlay.setGeometry(QRect(corner, around.size()))


def _host(widget: QWidget) -> QWidget:
    """What the ring is drawn on: the page that scrolls with the widget, or else the window."""
    at = widget
    while (parent := at.parentWidget()) is not None and not at.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea) and at is not widget:
            return at
        at = parent
    return at
