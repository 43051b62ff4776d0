"""The schema and the migrations that make it; what was stored by earlier versions still opens."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlcipher3 import dbapi2

from spasmlog.domain.codec import to_plain
from spasmlog.domain.diary import Diary
from spasmlog.exchange.native import dump, load
from spasmlog.paths import shipped
from spasmlog.store import backup
from spasmlog.store.database import Database
from spasmlog.store.file import HEAD
from spasmlog.store.reading import read_all
from spasmlog.store.tables import metadata
from tests.build import TODAY

STORED = Path(__file__).parent / "stored"


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")))
    return ScriptDirectory.from_config(config)


def test_there_is_one_newest_revision_and_the_program_knows_it() -> None:
    assert scripts().get_heads() == [HEAD]


def test_the_migrated_schema_is_the_one_in_the_tables(database: Database) -> None:
    with database.writing() as connection:
        context = MigrationContext.configure(connection, opts={"render_as_batch": True})
        assert compare_metadata(context, metadata) == []


def test_every_constraint_has_its_name(database: Database) -> None:
    with database.reading() as connection:
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE type='table'")
        for (made,) in rows.fetchall():
            unnamed = re.sub(r"CONSTRAINT \w+ (PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY)", "", made)
            if "alembic_version" not in made:
                assert not re.search(r"\b(UNIQUE|CHECK|FOREIGN KEY)\b", unnamed), made


def test_no_migration_imports_the_program() -> None:
    for file in shipped("migrations").rglob("*.py"):
        assert "spasmlog" not in file.read_text(encoding="utf-8"), file


@pytest.mark.parametrize("stored", sorted(STORED.glob("*.spasmlog")), ids=lambda path: path.stem)
def test_a_stored_journal_of_each_revision_opens_with_every_record(
    stored: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(stored, tmp_path / "journal.spasmlog"))
    path.chmod(0o600)
    database = Database.open(path)
    diary = read_all(database, TODAY)
    database.close()

    expected = load(stored.with_suffix(".json").read_text(encoding="utf-8"))
    assert dump(diary) == dump(Diary.of(TODAY, expected))


def test_every_kind_of_record_is_in_the_stored_journals() -> None:
    newest = max(STORED.glob("*.json"))
    diary = Diary.of(TODAY, load(newest.read_text(encoding="utf-8")))

    assert diary.profile is not None
    assert all(listed for listed in diary.records.values())


def test_a_failed_upgrade_leaves_the_journal_and_its_copy_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.spasmlog"
    Database.open(path).close()
    connection = dbapi2.connect(path)
    connection.execute("UPDATE alembic_version SET version_num='0000'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    monkeypatch.setattr("spasmlog.store.file.refuse_unknown", lambda _revision: None)

    with pytest.raises(Exception, match="0000"):
        Database.open(path)

    assert path.read_bytes() == before
    copy = backup.folder_of(path) / "journal-format-0000.spasmlog"
    assert copy.stat().st_mode & 0o777 == 0o600
    restored = dbapi2.connect(copy)
    assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    restored.close()


def test_records_are_plain_values_in_the_stored_form() -> None:
    for record in load(max(STORED.glob("*.json")).read_text(encoding="utf-8")):
        assert to_plain(record)["id"] == record.id
