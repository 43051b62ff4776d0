"""A look that the application wears for one test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from spasmlog.ui.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light theme at its designed size; tests may set another."""
    palette, font = qapp.palette(), qapp.font()
    look = Look("light", 1.0)
    look.apply(qapp)
    yield look
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
