"""Verify a journal file: its pages, its links, and that every entry can be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spasmlog.domain.codec import KIND_NAMES
from spasmlog.errors import DamagedJournal, InvalidEntry
from spasmlog.i18n import _, ngettext
from spasmlog.store.backup import daily_copies
from spasmlog.store.database import Database
from spasmlog.store.mapping import column_names, row_reader


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
            said = connection.execute("PRAGMA integrity_check(20)").fetchall()
            found += [str(line) for (line,) in said if line != "ok"]
            lost = connection.execute("PRAGMA foreign_key_check").fetchall()
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


def _unreadable(connection: Any) -> list[str]:
    found: list[str] = []
    for kind, name in KIND_NAMES.items():
        read = row_reader(kind)
        columns = ", ".join(f'"{column}"' for column in column_names(kind))
        for row in connection.execute(f'SELECT {columns} FROM "{name}"'):
            try:
                read(row)
            except (InvalidEntry, ValueError, TypeError) as error:
                found.append(f"{name} {row[0]}: {error}")
    return found


def _counts(database: Database) -> list[str]:
    with database.reading() as connection:
        counted = [
            (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
            for name in KIND_NAMES.values()
        ]
    return [f"{name}: {rows}" for name, rows in counted]


def _last_copy(path: Path) -> str:
    copies = daily_copies(path)
    if not copies:
        return _("There is no daily copy of it yet.")
    return _("The last daily copy is of {day}.").format(day=copies[0].day.isoformat())
