"""The pages of the rules as a person prints them, without a journal and without a display."""

from __future__ import annotations

from pathlib import Path

from spasmlog.rules import RULES
from tests.whole.test_command_line import out, refused


def test_a_rule_is_explained_without_any_journal(home: Path) -> None:
    said = out("assess", "--explain", "R10")

    assert said.startswith("R10  Keeps coming back\n")
    assert "https://doi.org/" in said
    assert said.endswith("This is not a diagnosis.\n")
    assert list(home.iterdir()) == []


def test_the_whole_book_is_explained_at_once() -> None:
    said = out("assess", "--explain", "all")

    assert all(f"\n{rule.id}  " in f"\n{said}" for rule in RULES)


def test_an_unknown_rule_is_refused_with_the_ids_that_are_known() -> None:
    said = refused("assess", "--explain", "R99")

    assert all(rule.id in said for rule in RULES)
