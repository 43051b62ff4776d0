"""Everything a person can do, as plain data with imperative names.

The day's entries are here; what is kept beside them is in `commands_keeping`, and what is done
with entries that are there in `commands_change`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from spasmlog.domain.scales import (
    Effect,
    Intensity,
    Movement,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    Spread,
)
from spasmlog.i18n import N_
from spasmlog.journal.command import Command, Dose, Fields, When
from spasmlog.journal.commands_change import (
    Delete,
    DeleteMany,
    Duplicate,
    DuplicateMany,
    Edit,
    EditMany,
    EditTogether,
    ImportRecords,
    Move,
    Restore,
    RestoreMany,
    Together,
)
from spasmlog.journal.commands_keeping import (
    AddTreatment,
    AnswerSigns,
    LogScore,
    LogVisit,
    NoteShown,
    NoteSignal,
    PlanCourse,
    SaveCheckIn,
    SaveProfile,
    StartCourse,
    WriteVisit,
)

__all__ = [
    "AddTreatment",
    "AnswerSigns",
    "Command",
    "Delete",
    "DeleteMany",
    "Dose",
    "Duplicate",
    "DuplicateMany",
    "Edit",
    "EditMany",
    "EditTogether",
    "EndEpisode",
    "Fields",
    "ImportRecords",
    "LeaveEndUnknown",
    "LogActivity",
    "LogDrink",
    "LogEpisode",
    "LogReading",
    "LogScore",
    "LogStretch",
    "LogUse",
    "LogVisit",
    "MakeSpasmOfReading",
    "Move",
    "NoteShown",
    "NoteSignal",
    "PlanCourse",
    "Restore",
    "RestoreMany",
    "SaveCheckIn",
    "SaveProfile",
    "StartCourse",
    "TakeBackDrink",
    "Together",
    "When",
    "WriteVisit",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEpisode(Command):
    """A spasm: running unless `resolved`, `lasted` or `end_unknown` says otherwise.

    A peak typed for a running spasm is also kept as a linked reading at that moment.
    """

    label: ClassVar[str] = N_("Log spasm")

    onset: When = None
    onset_exact: OnsetExact = OnsetExact.MINUTE
    resolved: When = None
    lasted: timedelta | None = None
    end_unknown: bool = False
    peak: Nrs | None = None
    region: Region | None = None
    side: Side | None = None
    spread: Spread | None = None
    exposures: frozenset[str] = frozenset()
    movements: tuple[tuple[Movement, Effect], ...] = ()
    areas: tuple[tuple[str, Nrs], ...] = ()
    flare: bool = False
    note: str = ""
    doses: tuple[Dose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EndEpisode(Command):
    """It let go."""

    label: ClassVar[str] = N_("It let go")

    episode_id: str
    at: When = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveEndUnknown(Command):
    """It is over, and nobody knows since when."""

    label: ClassVar[str] = N_("End not known")

    episode_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogReading(Command):
    """How it is: a number, a word, or both. While a spasm runs it belongs to it."""

    label: ClassVar[str] = N_("Log pain")

    pain: Nrs | None = None
    word: ReadingWord | None = None
    at: When = None
    use_id: str | None = None
    note: str = ""

    @property
    def called(self) -> str:
        if self.word is None:
            return self.label
        return N_("No spasm so far") if self.word is ReadingWord.NO_SPASM else N_("Log relief")


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSpasmOfReading(Command):
    """ "It is a spasm": a running spasm that began with this reading."""

    label: ClassVar[str] = N_("It is a spasm")

    reading_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogDrink(Command):
    """A glass."""

    label: ClassVar[str] = N_("Log drink")

    volume_ml: int
    at: When = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackDrink(Command):
    """The last glass of today was none."""

    label: ClassVar[str] = N_("Take back a drink")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogActivity(Command):
    """A walk, a ride or other movement."""

    label: ClassVar[str] = N_("Log activity")

    kind: str
    minutes: int
    intensity: Intensity
    at: When = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogStretch(Command):
    """A round of stretching."""

    label: ClassVar[str] = N_("Log stretching")

    seconds: int
    group: str | None = None
    routine: str = ""
    at: When = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogUse(Command):
    """A dose or a go; while a spasm runs it is taken for it, unless `apart`."""

    label: ClassVar[str] = N_("Log treatment")

    dose: Dose
    episode_id: str | None = None
    apart: bool = False
    side_effect: str = ""
    note: str = ""
