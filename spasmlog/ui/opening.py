"""Open the journal behind the first paint: the recent days first, then the rest."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from spasmlog.errors import Refusal
from spasmlog.ui.desk import Ahead, Desk, look_ahead
from spasmlog.ui.sweeper import Sweeper
from spasmlog.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary
    from spasmlog.journal.journal import Journal
    from spasmlog.store.lock import WriterLock

Opener = Callable[[Path], "tuple[Journal, WriterLock]"]

AFTER_PAINT_MS = 20
"""So that today's page is painted before anything else is loaded."""


class Opening(QObject):
    """Takes a journal file from its name to a diary that is there as a whole."""

    failed = Signal(object)
    """A `Refusal`: the journal was not opened and is as it was."""
    complete = Signal()
    """All days are there."""

    def __init__(self, desk: Desk, tasks: Tasks, opener: Opener) -> None:
        super().__init__(desk)
        self._desk, self._tasks, self._opener = desk, tasks, opener
        self._under_way = False
        self._held: tuple[Journal, WriterLock] | None = None
        self._sweeper = Sweeper(self)

    def start(self, path: Path) -> bool:
        """Open this file; False where one is open or being opened already."""
        if self._under_way:
            return False
        self._under_way = True
        self._tasks.run(lambda _: self._open(path), self._opened, self._fail, "open")
        return True

    def close(self) -> None:
        """Close the file with everything that was asked for in it, and let others write."""
        if self._held is not None:
            self._desk.save_waiting(self._held[0])
        self._let_go()

    def _let_go(self) -> None:
        self._under_way = False
        self._desk.put_down()
        if self._held is not None:
            (journal, lock), self._held = self._held, None
            journal.database.close()
            lock.release()

    def _fail(self, refusal: Refusal) -> None:
        self._sweeper.start()
        self._let_go()
        self.failed.emit(refusal)

    def _open(self, path: Path) -> tuple[Journal, Ahead]:
        # What the first page needs is imported here, so that the window never waits for it.
        from spasmlog import rules
        from spasmlog.views import today

        del rules, today
        # Held from here on: a window that is closed meanwhile has to let go of it.
        self._held = self._opener(path)
        journal, _lock = self._held
        return journal, look_ahead(journal, self._desk.personal)

    def _opened(self, opened: tuple[Journal, Ahead]) -> None:
        self._desk.take(*opened)
        QTimer.singleShot(AFTER_PAINT_MS, self, self._get_ready)

    def _get_ready(self) -> None:
        if self._held is not None:
            self._tasks.run(self._warm, self._warmed, self._fail, "get ready to write")

    def _warm(self, _progress: Progress) -> None:
        # SQLAlchemy is loaded here, behind the page that can be read already.
        from spasmlog.journal import handlers

        del handlers
        self._desk.journal.warm()

    def _warmed(self, _nothing: None) -> None:
        self._desk.let_write()
        if self._desk.journal.is_complete:
            self._settle()
        else:
            self._tasks.run(self._read_rest, self._take_rest, self._fail, "read the rest")

    def _read_rest(self, progress: Progress) -> Diary:
        return self._desk.journal.read_rest(progress.check)

    def _take_rest(self, whole: Diary) -> None:
        self._desk.journal.take_rest(whole)
        self._settle()

    def _settle(self) -> None:
        # Tens of thousands of records stay for good: the collector need not look at them again,
        # which would stop the window for longer than a blink.
        gc.freeze()
        self._sweeper.start()
        self.complete.emit()
