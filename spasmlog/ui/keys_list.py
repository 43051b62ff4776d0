"""Keys and what each does, a row each: drawn as keys, read out as a list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
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
from spasmlog.ui.drawings import CENTER, box
from spasmlog.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
PAD, GAP, ROW, MOST_SHARE = 7, 6, 30, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """What to press and what that does, in the person's language."""

    keys: tuple[str, ...]
    does: str
    off: bool = False

    @property
    def words(self) -> str:
        """What it does, and that it is switched off."""
        return _("{does} (off)").format(does=self.does) if self.off else self.does

    @property
    def spoken(self) -> str:
        """The whole row."""
        return f"{', '.join(self.keys)}: {self.words}"


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[KeyRow, ...] = ()

    def take(self, rows: tuple[KeyRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        return None


class _RowPainter(QStyledItemDelegate):
    """Keys at the reading side, in a column of one width; words wrap beside it."""

    def __init__(self, look: Look, rows: KeyList) -> None:
        super().__init__(rows)
        self._look, self._rows = look, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        wide = self._rows.viewport().width()
        return QSize(wide, self._high(self._rows.rows[index.row()], wide))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        look, row = self._look, self._rows.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        ink = look.color("text-quiet" if row.off else "text")
        for words, spot in zip(row.keys, self._caps(row), strict=True):
            cap = QRectF(self._mirrored(spot, area.width()))
            line = look.color("line-strong")
            ground = look.color("raised")
            box(painter, cap, fill=ground, line=line, radius=4, dashed=row.off)
            painter.setFont(look.font(14, 500))
            painter.setPen(ink)
            painter.drawText(cap, CENTER, words)
        painter.setFont(look.font())
        painter.setPen(ink)
        spot = self._mirrored(self._words(row, area.width()), area.width())
        painter.drawText(spot, self._flags(), row.words)
        painter.restore()

    def keys_wide(self, row: KeyRow) -> int:
        """The room that the keys of a row take on one line."""
        return sum(map(self._cap_wide, row.keys)) + GAP * (len(row.keys) - 1)

    def _cap_wide(self, words: str) -> int:
        metrics = QFontMetrics(self._look.font(14, 500))
        return max(metrics.horizontalAdvance(words) + 2 * PAD, self._look.px(24))

    def _cap_high(self) -> int:
        return QFontMetrics(self._look.font(14, 500)).height() + 4

    def _caps(self, row: KeyRow) -> list[QRect]:
        """Where each key stands; those that do not fit beside one another stand below."""
        left, top, spots = 0, self._top(), []
        for words in row.keys:
            wide = self._cap_wide(words)
            if left and left + wide > self._rows.column:
                left, top = 0, top + self._cap_high() + 4
            spots.append(QRect(left, top, wide, self._cap_high()))
            left += wide + GAP
        return spots

    def _words(self, row: KeyRow, wide: int) -> QRect:
        start = self._rows.column + 2 * GAP
        metrics = QFontMetrics(self._look.font())
        down = self._top() + (self._cap_high() - metrics.height()) // 2
        room = QRect(start, down, max(wide - start, self._look.px(60)), 1 << 14)
        room.setHeight(metrics.boundingRect(room, self._flags(), row.words).height())
        return room

    def _high(self, row: KeyRow, wide: int) -> int:
        lowest = max(self._caps(row)[-1].bottom(), self._words(row, wide).bottom()) + 1
        return max(lowest + self._top(), self._look.px(ROW))

    def _top(self) -> int:
        return max((self._look.px(ROW) - self._cap_high()) // 2, 3)

    def _mirrored(self, spot: QRect, wide: int) -> QRect:
        if self._rows.isRightToLeft():
            return QRect(wide - spot.right() - 1, spot.top(), spot.width(), spot.height())
        return spot

    def _flags(self) -> int:
        right = self._rows.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        top = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignAbsolute
        return (side | top).value


class KeyList(QListView):
    """As high as its rows; one Tab stop with arrows inside. Nothing in it can be pressed."""

    reached = Signal(object)
    """The rectangle of the row that the arrows lead to."""
    passed = Signal(int)
    """An arrow led over the last row (1), or over the first (-1)."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.column = 0
        self.setProperty("role", "rows")
        self._model = _Rows(self)
        self._painter = _RowPainter(look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def rows(self) -> tuple[KeyRow, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def keys_wide(self) -> int:
        """The room that its keys ask for."""
        return max(map(self._painter.keys_wide, self.rows), default=0)

    def show_rows(self, rows: tuple[KeyRow, ...]) -> None:
        """Show these."""
        self._model.take(rows)

    def fit(self, column: int) -> None:
        """Give the keys a column so wide, and be as high as all rows together."""
        self.column = min(column, round(self.viewport().width() * MOST_SHARE))
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(sum(self.sizeHintForRow(at) for at in range(len(self.rows))))
        self.viewport().update()

    def enter(self, by: int) -> None:
        """Take the keyboard on the first row, or coming from below on the last."""
        self.setCurrentIndex(self._model.index(0 if by > 0 else len(self.rows) - 1))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def ring_area(self) -> QRectF:
        """The focus ring goes around the row that the keyboard is on."""
        row = self.visualRect(self.currentIndex())
        return QRectF(row if row.isValid() else self.rect())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  # Qt's own
        super().currentChanged(current, previous)
        self.reached.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (len(self.rows) - 1, 1)}
        end, step = ends.get(Qt.Key(event.key()), (None, 0))
        if self.currentIndex().row() == end:
            self.passed.emit(step)
        elif (event.text().isprintable() and event.text()) or event.key() == Qt.Key.Key_Escape:
            event.ignore()  # whoever holds the lists knows what it asks for
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        self.reached.emit(self.visualRect(self.currentIndex()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(self.column)
