"""Whatever the diary, the analyses answer without a NaN: from no record to five thousand spasms."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.buckets import weekly, weekly_line
from spasmlog.analysis.change import change
from spasmlog.analysis.daily import daily
from spasmlog.analysis.looks import weekly_look
from spasmlog.analysis.outcome import Interval, Status
from spasmlog.analysis.period import Period
from spasmlog.analysis.rate_change import rate_change
from spasmlog.analysis.spasm_rate import spasm_rate
from spasmlog.analysis.time_of_day import time_of_day
from spasmlog.analysis.trend import trend
from spasmlog.analysis.trust_strip import trust_strip
from spasmlog.analysis.weekdays import weekdays_of_onsets, weekdays_of_pain
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from tests.analysis.days import lived
from tests.build import TODAY, check_in, day, diary, drink, episode, reading, running, use
from tests.strategies import journals

SEED = 1


def everything(seen: Diary) -> Period:
    first = min([*seen.facts, seen.today])
    return Period(min(first, seen.today), seen.today)


def weeks(seen: Diary) -> Any:
    found = weekly(daily(seen, everything(seen).first, seen.today))
    return found, weekly_line(found)


ANALYSES: dict[str, Callable[[Diary], Any]] = {
    "weekly course": weeks,
    "rate of 28 days": lambda seen: spasm_rate(seen, 28),
    "rate of 60 days": lambda seen: spasm_rate(seen, 60),
    "change": change,
    "rate change": rate_change,
    "trend": trend,
    "change last Sunday": lambda seen: weekly_look(seen, change),
    "trend last Sunday": lambda seen: weekly_look(seen, trend),
    "rate change last Sunday": lambda seen: weekly_look(seen, rate_change),
    "time of day": lambda seen: time_of_day(seen, everything(seen), SEED),
    "weekdays of pain": lambda seen: weekdays_of_pain(seen, everything(seen), SEED),
    "weekdays of onsets": lambda seen: weekdays_of_onsets(seen, everything(seen), SEED),
    "trust": trust_strip,
}


def parts(value: Any) -> Iterator[Any]:
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from parts(each)


def is_sound(result: Any) -> bool:
    """No NaN, no limits the wrong way round, and a verdict only where one is found."""
    for part in parts(result):
        if isinstance(part, float) and math.isnan(part):
            return False
        if isinstance(part, Interval) and part.low > part.high:
            return False
        status, verdict = getattr(part, "status", None), getattr(part, "verdict", None)
        if verdict is not None and status not in (Status.FOUND, Status.NONE, None):
            return False
        if status is Status.NOT_YET and not getattr(part, "lacks", ()):
            return False
    return True


def spasms_of_years() -> list[Record]:
    return [episode(1 + at // 2, f"{6 + at % 17:02d}:00", hours=0.5) for at in range(5000)]


DIARIES: dict[str, Callable[[], Diary]] = {
    "empty": diary,
    "one check-in": lambda: diary(check_in(1)),
    "one check-in of today": lambda: diary(check_in(0)),
    "two readings": lambda: diary(reading(3), reading(2)),
    "one spasm without an end": lambda: diary(running(2)),
    "a spasm open for years": lambda: diary(running(3000), check_in(1)),
    "drinks only": lambda: diary(*(drink(age) for age in range(1, 130))),
    "doses only": lambda: diary(*(use(age) for age in range(1, 130))),
    "constant pain": lambda: lived([4] * 200),
    "no pain ever": lambda: lived([0] * 200),
    "one bad day": lambda: lived([*[0] * 150, 9, *[0] * 49]),
    "spasms without a number": lambda: diary(*(episode(age, peak=None) for age in range(1, 200))),
    "a gap of years": lambda: diary(check_in(3500), check_in(1)),
    "five thousand spasms": lambda: diary(*spasms_of_years()),
    "the change of clocks": lambda: diary(
        *(episode(age, "02:30") for age in range(60, 120) if age != 94), today=date(2026, 5, 1)
    ),
}


@cache
def named(name: str) -> Diary:
    """Each is made once; five thousand spasms take a while."""
    return DIARIES[name]()


@pytest.mark.parametrize("analysis", ANALYSES)
@pytest.mark.parametrize("name", DIARIES)
def test_an_odd_diary_is_answered_soundly(analysis: str, name: str) -> None:
    assert is_sound(ANALYSES[analysis](named(name)))


@settings(max_examples=40)
@given(journals(), st.integers(0, 400))
def test_any_journal_is_answered_soundly(records: tuple[Record, ...], later: int) -> None:
    known = Diary.of(TODAY, records)
    seen = known.on_day(max([*known.facts, date(2019, 1, 2)]) + timedelta(days=later))

    for analysis in ANALYSES.values():
        assert is_sound(analysis(seen))


def test_what_is_unsound_would_be_seen() -> None:
    assert not is_sound((1.0, math.nan))
    assert not is_sound(Interval(2, 1))
    assert everything(diary(check_in(5))).first == day(5)
