"""What holds for every rule of the book, whatever it looks for."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import spasmlog.rules
from spasmlog.domain.diary import Change, Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import EMERGENCY_SIGNS
from spasmlog.rules import (
    RULES,
    Level,
    Outcome,
    Rule,
    Standing,
    Threshold,
    Verdict,
    assess,
    returned,
)
from tests.build import answer, check_in, diary, drink, episode, reading, use
from tests.rules import (
    cases_answers,
    cases_doses,
    cases_habits,
    cases_medicine_days,
    cases_numbers,
    cases_pain,
    cases_recurrence,
    cases_returns,
    cases_shares,
    cases_unusual_week,
)
from tests.rules.case import Case
from tests.rules.cases_doses import PARA, dose
from tests.rules.vector_records import diary_of

VECTORS = json.loads(
    (Path(__file__).parent / "vectors" / "rule_vectors.json").read_text(encoding="utf-8")
)["vectors"]
CASES: tuple[Case, ...] = (
    *cases_answers.CASES,
    *cases_doses.CASES,
    *cases_habits.CASES,
    *cases_medicine_days.CASES,
    *cases_numbers.CASES,
    *cases_pain.CASES,
    *cases_recurrence.CASES,
    *cases_returns.CASES,
    *cases_shares.CASES,
    *cases_unusual_week.CASES,
)
DIARIES: tuple[Diary, ...] = (
    *(each.diary for each in CASES),
    *(diary_of(each) for each in VECTORS),
)
MODULES: tuple[ModuleType, ...] = tuple(
    importlib.import_module(f"spasmlog.rules.{each.name}")
    for each in pkgutil.iter_modules(spasmlog.rules.__path__)
)
KNOWN: tuple[Diary, ...] = tuple(each.as_of(each.today) for each in DIARIES)
THRESHOLDS = {id(each): each for rule in RULES for each in rule.thresholds}.values()
NEXT = {returned.SHARE: (-2, 1)}
"""Steps that can be told apart: no drop in whole points is 29 % of a peak, the next is 2 of 7."""
MOVES = [
    pytest.param(each, step, id=f"{each.name} {each.value} {'higher' if step > 0 else 'lower'}")
    for each in THRESHOLDS
    for step in NEXT.get(each, (-1, 1))
]
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def answered(rule: Rule, known: Diary) -> tuple[Outcome, Level | None]:
    urgent = (each for each in RULES if each.id in rule.after)
    verdict = rule.check(known, *(each.check(known) for each in urgent))
    return verdict.outcome, verdict.level


@cache
def answers(rule_id: str) -> tuple[tuple[Outcome, Level | None], ...]:
    """What a rule answers for each of the diaries, with its numbers as they are."""
    (rule,) = (each for each in RULES if each.id == rule_id)
    return tuple(answered(rule, known) for known in KNOWN)


@cache
def verdicts() -> tuple[tuple[Diary, Rule, Verdict], ...]:
    """Every verdict on every diary."""
    return tuple(
        (known, each.rule, each.verdict) for known in DIARIES for each in assess(known).findings
    )


def test_ids_are_unique_and_urgent_rules_come_first() -> None:
    ids = [rule.id for rule in RULES]

    assert len(set(ids)) == len(ids)
    assert [max(rule.levels) for rule in RULES] == sorted(
        (max(rule.levels) for rule in RULES), reverse=True
    )


def test_of_equals_what_came_back_after_treatment_stands_before_what_has_not_settled() -> None:
    ids = [rule.id for rule in RULES]
    equals = [rule_id for rule_id in ids if rule_id in {"R05", "R06", "R10"}]

    assert equals == ["R10", "R06", "R05"]


@every_rule
def test_a_rule_says_what_it_looks_for_what_to_do_and_where_that_stands(rule: Rule) -> None:
    assert rule.title
    assert rule.looks_for.endswith(".")
    assert rule.advice.endswith(".")
    assert rule.sources
    assert all(each.url.startswith("https://") for each in rule.sources)


def test_every_rule_has_a_dated_source_but_those_that_rest_on_living_pages() -> None:
    undated = {rule.id for rule in RULES if all(source.year is None for source in rule.sources)}

    assert undated == {"R14", "R16", "R17", "A2"} & {rule.id for rule in RULES}


@every_rule
def test_a_number_is_our_own_choice_or_names_one_of_the_rules_sources(rule: Rule) -> None:
    for each in rule.thresholds:
        assert (each.source is None) is (each.standing is Standing.OURS)
        assert each.source is None or each.source in rule.sources


@every_rule
def test_the_numbers_in_the_sentence_are_the_numbers_of_the_rule(rule: Rule) -> None:
    values = {each.value for each in rule.thresholds}
    weeks = {value // 7 for value in values}

    said = {int(number) for number in re.findall(r"\d+", rule.looks_for)}

    assert said <= values | weeks


@pytest.mark.parametrize(("threshold", "step"), MOVES)
def test_every_threshold_is_used(
    threshold: Threshold, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number moved by one step changes what is answered for a vector or a table."""
    users = [rule for rule in RULES if any(each is threshold for each in rule.thresholds)]

    assert users
    assert any(changes(rule, answers(rule.id), threshold, step, monkeypatch) for rule in users)


