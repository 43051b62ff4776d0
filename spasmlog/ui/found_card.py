"""What was found, in the place of the day's list: it opens entries, and several can be chosen."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, EmptyState
from spasmlog.ui.found_list import FoundList
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.row_acts import RowActs
from spasmlog.ui.several_bar import SeveralBar
from spasmlog.views.found import ALL, Searched
from spasmlog.views.history import HistoryView


class FoundCard(Card):
    """Shown while something is looked for."""

    opened = Signal(str, object)
    """The id of an entry, and its day."""
    over = Signal()
    """The search is to end: back to the day."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._searched: Searched | None = None
        self._day = date.min
        self.heading = label(_("Found"), "card-title", wrap=True)
        self.setAccessibleName(self.heading.text())
        self.sub = label("", "caption", wrap=True)
        self.list = FoundList(look)
        self.several = SeveralBar(look, self.list.choosing, lambda: self.list.chosen)
        self.acts = RowActs(self, self.list.choosing, self.several, lambda _what, key: (key,))
        self.empty = EmptyState(
            look,
            "search",
            _("Nothing is found"),
            _("The day is shown again when the field is cleared."),
        )
        self.back = Button("", look, size="roomy", icon="calendar")
        for widget in (self.heading, self.sub, self.several):
            self.body.addWidget(widget)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.several.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.back)
        self.acts.opened.connect(self._open)
        self.back.clicked.connect(self.over)

    def show_found(self, view: HistoryView, searched: Searched) -> None:
        """Show what was found; the entry that is open is marked, another day brings its rows."""
        fresh, self._searched = self._is_new(searched), searched
        self.sub.setText(searched.sentence if searched.text == ALL else "")
        self.sub.setVisible(bool(self.sub.text()))
        self.list.show_found(searched.ids, searched.row)
        self.list.show_open(view.chosen)
        self.list.setVisible(bool(searched.ids))
        self.several.begin.setVisible(len(searched.ids) > 1)
        self.empty.setVisible(searched.is_ready and not searched.ids)
        self.back.set_text(_("Back to {day}").format(day=view.title))
        self.several.show_view(view)
        moved, self._day = view.day != self._day, view.day
        if moved and not fresh:
            self._go_to(view.day)

    def focus_list(self) -> None:
        """Take the keyboard to what was found, and there to the entry that is open."""
        if not self.list.isHidden():
            self.list.stand_on_open()
            self.list.setFocus()
            reveal(self)

    def _open(self, record_id: str) -> None:
        row = None if self._searched is None else self._searched.row(record_id)
        if row is not None:
            self._day = row.day  # it is in sight already
            self.opened.emit(record_id, row.day)

    def _is_new(self, searched: Searched) -> bool:
        """Whether something else is looked for now: that begins with the newest."""
        return self.isHidden() or self._searched is None or self._searched.text != searched.text

    def _go_to(self, day: date) -> None:
        """Scroll to the newest entry of a day, where one was found on it."""
        searched = self._searched
        if searched is None or not searched.ids:
            return
        # Newest first: the first row that is not later than the day.
        at = bisect_left(searched.ids, -day.toordinal(), key=self._age)
        self.list.show_row(at)

    def _age(self, record_id: str) -> int:
        row = None if self._searched is None else self._searched.row(record_id)
        return 0 if row is None else -row.day.toordinal()
