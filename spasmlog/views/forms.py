"""A record as a form, and what was filled in: read field by field, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import Nrs
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, format_number
from spasmlog.views.amounts import seconds_words
from spasmlog.views.fields import ASKED, Field, Input, Raw
from spasmlog.views.typed import (
    read_clock,
    read_day,
    read_length,
    read_number,
    shown_clock,
    shown_day,
)

NEW = "new:"
"""What the id of a record begins with that is only being written: "new:drink"."""
NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of one record. `key` is its id, or "new:" and its kind.

    `fixed` forms are only read. An empty `delete_label` means that it cannot be deleted from here.
    """

    key: str
    kind: str
    title: str
    icon: str
    fields: tuple[Field, ...]
    day: date
    today: date
    fixed: bool = False
    delete_label: str = ""
    catalogue: tuple[Treatment, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the record is only being written."""
        return self.key.startswith(NEW)

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields that take an answer."""
        return () if self.fixed else tuple(each for each in self.fields if each.input in ASKED)

    @property
    def raws(self) -> dict[str, Raw]:
        """What the widgets show at first."""
        return {each.name: each.raw for each in self.asked}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What was filled in: all that could be read, which of it differs, and what could not."""

    values: Mapping[str, Any]
    changed: frozenset[str]
    wrong: tuple[tuple[str, str], ...] = ()


def is_there(field: Field, raws: Mapping[str, Raw]) -> bool:
    """Whether a field is shown, given what the others hold."""
    return field.while_ is None or raws.get(field.while_[0]) == field.while_[1]


def entered(form: Form, raws: Mapping[str, Raw]) -> Entered:
    """Read all that was filled in; a field left as it stood is not read anew."""
    values: dict[str, Any] = {}
    changed: set[str] = set()
    wrong: list[tuple[str, str]] = []
    for field in form.asked:
        raw = raws[field.name]
        if not is_there(field, raws):
            continue
        if raw == field.raw and not (field.needed and field.value is None):
            values[field.name] = field.value
            continue
        try:
            values[field.name] = read(field, raw, form, raws)
        except InvalidEntry as refused:
            wrong.append((field.name, refused.sentence))
            continue
        if values[field.name] != field.value:
            changed.add(field.name)
    return Entered(values=values, changed=frozenset(changed), wrong=tuple(wrong))


def read(field: Field, raw: Raw, form: Form, raws: Mapping[str, Raw]) -> Any:
    """The value of what a widget holds; raises `InvalidEntry` where it cannot be read."""
    if field.day_only is not None and raws.get(field.day_only[0]) == field.day_only[1]:
        raw = (raw[0], raw[1] or shown_clock(NOON))
    if not field.needed and raw in ("", ("", "")):
        return () if field.input is Input.LINES else (None if field.input in _TYPED else "")
    return _READ[field.input](field, raw, form)


def tidied(field: Field, raw: Raw, form: Form) -> Raw:
    """The same in the form that fields use; raises `InvalidEntry` where it cannot be read.

    Half of a date and time may still be empty: nobody is stopped while they are at it.
    """
    if field.input is Input.WHEN:
        return _tidied_when(field, raw, form)
    if field.input not in _TYPED or not raw:
        return raw
    value = _READ[field.input](field, raw, form)
    shown: str = _SHOWN[field.input](value)
    same = _READ[field.input](field, shown, form) == value
    return shown if same else raw


def _tidied_when(field: Field, raw: tuple[str, str], form: Form) -> tuple[str, str]:
    day, clock = raw
    return (
        shown_day(read_day(day, _near(field, form), form.today)) if day else day,
        shown_clock(read_clock(clock)) if clock else clock,
    )


def _near(field: Field, form: Form) -> date:
    """The date that a field stands on: its own, or else the form's."""
    value = field.value
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else form.day


def _read_day(field: Field, raw: str, form: Form) -> date:
    if not raw.strip():
        raise InvalidEntry(_("A date is needed here."))
    return read_day(raw, _near(field, form), form.today)


def _read_when(field: Field, raw: tuple[str, str], form: Form) -> datetime:
    if not raw[1].strip():
        raise InvalidEntry(_("A time is needed here."))
    return datetime.combine(_read_day(field, raw[0], form), read_clock(raw[1]))


def _read_length(_field: Field, raw: str, _form: Form) -> int:
    if not raw.strip():
        raise InvalidEntry(_("A length is needed here."))
    return read_length(raw)


def _read_choice(field: Field, raw: Raw, _form: Form) -> Raw:
    if field.needed and raw is None:
        raise InvalidEntry(_("Choose one of these."))
    return raw


def _read_grid(_field: Field, raw: tuple[tuple[Any, Any], ...], _form: Form) -> Any:
    return tuple(sorted((key, answer) for key, answer in raw if answer is not None))


def _read_lines(_field: Field, raw: str, _form: Form) -> tuple[str, ...]:
    return tuple(line for line in raw.splitlines() if line.strip())


def _read_number(field: Field, raw: float | None, _form: Form) -> float | None:
    if field.needed and raw is None:
        raise InvalidEntry(_("A number is needed here."))
    whole = float(field.step).is_integer()
    return round(raw) if raw is not None and whole else raw


def _as_is(_field: Field, raw: Raw, _form: Form) -> Raw:
    return raw


_READ: Mapping[Input, Callable[[Field, Any, Form], Any]] = {
    Input.PAIN: lambda _field, raw, _form: None if raw is None else Nrs(round(raw)),
    Input.NUMBER: _read_number,
    Input.CHOICE: _read_choice,
    Input.FEW: _as_is,
    Input.CHIPS: _as_is,
    Input.BODY: _as_is,
    Input.GRID: _read_grid,
    Input.TICK: _as_is,
    Input.DAY: _read_day,
    Input.WHEN: _read_when,
    Input.TEXT: _as_is,
    Input.NOTE: _as_is,
    Input.LINES: _read_lines,
    Input.AMOUNT: lambda field, raw, _form: read_number(raw, field.unit),
    Input.LENGTH: _read_length,
}
_SHOWN: Mapping[Input, Callable[[Any], str]] = {
    Input.DAY: shown_day,
    Input.AMOUNT: format_number,
    Input.LENGTH: seconds_words,
}
_TYPED = frozenset(_SHOWN) | {Input.WHEN}
