"""The tables, one for each kind of record, and the change log; every constraint has its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from spasmlog.domain.codec import KIND_NAMES, Form, forms, optional
from spasmlog.domain.records import Record

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

_REFERENCES: Mapping[tuple[str, str], str] = {
    ("readings", "episode_id"): "episodes.id",
    ("readings", "use_id"): "treatment_uses.id",
    ("treatment_uses", "episode_id"): "episodes.id",
    ("treatment_uses", "treatment_id"): "treatments.id",
    ("courses", "treatment_id"): "treatments.id",
}
_UNIQUE = {("check_ins", "day")}
_INDEXED = {"day", "sign", "episode_id", "use_id", "treatment_id"}


def _type(form: Form) -> TypeEngine[Any]:
    match form.schema.get("type"):
        case "integer":
            return Integer()
        case "number":
            return Float()
        case "boolean":
            return Boolean(create_constraint=False)
        case _:
            return Text()


def _columns(table: str, kind: type[Record]) -> list[Column[Any] | CheckConstraint]:
    made: list[Column[Any] | CheckConstraint] = []
    for name, form in forms(kind).items():
        nullable = name in optional(kind)
        if form.stored == "moment":
            made += [
                Column(f"{name}_utc", Text, nullable=nullable),
                Column(f"{name}_zone", Text, nullable=nullable),
                Column(f"{name}_offset_min", Integer, nullable=nullable),
            ]
            continue
        target = _REFERENCES.get((table, name))
        keys = [ForeignKey(target)] if target else []
        made.append(
            Column(
                name,
                Text() if form.stored == "json" else _type(form),
                *keys,
                primary_key=name == "id",
                nullable=nullable,
                unique=(table, name) in _UNIQUE or None,
                index=(name in _INDEXED and (table, name) not in _UNIQUE) or None,
            )
        )
        if form.schema.get("maximum") == 10:
            made.append(CheckConstraint(f"{name} BETWEEN 0 AND 10", name=name))
    return made


TABLES: Mapping[type[Record], Table] = {
    kind: Table(name, metadata, *_columns(name, kind)) for kind, name in KIND_NAMES.items()
}

change_log = Table(
    "change_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("step", Integer, nullable=False),
    Column("at_utc", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("undone", Integer, nullable=False),
    Index("ix_change_log_step", "step"),
    Index("ix_change_log_record_id", "record_id"),
    CheckConstraint("undone BETWEEN 0 AND 2", name="undone"),
)
