"""Rows to records and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from spasmlog.domain.codec import Form, forms
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record

R = TypeVar("R", bound=Record)
Row = Sequence[Any]
Reader = Callable[[Any], Any]


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


def column_names(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a kind of record, in the order in which `row_reader` reads them."""
    names: list[str] = []
    for name, form in forms(kind).items():
        parts = ("_utc", "_zone", "_offset_min") if form.stored == "moment" else ("",)
        names += [name + part for part in parts]
    return tuple(names)


def row_reader(kind: type[R]) -> Callable[[Row], R]:
    """A function that makes a record of a row, its columns in the table's order.

    What only this module can have written is not looked at again: a start reads thousands.
    """
    as_is, moments, others = _places(kind)

    def read_row(row: Row) -> R:
        values: dict[str, Any] = {name: row[at] for name, at in as_is}
        for name, at in moments:
            utc = row[at]
            values[name] = utc and Moment(_instant(utc), row[at + 1], row[at + 2])
        for name, at, read in others:
            value = row[at]
            values[name] = None if value is None else read(value)
        return kind(**values)

    return read_row


def _places(
    kind: type[Record],
) -> tuple[list[tuple[str, int]], list[tuple[str, int]], list[tuple[str, int, Reader]]]:
    """The place in a row of each field: those taken as they are, moments, those to be read."""
    as_is: list[tuple[str, int]] = []
    moments: list[tuple[str, int]] = []
    others: list[tuple[str, int, Reader]] = []
    place = 0
    for name, form in forms(kind).items():
        reader = None if form.stored == "moment" else _reader(form)
        if form.stored == "moment":
            moments.append((name, place))
        elif reader is None:
            as_is.append((name, place))
        else:
            others.append((name, place, reader))
        place += 3 if form.stored == "moment" else 1
    return as_is, moments, others


_instant = datetime.fromisoformat


def written(plain: object) -> str:
    """Plain JSON values as text; equal values give equal texts."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _reader(form: Form) -> Reader | None:
    """How a column is read; None: as it is."""
    if form.stored == "json":
        return lambda text: form.read(json.loads(text))
    if form.schema.get("format") == "date":
        return date.fromisoformat
    kind = form.schema.get("type")
    if kind == "boolean":
        return bool
    if kind == "string" or (kind in ("integer", "number") and "maximum" not in form.schema):
        return None
    return form.read


def plain_of(text: str) -> Mapping[str, Any]:
    """The plain values that `written` wrote."""
    plain: Mapping[str, Any] = json.loads(text)
    return plain
