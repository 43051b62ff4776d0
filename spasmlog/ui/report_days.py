"""The days that the doctor's pages are about: typed, or chosen with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal

if TYPE_CHECKING:
    from spasmlog.analysis.period import Period
    from spasmlog.views.report import ReportView

TYPED = "typed"


class ReportDays(QWidget):
    """Holds what was chosen or typed through every change of the diary; says what cannot be."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._view: ReportView | None = None
        self.span = ""
        self.first = QLineEdit()
        self.last = QLineEdit()
        self.chips = ChipRow(look, _("Days"))
        self.problem = label("", "prompt", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(LabelledField(look, _("From"), self.first))
        row.addWidget(LabelledField(look, _("To"), self.last))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.chips)
        column.addWidget(self.problem)
        self.problem.hide()
        self.chips.changed.connect(self._take_chip)
        for line in (self.first, self.last):
            line.textEdited.connect(self._take_typed)
            line.editingFinished.connect(self._settle)

    def show_view(self, view: ReportView) -> None:
        """Offer these days; what was typed stays."""
        self._view = view
        self.chips.offer([(each.key, each.text) for each in view.spans])
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
            reveal(self)
            return None
        self.problem.hide()
        return period

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a date makes the pages: the field has said so already."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

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
        if isinstance(chosen, str):
            self.span = chosen
        elif self.span == TYPED:
            self.span = ""
        if self._view is not None:
            self._show_span(self._view)
        self.changed.emit()

    def _take_typed(self) -> None:
        self.span = TYPED
        self.chips.choose(())

    def _settle(self) -> None:
        if self.span == TYPED:
            self.changed.emit()
