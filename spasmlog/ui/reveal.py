"""Scrolls to what has just opened, so that a press never seems to do nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(part: QWidget) -> None:
    """Scroll until a part is seen, its top before all, once everything has found its place."""
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def area_around(part: QWidget) -> QScrollArea | None:
    """What a part is scrolled in; None where nothing around it scrolls."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def is_scrolled(part: QWidget) -> bool:
    """Whether the page around a part is longer than what can be seen of it."""
    area = area_around(part)
    return area is not None and area.verticalScrollBar().maximum() > 0


def _scroll_to(part: QWidget) -> None:
    area = area_around(part)
    inside = None if area is None else area.widget()
    if area is None or inside is None or part.isHidden():
        return
    top = part.mapTo(inside, QPoint(0, 0)).y()
    bar = area.verticalScrollBar()
    least = min(top, top + part.height() - area.viewport().height())
    bar.setValue(max(least, min(bar.value(), top)))
