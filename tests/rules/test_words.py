"""What the rules say to a person: no cause, no promise, no order about a medicine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import spasmlog.rules
from spasmlog.domain.scales import Region, TreatmentKind
from spasmlog.rules import DISCLAIMER, NO_MATCH, RULES
from spasmlog.rules.words import place_words, treatment_words
from tests.rules.test_rule_book import verdicts
from tests.whole.wording import broken

FOLDER = Path(spasmlog.rules.__file__).parent
MARKS = {"_", "N_", "ngettext"}


def marked_texts() -> Iterator[str]:
    """Every text that the rules put through the one door for visible text."""
    for file in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS:
                for part in node.args:
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def shown_texts() -> Iterator[str]:
    """What the rules said about all the diaries of the tables and vectors."""
    for _known, _rule, verdict in verdicts():
        yield from (verdict.title, verdict.message, verdict.switches_off)
        yield from (each.fact for each in verdict.evidence)
        yield from (each.words() for each in verdict.lacking)
        if verdict.receipt:
            yield from verdict.receipt.headings
            yield from (
                cell for row in verdict.receipt.rows for cell in row if isinstance(cell, str)
            )


def test_no_text_names_a_cause_promises_or_orders() -> None:
    texts = {*marked_texts(), *shown_texts(), DISCLAIMER, NO_MATCH}

    assert len(texts) > 150
    for text in texts:
        assert not broken(text), text


def test_no_text_is_shown_with_a_place_left_to_fill() -> None:
    for text in set(shown_texts()):
        assert not re.search(r"[{}]", text), text


def test_every_text_of_a_rule_is_marked_for_translation() -> None:
    marked = set(marked_texts())

    for rule in RULES:
        texts = (rule.title, rule.looks_for, rule.advice, rule.limits, rule.considers)
        assert {text for text in texts if text} <= marked
        for threshold in rule.thresholds:
            assert threshold.name in marked
            assert threshold.unit in marked | {"", "%", "mg"}


def test_what_the_rule_book_fixes_is_said_word_for_word() -> None:
    assert DISCLAIMER == "This is not a diagnosis."
    assert NO_MATCH == (
        "No rule matched. That does not mean that nothing is wrong; if you are worried, ask."
    )


@pytest.mark.parametrize("place", [*Region, None])
def test_every_place_has_words(place: Region | None) -> None:
    assert place_words(place)[0].isupper()


@pytest.mark.parametrize("kind", TreatmentKind)
def test_every_kind_of_treatment_has_words(kind: TreatmentKind) -> None:
    assert treatment_words(kind)
