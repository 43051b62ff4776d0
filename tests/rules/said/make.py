"""Write down what every rule says today: `python -m tests.rules.said.make`. Review the changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from spasmlog.rules import RULES, Rule, assess
from tests.rules.said.told import Known, told
from tests.rules.test_rule_book import CASES, VECTORS
from tests.rules.vector_records import diary_of

FOLDER = Path(__file__).parent


@cache
def answers() -> tuple[Known, ...]:
    """What the book says of all cases and vectors, by their names."""
    return (
        *(Known(f"{each.rule} {each.name}", assess(each.diary)) for each in CASES),
        *(Known(f"vector {each['id']}", assess(diary_of(each))) for each in VECTORS),
    )


def said_now(rule: Rule) -> str:
    """The text that is kept of a rule."""
    return told(rule, answers())


if __name__ == "__main__":
    for each in RULES:
        (FOLDER / f"{each.id}.txt").write_text(said_now(each), encoding="utf-8")
