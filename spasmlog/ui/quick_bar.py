"""The quick bar: one line over any window; a number saves itself, anything else waits for Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button, Chip
from spasmlog.ui.drawings import LevelTile
from spasmlog.ui.editor_bars import announce
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip
from spasmlog.views.quick_bar import BarChip, BarOffer, BarView

if TYPE_CHECKING:
    pass

SAVES_AFTER_MS = 1200
LEAVES_AFTER_MS = 8000
WIDE, MARGIN, LEAST_HIGH = 656, 16, 480


class QuickBar(QFrame):
    """Reads with `read`, and says what is to be saved; it keeps what was typed when it is left."""

    asked = Signal(object)
    """A command of `journal.commands`."""
    undo_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, read: Callable[[str], BarView], parent: QWidget | None) -> None:
        super().__init__(parent)
        if parent is None:  # over the windows of other programs
            flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
            self.setWindowFlags(flags | Qt.WindowType.WindowStaysOnTopHint)
        self._before: QWidget | None = None
        self._look, self._read = look, read
        self._view = BarView(meaning="")
        self._saving = False
        self.setProperty("role", "card")
        self.setWindowTitle(_("SpasmLog, quick bar"))
        self._make()
        self._lay_out()
        self._wait = self._timer(SAVES_AFTER_MS, self.save)
        self._leave = self._timer(LEAVES_AFTER_MS, self.leave)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.strip.chosen.connect(self._take_number)
        self.undo.clicked.connect(self._undo)
        self._show_saved("")
        self.hide()

    def open(self, line: str = "") -> None:
        """Show it, ready for typing; what was typed before is there unless a line is given."""
        self._leave.stop()
        if line:
            self.line.setText(line)
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._show_saved("")
        self._typed(self.line.text())
        self._wait.stop()  # what was left there is not saved by itself
        self._place()
        self.show()
        if self.isWindow():
            self.activateWindow()
        else:
            self.raise_()
        self.line.setFocus()
        self.line.selectAll()

    def leave(self) -> None:
        """Close, and keep the text."""
        self._wait.stop()
        self._leave.stop()
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.closed.emit()

    def save(self) -> None:
        """Save what the line says; a line that says nothing yet says why instead."""
        self._wait.stop()
        command = self._view.command
        if command is None or self._saving:
            self._say_problem(self._view.problem)
            return
        self._saving = True
        self.asked.emit(command)

    def saved(self, text: str) -> None:
        """The line is on disk: say what was kept, with the way back."""
        if not self._saving:
            return
        self._saving = False
        self.line.clear()
        self._show_saved(text)
        self._leave.start()

    def refused(self, sentence: str) -> None:
        """Nothing was saved; the line stays as it is."""
        self._saving = False
        self._say_problem(sentence)

    def fail(self, sentence: str) -> None:
        """The journal is not there: say why, and save nothing until it is."""
        self.refused(sentence)

    @property
    def is_saving(self) -> bool:
        """Whether a line is on its way to the disk."""
        return self._saving

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self.line and pressed and isinstance(event, QKeyEvent):
            self._wait.stop()  # any key stops what would be saved by itself
            if event.key() in _ENTER:
                if not event.isAutoRepeat():
                    self.save()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        """In the middle, a little down; in a low window the keys do what the tiles would."""
        room = self._room()
        self.strip.setVisible(room.height() >= self._look.px(LEAST_HIGH))
        self.resize(min(self._look.px(WIDE), room.width() - 2 * MARGIN), self.height())
        self._fit()

    def _room(self) -> QRect:
        over = self.parentWidget()
        screen = QGuiApplication.primaryScreen()
        return over.rect() if over is not None else screen.availableGeometry()

    def _make(self) -> None:
        look = self._look
        self.strip = PainStrip(look)
        self.line = QLineEdit()
        self.line.setAccessibleName(_("What happened"))
        self.line.setPlaceholderText(_("Press a number, or type what happened"))
        look.changed.connect(self._dress)
        self.chips = Flow()
        self.keys = label(
            _("0 to 9, t is ten; w water; d last dose; e it let go; p just pain"),
            "quiet",
            wrap=True,
        )
        self.meaning = label("", "quiet", wrap=True)
        self.problem = label("", "prompt", wrap=True)
        self.told = label("", "", wrap=True)
        self.undo = Button(_("Undo"), look, icon="undo", hint="Ctrl+Z")

    def _dress(self) -> None:
        """As large as the text is now."""
        self.line.setFont(self._look.font(18))
        self.line.setMinimumHeight(self._look.px(48))

    def _lay_out(self) -> None:
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        self._done = QWidget()
        done = QHBoxLayout(self._done)
        done.setContentsMargins(0, 0, 0, 0)
        done.addWidget(self.told, 1)
        done.addWidget(self.undo)
        for each in (self.strip, self.line, self.chips, self.problem, self.meaning, self.keys):
            column.addWidget(each)
        column.addWidget(self._done)

    def _timer(self, ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=ms, singleShot=True)
        timer.timeout.connect(then)
        return timer

    def _typed(self, text: str) -> None:
        """Show what the line says now; a number alone begins to save itself."""
        self._view = view = self._read(text)
        if text:
            self._leave.stop()
            self._show_saved("")
        self.strip.set_value(
            next((each.level for each in view.chips if each.level is not None), None)
        )
        self._show_chips(view)
        self.meaning.setText(self._what_next(view))
        self._say_problem("")
        self._wait.stop()
        if view.saves_itself:
            self._wait.start()
        self._fit()

    def _what_next(self, view: BarView) -> str:
        if view.command is None:
            return view.problem or view.meaning
        if view.saves_itself:
            return _("{what}: saves itself; any other key stops that").format(what=view.meaning)
        return _("{what}: Enter saves").format(what=view.meaning)

    def _show_chips(self, view: BarView) -> None:
        self.chips.clear()
        for piece in view.chips:
            self.chips.add(self._chip(piece))
        for offer in view.offers:
            self.chips.add(self._offer(offer))
        self.chips.setVisible(bool(view.chips or view.offers))

    def _chip(self, piece: BarChip) -> QWidget:
        if piece.unread:
            return _plain(piece.text)
        if piece.level is not None:
            tile = LevelTile(self._look, side=32)
            tile.set_value(piece.level)
            return tile
        chip = Chip(piece.text, self._look, piece.icon or None, question=piece.asks)
        chip.setAccessibleName(piece.text)
        chip.clicked.connect(lambda: self._select(piece))
        return chip

    def _offer(self, offer: BarOffer) -> Button:
        button = Button(offer.text, self._look)
        button.clicked.connect(lambda: self._take_line(offer.line))
        return button

    def _select(self, piece: BarChip) -> None:
        """Put the keyboard on the words that a chip stands for."""
        self.line.setFocus()
        self.line.setSelection(piece.start, piece.end - piece.start)

    def _take_line(self, text: str) -> None:
        self.line.setText(text)
        self.line.setFocus()
        self._wait.stop()

    def _take_number(self, level: int) -> None:
        """A tile is the number alone, or the number in front of what is typed already."""
        typed = self.line.text().split(maxsplit=1)
        rest = typed[1:] if typed and typed[0].isdigit() else [self.line.text()]
        self.line.setText(" ".join([str(level), *rest]).strip())
        self.line.setFocus()

    def _undo(self) -> None:
        self.undo_asked.emit()
        self.leave()

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.meaning.setVisible(not text)
        if text:
            announce(self.problem, text)
        self._fit()

    def _show_saved(self, text: str) -> None:
        self.told.setText(text)
        self._done.setVisible(bool(text))
        if text:
            announce(self.told, text)
        self._fit()

    def _fit(self) -> None:
        """As high as what is in it now, at the width that it has, and within its room."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        self.setFixedHeight(max(layout.totalHeightForWidth(self.width()), 1))
        room = self._room()
        down = max(min(room.height() // 6, room.height() - self.height() - MARGIN), MARGIN)
        self.move(room.center().x() - self.width() // 2, room.top() + down)


def _plain(text: str) -> QLabel:
    """A word that is kept as the note."""
    shown = label(text, "quiet")
    shown.setAccessibleName(_("{word}, kept as the note").format(word=text))
    return shown


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
