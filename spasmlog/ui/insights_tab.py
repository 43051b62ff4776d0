"""One tab of Insights, built from its table: cards one below the other, some side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasmlog.charts import CHARTS, Asked
from spasmlog.charts.words_numbers import CAVEAT
from spasmlog.i18n import _
from spasmlog.ui.beside import GUTTER
from spasmlog.ui.cards import Card, HatchedFrame
from spasmlog.ui.insights_chart import ChartCard, YearCard
from spasmlog.ui.insights_tabs import RETURNING, YEARLY, Tab
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Tasks

if TYPE_CHECKING:
    from spasmlog.ui.insights_filters import Chosen
    from spasmlog.views.insights import InsightsView, Span

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
PAIR_FROM = 940
"""So many design pixels let two cards stand side by side."""


class Pair(QWidget):
    """Two cards of one height side by side, one below the other where it is narrow."""

    def __init__(self, look: Look, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._look = look
        self._row = QBoxLayout(ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GUTTER)
        for card in cards:
            self._row.addWidget(card, 1)
        look.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self._look.px(PAIR_FROM)
        self._row.setDirection(ACROSS if wide else DOWN)


class InsightsTab(QWidget):
    """Works nothing out itself: each card is handed what is asked for, the topmost first.

    `extras` are the cards that are no chart, by their names in the table.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, tasks: Tasks, tab: Tab, extras: Mapping[str, QWidget]) -> None:
        super().__init__()
        self._look, self._tasks, self._tab, self._extras = look, tasks, tab, extras
        self.charts: dict[str, ChartCard] = {}
        self.empty = HatchedFrame(look, "")
        self.blank = Card(look)
        self.blank.body.addWidget(self.empty)
        self.rows: list[QWidget] = []
        self._left_out: set[QWidget] = set()
        self._in_sight, self._empty = 0, False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GUTTER)
        self.caveat = label(_(CAVEAT), "caption", wrap=True)
        self.caveat.hide()
        for part in (self.blank, self.caveat):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def build_steps(self) -> Iterator[None]:
        """Make a row a step, so that the window stays quick; nothing is shown before the last."""
        for each in self._tab.rows:
            cards = []
            for name in self._existing(each):
                cards.append(self._card(name))
                yield
            if cards:
                row = cards[0] if len(cards) == 1 else Pair(self._look, cards)
                row.hide()
                self.rows.append(row)
                self._column.insertWidget(self._column.indexOf(self.caveat), row)

    def reveal_steps(self) -> Iterator[None]:
        """Let the rows come into sight one by one, each dressed and painted by itself."""
        while self._in_sight < len(self.rows):
            self._in_sight += 1
            self._show_rows()
            yield

    def show_view(self, view: InsightsView, chosen: Chosen) -> None:
        """Show the days and the place that are chosen; in an empty journal, only that it is."""
        span = view.span(chosen.days)
        self._empty = view.empty is not None
        self.blank.setVisible(self._empty)
        self._show_rows()
        if view.empty is not None:
            self.empty.set_text(*view.empty)
            return
        asked = Asked(
            diary=view.diary,
            first=span.first,
            last=span.last,
            place=chosen.place,
            marks=view.marks,
        )
        self.show_asked(view, span, asked)

    def show_asked(self, view: InsightsView, span: Span, asked: Asked) -> None:
        """Hand every card what it is asked for."""
        del span
        for name, card in self.charts.items():
            if isinstance(card, YearCard):
                card.offer(view.years)
            card.show_asked(asked)
            if name in RETURNING:
                card.part.show_part(view.returning)

    def leave_out(self, row: QWidget, *, out: bool) -> None:
        """Take a row away that has nothing to say, or bring it back."""
        (self._left_out.add if out else self._left_out.discard)(row)
        self._show_rows()

    def _show_rows(self) -> None:
        for row in self.rows[: self._in_sight]:
            row.setVisible(not self._empty and row not in self._left_out)
        self.caveat.setVisible(self._in_sight >= len(self.rows))

    def _existing(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in names if each in CHARTS or each in self._extras)

    def _card(self, name: str) -> QWidget:
        if name in self._extras:
            return self._extras[name]
        made = YearCard if name in YEARLY else ChartCard
        card = made(self._look, self._tasks, CHARTS[name], len(self.charts) + 1)
        card.part.wanted.connect(self.wanted)
        self.charts[name] = card
        return card
