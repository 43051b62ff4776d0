"""Heavy work one piece at a time, the topmost first: it shares its processor with the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from heapq import heapify, heappop, heappush
from itertools import count
from threading import Condition

from spasmlog.ui.tasks import Progress


class Turns:
    """A turn is waited for on any thread but the window's."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting: list[tuple[int, int]] = []
        self._numbers = count()
        self._busy = False

    @contextmanager
    def turn(self, place: int, progress: Progress) -> Iterator[None]:
        """Wait until it is one's turn; of those that wait, the lowest place is the next.

        Whoever is not waited for any more leaves, at the latest when the turn before is over.
        """
        self._wait(place, progress)
        try:
            yield
        finally:
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _wait(self, place: int, progress: Progress) -> None:
        with self._changed:
            ticket = (place, next(self._numbers))
            heappush(self._waiting, ticket)
            self._changed.wait_for(lambda: progress.cancelled or self._is_next(ticket))
            if progress.cancelled:
                self._waiting.remove(ticket)
                heapify(self._waiting)
                self._changed.notify_all()
            progress.check()
            heappop(self._waiting)
            self._busy = True

    def _is_next(self, ticket: tuple[int, int]) -> bool:
        return not self._busy and self._waiting[0] == ticket
