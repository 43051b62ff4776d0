"""A journal that is read in two steps is answered as the whole is, before and after the second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import Record
from spasmlog.exchange.native import dump, load
from spasmlog.journal.journal import Journal
from spasmlog.journal.made_up import made_up_person
from spasmlog.rules import RULES, Counted, Verdict
from spasmlog.store.database import Database
from spasmlog.store.reading import read_all, read_recent
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import TODAY, moment
from tests.rules.any_diary import drawn, records_of, verdicts, with_its_catalogue
from tests.rules.test_rule_book import DIARIES

BOOK = {rule.id: rule for rule in RULES}
tried = settings(deadline=None, max_examples=50)


def as_first_read(known: Diary) -> dict[str, Verdict]:
    """The verdicts, but for which old records they rest on.

    Old days stand on compact rows without records. Of the safety questions only the answers
    that still matter are read: since when, how often and in which order they were asked is told
    once the rest is there.
    """
    return {rule: _as_first_read(rule, each) for rule, each in verdicts(known).items()}


def _as_first_read(rule: str, verdict: Verdict) -> Verdict:
    facts = tuple(replace(each, records=()) for each in verdict.evidence)
    if BOOK[rule].counts is Counted.ANSWERS:
        asked = tuple(sorted(facts, key=lambda each: (each.day, each.fact)))
        return replace(verdict, evidence=asked, first=verdict.last, days_counted=0)
    return replace(verdict, evidence=facts)


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    database = Database.in_memory()
    yield database
    database.close()


def write(database: Database, records: tuple[Record, ...]) -> None:
    with UnitOfWork(database) as uow:
        uow.remove_everything()
        uow.add_all(records)
        uow.commit_unnoted("")


def long_kept() -> list[Diary]:
    """The diaries that go back before what is read at first, each seen today and much later."""
    old = [each for each in DIARIES if each.facts and (each.today - min(each.facts)).days > 90]
    return [
        each.on_day(each.today + timedelta(days=ahead)) for each in old[::3] for ahead in (0, 330)
    ]


def test_a_journal_of_the_tables_read_in_two_steps_gives_the_verdicts_of_the_whole(
    database: Database,
) -> None:
    partly = 0
    for known in long_kept():
        write(database, with_its_catalogue(records_of(known)))
        recent = read_recent(database, known.today)
        partly += recent.full_from is not None
        assert as_first_read(recent) == as_first_read(read_all(database, known.today))
    assert partly > 20


@tried
@given(drawn(), st.integers(0, 600))
def test_a_journal_read_in_two_steps_gives_the_verdicts_of_the_whole(
    database: Database, known: Diary, later: int
) -> None:
    today = known.today + timedelta(days=later)
    write(database, records_of(known))

    assert as_first_read(read_recent(database, today)) == as_first_read(known.on_day(today))


@pytest.mark.parametrize("seed", [3, 11])
def test_a_made_up_life_is_answered_alike_before_and_after_the_rest_is_read(
    database: Database, seed: int
) -> None:
    now = moment(0, "18:40")
    write(database, made_up_person(now, 3, seed, now.zone, running=True))
    numbers = count(1)
    journal = Journal(database, lambda: now, lambda: f"new-{next(numbers)}", lambda: DAY_START)
    partly = journal.diary

    before = as_first_read(partly)
    journal.take_rest(journal.read_rest())

    assert partly.full_from is not None
    assert journal.diary.full_from is None
    assert as_first_read(journal.diary) == before
    assert verdicts(Diary.of(TODAY, load(dump(journal.diary)))) == verdicts(journal.diary)
