"""The Insights page: how it is going, and beside it the signals that fire on those days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.charts import CHARTS, Asked
from spasmlog.i18n import _
from spasmlog.ui.beside import GUTTER, Beside
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, HatchedFrame
from spasmlog.ui.cell_table import CellTable
from spasmlog.ui.figure_view import FigureView
from spasmlog.ui.firing_card import FiringCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page, Place
from spasmlog.ui.reading_order import chain
from spasmlog.ui.segmented import Segmented
from spasmlog.ui.tasks import Tasks
from spasmlog.views.insights import ALL, PERIODS

if TYPE_CHECKING:
    from spasmlog.charts import Mark
    from spasmlog.domain.diary import Diary
    from spasmlog.views.compared import Compared
    from spasmlog.views.insights import InsightsView, Span

CHART = CHARTS["overview"]
FIRST_CHOICE = 90
SHARES, TWO_FROM = (700, 332), 940


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


class InsightsPage(Page):
    """What is said of the chart, and the chart, are worked out on threads; the latest wins."""

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: InsightsView | None = None
        self._charted: tuple[Diary, Span, tuple[Mark, ...]] | None = None
        self.signals: dict[str, FiringCard] = {}
        self.figure = FigureView(look, tasks, _(CHART.title))
        self.empty = HatchedFrame(look, "")
        self.periods = Segmented(
            look,
            (*((days, _(text)) for days, text in PERIODS.items()), (ALL, _("All"))),
            _("Days shown"),
        )
        self.periods.set_value(FIRST_CHOICE)
        self.periods.changed.connect(self._show_span)
        self.chart = self._chart_card()
        self.none = self._none_card()
        self.compared = ComparedCard(look)
        self.beside = Beside(look, SHARES, TWO_FROM)
        self._lay_out()

    def show_view(self, view: InsightsView) -> None:
        """Show this; the days that were chosen stay chosen."""
        self._view = view
        self.none_text.setText(view.none)
        for told in view.signals:
            if told.rule not in self.signals:
                self.signals[told.rule] = self._new_card()
            self.signals[told.rule].show_firing(told)
        fired = tuple(self.signals[each.rule] for each in view.signals)
        self.beside.show_cards((self.chart,), fired or (self.none,))
        self._show_span()
        self.beside.show()
        chain(self)

    def _align(self, card: Card) -> None:
        """Beside periods that stand upright the title stays at the top."""
        upright = self._look.large
        where = Qt.AlignmentFlag.AlignTop if upright else Qt.AlignmentFlag.AlignVCenter
        card.header.setAlignment(card.title, where)

    def _chart_card(self) -> Card:
        card = Card(self._look, _(CHART.title))
        card.header.addWidget(self.periods)
        self._look.changed.connect(lambda: self._align(card))
        self._align(card)
        card.body.addWidget(self.figure)
        card.body.addWidget(self.empty)
        self.empty.hide()
        return card

    def _none_card(self) -> Card:
        card = Card(self._look)
        self.none_text = label("", wrap=True)
        self.looked = Button(_("See what was looked at"), self._look, "flat")
        self.looked.clicked.connect(lambda: self.wanted.emit(Place(page="signals")))
        card.body.addWidget(self.none_text)
        card.body.addWidget(self.looked, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GUTTER)
        whole.addWidget(self.beside)
        whole.addWidget(self.compared)
        whole.addStretch(1)
        self.beside.hide()  # until there is something on it: shown at once it is dressed once
        self.compared.hide()

    def _new_card(self) -> FiringCard:
        card = FiringCard(self._look)
        card.wanted.connect(self.wanted)
        return card

    def _show_span(self) -> None:
        """The chart, and the numbers beside those before, of the chosen days."""
        view = self._view
        if view is None:
            return
        span = next(each for each in view.spans if each.days == self.periods.value())
        self.compared.setVisible(span.compared is not None)
        if span.compared is not None:
            self.compared.show_compared(span.compared)
        self.figure.setVisible(view.empty is None)
        self.empty.setVisible(view.empty is not None)
        if view.empty is not None:
            self.empty.set_text(*view.empty)
        else:
            self._chart(view.diary, span, view.marks)

    def _chart(self, diary: Diary, span: Span, marks: tuple[Mark, ...]) -> None:
        """Have the words and numbers of these days worked out, then drawn, unless they are there.

        Of many years they take longer than the window may stand still.
        """
        before = self._charted
        if before is not None and before[0] is diary and before[1:] == (span, marks):
            return
        self._charted = (diary, span, marks)

        asked = Asked(diary=diary, first=span.first, last=span.last, marks=marks)
        self.figure.show_work(lambda _progress: CHART.prepare(asked))
