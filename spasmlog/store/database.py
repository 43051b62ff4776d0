"""An open journal file: connections to write and to read, and the upgrade of its schema."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from spasmlog.errors import NotSaved, ReadOnlyJournal
from spasmlog.i18n import _, why_not
from spasmlog.paths import shipped
from spasmlog.store.file import (
    APPLICATION_ID,
    HEAD,
    check_header,
    check_writable,
    connect,
    plainly,
    refusal_of,
    remove_file,
    revision_of,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Database:
    """An open journal; SQLAlchemy is loaded with the first connection that writes."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only
        # In memory there is one connection, which all share.
        self._shared = connect(None) if path is None else None

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open a journal to read and write; a missing one is made, an older one upgraded.

        Raises `JournalRefused`; the file is then byte for byte as it was.
        """
        if not path.exists():
            _create(path)
        check_writable(path)
        revision = revision_of(path)
        database = cls(path)
        if revision != HEAD:
            from spasmlog.store.backup import copy_before_upgrade

            copy_before_upgrade(path, revision)
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
        if revision_of(path) != HEAD:
            raise ReadOnlyJournal(
                _("This journal was written by an older version and has to be brought up to date."),
                _("Open it once in the window."),
            )
        return cls(path, read_only=True)

    @classmethod
    def in_memory(cls) -> Database:
        """A journal that is gone when it is closed, built by the real migrations."""
        database = cls(None)
        database.migrate()
        return database

    @cached_property
    def engine(self) -> Engine:
        """SQLAlchemy's door to the file."""
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import QueuePool, StaticPool

        engine = create_engine(
            "sqlite+pysqlite://",
            creator=self._connect,
            module=dbapi2,
            poolclass=StaticPool if self._shared else QueuePool,
        )
        event.listen(engine, "begin", _begin)
        return engine

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction that is rolled back unless it is committed."""
        from sqlalchemy import exc

        try:
            with self.engine.connect() as connection:
                yield connection
        except exc.DBAPIError as error:
            refusal = refusal_of(str(error.orig))
            if refusal is None:
                raise
            raise refusal from error

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A connection of the driver that sees one moment of the file and holds nobody up."""
        with plainly():
            raw = self._connect() if self._shared is None else self._shared
            try:
                raw.execute("BEGIN")
                yield raw
            finally:
                with suppress(dbapi2.Error):
                    raw.execute("ROLLBACK")
                if self._shared is None:
                    raw.close()

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
        if "engine" in self.__dict__:
            self.engine.dispose()
        if self.path is not None and not self._read_only:
            with suppress(dbapi2.Error), closing(self._connect()) as raw:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _connect(self) -> Any:
        return self._shared or connect(self.path, read_only=self._read_only)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _create(path: Path) -> None:
    """Make a new journal under another name and give it its own once it is whole."""
    half = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        remove_file(half)
        os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        database = Database(half)
        try:
            database.migrate()
        finally:
            database.close()
        half.rename(path)
    except OSError as error:
        raise NotSaved(
            _("No journal can be made at {file}: {why}.").format(file=path, why=why_not(error)),
            _("Choose another folder, or free some space."),
        ) from error
    finally:
        with suppress(OSError):
            remove_file(half)
