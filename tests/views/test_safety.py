"""The safety questions: when the card stands, what it asks, and the whole list."""

from __future__ import annotations

from spasmlog.domain.scales import (
    EMERGENCY_SIGNS,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Sign,
    SignAnswer,
)
from spasmlog.views.safety import all_questions, safety_view
from tests.build import answer, diary, episode, moment, running


def test_without_a_spasm_nothing_is_asked() -> None:
    assert safety_view(diary()) is None
    assert safety_view(diary(answer(3, Sign.BOTH_LEGS))) is None


def test_after_a_new_spasm_all_eleven_emergency_questions_are_open() -> None:
    view = safety_view(diary(running()))

    assert view is not None
    assert view.stem.startswith("Is any of this true")
    assert tuple(each.sign for each in view.open.questions) == EMERGENCY_SIGNS
    assert view.open.none == EMERGENCY_SIGNS
    assert view.standing == ()
    assert all(each.urgent and not each.said for each in view.open.questions)


def test_an_answer_typed_after_the_spasm_ends_the_asking() -> None:
    spasm = episode(clock="09:00", hours=1)
    before = answer(1, Sign.BOTH_LEGS, SignAnswer.NO)
    after = answer(0, Sign.BOTH_LEGS, SignAnswer.NO, recorded_at=moment(0, "09:30"))

    assert safety_view(diary(spasm, before)) is not None
    assert safety_view(diary(spasm, before, after)) is None


def test_what_stands_is_asked_one_by_one_and_none_of_these_leaves_it_alone() -> None:
    view = safety_view(
        diary(running(), answer(5, Sign.BOTH_LEGS), answer(1, Sign.BOWEL_CHANGE, SignAnswer.UNSURE))
    )

    assert view is not None
    assert [(each.sign, each.said) for each in view.standing] == [
        (Sign.BOWEL_CHANGE, "You answered 'not sure' yesterday."),
        (Sign.BOTH_LEGS, "You answered yes on 26 Jun."),
    ]
    assert all(each.stands for each in view.standing)
    assert len(view.open.none) == 9
    assert Sign.BOTH_LEGS not in view.open.none


def test_after_none_of_these_what_stood_before_the_spasm_is_still_asked() -> None:
    spasm = running(clock="09:00")
    none = answer(0, Sign.BLADDER_CHANGE, SignAnswer.NO, recorded_at=moment(0, "09:05"))
    again = answer(0, Sign.BOTH_LEGS, SignAnswer.NO, recorded_at=moment(0, "09:06"))
    stood = answer(5, Sign.BOTH_LEGS)

    view = safety_view(diary(spasm, stood, none))

    assert view is not None
    assert [each.sign for each in view.standing] == [Sign.BOTH_LEGS]
    assert view.open.questions == ()
    assert safety_view(diary(spasm, stood, none, again)) is None


def test_the_whole_list_holds_every_sign_by_urgency() -> None:
    groups = all_questions(diary())

    assert [tuple(each.sign for each in group.questions) for group in groups] == [
        EMERGENCY_SIGNS,
        PROMPT_SIGNS,
        ROUTINE_SIGNS,
    ]
    assert [group.none for group in groups] == [EMERGENCY_SIGNS, PROMPT_SIGNS, ROUTINE_SIGNS]
    assert [each.urgent for each in groups[1].questions] == [False] * 10


def test_the_list_says_the_last_answer_also_where_nothing_stands() -> None:
    lived = diary(
        answer(9, Sign.FEVER),
        answer(0, Sign.ONE_LIMB_WEAKNESS, SignAnswer.NO),
        answer(20, Sign.UNEXPLAINED_WEIGHT_LOSS),
        answer(2, Sign.UNEXPLAINED_WEIGHT_LOSS, SignAnswer.CLEARED),
    )

    prompt = all_questions(lived)[1]
    said = {each.sign: (each.said, each.stands) for each in prompt.questions if each.said}

    assert said == {
        Sign.FEVER: ("You answered yes on 22 Jun.", True),
        Sign.ONE_LIMB_WEAKNESS: ("You answered no today.", False),
        Sign.UNEXPLAINED_WEIGHT_LOSS: ("Seen by a clinician on 29 Jun.", False),
    }
    assert Sign.FEVER not in prompt.none
