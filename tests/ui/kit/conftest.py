"""A look that the application wears for one test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from spasmlog.ui.look import Look
from tests.dressing import dressed


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light theme at its designed size; tests may set another."""
    with dressed(qapp) as look:
        yield look
