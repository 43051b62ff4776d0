"""The Insights page: one question a tab, each with its days and place, and how far to trust it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.ui.beside import GUTTER
from spasmlog.ui.figure_work import TURNS
from spasmlog.ui.insights_filters import InsightsFilters
from spasmlog.ui.insights_over_time import OverTime
from spasmlog.ui.insights_tab import InsightsTab
from spasmlog.ui.insights_treatments import Treatments
from spasmlog.ui.insights_trust import InsightsTrust
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page
from spasmlog.ui.reading_order import chain
from spasmlog.ui.tasks import Tasks

if TYPE_CHECKING:
    from spasmlog.views.insights import InsightsView

PAINT_S = 0.12
"""So long a tab takes to be laid out and painted: no chart is worked out meanwhile."""
MADE: Mapping[str, Callable[[Look, Tasks], InsightsTab]] = {
    "over_time": OverTime,
    "treatments": Treatments,
}


class InsightsPage(Page):
    """A tab is made when it is first wanted; what it shows is worked out on threads."""

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._tasks = look, tasks
        self._view: InsightsView | None = None
        self.filters = InsightsFilters(look)
        self.trust = InsightsTrust(look, tasks)
        self.tabs: dict[str, InsightsTab] = {}
        self._making: set[str] = set()
        self._whole: set[str] = set()
        self.filters.changed.connect(self._show)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GUTTER)
        for part in (self.filters, self.trust):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.filters.hide()  # until there is something on it: shown at once it is dressed once

    @property
    def tab(self) -> InsightsTab:
        """The tab that is shown; there as soon as the page is complete."""
        return self.tabs[self.filters.tab]

    @property
    def complete(self) -> bool:
        return not self._making

    def go_to(self, tab: str) -> None:
        """Show this tab, as if its name had been pressed."""
        self.filters.tabs.set_value(tab)
        self.filters.turn_to(tab)

    def show_view(self, view: InsightsView) -> None:
        """Show this; what was chosen stays chosen."""
        self._view = view
        self.filters.show_view(view)
        self.filters.show()
        self._show()

    def _show(self) -> None:
        """The chosen tab, of the chosen days and place, as soon as all of it is made."""
        view, name = self._view, self.filters.tab
        if name not in self._whole:
            if name not in self._making:
                self._making.add(name)
                steps = self._steps(name)
                QTimer.singleShot(0, self, lambda: self._next(steps))
            return
        if view is None:
            return
        TURNS.rest(PAINT_S)
        for each, tab in self.tabs.items():
            tab.setVisible(each == name)
        if view.empty is None:
            self.trust.show_diary(view.diary, view.day_start)
        else:
            self.trust.clear()
        self.tab.show_view(view, self.filters.chosen)
        chain(self)

    def _next(self, steps: Iterator[None]) -> None:
        """One step in this turn of the loop, the others in those to come."""
        if next(steps, self) is not self:
            QTimer.singleShot(0, self, lambda: self._next(steps))

    def _steps(self, name: str) -> Iterator[None]:
        """A tab is made card by card, and then comes into sight row by row."""
        tab = MADE[name](self._look, self._tasks)
        tab.wanted.connect(self.wanted)
        tab.hide()
        self._column.insertWidget(self._column.count() - 1, tab)
        self.tabs[name] = tab
        yield
        yield from tab.build_steps()
        self._whole.add(name)
        self._show()
        for _step in tab.reveal_steps():
            TURNS.rest(PAINT_S)
            yield
        self._making.discard(name)
        chain(self)
