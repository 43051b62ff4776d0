"""The fields of a form: what is asked, how, and what a widget shows and hands back for it.

Typed dates, times, amounts and lengths stay the text that was typed until they are understood.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from spasmlog.domain.moment import Moment
from spasmlog.domain.scales import Nrs
from spasmlog.i18n import format_number
from spasmlog.views.amounts import seconds_words
from spasmlog.views.typed import shown_clock, shown_day

Raw = Any
Options = tuple[tuple[Any, str], ...]


class Input(StrEnum):
    """How a field is asked, and what its raw value is."""

    PAIN = "pain"  # a number of 0 to 10, or None
    NUMBER = "number"  # a number, or None
    CHOICE = "choice"  # the value of one of the options, from a list that opens
    FEW = "few"  # the same, of two to four words side by side
    CHIPS = "chips"  # a frozenset of the options' values
    BODY = "body"  # a tuple of (a place of the body map, its pain of 0 to 10)
    GRID = "grid"  # a tuple of (the options' values, one of the answers or None)
    TICK = "tick"  # a bool
    DAY = "day"  # a text
    WHEN = "when"  # a pair of texts: the date and the time
    TEXT = "text"  # a text in one line
    NOTE = "note"  # a text of any length
    LINES = "lines"  # a text, one thing a line
    AMOUNT = "amount"  # a text: a number of any size
    LENGTH = "length"  # a text: minutes and seconds
    LINKS = "links"  # nothing; the options are records to go to
    FACT = "fact"  # nothing; `value` is a text to be read


ASKED = frozenset(Input) - {Input.LINKS, Input.FACT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing asked. `value` is as it is kept, `raw` as the widget shows it.

    `while_` names another field and the raw value of it with which this one is there at all;
    `day_only` the same for a time that may be left out. `beside` stands beside the body map.
    """

    name: str
    label: str
    input: Input
    value: Any
    raw: Raw
    options: Options = ()
    answers: Options = ()
    low: float = 0
    high: float = 10
    step: float = 1
    unit: str = ""
    icon: str = ""
    needed: bool = False
    wide: bool = True
    while_: tuple[str, Any] | None = None
    day_only: tuple[str, Any] | None = None
    beside: bool = False


def pain(name: str, label: str, value: Nrs | None) -> Field:
    """Pain of 0 to 10, or not typed."""
    return Field(name=name, label=label, input=Input.PAIN, value=value, raw=value, wide=False)


def number(
    name: str, label: str, value: float | None, high: float, step: float = 1, **more: Any
) -> Field:
    """A number with minus and plus; `low` is 0 unless given."""
    shared = {"wide": False} | more
    return Field(
        name=name,
        label=label,
        input=Input.NUMBER,
        value=value,
        raw=value,
        high=high,
        step=step,
        **shared,
    )


def choice(
    name: str,
    label: str,
    value: Any,
    options: Iterable[tuple[Any, str]],
    *,
    wide: bool = False,
    needed: bool = False,
) -> Field:
    """One of these; None is an option where it may be left open."""
    return Field(
        name=name,
        label=label,
        input=Input.CHOICE,
        value=value,
        raw=value,
        options=tuple(options),
        wide=wide,
        needed=needed,
    )


def few(
    name: str, label: str, value: Any, options: Iterable[tuple[Any, str]], *, wide: bool = True
) -> Field:
    """One of two to four words that are always the same."""
    return replace(choice(name, label, value, options, wide=wide), input=Input.FEW)


def chips(name: str, label: str, value: frozenset[str], options: Options) -> Field:
    """Any of these."""
    return Field(name=name, label=label, input=Input.CHIPS, value=value, raw=value, options=options)


def grid(
    name: str, label: str, value: tuple[tuple[Any, Any], ...], options: Options, answers: Options
) -> Field:
    """One answer, or none, to each of these."""
    given = dict(value)
    raw = tuple((key, given.get(key)) for key, _label in options)
    return Field(
        name=name,
        label=label,
        input=Input.GRID,
        value=value,
        raw=raw,
        options=options,
        answers=answers,
    )


def body(name: str, label: str, value: tuple[tuple[str, Nrs], ...]) -> Field:
    """Places of the body map, each with its pain."""
    return Field(name=name, label=label, input=Input.BODY, value=value, raw=value)


def beside(field: Field) -> Field:
    """The same field, standing beside the body map where there is room."""
    return replace(field, wide=False, beside=True)


def tick(name: str, label: str, value: bool) -> Field:
    """So, or not said."""
    return Field(name=name, label=label, input=Input.TICK, value=value, raw=value)


def day(
    name: str, label: str, value: date | None, *, needed: bool = True, wide: bool = False
) -> Field:
    """A typed date."""
    raw = "" if value is None else shown_day(value)
    return Field(
        name=name, label=label, input=Input.DAY, value=value, raw=raw, needed=needed, wide=wide
    )


def when(
    name: str, label: str, value: Moment | None, first: tuple[str, str] = ("", ""), **more: Any
) -> Field:
    """A typed date and time, as the clock showed them; `first` is shown where there is no value."""
    clock = None if value is None else value.clock.replace(second=0, microsecond=0)
    raw = first if clock is None else (shown_day(clock.date()), shown_clock(clock.time()))
    return Field(
        name=name, label=label, input=Input.WHEN, value=clock, raw=raw, needed=True, **more
    )


def text(name: str, label: str, value: str, *, wide: bool = True) -> Field:
    """One line."""
    return Field(name=name, label=label, input=Input.TEXT, value=value, raw=value, wide=wide)


def note(name: str, label: str, value: str) -> Field:
    """Any text, kept whole."""
    return Field(name=name, label=label, input=Input.NOTE, value=value, raw=value)


def lines(name: str, label: str, value: tuple[str, ...]) -> Field:
    """Several texts, one a line."""
    raw = "\n".join(value)
    return Field(name=name, label=label, input=Input.LINES, value=value, raw=raw)


def amount(name: str, label: str, value: float | None, unit: str) -> Field:
    """A typed number of a unit."""
    raw = "" if value is None else format_number(value)
    return Field(
        name=name, label=label, input=Input.AMOUNT, value=value, raw=raw, unit=unit, wide=False
    )


def length(name: str, label: str, value: int | None, *, needed: bool = False) -> Field:
    """A typed length, kept in seconds."""
    raw = "" if value is None else seconds_words(value)
    return Field(
        name=name, label=label, input=Input.LENGTH, value=value, raw=raw, needed=needed, wide=False
    )


def links(name: str, label: str, options: Options, icon: str) -> Field:
    """Other records to go to."""
    return Field(
        name=name, label=label, input=Input.LINKS, value=(), raw=(), options=options, icon=icon
    )


def fact(name: str, label: str, value: str) -> Field:
    """Something that is only read."""
    return Field(name=name, label=label, input=Input.FACT, value=value, raw=value)


def only_while(name: str, raw: Raw, field: Field) -> Field:
    """The same field, there only while another holds this raw value."""
    return replace(field, while_=(name, raw))
