"""What a person can do with entries that are there: change, move, copy, delete, bring back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from spasmlog.domain.records import Record
from spasmlog.i18n import N_
from spasmlog.journal.command import Command, Fields, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(Command):
    """New values for fields of a record; a naive datetime is what the clock showed there."""

    label: ClassVar[str] = N_("Change entry")

    record_id: str
    fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete(Command):
    """Take an entry out; it can be brought back for 30 days."""

    label: ClassVar[str] = N_("Delete entry")

    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore(Command):
    """Bring an entry back from the bin."""

    label: ClassVar[str] = N_("Bring back entry")

    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecords(Command):
    """Take in the records of a file, all or none."""

    label: ClassVar[str] = N_("Import")

    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Command):
    """Several things said at once: all of them or none, and one step to undo."""

    label: ClassVar[str] = N_("Log entries")

    commands: tuple[Command, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Command):
    """Take entries to another day at their clock times, or shift them by so much time.

    One of the two is given. To another day a spasm takes along what is linked to it, and a dose its
    relief checks; what moves away from the entry that it is linked to loses the link. A shift
    moves only the entries named.
    """

    label: ClassVar[str] = N_("Move entries")

    record_ids: tuple[str, ...]
    to_day: date | None = None
    by: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate(Command):
    """A copy of an entry: at a moment, or on a day at the same clock time, or where it is.

    On another day it is linked to nothing; a copy of a running spasm has no known end. Without
    a `to_time` it is not meant for now, as what has an `at` is.
    """

    label: ClassVar[str] = N_("Duplicate entry")

    record_id: str
    to_day: date | None = None
    to_time: When = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateMany(Command):
    """Copies of entries on a day; what is copied together stays linked to one another."""

    label: ClassVar[str] = N_("Duplicate entries")

    record_ids: tuple[str, ...]
    to_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMany(Command):
    """The same change of several entries.

    `fields` are set; exposures are added and taken away; `note` stands behind what is there.
    """

    label: ClassVar[str] = N_("Change entries")

    record_ids: tuple[str, ...]
    fields: Fields = ()
    add: frozenset[str] = frozenset()
    remove: frozenset[str] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTogether(Command):
    """One change of entries of several kinds, each kind in the fields that it has."""

    label: ClassVar[str] = EditMany.label

    edits: tuple[EditMany, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteMany(Command):
    """Take entries out; each can be brought back for 30 days."""

    label: ClassVar[str] = N_("Delete entries")

    record_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreMany(Command):
    """Bring entries back from the bin."""

    label: ClassVar[str] = N_("Bring back entries")

    record_ids: tuple[str, ...]
