"""A chart of Insights as a card: its title, what it is of, the chart, and what it is part of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from spasmlog.charts import Asked, Chart
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.choice import Choice
from spasmlog.ui.figure_view import FigureView
from spasmlog.ui.insights_cards import PartOf
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Tasks

if TYPE_CHECKING:
    pass

YEAR_DAYS = 365


class ChartCard(Card):
    """Works its chart out anew only where what it is asked for has changed."""

    def __init__(self, look: Look, tasks: Tasks, chart: Chart, place: int) -> None:
        super().__init__(look, _(chart.title), " ")
        self.chart = chart
        self.figure = FigureView(look, tasks, _(chart.title), place)
        self.part = PartOf(look)
        self.part.hide()
        self.body.addWidget(self.figure)
        self.body.addWidget(self.part)
        self._asked: Asked | None = None

    def show_asked(self, asked: Asked) -> None:
        """Show what is asked for, as far as the chart heeds it."""
        of_all_places = asked.place is not None and not self.chart.by_place
        self.set_note(_("all places") if of_all_places else "")
        wanted = replace(
            asked,
            place=asked.place if self.chart.by_place else None,
            treatment=asked.treatment if self.chart.by_treatment else "",
        )
        if not same(wanted, self._asked):
            self._asked = wanted
            self.figure.show_work(lambda _progress: self.chart.prepare(wanted))


class YearCard(ChartCard):
    """A chart of one year, which is chosen on the card itself."""

    year_chosen = Signal()

    def __init__(self, look: Look, tasks: Tasks, chart: Chart, place: int) -> None:
        super().__init__(look, tasks, chart, place)
        self._wanted: Asked | None = None
        self._years: tuple[int, ...] = ()
        self.years = Choice(look, _("Year"))
        self.earlier = Button("", look, "flat", icon="chevron-left", name=_("The year before"))
        self.later = Button("", look, "flat", icon="chevron-right", name=_("The year after"))
        for part in (self.earlier, self.years, self.later):
            self.header.addWidget(part)
        self.years.currentIndexChanged.connect(self._turn)
        self.earlier.clicked.connect(lambda: self._step(1))
        self.later.clicked.connect(lambda: self._step(-1))

    def offer(self, years: tuple[int, ...]) -> None:
        """Offer the last months and these, the newest first; what is shown stays."""
        if years == self._years:
            return
        kept, self._years = self.years.currentText(), years
        texts = [_("Last 12 months"), *map(str, years)]
        with QSignalBlocker(self.years):
            self.years.clear()
            self.years.addItems(texts)
            self.years.setCurrentIndex(texts.index(kept) if kept in texts else 0)
        self.years.updateGeometry()

    def show_asked(self, asked: Asked) -> None:
        """Of what is asked for everything but the days."""
        self._wanted = asked
        at = max(self.years.currentIndex(), 0)
        self.earlier.setEnabled(at < len(self._years))
        self.later.setEnabled(at > 0)
        first, last = _year_to(asked.diary.today) if at == 0 else _year(self._years[at - 1])
        super().show_asked(replace(asked, first=first, last=last))

    def _step(self, by: int) -> None:
        self.years.setCurrentIndex(self.years.currentIndex() + by)

    def _turn(self) -> None:
        self.years.update()
        if self._wanted is not None:
            self.show_asked(self._wanted)


def same(wanted: Asked, before: Asked | None) -> bool:
    """Whether two wishes make the same chart; the same diary is told by being the same object."""
    if before is None or wanted.diary is not before.diary:
        return False
    return _but_diary(wanted) == _but_diary(before)


def _but_diary(asked: Asked) -> tuple[object, ...]:
    return asked.first, asked.last, asked.place, asked.treatment, asked.marks


def _year_to(last: date) -> tuple[date, date]:
    return date.fromordinal(max(last.toordinal() - YEAR_DAYS + 1, 1)), last


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
