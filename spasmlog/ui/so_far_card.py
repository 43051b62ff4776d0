"""What is known of today, on a line and in rows; and the days before, as tiles."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spasmlog.i18n import _, ngettext
from spasmlog.ui import asks
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, EmptyState
from spasmlog.ui.day_line import DayLine
from spasmlog.ui.day_plan import Mark
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.last_days import LastDays
from spasmlog.ui.look import Look
from spasmlog.ui.record_table import Row, RowList

if TYPE_CHECKING:
    from spasmlog.views.timeline import Before, DayRow, SoFar

SHOWN = 8
"""So many rows stand there at first; the rest is one press away."""


class SoFarCard(Card):
    """Rows newest first. `opened` carries the record's day and id, `delete_asked` its id."""

    asked = Signal(object)
    opened = Signal(object, str)
    delete_asked = Signal(str)
    earlier_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("So far today"), note=" ")
        self._rows: tuple[Row, ...] = ()
        self._all = False
        self._shown: SoFar | None = None
        self.line = DayLine(look)
        self.rows = RowList(look, name=_("Entries of today"))
        self.more = Button("", look, "flat")
        self.rest = label(_("The rest of the day is blank until you log it."), "quiet", wrap=True)
        self.body.addWidget(self.line)
        self.body.addWidget(self.rows)
        self.foot = Flow((self.more,))
        self.body.addWidget(self.foot)
        self.body.addWidget(self.rest)
        self.body.addWidget(self._make_empty(look))
        self.rows.opened.connect(self._open)
        self.rows.delete_asked.connect(self.delete_asked)
        self.more.clicked.connect(self._show_all)
        for each in (self.foot, self.rest, self.rows, self.line):
            each.hide()

    def show_view(self, view: SoFar) -> None:
        """Show the day; nothing is drawn anew that has not changed."""
        if view == self._shown:
            return
        if self._shown is not None and self._shown.day != view.day:
            self._all = False
        self._shown = view
        self.set_note(view.note)
        marks = tuple(Mark(**asdict(mark)) for mark in view.marks)
        self.line.show_marks(marks, view.now, view.first, view.last)
        self._rows = tuple(_row(row) for row in view.rows)
        some = bool(self._rows)
        self.line.setVisible(some)
        self.rows.setVisible(some)
        self.empty.setVisible(not some)
        self.rest.setVisible(some and len(self._rows) < 3)
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self._rows if self._all else self._rows[:SHOWN]
        if rows != self.rows.rows:
            self.rows.show_rows(rows)
        hidden = len(self._rows) - len(rows)
        self.more.set_text(ngettext("{n} earlier entry", "{n} earlier entries", hidden))
        self.foot.setVisible(hidden > 0)

    def _open(self, record_id: str) -> None:
        days = {} if self._shown is None else {row.id: row.day for row in self._shown.rows}
        self.opened.emit(days.get(record_id), record_id)

    def _show_all(self) -> None:
        self._all = True
        self._show_rows()
        self.rows.setFocus()

    def _make_empty(self, look: Look) -> EmptyState:
        no_spasm = Button(_("No spasm so far"), look, size="roomy")
        earlier = Button(_("Add an earlier one"), look, size="roomy")
        no_spasm.clicked.connect(lambda: self.asked.emit(asks.no_spasm()))
        earlier.clicked.connect(self.earlier_wanted.emit)
        self.empty = EmptyState(
            look,
            "today",
            _("Nothing logged yet today"),
            _(
                "Press a number when you know how it is. A day without an entry stays blank; it "
                "is never counted as zero."
            ),
            (no_spasm, earlier),
        )
        return self.empty


def _row(row: DayRow) -> Row:
    return Row(
        id=row.id, time=row.time, icon=row.icon, text=row.text, quiet=row.quiet, value=row.value
    )


class LastDaysCard(Card):
    """The last fortnight; a press on a day goes to it."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Last 14 days"), note=" ")
        self._shown: Before | None = None
        self.tiles = LastDays(look)
        self.body.addWidget(self.tiles)
        self.tiles.chosen.connect(self._choose)

    def show_view(self, view: Before) -> None:
        """Show these days."""
        if view != self._shown:
            self._shown = view
            self.set_note(view.note)
            self.tiles.show_days(view.tiles)

    def _choose(self, at: int) -> None:
        if self._shown is not None:
            self.chosen.emit(self._shown.days[at])
