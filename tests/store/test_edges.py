"""Rare turns: an older format that is only read, a note of the log that says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlcipher3 import dbapi2

from spasmlog.errors import DamagedJournal, ReadOnlyJournal
from spasmlog.store.database import Database
from spasmlog.store.tables import change_log
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import drink, utc


def test_a_journal_of_an_older_format_is_not_read_but_sent_to_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.spasmlog"
    Database.open(path).close()
    connection = dbapi2.connect(path)
    connection.execute("UPDATE alembic_version SET version_num='0000'")
    connection.commit()
    connection.close()
    monkeypatch.setattr("spasmlog.store.file.refuse_unknown", lambda _revision: None)
    before = path.read_bytes()

    with pytest.raises(ReadOnlyJournal, match="older version") as refused:
        Database.open_to_read(path)
    assert refused.value.next_step == "Open it once in the window."
    assert path.read_bytes() == before


def test_a_note_without_before_and_after_is_undone_without_touching_anything(
    database: Database,
) -> None:
    glass, now = drink(), utc("2026-07-01T09:00")
    with UnitOfWork(database) as uow:
        uow.save(glass)
        uow.commit("Log drink", now)
    with database.writing() as connection:
        row = {"step": 99, "at_utc": "2026-07-01T09:00:00.000000+00:00", "label": "Nothing"}
        row |= {"kind": "drinks", "record_id": glass.id}
        connection.execute(insert(change_log).values(**row, undone=0))
        connection.commit()
    with UnitOfWork(database) as uow:
        step = uow.undo()
        kept = uow.where(type(glass))

    assert (step.label, kept) == ("Nothing", (glass,))


def test_a_journal_that_does_not_say_its_format_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "journal.spasmlog"
    Database.open(path).close()
    connection = dbapi2.connect(path)
    connection.execute("DELETE FROM alembic_version")
    connection.commit()
    connection.close()
    before = path.read_bytes()

    with pytest.raises(DamagedJournal):
        Database.open(path)
    assert path.read_bytes() == before
