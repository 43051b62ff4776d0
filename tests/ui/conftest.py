"""A page of History to sit down before, cleared away after the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spasmlog.domain.records import Record
from spasmlog.ui.look import Look
from tests.ui.sitting import Seat, Sitting


@pytest.fixture(scope="module")
def worn(qapp: QApplication) -> Look:
    """The light theme at its designed size, put on once a module: dressing takes time."""
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def seat(worn: Look) -> Iterator[Seat]:
    """Sit down before a page with these records."""
    seated: list[Sitting] = []

    def sit(*records: Record) -> Sitting:
        sitting = Sitting(worn, records)
        seated.append(sitting)
        sitting.page.resize(1019, 800)
        sitting.page.show()
        QTest.qWaitForWindowActive(sitting.page)
        return sitting

    yield sit
    for sitting in seated:
        sitting.close()
