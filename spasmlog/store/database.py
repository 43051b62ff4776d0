"""Open a journal file: is it ours, is it whole, is it of this version; keep it that way."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, exc, text
from sqlalchemy.pool import QueuePool, StaticPool
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
from spasmlog.i18n import _
from spasmlog.paths import shipped
from spasmlog.store.tables import APPLICATION_ID, HEAD

_PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "busy_timeout=5000",
)
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


class Database:
    """An open journal file; `writing` and `reading` hand out connections."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self.engine = engine
        self.path = path

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open a journal to read and write; a missing one is made, an older one upgraded.

        Raises `JournalRefused`; the file is then byte for byte as it was.
        """
        if not path.exists():
            _create(path)
        check_writable(path)
        revision = _revision_read_only(path)
        if revision == HEAD:
            return cls(_engine(path), path)
        _refuse_unknown(revision)
        from spasmlog.store.backup import copy_before_upgrade

        copy_before_upgrade(path, revision)
        database = cls(_engine(path), path)
        try:
            database.migrate()
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def open_to_read(cls, path: Path) -> Database:
        """Open a journal only to read; works beside an open window, never writes a byte of it."""
        check_header(path)
        revision = _revision_read_only(path)
        if revision != HEAD:
            _refuse_unknown(revision)
            raise ReadOnlyJournal(
                _("This journal was written by an older version and has to be brought up to date."),
                _("Open it once in the window."),
            )
        return cls(_engine(path, read_only=True), path)

    @classmethod
    def in_memory(cls) -> Database:
        """A journal that is gone when it is closed, built by the real migrations."""
        database = cls(_engine(None), None)
        database.migrate()
        return database

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction that is rolled back unless it is committed."""
        with plainly(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the file and cannot hold writers up."""
        with plainly(), self.engine.connect() as connection:
            yield connection.execution_options(spasmlog_reading=True)

    def migrate(self) -> None:
        """Bring the schema to the newest revision, whole or not at all."""
        # Alembic is needed only here, and costs more than the rest of the start together.
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
        with self.writing() as connection:
            config.attributes["connection"] = connection
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            command.upgrade(config, "head")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.commit()

    def close(self) -> None:
        """Close all connections, the log folded into the one file, so that it can be copied."""
        with suppress(exc.SQLAlchemyError), self.engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if raw is not None:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.engine.dispose()


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
            _("{file} cannot be read: {why}.").format(file=path.name, why=error.strerror),
            _("Check its permissions."),
        ) from error
    _check_bytes(path, header, size)


def check_writable(path: Path) -> None:
    """Refuse, without opening it, what is no whole journal of ours or cannot be written."""
    check_header(path)
    _refuse_read_only(path)


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
    if len(header) < _HEADER_BYTES or (short and not _has_log(path)):
        raise _damaged(path.name)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAJournal(
            _("{file} is the database of another program.").format(file=path.name),
            _("Choose a SpasmLog journal."),
        )


def _has_log(path: Path) -> bool:
    """Whether a program that was stopped left what belongs into the file beside it.

    SQLite then mends the file by itself, also one that was stopped while it was growing.
    """
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _damaged(name: str) -> DamagedJournal:
    return DamagedJournal(
        _("{file} is damaged: a part of it is missing or cannot be read.").format(file=name),
        _("It was left as it is. Restore the newest backup."),
    )


def _refuse_read_only(path: Path) -> None:
    # The mode is asked as well as the system, which lets an administrator write anything.
    writable = path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)
    if not writable or not os.access(path.parent, os.W_OK):
        raise ReadOnlyJournal(
            _("{file} may be read but not written.").format(file=path.name),
            _("Change its permissions, or copy it to a folder of your own."),
        )


def _create(path: Path) -> None:
    """Make a new journal under another name and give it its own once it is whole."""
    half = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        remove_file(half)
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        database = Database(_engine(half), half)
        try:
            database.migrate()
        finally:
            database.close()
        half.rename(path)
    except OSError as error:
        raise NotSaved(
            _("No journal can be made at {file}: {why}.").format(file=path, why=error.strerror),
            _("Choose another folder, or free some space."),
        ) from error
    finally:
        with suppress(OSError):
            remove_file(half)


def remove_file(path: Path) -> None:
    """Remove a database file with what SQLite keeps beside it."""
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        each.unlink(missing_ok=True)


def _engine(path: Path | None, *, read_only: bool = False) -> Engine:
    def connect() -> Any:
        return dbapi2.connect(
            ":memory:" if path is None else _uri(path, read_only=read_only),
            uri=path is not None,
            check_same_thread=False,
            isolation_level=None,
        )

    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        module=dbapi2,
        poolclass=StaticPool if path is None else QueuePool,
    )
    event.listen(engine, "connect", _prepare_to_read if read_only else _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: Path, *, read_only: bool) -> str:
    uri = f"file:{quote(str(path.absolute()))}?mode={'ro' if read_only else 'rw'}"
    log = path.with_name(path.name + "-wal")
    if read_only and not os.access(path.parent, os.W_OK) and not log.exists():
        uri += "&immutable=1"  # where SQLite may keep nothing beside the file, nobody writes it
    return uri


def _prepare(raw: Any, _record: object) -> None:
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _prepare_to_read(raw: Any, _record: object) -> None:
    for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("spasmlog_reading")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _revision_read_only(path: Path) -> str:
    """The revision of the schema in the file, read without changing it."""
    engine = _engine(path, read_only=True)
    try:
        with engine.connect().execution_options(spasmlog_reading=True) as connection:
            return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    except exc.DBAPIError as error:
        raise _damaged(path.name) from error
    finally:
        engine.dispose()


def _refuse_unknown(revision: str) -> None:
    known = {each.name[:4] for each in shipped("migrations", "versions").glob("[0-9]*.py")}
    if revision not in known:
        raise NewerJournal(
            _(
                "This journal was written by a newer version (its format is {theirs}, "
                "this program knows up to {ours})."
            ).format(theirs=revision, ours=HEAD),
            _("Install the newer version. The file was left as it is."),
        )


@contextmanager
def plainly() -> Iterator[None]:
    """Turn the world's faults, as the driver reports them, into plain sentences."""
    try:
        yield
    except exc.DBAPIError as error:
        refusal = _refusal(str(error.orig))
        if refusal is None:
            raise
        raise refusal from error


def _refusal(said: str) -> Refusal | None:
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
        return _damaged(_("The journal"))
    return None
