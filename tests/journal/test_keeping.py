"""Check-ins, safety answers, the catalogue, courses, visits, the profile."""

from __future__ import annotations

import pytest

from spasmlog.domain.records import CheckIn, Score, SignalNote, Visit
from spasmlog.domain.scales import (
    INSTRUMENTS,
    Limited,
    Nrs,
    Region,
    Sex,
    Sign,
    SignalAnswer,
    SignAnswer,
    TreatmentKind,
)
from spasmlog.errors import InvalidEntry, NoSuchRecord
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from tests.build import day
from tests.journal.conftest import Clock

PEG = (("activity", 4), ("enjoyment", 5), ("pain", 6))
NONE_TICKED = tuple((item, 0) for item in INSTRUMENTS["roland_morris"])


def test_a_second_check_in_of_a_day_changes_the_first(journal: Journal, clock: Clock) -> None:
    journal.do(c.SaveCheckIn(day=day(), answers=(("worst", Nrs(4)), ("note", "stiff"))))
    first = journal.diary.check_in(day())
    clock.go(hours=1)
    journal.do(c.SaveCheckIn(day=day(), answers=(("limited", Limited.A_BIT),)))
    (check_in,) = journal.diary.of_kind(CheckIn)

    assert first is not None
    assert (check_in.id, check_in.recorded_at) == (first.id, first.recorded_at)
    assert (check_in.worst, check_in.note, check_in.limited) == (4, "stiff", Limited.A_BIT)


def test_a_clear_day_is_a_true_zero(journal: Journal) -> None:
    journal.do(c.SaveCheckIn(day=day(), answers=(("worst", Nrs(0)),)))

    assert journal.diary.facts_on(day()).clear


def test_yesterdays_check_in_can_be_typed_today(journal: Journal) -> None:
    journal.do(c.SaveCheckIn(day=day(1), answers=(("worst", Nrs(3)),)))

    assert journal.diary.facts_on(day(1)).explicit == 3


@pytest.mark.parametrize(
    "command",
    [
        c.SaveCheckIn(day=day(-1), answers=(("worst", Nrs(3)),)),
        c.SaveCheckIn(day=day(), answers=(("sleep_h", 25.0),)),
        c.SaveCheckIn(day=day(), answers=(("worst", Nrs(3)), ("average", Nrs(5)))),
        c.LogScore(day=day(-1), instrument="peg", answers=PEG),
        c.LogScore(day=day(), instrument="", answers=PEG),
        c.LogScore(day=day(), instrument="odi", answers=PEG),
        c.LogScore(day=day(), instrument="peg", answers=(("activity", 3), ("pain", 3))),
        c.LogScore(day=day(), instrument="peg", answers=(*PEG[:2], ("pain", 11))),
        c.LogScore(day=day(), instrument="roland_morris", answers=PEG),
        c.AddTreatment(name=" ", kind=TreatmentKind.HEAT),
        c.AddTreatment(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, usual_dose_mg=-3.0),
        c.SaveProfile(fields=(("birth_year", 3),)),
    ],
)
def test_nonsense_is_refused(journal: Journal, command: c.Command) -> None:
    with pytest.raises(InvalidEntry):
        journal.do(command)

    assert journal.undo_label is None


def test_safety_answers_are_kept_one_by_one(journal: Journal) -> None:
    answers = ((Sign.BOTH_LEGS, SignAnswer.YES), (Sign.BLADDER_CHANGE, SignAnswer.NO))
    journal.do(c.AnswerSigns(answers=answers))

    assert {(each.sign, each.answer, each.day) for each in journal.diary.answers} == {
        (sign, said, day()) for sign, said in answers
    }


def test_a_course_needs_its_treatment_and_cannot_begin_ahead(journal: Journal) -> None:
    with pytest.raises(NoSuchRecord):
        journal.do(c.StartCourse(treatment_id="gone", first_day=day()))
    journal.do(c.AddTreatment(name="Physiotherapy", kind=TreatmentKind.PHYSIOTHERAPY))
    (physio,) = journal.diary.treatments
    with pytest.raises(InvalidEntry):
        journal.do(c.StartCourse(treatment_id=physio.id, first_day=day(-2)))
    journal.do(
        c.StartCourse(
            treatment_id=physio.id, first_day=day(2), last_day=day(-40), region=Region.LOW_BACK
        )
    )

    assert journal.diary.courses[0].last_day == day(-40)


def test_a_questionnaire_and_a_planned_visit(journal: Journal) -> None:
    journal.do(c.LogScore(day=day(), instrument="peg", answers=PEG))
    journal.do(c.LogVisit(day=day(-7), who="GP", questions=("Why does it come back?",)))

    assert journal.diary.of_kind(Score)[0].instrument == "peg"
    assert journal.diary.of_kind(Visit)[0].day == day(-7)


def test_a_second_questionnaire_of_a_day_changes_the_first(journal: Journal) -> None:
    journal.do(c.LogScore(day=day(), instrument="peg", answers=PEG))
    journal.do(c.LogScore(day=day(1), instrument="peg", answers=PEG))
    journal.do(c.LogScore(day=day(), instrument="roland_morris", answers=NONE_TICKED))
    (first,) = (each for each in journal.diary.on(Score, day()) if each.instrument == "peg")
    journal.do(c.LogScore(day=day(), instrument="peg", answers=(*PEG[:2], ("pain", 9))))

    found = journal.diary.get(Score, first.id)
    assert found is not None
    assert dict(found.answers)["pain"] == 9
    assert len(journal.diary.of_kind(Score)) == 3
    journal.undo()
    assert journal.diary.get(Score, first.id) == first


def test_the_profile_is_one_and_changes_field_by_field(journal: Journal) -> None:
    journal.do(c.SaveProfile(fields=(("allergies", "penicillin"),)))
    journal.do(c.SaveProfile(fields=(("sex", Sex.F),)))
    profile = journal.diary.profile

    assert profile is not None
    assert (profile.allergies, profile.sex) == ("penicillin", Sex.F)


@pytest.mark.parametrize("minutes", [0, -10])
def test_the_later_answer_stands_though_the_clock_did_not_go_on(
    journal: Journal, clock: Clock, minutes: int
) -> None:
    said = [SignAnswer.YES, SignAnswer.CLEARED] * 6
    for each in said:
        journal.do(c.AnswerSigns(answers=((Sign.BOTH_LEGS, each),)))
        clock.go(minutes=minutes)

    assert [each.answer for each in journal.diary.answers] == said


def test_that_a_signal_was_seen_leaves_no_step_and_is_noted_once_a_day(journal: Journal) -> None:
    for _ in range(2):
        journal.do(c.NoteSignal(rule="R10", what=SignalAnswer.SEEN))

    assert [each.rule for each in journal.diary.of_kind(SignalNote)] == ["R10"]
    assert journal.undo_label is None


def test_that_a_signal_was_shown_to_a_doctor_can_be_undone(journal: Journal) -> None:
    journal.do(c.NoteSignal(rule="R10", what=SignalAnswer.SHOWN_TO_DOCTOR))
    journal.undo()

    assert journal.diary.of_kind(SignalNote) == ()
