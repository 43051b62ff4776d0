"""What can be done with the doctor's pages, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look


class ReportFoot(QWidget):
    """Buttons always in reach; below them one line at a time about what was asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.save = Button(_("Save PDF"), look, "primary", "roomy", icon="export")
        self.save.setToolTip(_("Save PDF (Ctrl+P)"))
        self.print = Button(_("Print"), look, size="roomy", icon="print")
        self.visit = Button(_("Visit"), look, size="roomy")
        self.visit.setToolTip(_("Prepare a visit, or show all this during one"))
        self.told = label("", "quiet", wrap=True)
        self._begun = ""
        self.open = Button(_("Open"), look)
        self.stop = Button(_("Stop printing"), look)
        self.refused = label("", "prompt", wrap=True)
        self.again = Button(_("Try again"), look)
        self.unmade = label("", "prompt", wrap=True)
        self.remake = Button(_("Make the pages again"), look)
        self._lay_out(look)

    def say(self, text: str) -> None:
        """Say what is under way or done; what was refused before does not matter any more."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.offer(self.open, shown=False)
        self.refuse(None)

    def begin(self, text: str) -> None:
        """Say what is under way, until something else is said or it has ended."""
        self.say(text)
        self._begun = text

    def end(self) -> None:
        """Nothing is under way any more; what came of it stays."""
        if self.told.text() == self._begun and not self.told.isHidden():
            self.say("")

    def offer(self, button: Button, *, shown: bool = True) -> None:
        """Offer one of the buttons below, or no longer."""
        button.setVisible(shown)
        below = (self.open, self.stop, self.again, self.remake)
        self._below.setVisible(any(not each.isHidden() for each in below))

    def refuse(self, refusal: Refusal | None) -> None:
        """Say why it could not be done, and offer to try again."""
        self.refused.setText("" if refusal is None else str(refusal))
        self.refused.setVisible(refusal is not None)
        self.offer(self.again, shown=refusal is not None)
        if refusal is not None:
            self.told.hide()

    def miss(self, refusal: Refusal | None) -> None:
        """Say why there are no new pages."""
        self.unmade.setText("" if refusal is None else str(refusal))
        self.unmade.setVisible(refusal is not None)
        self.offer(self.remake, shown=refusal is not None)

    def _lay_out(self, look: Look) -> None:
        card = Card(look, role="card")
        self._below = Flow((self.open, self.stop, self.again, self.remake))
        buttons = Flow((self.save, self.print, self.visit))
        for widget in (buttons, self.told, self.refused, self.unmade, self._below):
            card.body.addWidget(widget)
        self.say("")
        self.offer(self.stop, shown=False)
        self.miss(None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
