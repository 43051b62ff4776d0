"""The safety questions: their words, what stands, and when the card is due."""

from __future__ import annotations

from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignAnswer
from spasmlog.rules.signs import (
    WORDS,
    asked_one_by_one,
    none_of_these,
    safety_card_due,
    standing_answers,
    words_to_say,
)
from tests.build import answer, day, diary, episode, moment

YES, NO, UNSURE = SignAnswer.YES, SignAnswer.NO, SignAnswer.UNSURE


def test_every_sign_has_a_question_and_a_name_and_emergency_signs_have_words_to_say() -> None:
    assert set(WORDS) == set(Sign)
    for sign, words in WORDS.items():
        assert "?" in words.question
        assert words.short
        assert bool(words.spoken) is (sign in EMERGENCY_SIGNS)


def test_what_stands_is_listed_in_the_order_of_the_questions_with_its_age() -> None:
    fever = answer(30, Sign.FEVER)
    numb = answer(15, Sign.SADDLE_NUMBNESS)
    legs = answer(2, Sign.BOTH_LEGS)

    standing = standing_answers(diary(fever, numb, legs, answer(1, Sign.BOWEL_CHANGE, NO)))

    assert list(standing) == [Sign.SADDLE_NUMBNESS, Sign.BOTH_LEGS, Sign.FEVER]
    assert [(each.age, each.ask_again) for each in standing.values()] == [
        (15, True),
        (2, False),
        (30, False),
    ]
    assert (standing[Sign.FEVER].day, standing[Sign.FEVER].record) == (day(30), fever.id)


def test_answers_after_the_diarys_day_do_not_stand() -> None:
    assert standing_answers(diary(answer(-1, Sign.FEVER))) == {}


def test_none_of_these_leaves_a_standing_yes_or_not_sure_alone() -> None:
    known = diary(
        answer(3, Sign.BOTH_LEGS),
        answer(2, Sign.MAJOR_TRAUMA, UNSURE),
        answer(1, Sign.BOWEL_CHANGE, NO),
        answer(1, Sign.FEVER),
    )

    assert {each.sign for each in asked_one_by_one(known)} == {Sign.BOTH_LEGS, Sign.MAJOR_TRAUMA}
    assert set(none_of_these(known)) == set(EMERGENCY_SIGNS) - {Sign.BOTH_LEGS, Sign.MAJOR_TRAUMA}


def test_the_safety_card_waits_for_an_emergency_answer_typed_after_the_newest_spasm() -> None:
    spasm = episode(5, recorded_at=moment(1, "12:00"))
    before = answer(1, Sign.BOTH_LEGS, NO, recorded_at=moment(1, "12:00"))
    after = answer(1, Sign.BOTH_LEGS, NO, recorded_at=moment(1, "12:01"))
    other = answer(0, Sign.FEVER, NO, recorded_at=moment(0, "12:00"))

    assert not safety_card_due(diary(before))
    assert safety_card_due(diary(spasm))
    assert safety_card_due(diary(spasm, before, other))
    assert not safety_card_due(diary(spasm, before, after))
    assert safety_card_due(diary(spasm, after, episode(9, recorded_at=moment(0))))


def test_the_words_to_say_are_those_of_the_ticks_in_the_order_of_the_questions() -> None:
    assert words_to_say([]) == "I have back or neck pain."
    assert words_to_say({Sign.BLADDER_CHANGE, Sign.SADDLE_NUMBNESS, Sign.FEVER}) == (
        "I have back or neck pain. I am newly numb between my legs. "
        "It is newly hard to pee, or I leak or do not feel it."
    )
