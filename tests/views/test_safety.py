"""The safety questions: when the card stands, what it asks, and the whole list."""

from __future__ import annotations

from spasmlog.domain.scales import (
    EMERGENCY_SIGNS,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Sign,
    SignAnswer,
)
from spasmlog.views.safety import all_questions, other_questions, safety_view
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


def test_not_sure_of_one_leaves_the_others_open_until_they_are_answered() -> None:
    spasm = running(clock="09:00")
    unsure = answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE, recorded_at=moment(0, "09:05"))
    none = answer(0, Sign.BLADDER_CHANGE, SignAnswer.NO, recorded_at=moment(0, "09:06"))

    view = safety_view(diary(spasm, unsure))

    assert view is not None
    assert tuple(each.sign for each in view.open.questions) == EMERGENCY_SIGNS
    (marked,) = (each for each in view.open.questions if each.stands)
    assert (marked.sign, marked.record) == (Sign.BOTH_LEGS, unsure.id)
    assert view.open.none == tuple(s for s in EMERGENCY_SIGNS if s is not Sign.BOTH_LEGS)
    assert safety_view(diary(spasm, unsure, none)) is None


def test_what_stood_before_the_spasm_keeps_its_place_once_it_is_answered() -> None:
    spasm = running(clock="09:00")
    stood = (answer(5, Sign.BOTH_LEGS), answer(1, Sign.BOWEL_CHANGE, SignAnswer.UNSURE))
    no = answer(0, Sign.BOWEL_CHANGE, SignAnswer.NO, recorded_at=moment(0, "09:05"))

    before, after = safety_view(diary(spasm, *stood)), safety_view(diary(spasm, *stood, no))

    assert before is not None
    assert after is not None
    assert [each.sign for each in after.standing] == [each.sign for each in before.standing]
    assert [each.said for each in after.standing if not each.stands] == ["You answered no today."]
    assert after.open == before.open
    assert Sign.BOWEL_CHANGE not in after.open.none


def test_of_two_to_be_asked_again_the_one_that_is_answered_keeps_its_place() -> None:
    stood = (answer(1, Sign.BOTH_LEGS, SignAnswer.UNSURE), answer(15, Sign.BOWEL_CHANGE))
    no = answer(0, Sign.BOWEL_CHANGE, SignAnswer.NO, recorded_at=moment(0, "09:05"))
    also = answer(0, Sign.BOTH_LEGS, SignAnswer.NO, recorded_at=moment(0, "09:06"))

    view = safety_view(diary(*stood, no))

    assert view is not None
    assert [each.sign for each in view.standing] == [Sign.BOWEL_CHANGE, Sign.BOTH_LEGS]
    assert safety_view(diary(*stood, no, also)) is None


def test_not_sure_and_an_old_yes_are_asked_again_the_next_day_without_any_spasm() -> None:
    unsure = answer(1, Sign.BOTH_LEGS, SignAnswer.UNSURE)
    old = answer(15, Sign.BOWEL_CHANGE)

    one, both = safety_view(diary(unsure)), safety_view(diary(unsure, old))

    assert one is not None
    assert both is not None
    assert one.title == "A safety question to answer again"
    assert both.title == "Safety questions to answer again"
    assert [each.sign for each in both.standing] == [Sign.BOWEL_CHANGE, Sign.BOTH_LEGS]
    assert both.open.questions == ()


def test_what_was_answered_again_today_is_not_asked_today_once_more() -> None:
    assert safety_view(diary(answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE))) is None
    assert safety_view(diary(answer(14, Sign.BOTH_LEGS))) is None
    again = answer(0, Sign.BOTH_LEGS, recorded_at=moment(0, "08:00"))
    assert safety_view(diary(answer(20, Sign.BOTH_LEGS), again)) is None


def test_the_key_of_the_card_changes_with_a_new_spasm_and_with_what_stands() -> None:
    first, second = running(clock="08:00"), episode(clock="09:00", hours=1)
    unsure = answer(1, Sign.BOTH_LEGS, SignAnswer.UNSURE)
    views = [
        safety_view(diary(first)),
        safety_view(diary(first, second)),
        safety_view(diary(unsure)),
    ]

    assert len({each.key for each in views if each is not None}) == 3


def test_the_other_questions_are_there_without_a_journal_and_tell_what_waits() -> None:
    prompt, routine = other_questions(None, {Sign.FEVER: SignAnswer.YES})

    assert tuple(each.sign for each in prompt.questions) == PROMPT_SIGNS
    assert tuple(each.sign for each in routine.questions) == ROUTINE_SIGNS
    assert prompt.questions[0].said == (
        "You answered: yes. It is saved once the journal can be written."
    )
    assert not any(each.said for each in prompt.questions[1:])


def test_the_other_questions_tell_what_the_journal_knows() -> None:
    prompt, _routine = other_questions(diary(answer(0, Sign.FEVER, SignAnswer.NO)), {})

    assert prompt.questions[0].said == "You answered no today."
