"""Things set in lines like words, from the reading side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Chips and buttons, one after another, in as many lines as the width asks for.

    A widget and not a `QLayout`: a layout written in Python must answer `itemAt` with None at its
    end, and PySide 6.12 loses a reference to None each time, until the interpreter falls over.
    """

    def __init__(
        self, widgets: Sequence[QWidget] = (), gap: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What stands in it, in reading order."""
        return tuple(self._widgets)

    def add(self, widget: QWidget) -> None:
        """Set one more at the end."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._settle()

    def clear(self) -> None:
        """Take all of them out, and throw them away."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self._settle()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        spots = self._spots(width)
        return max((spot.bottom() + 1 for spot in spots), default=0)

    def sizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._shown()]
        wide = sum(size.width() + self._gap for size in sizes) - self._gap
        return QSize(max(wide, 0), max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        least = QSize()
        for widget in self._shown():
            least = least.expandedTo(widget.minimumSizeHint())
        return least

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def _shown(self) -> list[QWidget]:
        """What has a place: all that is not hidden, or keeps its place when it is."""
        return [
            widget
            for widget in self._widgets
            if not widget.isHidden() or widget.sizePolicy().retainSizeWhenHidden()
        ]

    def _settle(self) -> None:
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        wide, mirrored = self.width(), self.isRightToLeft()
        for widget, spot in zip(self._shown(), self._spots(wide), strict=True):
            if mirrored:
                spot.moveLeft(wide - spot.right() - 1)
            widget.setGeometry(spot)

    def _spots(self, width: int) -> list[QRect]:
        """A place for each, as if read from the left; in the middle of its line's height."""
        spots: list[QRect] = []
        line: list[QRect] = []
        left = top = 0
        for widget in self._shown():
            hint = widget.sizeHint()
            wide = max(min(hint.width(), width), widget.minimumSizeHint().width())
            high = widget.heightForWidth(wide) if widget.hasHeightForWidth() else hint.height()
            if line and left + wide > width:
                top, left = _levelled(line) + self._gap, 0
                line = []
            spot = QRect(left, top, wide, high)
            line.append(spot)
            spots.append(spot)
            left += wide + self._gap
        if line:
            _levelled(line)
        return spots


def _levelled(line: list[QRect]) -> int:
    """Move the things of one line to its middle; returns where the line ends."""
    top = line[0].top()
    high = max(spot.height() for spot in line)
    for spot in line:
        spot.moveTop(top + (high - spot.height()) // 2)
    return top + high
