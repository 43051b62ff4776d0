"""The Today page on a stage: one look for all its tests, and a journal of its own for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.ui.look import Look
from tests.ui.today.stage import Stage, on_stage


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> Iterator[Look]:
    """Dressing the application takes longer than most of these tests."""
    look = Look()
    look.apply(qapp)
    yield look
    look.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def look(dressed: Look) -> Look:
    dressed.set("light", 1.0)
    return dressed


@pytest.fixture
def stage(qtbot: QtBot, look: Look) -> Iterator[Stage]:
    with on_stage(qtbot, look) as stage:
        yield stage


@pytest.fixture
def evening(qtbot: QtBot, look: Look) -> Iterator[Stage]:
    with on_stage(qtbot, look, "19:40") as stage:
        qtbot.waitUntil(lambda: stage.page.check_in.fields is not None)
        yield stage
