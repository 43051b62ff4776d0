"""Rows to records and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from spasmlog.domain.codec import Form, forms
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record

R = TypeVar("R", bound=Record)
Row = Sequence[Any]
Reader = Callable[[Row], Any]


def to_row(record: Record) -> dict[str, Any]:
    """The columns of a record."""
    row: dict[str, Any] = {}
    for name, form in forms(type(record)).items():
        value = getattr(record, name)
        plain = None if value is None else form.write(value)
        if form.stored == "moment":
            row |= {
                f"{name}_{part}": None if plain is None else plain[part]
                for part in ("utc", "zone", "offset_min")
            }
        elif form.stored == "json":
            row[name] = written(plain)
        else:
            row[name] = plain
    return row


def row_reader(kind: type[R]) -> Callable[[Row], R]:
    """A function that makes a record of a row, its columns in the table's order."""
    readers: list[tuple[str, Reader]] = []
    place = 0
    for name, form in forms(kind).items():
        readers.append((name, _reader(form, place)))
        place += 3 if form.stored == "moment" else 1
    return lambda row: kind(**{name: read(row) for name, read in readers})


def written(plain: object) -> str:
    """Plain JSON values as text; equal values give equal texts."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _reader(form: Form, place: int) -> Reader:
    if form.stored == "moment":
        return lambda row: None if row[place] is None else _moment(row, place)
    read = form.read
    if form.stored == "json":
        return lambda row: read(json.loads(row[place]))
    return lambda row: None if row[place] is None else read(row[place])


def _moment(row: Row, place: int) -> Moment:
    return Moment(datetime.fromisoformat(row[place]), row[place + 1], row[place + 2])


def plain_of(text: str) -> Mapping[str, Any]:
    """The plain values that `written` wrote."""
    plain: Mapping[str, Any] = json.loads(text)
    return plain
