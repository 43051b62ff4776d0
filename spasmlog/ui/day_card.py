"""The card of one day: all that was written down for it, and what can be added."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, EmptyState
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.icons import icon
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.record_table import Row, RowList
from spasmlog.views.day_rows import DayRow
from spasmlog.views.editing import Offer
from spasmlog.views.history import HistoryView

BESIDE = 10
"""How far the box of the chosen row reaches beyond its words."""


class DayList(RowList):
    """Rows that a single click opens."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, name=_("Entries of the day"))
        self.doubleClicked.disconnect()
        self.clicked.connect(lambda index: self.opened.emit(self.rows[index.row()].id))

    def area_of(self, key: str) -> QRect:
        """Where a row stands, in the list's own coordinates; empty where it is not shown."""
        at = next((at for at, row in enumerate(self.rows) if row.id == key), -1)
        model = self.model()
        return self.visualRect(model.index(at, 0)) if model is not None and at >= 0 else QRect()


class DayCard(Card):
    """Opens entries, and starts new ones."""

    opened = Signal(str)
    """The id of an entry, or the key of one to be written."""
    delete_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._rows: dict[str, DayRow] = {}
        self._unfolded: set[str] = set()
        self._chosen = ""
        self.heading = label("", "card-title", wrap=True)
        self.sub = label("", "caption", wrap=True)
        self.list = DayList(look)
        self.empty = EmptyState(
            look,
            "calendar",
            _("Nothing is logged on this day"),
            _("A day without an entry stays blank; it is never counted as zero."),
        )
        self.add = Button(_("Add to this day"), look, size="roomy", icon="plus")
        self.menu = QMenu(self)
        self._lay_out()
        self.list.opened.connect(self._open)
        self.list.delete_asked.connect(self._delete)
        self.add.clicked.connect(self.open_menu)

    def _lay_out(self) -> None:
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.setSpacing(2)
        for widget in (self.heading, self.sub):
            self.body.addWidget(widget)
        self.body.addSpacing(8)
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.body.addSpacing(12)
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
        self._offer(view.offers)

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

    def _delete(self, key: str) -> None:
        row = self._rows[key]
        if row.deletable:
            self.delete_asked.emit(row.record_id)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        if [each.data() for each in self.menu.actions()] == [each.key for each in offers]:
            return
        self.menu.clear()
        for offer in offers:
            made = self.menu.addAction(icon(offer.icon, self._look), offer.label)
            made.setData(offer.key)
            made.triggered.connect(lambda _on=False, key=offer.key: self.opened.emit(key))
        self.add.setEnabled(bool(offers))
