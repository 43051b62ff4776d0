"""An hour after a dose: how is it? One press answers, in a word or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip

if TYPE_CHECKING:
    from spasmlog.views.relief import ReliefView


class ReliefCard(Card):
    """Asked about one dose at a time."""

    asked = Signal(object)
    not_now = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, " ", icon="pill", icon_role="treatment")
        self._view: ReliefView | None = None
        self.words: tuple[Button, ...] = ()
        self._words = Flow()
        self.strip = PainStrip(look, compact=True)
        self.strip.setAccessibleName(_("Pain now, 0 to 10"))
        self.later = Button(_("Not now"), look, "flat")
        self.body.addWidget(self._words)
        self.body.addWidget(Flow((self.strip, self.later)))
        self.strip.chosen.connect(self._answer_number)
        self.later.clicked.connect(self._leave)

    def show_view(self, view: ReliefView) -> None:
        """Ask about this dose."""
        self._view = view
        self.set_title(view.title)
        if not self.words:
            self.words = tuple(self._word(word, text) for word, text in view.words)

    def _word(self, word: object, text: str) -> Button:
        button = Button(text, self._look, size="roomy")
        button.clicked.connect(lambda: self._answer(word=word))
        self._words.add(button)
        return button

    def _answer_number(self, level: int) -> None:
        from spasmlog.domain.scales import Nrs

        self._answer(pain=Nrs(level))

    def _answer(self, **said: Any) -> None:
        from spasmlog.journal.commands import LogReading

        if self._view is not None:
            self.asked.emit(LogReading(use_id=self._view.use_id, **said))

    def _leave(self) -> None:
        if self._view is not None:
            self.not_now.emit(self._view.key)
