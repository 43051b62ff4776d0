"""The tab of whether treatments help and spasms come back: what was used, and one at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.charts import Asked
from spasmlog.errors import Refusal
from spasmlog.ui.figure_work import in_turn
from spasmlog.ui.insights_cards import OneTreatment, UsesCard
from spasmlog.ui.insights_chart import same
from spasmlog.ui.insights_tab import InsightsTab
from spasmlog.ui.insights_tabs import ONE, TABS, USES
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Latest, Tasks

if TYPE_CHECKING:
    from spasmlog.views.insights import InsightsView, Span
    from spasmlog.views.insights_uses import UsesView


class Treatments(InsightsTab):
    """Which treatments there are to choose from is worked out with what was used."""

    def __init__(self, look: Look, tasks: Tasks) -> None:
        self.uses, self.one = UsesCard(look), OneTreatment(look)
        super().__init__(look, tasks, TABS["treatments"], {USES: self.uses, ONE: self.one})
        self._latest = Latest(tasks)
        self._asked: Asked | None = None
        self.one.chosen.connect(self._show_one)

    def show_asked(self, view: InsightsView, span: Span, asked: Asked) -> None:
        if not same(asked, self._asked):
            self._asked = asked
            work = partial(_uses, asked)
            self._latest.run(
                lambda progress: in_turn(work, 0, progress), self._take, self._refused, "uses"
            )
        super().show_asked(view, span, replace(asked, treatment=self.one.treatment))

    def _take(self, found: UsesView) -> None:
        self.uses.show_uses(found)
        self.one.offer(found.choices)
        self.leave_out(self.one, out=not found.choices)
        self._show_one()

    def _show_one(self) -> None:
        """The charts of one treatment; the others are asked for what they show already."""
        if self._asked is not None:
            for card in self.charts.values():
                card.show_asked(replace(self._asked, treatment=self.one.treatment))

    def _refused(self, refusal: Refusal) -> None:
        self.uses.basis.setText(str(refusal))


def _uses(asked: Asked) -> UsesView:
    """Imported where it runs: it needs numpy."""
    from spasmlog.views.insights_uses import uses_view

    return uses_view(asked)
