"""The version of the rule book goes up with what it counts with."""

from __future__ import annotations

import hashlib

from spasmlog.rules import BOOK_VERSION, RULES, Rule

KNOWN = {1: "ccbdb9f345f92d1b"}
"""What each version counts with, as a digest."""


def counted_with(rule: Rule) -> str:
    """What a rule counts with, and the sentence that says so."""
    numbers = [f"{each.name}={each.value} {each.unit}" for each in rule.thresholds]
    levels = [each.word for each in rule.levels]
    return "|".join([rule.id, rule.looks_for, *levels, *numbers])


def test_a_change_of_the_rule_book_comes_with_a_version_of_its_own() -> None:
    book = "\n".join(map(counted_with, RULES))
    digest = hashlib.sha256(book.encode()).hexdigest()[:16]

    assert KNOWN[BOOK_VERSION] == digest
    assert max(KNOWN) == BOOK_VERSION
