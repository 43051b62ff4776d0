"""Records as rows: time, icon, words with a quiet end, and a value at the far side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from spasmlog.i18n import _
from spasmlog.ui.drawings import box
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
GAP = 14
ROLE_OF_ICON = {
    "drop": "hydration",
    "glass": "hydration",
    "walk": "activity",
    "stretch": "stretch",
    "pill": "treatment",
    "heat": "treatment",
    "ice": "treatment",
    "spasm": "text",
    "emergency": "emergency",
    "prompt": "prompt",
    "signal": "routine",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record, in the words that are shown. `quiet` is said in passing: "typed at 12:02"."""

    id: str
    time: str
    icon: str
    text: str
    quiet: str = ""
    value: str = ""

    @property
    def spoken(self) -> str:
        """All of it in reading order."""
        return ", ".join(filter(None, (self.time, self.text, self.value, self.quiet)))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        return None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a row where they stand, as if read from the left."""

    area: QRect
    words: str
    ink: str
    size: int = 14
    weight: int = 400
    at_end: bool = False


class _RowPainter(QStyledItemDelegate):
    """Measures and paints a row. Words wrap; the quiet end takes a line of its own if need be."""

    def __init__(self, look: Look, rows: RowList) -> None:
        super().__init__(rows)
        self._look, self._rows = look, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        wide = self._rows.viewport().width()
        return QSize(wide, self._high(self._pieces(self._rows.rows[index.row()], wide)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        row, look = self._rows.rows[index.row()], self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        self._paint_ground(painter, index.row(), QRectF(0, 0, area.width(), area.height()))
        pieces = self._pieces(row, area.width())
        chosen = self._rows.is_chosen(index.row())
        if row.icon or chosen:
            role = "accent" if chosen else ROLE_OF_ICON.get(row.icon, "text-quiet")
            shown = "check" if chosen else row.icon
            drawn = pixmap(shown, look, role, 16, self._rows.devicePixelRatioF())
            painter.drawPixmap(self._mirrored(self._icon_spot(), area.width()).topLeft(), drawn)
        for piece in pieces:
            painter.setFont(look.font(piece.size, piece.weight))
            painter.setPen(look.color(piece.ink))
            spot = self._mirrored(piece.area, area.width())
            painter.drawText(spot, self._flags(piece.at_end), piece.words)
        painter.restore()

    def _pieces(self, row: Row, wide: int) -> tuple[_Piece, ...]:
        """Time and icon before, value after, and the words in the room between."""
        look, top = self._look, self._top()
        words, value = QFontMetrics(look.font()), QFontMetrics(look.font(14, 500))
        line = words.height()
        start = self._icon_spot().right() + 1 + GAP
        value_wide = min(value.horizontalAdvance(row.value) + 2, (wide - start) // 2)
        room = QRect(start, top, max(wide - start - value_wide - GAP, look.px(60)), 1 << 14)
        text = (
            words.boundingRect(room, self._flags(), row.text)
            if row.text
            else QRect(start, top, 0, 0)
        )
        text = QRect(start, top, room.width(), max(text.height(), line))
        end = QRect(wide - value_wide, top, value_wide, 1 << 14)
        end.setHeight(max(value.boundingRect(end, self._flags(), row.value).height(), line))
        return (
            _Piece(QRect(0, top, self._time_wide(), line), row.time, "text-quiet"),
            _Piece(text, row.text, "text"),
            _Piece(self._quiet_spot(row, text), row.quiet, "text-quiet", 12),
            _Piece(end, row.value, "text", 14, 500, at_end=True),
        )

    def _quiet_spot(self, row: Row, text: QRect) -> QRect:
        """Behind the words where there is room for it, else below them."""
        look = self._look
        words, quiet = QFontMetrics(look.font()), QFontMetrics(look.font(12))
        if not row.quiet:
            return QRect(text.bottomLeft(), QSize(0, 0))
        used, needed = (
            words.horizontalAdvance(row.text) + look.px(6),
            quiet.horizontalAdvance(row.quiet),
        )
        if text.height() <= words.height() and used + needed <= text.width():
            down = words.ascent() - quiet.ascent()
            return QRect(text.left() + used, text.top() + down, needed + 2, quiet.height())
        below = QRect(text.left(), text.bottom() + 1, text.width(), 1 << 14)
        below.setHeight(quiet.boundingRect(below, self._flags(), row.quiet).height())
        return below

    def _high(self, pieces: tuple[_Piece, ...]) -> int:
        lowest = max(piece.area.bottom() + 1 for piece in pieces if piece.words)
        return max(lowest + self._top(), self._look.px(31))

    def _top(self) -> int:
        return max((self._look.px(31) - QFontMetrics(self._look.font()).height()) // 2, 3)

    def _time_wide(self) -> int:
        words = QFontMetrics(self._look.font())
        return max(words.horizontalAdvance(row.time) for row in self._rows.rows) + 2

    def _icon_spot(self) -> QRect:
        side, line = self._look.px(16), QFontMetrics(self._look.font()).height()
        left = max(self._time_wide(), self._look.px(42)) + GAP
        return QRect(left, self._top() + (line - side) // 2, side, side)

    def _mirrored(self, spot: QRect, wide: int) -> QRect:
        if self._rows.isRightToLeft():
            return QRect(wide - spot.right() - 1, spot.top(), spot.width(), spot.height())
        return spot

    def _flags(self, at_end: bool = False) -> int:
        right = at_end != self._rows.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        top = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignAbsolute
        return (side | top).value

    def _paint_ground(self, painter: QPainter, at: int, area: QRectF) -> None:
        look = self._look
        current = at == self._rows.currentIndex().row() and self._rows.hasFocus()
        if current or self._rows.is_chosen(at):
            box(painter, area.adjusted(-6, 1, 6, -1), fill=look.color("accent-soft"), radius=6)
        if at < len(self._rows.rows) - 1:
            low = round(area.bottom()) - look.theme.border
            painter.fillRect(QRectF(0, low, area.width(), look.theme.border), look.color("line"))


class RowList(QListView):
    """The rows of a day. Enter or a double click opens one, Del asks to delete it."""

    opened = Signal(str)
    delete_asked = Signal(str)

    def __init__(
        self, look: Look, *, grow: bool = True, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._grow = look, grow
        self.setProperty("role", "rows")
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_RowPainter(look, self))
        self.setAccessibleName(name or _("Entries"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if grow:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows[index.row()].id))
        look.changed.connect(self._fit)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the one that the keyboard was on stays it, if it is still there."""
        at = self.currentIndex().row()
        kept = self.rows[at].id if 0 <= at < len(self.rows) else None
        self._model.take(rows)
        places = {row.id: place for place, row in enumerate(rows)}
        if kept in places:
            self._stand_on(places[kept])
        self._fit()

    def ring_area(self) -> QRectF:
        """The focus ring goes around the row that the keyboard is on."""
        row = self.visualRect(self.currentIndex())
        return QRectF(row if row.isValid() else self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        if at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.rows[at].id)
        elif at >= 0 and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(self.rows[at].id)
        elif event.text().isprintable() and event.text():
            event.ignore()  # a digit is pain now, wherever the keyboard is
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rows and not self.currentIndex().isValid():
            self._stand_on(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def is_chosen(self, at: int) -> bool:
        """Whether a row is one of several that are chosen: not in a list that only opens."""
        del at
        return False

    def stand_on(self, key: str) -> None:
        """The keyboard goes on from this row, where it is shown."""
        at = next((at for at, row in enumerate(self.rows) if row.id == key), None)
        if at is not None:
            self._stand_on(at)

    def _stand_on(self, at: int) -> None:
        """The keyboard goes there; what is chosen stays."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(at), flags.NoUpdate)

    def _fit(self) -> None:
        """Measure the rows anew, and be as high as all of them together."""
        self.scheduleDelayedItemsLayout()
        if self._grow:
            self.setFixedHeight(sum(self.sizeHintForRow(at) for at in range(len(self.rows))))
        self.viewport().update()
