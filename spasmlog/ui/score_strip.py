"""A question of a questionnaire with its numbers from 0 to 10: one press, or one key, answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip
from spasmlog.ui.roving import RovingTile
from spasmlog.views.score_questions import Question


class NumberStrip(PainStrip):
    """The tiles of the pain strip under the words of this question."""

    typed = Signal()
    """A number was chosen by its key, not by a press on its tile."""

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__(look, compact=True)
        self.setAccessibleName(question.text)
        ends = {0: question.lowest, len(self._tiles) - 1: question.highest}
        for level, tile in enumerate(self._tiles):
            said = _("{n}, {meaning}").format(n=level, meaning=ends.get(level, ""))
            tile.setAccessibleName(said if level in ends else str(level))
            tile.setToolTip(said if level in ends else "")

    def take_key(self, tile: RovingTile, event: QKeyEvent) -> bool:
        """As the pain strip; a number that is typed is told after it is chosen."""
        taken = super().take_key(tile, event)
        if taken and event.text().isalnum():
            self.typed.emit()
        return taken

    def take_focus(self) -> None:
        """Let the keyboard stand on its tile."""
        (self.focusProxy() or self).setFocus(Qt.FocusReason.OtherFocusReason)


class QuestionStrip(QWidget):
    """A question, its strip, and what the two ends mean."""

    answered = Signal()

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        self.item = question.item
        self.strip = NumberStrip(look, question)
        self.words = label(question.text, wrap=True)
        self.words.setBuddy(self.strip)
        ends = _("0: {lowest}. 10: {highest}.")
        told = ends.format(lowest=question.lowest, highest=question.highest)
        self.ends = label(told, "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        for part in (self.words, self.strip, self.ends):
            column.addWidget(part)
        self.strip.chosen.connect(self._take)

    def _take(self, number: int) -> None:
        self.strip.set_value(number)
        self.answered.emit()
