"""Every page switch to its first paint, and a long sitting by keys with a watchdog beside it.

The sitting is what a busy person does in ten minutes, an action every two seconds, done here at
least twice as fast: there is less time to recover between two actions than most would leave.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spasmlog.ui import keys
from spasmlog.ui.pages_ahead import PagesAhead
from spasmlog.ui.pictures import settle, wait_until
from spasmlog.ui.session import Session
from tests.benchmarks.conftest import TICK_MS, Watchdog

Tell = Callable[[str, str, str], None]
ROUNDS = 5
ACTIONS, BETWEEN_MS, BETWEEN_KEYS_MS = 150, 900, 20
STALL_MS = 60
PAGES = ("history", "insights", "signals", "report", "settings", "today")
LINES = (
    "7 @-3h",
    "5 neck left @yesterday 14:30 for 20m",
    "ibuprofen 400",
    "walk 30m",
    "4 neck ibu",
    "11",
)
WORDS = ("ibuprofen", "pain>=7 left", "heat 2026-03", "nothing like it")


class Stalls(Watchdog):
    """Counts how often the event loop left its timer waiting for longer than a blink.

    On a machine that is busy with other things waiting is no sign: `own` counts the times at which
    the window's own thread worked for so long.
    """

    def __init__(self) -> None:
        super().__init__()
        self.count = self.own = 0
        self.longest_own = 0.0
        self._since, self._worked = time.perf_counter(), time.thread_time()

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.count += (now - self._since) * 1000 - TICK_MS > STALL_MS
        self.own += (worked - self._worked) * 1000 > STALL_MS
        self.longest_own = max(self.longest_own, worked - self._worked)
        self._since, self._worked = now, worked
        super()._tick()


def press(session: Session, key: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or session.window, key)


def strike(session: Session, key: str) -> None:
    """One key, and the little time before a hand has found the next."""
    press(session, key)
    QTest.qWait(BETWEEN_KEYS_MS)


def type_in(session: Session, text: str) -> None:
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget() or session.window, letter)
        QTest.qWait(BETWEEN_KEYS_MS)


def made_ready(session: Session) -> None:
    """As it stands some seconds after the start."""
    settle(session)
    wait_until(lambda: all(not each.is_running for each in session.findChildren(PagesAhead)))
    settle(session)


def test_page_switches(session: Session, figure: Tell) -> None:
    made_ready(session)
    taken: dict[str, list[float]] = {name: [] for name in PAGES}
    for _round in range(ROUNDS):
        for name in PAGES:
            began = time.perf_counter()
            press(session, keys.PAGES[name])
            session.window.repaint()
            taken[name].append((time.perf_counter() - began) * 1000)
            assert session.window.current == name
            settle(session)
    for name, times in taken.items():
        first = f"{times[0]:.0f} ms"
        figure(f"page switch to {name}, first visit, ten years", first, "100 ms")
        figure(f"page switch to {name}, later", f"{median(times[1:]):.0f} ms", "100 ms")


def test_a_long_sitting(session: Session, figure: Tell) -> None:
    made_ready(session)
    chance, stalls = random.Random(20260701), Stalls()

    def a_page() -> None:
        strike(session, keys.PAGES[chance.choice(PAGES)])

    def a_line() -> None:
        strike(session, "Ctrl+K")
        strike(session, "Ctrl+A")
        type_in(session, chance.choice(LINES))
        strike(session, "Return")
        strike(session, "Escape")

    def a_key() -> None:
        session.window.frame.setFocus()
        strike(session, chance.choice("05wdn"))

    def find() -> None:
        strike(session, "Ctrl+F")
        type_in(session, chance.choice(WORDS))

    def back() -> None:
        strike(session, chance.choice(("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Left", "Right")))

    before = len(session.window.around.desk.diary.by_id)
    for _action in range(ACTIONS):
        chance.choice((a_page, a_page, a_line, a_key, back, find))()
        QTest.qWait(BETWEEN_MS)
    name = f"a long sitting, {ACTIONS} actions"
    figure(f"{name}: stalls over {STALL_MS} ms", f"{stalls.count}", "0")
    figure(f"{name}: of them of the window's own work", f"{stalls.own}", "0")
    figure("a long sitting: longest stall", f"{stalls.longest * 1000:.0f} ms", f"{STALL_MS} ms")
    own = f"{stalls.longest_own * 1000:.0f} ms"
    figure("a long sitting: longest of the window's own work", own, f"{STALL_MS} ms")
    assert len(session.window.around.desk.diary.by_id) != before
