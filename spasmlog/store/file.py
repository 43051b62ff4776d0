"""The journal as a file: is it ours, is it whole, and connections to it, set up for safety.

SQLAlchemy is not needed here, so that today's page need not wait for it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from spasmlog.errors import (
    DamagedJournal,
    JournalInUse,
    NewerJournal,
    NotAJournal,
    NotSaved,
    ReadOnlyJournal,
    Refusal,
)
from spasmlog.i18n import _, why_not
from spasmlog.paths import shipped

HEAD = "0001"
"""The newest revision of the schema; a test holds it to `migrations/`."""

APPLICATION_ID = 0x5350_4C47
"""Written into the file's header ("SPLG"), so that another program's database is told apart."""

_WRITING = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "busy_timeout=5000",
)
_READING = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "busy_timeout=5000")
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def connect(path: Path | None, *, read_only: bool = False) -> Any:
    """A connection of the driver, without its own idea of transactions; None: in memory."""
    raw = dbapi2.connect(
        ":memory:" if path is None else _uri(path, read_only=read_only),
        uri=path is not None,
        check_same_thread=False,
        isolation_level=None,
    )
    for pragma in _READING if read_only else _WRITING:
        raw.execute(f"PRAGMA {pragma}")
    return raw


def _uri(path: Path, *, read_only: bool) -> str:
    uri = f"file:{quote(str(path.absolute()))}?mode={'ro' if read_only else 'rw'}"
    if read_only and not os.access(path.parent, os.W_OK) and not has_log(path):
        uri += "&immutable=1"  # where SQLite may keep nothing beside the file, nobody writes it
    return uri


def has_log(path: Path) -> bool:
    """Whether a program that was stopped left what belongs into the file beside it.

    SQLite then mends the file by itself, also one that was stopped while it was growing.
    """
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def remove_file(path: Path) -> None:
    """Remove a database file with what SQLite keeps beside it."""
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        each.unlink(missing_ok=True)


def check_header(path: Path) -> None:
    """Refuse, without opening it, what is no whole journal of ours."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAJournal(
                _("{file} is a folder or a device, not a journal.").format(file=path.name),
                _("Choose a journal file."),
            )
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError as error:
        raise NotAJournal(
            _("There is no journal at {file}.").format(file=path),
            _("Check the name, or start a new journal."),
        ) from error
    except OSError as error:
        raise NotAJournal(
            _("{file} cannot be read: {why}.").format(file=path.name, why=why_not(error)),
            _("Check its permissions."),
        ) from error
    _check_bytes(path, header, size)


def check_writable(path: Path) -> None:
    """Refuse, without opening it, what is no whole journal of ours or cannot be written."""
    check_header(path)
    # The mode is asked as well as the system, which lets an administrator write anything.
    writable = path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)
    if not writable or not os.access(path.parent, os.W_OK):
        raise ReadOnlyJournal(
            _("{file} may be read but not written.").format(file=path.name),
            _("Change its permissions, or copy it to a folder of your own."),
        )


def _check_bytes(path: Path, header: bytes, size: int) -> None:
    if size == 0:
        raise NotAJournal(
            _("{file} is empty: it holds no journal.").format(file=path.name),
            _("Restore a backup, or choose another name for a new journal."),
        )
    if not header.startswith(_MAGIC[: len(header)]) or len(header) < len(_MAGIC):
        raise NotAJournal(
            _("{file} is not a SpasmLog journal.").format(file=path.name),
            _("Choose a journal file, or restore a backup."),
        )
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    short = size < (65536 if page == 1 else page) * pages
    if len(header) < _HEADER_BYTES or (short and not has_log(path)):
        raise damaged(path.name)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAJournal(
            _("{file} is the database of another program.").format(file=path.name),
            _("Choose a SpasmLog journal."),
        )


def revision_of(path: Path) -> str:
    """The revision of the schema in the file, read without changing it."""
    try:
        with closing(connect(path, read_only=True)) as raw:
            (revision,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except dbapi2.OperationalError as error:
        raise refusal_of(str(error)) or damaged(path.name) from error
    except (dbapi2.Error, TypeError) as error:
        raise damaged(path.name) from error
    refuse_unknown(str(revision))
    return str(revision)


def refuse_unknown(revision: str) -> None:
    """Refuse a revision that this program has no migration for: a newer one made it."""
    known = {each.name[:4] for each in shipped("migrations", "versions").glob("[0-9]*.py")}
    if revision not in known:
        raise NewerJournal(
            _(
                "This journal was written by a newer version (its format is {theirs}, "
                "this program knows up to {ours})."
            ).format(theirs=revision, ours=HEAD),
            _("Install the newer version. The file was left as it is."),
        )


def damaged(name: str) -> DamagedJournal:
    """What is said of a file that cannot be read as a whole."""
    return DamagedJournal(
        _("{file} is damaged: a part of it is missing or cannot be read.").format(file=name),
        _("It was left as it is. Restore the newest backup."),
    )


@contextmanager
def plainly() -> Iterator[None]:
    """Turn the world's faults, as the driver reports them, into plain sentences."""
    try:
        yield
    except dbapi2.Error as error:
        refusal = refusal_of(str(error))
        if refusal is None:
            raise
        raise refusal from error


def refusal_of(said: str) -> Refusal | None:
    """What a message of SQLite means to a person; None for a fault of our own."""
    if "disk is full" in said or "disk I/O error" in said:
        return NotSaved(
            _("Not saved: the disk is full, or cannot be written."),
            _("Free some space and try again. Earlier entries are unharmed."),
        )
    if "locked" in said:
        return JournalInUse(
            _("Another program is writing to this journal."),
            _("Close it there and try again. Earlier entries are unharmed."),
        )
    if "readonly" in said:
        return ReadOnlyJournal(
            _("Not saved: the journal may be read but not written."),
            _("Change its permissions and try again. Earlier entries are unharmed."),
        )
    if "unable to open" in said:
        return NotSaved(
            _("The journal cannot be reached any more."),
            _("Check that its disk is there, and try again."),
        )
    if "malformed" in said or "not a database" in said:
        return damaged(_("The journal"))
    return None
