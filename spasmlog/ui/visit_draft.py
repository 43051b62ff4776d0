"""What is typed about a visit, saved by itself at each pause and whenever a field is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from spasmlog.errors import InvalidEntry

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.domain.records import Visit
    from spasmlog.journal.commands import Command, WriteVisit

PAUSE_MS = 2_000
"""So long after the last key it is saved: one step to undo for each pause, not for each key."""


class Draft(QObject):
    """Knows which fields hold something that is not on disk yet."""

    asked = Signal(object)
    wrong = Signal(str, str)
    """A field and why it cannot be read; an empty sentence once it can."""
    begun = Signal(str)
    """Something is typed about this visit, which is to stay where it is until it is saved."""

    def __init__(self, read: Callable[[str], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._visit, self._day = "", date.min
        self._known: Mapping[str, Any] = {}
        self._dirty: set[str] = set()
        self._command: WriteVisit | None = None
        self._sent: set[str] = set()
        self._making = False
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def held(self) -> bool:
        """Whether something stands only in the fields: it was refused, or cannot be read."""
        return bool(self._dirty - self._sent)

    def asked_for(self, command: Command | None) -> bool:
        """Whether this command is the one that is neither saved nor refused yet."""
        return command is not None and command == self._command

    def take(self, visit: str, day: date, values: Mapping[str, Any]) -> None:
        """The journal holds this; an empty `visit` is one that is not there yet.

        What is typed belongs to the visit before, unless it has just made this one.
        """
        if visit != self._visit:
            if not (self._making and not self._visit):
                self._dirty.clear()
                self._timer.stop()
                self.refused()
            self._making = False
        self._visit, self._day, self._known = visit, day, values

    def holds(self, name: str) -> bool:
        """Whether a field holds what is not on disk yet, so that it must be left alone."""
        return name in self._dirty

    def touch(self, name: str) -> None:
        """Something was typed there."""
        if not self._dirty:
            self.begun.emit(self._visit)
        self._dirty.add(name)
        self._sent.discard(name)
        self._timer.start()

    def flush(self) -> None:
        """Ask for what was typed to be saved, as far as it can be read.

        A new visit whose day cannot be read is kept on the day that it began with.
        """
        self._timer.stop()
        read = dict(self._readable())
        changed = {name: each for name, each in read.items() if each != self._known.get(name)}
        self._dirty -= read.keys() - changed.keys()
        if not changed:
            return
        if not self._visit:
            if self._making:
                self._timer.start()
                return
            self._making = True
        self._ask(changed)

    def written(self, step: Step) -> Visit | None:
        """The visit as this step left it, if the step is what was asked here."""
        from spasmlog.domain.records import Visit

        asked = self._command
        if asked is None:
            return None
        for each in step.changes:
            visit, before = each.after, each.before.id if each.before else None
            if not isinstance(visit, Visit) or before != asked.visit_id:
                continue
            if all(getattr(visit, name) == value for name, value in asked.fields):
                return visit
        return None

    def saved(self, visit: Visit) -> None:
        """What was asked is on disk, as this visit; what was typed since then is not."""
        self._dirty -= self._sent
        self._visit, self._day = visit.id, visit.day
        self._known = {name: getattr(visit, name) for name in self._known}
        self.refused()

    def refused(self) -> None:
        """What was asked is not on disk; it is asked again with the next word."""
        self._command, self._making = None, False
        self._sent.clear()

    def _ask(self, changed: Mapping[str, Any]) -> None:
        from spasmlog.journal.commands import WriteVisit

        fields = changed if self._visit else {"day": self._day, **changed}
        command = WriteVisit(visit_id=self._visit or None, fields=tuple(sorted(fields.items())))
        self._command, self._sent = command, set(changed)
        self.asked.emit(command)

    def _readable(self) -> Iterator[tuple[str, Any]]:
        for name in sorted(self._dirty):
            try:
                value = self._read(name)
            except InvalidEntry as refusal:
                self.wrong.emit(name, str(refusal))
                continue
            self.wrong.emit(name, "")
            yield name, value
