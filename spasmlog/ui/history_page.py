"""History: a month, a day of it, and one entry of the day to be changed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spasmlog.domain.diary import Step, day_of
from spasmlog.domain.records import Treatment
from spasmlog.errors import Refusal
from spasmlog.journal import commands as c
from spasmlog.journal.commands import Command
from spasmlog.ui import keys
from spasmlog.ui.bin_card import BinCard
from spasmlog.ui.buttons import Button
from spasmlog.ui.choosing import DUPLICATE, MOVE, asked_by
from spasmlog.ui.day_card import DayCard
from spasmlog.ui.find_card import FindCard
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.found_card import FoundCard
from spasmlog.ui.look import Look
from spasmlog.ui.month_card import MonthCard
from spasmlog.ui.page import Page
from spasmlog.ui.reading_order import chain
from spasmlog.ui.record_editor import RecordEditor, identity
from spasmlog.ui.reveal import reveal
from spasmlog.ui.several_bar import SeveralBar
from spasmlog.views.forms import NEW
from spasmlog.views.history import HistoryView

GUTTER = 16
THREE_FROM, TWO_FROM = 980, 640
"""So many design pixels make room for three columns, or for two."""
SHARES = (300, 300, 414)
STAYS = (
    c.Delete,
    c.DeleteMany,
    c.DuplicateMany,
    c.EditMany,
    c.EditTogether,
    c.EndEpisode,
    c.RestoreMany,
)
"""After these nothing is opened: the person goes on in the list."""
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class HistoryPage(Page):
    """Days and entries. It emits what is chosen; the window answers with another view."""

    day_chosen = Signal(object)
    """A date; no entry is chosen then."""
    record_chosen = Signal(str)
    """An entry's id, the key of a new one, or empty: none."""
    versions_wanted = Signal(str)
    search_wanted = Signal(object)
    """A text to look for, or None: the search is over."""
    search_near = Signal()
    """Something will soon be looked for."""
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: HistoryView | None = None
        self._asked: Command | None = None
        self._by: object = None
        self._seen: tuple[object, ...] = (None,)
        self._columns = 0
        self.month = MonthCard(look)
        self.undo = Button("", look, "flat", icon="undo")
        self.redo = Button("", look, "flat", icon="redo")
        self.bin = BinCard(look)
        self.finder = FindCard(look)
        self.day = DayCard(look)
        self.found = FoundCard(look)
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
        for widget in (self.month, self.finder, self._steps, self.bin):
            left.addWidget(widget)
        left.addStretch(1)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.day)
        middle.addWidget(self.found)
        self.found.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GUTTER)
        self._fit()

    def _connect(self) -> None:
        self.month.chosen.connect(self.day_chosen)
        self.day.opened.connect(self._open)
        for card in (self.day, self.found):
            card.acts.asked.connect(lambda command, card=card: self._ask(command, card.several))
            card.several.left.connect(self._to_list)
        self.found.opened.connect(self._open_found)
        self.found.over.connect(self._end_search)
        self.finder.wanted.connect(self.search_wanted)
        self.finder.near.connect(self.search_near)
        self.finder.left.connect(self._to_list)
        self.finder.entered.connect(self.found.focus_list)
        self.found.list.typed.connect(self.finder.type_over)
        self.editor.asked.connect(lambda command: self._ask(command, self.editor))
        self.editor.opened.connect(self.record_chosen)
        self.editor.left.connect(self._to_list)
        self.editor.versions_wanted.connect(self.versions_wanted)
        self.bin.restored.connect(lambda ids: self._ask(_restore(ids)))
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)

    def show_view(self, view: HistoryView) -> None:
        """Show this day; what is half typed stays."""
        self._view, searched = view, view.searched
        marked = frozenset() if searched is None else searched.days
        self.month.show_month(view.month, view.day, marked)
        self.finder.offer(view.often)
        self.finder.show_searched(searched)
        self.day.show_day(view)
        if searched is not None:
            self.found.show_found(view, searched)
        self._turn(found=searched is not None)
        self.bin.show_rows(view.bin)
        self.editor.show_opened(view.opened)
        shown = ((self.undo, view.undo, "undo"), (self.redo, view.redo, "redo"))
        for button, words, action in shown:
            button.set_text(words)
            button.setToolTip(f"{words} ({keys.ACTIONS[action]})")
            button.setVisible(bool(words))
        self._steps.setVisible(bool(view.undo or view.redo))
        seen = (identity(view.opened), len(view.bin), searched is None)
        if seen != self._seen:
            if seen[0] not in (None, self._seen[0]):
                QTimer.singleShot(0, self, self._to_editor)
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

    def find_now(self) -> None:
        """Take the keyboard to the field that finds, what stands there ready to be typed over."""
        self.finder.field.setFocus()
        self.finder.field.selectAll()
        reveal(self.finder)

    def take_key(self, event: QKeyEvent) -> bool:
        """What no control wanted: Left and Right go a day back or on, others ask of an entry."""
        what = asked_by(event)
        if what in (DUPLICATE, MOVE) and self._view is not None and self._view.is_kept:
            card = self.day if self.found.isHidden() else self.found
            card.acts.ask(what, (self._view.chosen,))
            return True
        step = _DAYS.get(Qt.Key(event.key()))
        if step is None or self._view is None or event.modifiers() not in _PLAIN:
            return False
        mirrored = -step if self.isRightToLeft() else step
        self.day_chosen.emit(self._view.day + timedelta(days=mirrored))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.found.isHidden():
            self.find_now()
        elif not self.take_key(event):
            super().keyPressEvent(event)

    def saved(self, step: Step) -> None:
        """A command is on disk: where this page asked for it, go to what it was about."""
        if self._asked is None:
            return
        command = self._asked
        if isinstance(self._by, RecordEditor):
            self.editor.saved(step)
        if isinstance(self._by, SeveralBar):
            self._by.done()
            self._to_list()
        several = isinstance(command, c.Move) and len(command.record_ids) > 1
        if not isinstance(command, STAYS) and not several and not self.editor.is_held:
            self._follow(step)

    def show_refusal(self, refusal: Refusal) -> bool:
        """Beside the form, where the form asked."""
        if self._asked is None or not isinstance(self._by, RecordEditor | SeveralBar):
            return False
        if isinstance(self._by, SeveralBar) and self._by.isHidden():
            return False
        self._by.refuse(refusal)
        return True

    def settle(self) -> bool:
        """What the editor holds and nobody saved is shown once."""
        if self.editor.may_close():
            return True
        reveal(self.editor.not_saved.words)
        return False

    def keep(self) -> None:
        """Changes of an entry are saved; a new one, half written, is let go."""
        form = self.editor.form
        if form is not None and not form.is_new:
            self.editor.save_all()
        self.editor.may_close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self, key: str) -> None:
        """Open an entry; a new one takes the keyboard to its first field."""
        self.record_chosen.emit(key)
        self._to_editor()
        if key.startswith(NEW) and not self.editor.is_held:
            self.editor.focus_first()

    def _to_editor(self) -> None:
        if self._columns < len(SHARES):
            reveal(self.editor)  # it stands below, out of sight

    def _open_found(self, record_id: str, day: date) -> None:
        """The calendar goes to its day; the search stays."""
        self.day_chosen.emit(day)
        self._open(record_id)

    def _end_search(self) -> None:
        self.search_wanted.emit(None)
        self._to_list()

    def _to_list(self) -> None:
        (self.day if self.found.isHidden() else self.found).focus_list()

    def _turn(self, *, found: bool) -> None:
        """What was found takes the place of the day."""
        for gone, shown in ((self.day, self.found) if found else (self.found, self.day),):
            gone.hide()
            shown.show()

    def _ask(self, command: Command, by: object = None) -> None:
        before = self._asked, self._by
        self._asked, self._by = command, by
        self.asked.emit(command)
        self._asked, self._by = before

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
        for widget in (self._left, self._middle, self.editor):
            self._grid.removeWidget(widget)
        for at, share in enumerate(SHARES):
            self._grid.setColumnStretch(at, share if at < columns else 0)
        below = 1 if columns == 2 else 2
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._middle, 0 if columns > 1 else 1, 1 if columns > 1 else 0)
        if columns == 3:
            self._grid.addWidget(self.editor, 0, 2)
        else:
            self._grid.addWidget(self.editor, below, 0, 1, columns)


def _restore(ids: tuple[str, ...]) -> Command:
    return c.Restore(record_id=ids[0]) if len(ids) == 1 else c.RestoreMany(record_ids=ids)
