"""During a visit, on the whole screen: the summary to read from, and room to type beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Picture
from spasmlog.ui.emergency_parts import Words
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reading_order import chain
from spasmlog.ui.switches import Tick
from spasmlog.ui.visit_draft import Draft
from spasmlog.ui.visit_fields import Notes, TallNotes

if TYPE_CHECKING:
    from spasmlog.views.cells import Cells
    from spasmlog.views.visit_during import DuringView, SignalLine

ONE_COLUMN_BELOW = 1000
"""In design pixels."""
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
PICTURES = {"emergency": "emergency", "prompt": "prompt", "routine": "signal", "info": "info"}


class SignalText(QWidget):
    """A signal in one line: its shape, what was found, and how urgent."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.picture = Picture(look, "signal", "routine", 24)
        self.title, self.level = Words(look, 16, 500), label("", "quiet", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.level)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_signal(self, signal: SignalLine) -> None:
        """Show this."""
        self.picture.set_icon(PICTURES[signal.level], signal.level)
        self.title.setText(signal.title)
        self.level.setText(signal.label)


class Numbers(QWidget):
    """A few rows and columns, large enough to be read across a desk."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Cells | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self.words: list[Words] = []

    def show_cells(self, cells: Cells) -> None:
        """Show these; a reader hears them row by row."""
        if cells == self._shown:
            return
        self._shown = cells
        for each in self.words:
            self._grid.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.words = []
        for row, texts in enumerate((cells.headings, *([c.text for c in r] for r in cells.rows))):
            for column, text in enumerate(texts):
                self._add(row, column, text)

    def _add(self, row: int, column: int, text: str) -> None:
        role = "text-quiet" if row == 0 or column == 2 else "text"
        made = Words(self._look, 14 if row == 0 else 16, 600 if row and column == 1 else 400, role)
        made.setText(text)
        made.setWordWrap(column == 0 or self._look.large)
        self._grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
        self.words.append(made)


class DuringPage(QWidget):
    """Holds no journal; its notes save themselves. Esc leaves it."""

    left = Signal()
    ticked = Signal(object)
    """The numbers of the questions that are ticked off."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._putting = False
        self.draft = Draft(self._read, self)
        self._make(look)
        self._lay_out()
        self.leave.clicked.connect(self.left)
        for name, field in self._fields().items():
            field.textChanged.connect(lambda named=name: self._changed(named))
            field.left.connect(self.draft.flush)

    def show_view(self, view: DuringView, ticked: frozenset[int]) -> None:
        """Show this; a note that holds what is not saved yet is left alone."""
        self.draft.take(view.visit, view.day, view.values)
        self.title.setText(view.title)
        self.days.setText(view.days)
        self.headline.setText(view.headline)
        self._show_signals(view)
        self.numbers.show_cells(view.numbers)
        self.tried.show_cells(view.tried)
        self.basis.setText(view.basis)
        self._show_questions(view.questions, ticked)
        self._putting = True
        for name, field in self._fields().items():
            if not self.draft.holds(name):
                field.put(view.values[name])
        self._putting = False
        chain(self)

    def say(self, sentence: str) -> None:
        """Say why nothing was saved; an empty sentence once it is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def not_saved(self, refusal: Refusal) -> None:
        """Say beside what was typed, which stays, why it is not on disk."""
        self.draft.refused()
        self.say(str(refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.draft.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(ONE_COLUMN_BELOW)
        self._columns.setDirection(DOWN if narrow else ACROSS)

    def _fields(self) -> dict[str, Notes]:
        return {"said": self.said, "plan": self.plan}

    def _read(self, name: str) -> Any:
        return self._fields()[name].raw()

    def _changed(self, name: str) -> None:
        if not self._putting:
            self.draft.touch(name)

    def _make(self, look: Look) -> None:
        self.title, self.days = Words(look, 26, 600), Words(look, 16, 400, "text-quiet")
        self.leave = Button(_("Leave"), look, size="roomy", icon="close", hint=_("Esc"))
        self.headline = Words(look, 24, 600)
        self.signals: list[SignalText] = []
        self.more = label("", "quiet", wrap=True)
        self.numbers, self.tried = Numbers(look), Numbers(look)
        self.basis = label("", "quiet", wrap=True)
        self.asked = Words(look, 16, 600)
        self.asked.setText(_("Questions"))
        self.questions: list[Tick] = []
        self.said = TallNotes(look, _("What was said"), 4)
        self.plan = TallNotes(look, _("The plan"), 3)
        self.problem = label("", "prompt", wrap=True)
        self.problem.hide()

    def _lay_out(self) -> None:
        first, second = QVBoxLayout(), QVBoxLayout()
        self._signals, self._ticks = QVBoxLayout(), QVBoxLayout()
        for column, gap in ((first, 10), (second, 8), (self._signals, 8), (self._ticks, 2)):
            column.setSpacing(gap)
        first.addWidget(self.headline)
        first.addLayout(self._signals)
        first.addWidget(self.more)
        first.addWidget(self.numbers)
        first.addWidget(self.basis)
        first.addWidget(self.tried)
        first.addStretch(1)
        second.addWidget(self.asked)
        second.addLayout(self._ticks)
        for text, field in ((_("What was said"), self.said), (_("The plan"), self.plan)):
            heading = Words(self._look, 16, 600)
            heading.setText(text)
            heading.setBuddy(field)
            second.addWidget(heading)
            second.addWidget(field, 3 if field is self.said else 2)
        hint = _("What you type here is saved by itself.")
        second.addWidget(label(hint, "caption", wrap=True))
        second.addWidget(self.problem)
        self._columns = QBoxLayout(ACROSS)
        self._columns.setSpacing(40)
        self._columns.addLayout(first, 11)
        self._columns.addLayout(second, 9)
        self._scroll()

    def _scroll(self) -> None:
        """Where the text is large or the screen small, it scrolls; else there is no need to."""
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(40, 20, 40, 20)
        column.setSpacing(14)
        head, words, line = QHBoxLayout(), QVBoxLayout(), QFrame()
        line.setProperty("role", "line")
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.days)
        head.addLayout(words, 1)
        head.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(line)
        column.addLayout(self._columns, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)

    def _show_signals(self, view: DuringView) -> None:
        while len(self.signals) < len(view.signals):
            text = SignalText(self._look)
            self.signals.append(text)
            self._signals.addWidget(text)
        for at, text in enumerate(self.signals):
            if at < len(view.signals):
                text.show_signal(view.signals[at])
            text.setVisible(at < len(view.signals))
        said = view.more or view.none
        self.more.setText(said)
        self.more.setVisible(bool(said))

    def _show_questions(self, questions: tuple[str, ...], ticked: frozenset[int]) -> None:
        """A box each, made anew only where the words are others."""
        if [each.text().replace("&&", "&") for each in self.questions] != list(questions):
            for each in self.questions:
                each.hide()
                each.deleteLater()
            self.questions = [Tick(self._look, text, name=text) for text in questions]
            for each in self.questions:
                self._ticks.addWidget(each)
                each.clicked.connect(self._say_ticked)
        for at, each in enumerate(self.questions):
            each.setChecked(at in ticked)
        self.asked.setVisible(bool(questions))

    def _say_ticked(self) -> None:
        on = (at for at, each in enumerate(self.questions) if each.isChecked())
        self.ticked.emit(frozenset(on))
