"""Makes and dresses the other pages while nothing else is to be done, so that a visit is quick."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.shelf import SHELF

AFTER_MS, EVERY_MS = 2000, 30
"""Not before the person has seen the first page; then a little in each turn (our own choice)."""
SLICE = 0.005
"""Seconds that dressing may take in one turn."""
SHOWN = ("history", "visit", "settings", "telling")
"""Pages that are filled ahead of time too; the others begin long work, or fill themselves."""
NAMES = ("history", "signals", "report", "settings", "visit", "insights", "telling", "rule")


class PagesAhead(QObject):
    """Works through the pages once. What it filled is filled anew when it is visited."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps = self._each()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._go_on)
        self._start = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._start.timeout.connect(self._timer.start)
        window.closing.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether there are pages left that it will make."""
        return self._start.isActive() or self._timer.isActive()

    def start(self) -> None:
        """Begin a little later; nobody has to wait for it."""
        self._start.start()

    def stop(self) -> None:
        """Make no more."""
        self._start.stop()
        self._timer.stop()

    def _go_on(self) -> None:
        if next(self._steps, self) is self:
            self.stop()

    def _each(self) -> Iterator[None]:
        window = self._window
        for name in NAMES:
            if name in window.pages:
                continue
            page = window.page(name)
            yield
            if name in SHOWN and window.around.desk.is_open and not page.isVisible():
                page.show_view(SHELF[name].view(window.around))
                yield
            yield from _dress(page)


def _dress(page: QWidget) -> Iterator[None]:
    """Give every part of a page its style, which takes longer than making it."""
    began = time.perf_counter()
    for part in page.findChildren(QWidget):
        if isValid(part):
            part.ensurePolished()
        if time.perf_counter() - began > SLICE:
            yield
            began = time.perf_counter()
