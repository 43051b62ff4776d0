"""Ten years looked through in the open window: while typing, all entries scrolled, all chosen."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from spasmlog.ui.page import Place
from spasmlog.ui.pictures import settle, wait_until
from spasmlog.ui.session import Session
from tests.benchmarks.conftest import Watchdog

Tell = Callable[[str, str, str], None]
PRESSES = 120


def at_history(session: Session) -> Any:
    settle(session)
    session.window.go(Place(page="history"))
    settle(session)
    page: Any = session.window.page("history")
    page.find_now()
    assert wait_until(lambda: session.finding.is_ready)
    settle(session)
    return page


def held(widget: QWidget, key: Qt.Key, times: int) -> float:
    """The longest that one press and the paint after it took, in ms."""
    longest = 0.0
    for _press in range(times):
        began = time.perf_counter()
        QTest.keyClick(widget, key)
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
    return longest * 1000


def rolled(rows: Any, times: int) -> float:
    """The same of a notch of the wheel."""
    longest = 0.0
    for _notch in range(times):
        began = time.perf_counter()
        spot = QPointF(20, 20)
        event = QWheelEvent(
            spot,
            spot,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(rows.viewport(), event)
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
    return longest * 1000


def test_the_window_stays_quick_while_the_index_is_made(session: Session, figure: Tell) -> None:
    settle(session)
    session.window.go(Place(page="history"))
    settle(session)
    watchdog, began = Watchdog(), time.perf_counter()
    session.finding.prepare()
    assert wait_until(lambda: session.finding.is_ready)
    figure("ten years read for searching", f"{time.perf_counter() - began:.1f} s", "-")
    figure("the window stood still meanwhile", f"{watchdog.longest * 1000:.0f} ms", "60 ms")


def test_each_letter_shows_what_it_finds(session: Session, figure: Tell) -> None:
    page = at_history(session)
    field, taken = page.finder.field, []
    for letter in "pain>=7 left heat 2026-03":
        began = time.perf_counter()
        QTest.keyClicks(field, letter)
        page.repaint()
        QApplication.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
    figure("a letter typed to its finds on screen", f"{median(taken):.0f} ms", "50 ms")
    figure("a letter typed to its finds on screen, slowest", f"{max(taken):.0f} ms", "-")
    assert session.window.around.search == "pain>=7 left heat 2026-03"


def test_all_entries_are_scrolled_without_a_stall(session: Session, figure: Tell) -> None:
    page = at_history(session)
    began = time.perf_counter()
    page.finder.all.click()
    QApplication.processEvents()
    figure("all entries shown", f"{(time.perf_counter() - began) * 1000:.0f} ms", "60 ms")
    rows = page.found.list
    assert len(rows.ids) > 30_000
    rows.setFocus()
    for name, key, times in (
        ("PageDown held", Qt.Key.Key_PageDown, PRESSES),
        ("End", Qt.Key.Key_End, 1),
        ("PageUp held", Qt.Key.Key_PageUp, PRESSES),
        ("Home", Qt.Key.Key_Home, 1),
        ("Down held", Qt.Key.Key_Down, PRESSES),
    ):
        figure(f"all entries: {name}, slowest", f"{held(rows, key, times):.0f} ms", "60 ms")
    figure("all entries: the wheel, slowest", f"{rolled(rows, PRESSES):.0f} ms", "60 ms")
    began = time.perf_counter()
    QTest.keyClick(rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    figure("all entries: Ctrl+A", f"{(time.perf_counter() - began) * 1000:.0f} ms", "-")
    assert len(rows.chosen) == len(rows.ids)
