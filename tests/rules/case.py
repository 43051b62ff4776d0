"""The smallest diaries that make a rule fire, and the nearest that leave it quiet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.rules import Level, Verdict, assess
from tests.build import TODAY
from tests.build import diary as build_diary


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule should answer for a diary: "no", "insufficient" or the word of its level."""

    name: str
    rule: str
    said: str
    diary: Diary


def case(name: str, rule: str, said: str, *records: Record, today: date = TODAY) -> Case:
    return Case(name, rule, said, build_diary(*records, today=today))


def parameters(cases: Iterable[Case]) -> pytest.MarkDecorator:
    listed = [pytest.param(each, id=f"{each.rule} {each.name}") for each in cases]
    return pytest.mark.parametrize("each", listed)


def verdict_of(rule: str, diary: Diary) -> Verdict:
    return assess(diary).of(rule).verdict


def said_by(rule: str, diary: Diary) -> str:
    verdict = verdict_of(rule, diary)
    return verdict.level.word if isinstance(verdict.level, Level) else verdict.outcome.value
