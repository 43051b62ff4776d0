"""Lays out what has changed before it is painted, so that no frame shows it half-way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

MOST_PASSES = 6
"""A card that changes its columns asks for another pass; it never takes more than a few."""


def lay_out(part: QWidget) -> None:
    """Find the place of everything on a part now, not some turns of the event loop later."""
    for child in part.findChildren(QWidget):
        if child.isVisible():
            child.ensurePolished()
    for _pass in range(MOST_PASSES):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
