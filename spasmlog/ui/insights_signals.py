"""A chart, and beside it the signals that fire on its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from spasmlog.i18n import _
from spasmlog.ui.beside import Beside
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.firing_card import FiringCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.views.insights import InsightsView

SHARES, TWO_FROM = (700, 332), 940


class WithSignals(Beside):
    """The signals follow the chart where it is narrow; at first they come one by one."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, SHARES, TWO_FROM)
        self.signals: dict[str, FiringCard] = {}
        self._beside: QWidget | None = None
        self._told: InsightsView | None = None
        self._in_sight: int | None = 0
        self.none = Card(look)
        self.none_text = label("", wrap=True)
        self.looked = Button(_("See what was looked at"), look, "flat")
        self.looked.clicked.connect(lambda: self.wanted.emit(Place(page="signals")))
        self.none.body.addWidget(self.none_text)
        self.none.body.addWidget(self.looked, 0, Qt.AlignmentFlag.AlignLeading)

    def show_beside(self, first: QWidget, view: InsightsView) -> None:
        """Let this stand there, with the signals of the view at its side."""
        self._beside, self._told = first, view
        self.none_text.setText(view.none)
        listed = view.signals if self._in_sight is None else view.signals[: self._in_sight]
        for told in listed:
            if told.rule not in self.signals:
                self.signals[told.rule] = self._new_card()
            self.signals[told.rule].show_firing(told)
        fired = tuple(self.signals[each.rule] for each in listed)
        self.show_cards((first,), fired if view.signals else (self.none,))

    def come_into_sight(self) -> bool:
        """Let one signal more be seen; False where all of them are."""
        if self._in_sight is None or self._told is None or self._beside is None:
            return False
        self._in_sight += 1
        if self._in_sight > len(self._told.signals):
            self._in_sight = None
            return False
        self.show_beside(self._beside, self._told)
        return True

    def _new_card(self) -> FiringCard:
        card = FiringCard(self._look)
        card.wanted.connect(self.wanted)
        return card
