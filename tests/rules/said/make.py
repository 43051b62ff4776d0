"""Write down what every rule says today: `python -m tests.rules.said.make`. Review the changes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from spasmlog.rules import RULES, Rule
from tests.rules.said.told import Known, told
from tests.rules.test_rule_book import CASES, VECTORS
from tests.rules.vector_records import diary_of

FOLDER = Path(__file__).parent


@cache
def diaries() -> tuple[Known, ...]:
    """All cases and vectors, by their names."""
    named = (
        *((f"{each.rule} {each.name}", each.diary) for each in CASES),
        *((f"vector {each['id']}", diary_of(each)) for each in VECTORS),
    )
    return tuple(Known(name, diary.as_of(diary.today)) for name, diary in named)


def said_now(rule: Rule) -> str:
    """The text that is kept of a rule; each rule is asked alone, so that a run of one is short."""
    return told(rule, diaries())


if __name__ == "__main__":
    for each in RULES:
        (FOLDER / f"{each.id}.txt").write_text(said_now(each), encoding="utf-8")
