"""The cards of Insights that are no chart: two periods side by side, and what was used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Tag
from spasmlog.ui.cell_table import CellTable
from spasmlog.ui.choice import Choice
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.views.compared import Compared
    from spasmlog.views.insights import Part
    from spasmlog.views.insights_uses import UsesView


class ComparedCard(Card):
    """The chosen days beside as many before."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, " ")
        self.table = CellTable(look, "")
        self.refusal = label("", wrap=True)
        self.basis = label("", "caption", wrap=True)
        for part in (self.table, self.refusal, self.basis):
            self.body.addWidget(part)

    def show_compared(self, told: Compared) -> None:
        """Show this."""
        self.set_title(told.title)
        self.table.setAccessibleName(told.title)
        self.table.show_cells(told.numbers)
        self.refusal.setText(told.refusal)
        self.refusal.setVisible(bool(told.refusal))
        self.basis.setText(told.basis)


class UsesCard(Card):
    """How often each treatment was used for a spasm."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("What was used"))
        self.table = CellTable(look, _("What was used"))
        self.none = label("", wrap=True)
        self.basis = label("", "caption", wrap=True)
        for part in (self.table, self.none, self.basis):
            self.body.addWidget(part)

    def show_uses(self, told: UsesView) -> None:
        """Show this."""
        self.table.show_cells(told.cells)
        self.table.setVisible(bool(told.choices))
        self.none.setText(told.none)
        self.none.setVisible(bool(told.none))
        self.basis.setText(told.basis)


class OneTreatment(QWidget):
    """Which treatment the charts below are about."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        about = label(_("One treatment at a time"), "card-title")
        self.choice = Choice(look, _("Treatment"))
        self._choices: tuple[tuple[str, str], ...] = ()
        self._picked = ""
        _in_a_row(self, (about, self.choice))
        about.setBuddy(self.choice)
        self.choice.currentIndexChanged.connect(self._pick)

    @property
    def treatment(self) -> str:
        """What the person has picked, as `Asked` has it; empty: the most used."""
        return self._picked

    def offer(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer these, most used first; what was picked stays if it is among them."""
        ids = [each for each, _name in choices]
        if self._picked not in ids:
            self._picked = ""
        if choices == self._choices:
            return
        self._choices = choices
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([name for _id, name in choices])
            self.choice.setCurrentIndex(ids.index(self._picked) if self._picked else 0)
        self.choice.updateGeometry()
        self.choice.update()

    def _pick(self, at: int) -> None:
        self._picked = self._choices[at][0]
        self.choice.update()
        self.chosen.emit()


class PartOf(QWidget):
    """Says that a card is part of a signal, and leads there."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.tag = Tag(look, "routine")
        self.see = Button(_("See the signal"), look, "flat")
        self._rule = ""
        _in_a_row(self, (self.tag, self.see))
        self.see.clicked.connect(self._go)

    def show_part(self, part: Part | None) -> None:
        """Show this; hidden without a signal."""
        self.setVisible(part is not None)
        if part is not None:
            self._rule = part.rule
            self.tag.set_level(part.level, _("Part of a signal"))
            self.see.setAccessibleName(f"{self.see.text()}: {part.title}")
            self.see.setToolTip(part.title)

    def _go(self) -> None:
        self.wanted.emit(Place(page="signals", rule=self._rule))


def _in_a_row(holder: QWidget, parts: Sequence[QWidget]) -> None:
    """From the reading side, as wide as they are."""
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
