"""One transaction, and a note of every change; from the notes come undo, redo and the bin."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from spasmlog.domain.codec import KIND_NAMES, KINDS, from_plain, to_plain
from spasmlog.domain.diary import Change, Step
from spasmlog.domain.records import Record
from spasmlog.errors import NothingToUndo
from spasmlog.i18n import _
from spasmlog.store.database import Database
from spasmlog.store.mapping import plain_of, row_reader, to_row, written
from spasmlog.store.tables import TABLES, change_log

R = TypeVar("R", bound=Record)

DONE, UNDONE, DROPPED = 0, 1, 2
"""The states of a step: done; undone, so that redo can bring it back; undone for good."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One row of the change log: what became of a record, and when."""

    at: datetime
    label: str
    change: Change


class UnitOfWork:
    """Records in, records out; rolled back unless it is committed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        self._opened = self._database.writing()
        self._connection: Connection = self._opened.__enter__()
        self._changes: list[Change] = []
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._opened.__exit__(kind, error, trace)

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, if the journal holds it."""
        return next(iter(self.where(kind, id=record_id)), None)

    def where(self, kind: type[R], **columns: object) -> tuple[R, ...]:
        """The records whose columns have these values, oldest typed first."""
        table = TABLES[kind]
        asked = select(table).order_by(table.c.recorded_at_utc, table.c.id)
        for name, value in columns.items():
            asked = asked.where(table.c[name] == value)
        return self._records(kind, asked)

    def newest(self, kind: type[R], **columns: object) -> R | None:
        """The last that was typed of the records whose columns have these values."""
        return next(reversed(self.where(kind, **columns)), None)

    def save(self, record: Record) -> None:
        """Write a record; one that is there already unchanged is no change."""
        before = self.get(type(record), record.id)
        if before == record:
            return
        self._write(record)
        self._changes.append(Change(before, record))

    def add_all(self, records: Iterable[Record]) -> None:
        """Write many records that are all new, what others refer to first."""
        order = list(TABLES)
        listed = sorted(records, key=lambda each: order.index(type(each)))
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for kind, same in groupby(listed, key=type):
            rows = [to_row(each) for each in same]
            self._connection.execute(insert(TABLES[kind]), rows)
        self._changes += [Change(None, each) for each in listed]

    def remove(self, record: Record) -> None:
        """Take a record out; its last form stays in the change log."""
        table = TABLES[type(record)]
        self._connection.execute(delete(table).where(table.c.id == record.id))
        self._changes.append(Change(record, None))

    def remove_everything(self) -> None:
        """Empty the journal, its change log too; nothing of it can be brought back."""
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for table in (*TABLES.values(), change_log):
            self._connection.execute(delete(table))

    def commit(self, label: str, now: datetime) -> Step:
        """Make it last, noted as one step that can be undone."""
        if self._changes:
            self._drop_undone()
            self._note(label, now)
        return self.commit_unnoted(label)

    def commit_unnoted(self, label: str) -> Step:
        """Make it last without an undo step."""
        step = Step(label, tuple(self._changes))
        self._connection.commit()
        return step

    def undo(self) -> Step:
        """Take the newest step back; returns the changes as they went to the disk."""
        return self._move(func.max, DONE, UNDONE)

    def redo(self) -> Step:
        """Do the step again that was undone last."""
        return self._move(func.min, UNDONE, DONE)

    def label(self, *, undone: bool) -> str | None:
        """What redo (or undo) would bring back (or take back); None where there is nothing."""
        step = self._next(func.min, UNDONE) if undone else self._next(func.max, DONE)
        if step is None:
            return None
        asked = select(change_log.c.label).where(change_log.c.step == step).limit(1)
        return cast(str, self._connection.scalar(asked))

    def deleted(self) -> tuple[Logged, ...]:
        """The bin: records taken out and not brought back, newest first."""
        asked = (
            select(change_log)
            .where(change_log.c.after.is_(None), change_log.c.undone == DONE)
            .order_by(change_log.c.id.desc())
        )
        found: dict[str, Logged] = {}
        for row in self._connection.execute(asked):
            before = _record(row.kind, row.before)
            if before is not None and self.get(type(before), before.id) is None:
                found.setdefault(before.id, _logged(row))
        return tuple(found.values())

    def versions(self, record_id: str) -> tuple[Logged, ...]:
        """What became of a record, as far as the log goes back, oldest first."""
        asked = (
            select(change_log)
            .where(change_log.c.record_id == record_id, change_log.c.undone == DONE)
            .order_by(change_log.c.id)
        )
        return tuple(_logged(row) for row in self._connection.execute(asked))

    def removal(self, record_id: str) -> tuple[Change, ...]:
        """All that changed in the step that last took a record out; empty: it is not known."""
        step = self._connection.scalar(
            select(func.max(change_log.c.step)).where(
                change_log.c.record_id == record_id,
                change_log.c.after.is_(None),
                change_log.c.undone == DONE,
            )
        )
        return () if step is None else self._noted(step).changes

    def forget_changes(self, before: datetime) -> None:
        """Empty the change log up to a moment, never out of its middle: steps stand on others."""
        recent = change_log.c.at_utc >= _stamp(before)
        first = func.coalesce(func.min(change_log.c.step), sys.maxsize)
        kept: int = self._connection.execute(select(first).where(recent)).scalar_one()
        if (self._next(func.min, UNDONE) or kept) < kept:
            self._drop_undone()
        self._connection.execute(delete(change_log).where(change_log.c.step < kept))

    def _move(self, choose: Any, state: int, to: int) -> Step:
        step = self._next(choose, state)
        if step is None:
            raise NothingToUndo(_("There is nothing left to take back."), "")
        noted = self._noted(step)
        moved = noted.inverse() if to == UNDONE else noted
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for change in moved.changes:
            self._replay(change)
        marked = update(change_log).where(change_log.c.step == step).values(undone=to)
        self._connection.execute(marked)
        self._connection.commit()
        return moved

    def _drop_undone(self) -> None:
        dropped = update(change_log).where(change_log.c.undone == UNDONE)
        self._connection.execute(dropped.values(undone=DROPPED))

    def _noted(self, step: int) -> Step:
        asked = select(change_log).where(change_log.c.step == step).order_by(change_log.c.id)
        rows = self._connection.execute(asked).all()
        return Step(rows[0].label, tuple(_change(row) for row in rows))

    def _next(self, choose: Any, state: int) -> int | None:
        return self._connection.scalar(
            select(choose(change_log.c.step)).where(change_log.c.undone == state)
        )

    def _replay(self, change: Change) -> None:
        if change.after is not None:
            self._write(change.after)
        elif change.before is not None:
            table = TABLES[type(change.before)]
            self._connection.execute(delete(table).where(table.c.id == change.before.id))

    def _write(self, record: Record) -> None:
        table = TABLES[type(record)]
        row = to_row(record)
        self._connection.execute(
            upsert(table).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
        )

    def _note(self, label: str, now: datetime) -> None:
        step = (self._connection.scalar(select(func.max(change_log.c.step))) or 0) + 1
        rows = [
            {
                "step": step,
                "at_utc": _stamp(now),
                "label": label,
                "kind": KIND_NAMES[type(record)],
                "record_id": record.id,
                "before": _text(change.before),
                "after": _text(change.after),
                "undone": DONE,
            }
            for change in self._changes
            for record in [change.after or change.before]
            if record is not None
        ]
        self._connection.execute(insert(change_log), rows)

    def _records(self, kind: type[R], asked: Select[Any]) -> tuple[R, ...]:
        read = row_reader(kind)
        return tuple(read(row) for row in self._connection.execute(asked))


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _text(record: Record | None) -> str | None:
    return None if record is None else written(to_plain(record))


def _record(kind: str, text: str | None) -> Record | None:
    return None if text is None else from_plain(KINDS[kind], plain_of(text))


def _change(row: Row[Any]) -> Change:
    return Change(_record(row.kind, row.before), _record(row.kind, row.after))


def _logged(row: Row[Any]) -> Logged:
    return Logged(datetime.fromisoformat(row.at_utc), row.label, _change(row))
