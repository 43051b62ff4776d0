"""One writer a journal: a lock that the system lets go of when its holder ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Self

from spasmlog.errors import JournalInUse, NotSaved
from spasmlog.i18n import _, why_not


class WriterLock:
    """Held by the one program that may write to a journal."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, journal: Path) -> Self:
        """Take the lock, or raise `JournalInUse`."""
        place = journal.with_name(f".{journal.name}.lock")
        try:
            journal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(place, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise NotSaved(
                _("{folder} cannot be written: {why}.").format(
                    folder=journal.parent, why=why_not(error)
                ),
                _("Choose another folder, or change its permissions."),
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise JournalInUse(
                _("This journal is open in another window, which is the one that writes to it."),
                _("Write there, or close it and try again."),
            ) from error
        return cls(descriptor)

    def release(self) -> None:
        """Let others write."""
        os.close(self._descriptor)
