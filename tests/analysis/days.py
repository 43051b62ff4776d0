"""Diaries and plain days made from a row of numbers, newest last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spasmlog.analysis.daily import Daily
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from tests.build import check_in, diary


def check_ins(values: Sequence[int | None], ending: int = 1) -> Iterator[Record]:
    """Check-ins with these worst pains on consecutive days, the last `ending` days ago."""
    for age, value in enumerate(reversed(values), start=ending):
        if value is not None:
            yield check_in(age, value)


def lived(values: Sequence[int | None], *others: Record, ending: int = 1) -> Diary:
    """A diary of such check-ins, the last yesterday, and of other records."""
    return diary(*check_ins(values, ending), *others)


def daily_of(values: Sequence[float | None], first: int = 1000) -> Daily:
    """The same as plain days; None is a day that is not logged."""
    known = [(first + at, value) for at, value in enumerate(values) if value is not None]
    return Daily.of(
        [day for day, _value in known],
        [value for _day, value in known],
        first,
        first + len(values) - 1,
    )


WAVE = (4, 6, 3, 5, 5, 3, 6, 4, 5, 4)
"""Ten days of pain around 4.5, little alike from one to the next."""


def around(level: int, days: int) -> list[int | None]:
    """So many days of that wave, moved to lie around another level."""
    return [WAVE[at % len(WAVE)] + level - 4 for at in range(days)]


RUNS = (5, 8, 4, 11, 6, 3, 9, 7, 4, 10, 5, 6)
"""Days logged in a row between two days that are not; no rhythm in them."""


def broken(edge: int, inner: int) -> list[int | None]:
    """Runs of logged days between gaps: pain beside the gaps, and away from them."""
    values: list[int | None] = []
    for run in RUNS:
        values += [edge, *[inner] * (run - 2), edge, None]
    return values[:-1]
