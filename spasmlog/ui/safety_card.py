"""The safety questions: as a plain card after a new spasm, and all of them to be asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from spasmlog.domain.scales import SignAnswer
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.question_row import QuestionRow
from spasmlog.ui.safety_list import SignRow, SignRows

if TYPE_CHECKING:
    from spasmlog.domain.scales import Sign
    from spasmlog.views.safety import Question, QuestionGroup, SafetyView

Answers = tuple[tuple["Sign", SignAnswer], ...]


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
    """Stands under the card of the moment after a new spasm, and blocks nothing.

    It can be folded to its one line, which stays until the questions are answered.
    """

    asked = Signal(object)
    emergency = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, _("Safety questions"), _("Not answered yet"), "emergency", icon_role="emergency"
        )
        self._shown: SafetyView | None = None
        self._asking = _Asking(look)
        self._asking.asked.connect(self.asked)
        self._asking.emergency.connect(self.emergency)
        self._asking.setParent(self)
        self._asking.hide()
        self.stem = label("", "medium", wrap=True)
        self.keys = label(_("With the keyboard: arrows move, Space answers."), "caption", wrap=True)
        self.none = Button(_("None of these"), look, size="roomy")
        self.whole = Button(_("Show the full questions"), look, "flat")
        self.whole.setCheckable(True)
        self.fold = Button(_("Show less"), look, "flat")
        self.unfold = Button(_("Answer now"), look)
        self.none.clicked.connect(self._answer_none)
        self.whole.clicked.connect(self._show_whole)
        self.fold.clicked.connect(self._fold)
        self.unfold.clicked.connect(self._unfold)
        self.header.addWidget(self.unfold)
        self.list = SignRows(look)
        self._again = QVBoxLayout()
        self._again.setSpacing(4)
        self.standing: tuple[QuestionRow, ...] = ()
        self._lay_out()
        self._set_folded(False)

    @property
    def rows(self) -> tuple[QuestionRow | SignRow, ...]:
        """Every question on it: what stands first, one by one."""
        return (*self.standing, *self.list.rows)

    def show_view(self, view: SafetyView) -> None:
        """Show the questions and their answers; they are built anew only when others are asked."""
        if view == self._shown:
            return
        if self._shown is None or view.key != self._shown.key:
            self._set_folded(False)
        self._shown = view
        self.set_title(view.title)
        self.stem.setText(view.stem)
        for part in (self.none, self.whole, self.list, self.keys):
            part.setVisible(bool(view.open.none))
        self._ask_again(view.standing)
        if self.list.show_questions(view.open.questions, self._sign_row):
            self.list.show_whole(self.whole.isChecked())

    def _lay_out(self) -> None:
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stem)
        column.addWidget(Flow((self.none, self.whole, self.fold)))
        column.addLayout(self._again)
        column.addWidget(self.list)
        column.addWidget(self.keys)
        self.body.addWidget(self.inside)

    def _sign_row(self, question: Question) -> SignRow:
        row = SignRow(self._look, question)
        row.answered.connect(lambda given: self._asking.answer(question, given))
        row.taken_back.connect(self._take_back)
        return row

    def _take_back(self, answer: str) -> None:
        from spasmlog.journal.commands import Delete

        self.asked.emit(Delete(record_id=answer))

    def _ask_again(self, questions: tuple[Question, ...]) -> None:
        """A standing yes or "not sure" is asked in full, by itself."""
        if [row.question.sign for row in self.standing] == [each.sign for each in questions]:
            for row, question in zip(self.standing, questions, strict=True):
                row.show_question(question)
            return
        for row in self.standing:
            self._again.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.standing = tuple(self._asking.row(each, alone=True) for each in questions)
        for row in self.standing:
            self._again.addWidget(row)

    def _set_folded(self, folded: bool) -> None:
        self.inside.setVisible(not folded)
        self.note.setVisible(folded)
        self.unfold.setVisible(folded)
        for button in (self.fold, self.unfold):
            button.setAccessibleName(f"{self.title.text()}: {button.text()}")

    def _fold(self) -> None:
        self._set_folded(True)
        self.unfold.setFocus(Qt.FocusReason.TabFocusReason)

    def _unfold(self) -> None:
        self._set_folded(False)
        first = self.fold if self.none.isHidden() else self.none
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_whole(self) -> None:
        on = self.whole.isChecked()
        self.list.show_whole(on)
        self.whole.set_text(_("Show short words") if on else _("Show the full questions"))

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
            self._column.addWidget(label(_stem(), "medium", wrap=True))
            for group in groups:
                self._add(group)
        self._shown = groups
        questions = [each for group in groups for each in group.questions]
        for row, question in zip(self.rows, questions, strict=True):
            row.show_question(question)
        for button, group in zip(self.nones, groups, strict=True):
            button.setEnabled(bool(group.none))

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


def _stem() -> str:
    from spasmlog.views.safety import stem

    return stem()
