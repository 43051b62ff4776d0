"""One safety question with its answers: nothing in it moves under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasmlog.domain.scales import SignAnswer
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.views.safety import Question

BESIDE = 440
"""Wide enough, in design pixels, for the answers to stand beside the question."""
SETTLE_MS = 400
"""So long after an answer, another press on the same row is the end of a double-click."""
NOTHING_SAID = "\N{NO-BREAK SPACE}"
"""Keeps the line of what was answered, so that no row grows under the pointer."""


def keep_place(widget: QWidget) -> None:
    """Let what stands beside it stay where it is while this is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


class QuestionRow(QWidget):
    """One question with its answers; a "No" only where it is asked by itself.

    Nothing in it moves when it is answered: the place of every button and line is kept.
    """

    answered = Signal(object)

    def __init__(self, look: Look, question: Question, *, alone: bool) -> None:
        super().__init__()
        self._look = look
        self._answered = QElapsedTimer()
        self.settle_ms = SETTLE_MS
        self.text = label("", wrap=True)
        self.said = label("", "caption", wrap=True)
        self.buttons = {
            answer: self._button(words, answer)
            for answer, words in (
                (SignAnswer.YES, _("Yes")),
                (SignAnswer.UNSURE, _("Not sure")),
                (SignAnswer.NO, _("No")),
                (SignAnswer.CLEARED, _("Seen by a clinician")),
            )
        }
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.said)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 4, 0, 4)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addWidget(Flow(tuple(self.buttons.values())), 0, Qt.AlignmentFlag.AlignTop)
        keep_place(self.buttons[SignAnswer.CLEARED])
        self.buttons[SignAnswer.NO].setVisible(alone)
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Show this question, or what has become of it."""
        self.question = question
        self.text.setText(question.text)
        self.said.setText(question.said or NOTHING_SAID)
        self.buttons[SignAnswer.CLEARED].setVisible(question.stands)
        for button in self.buttons.values():
            spoken = (button.text(), question.text, question.said)
            button.setAccessibleName(": ".join(filter(None, spoken)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._look.px(BESIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if beside else down)

    def _button(self, words: str, answer: SignAnswer) -> Button:
        button = Button(words, self._look)
        button.clicked.connect(lambda: self._answer(answer))
        return button

    def _answer(self, answer: SignAnswer) -> None:
        if not self._answered.isValid() or self._answered.elapsed() >= self.settle_ms:
            self._answered.start()
            self.answered.emit(answer)
