"""What stands on Signals while personal patterns are off: plain counts, and where to read more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.views.patterns import PatternsOff


class PatternsOffCard(Card):
    """Counts without a verdict."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Personal patterns"))
        self.said = label("", wrap=True)
        self.heading = label("", "caption", wrap=True)
        self.counts = label("", wrap=True)
        self.more = Button(_("What this means"), look, "flat")
        self.more.clicked.connect(lambda: self.wanted.emit(Place(page="patterns")))
        for part in (self.said, self.heading, self.counts):
            self.body.addWidget(part)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_off(self, told: PatternsOff) -> None:
        """Show this."""
        self.said.setText(told.said)
        self.heading.setText(told.counts.heading)
        self.counts.setText("\n".join(told.counts.lines))
