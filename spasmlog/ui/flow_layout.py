"""A layout that sets things in lines like words, from the reading side."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Chips and buttons, one after another, in as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802  # Qt's own name
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        return least + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _place(self, area: QRect, *, move: bool) -> int:
        """The height that the lines take at this width; with `move`, they are put there."""
        inner = area.marginsRemoved(self.contentsMargins())
        left, top, line_height = inner.left(), inner.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(inner.width(), 1), 1 << 20))
            size = size.expandedTo(item.minimumSize())
            if left > inner.left() and left + size.width() > inner.right() + 1:
                left, top, line_height = inner.left(), top + line_height + self.spacing(), 0
            if move:
                item.setGeometry(self._mirrored(inner, QRect(QPoint(left, top), size)))
            left += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return top + line_height - area.top() + self.contentsMargins().bottom()

    def _mirrored(self, inner: QRect, spot: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or not parent.isRightToLeft():
            return spot
        return QRect(QPoint(inner.left() + inner.right() - spot.right(), spot.top()), spot.size())
