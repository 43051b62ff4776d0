"""What each command does: what is typed about a visit, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spasmlog.domain.records import Course, SignalNote, Visit
from spasmlog.domain.scales import SignalAnswer
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import Circumstances
from spasmlog.journal.entries import treatment_of
from spasmlog.journal.lookup import must, named

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork


def write_visit(command: c.WriteVisit, uow: UnitOfWork, here: Circumstances) -> None:
    written = dict(command.fields)
    if command.visit_id is None:
        uow.save(Visit(**here.base(), **written))
    else:
        uow.save(replace(must(uow, Visit, command.visit_id), **written))


def plan_course(command: c.PlanCourse, uow: UnitOfWork, here: Circumstances) -> None:
    here.refuse_ahead(command.first_day)
    values = named(command)
    treatment = treatment_of(values.pop("what"), uow, here)
    uow.save(Course(**here.base(), treatment_id=treatment.id, **values))


def note_shown(command: c.NoteShown, uow: UnitOfWork, here: Circumstances) -> None:
    here.refuse_ahead(command.day)
    shown = SignalAnswer.SHOWN_TO_DOCTOR
    for rule in command.rules:
        uow.save(SignalNote(**here.base(), day=command.day, rule=rule, what=shown))
