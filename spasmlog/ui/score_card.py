"""The three questions of PEG: three presses, or three keys, and Enter saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spasmlog.domain.scales import PEG
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FormCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.score_strip import QuestionStrip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spasmlog.journal.commands import Command
    from spasmlog.views.score_cards import PegView


class PegCard(FormCard):
    """What was chosen stays until it is saved, also where the card is away for a while.

    What was saved comes back when the save is undone.
    """

    not_now = Signal(str)
    grown = Signal()
    """The questions are there: the order of the keyboard has to be laid out anew."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, " ", note=" ", icon="calendar")
        self._view: PegView | None = None
        self._saved: tuple[PegView, dict[str, int]] | None = None
        self.questions: tuple[QuestionStrip, ...] = ()
        told = _("With the keyboard: a typed number goes on to the next question, T is ten.")
        self.keys = label(told, "caption", wrap=True)
        self.mean = label("", "quiet")
        self.later = Button(_("Not this week"), look, "flat")
        self.later.setProperty("enter", "press")
        self.later.clicked.connect(self._leave)
        self.body.addWidget(self.keys)
        self.body.addWidget(self.problem)
        self.body.addWidget(Flow((self.save, self.later, self.mean)))

    def show_view(self, view: PegView) -> None:
        """Ask about the week that ends today; what is chosen stays."""
        self._view = view
        self.set_title(view.title)
        self.set_note(view.note)
        if not self.questions:
            self._ask(view)
        self._bring_back(view)

    def commands(self) -> Iterable[Command]:
        from spasmlog.views.score_cards import score_command

        if self._view is not None:
            yield score_command(PEG, self._view.day, self._answers())

    def clear(self) -> None:
        if self._view is not None:
            self._saved = (self._view, self._answers())
        self._put({})

    def _bring_back(self, view: PegView) -> None:
        """The same week is asked about again: its save was undone. The next one begins blank."""
        if self._saved is None:
            return
        saved, answers = self._saved
        if view == saved and not self._answers():
            self._put(answers)
        elif view.key != saved.key:
            self._saved = None
            if self._answers() == answers:  # they came back, and were saved again by a redo
                self._put({})

    def _put(self, answers: Mapping[str, int]) -> None:
        for question in self.questions:
            question.strip.set_value(answers.get(question.item))
        self._show_mean()

    def _ask(self, view: PegView) -> None:
        self.questions = tuple(QuestionStrip(self._look, each) for each in view.questions)
        for at, question in enumerate(self.questions):
            question.answered.connect(self._follow)
            question.strip.typed.connect(self._go_on)
            self.body.insertWidget(1 + at, question)
        self.grown.emit()

    def _answers(self) -> dict[str, int]:
        chosen = ((each.item, each.strip.value()) for each in self.questions)
        return {item: number for item, number in chosen if number is not None}

    def _follow(self) -> None:
        self.problem.hide()
        self._show_mean()

    def _go_on(self) -> None:
        """To the next question that is open, and after the last to Save."""
        waiting = [each for each in self.questions if each.strip.value() is None]
        if waiting:
            waiting[0].strip.take_focus()
        else:
            self.save.setFocus()
        reveal(waiting[0] if waiting else self.save)

    def _show_mean(self) -> None:
        from spasmlog.views.score_cards import mean_words

        self.mean.setText(mean_words(self._answers()))

    def _leave(self) -> None:
        if self._view is not None:
            self.not_now.emit(self._view.key)
