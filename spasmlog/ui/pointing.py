"""Whether the pointer was brought to a place: it may have rested where that place opened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QCursor


class Pointing:
    """Qt says of a pointer that rests that it came, when something is shown beneath it."""

    def __init__(self) -> None:
        self.on = False
        self._rested: QPoint | None = None

    def shown(self) -> None:
        """The place opens now."""
        self.on, self._rested = False, QCursor.pos()

    def moved(self, to: QPointF) -> bool:
        """The pointer is there, it is said: whether somebody has brought it."""
        self.on = self.on or to.toPoint() != self._rested
        return self.on

    def left(self) -> None:
        """It has gone; when it comes back, somebody brings it."""
        self.on, self._rested = False, None
