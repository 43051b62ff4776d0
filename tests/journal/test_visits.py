"""A visit that saves itself as it is typed, the courses it leads to, and signals shown there."""

from __future__ import annotations

import pytest

from spasmlog.domain.records import Course, SignalNote, Treatment, Visit
from spasmlog.domain.scales import Region, SignalAnswer, TreatmentKind
from spasmlog.errors import InvalidEntry, NoSuchRecord
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from tests.build import day
from tests.journal.conftest import Clock

PHYSIO = c.Dose(name="Physio", kind=TreatmentKind.PHYSIOTHERAPY)


def only_visit(journal: Journal) -> Visit:
    (visit,) = journal.diary.of_kind(Visit)
    return visit


def test_the_first_word_makes_the_visit_and_the_next_ones_change_it(
    journal: Journal, clock: Clock
) -> None:
    journal.do(c.WriteVisit(fields=(("day", day(-3)), ("who", "Dr Example"))))
    made = only_visit(journal)
    clock.go(minutes=5)
    journal.do(c.WriteVisit(visit_id=made.id, fields=(("questions", ("Why?",)),)))
    visit = only_visit(journal)

    assert (visit.id, visit.recorded_at) == (made.id, made.recorded_at)
    assert (visit.day, visit.who, visit.questions) == (day(-3), "Dr Example", ("Why?",))


def test_each_pause_of_typing_can_be_taken_back(journal: Journal) -> None:
    journal.do(c.WriteVisit(fields=(("day", day()), ("said", "Keep"))))
    written = only_visit(journal).id
    journal.do(c.WriteVisit(visit_id=written, fields=(("said", "Keep gently active."),)))
    journal.undo()
    assert only_visit(journal).said == "Keep"
    journal.undo()

    assert journal.diary.of_kind(Visit) == ()


def test_what_is_typed_about_a_visit_that_is_gone_is_refused(journal: Journal) -> None:
    with pytest.raises(NoSuchRecord):
        journal.do(c.WriteVisit(visit_id="gone", fields=(("said", "Rest."),)))


def test_a_course_of_a_new_treatment_is_one_step(journal: Journal) -> None:
    journal.do(
        c.PlanCourse(
            what=PHYSIO,
            first_day=day(1),
            last_day=day(-41),
            region=Region.LOW_BACK,
            plan="Six sessions",
        )
    )
    (course,) = journal.diary.courses
    (treatment,) = journal.diary.treatments

    assert (course.treatment_id, treatment.name) == (treatment.id, "Physio")
    assert (course.first_day, course.last_day) == (day(1), day(-41))
    assert (course.region, course.plan) == (Region.LOW_BACK, "Six sessions")
    journal.undo()
    assert journal.diary.of_kind(Course) == ()
    assert journal.diary.of_kind(Treatment) == ()


def test_a_course_of_what_is_in_the_list_adds_nothing_to_it(journal: Journal) -> None:
    journal.do(c.AddTreatment(name="Physio", kind=TreatmentKind.PHYSIOTHERAPY))
    journal.do(c.PlanCourse(what=PHYSIO, first_day=day()))

    assert len(journal.diary.treatments) == 1
    assert len(journal.diary.courses) == 1


def test_a_course_that_begins_ahead_is_refused_whole(journal: Journal) -> None:
    with pytest.raises(InvalidEntry):
        journal.do(c.PlanCourse(what=PHYSIO, first_day=day(-1)))

    assert journal.diary.treatments == ()


def test_signals_shown_together_are_taken_back_together(journal: Journal) -> None:
    journal.do(c.NoteShown(day=day(2), rules=("R05", "R10")))
    noted = journal.diary.of_kind(SignalNote)

    assert {(each.rule, each.what, each.day) for each in noted} == {
        ("R05", SignalAnswer.SHOWN_TO_DOCTOR, day(2)),
        ("R10", SignalAnswer.SHOWN_TO_DOCTOR, day(2)),
    }
    journal.undo()
    assert journal.diary.of_kind(SignalNote) == ()


def test_nothing_can_have_been_shown_on_a_day_that_has_not_come(journal: Journal) -> None:
    with pytest.raises(InvalidEntry):
        journal.do(c.NoteShown(day=day(-1), rules=("R10",)))
