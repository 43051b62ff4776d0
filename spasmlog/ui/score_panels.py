"""The questionnaires on Today: each card is made when it is first due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from spasmlog.ui.look import Look
from spasmlog.ui.score_landing import Landing

if TYPE_CHECKING:
    from spasmlog.ui.form_card import FormCard
    from spasmlog.ui.score_card import PegCard
    from spasmlog.ui.score_form import RolandMorrisCard
    from spasmlog.views.score_cards import PegView, RolandMorrisView


class ScorePanels(QObject):
    """PEG once a week, Roland-Morris once a month where it is switched on."""

    asked = Signal(object)
    not_now = Signal(str)
    grown = Signal()
    """A card has more in it now: the order of the keyboard has to be laid out anew."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._look, self._host = look, host
        self._landing = Landing(host)
        self.peg: PegCard | None = None
        self.roland_morris: RolandMorrisCard | None = None

    @property
    def cards(self) -> tuple[FormCard, ...]:
        """Those that are there, in reading order."""
        return tuple(each for each in (self.peg, self.roland_morris) if each is not None)

    def show_views(self, peg: PegView | None, roland_morris: RolandMorrisView | None) -> None:
        """Show what is due; what is chosen on a card that goes away stays on it."""
        if peg is not None:
            self._peg().show_view(peg)
        if self.peg is not None:
            self._set_shown(self.peg, peg is not None)
        if roland_morris is not None:
            self._roland_morris().show_view(roland_morris)
        if self.roland_morris is not None:
            self._set_shown(self.roland_morris, roland_morris is not None)

    def _set_shown(self, card: FormCard, shown: bool) -> None:
        """The keyboard goes to the card before, not on to whatever button comes next."""
        focus = self._host.window().focusWidget()
        if not shown and focus is not None and card.isAncestorOf(focus):
            self._landing.leave(card, focus)
        card.setVisible(shown)

    def _peg(self) -> PegCard:
        if self.peg is None:
            from spasmlog.ui.score_card import PegCard

            self.peg = PegCard(self._look)
            self._take(self.peg)
        return self.peg

    def _roland_morris(self) -> RolandMorrisCard:
        if self.roland_morris is None:
            from spasmlog.ui.score_form import RolandMorrisCard

            self.roland_morris = RolandMorrisCard(self._look)
            self._take(self.roland_morris)
        return self.roland_morris

    def _take(self, card: PegCard | RolandMorrisCard) -> None:
        card.setParent(self._host)
        card.hide()
        card.asked.connect(self.asked)
        card.not_now.connect(self.not_now)
        card.grown.connect(self.grown)
