"""What stands after the first page, as frozen blocks of plain data already put into words."""

from __future__ import annotations

from dataclasses import dataclass

from spasmlog.report.tables import Drawn, Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """What pain keeps the person from: the questionnaire, and the days and nights."""

    trend: Drawn | None
    items: Listed | None
    days: Listed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When spasms begin, and how long they last; None where nothing can be said of it."""

    hours: Drawn | None
    lengths: Listed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicines:
    """Every medicine that is in use, and the allergies; what is not entered says so."""

    taken: Listed
    none: str
    allergies_title: str
    allergies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalReceipt:
    """The entries behind one signal, and what it counts with; `more` says what is not printed."""

    title: str
    level: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipts:
    """The signals again, each with its table, on pages after the first."""

    title: str
    signals: tuple[SignalReceipt, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """A rule that matched: its name, what it looks for, and its numbers with their sources.

    The sentence is left out where there is no room for it: the numbers say the same.
    """

    name: str
    sentence: str
    numbers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the pages were made: what words mean, what the rules count with, which were silent."""

    title: str
    said: tuple[str, ...]
    rules_title: str
    matched: tuple[RuleNote, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """All of it; a part that was not asked for, or without data, is None."""

    function: Function | None = None
    calendar: Drawn | None = None
    times: Times | None = None
    amounts: Listed | None = None
    medicines: Medicines | None = None
    receipts: Receipts | None = None
    spasms: Listed | None = None
