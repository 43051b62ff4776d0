"""The safety questions: as a plain card after a new spasm, and all of them to be asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from spasmlog.domain.scales import SignAnswer
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FieldGrid
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.domain.scales import Sign
    from spasmlog.views.safety import Question, QuestionGroup, SafetyView

BESIDE = 440
"""Wide enough, in design pixels, for the answers to stand beside the question."""
Answers = tuple[tuple["Sign", SignAnswer], ...]


class QuestionRow(QWidget):
    """One question with its answers; a "No" only where it is asked by itself."""

    answered = Signal(object)

    def __init__(self, look: Look, question: Question, *, alone: bool) -> None:
        super().__init__()
        self._look = look
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
        self._row.addWidget(Flow(tuple(self.buttons.values())))
        self.buttons[SignAnswer.NO].setVisible(alone)
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Show this question, or what has become of it."""
        self.question = question
        self.text.setText(question.text)
        self.said.setText(question.said)
        self.said.setVisible(bool(question.said))
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
        button.clicked.connect(lambda: self.answered.emit(answer))
        return button


class _Asking(QWidget):
    """What the card and the whole list share: a yes to an emergency question goes out first."""

    asked = Signal(object)
    emergency = Signal(object)
    """The sign that was answered with yes. Sent before anything is saved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def row(self, question: Question, *, alone: bool) -> QuestionRow:
        """A question whose answers are sent as they are given."""
        row = QuestionRow(self._look, question, alone=alone)
        row.answered.connect(lambda given: self.answer(row.question, given))
        return row

    def answer(self, question: Question, given: SignAnswer) -> None:
        """Show the emergency page at once, then save."""
        if question.urgent and given is SignAnswer.YES:
            self.emergency.emit(question.sign)
        self.ask(((question.sign, given),))

    def ask(self, answers: Answers) -> None:
        """Save these answers."""
        from spasmlog.journal.commands import AnswerSigns

        if answers:
            self.asked.emit(AnswerSigns(answers=answers))


class SafetyCard(Card):
    """Stands under the card of the moment after a new spasm, and blocks nothing."""

    asked = Signal(object)
    emergency = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("A few questions, because a spasm began"), icon="emergency")
        self._shown: SafetyView | None = None
        self._asking = _Asking(look)
        self._asking.asked.connect(self.asked)
        self._asking.emergency.connect(self.emergency)
        self._asking.setParent(self)
        self._asking.hide()
        self.stem = label("", "medium", wrap=True)
        self.none = Button(_("None of these"), look, size="roomy")
        self.none.clicked.connect(self._answer_none)
        self.body.addWidget(self.stem)
        self.body.addWidget(Flow((self.none,)))
        self._list: QWidget | None = None
        self.rows: tuple[QuestionRow, ...] = ()

    def show_view(self, view: SafetyView) -> None:
        """Show the questions; they are built anew only when others are asked."""
        if view == self._shown:
            return
        self._shown = view
        self.stem.setText(view.stem)
        self.none.setVisible(bool(view.open.none))
        make = self._asking.row
        standing = tuple(make(question, alone=True) for question in view.standing)
        asked = tuple(make(question, alone=False) for question in view.open.questions)
        self.rows = (*standing, *asked)
        self._replace(FieldGrid(self._look, self.rows, least=BESIDE, most=2))

    def _replace(self, fresh: QWidget) -> None:
        old, self._list = self._list, fresh
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.body.addWidget(fresh)

    def _answer_none(self) -> None:
        """A no to what nothing stands for; what stands is asked one by one."""
        if self._shown is not None:
            self._asking.ask(tuple((sign, SignAnswer.NO) for sign in self._shown.open.none))


class SafetyQuestions(_Asking):
    """Every safety question in its group, with what stands: for asking again."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._shown: tuple[QuestionGroup, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.rows: tuple[QuestionRow, ...] = ()
        self.nones: tuple[Button, ...] = ()

    def show_view(self, groups: tuple[QuestionGroup, ...]) -> None:
        """Show what has been answered; the questions themselves are always the same."""
        if not self.rows:
            for group in groups:
                self._add(group)
        self._shown = groups
        questions = [each for group in groups for each in group.questions]
        for row, question in zip(self.rows, questions, strict=True):
            row.show_question(question)
        for button, group in zip(self.nones, groups, strict=True):
            button.setVisible(bool(group.none))

    def _add(self, group: QuestionGroup) -> None:
        self._column.addWidget(label(group.title, "strong", wrap=True))
        at = len(self.nones)
        none = Button(_("None of these"), self._look)
        none.setAccessibleName(f"{group.title}: {none.text()}")
        none.clicked.connect(lambda: self._answer_none(at))
        self._column.addWidget(Flow((none,)))
        rows = tuple(self.row(each, alone=True) for each in group.questions)
        for row in rows:
            self._column.addWidget(row)
        line = QFrame()
        line.setProperty("role", "line")
        self._column.addWidget(line)
        self.rows, self.nones = (*self.rows, *rows), (*self.nones, none)

    def _answer_none(self, at: int) -> None:
        self.ask(tuple((sign, SignAnswer.NO) for sign in self._shown[at].none))
