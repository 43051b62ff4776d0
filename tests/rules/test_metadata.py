"""What a rule says of itself besides its verdict: switches, manners, what its days are."""

from __future__ import annotations

import pytest

from spasmlog.domain.scales import TreatmentKind
from spasmlog.rules import RULES, Counted, Level, Rule, assess, book
from spasmlog.rules.counting import Progress
from tests.build import diary, drink, use
from tests.views.lives import eight

PERSONAL = tuple(f"R{number:02d}" for number in range(5, 14))
EVERYDAY = ("R18", "R19", "R20")


def ids(*, personal: bool) -> set[str]:
    return {rule.id for rule in book(personal)}


def test_the_switch_takes_out_the_personal_patterns_and_nothing_else() -> None:
    assert ids(personal=True) == {rule.id for rule in RULES}
    assert ids(personal=True) - ids(personal=False) == set(PERSONAL)


def test_no_rule_that_stays_waits_for_one_that_was_switched_off() -> None:
    left = ids(personal=False)

    assert all(set(rule.after) <= left for rule in book(personal=False))
    assert {each.rule.id for each in assess(eight(), book(personal=False)).findings} == left


def test_two_rules_are_kept_quiet() -> None:
    assert {rule.id for rule in RULES if rule.quietly} == {"R09", "R12"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_is_part_of_another_rule_names_one_that_is_switched_with_it(rule: Rule) -> None:
    whole = next((each for each in RULES if each.id == rule.part_of), None)

    assert (whole is None) is (rule.part_of == "")
    assert whole is None or whole.personal is rule.personal


def test_everyday_habits_are_not_shown_beside_an_emergency() -> None:
    little = [drink(ago, volume_ml=900) for ago in range(7)]
    pills = [
        use(0, f"0{hour}:00", kind=TreatmentKind.PARACETAMOL, dose_mg=1000.0)
        for hour in range(4, 9)
    ]
    calm, urgent = assess(diary(*little)), assess(diary(*little, *pills))

    assert {each.rule.id for each in calm.shown} & set(EVERYDAY)
    assert urgent.highest_level is Level.EMERGENCY
    assert "R18" in {each.rule.id for each in urgent.fired}
    assert not {each.rule.id for each in urgent.shown} & set(EVERYDAY)


@pytest.mark.parametrize(
    ("counts", "words", "so_far"),
    [
        (Counted.LOGGED, "3 of 5 days logged", "3 logged"),
        (Counted.NUMBERS, "3 of 5 days with a pain number", "3 with a number"),
        (Counted.ENTRIES, "3 of 5 days with an entry", "3 with an entry"),
        (Counted.AMOUNTS, "3 of 5 days with an amount", "3 with an amount"),
        (Counted.ANSWERS, "answered on 3 days", "3 logged"),
    ],
)
def test_the_days_are_said_as_what_they_are(counts: Counted, words: str, so_far: str) -> None:
    assert counts.words(3, 2) == words
    assert counts.so_far(3) == so_far


def test_questions_that_nobody_answered_were_not_asked_yet() -> None:
    assert Counted.ANSWERS.words(0, 0) == "not asked yet"


def test_progress_lies_within_what_there_is() -> None:
    lived = (diary(), eight())
    found = [each for one in lived for each in assess(one).insufficient]
    progress = [each.verdict.progress for each in found if each.verdict.progress is not None]

    assert progress
    assert all(isinstance(each, Progress) for each in progress)
    assert all(0 <= each.have <= each.total >= each.needed > 0 for each in progress)
