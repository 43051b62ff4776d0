"""First steps on Today: after the questions, one press each, and gone with the spasm."""

from __future__ import annotations

from PySide6.QtCore import Qt

from spasmlog.domain.records import Activity, Drink, Stretch
from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignAnswer
from spasmlog.journal.commands import AnswerSigns, EndEpisode, LogEpisode, SaveProfile
from spasmlog.ui.first_steps_card import FirstStepsCard
from spasmlog.ui.page import Place
from tests.ui.kit.seen import focusable, name_of
from tests.ui.today.stage import Stage, click, press

NO = AnswerSigns(answers=tuple((sign, SignAnswer.NO) for sign in EMERGENCY_SIGNS))


def steps(stage: Stage) -> FirstStepsCard:
    """The card, of a spasm that began and whose questions were answered."""
    stage.do(LogEpisode())
    assert stage.page.panels.steps is None
    stage.go(minutes=1)
    stage.do(NO)
    card = stage.page.panels.steps
    assert card is not None
    assert card.isVisible()
    return card


def test_the_card_comes_after_the_questions_and_goes_with_the_spasm(stage: Stage) -> None:
    card = steps(stage)
    running = stage.life.diary.running
    assert running is not None
    assert stage.page.telling_row.isHidden()

    stage.do(EndEpisode(episode_id=running.id))

    assert card.isHidden()
    assert stage.page.telling_row.isVisible()


def test_each_step_is_one_press(stage: Stage) -> None:
    card = steps(stage)
    for button in card.steps:
        click(button)

    kinds = (Drink, Stretch, Activity)
    assert [len(stage.life.diary.of_kind(kind)) for kind in kinds] == [1, 1, 1]
    assert [each.minutes for each in stage.life.diary.uses] == [20]
    assert card.isVisible()


def test_a_step_ends_at_the_moment_of_its_press(stage: Stage) -> None:
    card = steps(stage)
    walk = card.steps[2]
    stage.go(minutes=30)
    press(walk, Qt.Key.Key_Return)

    assert card.steps[2] is walk
    (done,) = stage.life.diary.of_kind(Activity)
    assert f"{done.at.clock:%H:%M}" == "09:33"  # ten minutes before 09:43


def test_a_yes_puts_the_steps_away_and_the_way_to_the_page_too(stage: Stage) -> None:
    card = steps(stage)
    stage.do(AnswerSigns(answers=((Sign.SADDLE_NUMBNESS, SignAnswer.YES),)))

    assert card.isHidden()
    assert stage.page.telling_row.isHidden()


def test_a_limit_on_fluids_leaves_the_glass_out(stage: Stage) -> None:
    card = steps(stage)
    stage.do(SaveProfile(fields=(("fluid_limit", True),)))

    assert [name_of(each) for each in card.steps] == [
        "Log Light stretch, 5 min",
        "Log Easy walk, 10 min",
        "Log Heat, 20 min",
    ]


def test_the_way_to_the_page_about_spasms_is_there_at_rest_and_on_the_card(stage: Stage) -> None:
    click(stage.page.telling)
    click(steps(stage).link)

    assert stage.wanted == [Place(page="telling"), Place(page="telling")]


def test_all_that_takes_the_keyboard_has_a_name(stage: Stage) -> None:
    assert all(name_of(each) for each in focusable(steps(stage)))
