"""The numbers of a chart as a table that a screen reader can walk through."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QTableView, QWidget

from spasmlog.charts.base import Table
from spasmlog.i18n import _
from spasmlog.ui.chart_columns import WRAP, Measured, Samples, head_height, measured
from spasmlog.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 300
KEPT = 4000


class _Numbers(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = Table((), (), ())
        self._texts: dict[tuple[int, int], str] = {}

    def take(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self._texts.clear()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        return None

    def _text(self, row: int, column: int) -> str:
        """Kept: dates and numbers take long to be written, and are painted again and again."""
        if len(self._texts) > KEPT:
            self._texts.clear()
        found = self._texts.get((row, column))
        if found is None:
            found = self._texts[row, column] = self.table.text(row, column)
        return found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self.table.headings[section]
        return None


class ChartTable(QTableView):
    """Days from the oldest to the newest, which is in sight when it opens; else from the top."""

    copied = Signal(object)
    """The numbers of the rows that are chosen, when Ctrl+C is pressed."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._numbers = _Numbers(self)
        self._measured: Measured | None = None
        self._longest: Samples = ()
        self.setModel(self._numbers)
        self.setAccessibleName(_("{chart}, as a table").format(chart=name))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget(self))  # plain: the style draws a piece of a frame there
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag(WRAP))
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        # Cells keep a margin that headings do not: without it the columns stand askew.
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        header.setStyleSheet(f"QHeaderView::section {{ padding-left: {margin}px; }}")
        look.changed.connect(self._fit)
        self._fit()

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._numbers.table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = self.selectionModel().selectedRows()
            self.copied.emit(tuple(sorted(index.row() for index in chosen)))
        elif event.text().isprintable() and event.text():
            event.ignore()  # a digit is pain now, wherever the keyboard is
        else:
            super().keyPressEvent(event)

    def show_table(self, table: Table, longest: Samples) -> None:
        """Show these rows, those of days from the newest; `longest` decides on the widths."""
        self._numbers.take(table)
        self._longest = longest
        self._measured = None
        self._fit_columns()
        if table.rows:
            at = len(table.rows) - 1 if isinstance(table.rows[-1][0], date) else 0
            self.setCurrentIndex(self._numbers.index(at, 0))
            self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    def stand_in_for(self, height: int) -> None:
        """Be as high as what it takes the place of, so that nothing below it jumps."""
        self.setMinimumHeight(max(height, self._look.px(HEIGHT)))

    def _fit_columns(self) -> None:
        if not self.table.headings or not self.isVisible():
            return
        if self._measured is None:
            self._measured = measured(self._look, self.table.headings, self._longest)
        widths = self._measured.shared(self.viewport().width())
        for at, wide in enumerate(widths):
            self.setColumnWidth(at, wide)
        high = head_height(self._look, self.table.headings, widths)
        self.horizontalHeader().setFixedHeight(high)

    def _fit(self) -> None:
        self._measured = None
        self._fit_columns()
        self.verticalHeader().setDefaultSectionSize(self._look.px(31))
        self.setMinimumHeight(self._look.px(HEIGHT))
        self.updateGeometry()
