"""What a person can do beside the entries of a day: the catalogue, check-ins, visits, profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from spasmlog.domain.scales import Region, Sign, SignalAnswer, SignAnswer, TreatmentKind
from spasmlog.i18n import N_
from spasmlog.journal.command import Command, Dose, Fields


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
