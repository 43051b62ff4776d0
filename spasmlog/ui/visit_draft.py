"""What is typed about a visit, saved by itself at each pause and whenever a field is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from spasmlog.errors import InvalidEntry

PAUSE_MS = 2_000
"""So long after the last key it is saved: one step to undo for each pause, not for each key."""


class Draft(QObject):
    """Knows which fields hold something that is not on disk yet."""

    asked = Signal(object)
    wrong = Signal(str, str)
    """A field and why it cannot be read; an empty sentence once it can."""

    def __init__(self, read: Callable[[str], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._visit, self._day = "", date.min
        self._known: Mapping[str, Any] = {}
        self._dirty: set[str] = set()
        self._sent: frozenset[str] = frozenset()
        self._making = False
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        """Whether something was asked and is neither saved nor refused yet."""
        return bool(self._sent)

    def take(self, visit: str, day: date, values: Mapping[str, Any]) -> None:
        """The journal holds this; an empty `visit` is one that is not there yet.

        What is typed belongs to the visit before, unless it has just made this one.
        """
        if visit != self._visit:
            if not (self._making and not self._visit):
                self._dirty.clear()
                self._timer.stop()
            self._making = False
        self._visit, self._day, self._known = visit, day, values

    def holds(self, name: str) -> bool:
        """Whether a field holds what is not on disk yet, so that it must be left alone."""
        return name in self._dirty

    def touch(self, name: str) -> None:
        """Something was typed there."""
        self._dirty.add(name)
        self._timer.start()

    def flush(self) -> None:
        """Ask for what was typed to be saved, as far as it can be read."""
        self._timer.stop()
        read = dict(self._readable())
        if not self._visit and "day" in self._dirty - read.keys():
            return  # of which day it is has to be known first
        changed = {name: each for name, each in read.items() if each != self._known.get(name)}
        self._dirty -= read.keys() - changed.keys()
        if not changed:
            return
        if not self._visit:
            if self._making:
                self._timer.start()
                return
            self._making = True
            changed = {"day": self._day, **changed}
        self._ask(changed)

    def saved(self) -> None:
        """What was asked is on disk."""
        self._dirty -= self._sent
        self._sent, self._making = frozenset(), False

    def refused(self) -> None:
        """What was asked is not on disk; it is asked again with the next word."""
        self._sent, self._making = frozenset(), False

    def _ask(self, changed: Mapping[str, Any]) -> None:
        from spasmlog.journal.commands import WriteVisit

        self._sent = frozenset(changed)
        fields = tuple(sorted(changed.items()))
        self.asked.emit(WriteVisit(visit_id=self._visit or None, fields=fields))

    def _readable(self) -> Iterator[tuple[str, Any]]:
        for name in sorted(self._dirty):
            try:
                value = self._read(name)
            except InvalidEntry as refusal:
                self.wrong.emit(name, str(refusal))
                continue
            self.wrong.emit(name, "")
            yield name, value
