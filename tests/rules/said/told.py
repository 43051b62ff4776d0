"""A verdict written out whole, and the answers in which a rule says something of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spasmlog.domain.diary import Diary
from spasmlog.rules import RULES, Outcome, Rule, Verdict
from spasmlog.rules.base import Receipt

MOST = 20
"""Kinds of answer that are kept of one rule."""
ROWS = 3
"""Lines of evidence and of a receipt that are kept of one answer."""


@dataclass(frozen=True, slots=True)
class Known:
    """A diary as far as it reaches to its day, and the name under which its answers are kept."""

    name: str
    diary: Diary


def told(rule: Rule, diaries: Iterable[Known]) -> str:
    """Every kind of answer that the rule gives for these diaries, the first of each kind."""
    kinds: set[str] = set()
    parts: list[str] = []
    for known in diaries:
        before = (each.check(known.diary) for each in RULES if each.id in rule.after)
        verdict = rule.check(known.diary, *before)
        text = "\n".join((*_lines(verdict), *_details(verdict)))
        kind = re.sub(r"[\d.:-]+", "#", "\n".join(_lines(verdict)))
        if kind not in kinds and len(parts) < MOST:
            kinds.add(kind)
            parts.append(f"=== {known.name}\n{text}\n")
    return "\n".join(parts)


def _lines(verdict: Verdict) -> Iterator[str]:
    level = f", {verdict.level.word}" if verdict.level else ""
    yield f"{verdict.outcome.value}{level}: {verdict.first} to {verdict.last}"
    yield f"days: {verdict.days_counted} counted, {verdict.days_missing} missing"
    if verdict.outcome is Outcome.FIRE:
        yield f"title: {verdict.title}"
        yield f"message: {verdict.message}"
        yield f"switches off: {verdict.switches_off}"
    if verdict.not_before:
        yield f"not before: {verdict.not_before}"
    for fact in dict.fromkeys(each.fact for each in verdict.evidence[:ROWS]):
        yield f"evidence: {fact}"
    for each in verdict.lacking[:ROWS]:
        yield f"lacking: {each.words()}"
    for reason in sorted({each.reason.label for each in verdict.left_out}):
        yield f"left out: {reason}"
    if verdict.receipt is not None:
        yield " | ".join(verdict.receipt.headings)


def _details(verdict: Verdict) -> Iterator[str]:
    """What makes no kind of its own: the days, the numbers and the rows."""
    for each in verdict.evidence[:ROWS]:
        yield f"on {each.day}: {len(each.records)} records"
    for name, number in verdict.measures:
        yield f"measure: {name} {number:.4g}"
    yield from _rows(verdict.receipt)


def _rows(receipt: Receipt | None) -> Iterator[str]:
    for row in receipt.rows[:ROWS] if receipt else ():
        yield " | ".join(map(str, row))
