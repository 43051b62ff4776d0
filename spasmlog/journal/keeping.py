"""What each command does: the catalogue, check-ins, safety answers, visits, the profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Answer,
    CheckIn,
    Course,
    Profile,
    Score,
    SignalNote,
    Treatment,
    Visit,
)
from spasmlog.domain.scales import SignalAnswer
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import Circumstances
from spasmlog.journal.lookup import must, named
from spasmlog.journal.medicine_names import refuse_other_kind
from spasmlog.journal.scores import refuse_part

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork


def add_treatment(command: c.AddTreatment, uow: UnitOfWork, here: Circumstances) -> None:
    made = Treatment(**here.base(), **named(command))
    refuse_other_kind(made.name, made.kind)
    uow.save(made)


def start_course(command: c.StartCourse, uow: UnitOfWork, here: Circumstances) -> None:
    must(uow, Treatment, command.treatment_id)
    here.refuse_ahead(command.first_day)
    uow.save(Course(**here.base(), **named(command)))


def save_check_in(command: c.SaveCheckIn, uow: UnitOfWork, here: Circumstances) -> None:
    here.refuse_ahead(command.day)
    known = uow.newest(CheckIn, day=command.day.isoformat())
    check_in = known or CheckIn(**here.base(), day=command.day)
    uow.save(replace(check_in, **dict(command.answers)))


def answer_signs(command: c.AnswerSigns, uow: UnitOfWork, here: Circumstances) -> None:
    for sign, said in command.answers:
        before = uow.newest(Answer, day=here.today.isoformat(), sign=sign.value)
        made = Answer(**here.base(), day=here.today, sign=sign, answer=said)
        uow.save(made if before is None else _after(before, made))


def _after(before: Answer, made: Answer) -> Answer:
    """The later answer stands, also where the clock stood still or was set back in between."""
    earliest = before.recorded_at.utc + timedelta(microseconds=1)
    now = made.recorded_at
    return replace(made, recorded_at=Moment.of(max(now.utc, earliest), now.zone))


def log_score(command: c.LogScore, uow: UnitOfWork, here: Circumstances) -> None:
    """A second one of a day changes the first."""
    here.refuse_ahead(command.day)
    made = Score(**here.base(), **named(command))
    refuse_part(made)
    known = uow.newest(Score, day=command.day.isoformat(), instrument=command.instrument)
    uow.save(made if known is None else replace(known, answers=command.answers))


def log_visit(command: c.LogVisit, uow: UnitOfWork, here: Circumstances) -> None:
    uow.save(Visit(**here.base(), **named(command)))


def save_profile(command: c.SaveProfile, uow: UnitOfWork, here: Circumstances) -> None:
    profile = uow.newest(Profile) or Profile(**here.base())
    uow.save(replace(profile, **dict(command.fields)))


def note_signal(command: c.NoteSignal, uow: UnitOfWork, here: Circumstances) -> None:
    if command.what is SignalAnswer.SEEN and uow.where(
        SignalNote, rule=command.rule, day=here.today.isoformat(), what=command.what.value
    ):
        return
    uow.save(SignalNote(**here.base(), day=here.today, **named(command)))
