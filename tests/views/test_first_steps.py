"""The first steps of a running spasm: what they log, and when they are held back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.domain.records import Activity, Drink, Episode, Record, Stretch, TreatmentUse
from spasmlog.domain.scales import Intensity, Sign, SignAnswer, TreatmentKind
from spasmlog.journal.commands import Dose, LogActivity, LogDrink, LogEpisode, LogStretch, LogUse
from spasmlog.rules import assess
from spasmlog.settings import Settings
from spasmlog.views.first_steps import FirstStepsView, first_steps_view
from tests.build import answer, check_in, diary, episode, moment, profile, running, treatment, use
from tests.views.today_life import a_life

NOW = moment(clock="19:40")
SPASM = running(clock="18:28")


def shown(*records: Record, unanswered: bool = False) -> FirstStepsView | None:
    lived = diary(*records)
    return first_steps_view(
        lived, NOW, Settings(glass_ml=330), assess(lived), unanswered=unanswered
    )


def commands(*records: Record) -> list[object]:
    view = shown(*records)
    assert view is not None
    return [each.command for each in view.steps]


def test_each_step_is_logged_as_what_was_done_just_now() -> None:
    assert commands(SPASM) == [
        LogDrink(volume_ml=330),
        LogStretch(seconds=300, at=moment(clock="19:35")),
        LogActivity(kind="walk", minutes=10, intensity=Intensity.LIGHT, at=moment(clock="19:30")),
        LogUse(dose=Dose(name="Heat", kind=TreatmentKind.HEAT, minutes=20)),
    ]


def test_a_step_says_what_it_logs() -> None:
    view = shown(SPASM)
    assert view is not None

    assert [each.text for each in view.steps] == [
        "Water\n330 ml",
        "Light stretch\n5 min",
        "Easy walk\n10 min",
        "Heat\n20 min",
    ]
    assert view.steps[1].name == "Log Light stretch, 5 min"


def test_who_was_told_to_limit_fluids_is_not_told_to_drink() -> None:
    kinds = [type(each) for each in commands(SPASM, profile(fluid_limit=True))]

    assert kinds == [LogStretch, LogActivity, LogUse]
    assert len(commands(SPASM, profile())) == 4


def test_heat_is_logged_with_what_the_person_has_for_it() -> None:
    old = treatment("Old pad", kind=TreatmentKind.HEAT, archived=True)
    pad = treatment("Cherry stones", kind=TreatmentKind.HEAT, usual_dose_mg=None)

    assert commands(SPASM, treatment(), old, pad)[-1] == LogUse(
        dose=Dose(treatment_id=pad.id, minutes=20)
    )


def test_without_a_running_spasm_there_are_no_steps() -> None:
    assert shown() is None
    assert shown(episode(hours=2)) is None


def test_the_safety_questions_come_before_the_steps() -> None:
    assert shown(SPASM, unanswered=True) is None


def test_nothing_is_coached_before_the_rules_have_looked() -> None:
    view = first_steps_view(diary(SPASM), NOW, Settings(), None, unanswered=False)

    assert view is None


@pytest.mark.parametrize(
    "records",
    [
        (answer(0, Sign.SADDLE_NUMBNESS),),
        (answer(40, Sign.SADDLE_NUMBNESS),),
        (answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE),),
        (answer(0, Sign.FEVER),),
        (use(0, "09:00", kind=TreatmentKind.PARACETAMOL, dose_mg=4500.0),),
    ],
    ids=["emergency", "old yes", "not sure", "fever", "paracetamol"],
)
def test_nothing_is_coached_while_somebody_should_look_at_it_first(
    records: tuple[Record, ...],
) -> None:
    assert shown(SPASM, *records) is None


def test_what_can_wait_for_a_visit_holds_nothing_back() -> None:
    weeks = [check_in(ago) for ago in range(40)]

    assert shown(SPASM, *weeks, answer(0, Sign.NOT_BACK_TO_USUAL_AT_3_MONTHS)) is not None


def test_every_step_reaches_the_journal_and_is_taken_back_in_one() -> None:
    with a_life("19:40") as life:
        life.do(LogEpisode(onset=NOW.plus(timedelta(hours=-2))))
        steps = first_steps_view(
            life.diary, life.now, Settings(), assess(life.diary), unanswered=False
        )
        assert steps is not None
        for step in steps.steps:
            life.do(step.command)
        (spasm,) = life.diary.of_kind(Episode)
        (heat,) = life.diary.of_kind(TreatmentUse)
        (walk,) = life.diary.of_kind(Activity)
        assert heat.episode_id == spasm.id
        assert walk.at.plus(timedelta(minutes=walk.minutes)) == life.now
        for _step in steps.steps:
            life.journal.undo()

        assert [life.diary.of_kind(each) for each in (Drink, Stretch, Activity)] == [(), (), ()]
        assert life.diary.uses == ()
