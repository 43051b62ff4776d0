"""Read the diary from the file: what the first page and the rules need at once, then the rest.

Plain SELECTs on the driver's own connection: loading SQLAlchemy takes longer than all of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, TypeVar

from spasmlog.domain.codec import KIND_NAMES
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
from spasmlog.domain.scales import Nrs
from spasmlog.store.database import Database
from spasmlog.store.mapping import column_names, row_reader

R = TypeVar("R", bound=Record)

FULL_DAYS = 400
"""How far back the first reading goes: the longest window of any rule is 365 days."""

FULL_DAYS_OF_AMOUNTS = 120
"""The same for drinks, activity and stretching, the most numerous: no rule goes beyond 7 days."""

_AMOUNTS = (Drink, Activity, Stretch)
_CHUNK = 400
"""Rows made into records between two breaths, so that the window stays quick."""

_RECENT = {
    **dict.fromkeys(_AMOUNTS, "day >= :amounts"),
    Reading: "day >= :first OR episode_id IS NOT NULL",
    TreatmentUse: "day >= :first OR episode_id IS NOT NULL",
    CheckIn: "day >= :first",
    Score: "day >= :first",
    # Of earlier answers, those from the last that settled their question on: none before stands.
    Answer: """day >= :first OR id IN (
        SELECT given.id FROM answers AS given LEFT JOIN (
            SELECT sign, max(day || recorded_at_utc || id) AS last FROM answers
            WHERE answer IN ('no', 'cleared') GROUP BY sign) AS settled USING (sign)
        WHERE last IS NULL OR given.day || given.recorded_at_utc || given.id >= last)""",
}
"""Which records are read at once; kinds not named here are read whole."""


def read_recent(database: Database, today: date) -> Diary:
    """The diary with the last days in full and earlier days as compact rows."""
    first = today - timedelta(days=FULL_DAYS - 1)
    amounts = today - timedelta(days=FULL_DAYS_OF_AMOUNTS - 1)
    since = {"first": first.isoformat(), "amounts": amounts.isoformat()}
    records: list[Record] = []
    with database.reading() as raw:
        earlier = tuple(_earlier(raw, since))
        for kind in KIND_NAMES:
            records += _read(raw, kind, _RECENT.get(kind, "1"), since)
        whole = not _anything_before(raw, since)
    return Diary.of(today, records, earlier, full_from=None if whole else amounts)


def read_all(database: Database, today: date, breathe: Callable[[], None] = lambda: None) -> Diary:
    """The whole diary; `breathe` is called between chunks and may raise to stop."""
    records: list[Record] = []
    with database.reading() as raw:
        for kind in KIND_NAMES:
            for record in _read(raw, kind, "1", {}):
                records.append(record)
                if len(records) % _CHUNK == 0:
                    breathe()
    breathe()
    return Diary.of(today, records)


def _read(raw: Any, kind: type[R], condition: str, since: dict[str, str]) -> Iterator[R]:
    columns = ", ".join(f'"{name}"' for name in column_names(kind))
    rows = raw.execute(f'SELECT {columns} FROM "{KIND_NAMES[kind]}" WHERE {condition}', since)
    return map(row_reader(kind), rows)


def _earlier(raw: Any, since: dict[str, str]) -> Iterator[Earlier]:
    typed = raw.execute(
        "SELECT day, worst FROM check_ins WHERE day < :first AND worst IS NOT NULL", since
    )
    explicit = dict(typed.fetchall())
    # Those linked to a spasm are read themselves, and may be deleted before the rest is there.
    highest = raw.execute(
        "SELECT day, max(pain) FROM readings"
        " WHERE day < :first AND pain >= 1 AND episode_id IS NULL GROUP BY day",
        since,
    )
    reached = dict(highest.fetchall())
    for day in sorted(explicit.keys() | reached.keys()):
        yield Earlier(
            day=date.fromisoformat(day),
            explicit=Nrs(explicit[day]) if day in explicit else None,
            highest_reading=Nrs(reached[day]) if day in reached else None,
        )


def _anything_before(raw: Any, since: dict[str, str]) -> bool:
    """Whether there is anything that has not been read yet."""
    for kind, first in (
        *((kind, "amounts") for kind in _AMOUNTS),
        *((kind, "first") for kind in (Reading, CheckIn, TreatmentUse, Score, Answer)),
    ):
        asked = f'SELECT 1 FROM "{KIND_NAMES[kind]}" WHERE day < :{first} LIMIT 1'
        if raw.execute(asked, since).fetchone():
            return True
    return False
