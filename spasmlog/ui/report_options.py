"""What is chosen for the doctor's pages: days, for whom, what is in them, the sheet, a lock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.report.sections import Section, with_the_fixed
from spasmlog.ui.cards import Card
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.look import Look
from spasmlog.ui.report_days import TYPED, ReportDays
from spasmlog.ui.report_lock import ReportLock
from spasmlog.ui.report_presets import ReportPresets
from spasmlog.ui.report_sections import SectionTicks
from spasmlog.ui.segmented import Segmented

if TYPE_CHECKING:
    from spasmlog.views.report import ReportView

PAPERS, NAMES = ("a4", "letter"), ("full", "initials", "none")
GUTTER = 16


class ReportOptions(QWidget):
    """Holds what was chosen through every change of the diary."""

    changed = Signal()
    """The pages would be others. A lock makes no other pages."""
    settled = Signal()
    """Something else is to be remembered."""

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__()
        self.days = ReportDays(look)
        self.presets = ReportPresets(look, folder)
        self.sections = SectionTicks(look)
        names = (_("Full"), _("Initials"), _("None"))
        self.name = Segmented(look, tuple(zip(NAMES, names, strict=True)), _("Name"))
        papers = (_("A4"), _("Letter"))
        self.paper = Segmented(look, tuple(zip(PAPERS, papers, strict=True)), _("Paper"))
        self.lock = ReportLock(look)
        self._lay_out(look)
        self.presets.chosen.connect(self._take_preset)
        self.presets.settled.connect(self.settled)
        self.sections.changed.connect(self._take_ticks)
        self.days.changed.connect(self.changed)
        self.name.changed.connect(lambda _value: self.changed.emit())
        self.paper.changed.connect(lambda _value: self.changed.emit())

    def recall(self, kept: Mapping[str, object]) -> None:
        """Begin with what was chosen last."""
        name, paper, span = kept.get("name"), kept.get("paper"), kept.get("span")
        self.name.set_value(name if name in NAMES else "initials")
        self.paper.set_value(paper if paper in PAPERS else None)
        self.days.span = span if isinstance(span, str) else ""
        self.presets.recall(kept.get("preset"))
        sections = kept.get("sections")
        if isinstance(sections, list):
            self.presets.show_sections(_known(sections))
        self.sections.set_value(self.presets.sections)

    def kept(self) -> dict[str, object]:
        """What is worth remembering: typed dates are not, they would be of another day."""
        return {
            "name": self.name.value(),
            "paper": self.paper.value(),
            "span": "" if self.days.span == TYPED else self.days.span,
            "preset": self.presets.base,
            "sections": sorted(self.sections.value()),
        }

    def show_view(self, view: ReportView) -> None:
        """Offer the days of this view; what was typed stays."""
        if self.paper.value() is None:
            self.paper.set_value(view.paper)
        self.days.show_view(view)

    def _take_preset(self, sections: frozenset[Section]) -> None:
        self.sections.set_value(sections)
        self.changed.emit()

    def _take_ticks(self) -> None:
        self.presets.show_sections(self.sections.value())
        self.changed.emit()

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER)
        for parts in (
            (self.days, self.presets.caption, self.presets.chips),
            (self.sections, self.presets),
            (
                LabelledField(look, _("Name on the pages"), self.name),
                LabelledField(look, _("Paper"), self.paper),
                self.lock,
            ),
        ):
            card = Card(look, role="card")
            for part in parts:
                card.body.addWidget(part)
            column.addWidget(card)
        column.addStretch(1)  # else the cards share what is left, and move as one of them grows


def _known(words: Iterable[object]) -> frozenset[Section]:
    """The sections of these names; what this version does not know is forgotten."""
    known = set(Section)
    return with_the_fixed(each for each in words if isinstance(each, str) and each in known)
