"""Whole diaries to try the rule book on: of the tables, of the vectors, and any that are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Course, Record, TreatmentUse
from spasmlog.rules import Verdict, assess
from tests.build import treatment
from tests.rules.test_rule_book import DIARIES
from tests.strategies import journals, moments

FIRST_DRAWN = date(2019, 1, 1)
"""No record of a drawn diary is older, but by its zone."""


def records_of(known: Diary) -> tuple[Record, ...]:
    return tuple(known.by_id.values())


def with_its_catalogue(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records as a journal holds them: each dose is one of a treatment that it knows."""
    kept = tuple(records)
    named = {each.treatment_id for each in kept if isinstance(each, TreatmentUse | Course)}
    missing = named - {each.id for each in kept}
    return (*kept, *(treatment(id=each) for each in sorted(missing)))


@st.composite
def drawn(draw: DrawFn) -> Diary:
    """A journal lived in a few days or in many years, seen on a day in it or soon after."""
    span = draw(st.sampled_from([3, 30, 120, 500, 4000]))
    records = draw(journals(moments(timedelta(days=span)), most=30))
    return Diary.of(FIRST_DRAWN + timedelta(days=draw(st.integers(0, span + 10))), records)


def whole_diaries() -> SearchStrategy[Diary]:
    """Small diaries that say something, each with its rule in mind, and some that may not."""
    return st.sampled_from(DIARIES) | drawn()


def verdicts(known: Diary) -> dict[str, Verdict]:
    """What each rule of the book answers, by its id."""
    return {each.rule.id: each.verdict for each in assess(known).findings}
