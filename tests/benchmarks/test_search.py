"""Search over ten years: filling the index, following a change, each kind of question, a row."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from statistics import median

import pytest

from spasmlog.domain.diary import Change, Diary
from spasmlog.domain.records import Drink
from spasmlog.journal.made_up import made_up_person
from spasmlog.views.search import SearchIndex
from tests.benchmarks.conftest import NOW

Tell = Callable[[str, str, str], None]
QUESTIONS = (
    *("", "w", "e", "le", "pain>=7 left heat 2026-03", "pain>=7", "lasted>2h", "notes"),
    *("typed later", "water 2024", "-water", "-a -b", "2019..2025", '"could not"', "no"),
    *("e a s d f g h", "spasm -lifting last 900 days", "bend worse leg neck both"),
)


@pytest.fixture(scope="module")
def ten_years() -> Diary:
    return Diary.of(date(2026, 7, 1), made_up_person(NOW, 10, 1, NOW.zone))


@pytest.fixture(scope="module")
def index(ten_years: Diary) -> SearchIndex:
    index = SearchIndex()
    index.take(ten_years)
    return index


def ms(work: Callable[..., object], *given: object) -> float:
    began = time.perf_counter()
    work(*given)
    return (time.perf_counter() - began) * 1000


def test_the_index_is_filled(ten_years: Diary, figure: Tell) -> None:
    index = SearchIndex()
    entries = index.lag(ten_years)
    assert entries > 30_000
    taken = ms(index.take, ten_years)
    figure(f"search index of {entries} entries, the first time", f"{taken:.0f} ms", "-")


def test_a_question_is_answered(index: SearchIndex, figure: Tell) -> None:
    slowest = {text: median(ms(index.find, text, NOW) for _ in range(9)) for text in QUESTIONS}
    assert len(index.find("", NOW).ids) > 30_000
    text = max(slowest, key=lambda each: slowest[each])
    figure(
        f"search ten years, slowest of {len(QUESTIONS)} ({text})",
        f"{slowest[text]:.1f} ms",
        "50 ms",
    )
    figure("search ten years, all entries", f"{slowest['']:.1f} ms", "50 ms")


def test_a_change_is_followed(ten_years: Diary, figure: Tell) -> None:
    index = SearchIndex()
    index.take(ten_years)
    diary, taken = ten_years, []
    for back in range(1, 20):
        spasm, glass = diary.episodes[-back], diary.of_kind(Drink)[back * 1000]
        for change in (Change(spasm, replace(spasm, note="Boxes.")), Change(glass, None)):
            diary = diary.apply([change])
            taken.append(ms(index.take, diary))
    assert len(index.find("spasm boxes", NOW).ids) == 19
    figure("search index after one change, median", f"{median(taken):.1f} ms", "5 ms")
    figure("search index after one change, slowest", f"{max(taken):.1f} ms", "5 ms")


def test_a_row_is_made_when_it_is_seen(index: SearchIndex, figure: Tell) -> None:
    ids = index.find("", NOW).ids[:2000]
    taken = ms(lambda: [index.row(each) for each in ids])
    figure("search, one row in words", f"{taken / len(ids):.2f} ms", "-")
