"""Which files are opened, which are refused, and that a refused file stays as it was."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from spasmlog.errors import (
    DamagedJournal,
    JournalInUse,
    JournalRefused,
    NewerJournal,
    NotAJournal,
    NotSaved,
    ReadOnlyJournal,
)
from spasmlog.store.database import Database
from spasmlog.store.file import APPLICATION_ID, HEAD, check_header, check_writable, plainly
from spasmlog.store.lock import WriterLock
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import drink, utc

NOW = utc("2026-07-01T09:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.spasmlog"


def filled(path: Path, glasses: int = 50) -> Path:
    database = Database.open(path)
    log(database, glasses)
    database.close()
    return path


def log(database: Database, glasses: int) -> None:
    with UnitOfWork(database) as uow:
        for _ in range(glasses):
            uow.save(drink())
        uow.commit("Log drink", NOW)


def value(connection: Any, asked: str) -> object:
    """The one value of a query on the driver's own connection."""
    (found,) = connection.execute(asked).fetchone()
    return found


def pragma(database: Database, name: str) -> object:
    with database.reading() as connection:
        return value(connection, f"PRAGMA {name}")


def test_a_missing_journal_is_made_private_and_at_the_newest_revision(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "journal.spasmlog"
    database = Database.open(path)
    with database.reading() as connection:
        revision = value(connection, "SELECT version_num FROM alembic_version")
    beside = {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    database.close()

    assert revision == HEAD
    assert beside == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == ["journal.spasmlog"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("foreign_keys", 1),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("busy_timeout", 5000),
        ("application_id", APPLICATION_ID),
    ],
)
def test_every_connection_is_set_up_for_safety(path: Path, name: str, value: object) -> None:
    database = Database.open(path)

    assert pragma(database, name) == value
    database.close()


def jpeg(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(5000))


def empty(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def short(path: Path) -> None:
    path.write_bytes(b"SQLite")


def header_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(40))


def cut(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def another_program(path: Path) -> None:
    connection = dbapi2.connect(path)
    connection.execute("CREATE TABLE photographs (id INTEGER)")
    connection.close()


def ours_without_tables(path: Path) -> None:
    connection = dbapi2.connect(path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("CREATE TABLE something (id INTEGER)")
    connection.close()


def newer(path: Path) -> None:
    filled(path)
    connection = dbapi2.connect(path)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.commit()
    connection.close()


def read_only(path: Path) -> None:
    filled(path)
    path.chmod(0o400)


REFUSED = [
    (jpeg, NotAJournal),
    (empty, NotAJournal),
    (folder, NotAJournal),
    (short, NotAJournal),
    (header_alone, DamagedJournal),
    (cut, DamagedJournal),
    (another_program, NotAJournal),
    (ours_without_tables, DamagedJournal),
    (newer, NewerJournal),
    (read_only, ReadOnlyJournal),
]


@pytest.mark.parametrize(("make", "refusal"), REFUSED, ids=lambda each: each.__name__)
def test_what_is_no_whole_journal_of_ours_is_refused_and_left_as_it_was(
    path: Path, make: Callable[[Path], None], refusal: type[JournalRefused]
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(refusal) as refused:
        Database.open(path)

    assert (path.read_bytes() if path.is_file() else None) == before
    assert refused.value.sentence.endswith((".", ")."))
    assert refused.value.next_step


@pytest.mark.parametrize(("make", "refusal"), REFUSED[:-1], ids=lambda each: each.__name__)
def test_reading_refuses_the_same_files(
    path: Path, make: Callable[[Path], None], refusal: type[JournalRefused]
) -> None:
    make(path)
    with pytest.raises(refusal):
        Database.open_to_read(path)


def test_a_read_only_journal_can_be_read(path: Path) -> None:
    read_only(path)
    database = Database.open_to_read(path)

    with database.reading() as connection:
        assert value(connection, "SELECT count(*) FROM drinks") == 50
    database.close()


def test_a_journal_in_a_folder_that_nothing_can_be_added_to_can_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    database = Database.open_to_read(path)

    with database.reading() as connection:
        assert value(connection, "SELECT count(*) FROM drinks") == 50
    database.close()


def test_nothing_can_be_written_through_a_connection_that_reads(path: Path) -> None:
    filled(path)
    database = Database.open_to_read(path)
    with (
        pytest.raises(ReadOnlyJournal),
        database.reading() as connection,
    ):
        connection.execute("DELETE FROM drinks")
    database.close()


def test_a_missing_journal_cannot_be_read(path: Path) -> None:
    with pytest.raises(NotAJournal, match="There is no journal at"):
        check_header(path)


def test_a_file_that_the_system_will_not_show_is_refused(path: Path) -> None:
    with pytest.raises(NotAJournal, match="cannot be read"):
        check_header(Path("/proc/self/mem"))


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved, match="No journal can be made"):
        Database.open(tmp_path / "file" / "journal.spasmlog")


def test_a_new_journal_that_cannot_be_set_up_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Database) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(Database, "migrate", full)
    with pytest.raises(NotSaved):
        Database.open(path)

    assert not path.exists()


def test_a_journal_in_a_read_only_folder_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    monkeypatch.setattr(os, "access", lambda where, _mode: where != path.parent)
    with pytest.raises(ReadOnlyJournal):
        check_writable(path)


def test_a_full_disk_is_said_plainly_and_loses_nothing(path: Path) -> None:
    database = Database.open(filled(path))
    with database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(NotSaved, match="disk is full"):
        log(database, 2000)

    with database.reading() as connection:
        assert value(connection, "SELECT count(*) FROM drinks") == 50
        assert value(connection, "PRAGMA integrity_check") == "ok"
    database.close()


def test_a_writer_elsewhere_is_said_plainly(path: Path) -> None:
    database = Database.open(filled(path))
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
    other = dbapi2.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalInUse), database.writing() as connection:
        connection.execute(text("DELETE FROM drinks"))
    other.close()
    database.close()


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("disk I/O error", NotSaved),
        ("attempt to write a readonly database", ReadOnlyJournal),
        ("unable to open database file", NotSaved),
        ("database disk image is malformed", DamagedJournal),
    ],
)
def test_the_faults_of_the_world_become_plain_sentences(
    said: str, refusal: type[JournalRefused]
) -> None:
    with pytest.raises(refusal), plainly():
        raise dbapi2.OperationalError(said)


