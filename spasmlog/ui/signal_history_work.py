"""The past days looked at in small pieces between what else the window does, and carried on."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from spasmlog.rules.history import History, Told
    from spasmlog.views.signal_history import PastAsked

PIECE_S = 0.008
"""How long one piece may hold the window; a day more than that is finished all the same."""
PAUSE_MS = 1
BEGIN_MS = 250
"""What the page shows beside it is painted first."""


class PastDays(QObject):
    """Each change of the diary is carried on from what is known; nothing known is looked at twice.

    On the window's own thread: beside it, it would have to share the interpreter with it anyway.
    """

    done = Signal()
    """All days have been looked at."""
    progressed = Signal(int, int)
    """So many days are done, of how many."""

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._asked: PastAsked | None = None
        self._under_way: PastAsked | None = None
        self._steps: Generator[Told, None, History] | None = None
        self._told: History | None = None
        self._told_for: PastAsked | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._piece)

    @property
    def told(self) -> History | None:
        """What is known, of the diary as it stands or as it was a moment ago."""
        return self._told

    @property
    def is_running(self) -> bool:
        """Whether days are being looked at; not while it is stopped."""
        return self._timer.isActive()

    @property
    def is_done(self) -> bool:
        """Whether it is all there, for the diary that was asked about last."""
        return self._told_for is not None and self._told_for is self._asked

    def ask(self, asked: PastAsked) -> None:
        """This is the diary now; looking at its days is begun or gone on with by `go_on`."""
        known = self._asked
        if known and known.diary is asked.diary and known.personal is asked.personal:
            return
        self._asked = asked
        if known is not None and known.personal is not asked.personal:
            self._steps = None

    def go_on(self) -> None:
        """Begin, or go on where it was stopped."""
        if not self.is_done and self._asked is not None and not self.is_running:
            fresh = self._told is None and self._steps is None
            self._timer.start(BEGIN_MS if fresh else PAUSE_MS)

    def stop(self) -> None:
        """Look at no further day until it is told to go on."""
        self._timer.stop()

    def _piece(self) -> None:
        from spasmlog.rules import book
        from spasmlog.rules.history import telling

        if self._asked is None:
            return
        if self._steps is None:
            self._under_way = self._asked
            self._steps = telling(self._asked.diary, book(self._asked.personal), self._told)
        until = self._clock() + PIECE_S
        try:
            told = next(self._steps)
            while self._clock() < until:
                told = next(self._steps)
        except StopIteration as ended:
            self._take(ended.value)
            return
        self._timer.start(PAUSE_MS)
        self.progressed.emit(*told)

    def _take(self, told: History) -> None:
        """What came of it; where the diary has moved on meanwhile, the rest is looked at."""
        self._steps, self._told, self._told_for = None, told, self._under_way
        if self.is_done:
            self.done.emit()
        else:
            self._timer.start(PAUSE_MS)
