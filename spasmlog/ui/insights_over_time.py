"""The tab of how it is going: the overview with the signals at its side, and two periods."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spasmlog.analysis.scores import latest
from spasmlog.charts import Asked
from spasmlog.ui.insights_cards import ComparedCard
from spasmlog.ui.insights_signals import WithSignals
from spasmlog.ui.insights_tab import InsightsTab
from spasmlog.ui.insights_tabs import COMPARED, SCORED, TABS
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Tasks

if TYPE_CHECKING:
    from spasmlog.ui.insights_filters import Chosen
    from spasmlog.views.insights import InsightsView, Span

OVERVIEW = "overview"


class OverTime(InsightsTab):
    """In an empty journal the frame that says so stands beside the signals."""

    def __init__(self, look: Look, tasks: Tasks) -> None:
        self.compared = ComparedCard(look)
        super().__init__(look, tasks, TABS["over_time"], {COMPARED: self.compared})
        self.beside = WithSignals(look)
        self.beside.wanted.connect(self.wanted)

    def build_steps(self) -> Iterator[None]:
        yield from super().build_steps()
        self.rows.remove(self.charts[OVERVIEW])
        self._column.insertWidget(0, self.beside)

    def reveal_steps(self) -> Iterator[None]:
        while self.beside.come_into_sight():
            yield
        yield from super().reveal_steps()

    def show_view(self, view: InsightsView, chosen: Chosen) -> None:
        self.beside.show_beside(self.charts[OVERVIEW] if view.empty is None else self.blank, view)
        super().show_view(view, chosen)

    def show_asked(self, view: InsightsView, span: Span, asked: Asked) -> None:
        super().show_asked(view, span, asked)
        self.leave_out(self.compared, out=span.compared is None)
        if span.compared is not None:
            self.compared.show_compared(span.compared)
        for name, instrument in SCORED.items():
            self.leave_out(self.charts[name], out=latest(asked.diary, instrument) is None)
