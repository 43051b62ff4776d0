"""What was found as a list: thousands of rows, each put into words only when it is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from spasmlog.i18n import _
from spasmlog.ui.choosing import Choosing
from spasmlog.ui.drawings import box
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look
from spasmlog.ui.record_table import ROLE_OF_ICON
from spasmlog.views.search import FoundRow

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
Index = QModelIndex | QPersistentModelIndex
PAD, GAP, ROWS_KEPT = 8, 10, 2000
MOST_KEPT = 1000
"""So many chosen rows are found again in a changed list; more than that are let go."""
_GONE = FoundRow(
    record_id="", day=date.min, date="", time="", icon="info", text="–", quiet="", value=""
)
"""Stands for an entry that went a moment ago."""


class _Ids(QStringListModel):
    """Qt counts the rows itself: it asks how many there are once for each of them."""

    def __init__(self, rows: FoundList) -> None:
        super().__init__(rows)
        self._rows = rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self._rows.row(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._rows.row(index.row())
            return "\n".join(filter(None, (row.text, row.quiet)))
        return None


def spoken(row: FoundRow) -> str:
    """All of a row in reading order."""
    return ", ".join(filter(None, (row.date, row.time, row.text, row.value, row.quiet)))


class FoundPainter(QStyledItemDelegate):
    """Two lines a row, of one height: what it is, and below it when it was."""

    def __init__(self, look: Look, rows: FoundList) -> None:
        super().__init__(rows)
        self._look, self._rows = look, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(self._rows.viewport().width(), self.high())

    def high(self) -> int:
        """How high each row is."""
        look = self._look
        lines = QFontMetrics(look.font()).height() + QFontMetrics(look.font(12)).height()
        return lines + 2 * PAD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        row, look, rows = self._rows.row(index.row()), self._look, self._rows
        at = rows.model().index(index.row(), 0)
        chosen = rows.choosing.is_on and rows.selectionModel().isSelected(at)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        wide = area.width()
        self._paint_ground(painter, index.row(), wide, chosen=chosen)
        side = look.px(16)
        role = "accent" if chosen else ROLE_OF_ICON.get(row.icon, "text-quiet")
        drawn = pixmap("check" if chosen else row.icon, look, role, 16, rows.devicePixelRatioF())
        spot = self._mirrored(QRect(PAD, PAD + 1, side, side), wide)
        painter.drawPixmap(spot.topLeft(), drawn)
        self._paint_words(painter, row, PAD + side + GAP, wide)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: FoundRow, left: int, wide: int) -> None:
        first, end, second = self.spots(row, left, wide)
        when = ", ".join(filter(None, (row.date, row.time, row.quiet)))
        self._line(painter, first, row.text, "text", (14, 400), wide)
        self._line(painter, end, row.value, "text", (14, 500), wide)
        self._line(painter, second, when, "text-quiet", (12, 400), wide)

    def spots(self, row: FoundRow, left: int, wide: int) -> tuple[QRect, QRect, QRect]:
        """Where the words, the value and the second line stand.

        The value goes down to the second line where the words would be cut beside it.
        """
        look = self._look
        words, quiet = QFontMetrics(look.font()), QFontMetrics(look.font(12))
        value_wide = QFontMetrics(look.font(14, 500)).horizontalAdvance(row.value) + 2
        value_wide, room = min(value_wide, (wide - left) // 2), wide - PAD - left
        taken = value_wide + GAP if row.value else 0
        down = words.horizontalAdvance(row.text) > room - taken
        top, low = PAD, PAD + words.height()
        return (
            QRect(left, top, room if down else room - taken, words.height()),
            QRect(wide - PAD - value_wide, low - 1 if down else top, value_wide, words.height()),
            QRect(left, low, room - taken if down else room, quiet.height()),
        )

    def _line(
        self, painter: QPainter, spot: QRect, text: str, ink: str, font: tuple[int, int], wide: int
    ) -> None:
        if not text:
            return
        shown = QFontMetrics(self._look.font(*font)).elidedText(
            text, Qt.TextElideMode.ElideRight, spot.width()
        )
        painter.setFont(self._look.font(*font))
        painter.setPen(self._look.color(ink))
        mirrored = self._rows.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = (side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute).value
        painter.drawText(self._mirrored(spot, wide), flags, shown)

    def _mirrored(self, spot: QRect, wide: int) -> QRect:
        if self._rows.isRightToLeft():
            return QRect(wide - spot.right() - 1, spot.top(), spot.width(), spot.height())
        return spot

    def _paint_ground(self, painter: QPainter, at: int, wide: int, *, chosen: bool) -> None:
        look, high = self._look, self.high()
        area = QRectF(0, 1, wide, high - 2)
        current = at == self._rows.currentIndex().row() and self._rows.hasFocus()
        if chosen or current:
            box(painter, area, fill=look.color("accent-soft"), radius=6)
        elif self._rows.ids[at] == self._rows.open_id:
            box(painter, area, fill=look.color("raised"), line=look.color("line"), width=1)
        if at < len(self._rows.ids) - 1:
            border = look.theme.border
            line = QRectF(0, high - border, wide, border)
            painter.fillRect(line, look.color("line"))


class FoundList(QListView):
    """Newest first. It asks for a row's words when the row is seen, and says what is opened."""

    typed = Signal(str)
    """What was typed while the keyboard is here: it belongs into the field that finds."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.ids: tuple[str, ...] = ()
        self.open_id = ""
        self._make: Callable[[str], FoundRow | None] = lambda _record_id: None
        self._made: dict[str, FoundRow] = {}
        self._model = _Ids(self)
        self.setProperty("role", "rows")
        self.setModel(self._model)
        self.setItemDelegate(FoundPainter(look, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(_("Found entries"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.choosing = Choosing(self, lambda at: self.ids[at])
        look.changed.connect(self._measure)
        self._measure()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is chosen, newest first."""
        return tuple(map(self.ids.__getitem__, self.choosing.rows))

    def row(self, at: int) -> FoundRow:
        """The words of one row, made when they are first needed."""
        record_id = self.ids[at]
        if record_id not in self._made:
            if len(self._made) >= ROWS_KEPT:
                self._made.clear()
            self._made[record_id] = self._make(record_id) or _GONE
        return self._made[record_id]

    def show_found(self, ids: tuple[str, ...], make: Callable[[str], FoundRow | None]) -> None:
        """Show these; the row that the keyboard was on stays it, if it is still there."""
        self._make = make
        self._made.clear()
        if ids == self.ids:
            self.viewport().update()
            return
        at, chosen = self.currentIndex().row(), self.chosen
        current = self.ids[at] if 0 <= at < len(self.ids) else ""
        self.ids = ids
        self._model.setStringList(ids)
        self._keep(current, chosen if len(chosen) <= MOST_KEPT else ())

    def show_open(self, record_id: str) -> None:
        """Mark the entry that is open in the editor."""
        if record_id != self.open_id:
            self.open_id = record_id
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(240))

    def ring_area(self) -> QRectF:
        """The focus ring goes around the row that the keyboard is on."""
        row = self.visualRect(self.currentIndex())
        return QRectF(row if row.isValid() else self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.text().isprintable() and event.text()):
            super().keyPressEvent(event)
        elif event.modifiers() & _COMMANDS:
            event.ignore()
        else:
            self.typed.emit(event.text())  # what is retyped here logs nothing

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.ids and not self.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag
            at = self._model.index(0)
            self.selectionModel().setCurrentIndex(at, flags.NoUpdate)

    def stand_on_open(self) -> None:
        """The keyboard goes on from the entry that is open, where it was found."""
        if self.open_id in self.ids:
            index = self._model.index(self.ids.index(self.open_id))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def show_row(self, at: int) -> None:
        """Scroll so that a row stands on top, and let the keyboard go on from it."""
        index = self._model.index(at)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def _keep(self, current: str, chosen: tuple[str, ...]) -> None:
        wanted = {current, *chosen} - {""}
        places = {each: at for at, each in enumerate(self.ids) if each in wanted} if wanted else {}
        flags, model = QItemSelectionModel.SelectionFlag, self._model
        if current in places:
            at = model.index(places[current])
            self.selectionModel().setCurrentIndex(at, flags.NoUpdate)
            self.scrollTo(at)
        else:
            self.scrollToTop()
        again = QItemSelection()
        for each in chosen:
            if each in places:
                at = model.index(places[each])
                again.select(at, at)
        self.selectionModel().select(again, flags.ClearAndSelect)

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.verticalScrollBar().setSingleStep(self._look.px(44))
        self.viewport().update()
