"""Beside a visit: what changed since the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.cards import Card
from spasmlog.ui.cell_table import CellTable
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.views.visit_since import Since


class Part(QWidget):
    """A small heading and lines of text; gone where there is nothing to say."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.text = label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(heading, "caption", wrap=True))
        column.addWidget(self.text)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these."""
        self.text.setText("\n".join(lines))
        self.setVisible(bool(lines))


class SinceCard(Card):
    """The numbers beside those before, new signals, what was tried, medicines and courses."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "\u00a0")
        self.numbers = CellTable(look, _("The numbers since then and before"))
        self.none = label("", "quiet", wrap=True)
        self.refusal = label("", wrap=True)
        self.basis = label("", "caption", wrap=True)
        self.signals = Part(_("New signals"))
        self.tried_heading = label(_("What was tried"), "caption", wrap=True)
        self.tried = CellTable(look, _("What was tried"))
        self.more = label("", "caption", wrap=True)
        self.medicines = Part(_("Medicines and courses"))
        parts = (
            self.numbers,
            self.none,
            self.refusal,
            self.basis,
            self.signals,
            self.tried_heading,
            self.tried,
            self.more,
            self.medicines,
        )
        for part in parts:
            self.body.addWidget(part)

    def show_view(self, since: Since) -> None:
        """Show this."""
        self.set_title(since.title)
        found = since.compared
        self.numbers.setVisible(found is not None)
        if found is not None:
            self.numbers.show_cells(found.numbers)
        for part, text in (
            (self.none, since.none),
            (self.refusal, found.refusal if found else ""),
            (self.basis, found.basis if found else ""),
            (self.more, since.more),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self.signals.show_lines(since.signals)
        self.tried_heading.setVisible(bool(since.tried.rows))
        self.tried.setVisible(bool(since.tried.rows))
        self.tried.show_cells(since.tried)
        self.medicines.show_lines(since.medicines)
