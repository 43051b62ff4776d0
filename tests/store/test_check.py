"""What a check says of whole and of damaged journals."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from spasmlog.store import backup
from spasmlog.store.check import check
from spasmlog.store.database import Database
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import TODAY, drink, utc


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.spasmlog"
    database = Database.open(path)
    with UnitOfWork(database) as uow:
        for _ in range(300):
            uow.save(drink())
        uow.commit("Log drink", utc("2026-07-01T09:00"))
    database.close()
    return path


def change(path: Path, script: str) -> None:
    connection = dbapi2.connect(path)
    connection.executescript(script)
    connection.close()


def test_a_whole_journal_is_counted(path: Path) -> None:
    found = check(path)

    assert found.whole
    assert found.lines[0].endswith("is whole.")
    assert "drinks: 300" in found.lines
    assert found.lines[-1] == "There is no daily copy of it yet."


def test_the_last_copy_is_named(path: Path) -> None:
    backup.copy_daily(path, TODAY)

    assert check(path).lines[-1] == "The last daily copy is of 2026-07-01."


def test_an_entry_that_cannot_be_read_is_named(path: Path) -> None:
    change(path, "UPDATE drinks SET volume_ml=-5 WHERE id IN (SELECT id FROM drinks LIMIT 1)")
    found = check(path)

    assert not found.whole
    assert any(line.startswith("drinks 0") for line in found.lines)
    assert "Restore the newest backup" in found.lines[-1]


def test_a_lost_link_is_counted(path: Path) -> None:
    change(
        path,
        "INSERT INTO courses (id, recorded_at_utc, recorded_at_zone, recorded_at_offset_min,"
        " treatment_id, first_day, plan) VALUES ('c', '2026-07-01T09:00:00.000000Z', 'UTC', 0,"
        " 'nobody', '2026-07-01', '')",
    )

    assert "1 entry refers to one that is gone" in check(path).lines


def test_damaged_pages_are_said_and_the_file_is_left_alone(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[20_000:60_000] = b"\xa5" * 40_000
    path.write_bytes(content)
    found = check(path)

    assert not found.whole
    assert path.read_bytes() == bytes(content)
