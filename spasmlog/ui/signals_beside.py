"""The second column of Signals: what is lacking, for information, no match, and what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spasmlog.ui.about_card import AboutCard
from spasmlog.ui.lacking_card import LackingCard
from spasmlog.ui.look import Look
from spasmlog.ui.signal_notes import AskedCard, InfoCard, NotAskedCard, QuietCard
from spasmlog.ui.signals_off import PatternsOffCard

if TYPE_CHECKING:
    from spasmlog.ui.cards import Card
    from spasmlog.views.signals import SignalsView


class SignalsBeside(QObject):
    """Each card holds as many rules as there are, the first of them open."""

    wanted = Signal(object)
    again = Signal()
    """All safety questions are to be asked again."""
    folded = Signal()
    """Parts of a card have come or gone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lacking = LackingCard(look)
        self.info = InfoCard(look)
        self.off = PatternsOffCard(look)
        self.quiet = QuietCard(look)
        self.not_asked = NotAskedCard(look)
        self.safety = AskedCard(look)
        self.about = AboutCard(look)
        for asks in (self.not_asked, self.safety):
            asks.again.connect(self.again)
        for card in (self.lacking, self.info, self.off, self.about):
            card.wanted.connect(self.wanted)
        for each in (self.lacking.list, self.info.list, self.quiet.list):
            each.folded.connect(self.folded)

    def show_view(self, view: SignalsView) -> None:
        """Show this."""
        self.lacking.show_lacking(view.lacking)
        self.info.show_signals(view.info)
        self.quiet.show_quiet(view.quiet)
        self.not_asked.show_rules(view.not_asked)
        self.safety.show_asked(view.asked)
        self.about.show_about(view)
        if view.off is not None:
            self.off.show_off(view.off)

    def cards(self, view: SignalsView) -> tuple[Card, ...]:
        """The cards that have something on them, in reading order."""
        there = (
            (self.lacking, view.lacking),
            (self.info, view.info),
            (self.off, view.off),
            (self.not_asked, view.not_asked),
            (self.quiet, view.quiet),
        )
        return (*(card for card, part in there if part), self.safety, self.about)
