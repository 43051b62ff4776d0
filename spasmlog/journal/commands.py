"""Everything a person can do, as plain data with imperative names.

A `When` is a moment, or what a clock shows here (a naive datetime), or None for now.
`label` is what the step is called in "Undo ...".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import (
    Effect,
    Intensity,
    Movement,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    Sign,
    SignalAnswer,
    SignAnswer,
    Spread,
    TreatmentKind,
)
from spasmlog.i18n import N_

When = Moment | datetime | None
Fields = tuple[tuple[str, Any], ...]
"""Names of a record's fields and their new values; fields not named stay as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """The base of all commands."""

    label: ClassVar[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What was taken, by its catalogue entry or by name; a new name has `kind`, `prescribed`."""

    treatment_id: str | None = None
    name: str = ""
    kind: TreatmentKind = TreatmentKind.OTHER
    prescribed: bool = False
    dose_mg: float | None = None
    dose_text: str = ""
    minutes: int | None = None
    at: When = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTreatment(Command):
    """A new entry of the catalogue, or another current medicine."""

    label: ClassVar[str] = N_("Add treatment")

    name: str
    kind: TreatmentKind
    usual_dose_mg: float | None = None
    prescribed: bool = False
    regular: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCourse(Command):
    """A treatment over days or weeks."""

    label: ClassVar[str] = N_("Start course")

    treatment_id: str
    first_day: date
    region: Region | None = None
    last_day: date | None = None
    plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCheckIn(Command):
    """How a day went. A second one of a day changes the first; only `answers` are touched."""

    label: ClassVar[str] = N_("Save check-in")

    day: date
    answers: Fields = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSigns(Command):
    """Answers to safety questions, today."""

    label: ClassVar[str] = N_("Answer safety questions")

    answers: tuple[tuple[Sign, SignAnswer], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogScore(Command):
    """A questionnaire, whole. A second one of a day changes the first."""

    label: ClassVar[str] = N_("Save questionnaire")

    day: date
    instrument: str
    answers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogVisit(Command):
    """A visit, held or planned."""

    label: ClassVar[str] = N_("Save visit")

    day: date
    who: str = ""
    questions: tuple[str, ...] = ()
    said: str = ""
    plan: str = ""
    follow_up: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteVisit(Command):
    """What is typed about a visit, kept as it is typed; only `fields` are touched.

    Without an id it is the first word of a new visit, and `fields` holds its day.
    """

    label: ClassVar[str] = N_("Write about the visit")

    visit_id: str | None = None
    fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCourse(Command):
    """A course that a visit led to: of an entry of the catalogue, or of a name new to it."""

    label: ClassVar[str] = N_("Start course")

    what: Dose
    first_day: date
    region: Region | None = None
    last_day: date | None = None
    plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteShown(Command):
    """These signals were shown to a doctor on this day, all together."""

    label: ClassVar[str] = N_("Answer signal")

    day: date
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveProfile(Command):
    """The person, as far as they say; only `fields` are touched."""

    label: ClassVar[str] = N_("Change profile")

    fields: Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSignal(Command):
    """How a person answered a signal; `seen` leaves no step to undo."""

    label: ClassVar[str] = N_("Answer signal")

    rule: str
    what: SignalAnswer


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
