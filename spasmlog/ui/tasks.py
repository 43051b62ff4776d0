"""The one hand-over between background threads and the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from threading import Event, Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from spasmlog.errors import Refusal

T = TypeVar("T")
USUAL_S = sys.getswitchinterval()
HOLD_S = 0.0001
"""How long work keeps the interpreter while the window wants it; fifty times that is usual."""


class Stopped(Exception):
    """Raised inside a piece of work that nobody waits for any more."""


class Progress:
    """What a piece of work may say, and ask, while it runs on its own thread."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._stop.is_set()

    def check(self) -> None:
        """Leave the work here if nobody waits for it."""
        if self.cancelled:
            raise Stopped

    def tell(self, done: int, total: int) -> None:
        """Say how far it is; leaves the work like `check`."""
        self.check()
        self._tell(done, total)

    def stop(self) -> None:
        """Ask the work to end."""
        self._stop.set()


class Task(QObject):
    """One piece of work under way. `ended` comes once, whatever became of it."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self.progress = Progress(self.progressed.emit)

    @property
    def cancelled(self) -> bool:
        """Whether its result will be dropped."""
        return self.progress.cancelled

    def cancel(self) -> None:
        """Drop the result; the work ends at its next `check`."""
        self.progress.stop()


Handed = Callable[[], None]


class Tasks(QObject):
    """Runs work on threads of its own; results, refusals and faults arrive on this thread."""

    _arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: dict[Task, Thread] = {}
        self._arrived.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._threads)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Refusal], None],
        label: str = "",
    ) -> Task:
        """Start the work; `done` gets its result, `failed` what the world refused."""
        task = Task(label, self)
        thread = Thread(target=self._work, args=(task, work, done, failed), name=label or None)
        self._threads[task] = thread
        sys.setswitchinterval(HOLD_S)
        thread.start()
        return task

    def close(self) -> None:
        """Ask everything to end, and wait until it has. Nothing arrives afterwards."""
        for task in self._threads:
            task.cancel()
        for thread in self._threads.values():
            thread.join()
        self._threads.clear()
        sys.setswitchinterval(USUAL_S)

    def _work(
        self,
        task: Task,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Refusal], None],
    ) -> None:
        handed: Handed = _nothing
        try:
            handed = partial(done, work(task.progress))
        except Stopped:
            pass
        except Refusal as refusal:
            handed = partial(failed, refusal)
        # The one broad catch of the program: a fault on a thread would vanish there with its
        # thread; it is carried over and raised where the top-level hook sees it.
        except Exception as fault:
            handed = partial(_report, fault)
        self._arrived.emit(task, handed)

    def _arrive(self, task: Task, handed: Handed) -> None:
        thread = self._threads.pop(task, None)
        if thread is None:
            return
        thread.join()
        if not self._threads:
            sys.setswitchinterval(USUAL_S)
        if not task.cancelled or _is_fault(handed):
            handed()
        task.ended.emit()
        task.deleteLater()


def _nothing() -> None:
    """What is handed over by work that was left early."""


def _report(fault: BaseException) -> None:
    sys.excepthook(type(fault), fault, fault.__traceback__)


def _is_fault(handed: Handed) -> bool:
    return isinstance(handed, partial) and handed.func is _report


class Latest:
    """Runs work of one sort; a newer piece makes the older one not matter any more."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._task: Task | None = None

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Refusal], None],
        label: str = "",
    ) -> Task:
        """As `Tasks.run`, after cancelling the run before."""
        self.cancel()
        task = self._tasks.run(work, done, failed, label)
        task.ended.connect(partial(self._forget, task))
        self._task = task
        return task

    def cancel(self) -> None:
        """Drop what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _forget(self, task: Task) -> None:
        if self._task is task:
            self._task = None
