"""The one door to the diary: do, undo, redo, look, and be told of every change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from spasmlog.domain.diary import Change, Diary, Step
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import SignalAnswer
from spasmlog.store.database import Database
from spasmlog.store.reading import read_all, read_recent

if TYPE_CHECKING:
    from spasmlog.journal.circumstances import Stamps
    from spasmlog.journal.commands import Command
    from spasmlog.store.unit_of_work import Logged, UnitOfWork

Listener = Callable[[Step], None]
BIN_DAYS = 30
"""How long changes can be undone and deletions brought back, unless set otherwise."""


class Journal:
    """A diary in memory that moves on with the disk: never before it, never without it."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], Moment],
        new_id: Callable[[], str],
        day_start: Callable[[], time],
    ) -> None:
        self.database = database
        self._clock = clock
        self._new_id = new_id
        self._day_start = day_start
        self._listeners: list[Listener] = []
        self._since_reading: list[Change] = []
        self._diary = read_recent(database, self.today)
        self._labels: tuple[str | None, str | None] | None = None
        self._stamps: Stamps | None = None

    @property
    def now(self) -> Moment:
        """The moment it is, where the person is."""
        return self._clock()

    @property
    def today(self) -> date:
        """The diary day that is running."""
        return self.now.diary_day(self._day_start())

    @property
    def diary(self) -> Diary:
        """The diary as it stands, seen today."""
        return self._diary.on_day(self.today)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None where there is nothing."""
        return self._next_labels()[0]

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back; None where there is nothing."""
        return self._next_labels()[1]

    def begin_days(self, day_start: Callable[[], time]) -> None:
        """From now on days begin when `day_start` says; entries made already keep their day."""
        self._day_start = day_start

    def warm(self) -> None:
        """Make the first connection that writes, on any thread, so that no click waits for it."""
        # Nothing is kept: a click may have changed it before this thread comes to keep it.
        with self._unit() as uow:
            uow.label(undone=False)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every step, after it is on disk and in the diary; returns the way out."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def do(self, command: Command) -> Step:
        """Carry a command out; what it changed is on disk when this returns."""
        noted = getattr(command, "what", None) is not SignalAnswer.SEEN
        now = self._clock()
        with self._unit() as uow:
            self._handle(command, uow, now)
            step = (
                uow.commit(command.called, now.utc) if noted else uow.commit_unnoted(command.called)
            )
        if step.changes and noted:
            self._labels = (step.label, None)
        self._take(step)
        return step

    def undo(self) -> Step:
        """Take the newest step back, of this session or an earlier one."""
        with self._unit() as uow:
            step = uow.undo()
        return self._moved(step)

    def redo(self) -> Step:
        """Do again what was undone last."""
        with self._unit() as uow:
            step = uow.redo()
        return self._moved(step)

    def deleted(self) -> tuple[Logged, ...]:
        """The bin, newest first."""
        with self._unit() as uow:
            return uow.deleted()

    def versions(self, record_id: str) -> tuple[Logged, ...]:
        """What became of an entry, oldest first."""
        with self._unit() as uow:
            return uow.versions(record_id)

    def forget_old_changes(self, days: int = BIN_DAYS) -> None:
        """Empty the bin and the change log of what is older than so many days."""
        with self._unit() as uow:
            uow.forget_changes(self.now.utc - timedelta(days=days))
            uow.commit_unnoted("")
        self._labels = None

    @property
    def is_complete(self) -> bool:
        """Whether all days are read, or only the recent ones in full."""
        return self._diary.full_from is None

    def read_rest(self, breathe: Callable[[], None] = lambda: None) -> Diary:
        """Read the whole diary, on any thread; hand the result to `take_rest`."""
        return read_all(self.database, self.today, breathe)

    def take_rest(self, whole: Diary) -> None:
        """From now on the whole diary, with what changed while it was being read."""
        if self.is_complete:  # a change of an old entry had all read at once: this is older
            return
        missed = _missed_by(whole, self._since_reading)
        self._diary = whole.apply(missed) if missed else whole
        self._since_reading.clear()
        self._tell(Step("", ()))

    def fill(self, records: Iterable[Record], *, replace: bool = False) -> None:
        """Fill an empty journal (or, to `replace`, empty it first).

        It is a step to undo only where others can be undone or redone: they stand on its absence.
        """
        from spasmlog.journal.commands import ImportRecords

        now = self._clock()
        with self._unit() as uow:
            if replace:
                uow.remove_everything()
            noted = uow.label(undone=False) or uow.label(undone=True)
            self._handle(ImportRecords(records=tuple(records)), uow, now)
            if noted:
                uow.commit(ImportRecords.label, now.utc)
            else:
                uow.commit_unnoted("")
        self._diary = read_recent(self.database, self.today)
        self._since_reading.clear()
        self._labels = None
        self._tell(Step("", ()))

    def _unit(self) -> UnitOfWork:
        # Loads SQLAlchemy, which today's page does without.
        from spasmlog.store.unit_of_work import UnitOfWork

        return UnitOfWork(self.database)

    def _handle(self, command: Command, uow: UnitOfWork, now: Moment) -> None:
        from spasmlog.journal.circumstances import Circumstances, Stamps
        from spasmlog.journal.handlers import handle

        if self._stamps is None:
            self._stamps = Stamps()
        here = Circumstances(now, self._day_start(), self._new_id, self._stamps)
        handle(command, uow, here)

    def _moved(self, step: Step) -> Step:
        self._labels = None
        self._take(step)
        return step

    def _next_labels(self) -> tuple[str | None, str | None]:
        """What undo and redo would move; asked of the disk once, then kept."""
        if self._labels is None:
            with self._unit() as uow:
                self._labels = (uow.label(undone=False), uow.label(undone=True))
        return self._labels

    def _take(self, step: Step) -> None:
        if not step.changes:
            return
        if not self.is_complete:
            self._since_reading += step.changes
            if any(self._reaches_back(change) for change in step.changes):
                self.take_rest(self.read_rest())
                self._tell(step)
                return
        self._diary = self._diary.apply(step.changes)
        self._tell(step)

    def _reaches_back(self, change: Change) -> bool:
        """Whether it changes an entry that has not been read yet."""
        known = self._diary.by_id
        return change.before is not None and change.before.id not in known

    def _tell(self, step: Step) -> None:
        for listener in tuple(self._listeners):
            listener(step)


def _missed_by(whole: Diary, changes: Iterable[Change]) -> list[Change]:
    """What these changes still have to do to a diary that may know some of them already."""
    now: dict[str, Record | None] = {}
    for change in changes:
        for record in (change.before, change.after):
            if record is not None:
                now[record.id] = change.after
    known = whole.by_id
    return [
        Change(known.get(record_id), record)
        for record_id, record in now.items()
        if known.get(record_id) != record
    ]
