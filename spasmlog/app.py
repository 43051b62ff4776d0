"""The only wiring: paths and settings to a store, a store to a journal, a journal to a window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from spasmlog import paths, settings
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment
    from spasmlog.journal.journal import Journal
    from spasmlog.store.lock import WriterLock


class SystemClock:
    """Now, by the clocks of the place where the computer is."""

    def __init__(self) -> None:
        self._zone = ""
        self._asked = 0.0

    def __call__(self) -> Moment:
        """The moment it is; people travel with their computer, so the zone is asked anew."""
        # Not before the first paint: time zones take a while to load.
        from spasmlog.domain.moment import Moment

        if not self._zone or time.monotonic() - self._asked > ZONE_SECONDS:
            self._zone, self._asked = _zone_here(), time.monotonic()
        return Moment.of(datetime.now(UTC), self._zone)


ZONE_SECONDS = 60
clock = SystemClock()


def _zone_here() -> str:
    """The zone of the system; where it has no name that others know, its offset of now."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    from tzlocal import reload_localzone

    try:
        return ZoneInfo(reload_localzone().key).key
    except ZoneInfoNotFoundError:
        hours = -int(time.localtime().tm_gmtoff) / 3600
        if not hours.is_integer():
            raise InvalidEntry(
                _("The computer does not say which time zone it is in."),
                _("Set its time zone to one with a name, such as Europe/Berlin."),
            ) from None
        return f"Etc/GMT{int(hours):+d}"  # named the wrong way round: +3 is three hours behind


def new_id() -> str:
    """A fresh id."""
    import uuid

    return str(uuid.uuid4())


def open_to_write(path: Path, now: Callable[[], Moment] = clock) -> tuple[Journal, WriterLock]:
    """The journal of a file, made where there is none, with the lock that lets it be written."""
    from spasmlog.journal.journal import Journal
    from spasmlog.store.database import Database
    from spasmlog.store.file import check_writable
    from spasmlog.store.lock import WriterLock

    if path.exists():
        check_writable(path)
    lock = WriterLock.take(path)
    try:
        database = Database.open(path)
    except BaseException:
        lock.release()
        raise
    starts = settings.read(paths.config_folder()).day_starts
    return Journal(database, now, new_id, lambda: starts), lock


@contextmanager
def writing(path: Path, now: Callable[[], Moment] = clock) -> Iterator[Journal]:
    """The journal of a file for as long as a command writes to it."""
    journal, lock = open_to_write(path, now)
    try:
        yield journal
    finally:
        journal.database.close()
        lock.release()


@contextmanager
def reading(path: Path, now: Callable[[], Moment] = clock) -> Iterator[Journal]:
    """The journal of a file, only to be read; works beside an open window."""
    from spasmlog.journal.journal import Journal
    from spasmlog.store.database import Database

    database = Database.open_to_read(path)
    try:
        starts = settings.read(paths.config_folder()).day_starts
        yield Journal(database, now, new_id, lambda: starts)
    finally:
        database.close()
