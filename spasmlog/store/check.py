"""Verify a journal file: its pages, its links, and that every entry can be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from spasmlog.domain.codec import KIND_NAMES
from spasmlog.errors import DamagedJournal, InvalidEntry
from spasmlog.i18n import _, ngettext
from spasmlog.store.backup import daily_copies
from spasmlog.store.database import Database
from spasmlog.store.mapping import row_reader
from spasmlog.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found, in plain lines."""

    whole: bool
    lines: tuple[str, ...]


def check(path: Path) -> Found:
    """Read the whole file; raises `JournalRefused` for one that is not opened at all."""
    database = Database.open_to_read(path)
    try:
        damage = faults(database)
        counted = [] if damage else _counts(database)
    finally:
        database.close()
    if damage:
        advice = _("Restore the newest backup. The file was left as it is.")
        return Found(False, (_("{file} is damaged.").format(file=path), *damage, advice))
    return Found(True, (_("{file} is whole.").format(file=path), *counted, _last_copy(path)))


def faults(database: Database) -> tuple[str, ...]:
    """What is wrong with the pages, links and entries of the file; empty: nothing."""
    found: list[str] = []
    try:
        with database.reading() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
            found += [str(line) for line in said if line != "ok"]
            lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if lost:
                found.append(
                    ngettext(
                        "{n} entry refers to one that is gone",
                        "{n} entries refer to ones that are gone",
                        len(lost),
                    )
                )
            found += _unreadable(connection)
    except DamagedJournal as error:
        found.append(error.sentence)
    return tuple(found)


def _unreadable(connection: Connection) -> list[str]:
    found: list[str] = []
    for kind, table in TABLES.items():
        read = row_reader(kind)
        for row in connection.execute(select(table)):
            try:
                read(row)
            except (InvalidEntry, ValueError) as error:
                found.append(f"{KIND_NAMES[kind]} {row.id}: {error}")
    return found


def _counts(database: Database) -> list[str]:
    with database.reading() as connection:
        return [
            f"{KIND_NAMES[kind]}: {len(connection.execute(select(table.c.id)).all())}"
            for kind, table in TABLES.items()
        ]


def _last_copy(path: Path) -> str:
    copies = daily_copies(path)
    if not copies:
        return _("There is no daily copy of it yet.")
    return _("The last daily copy is of {day}.").format(day=copies[0].day.isoformat())
