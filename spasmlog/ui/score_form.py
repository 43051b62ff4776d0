"""The 24 statements of Roland-Morris: a line until they are wanted, then a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spasmlog.domain.scales import ROLAND_MORRIS
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FormCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.score_statements import StatementList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spasmlog.journal.commands import Command
    from spasmlog.views.score_cards import RolandMorrisView


class RolandMorrisCard(FormCard):
    """What is ticked stays until it is saved, also where the form is folded.

    What was saved comes back when the save is undone.
    """

    not_now = Signal(str)
    grown = Signal()
    """The statements are there: the order of the keyboard has to be laid out anew."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, " ", note=" ", icon="body")
        self._view: RolandMorrisView | None = None
        self.statements: StatementList | None = None
        self._saved: tuple[RolandMorrisView, dict[str, int]] | None = None
        self.summary = label("", "quiet", wrap=True)
        self.intro = label("", wrap=True)
        self.count = label("", "quiet")
        self.keys = label(
            _("With the keyboard: arrows move, Space ticks, Enter saves."), "caption", wrap=True
        )
        self.source = label("", "caption", wrap=True)
        self.open_form = Button(_("Show the sentences"), look)
        self.later = Button(_("Not this month"), look, "flat")
        for button in (self.open_form, self.later):
            button.setProperty("enter", "press")
        self.open_form.clicked.connect(self._unfold)
        self.later.clicked.connect(self._leave)
        self.closed.connect(self._fold)
        for part in (self.summary, self.intro, self.keys, self.problem):
            self.body.addWidget(part)
        foot = (self.save, self.count, self.open_form, self.later, self.close_form)
        self.body.addWidget(Flow(foot))
        self.body.addWidget(self.source)
        self._show(unfolded=False)

    def show_view(self, view: RolandMorrisView) -> None:
        """Ask about today; what is ticked stays."""
        self._view = view
        self.set_title(view.title)
        self.set_note(view.note)
        self.summary.setText(view.summary)
        self.intro.setText(view.instruction)
        self.source.setText(view.source)
        self._bring_back(view)

    def commands(self) -> Iterable[Command]:
        from spasmlog.views.score_cards import score_command

        if self._view is not None and self.statements is not None:
            answers = self.statements.answers()
            yield score_command(ROLAND_MORRIS, self._view.day, answers)

    def clear(self) -> None:
        if self.statements is not None:
            if self._view is not None:
                self._saved = (self._view, self.statements.answers())
            self.statements.put({})
        self._show(unfolded=False)

    def _bring_back(self, view: RolandMorrisView) -> None:
        """The same day is asked about again: its save was undone. The next month begins blank."""
        if self._saved is None or self.statements is None:
            return
        saved, answers = self._saved
        if view == saved and not any(self.statements.answers().values()):
            self.statements.put(answers)
        elif view.key != saved.key:
            self._saved = None
            if self.statements.answers() == answers:
                self.statements.put({})

    def _unfold(self) -> None:
        """Made when they are first wanted: most days nobody asks for them."""
        if self._view is None:
            return
        if self.statements is None:
            self.statements = StatementList(self._look, self._view.statements)
            self.statements.changed.connect(self._show_count)
            self.body.insertWidget(self.body.indexOf(self.problem), self.statements)
        self._show(unfolded=True)
        self._show_count()
        self.grown.emit()
        self.statements.take_focus()
        reveal(self)

    def _fold(self) -> None:
        """The keyboard goes back to what opened it."""
        self._show(unfolded=False)
        self.open_form.setFocus()

    def _show(self, *, unfolded: bool) -> None:
        if self.statements is not None:
            self.statements.setVisible(unfolded)
        wanted = (self.intro, self.keys, self.save, self.close_form, self.count, self.source)
        for part in wanted:
            part.setVisible(unfolded)
        for part in (self.summary, self.open_form, self.later):
            part.setVisible(not unfolded)
        if not unfolded:
            self.problem.hide()

    def _show_count(self) -> None:
        from spasmlog.views.score_cards import ticked_words

        if self.statements is not None:
            words = ticked_words(sum(self.statements.answers().values()))
            self.count.setText(words)
            self.save.setAccessibleDescription(words)

    def _leave(self) -> None:
        if self._view is not None:
            self.not_now.emit(self._view.key)
