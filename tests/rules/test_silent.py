"""What is said of rules that do not fire."""

from __future__ import annotations

from spasmlog.domain.scales import Sign, SignAnswer
from spasmlog.rules import assess
from spasmlog.rules.base import NO_MATCH
from spasmlog.rules.silent import looked_at, no_match, not_asked
from tests.build import answer, diary


def test_a_rule_without_an_answer_has_looked_at_nothing() -> None:
    found = assess(diary())

    assert [each.rule.id for each in not_asked(found)] == ["R01", "R02", "R03"]
    assert not {"R01", "R02", "R03"} & {each.rule.id for each in looked_at(found)}


def test_an_answer_of_no_has_been_looked_at() -> None:
    found = assess(diary(answer(0, Sign.FEVER, SignAnswer.NO)))

    assert "R02" not in {each.rule.id for each in not_asked(found)}
    assert "R02" in {each.rule.id for each in looked_at(found)}


def test_rules_that_are_off_are_not_said_to_have_no_match() -> None:
    assert no_match(personal=True) == NO_MATCH
    assert no_match(personal=False).startswith("No rule that is switched on matched. That does")
