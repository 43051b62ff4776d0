"""A key that is held down says so: the system marks its repeats, but under X11 not every time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

SAME_MS = 2
"""A repeat is a release and a press of one moment; no finger and no typing aid is so quick."""


class HeldKeys(QObject):
    """Hears the keys of a window before anything in it does, and marks the repeats that lack it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._let_go: tuple[int, int] | None = None
        self.repeats = False
        """Whether the key that came last is one that is being held."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Show:
                self._listen()
        elif isinstance(event, QKeyEvent):
            return self._hear(watched, event)
        return False

    def _listen(self) -> None:
        """Keys reach what the system knows as the window before any control."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _hear(self, handle: QObject, event: QKeyEvent) -> bool:
        """Whether a press is taken away, because it was sent on as the repeat that it is."""
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go = (event.key(), event.timestamp())
            return False
        self.repeats = event.isAutoRepeat() or self._follows(event)
        if event.isAutoRepeat() or not self.repeats or event.type() != QEvent.Type.KeyPress:
            return False
        QApplication.sendEvent(handle, _repeated(event))
        return True

    def _follows(self, event: QKeyEvent) -> bool:
        """Whether the same key was let go of at the same moment."""
        if self._let_go is None:
            return False
        key, at = self._let_go
        return key == event.key() and 0 <= event.timestamp() - at <= SAME_MS


def _repeated(event: QKeyEvent) -> QKeyEvent:
    marked = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        True,
        event.count(),
    )
    marked.setTimestamp(event.timestamp())
    return marked
