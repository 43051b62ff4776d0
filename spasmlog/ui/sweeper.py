"""Sweeps up what is no longer used, on the window's own thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class Sweeper(QObject):
    """Asks Python's collector as often as it would have run by itself.

    By itself it runs on whichever thread makes the next object. Parts of a window that are taken
    down on a thread of their own, while Qt walks over all parts, end the program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(sweep)

    def start(self) -> None:
        """From now on; before, there is little to collect, and much to look at."""
        self._timer.start()


def sweep() -> None:
    """Collect the oldest generation that is due, if any is; the younger ones go with it."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
