"""Verified copies of the journal: one a day, and one before every upgrade."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from spasmlog.errors import NotSaved
from spasmlog.i18n import _
from spasmlog.store.file import connect, remove_file

KEPT = 7
"""How many daily copies are kept (our own choice)."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A daily copy that was read back and found whole."""

    path: Path
    day: date


def folder_of(journal: Path) -> Path:
    """Where the copies of a journal lie: beside it."""
    return journal.parent / "backups"


def daily_copies(journal: Path) -> tuple[Backup, ...]:
    """The daily copies there are, newest first."""
    found: list[Backup] = []
    for path in folder_of(journal).glob("*"):
        with suppress(ValueError):  # a file of another name, or of a day that never was
            day = date.fromisoformat(path.stem.removeprefix(f"{journal.stem}-"))
            if path == _daily(journal, day):
                found.append(Backup(path, day))
    return tuple(sorted(found, key=lambda each: each.day, reverse=True))


def copy_daily(journal: Path, today: date) -> Backup:
    """Copy the journal for today, and keep the newest seven of these copies."""
    made = Backup(_daily(journal, today), today)
    copy_verified(journal, made.path)
    # A clock that was wrong once may have left copies of days to come.
    others = [each for each in daily_copies(journal) if each != made]
    for old in others[KEPT - 1 :]:
        old.path.unlink(missing_ok=True)
    return made


def _daily(journal: Path, day: date) -> Path:
    return folder_of(journal) / f"{journal.stem}-{day.isoformat()}{journal.suffix}"


def copy_before_upgrade(journal: Path, revision: str) -> Path:
    """Copy a journal as it is before its format changes; these copies are never removed."""
    path = folder_of(journal) / f"{journal.stem}-format-{revision}{journal.suffix}"
    copy_verified(journal, path)
    return path


def copy_verified(journal: Path, target: Path) -> None:
    """Copy a journal in use: made under another name, read back whole, then given its own."""
    half = target.with_name(f".{target.name}.half")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        remove_file(half)
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        counted = _copy(journal, half)
        _verify(half, counted)
        _to_disk(half)
        half.replace(target)
        _to_disk(target.parent)
    except (OSError, dbapi2.Error) as error:
        raise NotSaved(
            _("The copy of the journal could not be made: {why}.").format(why=error),
            _("The journal itself is unharmed. Free some space; a copy is tried again."),
        ) from error
    finally:
        with suppress(OSError):
            remove_file(half)


Counts = dict[str, int]


def _copy(journal: Path, half: Path) -> tuple[Counts, Counts]:
    """Copy, and count the rows of each table before and after: others may be writing."""
    with closing(connect(journal)) as source:  # which makes no file where there is none
        before = _counts(source)
        source.execute("VACUUM INTO ?", (str(half),))
        return before, _counts(source)


def _verify(half: Path, counted: tuple[Counts, Counts]) -> None:
    with closing(dbapi2.connect(half, isolation_level=None)) as copy:
        (said,) = copy.execute("PRAGMA integrity_check").fetchone()
        if said != "ok" or copy.execute("PRAGMA foreign_key_check").fetchone():
            raise dbapi2.DatabaseError("the copy is not whole")
        found = _counts(copy)
    before, after = counted
    if found.keys() != after.keys():
        raise dbapi2.DatabaseError("the copy lacks a table")
    for name, rows in found.items():
        if not min(before[name], after[name]) <= rows <= max(before[name], after[name]):
            raise dbapi2.DatabaseError("the copy lacks entries")


def _counts(connection: Any) -> Counts:
    named = connection.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
    counted: Counts = {}
    for (name,) in named:
        (counted[name],) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
    return counted


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
