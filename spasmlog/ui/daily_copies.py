"""The copy of the journal that is made after the first write of a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from spasmlog.errors import Refusal

if TYPE_CHECKING:
    from spasmlog.store.backup import Backup
    from spasmlog.ui.desk import Desk
    from spasmlog.ui.tasks import Tasks

SOON_MS = 400
"""When copies and other chores begin after a save: not while the person is still at it."""


class DailyCopies(QObject):
    """Verified copies of the journal at `path`, at most one a day; the change log is kept short."""

    made = Signal()
    """A copy is there."""
    failed = Signal(object)
    """A copy could not be made: the `Refusal`."""

    def __init__(
        self, desk: Desk, tasks: Tasks, path: Callable[[], Path | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._path = desk, tasks, path
        self._copying = False
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._copy)

    @property
    def due(self) -> bool:
        """Whether a save waits to be looked after."""
        return self._soon.isActive()

    def saved(self) -> None:
        """Something was saved: see soon whether it was the first of the day."""
        self._soon.start()

    def stop(self) -> None:
        """Begin none any more."""
        self._soon.stop()

    def _copy(self) -> None:
        path = self._path()
        if path is None or self._copying or not self._desk.is_open:
            return
        from spasmlog.store.backup import copy_daily, daily_copies

        today = self._desk.diary.today
        if any(each.day == today for each in daily_copies(path)):
            return
        self._copying = True
        self._tasks.run(lambda _progress: copy_daily(path, today), self._took, self._failed, "copy")

    def _took(self, _backup: Backup) -> None:
        self._copying = False
        self._desk.journal.forget_old_changes()
        self.made.emit()

    def _failed(self, refusal: Refusal) -> None:
        self._copying = False
        self.failed.emit(refusal)