def test_a_fault_of_our_own_stays_loud(path: Path) -> None:
    database = Database.open(path)
    with pytest.raises(dbapi2.OperationalError, match="no such"), database.reading() as connection:
        connection.execute("SELECT * FROM elsewhere")
    with pytest.raises(OperationalError, match="no such"), database.writing() as connection:
        connection.execute(text("SELECT * FROM elsewhere"))
    database.close()


def test_one_writer_a_journal(path: Path) -> None:
    lock = WriterLock.take(path)
    with pytest.raises(JournalInUse, match="open in another window"):
        WriterLock.take(path)
    lock.release()

    WriterLock.take(path).release()


def test_a_lock_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved, match="cannot be written"):
        WriterLock.take(tmp_path / "file" / "journal.spasmlog")


def test_a_journal_whose_making_was_interrupted_is_made_again(path: Path) -> None:
    path.with_name(f".{path.name}.new").write_bytes(b"half made")
    Database.open(path).close()

    assert not path.with_name(f".{path.name}.new").exists()


def test_a_file_that_was_growing_when_the_program_was_stopped_is_mended(path: Path) -> None:
    database = Database.open(filled(path, 2000))
    log(database, 2000)
    stopped = path.with_name("stopped.spasmlog")
    stopped.write_bytes(path.read_bytes()[:-8192])
    stopped.chmod(0o600)
    left = path.with_name(path.name + "-wal").read_bytes()
    stopped.with_name(stopped.name + "-wal").write_bytes(left)
    database.close()

    check_header(stopped)
