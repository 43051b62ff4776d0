"""Verified copies: one a day, seven kept, whole or not there at all."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from spasmlog.errors import NotSaved
from spasmlog.store import backup
from spasmlog.store.database import Database
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import TODAY, drink, utc


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.spasmlog"
    database = Database.open(path)
    with UnitOfWork(database) as uow:
        uow.save(drink())
        uow.commit("Log drink", utc("2026-07-01T09:00"))
    database.close()
    return path


def test_a_copy_is_a_whole_private_journal(path: Path) -> None:
    made = backup.copy_daily(path, TODAY)
    copy = Database.open(made.path)
    with copy.reading() as connection:
        assert connection.execute("SELECT count(*) FROM drinks").fetchone() == (1,)
    copy.close()

    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_copy_can_be_made_while_the_journal_is_open(path: Path) -> None:
    database = Database.open(path)
    with UnitOfWork(database) as uow:
        uow.save(drink())
        uow.commit("Log drink", utc("2026-07-01T09:00"))
    made = backup.copy_daily(path, TODAY)
    copy = dbapi2.connect(made.path)

    assert copy.execute("SELECT count(*) FROM drinks").fetchone() == (2,)
    copy.close()
    database.close()


def test_the_newest_seven_are_kept(path: Path) -> None:
    days = [TODAY - timedelta(days=ago) for ago in range(9)]
    for day in reversed(days):
        backup.copy_daily(path, day)

    assert [each.day for each in backup.daily_copies(path)] == days[:7]


def test_a_second_copy_of_a_day_takes_the_place_of_the_first(path: Path) -> None:
    backup.copy_daily(path, TODAY)
    backup.copy_daily(path, TODAY)

    assert [each.day for each in backup.daily_copies(path)] == [TODAY]
    assert len(list(backup.folder_of(path).iterdir())) == 1


def test_copies_of_another_journal_are_left_alone(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "backups" / "other-2020-01-01.spasmlog"
    other.parent.mkdir()
    other.touch()
    for ago in range(9):
        backup.copy_daily(path, TODAY - timedelta(days=ago))

    assert other.exists()
    assert all(each.day > date(2026, 1, 1) for each in backup.daily_copies(path))


def test_the_copy_just_made_stays_though_a_wrong_clock_made_later_ones(path: Path) -> None:
    for ahead in range(1, 10):
        backup.copy_daily(path, TODAY + timedelta(days=ahead))
    made = backup.copy_daily(path, TODAY)

    assert made.path.exists()
    assert made in backup.daily_copies(path)


def test_a_file_that_only_looks_like_a_copy_is_none(path: Path) -> None:
    made = backup.copy_daily(path, TODAY)
    for name in ("journal-2026-02-30.spasmlog", "2026-02-03.spasmlog", "journal-2026-02-03.old"):
        made.path.with_name(name).touch()

    assert backup.daily_copies(path) == (made,)


def test_of_a_journal_that_was_taken_away_no_empty_copy_is_made(path: Path) -> None:
    good = backup.copy_daily(path, TODAY)
    path.unlink()
    with pytest.raises(NotSaved):
        backup.copy_daily(path, TODAY + timedelta(days=1))

    assert backup.daily_copies(path) == (good,)
    assert not path.exists()


def test_a_journal_without_copies_has_none(path: Path) -> None:
    assert backup.daily_copies(path) == ()


def test_where_no_copy_can_be_made_one_sentence_says_so(path: Path) -> None:
    backup.folder_of(path).touch()
    with pytest.raises(NotSaved, match="The journal itself is unharmed"):
        backup.copy_daily(path, TODAY)


@pytest.mark.parametrize(
    "spoil",
    [
        "DELETE FROM drinks",
        "DROP TABLE scores",
        "PRAGMA foreign_keys=OFF; INSERT INTO courses (id, recorded_at_utc, recorded_at_zone,"
        " recorded_at_offset_min, treatment_id, first_day, plan)"
        " VALUES ('c', '', '', 0, 'nobody', '2026-07-01', '')",
    ],
)
def test_a_copy_that_is_not_the_journal_is_thrown_away(
    path: Path, spoil: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = backup.copy_daily(path, TODAY).path.read_bytes()
    real = backup._copy

    def spoiled(journal: Path, half: Path) -> tuple[backup.Counts, backup.Counts]:
        counted = real(journal, half)
        connection = dbapi2.connect(half)
        connection.executescript(spoil)
        connection.close()
        return counted

    monkeypatch.setattr(backup, "_copy", spoiled)
    with pytest.raises(NotSaved):
        backup.copy_daily(path, TODAY)

    assert backup.daily_copies(path)[0].path.read_bytes() == good
    assert len(list(backup.folder_of(path).iterdir())) == 1
