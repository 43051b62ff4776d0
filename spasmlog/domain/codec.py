"""Records as plain JSON values and back: the one form used by the change log, files and tables.

Every field of every record has a `Form`: how its value becomes a plain one, how a plain one is
read (strictly: nothing is guessed, an unknown word is refused), and its JSON Schema.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from spasmlog.domain import records as kinds
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Nrs
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _

R = TypeVar("R", bound=Record)
Plain = Any
"""What `json` reads and writes."""

COLLECTIONS: Mapping[str, type[Record]] = {
    "episodes": kinds.Episode,
    "readings": kinds.Reading,
    "drinks": kinds.Drink,
    "activities": kinds.Activity,
    "stretches": kinds.Stretch,
    "check_ins": kinds.CheckIn,
    "treatments": kinds.Treatment,
    "treatment_uses": kinds.TreatmentUse,
    "courses": kinds.Course,
    "answers": kinds.Answer,
    "scores": kinds.Score,
    "visits": kinds.Visit,
    "signal_notes": kinds.SignalNote,
    "factors": kinds.Factor,
    "experiments": kinds.Experiment,
}
"""The name of each kind of record in a file, and (with "profile") of its table."""

KIND_NAMES: Mapping[type[Record], str] = {
    **{kind: name for name, kind in COLLECTIONS.items()},
    kinds.Profile: "profile",
}
KINDS: Mapping[str, type[Record]] = {name: kind for kind, name in KIND_NAMES.items()}


@dataclass(frozen=True, slots=True)
class Form:
    """How the values of one field are written and read; `stored` says as what: see `store`."""

    write: Callable[[Any], Plain]
    read: Callable[[Plain], Any]
    schema: Mapping[str, Plain]
    stored: str  # "plain", "moment" or "json"


def to_plain(record: Record) -> dict[str, Plain]:
    """The record as JSON values, its fields by name."""
    return {
        name: None if (value := getattr(record, name)) is None else form.write(value)
        for name, form in forms(type(record)).items()
    }


def from_plain(kind: type[R], plain: Mapping[str, Plain]) -> R:
    """The record of these JSON values; raises `InvalidEntry` for anything that does not fit."""
    known = forms(kind)
    if not isinstance(plain, Mapping):
        raise InvalidEntry(_("A record is a set of named fields."))
    if plain.keys() != known.keys():
        odd = sorted(plain.keys() ^ known.keys())
        names = ", ".join(odd)[:100]
        raise InvalidEntry(_("Fields missing or not known: {names}.").format(names=names))
    values: dict[str, Any] = {}
    for name, form in known.items():
        value = plain[name]
        if value is None:
            if name not in optional(kind):
                raise InvalidEntry(_("{field} is missing.").format(field=name))
            values[name] = None
        else:
            values[name] = form.read(value)
    return kind(**values)


def forms(kind: type[Record]) -> Mapping[str, Form]:
    """The form of each field of this kind of record, in the order in which it is declared."""
    return _FORMS[kind]


def optional(kind: type[Record]) -> frozenset[str]:
    """The fields that may be None: not known."""
    return _OPTIONAL[kind]


def _form(hint: Any) -> Form:
    if isinstance(hint, types.UnionType):
        (hint,) = (each for each in typing.get_args(hint) if each is not type(None))
    simple = _SIMPLE.get(hint)
    if simple is not None:
        return simple
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _word_form(hint)
    return _collection_form(hint)


def _refuse(sentence: str, value: Plain) -> InvalidEntry:
    return InvalidEntry(sentence.format(value=repr(value)[:60]))


def _read_text(value: Plain) -> str:
    if not isinstance(value, str):
        raise _refuse(_("{value} is not a text."), value)
    if not value.isascii() and _SURROGATE.search(value):
        raise InvalidEntry(_("The text holds half a character that cannot be written."))
    return value


def _read_id(value: Plain) -> str:
    if not _read_text(value):
        raise InvalidEntry(_("A record needs an id."))
    return str(value)


def _read_flag(value: Plain) -> bool:
    if not isinstance(value, bool):
        raise _refuse(_("{value} is neither true nor false."), value)
    return value


def _read_whole(value: Plain) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refuse(_("{value} is not a whole number."), value)
    return value


def _read_number(value: Plain) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise _refuse(_("{value} is not a number."), value)
    try:
        return float(value)
    except OverflowError as error:
        raise _refuse(_("{value} is not a number."), value) from error


def _write_number(value: float) -> Plain:
    return int(value) if value == int(value) else value


def _read_day(value: Plain) -> date:
    try:
        day = date.fromisoformat(_read_text(value))
    except ValueError as error:
        raise _refuse(_("{value} is not a date."), value) from error
    if day.isoformat() != value:  # other forms of ISO 8601 are read, too
        raise _refuse(_("{value} is not a date."), value)
    return day


def _moment_form(*, timespec: str, written: str, name: str) -> Form:
    """`written` is the pattern of the instant; whatever else ISO 8601 allows is refused."""
    fits = re.compile(written).fullmatch

    def write(moment: Moment) -> Plain:
        utc = moment.utc.isoformat(timespec=timespec).replace("+00:00", "Z")
        return {"utc": utc, "zone": moment.zone, "offset_min": moment.offset_min}

    def read(value: Plain) -> Moment:
        if not isinstance(value, dict) or value.keys() != _MOMENT_PARTS:
            raise _refuse(_("{value} is not a moment."), value)
        utc = value["utc"]
        if not isinstance(utc, str) or not fits(utc):
            raise _refuse(_("{value} is not a time in UTC."), utc)
        return Moment(_instant(utc), _read_text(value["zone"]), _read_whole(value["offset_min"]))

    return Form(write, read, {"$ref": f"#/$defs/{name}"}, "moment")


def _instant(utc: str) -> datetime:
    try:
        return datetime.fromisoformat(utc)
    except ValueError as error:
        raise _refuse(_("{value} is not a time in UTC."), utc) from error


def _word_form(words: type[StrEnum]) -> Form:
    known = {str(word): word for word in words}

    def read(value: Plain) -> StrEnum:
        if not isinstance(value, str) or value not in known:
            raise _refuse(_("{value} is not one of the words that belong here."), value)
        return known[value]

    return Form(str, read, {"enum": list(known)}, "plain")


def _collection_form(hint: Any) -> Form:
    args = typing.get_args(hint)
    if typing.get_origin(hint) is frozenset:
        return Form(sorted, _read_set, {**_TEXTS, "uniqueItems": True}, "json")
    first = typing.get_args(args[0])
    return _map_form(*first) if first else _TEXT_LIST


def _read_texts(value: Plain) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _refuse(_("{value} is not a list."), value)
    return tuple(_read_text(each) for each in value)


def _read_set(value: Plain) -> frozenset[str]:
    texts = _read_texts(value)
    if len(found := frozenset(texts)) != len(texts):
        raise _refuse(_("{value} holds something twice."), value)
    return found


def _map_form(key_hint: Any, value_hint: Any) -> Form:
    key, inner = _form(key_hint), _form(value_hint)

    def write(pairs: tuple[tuple[Any, Any], ...]) -> Plain:
        return {key.write(name): inner.write(value) for name, value in pairs}

    def read(value: Plain) -> tuple[tuple[Any, Any], ...]:
        if not isinstance(value, Mapping):
            raise _refuse(_("{value} is not a set of names and values."), value)
        return tuple((key.read(name), inner.read(value[name])) for name in sorted(value))

    schema: dict[str, Plain] = {"type": "object", "additionalProperties": inner.schema}
    if "enum" in key.schema:
        schema["propertyNames"] = key.schema
    return Form(write, read, schema, "json")


_MOMENT_PARTS = {"utc", "zone", "offset_min"}
_SECOND = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
_SURROGATE = re.compile("[\ud800-\udfff]")
_TEXTS: Mapping[str, Plain] = {"type": "array", "items": {"type": "string"}}
_TEXT_LIST = Form(list, _read_texts, _TEXTS, "json")
_OWN_FORMS: Mapping[str, Form] = {
    "id": Form(str, _read_id, {"type": "string", "minLength": 1}, "plain"),
    "recorded_at": _moment_form(
        timespec="microseconds", written=_SECOND + r"\.[0-9]{6}Z", name="recorded"
    ),
}
_SIMPLE: Mapping[Any, Form] = {
    str: Form(str, _read_text, {"type": "string"}, "plain"),
    bool: Form(bool, _read_flag, {"type": "boolean"}, "plain"),
    int: Form(int, _read_whole, {"type": "integer"}, "plain"),
    float: Form(_write_number, _read_number, {"type": "number"}, "plain"),
    Nrs: Form(
        int,
        lambda value: Nrs(_read_whole(value)),
        {"type": "integer", "minimum": 0, "maximum": 10},
        "plain",
    ),
    date: Form(
        date.isoformat,
        _read_day,
        {"type": "string", "format": "date", "pattern": "^(19|20|21)"},
        "plain",
    ),
    Moment: _moment_form(timespec="seconds", written=_SECOND + "Z", name="moment"),
}

_HINTS = {kind: typing.get_type_hints(kind) for kind in KIND_NAMES}
_FORMS: Mapping[type[Record], Mapping[str, Form]] = {
    kind: {
        field.name: _OWN_FORMS.get(field.name) or _form(hints[field.name]) for field in fields(kind)
    }
    for kind, hints in _HINTS.items()
}
_OPTIONAL = {
    kind: frozenset(name for name, hint in hints.items() if type(None) in typing.get_args(hint))
    for kind, hints in _HINTS.items()
}
