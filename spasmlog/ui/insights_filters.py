"""Which tab of Insights is shown, of which days and which place; each tab keeps its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasmlog.domain.scales import Region
from spasmlog.i18n import _
from spasmlog.ui.choice import Choice
from spasmlog.ui.insights_tabs import on_screen
from spasmlog.ui.look import Look
from spasmlog.ui.segmented import Segmented

if TYPE_CHECKING:
    from spasmlog.views.insights import InsightsView

GAP = 16
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
Choices = tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The days by the name of their choice, and the place; None: all of them."""

    days: int
    place: Region | None = None


class PeriodChoice(QWidget):
    """Days to choose from; they differ where the journal has a visit to begin with."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: Choices = ()
        self._row: Segmented | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def offer(self, choices: Choices) -> None:
        """Offer these; a row that offers them already stays."""
        if choices == self._choices:
            return
        self._choices = choices
        old = self._row
        self._row = Segmented(self._look, choices, _("Days shown"))
        self._row.changed.connect(self.changed)
        if old is None:
            self._column.addWidget(self._row)
        else:
            self._column.replaceWidget(old, self._row)
            old.hide()
            old.deleteLater()

    def choose(self, days: int) -> None:
        """Show this as chosen, without a `changed`."""
        if self._row is not None:
            self._row.set_value(days)


class InsightsFilters(QWidget):
    """Remembers what was chosen while the window lives."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.tabs = Segmented(
            look, tuple((key, _(tab.title)) for key, tab in on_screen().items()), _("Question")
        )
        self.periods = PeriodChoice(look)
        self.places = Choice(look, _("Place"))
        self._chosen = {key: Chosen(tab.days) for key, tab in on_screen().items()}
        self._places: tuple[tuple[Region | None, str], ...] = ()
        self._lay_out()
        self.tab = next(iter(self._chosen))
        self.tabs.set_value(self.tab)
        self.tabs.changed.connect(self.turn_to)
        self.periods.changed.connect(self._choose_days)
        self.places.currentIndexChanged.connect(self._choose_place)

    @property
    def chosen(self) -> Chosen:
        """What is chosen for the tab that is shown."""
        return self._chosen[self.tab]

    def show_view(self, view: InsightsView) -> None:
        """Offer what this journal has; what was chosen stays, as far as it is there."""
        self.periods.offer(tuple((each.days, each.text) for each in view.spans))
        if view.places != self._places:
            self._places = view.places
            with QSignalBlocker(self.places):
                self.places.clear()
                for _place, text in view.places:
                    self.places.addItem(text)
        self.places.setVisible(len(view.places) > 2)
        days, places = {each.days for each in view.spans}, {place for place, _ in view.places}
        for key, tab in on_screen().items():
            kept = self._chosen[key]
            self._chosen[key] = Chosen(
                kept.days if kept.days in days else tab.days,
                kept.place if kept.place in places else None,
            )
        self._show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        self._rest, self._whole = QBoxLayout(ACROSS), QBoxLayout(ACROSS, self)
        for row, parts in ((self._rest, (self.periods, self.places)), (self._whole, (self.tabs,))):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            for part in parts:
                row.addWidget(part, 0, leading)
        self._rest.addStretch(1)
        self._whole.addLayout(self._rest, 1)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        """The days below the tabs where it is narrow, and the place below them where that is."""
        rest = self.periods.sizeHint().width() + GAP + self.places.sizeHint().width()
        self._rest.setDirection(ACROSS if self.width() >= rest else DOWN)
        whole = self.tabs.sizeHint().width() + GAP + rest
        self._whole.setDirection(ACROSS if self.width() >= whole else DOWN)

    def _show(self) -> None:
        self.periods.choose(self.chosen.days)
        listed = [place for place, _text in self._places]
        with QSignalBlocker(self.places):
            self.places.setCurrentIndex(listed.index(self.chosen.place))
        self.places.update()

    def turn_to(self, tab: str) -> None:
        """Show what was chosen for this tab."""
        self.tab = tab
        self._show()
        self.changed.emit()

    def _choose_days(self, days: int) -> None:
        self._chosen[self.tab] = replace(self.chosen, days=days)
        self.changed.emit()

    def _choose_place(self, at: int) -> None:
        self._chosen[self.tab] = replace(self.chosen, place=self._places[at][0])
        self.changed.emit()
