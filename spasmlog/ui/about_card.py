"""The way from Signals to what is said in general: about spasms, and of every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.first_steps_card import TellingLink
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.views.signals import SignalsView


class AboutCard(Card):
    """Two links. The one about spasms waits while something asks for help now."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("In general"))
        self.telling = TellingLink(look)
        self.rules = Button(_("What each rule looks for"), look, "flat", icon="signal")
        self.telling.wanted.connect(self.wanted)
        self.rules.clicked.connect(lambda: self.wanted.emit(Place(page="rule", rule="R01")))
        self.body.addWidget(Flow((self.telling, self.rules)))

    def show_about(self, view: SignalsView) -> None:
        """Show what may be gone to now."""
        self.telling.setVisible(all(each.level != "emergency" for each in view.signals))