def changes(
    rule: Rule,
    before: tuple[tuple[Outcome, Level | None], ...],
    threshold: Threshold,
    step: int,
    monkeypatch: pytest.MonkeyPatch,
) -> bool:
    moved = replace(threshold, value=threshold.value + step)
    with monkeypatch.context() as patch:
        for module in MODULES:
            for name, value in vars(module).copy().items():
                if value is threshold:
                    patch.setattr(module, name, moved)
        return any(noticed(rule, known, said) for known, said in zip(KNOWN, before, strict=True))


def noticed(rule: Rule, known: Diary, before: tuple[Outcome, Level | None]) -> bool:
    """Or is no verdict any more: a rule that asks for no return at all would fire without one."""
    try:
        return answered(rule, known) != before
    except (IndexError, ValueError):
        return True


def test_the_same_diary_is_answered_the_same_twice() -> None:
    assert [assess(each) for each in DIARIES] == [assess(each) for each in DIARIES]


def test_evidence_and_what_was_left_out_lie_in_the_diary_and_in_the_days_looked_at() -> None:
    for known, rule, verdict in verdicts():
        used = {record for each in verdict.evidence for record in each.records}
        left = {each.record for each in verdict.left_out}
        assert used | left <= known.by_id.keys(), rule.id
        assert verdict.first <= verdict.last == known.today
        assert all(each.day <= known.today for each in verdict.evidence)


def test_a_verdict_has_a_level_of_its_rule_and_the_words_for_it() -> None:
    for _known, rule, verdict in verdicts():
        if verdict.fired:
            assert verdict.level in rule.levels
            assert verdict.title
            assert verdict.message
            assert verdict.switches_off.endswith(".")
            assert verdict.receipt is not None
            assert verdict.receipt.rows
            widths = {len(row) for row in verdict.receipt.rows}
            assert widths == {len(verdict.receipt.headings)}
        else:
            assert (verdict.title, verdict.message, verdict.switches_off) == ("", "", "")


def test_days_counted_and_missing_fit_into_the_days_looked_at() -> None:
    for _known, rule, verdict in verdicts():
        length = (verdict.last - verdict.first).days + 1
        assert 0 <= verdict.days_counted + verdict.days_missing <= length, rule.id


def long_ago() -> tuple[Record, ...]:
    spasm = episode(5000, hours=3)
    return (
        spasm,
        check_in(4999, 8),
        use(5000, spasm=spasm),
        dose(PARA, 9000, days_ago=5001),
        dose(PARA, None, days_ago=5001),
        reading(5000, pain=9),
        drink(5000),
    )


REMEMBERS = {"R07"}
"""These ask for the first pain day there is, however long ago."""


def test_a_record_far_in_the_past_changes_nothing() -> None:
    past = [Change(None, each) for each in long_ago()]
    listed = [each for each in DIARIES if not _goes_back_for_years(each)]

    assert len(listed) > 200
    for known in listed:
        assert said(known.apply(past)) == said(known)


def _goes_back_for_years(known: Diary) -> bool:
    return any((known.today - day).days > 1000 for day in known.facts)


def said(known: Diary) -> list[tuple[Any, ...]]:
    return [
        (each.verdict.outcome, each.verdict.level, each.verdict.evidence, each.verdict.lacking)
        for each in assess(known).findings
        if each.rule.id not in REMEMBERS
    ]


def test_one_answer_is_enough_for_an_emergency() -> None:
    for sign in EMERGENCY_SIGNS:
        assert assess(diary(answer(0, sign))).highest_level is Level.EMERGENCY
    assert assess(diary(dose(PARA, 4500))).highest_level is Level.EMERGENCY


def test_an_empty_diary_fires_nothing_and_lacks_only_days() -> None:
    said = {each.rule.id: each.verdict.outcome for each in assess(diary()).findings}

    lacking = {rule for rule, outcome in said.items() if outcome is Outcome.INSUFFICIENT}
    of_days = {"R04", "R05", "R06", "R11", "R12", "R13", "R15", "R18", "R19", "R20", "A2"}
    assert lacking == of_days & said.keys()
    assert Outcome.FIRE not in said.values()
