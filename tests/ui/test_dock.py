"""The dock in the header: live from the first paint, with the clock of a running spasm."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import Nrs
from spasmlog.journal.commands import EndEpisode, LogReading
from spasmlog.ui.dock import Dock
from spasmlog.ui.look import Look
from spasmlog.views.today import dock_state
from tests.build import diary, episode, moment, reading, running


@pytest.fixture
def look(qapp: QApplication) -> Look:
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def dock(qtbot: QtBot, look: Look) -> Dock:
    dock = Dock(look)
    qtbot.addWidget(dock)
    dock.show()
    return dock


def asked_of(dock: Dock) -> list[object]:
    asked: list[object] = []
    dock.asked.connect(asked.append)
    return asked


def test_the_strip_is_live_before_anything_is_known(dock: Dock) -> None:
    asked = asked_of(dock)

    tile = dock.strip.focusProxy()
    assert tile is not None
    QTest.keyClick(tile, Qt.Key.Key_7)

    assert asked == [LogReading(pain=Nrs(7))]
    assert dock.text.text() == "Pain now"
    assert not dock.let_go.isVisible()


def test_a_running_spasm_shows_its_time_its_level_and_the_way_to_end_it(
    dock: Dock,
) -> None:
    spasm = running(clock="09:00", peak=None)
    lived = diary(spasm, reading(clock="09:10", pain=6, episode_id=spasm.id))
    asked = asked_of(dock)

    dock.show_state(dock_state(lived, moment(clock="10:12")))
    QTest.mouseClick(dock.let_go, Qt.MouseButton.LeftButton)

    assert dock.text.text() == "1 h 12 min"
    assert dock.strip.value() == 6
    assert asked == [EndEpisode(episode_id=spasm.id)]


def test_the_clock_moves_by_ticks_alone(dock: Dock) -> None:
    lived = diary(running(clock="09:00"))
    dock.show_state(dock_state(lived, moment(clock="09:20")))

    dock.tick(moment(clock="09:20").plus(timedelta(minutes=45)))

    assert dock.text.text() == "1 h 5 min"
    assert dock.accessibleName() == "Spasm running for 1 h 5 min"


def test_after_the_end_it_is_at_rest_again(dock: Dock) -> None:
    dock.show_state(dock_state(diary(running()), moment(clock="10:00")))

    dock.show_state(dock_state(diary(episode(hours=1)), moment(clock="10:00")))
    dock.tick(moment(clock="11:00"))

    assert dock.text.text() == "Pain now"
    assert dock.strip.value() is None
    assert not dock.let_go.isVisible()


def test_every_control_has_a_name(dock: Dock) -> None:
    dock.show_state(dock_state(diary(running()), moment(clock="10:00")))

    focusable = [
        each for each in dock.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert len(focusable) > 11
    assert [each for each in focusable if not each.accessibleName()] == []


def test_the_dock_does_not_wait_for_the_records() -> None:
    heavy = "{'sqlalchemy', 'babel', 'matplotlib', 'spasmlog.domain.records'}"
    code = f"import sys, spasmlog.ui.dock; print(sorted({heavy} & set(sys.modules)))"

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
