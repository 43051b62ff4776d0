"""Heavy work one piece at a time, the topmost first: it shares its processor with the window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from heapq import heapify, heappop, heappush
from itertools import count
from threading import Condition

from spasmlog.ui.tasks import Progress

BREATH_S = 0.02
"""Between two turns the window has the processor to itself, to show what the first came to."""
LOOK_UP_S = 0.1
"""How often whoever waits looks whether it is still waited for."""


class Turns:
    """A turn is waited for on any thread but the window's."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting: list[tuple[int, int]] = []
        self._numbers = count()
        self._busy = False
        self._not_before = 0.0

    @contextmanager
    def turn(self, place: int, progress: Progress) -> Iterator[None]:
        """Wait until it is one's turn; of those that wait, the lowest place is the next.

        Leaves, like `Progress.check`, where nobody waits for it any more.
        """
        self._wait(place, progress)
        try:
            yield
        finally:
            with self._changed:
                self._busy = False
            self.rest(BREATH_S)

    @property
    def idle(self) -> bool:
        """Whether nobody has a turn or waits for one."""
        with self._changed:
            return not self._busy and not self._waiting

    def rest(self, seconds: float) -> None:
        """Let no turn begin for so long: the window is busy itself."""
        with self._changed:
            self._not_before = max(self._not_before, time.monotonic() + seconds)
            self._changed.notify_all()

    def _wait(self, place: int, progress: Progress) -> None:
        with self._changed:
            ticket = (place, next(self._numbers))
            heappush(self._waiting, ticket)
            while not progress.cancelled and (pause := self._pause(ticket)) > 0:
                self._changed.wait(pause)
            if progress.cancelled:
                self._waiting.remove(ticket)
                heapify(self._waiting)
                self._changed.notify_all()
            progress.check()
            heappop(self._waiting)
            self._busy = True

    def _pause(self, ticket: tuple[int, int]) -> float:
        """How long to wait before looking again; 0 where it is this one's turn."""
        if self._busy or self._waiting[0] != ticket:
            return LOOK_UP_S
        return max(min(self._not_before - time.monotonic(), LOOK_UP_S), 0.0)
