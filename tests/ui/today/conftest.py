"""The Today page on a stage: one look for all its tests, and a journal of its own for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.ui.look import Look
from tests.dressing import dressed
from tests.ui.today.stage import Stage, on_stage


@pytest.fixture(scope="module")
def worn(qapp: QApplication) -> Iterator[Look]:
    """Dressing the application takes longer than most of these tests."""
    with dressed(qapp) as look:
        yield look


@pytest.fixture
def look(worn: Look) -> Look:
    worn.set("light", 1.0)
    return worn


@pytest.fixture
def stage(qtbot: QtBot, look: Look) -> Iterator[Stage]:
    with on_stage(qtbot, look) as stage:
        yield stage


@pytest.fixture
def evening(qtbot: QtBot, look: Look) -> Iterator[Stage]:
    with on_stage(qtbot, look, "19:40") as stage:
        qtbot.waitUntil(lambda: stage.page.check_in.fields is not None)
        yield stage
