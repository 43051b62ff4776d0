"""The words of every rule stand as they were reviewed; `python -m tests.rules.said.make` renews."""

from __future__ import annotations

import pytest

from spasmlog.rules import RULES, Rule
from tests.rules.said.make import FOLDER, said_now


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_was_reviewed(rule: Rule) -> None:
    kept = (FOLDER / f"{rule.id}.txt").read_text(encoding="utf-8")

    assert said_now(rule) == kept


def test_nothing_is_kept_of_a_rule_that_is_not_in_the_book() -> None:
    assert {each.stem for each in FOLDER.glob("*.txt")} == {rule.id for rule in RULES}
