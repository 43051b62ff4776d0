"""What is chosen for the doctor's pages: the days, the sheet, the name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.ui.cards import Card
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.segmented import Segmented

if TYPE_CHECKING:
    from spasmlog.analysis.period import Period
    from spasmlog.views.report import ReportView

TYPED = "typed"
PAPERS, NAMES = ("a4", "letter"), ("full", "initials", "none")


class ReportOptions(QWidget):
    """Holds what was chosen through every change of the diary; says what cannot be."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._view: ReportView | None = None
        self.span = ""
        self.first = QLineEdit()
        self.last = QLineEdit()
        self.chips = ChipRow(look, _("Days"))
        self.problem = label("", "prompt", wrap=True)
        self.problem.hide()
        names = (_("Full"), _("Initials"), _("None"))
        self.name = Segmented(look, tuple(zip(NAMES, names, strict=True)), _("Name"))
        papers = (_("A4"), _("Letter"))
        self.paper = Segmented(look, tuple(zip(PAPERS, papers, strict=True)), _("Paper"))
        self._lay_out(look)
        self.chips.changed.connect(self._take_chip)
        for line in (self.first, self.last):
            line.textEdited.connect(self._take_typed)
            line.editingFinished.connect(self._settle)
        self.name.changed.connect(lambda _value: self.changed.emit())
        self.paper.changed.connect(lambda _value: self.changed.emit())

    def recall(self, kept: Mapping[str, object]) -> None:
        """Begin with what was chosen last."""
        name, paper, span = kept.get("name"), kept.get("paper"), kept.get("span")
        self.name.set_value(name if name in NAMES else "initials")
        self.paper.set_value(paper if paper in PAPERS else None)
        self.span = span if isinstance(span, str) else ""

    def kept(self) -> dict[str, object]:
        """What is worth remembering: typed dates are not, they would be of another day."""
        span = "" if self.span == TYPED else self.span
        return {"name": self.name.value(), "paper": self.paper.value(), "span": span}

    def show_view(self, view: ReportView) -> None:
        """Offer these days; what was typed stays."""
        self._view = view
        self.chips.offer([(each.key, each.text) for each in view.spans])
        if self.paper.value() is None:
            self.paper.set_value(view.paper)
        if self.span != TYPED:
            self._show_span(view)

    def period(self) -> Period | None:
        """The days chosen; None, with the sentence beside the fields, where they cannot be."""
        from spasmlog.views.report import read_period

        if self._view is None:
            return None
        try:
            period = read_period(self.first.text(), self.last.text(), self._view.diary.today)
        except InvalidEntry as refusal:
            self.problem.setText(str(refusal))
            self.problem.show()
            return None
        self.problem.hide()
        return period

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a date makes the pages: the field has said so already."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self, look: Look) -> None:
        days = Card(look, role="card")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(LabelledField(look, _("From"), self.first))
        row.addWidget(LabelledField(look, _("To"), self.last))
        days.body.addLayout(row)
        days.body.addWidget(self.chips)
        days.body.addWidget(self.problem)
        sheet = Card(look, role="card")
        sheet.body.addWidget(LabelledField(look, _("Name on the pages"), self.name))
        sheet.body.addWidget(LabelledField(look, _("Paper"), self.paper))
        always = _("Signals and emergency answers are always on the pages.")
        sheet.body.addWidget(label(always, "caption", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(days)
        column.addWidget(sheet)

    def _show_span(self, view: ReportView) -> None:
        from spasmlog.views.typed import shown_day

        span = view.span(self.span) or view.span(view.first_choice)
        if span is not None:
            self.span = span.key
            self.first.setText(shown_day(span.period.first))
            self.last.setText(shown_day(span.period.last))
            self.chips.choose((span.key,))
            self.problem.hide()

    def _take_chip(self) -> None:
        chosen = self.chips.value()
        if self._view is not None and isinstance(chosen, str):
            self.span = chosen
        if self._view is not None:
            self.span = "" if self.span == TYPED else self.span
            self._show_span(self._view)
        self.changed.emit()

    def _take_typed(self) -> None:
        self.span = TYPED
        self.chips.choose(())

    def _settle(self) -> None:
        if self.span == TYPED:
            self.changed.emit()
