"""History: a month, a day of it, and one entry of the day to be changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spasmlog.domain.diary import Step, day_of
from spasmlog.domain.records import Treatment
from spasmlog.errors import Refusal
from spasmlog.journal.commands import Command, Delete, EndEpisode, Restore
from spasmlog.ui.bin_card import BinCard
from spasmlog.ui.buttons import Button
from spasmlog.ui.day_card import DayCard
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look
from spasmlog.ui.month_card import MonthCard
from spasmlog.ui.page import Page
from spasmlog.ui.reading_order import chain
from spasmlog.ui.record_editor import RecordEditor, identity
from spasmlog.views.forms import NEW
from spasmlog.views.history import HistoryView

GUTTER = 16
THREE_FROM, TWO_FROM = 980, 640
"""So many design pixels make room for three columns, or for two."""
SHARES = (300, 300, 414)


class HistoryPage(Page):
    """Days and entries. It emits what is chosen; the window answers with another view."""

    day_chosen = Signal(object)
    """A date; no entry is chosen then."""
    record_chosen = Signal(str)
    """An entry's id, the key of a new one, or empty: none."""
    versions_wanted = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: HistoryView | None = None
        self._asked: Command | None = None
        self._by_editor = False
        self._seen: object = None
        self._columns = 0
        self.month = MonthCard(look)
        self.undo = Button("", look, "flat", icon="undo")
        self.redo = Button("", look, "flat", icon="redo")
        self.bin = BinCard(look)
        self.day = DayCard(look)
        self.editor = RecordEditor(look)
        self._lay_out()
        self._connect()
        look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        self._steps = Flow((self.undo, self.redo), gap=4)
        for widget in (self.month, self._steps, self.bin):
            left.addWidget(widget)
        left.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GUTTER)
        self._fit()

    def _connect(self) -> None:
        self.month.chosen.connect(self.day_chosen)
        self.day.opened.connect(self._open)
        self.day.delete_asked.connect(lambda key: self._ask(Delete(record_id=key)))
        self.editor.asked.connect(lambda command: self._ask(command, by_editor=True))
        self.editor.opened.connect(self.record_chosen)
        self.editor.left.connect(self._to_list)
        self.editor.versions_wanted.connect(self.versions_wanted)
        self.bin.restored.connect(lambda key: self._ask(Restore(record_id=key)))
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)

    def show_view(self, view: HistoryView) -> None:
        """Show this day; what is half typed stays."""
        self._view = view
        self.month.show_month(view.month, view.day)
        self.day.show_day(view)
        self.bin.show_rows(view.bin)
        self.editor.show_opened(view.opened)
        for button, words in ((self.undo, view.undo), (self.redo, view.redo)):
            button.set_text(words)
            button.setVisible(bool(words))
        self._steps.setVisible(bool(view.undo or view.redo))
        seen = (identity(view.opened), len(view.bin))
        if seen != self._seen:
            self._seen = seen
            chain(self)

    def go(self, day: date, record_id: str | None = None) -> None:
        """Ask for a day, and an entry of it."""
        self.day_chosen.emit(day)
        if record_id is not None:
            self.record_chosen.emit(record_id)

    def offer_kinds(self) -> None:
        """Ask what is to be added to the day."""
        self.day.add.setFocus()
        self.day.open_menu()

    def saved(self, step: Step) -> None:
        """A command is on disk: where this page asked for it, go to what it was about."""
        if self._asked is None:
            return
        command = self._asked
        if self._by_editor:
            self.editor.saved(step)
        if (
            not isinstance(command, Delete)
            and not isinstance(command, EndEpisode)
            and not self.editor.is_held
        ):
            self._follow(step)

    def show_refusal(self, refusal: Refusal) -> bool:
        """Beside the form, where the form asked."""
        if self._asked is None or not self._by_editor:
            return False
        self.editor.refuse(refusal)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self, key: str) -> None:
        """Open an entry; a new one takes the keyboard to its first field."""
        self.record_chosen.emit(key)
        if key.startswith(NEW) and not self.editor.is_held:
            self.editor.focus_first()

    def _to_list(self) -> None:
        (self.day.add if self.day.list.isHidden() else self.day.list).setFocus()

    def _ask(self, command: Command, *, by_editor: bool = False) -> None:
        before = self._asked, self._by_editor
        self._asked, self._by_editor = command, by_editor
        self.asked.emit(command)
        self._asked, self._by_editor = before

    def _follow(self, step: Step) -> None:
        """Open what was written, on the day where it is now."""
        written = (each.after for each in step.changes)
        record = next((r for r in written if r and not isinstance(r, Treatment)), None)
        if record is None or self._view is None:
            return
        day = day_of(record)
        listed = {row.record_id for row in self._view.rows}
        if day is not None and record.id not in listed:
            self.day_chosen.emit(day)
        if record.id != self._view.chosen:
            self.record_chosen.emit(record.id)

    def _fit(self) -> None:
        """As many columns as there is room for, in reading order."""
        room = self.width() / self._look.scale
        columns = 3 if room >= THREE_FROM else 2 if room >= TWO_FROM else 1
        if columns == self._columns:
            return
        self._columns = columns
        for widget in (self._left, self.day, self.editor):
            self._grid.removeWidget(widget)
        for at, share in enumerate(SHARES):
            self._grid.setColumnStretch(at, share if at < columns else 0)
        below = 1 if columns == 2 else 2
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self.day, 0 if columns > 1 else 1, 1 if columns > 1 else 0)
        if columns == 3:
            self._grid.addWidget(self.editor, 0, 2)
        else:
            self._grid.addWidget(self.editor, below, 0, 1, columns)
