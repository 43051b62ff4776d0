"""The one signal that Today shows: what it found, what it rests on, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Tag
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.views.signal_card import SignalView


class SignalCard(Card):
    """What is urgent cannot be put off."""

    asked = Signal(object)
    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view: SignalView | None = None
        self.tag = Tag(look, "routine")
        self.message = label("", "quiet", wrap=True)
        self.questions = label("", "medium", wrap=True)
        self.basis = label("", "caption", wrap=True)
        self.again = Button(_("Answer again"), look, "primary")
        self.again.setAccessibleName(_("Answer the safety questions again"))
        self.dates = Button(_("See the dates"), look)
        self.report = Button(_("Put in report"), look, icon="report")
        self.help = Button(_("Emergency signs"), look, "danger", icon="emergency")
        self.later = Button(_("Later"), look, "flat")
        for each in (Flow((self.tag,)), self.title, self.message, self.questions, self.basis):
            self.body.addWidget(each)
        self.body.addWidget(Flow((self.help, self.again, self.dates, self.report, self.later)))
        self.again.clicked.connect(lambda: self.wanted.emit(Place(page="questions")))
        self.dates.clicked.connect(self._go_to_dates)
        self.report.clicked.connect(lambda: self.wanted.emit(Place(page="report")))
        self.help.clicked.connect(lambda: self.wanted.emit(Place(page="emergency")))
        self.later.clicked.connect(self._put_off)

    def show_view(self, view: SignalView) -> None:
        """Show this signal."""
        if view == self._view:
            return
        self._view = view
        self.tag.set_level(view.level, view.label)
        self.set_title(view.title)
        self.message.setText(view.message)
        self.questions.setText("\n".join(view.questions))
        for part in (self.questions, self.again):
            part.setVisible(bool(view.questions))
        self.basis.setText(view.basis)
        self.help.setVisible(view.level == "emergency")
        self.later.setVisible(view.can_wait)

    def note_seen(self) -> None:
        """Say that it was shown today, once a day."""
        if self._view is not None and self._view.note_seen:
            self._note("seen")

    def _go_to_dates(self) -> None:
        if self._view is not None:
            self.wanted.emit(Place(page="signals", rule=self._view.rule))

    def _put_off(self) -> None:
        self._note("later")

    def _note(self, what: str) -> None:
        from spasmlog.domain.scales import SignalAnswer
        from spasmlog.journal.commands import NoteSignal

        if self._view is not None:
            self.asked.emit(NoteSignal(rule=self._view.rule, what=SignalAnswer(what)))
