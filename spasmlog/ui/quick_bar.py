"""The quick bar: one line over any window; a number saves itself, anything else waits for Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from spasmlog.i18n import _
from spasmlog.ui.editor_bars import announce
from spasmlog.ui.held_keys import HeldKeys
from spasmlog.ui.look import Look
from spasmlog.ui.quick_frame import QuickFrame
from spasmlog.views.quick_bar import BarView, adding_late
from spasmlog.views.quick_chips import BarChip

SAVES_AFTER_MS = 1200
LEAVES_AFTER_MS = 8000


class QuickBar(QuickFrame):
    """Reads with `read`, and says what is to be saved; it keeps what was typed when it is left."""

    asked = Signal(object)
    """A command of `journal.commands`."""
    undo_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, read: Callable[[str], BarView], parent: QWidget | None) -> None:
        super().__init__(look, parent)
        self._before: QWidget | None = None
        self._read = read
        HeldKeys(self)  # where it is a window of its own
        self._saving = self._undoing = self._number_saved = False
        self._sent = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._wait = self._timer(SAVES_AFTER_MS, self.save)
        self._leave = self._timer(LEAVES_AFTER_MS, self._time_is_up)
        self._just_saved = self._timer(LEAVES_AFTER_MS, self._forget_saved)
        self._connect()
        self.show_telling(telling=False)
        self.hide()

    def open(self, line: str = "") -> None:
        """Show it, ready for typing; what was typed before is there unless a line is given."""
        if line:
            self.line.setText(line)
        _close_popups()
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._be_typed_into()
        self._typed(self.line.text())
        self._wait.stop()  # what was left there is not saved by itself
        self.place()
        self.show()
        if self.isWindow():
            self.activateWindow()
        else:
            self.raise_()
        self.line.setFocus()
        if not line:  # one that is given may be typed on
            self.line.selectAll()

    def leave(self) -> None:
        """Close, and keep the text."""
        self._wait.stop()
        self._leave.stop()
        self._forget_saved()
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.closed.emit()

    def save(self) -> None:
        """Save what the line says; a line that says nothing yet says why instead."""
        self._wait.stop()
        command = self._view.command
        if command is None or self._saving:
            self.say_problem(self._view.problem)
            return
        self._saving, self._sent = True, self.line.text()
        self.asked.emit(command)

    def saved(self, text: str, *, stays: bool = False) -> None:
        """It is on disk, or taken back: say so, with the way back; `stays` until it is closed."""
        if self._undoing:
            self._forget_saved()
            self._tell("undo", _("Undone. {what}").format(what=text), can_be_undone=False)
        elif self._saving:
            self._saving = False
            if self.line.text() != self._sent:  # something else is being typed meanwhile
                announce(self, text)
                return
            icon, view = self._view.icon, self._view
            self._number_saved = view.saves_itself and view.level is not None
            self.line.clear()
            self._tell(icon, text, can_be_undone=True)
            self.earlier.words.setText(text)
            self._just_saved.start()
            if stays:
                self._leave.stop()

    def refused(self, sentence: str) -> None:
        """Nothing was saved; the line stays as it is."""
        self._saving = False
        self._be_typed_into()
        self.say_problem(sentence)

    def fail(self, sentence: str) -> None:
        """The journal is not there: say why, and save nothing until it is."""
        self.refused(sentence)

    @property
    def is_saving(self) -> bool:
        """Whether a line is on its way to the disk, or back from it."""
        return self._saving or self._undoing

    @property
    def left_open(self) -> str:
        """What is typed, and neither saved nor on its way to the disk."""
        text = self.line.text()
        return "" if self._saving and text == self._sent else text.strip()

    def closeEvent(self, event: QCloseEvent) -> None:
        """By the desktop, as by Esc."""
        self.leave()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """What was saved is undone here, and not by the window behind."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and self._telling and isinstance(event, QKeyEvent) and _undoes(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self.line and pressed and isinstance(event, QKeyEvent):
            self._wait.stop()  # any key stops what would be saved by itself
            if event.key() in _ENTER:
                if not event.isAutoRepeat():
                    self.save()
                return True
            if _undoes(event) and not self.line.text():
                self._undo()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed anywhere in it goes into the line; nothing reaches the window behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif self._telling and _undoes(event):
            self._undo()
        elif self.window().focusWidget() is not self.line and _types(event):
            self._be_typed_into()
            self.line.setFocus()
            QApplication.sendEvent(self.line, event)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside: the line, its chips, the tiles; or what was kept, and Undo."""
        stops = self._stops()
        at = QApplication.focusWidget()
        if at not in stops:
            goal = 0 if forward else -1
        else:
            goal = (stops.index(at) + (1 if forward else -1)) % len(stops)
        stops[goal].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        if self._telling:
            return [self.undo] if self.undo.isVisible() else [self]
        tiles = [self.strip.stop] if self.strip.isVisible() else []
        earlier = [self.earlier.undo] if self.earlier.isVisible() else []
        return [self.line, *earlier, *self.chips.stops, *tiles]

    def _connect(self) -> None:
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.strip.chosen.connect(self._take_number)
        self.chips.chosen.connect(self._select)
        self.chips.answered.connect(self._take_line)
        self.undo.clicked.connect(self._undo)
        self.earlier.undo.clicked.connect(self._undo)

    def _timer(self, ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=ms, singleShot=True)
        timer.timeout.connect(then)
        return timer

    def _time_is_up(self) -> None:
        """Leave, unless somebody is on it."""
        if self.underMouse() or self.undo.hasFocus():
            self._leave.start()
        else:
            self.leave()

    def _typed(self, text: str) -> None:
        """Show what the line says now; a number alone begins to save itself."""
        view = self._read(text)
        if text:
            self._be_typed_into()
        if view.only_adds and self._number_saved and self._just_saved.isActive():
            view = adding_late(view)
        self.show_line(view)
        self._wait.stop()
        if view.saves_itself:
            self._wait.start()

    def _forget_saved(self) -> None:
        """What was saved before is not said any more beside what is typed."""
        self._just_saved.stop()
        self.earlier.words.clear()
        self._arrange()

    def _select(self, piece: BarChip) -> None:
        """Put the keyboard on the words that a chip stands for."""
        self.line.setFocus()
        self.line.setSelection(piece.start, piece.end - piece.start)

    def _take_line(self, text: str) -> None:
        self.line.setFocus()
        self.line.setText(text)
        self._wait.stop()

    def _take_number(self, level: int) -> None:
        """A tile takes the place of the number that is typed, or stands in front of the words."""
        text = self.line.text()
        typed = next((each for each in self._view.chips if each.level is not None), None)
        start, end = (typed.start, typed.end) if typed else (0, 0)
        self.line.setFocus()
        rest = text[end:] if typed else f" {text}".rstrip()
        self.line.setText(f"{text[:start]}{level}{rest}")

    def _undo(self) -> None:
        self._undoing = True
        self.undo_asked.emit()
        self._undoing = False

    def _tell(self, icon: str, text: str, *, can_be_undone: bool) -> None:
        """Turn into the message for a while."""
        self.setFocus()
        self.done.say(icon, text, can_be_undone=can_be_undone)
        self.show_telling(telling=True)
        self.repaint()  # at once: the page behind is shown anew after it
        self._leave.start()

    def _be_typed_into(self) -> None:
        """Turn back into the line."""
        self._leave.stop()
        self.show_telling(telling=False)


def _close_popups() -> None:
    """A list or menu that is open would take what is typed into the bar."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass


def _types(event: QKeyEvent) -> bool:
    text = event.text()
    return (bool(text) and text.isprintable()) or event.matches(_Standard.Paste)


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(_Standard.Undo)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Standard = QKeySequence.StandardKey
