"""Which tab of Insights is shown, of which days and which place; each tab keeps its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasmlog.domain.scales import Region
from spasmlog.i18n import _, in_sentence
from spasmlog.ui.buttons import Button
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


class Line(Segmented):
    """Words side by side also in large text, as long as there is room for all of them."""

    def sizeHint(self) -> QSize:
        wide = self._widest() * len(self._tiles) + 2
        return QSize(wide, self.heightForWidth(wide))

    def fit_into(self, room: int) -> int:
        """Take no more of the room than it needs, upright where it is too narrow; how wide."""
        wide = self.sizeHint().width()
        taken = wide if room >= wide else self.minimumSizeHint().width()
        self.setMaximumWidth(taken)
        return taken

    def _upright(self, width: int) -> bool:
        return width < self._widest() * len(self._tiles)


class PeriodChoice(QWidget):
    """Days to choose from; they differ where the journal has a visit to begin with."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: Choices = ()
        self._row: Line | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def offer(self, choices: Choices) -> None:
        """Offer these; a row that offers them already stays."""
        if choices == self._choices:
            return
        self._choices = choices
        old = self._row
        self._row = Line(self._look, choices, _("Days shown"))
        self._row.changed.connect(self.changed)
        if old is None:
            self._column.addWidget(self._row)
        else:
            self._column.replaceWidget(old, self._row)
            old.hide()
            old.deleteLater()

    @property
    def wide(self) -> int:
        """How wide all of them are side by side."""
        return 0 if self._row is None else self._row.sizeHint().width()

    def fit_into(self, room: int) -> int:
        """How much of the room the row takes."""
        return 0 if self._row is None else self._row.fit_into(room)

    def choose(self, days: int) -> None:
        """Show this as chosen, without a `changed`."""
        if self._row is not None:
            self._row.set_value(days)


class InsightsFilters(QWidget):
    """Remembers what was chosen while the window lives.

    Where days and place have no room beside the tabs, one button says what is chosen and opens
    them below, so that the charts stay on the first screen.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.tabs = Line(
            look, tuple((key, _(tab.title)) for key, tab in on_screen().items()), _("Question")
        )
        self.periods = PeriodChoice(look)
        self.places = Choice(look, _("Place"))
        self.fold = Button("", look, icon="chevron-down")
        self.fold.setCheckable(True)
        self._chosen = {key: Chosen(tab.days) for key, tab in on_screen().items()}
        self._places: tuple[tuple[Region | None, str], ...] = ()
        self._spans: Choices = ()
        self._lay_out()
        self.tab = next(iter(self._chosen))
        self.tabs.set_value(self.tab)
        self.tabs.changed.connect(self.turn_to)
        self.periods.changed.connect(self._choose_days)
        self.places.currentIndexChanged.connect(self._choose_place)
        self.fold.toggled.connect(self._fit)

    @property
    def chosen(self) -> Chosen:
        """What is chosen for the tab that is shown."""
        return self._chosen[self.tab]

    def show_view(self, view: InsightsView) -> None:
        """Offer what this journal has; what was chosen stays, as far as it is there."""
        self._spans = tuple((each.days, each.text) for each in view.spans)
        self.periods.offer(self._spans)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        self.panel = QWidget()
        self._rest, self._line = QBoxLayout(ACROSS, self.panel), QBoxLayout(ACROSS)
        self._whole = QBoxLayout(ACROSS, self)
        lines = ((self._rest, (self.periods, self.places)), (self._line, (self.tabs, self.fold)))
        for row, parts in lines:
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
            for part in parts:
                row.addWidget(part, 0, leading)
            row.addStretch(1)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GAP)
        self._whole.addLayout(self._line)
        self._whole.addWidget(self.panel, 1)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        """All in one line where it is wide enough; else days and place are folded away."""
        tabs = self.tabs.sizeHint().width() + GAP
        place = GAP + self.places.sizeHint().width()
        wide = self.width() >= tabs + self.periods.wide + place
        rest = self.periods.fit_into(self.width()) + place
        self._rest.setDirection(ACROSS if self.width() >= rest else DOWN)
        line = ACROSS if self.width() >= tabs + self.fold.sizeHint().width() else DOWN
        self._line.setDirection(line)
        self._whole.setDirection(ACROSS if wide else DOWN)
        self.fold.setVisible(not wide)
        self.panel.setVisible(wide or self.fold.isChecked())

    def _tell_chosen(self) -> None:
        """What the button says: the days, and the place where there is one to choose."""
        told = next(text for days, text in self._spans if days == self.chosen.days)
        if len(self._places) > 2:
            place = dict(self._places)[self.chosen.place]
            told = _("{days}, {place}").format(days=told, place=in_sentence(place))
        self.fold.set_text(told)
        self.fold.setAccessibleName(_("Days and place: {chosen}").format(chosen=told))
        self._fit()

    def _show(self) -> None:
        self.periods.choose(self.chosen.days)
        listed = [place for place, _text in self._places]
        with QSignalBlocker(self.places):
            self.places.setCurrentIndex(listed.index(self.chosen.place))
        self.places.update()
        self._tell_chosen()

    def turn_to(self, tab: str) -> None:
        """Show what was chosen for this tab."""
        self.tab = tab
        self._show()
        self.changed.emit()

    def _choose_days(self, days: int) -> None:
        self._chosen[self.tab] = replace(self.chosen, days=days)
        self._tell_chosen()
        self.changed.emit()

    def _choose_place(self, at: int) -> None:
        self._chosen[self.tab] = replace(self.chosen, place=self._places[at][0])
        self._tell_chosen()
        self.changed.emit()
