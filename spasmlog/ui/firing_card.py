"""A signal beside the chart: its letter there, its dates, and the way to its receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Tag
from spasmlog.ui.day_links import DayLinks
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from datetime import date

    from spasmlog.views.insights import Firing


class FiringCard(Card):
    """The letter and the shape of its tag are those of its marks in the chart."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rule = ""
        self.tag = Tag(look, "routine")
        self.when = label("", "caption", wrap=True)
        self.dates = label("", "caption", wrap=True)
        self.days = DayLinks(look, _("Days of this signal"))
        self.days.chosen.connect(self._open_day)
        self.basis = label("", "caption", wrap=True)
        self.receipts = Button(_("Show the days"), look, "flat")
        self.receipts.clicked.connect(self._open_receipts)
        self.body.addWidget(self.tag)
        for part in (self.when, self.title, self.dates, self.days, self.basis):
            self.body.addWidget(part)
        self.body.addWidget(self.receipts, 0, Qt.AlignmentFlag.AlignLeading)

    def show_firing(self, told: Firing) -> None:
        """Show this signal."""
        self._rule = told.rule
        self.tag.set_level(told.level, f"{told.letter}  {told.label}")
        self.when.setText(told.when)
        self.set_title(told.title)
        self.dates.setText(told.dates)
        self.days.show_days(told.days)
        self.basis.setText(told.basis)
        self.receipts.setAccessibleName(f"{self.receipts.text()}: {told.title}")

    def _open_day(self, day: date) -> None:
        self.wanted.emit(Place(page="history", day=day))

    def _open_receipts(self) -> None:
        self.wanted.emit(Place(page="signals", rule=self._rule))
