"""R01 to R03: what stands, how old it is, and what is said about it."""

from __future__ import annotations

import pytest

from spasmlog.domain.scales import EMERGENCY_SIGNS, PROMPT_SIGNS, ROUTINE_SIGNS, Sign, SignAnswer
from spasmlog.rules import Level, assess
from tests.build import answer, day, diary
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_answers import CASES


@parameters(CASES)
def test_answers_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


@pytest.mark.parametrize(
    ("signs", "rule", "level"),
    [
        (EMERGENCY_SIGNS, "R01", Level.EMERGENCY),
        (PROMPT_SIGNS, "R02", Level.PROMPT),
        (ROUTINE_SIGNS, "R03", Level.ROUTINE),
    ],
)
def test_one_yes_to_any_question_is_enough_and_fires_one_rule(
    signs: tuple[Sign, ...], rule: str, level: Level
) -> None:
    for sign in signs:
        assessed = assess(diary(answer(0, sign)))

        assert [each.rule.id for each in assessed.fired] == [rule]
        assert assessed.highest_level is level


def test_the_evidence_names_what_stands_and_not_what_was_answered_since() -> None:
    yes = answer(5, Sign.BLADDER_CHANGE)
    unsure = answer(0, Sign.BLADDER_CHANGE, SignAnswer.UNSURE)
    no = answer(0, Sign.BOTH_LEGS, SignAnswer.NO)

    verdict = verdict_of("R01", diary(yes, unsure, no))

    (evidence,) = verdict.evidence
    assert (evidence.day, evidence.records) == (day(5), (yes.id,))
    assert evidence.fact == "hard to start peeing, not feeling it, or leaking: yes, 5 days ago"
    assert (verdict.first, verdict.last, verdict.days_counted) == (day(5), day(0), 2)
    assert dict(verdict.measures) == {"yes": 1, "not_sure": 0, "questions_answered": 2}
    assert verdict.receipt is not None
    assert [row[1:] for row in verdict.receipt.rows] == [("yes", day(5))]


def test_what_is_asked_again_says_so() -> None:
    verdict = verdict_of("R01", diary(answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE)))

    assert verdict.evidence[0].fact.endswith("not sure, on this day; to be asked again")
    assert verdict.message.startswith("You answered 'not sure', or it is some time")
    assert verdict.title == "An emergency question to answer again"


def test_a_rule_that_stays_quiet_shows_the_latest_answer_to_each_question() -> None:
    first = answer(9, Sign.FEVER)
    seen = answer(2, Sign.FEVER, SignAnswer.CLEARED)

    verdict = verdict_of("R02", diary(first, seen))

    assert [each.fact for each in verdict.evidence] == [
        "a temperature, chills or night sweats with the pain: seen by a clinician"
    ]
    assert verdict.evidence[0].records == (seen.id,)
    assert (verdict.title, verdict.message, verdict.switches_off) == ("", "", "")


def test_an_answer_after_the_day_looked_at_is_left_out_and_said_to_be() -> None:
    tomorrow = answer(-1, Sign.FEVER)

    verdict = verdict_of("R02", diary(tomorrow, answer(-1, Sign.BOTH_LEGS)))

    assert [(each.record, each.reason) for each in verdict.left_out] == [
        (tomorrow.id, "after_evaluation_date")
    ]
