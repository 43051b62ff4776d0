"""What a spasm may be telling you: one calm page of general words, with help one step away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.beside import Beside
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page, Place
from spasmlog.ui.publications import Publications
from spasmlog.ui.reading_order import chain

if TYPE_CHECKING:
    from spasmlog.views.telling import Item, Section, TellingView

SHARES, TWO_FROM = (640, 364), 810


class TellingPage(Page):
    """The words are always the same; they are put away while an emergency stands."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: TellingView | None = None
        self.signals = Button(_("Your signals"), look)
        self.rules = Button(_("What the rules look for"), look)
        self.signals.clicked.connect(lambda: self._go("signals"))
        self.rules.clicked.connect(lambda: self.wanted.emit(Place(page="rule", rule="R10")))
        self.help = HelpCard(look)
        self.help.button.clicked.connect(lambda: self._go("emergency"))
        self.title = label("", "title", wrap=True)
        self.lead = label("", "quiet", wrap=True)
        self.note = label("", "caption", wrap=True)
        self.sources = Publications()
        self.beside = Beside(look, SHARES, TWO_FROM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        for part in (self.title, self.lead, self.help):
            whole.addWidget(part)
        whole.addWidget(self.beside, 1)
        whole.addWidget(Flow((self.signals, self.rules)))
        whole.addStretch()
        self.beside.hide()  # until there is something on it: shown at once it is dressed once

    def show_view(self, view: TellingView) -> None:
        """Show the page, or where to go first."""
        if view == self._shown:
            return
        self._shown = view
        self.title.setText(view.title)
        self.lead.setText(view.lead)
        self.lead.setVisible(bool(view.lead))
        self.note.setText(view.note)
        self.help.text.setText(view.help)
        self.sources.show_publications(view.publications)
        if not view.away:
            self._fill(view)
        self.beside.setVisible(not view.away)
        chain(self)

    def _fill(self, view: TellingView) -> None:
        """The cards, once: nothing in them depends on the diary."""
        if self.beside.findChild(Card) is not None:
            return
        sources = Card(self._look, _("Sources"))
        sources.body.addWidget(self.sources)
        sources.body.addWidget(self.note)
        first = tuple(_card(self._look, each) for each in view.main)
        second = (*(_card(self._look, each) for each in view.beside), sources)
        self.beside.show_cards(first, second)

    def _go(self, page: str) -> None:
        self.wanted.emit(Place(page=page))


class HelpCard(Card):
    """The emergency signs, one step away."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName(_("Emergency signs"))
        self.text = label("", wrap=True)
        self.button = Button(_("Emergency signs"), look, "danger", "roomy")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Picture(look, "emergency", "emergency"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)


def _card(look: Look, section: Section) -> Card:
    card = Card(look, section.heading)
    card.body.setSpacing(10)
    for item in section.items:
        card.body.addLayout(_paragraph(item))
    if section.last:
        card.body.addWidget(label(section.last, "quiet", wrap=True))
    return card


def _paragraph(item: Item) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for text, role in ((item.name, "strong"), (item.cited, ""), (item.sure, "caption")):
        if text:
            column.addWidget(label(text, role, wrap=True))
    return column
