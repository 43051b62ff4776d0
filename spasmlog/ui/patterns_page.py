"""The page of personal patterns: what they are, whether they are on, and what to bring up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page, Place
from spasmlog.ui.reading_order import chain

if TYPE_CHECKING:
    from spasmlog.views.patterns import Part, PatternsView

WIDEST = 720


class PartCard(Card):
    """A heading and its paragraphs."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "\u00a0")
        self.text = label("", wrap=True)
        self.body.addWidget(self.text)

    def show_part(self, part: Part) -> None:
        """Show this."""
        self.set_title(part.heading)
        self.text.setText("\n".join(part.lines))


class PatternsPage(Page):
    """Text that holds for everybody, and plain counts of this journal."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.state = label("", "strong", wrap=True)
        self.switch = Button(_("Go to the settings"), look)
        self.switch.clicked.connect(lambda: self.wanted.emit(Place(page="settings")))
        self.parts: list[PartCard] = []
        self.disclaimer = label("", "caption", wrap=True)
        first = Card(look, _("Personal patterns"))
        first.body.addWidget(self.state)
        first.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeading)
        column = QWidget()
        column.setMaximumWidth(max(WIDEST, look.px(WIDEST)))
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(first)
        self._column.addWidget(self.disclaimer)
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(column, 1)
        row.addStretch()
        chain(self)

    def show_view(self, view: PatternsView) -> None:
        """Show how things stand."""
        self.state.setText(view.state)
        shown = (*view.parts, view.counts)
        while len(self.parts) < len(shown):
            card = PartCard(self._look)
            self.parts.append(card)
            self._column.insertWidget(len(self.parts), card)
        for card, part in zip(self.parts, shown, strict=True):
            card.show_part(part)
            card.show()
        self.disclaimer.setText(view.disclaimer)
