"""The card on Signals that tells when each signal began and stopped, as bars or as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from spasmlog.i18n import _, ngettext
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.cell_table import CellTable
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.segmented import Segmented
from spasmlog.ui.signal_history_bar import ShareBar
from spasmlog.ui.signal_history_strip import SignalStrip
from spasmlog.ui.signal_history_work import PastDays

if TYPE_CHECKING:
    from spasmlog.views.signal_history import PastAsked, SignalHistoryView

MOST_ROWS = 12
"""Rows of the table that are shown before the others are asked for."""


class SignalHistoryCard(Card):
    """Worked out while it is in sight, and until it is told to stop; it never holds the window."""

    wanted = Signal(object)
    changed = Signal()
    """Parts of it have come or gone."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("When each signal began and stopped"))
        self.days = PastDays(self)
        self._personal, self._stopped, self._as_table, self._all_rows = True, False, False, False
        self._view: SignalHistoryView | None = None
        self._percent = 0
        self.period = Segmented(
            look, ((False, _("Last 12 months")), (True, _("All years"))), _("Days shown")
        )
        self.period.set_value(False)
        self.progress = ShareBar(look)
        self.how_far = label("", "quiet", wrap=True)
        self.stop = Button(_("Stop"), look, name=_("Stop looking at past days"))
        self.none = label("", wrap=True)
        self.strip = SignalStrip(look)
        self.table = CellTable(look, _("When each signal began and stopped, as a table"))
        self.whole = Button("", look, "flat")
        self.switch = Button(_("Show as table"), look, "flat")
        self.earlier = label("", "quiet", wrap=True)
        self.hint = label("", "caption", wrap=True)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def view(self) -> SignalHistoryView | None:
        """What is shown, None before there is anything."""
        return self._view

    def show_past(self, asked: PastAsked) -> None:
        """This is the diary now: what is not known of its days is looked at."""
        if asked.personal is not self._personal:
            self._personal, self._view = asked.personal, None
        self.days.ask(asked)
        self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at need not be worked out; it is gone on with from there."""
        super().hideEvent(event)
        self.days.stop()

    def _lay_out(self) -> None:
        for part in (self.period, self.progress, self.how_far, self.none, self.strip, self.table):
            self.body.addWidget(part)
        self.body.addWidget(self.earlier)
        self.body.addWidget(self.hint)
        self.body.addWidget(Flow((self.stop, self.switch, self.whole)))

    def _connect(self) -> None:
        self.period.changed.connect(self._tell)
        self.stop.clicked.connect(self._turn)
        self.switch.clicked.connect(self._switch)
        self.whole.clicked.connect(self._show_whole)
        self.strip.opened.connect(self._open)
        self.table.opened.connect(self._open)
        self.days.progressed.connect(self._say_how_far)
        self.days.done.connect(self._tell)

    def _go_on(self) -> None:
        if self.isVisible() and not self._stopped:
            self.days.go_on()
        self._show()

    def _turn(self) -> None:
        """Stop, or go on from there."""
        self._stopped = not self._stopped
        if self._stopped:
            self.days.stop()
        self._go_on()

    def _say_how_far(self, done: int, total: int) -> None:
        percent, first = 100 * done // total, not self.how_far.text()
        if percent == self._percent and not first:
            return
        self._percent = percent
        self.progress.set_share(done / total)
        said = ngettext("{done} of {n} day looked at", "{done} of {n} days looked at", total)
        self.how_far.setText(said.replace("{done}", str(done)))
        if first:
            self._show()

    def _tell(self) -> None:
        """What came of it, over the days that are chosen."""
        from spasmlog.views.signal_history import signal_history_view

        if self.days.told is None:
            return
        whole = self.period.value() is True
        view = signal_history_view(self.days.told, personal=self._personal, whole=whole)
        if view != self._view:
            self._view = view
            self.strip.show_view(view)
            self.earlier.setText(view.earlier)
            self.hint.setText(view.note)
            self.none.setText(view.none)
        self._show()

    def _show(self) -> None:
        """The bar of how far it is, the strip or the table; only what there is."""
        view, done = self._view, self.days.is_done
        there = view is not None and bool(view.rows)
        working = not done and view is None
        for part, shown in (
            (self.progress, working),
            (self.how_far, working and bool(self.how_far.text())),
            (self.stop, working),
            (self.period, view is not None and view.is_long),
            (self.none, view is not None and bool(view.none)),
            (self.earlier, view is not None and bool(view.earlier)),
            (self.hint, view is not None and bool(view.note)),
            (self.switch, there),
            (self.strip, there and not self._as_table),
            (self.table, there and self._as_table),
        ):
            part.setVisible(shown)
        self.stop.set_text(_("Go on") if self._stopped else _("Stop"))
        self.switch.set_text(_("Show as bars") if self._as_table else _("Show as table"))
        self._fill_table(view if self._as_table else None)
        self.changed.emit()

    def _fill_table(self, view: SignalHistoryView | None) -> None:
        """All rows, or the newest of them until the others are asked for."""
        from spasmlog.views.signal_history import past_table

        cells = None if view is None else past_table(view)
        many = 0 if cells is None else len(cells.rows)
        is_long = many > MOST_ROWS + 1
        if cells is not None:
            rows = cells.rows[:MOST_ROWS] if is_long and not self._all_rows else cells.rows
            self.table.show_cells(replace(cells, rows=rows))
        self.whole.setVisible(is_long)
        more = ngettext("Show all {n} row", "Show all {n} rows", many)
        self.whole.set_text(_("Show fewer rows") if self._all_rows else more)

    def _switch(self) -> None:
        self._as_table = not self._as_table
        self._show()

    def _show_whole(self) -> None:
        self._all_rows = not self._all_rows
        self._show()

    def _open(self, day: date) -> None:
        self.wanted.emit(Place(page="history", day=day))
