"""A small table that is wholly seen: its days can be opened, some of its numbers have bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from spasmlog.ui.drawings import box
from spasmlog.ui.look import Look
from spasmlog.views.cells import Cell, Cells, spoken_day

Index = QModelIndex | QPersistentModelIndex
PAD, LINE = 12, 29
BAR, LEAST_BAR, BAR_HIGH, NUMBER = 120, 32, 8, 44
_WRAP = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | (
    Qt.TextFlag.TextWordWrap.value
)


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = Cells(headings=(), rows=())

    def take(self, cells: Cells) -> None:
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        return self.cells.rows[index.row()][index.column()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cells.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cells.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.text if cell.day is None else spoken_day(cell.day)
        return cell.text if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.cells.headings[section]
        return None


class _CellPainter(QStyledItemDelegate):
    """Words wrap; a bar stands before its number."""

    def __init__(self, look: Look, table: CellTable) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        cell = self._table.cell(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(area), index)
        room = area.adjusted(0, 0, -PAD, 0)
        if self._table.isRightToLeft():
            room = area.adjusted(PAD, 0, 0, 0)
        if cell.share is not None:
            room = self._paint_bar(painter, room, cell.share)
        painter.setFont(cell_font(self._look, cell))
        painter.setPen(self._look.color("text" if cell.day is None else "accent"))
        painter.drawText(room, _WRAP, cell.text)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, index: Index) -> None:
        look, table = self._look, self._table
        if table.hasFocus() and index.row() == table.currentIndex().row():
            painter.fillRect(area, look.color("accent-soft"))
            if index.column() == table.currentIndex().column():
                below = area.adjusted(0, area.height() - 4, -PAD, -1)
                painter.fillRect(below, look.color("focus"))
        if index.row() < table.rows - 1:
            low = round(area.bottom()) - look.theme.border
            painter.fillRect(
                QRectF(area.left(), low, area.width(), look.theme.border), look.color("line")
            )

    def _paint_bar(self, painter: QPainter, room: QRect, share: float) -> QRect:
        """The bar; returns what is left for the number, which always has room."""
        look, mirrored = self._look, self._table.isRightToLeft()
        longest = min(look.px(BAR), room.width() - look.px(NUMBER))
        wide = max(round(longest * share), 2)
        high = look.px(BAR_HIGH)
        left = room.right() + 1 - wide if mirrored else room.left()
        top = room.top() + (room.height() - high) / 2
        color = look.color(self._table.bar_role)
        box(painter, QRectF(left, top, wide, high), fill=color, radius=2)
        rest = wide + look.px(10)
        return room.adjusted(0, 0, -rest, 0) if mirrored else room.adjusted(rest, 0, 0, 0)


class CellTable(QTableView):
    """As high as its rows; one Tab stop, with arrows inside. Enter or a click opens a day."""

    opened = Signal(object)
    """The date that was pressed."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.bar_role = "routine"
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_CellPainter(look, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag(_WRAP))
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.clicked.connect(lambda index: self._open(index))
        look.changed.connect(self._fit)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._model.cells.rows)

    def cell(self, index: Index) -> Cell:
        """What stands there."""
        return self._model.cell(index)

    def show_cells(self, cells: Cells) -> None:
        """Show these; the cell that the keyboard was on stays, as far as it is still there."""
        if cells == self._model.cells:
            return
        at = self.currentIndex()
        row, column = at.row(), at.column()
        self._model.take(cells)
        if self.rows:
            self.setCurrentIndex(self._model.index(min(max(row, 0), self.rows - 1), max(column, 0)))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()  # a digit is pain now, wherever the keyboard is
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = self.indexAt(event.position().toPoint())
        link = at.isValid() and self.cell(at).day is not None
        hand = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _open(self, index: Index) -> None:
        if index.isValid() and self.cell(index).day is not None:
            self.opened.emit(self.cell(index).day)

    def _fit(self) -> None:
        """Share the width out among the columns, and be as high as all rows together."""
        cells, look = self._model.cells, self._look
        widths = shared_widths(look, cells, self.viewport().width())
        for at, wide in enumerate(widths):
            self.setColumnWidth(at, wide)
        heights = [_row_high(look, row, widths) for row in cells.rows]
        for at, high in enumerate(heights):
            self.setRowHeight(at, high)
        small = look.font(12)
        heads = (_high(text, small, at) for text, at in zip(cells.headings, widths, strict=True))
        head = max(heads, default=0) + look.px(9)
        self.horizontalHeader().setFixedHeight(head)
        self.setFixedHeight(head + sum(heights))


def cell_font(look: Look, cell: Cell) -> QFont:
    """What can be opened and what is compared stands out a little."""
    return look.font(14, 600 if cell.strong else 500 if cell.day is not None else 400)


def shared_widths(look: Look, cells: Cells, room: int) -> list[int]:
    """Each column as wide as its words ask for, and some of what is left; wrapped if need be."""
    if not cells.headings:
        return []
    natural = [_widest(look, cells, at, whole=True) for at in range(len(cells.headings))]
    least = [_widest(look, cells, at, whole=False) for at in range(len(cells.headings))]
    left = room - sum(natural)
    if left >= 0:
        widths = [wide + left // len(natural) for wide in natural]
    else:
        spare = max(room - sum(least), 0)
        wanted = max(sum(natural) - sum(least), 1)
        widths = [
            low + (wide - low) * spare // wanted for low, wide in zip(least, natural, strict=True)
        ]
    widths[-1] += max(room - sum(widths), 0)
    return widths


def _widest(look: Look, cells: Cells, column: int, *, whole: bool) -> int:
    """Room for the longest text of a column, or for its longest word."""
    small = QFontMetrics(look.font(12))
    wide = max(map(small.horizontalAdvance, _parts(cells.headings[column], whole=whole)))
    for row in cells.rows:
        cell = row[column]
        words = QFontMetrics(cell_font(look, cell))
        unbroken = whole or cell.day is not None
        text = max(map(words.horizontalAdvance, _parts(cell.text, whole=unbroken)))
        bar = look.px((BAR if whole else LEAST_BAR) + NUMBER)
        wide = max(wide, text if cell.share is None else bar)
    return wide + PAD + 2


def _parts(text: str, *, whole: bool) -> Sequence[str]:
    return [text] if whole else (text.split() or [""])


def _row_high(look: Look, row: Sequence[Cell], widths: Sequence[int]) -> int:
    tall = (
        _high(cell.text, cell_font(look, cell), wide)
        for cell, wide in zip(row, widths, strict=True)
    )
    return max(max(tall) + look.px(9), look.px(LINE))


def _high(text: str, font: QFont, wide: int) -> int:
    """How high the words become in a column so wide."""
    room = QRect(0, 0, max(wide - PAD, 1), 1 << 14)
    return QFontMetrics(font).boundingRect(room, _WRAP, text).height()
