"""A short word about what was just saved, with at most two things to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QPropertyAnimation,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Picture
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.pointing import Pointing

# Words, icon, and what is done; what that returns is nobody's business here.
Action = tuple[str, str | None, Callable[[], object]]
MOST_ACTIONS = 2
MARGIN, WIDEST, FADE = 24, 596, 120


class Toast(QFrame):
    """One at a time, at the foot of its parent on the reading side; a new one takes its place."""

    took = Signal(int)
    """It stands on so many pixels of its parent's foot; 0: it is gone."""

    def __init__(self, parent_widget: QWidget, look: Look) -> None:
        super().__init__(parent_widget)
        self._look, self._about = look, parent_widget
        self.setProperty("role", "toast")
        self.setMinimumHeight(look.px(44))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 6, 8, 6)
        self._row.setSpacing(14)
        self._picture = Picture(look, "info", "paper")
        self._words = label("", "toast", wrap=True)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._words, 1)
        self._buttons: list[Button] = []
        self._before: QWidget | None = None
        self._pointing = Pointing()
        self.setMouseTracking(True)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        parent_widget.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, or said last."""
        return self._words.text()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The things that can be done about it, in reading order."""
        return tuple(self._buttons)

    @property
    def counting(self) -> bool:
        """Whether it will go by itself; not while somebody is on it."""
        return self._timer.isActive()

    def say(self, icon: str, text: str, actions: Sequence[Action] = (), seconds: float = 8) -> None:
        """Show this for some seconds; longer while the pointer or the keyboard is on it."""
        self._clear()
        self._picture.set_icon(icon, "paper")
        self._words.setText(text)
        self.setAccessibleName(text)
        for words, picture, callback in actions[:MOST_ACTIONS]:
            self._add(words, picture, callback)
        self._timer.setInterval(round(seconds * 1000))
        self._appear()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        if not self.isVisible():
            self._go()
            return
        self._fade(1.0, 0.0, self._go)

    def showEvent(self, event: QShowEvent) -> None:
        """Said while something lay over its parent, it counts from when it can be read."""
        super().showEvent(event)
        self._pointing.shown()
        self._wait()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point(event.globalPosition())
        super().enterEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.globalPosition())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointing.left()
        self._wait()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._about and kind == QEvent.Type.Resize:
            self._place()
        elif kind == QEvent.Type.FocusIn and watched is not self._about:
            self._timer.stop()
        elif kind == QEvent.Type.FocusOut and watched is not self._about:
            self._wait()
        return False

    def _point(self, at: QPointF) -> None:
        """Somebody reads it; not where it came up beneath a pointer that rests."""
        if self._pointing.moved(at):
            self._timer.stop()

    def _wait(self) -> None:
        """Begin to count, unless somebody is reading it."""
        on_it = any(button.hasFocus() for button in self._buttons)
        if self.isVisible() and not on_it and not self._pointing.on:
            self._timer.start()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Where the keyboard was before it came here."""
        if new in self._buttons and old is not None and not self.isAncestorOf(old):
            self._before = old

    def _give_back(self) -> None:
        """Hidden with the keyboard on it, it would send that to the first control of all."""
        before = self._before
        if not any(button.hasFocus() for button in self._buttons):
            return
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()

    def _clear(self) -> None:
        self._timer.stop()
        self._give_back()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []

    def _add(self, words: str, picture: str | None, callback: Callable[[], object]) -> None:
        button = Button(words, self._look, "toast", icon=picture, parent=self)
        button.clicked.connect(lambda: self._act(callback))
        button.installEventFilter(self)
        self._row.addWidget(button)
        self._buttons.append(button)
        button.show()

    def _act(self, callback: Callable[[], object]) -> None:
        # It leaves first: what is done about it may want to say something itself.
        self._timer.stop()
        self._go()
        callback()

    def _go(self) -> None:
        self._give_back()
        self.hide()
        self.took.emit(0)

    def _appear(self) -> None:
        came = self.isHidden()
        self._place()
        self.show()
        self.took.emit(self.height() + MARGIN)
        self.raise_()
        if came:
            self._fade(0.0, 1.0, self._came)
        self._wait()

    def _fade(self, start: float, end: float, then: Callable[[], None]) -> None:
        duration = self._look.motion(FADE)
        if not duration:
            then()
            return
        self._effect.setOpacity(start)
        self._effect.setEnabled(True)
        fade = QPropertyAnimation(self._effect, b"opacity", self)
        fade.setDuration(duration)
        fade.setStartValue(start)
        fade.setEndValue(end)
        fade.finished.connect(then)
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _came(self) -> None:
        # An effect that stays slows the painting of all that is inside.
        self._effect.setEnabled(False)

    def _place(self) -> None:
        room = self._about.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        self.ensurePolished()
        wide = min(max(self._row.sizeHint().width(), WIDEST), room.width())
        high = max(self._row.heightForWidth(wide), self._look.px(44))
        mirrored = self.isRightToLeft()
        left = room.right() + 1 - wide if mirrored else room.left()
        self.setGeometry(left, room.bottom() + 1 - high, wide, high)
        self.move(QPoint(left, room.bottom() + 1 - high))
        if not self.isHidden():
            self.took.emit(high + MARGIN)
