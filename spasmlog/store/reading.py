"""Read the diary from the file: what the first page and the rules need at once, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select, tuple_

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Drink,
    Reading,
    Record,
    Score,
    Stretch,
    TreatmentUse,
)
from spasmlog.domain.scales import Nrs, SignAnswer
from spasmlog.store.database import Database
from spasmlog.store.mapping import row_reader
from spasmlog.store.tables import TABLES

FULL_DAYS = 400
"""How far back the first reading goes: the longest window of any rule is 365 days."""

FULL_DAYS_OF_AMOUNTS = 120
"""The same for drinks, activity and stretching, the most numerous: no rule goes beyond 7 days."""

_AMOUNTS = (Drink, Activity, Stretch)
_DAILY = (Reading, CheckIn, TreatmentUse, Score)
_CHUNK = 400
"""Rows made into records between two breaths, so that the window stays quick."""


def read_recent(database: Database, today: date) -> Diary:
    """The diary with the last `FULL_DAYS` days in full and earlier days as compact rows."""
    first = today - timedelta(days=FULL_DAYS - 1)
    full_from = today - timedelta(days=FULL_DAYS_OF_AMOUNTS - 1)
    with database.reading() as connection:
        earlier = tuple(_earlier(connection, first))
        records: list[Record] = []
        for kind in TABLES:
            records += _read(connection, kind, _recent(kind, first, full_from))
        whole = not _anything_before(connection, full_from)
    return Diary.of(today, records, earlier, full_from=None if whole else full_from)


def read_all(database: Database, today: date, breathe: Callable[[], None] = lambda: None) -> Diary:
    """The whole diary; `breathe` is called between chunks and may raise to stop."""
    records: list[Record] = []
    with database.reading() as connection:
        for kind, table in TABLES.items():
            for record in _read(connection, kind, select(table)):
                records.append(record)
                if len(records) % _CHUNK == 0:
                    breathe()
    breathe()
    return Diary.of(today, records)


def _recent(kind: type[Record], first: date, full_from: date) -> Select[Any]:
    table = TABLES[kind]
    if kind in _AMOUNTS:
        return select(table).where(table.c.day >= full_from.isoformat())
    if kind is Answer:
        return select(table).where(or_(table.c.day >= first.isoformat(), _still_counts()))
    if kind not in _DAILY:
        return select(table)
    recent = table.c.day >= first.isoformat()
    if kind in (Reading, TreatmentUse):
        return select(table).where(or_(recent, table.c.episode_id.is_not(None)))
    return select(table).where(recent)


def _still_counts() -> ColumnElement[bool]:
    """Answers from the last of their question that settles it on: none before it stands."""
    answers = TABLES[Answer]
    later = answers.alias()
    settled = (SignAnswer.NO.value, SignAnswer.CLEARED.value)
    return ~exists().where(
        later.c.sign == answers.c.sign,
        later.c.answer.in_(settled),
        tuple_(later.c.day, later.c.recorded_at_utc, later.c.id)
        > tuple_(answers.c.day, answers.c.recorded_at_utc, answers.c.id),
    )


def _read(connection: Connection, kind: type[Record], asked: Select[Any]) -> Iterator[Record]:
    read = row_reader(kind)
    for row in connection.execution_options(yield_per=_CHUNK).execute(asked):
        yield read(row)


def _earlier(connection: Connection, first: date) -> Iterator[Earlier]:
    readings, check_ins = TABLES[Reading], TABLES[CheckIn]
    highest = (
        select(readings.c.day, func.max(readings.c.pain))
        .where(readings.c.day < first.isoformat(), readings.c.pain >= 1)
        .group_by(readings.c.day)
    )
    typed = select(check_ins.c.day, check_ins.c.worst).where(
        check_ins.c.day < first.isoformat(), check_ins.c.worst.is_not(None)
    )
    explicit = _pairs(connection, typed)
    reached = _pairs(connection, highest)
    for day in sorted(explicit.keys() | reached.keys()):
        yield Earlier(
            day=date.fromisoformat(day),
            explicit=Nrs(explicit[day]) if day in explicit else None,
            highest_reading=Nrs(reached[day]) if day in reached else None,
        )


def _pairs(connection: Connection, asked: Select[Any]) -> dict[str, int]:
    return {day: pain for day, pain in connection.execute(asked)}  # noqa: C416  # rows, not pairs


def _anything_before(connection: Connection, first: date) -> bool:
    return any(
        connection.scalar(select(table.c.id).where(table.c.day < first.isoformat()).limit(1))
        for table in (TABLES[kind] for kind in (*_DAILY, *_AMOUNTS))
    )
