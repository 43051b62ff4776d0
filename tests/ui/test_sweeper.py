"""What is no longer used is swept up on the window's own thread, and on no other."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from spasmlog.ui.sweeper import Sweeper, sweep
from tests.living import living


class Knot:
    """Refers to itself, so that only the collector can take it down."""

    def __init__(self) -> None:
        self.own = self


def tied(told: list[int]) -> None:
    weakref.finalize(Knot(), lambda: told.append(threading.get_ident()))


def much() -> list[list[int]]:
    """More new objects than the youngest generation holds."""
    return [[number] for number in range(2 * gc.get_threshold()[0])]


def leave_garbage(told: list[int]) -> None:
    tied(told)
    assert much()


def test_a_window_leaves_the_collector_to_the_sweeper(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.start()

        assert not gc.isenabled()


def test_garbage_of_another_thread_is_taken_down_on_the_window_s_own(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spasmlog.ui.sweeper.INTERVAL_MS", 1)
    told: list[int] = []
    sweeper = Sweeper()
    other = threading.Thread(target=leave_garbage, args=(told,))
    other.start()
    other.join()
    assert told == []
    kept = much()
    sweeper.start()

    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]
    assert kept


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    told: list[int] = []
    tied(told)
    sweep()

    assert told == []
