"""The card of one day: all that was written down for it, and what can be added or done."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, EmptyState
from spasmlog.ui.choosing import DELETE, DUPLICATE, Choosing
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.icons import icon
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.record_table import Row, RowList
from spasmlog.ui.row_acts import RowActs
from spasmlog.ui.several_bar import SeveralBar
from spasmlog.views.day_rows import DayRow
from spasmlog.views.editing import Offer
from spasmlog.views.history import HistoryView

BESIDE = 10
"""How far the box of the chosen row reaches beyond its words."""


class DayList(RowList):
    """Rows that a single click opens, and of which several can be chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, name=_("Entries of the day"))
        self.doubleClicked.disconnect()
        self.choosing = Choosing(self, lambda at: self.rows[at].id)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the rows that are chosen."""
        return tuple(self.rows[at].id for at in self.choosing.rows)

    def is_chosen(self, at: int) -> bool:
        return self.choosing.is_on and at in self.choosing.rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; those that were chosen stay so, as far as they are still there."""
        chosen, again = frozenset(self.chosen), QItemSelection()
        super().show_rows(rows)
        model = self.model()
        for at, row in enumerate(rows):
            if row.id in chosen and model is not None:
                again.select(model.index(at, 0), model.index(at, 0))
        if not again.isEmpty():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(again, flags.ClearAndSelect)

    def area_of(self, key: str) -> QRect:
        """Where a row stands, in the list's own coordinates; empty where it is not shown."""
        at = next((at for at, row in enumerate(self.rows) if row.id == key), -1)
        model = self.model()
        return self.visualRect(model.index(at, 0)) if model is not None and at >= 0 else QRect()


class DayCard(Card):
    """Opens entries, and starts new ones."""

    opened = Signal(str)
    """The id of an entry, or the key of one to be written."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._rows: dict[str, DayRow] = {}
        self._unfolded: set[str] = set()
        self._chosen = ""
        self.heading = label("", "card-title", wrap=True)
        self.sub = label("", "caption", wrap=True)
        self.list = DayList(look)
        self.several = SeveralBar(look, self.list.choosing, self._chosen_ids)
        self.acts = RowActs(self, self.list.choosing, self.several, self._ids_of)
        self.empty = EmptyState(
            look,
            "calendar",
            _("Nothing is logged on this day"),
            _("A day without an entry stays blank; it is never counted as zero."),
        )
        self.add = Button(_("Add to this day"), look, size="roomy", icon="plus")
        self.add.setToolTip(_("Add to this day (to today: Ctrl+N)"))
        self.menu = QMenu(self)
        self._lay_out()
        self.acts.opened.connect(self._open)
        self.add.clicked.connect(self.open_menu)

    def _lay_out(self) -> None:
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.setSpacing(2)
        for widget in (self.heading, self.sub):
            self.body.addWidget(widget)
        self.body.addSpacing(6)
        self.body.addWidget(self.several)
        self.body.addSpacing(2)
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.body.addSpacing(12)
        self.body.addWidget(self.several.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.add)

    def show_day(self, view: HistoryView) -> None:
        """Show a day, its rows in place."""
        self.heading.setText(view.title)
        self.sub.setText(view.note)
        self.setAccessibleName(view.title)
        self._rows = {row.key: row for row in view.rows}
        if view.chosen != self._chosen:
            self._chosen = view.chosen
            self._unfolded |= {row.group for row in view.rows if row.key == view.chosen}
        self._show_rows()
        self.empty.setVisible(not view.rows)
        self.list.setVisible(bool(view.rows))
        self.several.begin.setVisible(len(view.rows) > 1)
        self.several.show_view(view)
        self._offer(view.offers)

    def focus_list(self) -> None:
        """Take the keyboard to the entry that is open, to the list, or to what adds to it."""
        self.list.stand_on(self._chosen)
        (self.add if self.list.isHidden() else self.list).setFocus()

    def open_menu(self) -> None:
        """Offer what can be added."""
        self.menu.setMinimumWidth(self.add.width())
        above = self.menu.sizeHint().height()
        self.menu.popup(self.add.mapToGlobal(QPoint(0, -above)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        area = self.list.area_of(self._chosen)
        if self.list.isHidden() or area.isEmpty():
            return
        area.translate(self.list.viewport().mapTo(self, QPoint(0, 0)))
        painter, look = painter_on(self), self._look
        around = QRectF(area).adjusted(-BESIDE, 0, BESIDE, 0)
        box(painter, around, fill=look.color("raised"), line=look.color("line"), width=1)
        painter.end()

    def _show_rows(self) -> None:
        rows = (row for row in self._rows.values() if not row.group or row.group in self._unfolded)
        shown = tuple(self._row(row) for row in rows)
        if shown != self.list.rows:
            self.list.show_rows(shown)
        self.update()

    def _row(self, row: DayRow) -> Row:
        quiet = row.quiet
        if not row.record_id:
            unfolded = row.key in self._unfolded
            more = _("each is listed below") if unfolded else _("open to see each")
            quiet = ", ".join(filter(None, (quiet, more)))
        return Row(
            id=row.key, time=row.time, icon=row.icon, text=row.text, quiet=quiet, value=row.value
        )

    def _open(self, key: str) -> None:
        row = self._rows[key]
        if row.record_id:
            self.opened.emit(row.record_id)
            return
        self._unfolded ^= {key}
        self._show_rows()

    def _chosen_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each for key in self.list.chosen for each in self._of(key)))

    def _of(self, key: str) -> tuple[str, ...]:
        """The entry of a row, or all that are hidden in it."""
        row = self._rows[key]
        inside = (each.record_id for each in self._rows.values() if each.group == key)
        return (row.record_id,) if row.record_id else tuple(inside)

    def _ids_of(self, what: str, key: str) -> tuple[str, ...]:
        """What stands for the end of a spasm, or for several entries, is not deleted in passing."""
        if what in (DELETE, DUPLICATE) and not self._rows[key].deletable:
            return ()
        return self._of(key)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        if [each.data() for each in self.menu.actions()] == [each.key for each in offers]:
            return
        self.menu.clear()
        for offer in offers:
            made = self.menu.addAction(icon(offer.icon, self._look), offer.label)
            made.setData(offer.key)
            made.triggered.connect(lambda _on=False, key=offer.key: self.opened.emit(key))
        self.add.setEnabled(bool(offers))
