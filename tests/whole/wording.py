"""Gathers what the program says: what is marked for translation, and what rules and pages make."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import spasmlog
from spasmlog.domain.diary import Diary
from spasmlog.rules import RULES, Assessment, Evidence, Finding, Rule, Source, Verdict, assess
from spasmlog.rules.signs import OPENING, STEM, WORDS
from spasmlog.views.rule_page import Publication

PACKAGE = Path(spasmlog.__file__).parent
MARKS = {"_": 1, "N_": 1, "ngettext": 2}
"""How many of the first arguments of a call are shown to people."""
STAND_IN = re.compile(r"\{\w+\}")
NEVER: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in (
        ("diagnosis", r"(?<!\bnot a )diagnos"),
        ("you probably have", r"you probably have"),
        ("you may have", r"you may have"),
        ("you suffer", r"you suffer"),
        ("caused by", r"caused by"),
        ("the cause is", r"the cause is"),
        ("all clear", r"all clear"),
        ("you are safe", r"you are safe"),
        ("nothing is wrong", r"(?<!\bdoes not mean that )nothing is wrong"),
        ("stop taking", r"stop taking"),
        ("start taking", r"start taking"),
        ("works for you", r"works for you"),
        ("an exclamation mark", r"!"),
        ("please", r"\bplease\b"),
    )
}
"""What no text says, by its name: a disease, comfort, blame or an order."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A text, and where it was found. A name is a title, a heading or the words of a button."""

    text: str
    where: str
    is_name: bool = False


def marked(folder: Path = PACKAGE) -> Iterator[Said]:
    """Every text of the program that is marked for translation, its stand-ins filled in."""
    for file in sorted(folder.rglob("*.py")):
        where = file.relative_to(folder).as_posix()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for text in _texts_of(node):
                yield Said(STAND_IN.sub("5", text), f"{where}:{getattr(node, 'lineno', 0)}")


def _texts_of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        for given in node.args[: MARKS.get(node.func.id, 0)]:
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value


def broken(text: str) -> list[str]:
    """What of the list it says."""
    plain = " ".join(text.split())
    return [name for name, pattern in NEVER.items() if pattern.search(plain)]


def of_rule(rule: Rule) -> Iterator[Said]:
    """What a rule says of itself."""
    yield Said(rule.title, f"{rule.id} title", is_name=True)
    for name in ("looks_for", "fires", "silent", "advice", "limits", "considers", "sure"):
        yield Said(getattr(rule, name), f"{rule.id} {name}")
    for each in rule.thresholds:
        yield Said(f"{each.name} {each.unit}", f"{rule.id} threshold", is_name=True)


def of_questions() -> Iterator[Said]:
    """The safety questions, and the words to say."""
    yield Said(STEM, "the stem of the questions")
    yield Said(OPENING, "the words to say")
    for sign, words in WORDS.items():
        yield Said(words.question, f"question {sign}")
        yield Said(words.short, f"short name of {sign}", is_name=True)
        yield Said(words.spoken, f"words to say for {sign}")


def of_verdicts(diaries: Iterable[Diary]) -> Iterator[Said]:
    """What the rules answer for these diaries."""
    for diary in diaries:
        for finding in assess(diary).findings:
            yield from _of_verdict(finding)


def _of_verdict(finding: Finding) -> Iterator[Said]:
    rule, verdict = finding.rule.id, finding.verdict
    yield Said(verdict.title, f"{rule} title", is_name=True)
    yield Said(verdict.message, f"{rule} message")
    yield Said(verdict.switches_off, f"{rule} switches off")
    yield Said(verdict.summary, f"{rule} summary")
    for each in verdict.lacking:
        yield Said(each.words(), f"{rule} lacking")
    for fact in verdict.evidence:
        yield Said(fact.fact, f"{rule} fact", is_name=True)
    if verdict.receipt is not None:
        for cell in (*verdict.receipt.headings, *(c for row in verdict.receipt.rows for c in row)):
            if isinstance(cell, str):
                yield Said(cell, f"{rule} receipt", is_name=True)


NAMES = {"title", "heading", "headings", "label", "name", "sources", "origin", "line", "lines"}
"""Fields of views that hold titles, headings, labels, sources, or lists of numbers."""
UNSAID = (Publication, Source, Evidence, Verdict, Assessment, Diary, date)


def of_view(view: Any, where: str, name: str = "") -> Iterator[Said]:
    """Every text in a view of a page, however deep."""
    if isinstance(view, str):
        yield Said(view, f"{where} {name}".strip(), is_name=name in NAMES)
    elif isinstance(view, Mapping):
        yield from of_view(tuple(view.values()), where, name)
    elif isinstance(view, list | tuple | frozenset):
        for each in view:
            yield from of_view(each, where, name)
    elif is_dataclass(view) and not isinstance(view, (type, *UNSAID)):
        for field in fields(view):
            yield from of_view(getattr(view, field.name), where, field.name)


def of_all_rules() -> Iterator[Said]:
    """What every rule says of itself."""
    for rule in RULES:
        yield from of_rule(rule)
