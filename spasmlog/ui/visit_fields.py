"""The fields of a visit: whom, when, the questions line by line, and notes that have room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.text_entries import LineEdit, NoteEdit

FEWEST_QUESTIONS = 3
EDGES, LARGER = 26, 16


class Notes(NoteEdit):
    """Room for some lines from the start; says when the keyboard leaves it."""

    left = Signal()
    MOST_LINES = 12

    def __init__(self, look: Look, name: str, lines: int) -> None:
        self._lines = lines
        super().__init__(look, name)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), self._lines), self.MOST_LINES)
        self.setFixedHeight(self._high(lines))

    def _high(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + EDGES


class TallNotes(Notes):
    """Takes all the height that there is, in larger letters."""

    def __init__(self, look: Look, name: str, lines: int) -> None:
        super().__init__(look, name, lines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setStyleSheet(f"font-size: {self._look.px(LARGER)}px")

    def _fit(self) -> None:
        self.setMinimumHeight(self._high(self._lines))


class QuestionLines(QWidget):
    """A line a question, three and more; which line one stands in is the person's affair."""

    typed = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: list[LineEdit] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._grow(FEWEST_QUESTIONS)

    def put(self, questions: Sequence[str]) -> None:
        """Show these, unless they stand there already, whichever lines are empty."""
        shown = [each for each in questions if each.strip()]
        if shown == [each for each in self.raw() if each.strip()]:
            return
        self._grow(max(len(shown), FEWEST_QUESTIONS))
        for at, line in enumerate(self.lines):
            line.put(shown[at] if at < len(shown) else "")

    def raw(self) -> tuple[str, ...]:
        """What stands in the lines, empty ones too."""
        return tuple(each.raw() for each in self.lines)

    def take(self, question: str) -> None:
        """Put one more into the first line that is free."""
        free = next((each for each in self.lines if not each.text().strip()), None)
        if free is None:
            self._grow(len(self.lines) + 1)
            free = self.lines[-1]
        free.put(question)
        self.typed.emit()

    def _grow(self, many: int) -> None:
        while len(self.lines) < many:
            name = _("Question {n}").format(n=len(self.lines) + 1)
            line = LineEdit(self._look, name)
            line.setPlaceholderText(name)
            line.textEdited.connect(lambda _text: self.typed.emit())
            line.editingFinished.connect(self.left)
            self.lines.append(line)
            self._column.addWidget(line)


class OfferRow(QWidget):
    """A question that could be asked, taken by one press."""

    taken = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.text = label("", "quiet", wrap=True)
        self.button = Button(_("Take it"), look, "flat", icon="plus")
        self.button.clicked.connect(lambda: self.taken.emit(self.text.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)

    def show_offer(self, question: str) -> None:
        """Offer this."""
        self.text.setText(question)
        self.button.setAccessibleName(_("Take it: {question}").format(question=question))
