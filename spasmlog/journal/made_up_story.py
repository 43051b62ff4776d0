"""What happens to the made-up person, day by day, before anybody writes it down."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from spasmlog.domain.scales import Region

CLEAN_DAYS = 40  # quiet before the present flare, so that its spell begins with it
RECENT_DAYS = 120  # so far back nothing that makes the signals is left out


@dataclass(frozen=True, slots=True)
class Story:
    """What happened, before anybody writes it down; days are ordinals, the last is today."""

    first: int
    last: int
    flares: tuple[tuple[int, int], ...]
    spasms: dict[int, Region]
    clocks: int
    gaps: frozenset[int]
    away: range

    def flaring(self, day: int) -> bool:
        return any(start <= day <= end for start, end in self.flares)

    def in_doubt(self, day: int) -> bool:
        """An answer of "not sure" stands: in the flare before this one, until the visit."""
        return any(0 <= day - start < 14 for start, _end in self.flares[-2:-1])

    def physiotherapy(self, day: int) -> bool:
        """Once a week from the third week of a flare."""
        return any((day - start) % 7 == 3 and 16 < day - start < 58 for start, _end in self.flares)

    def clean(self, day: int) -> bool:
        """The quiet weeks that let the present spell begin with the present flare."""
        return self.flares[-1][0] - CLEAN_DAYS <= day < self.flares[-1][0]


def story_of(rng: random.Random, first: int, last: int, zone: str) -> Story:
    flares = [(last - rng.randint(62, 76), last)]
    while flares[0][0] > first:
        end = flares[0][0] - rng.randint(55, 120)
        flares.insert(0, (end - rng.randint(25, 55), end))
    away = range(last - 152, last - 143)
    spasms = dict(_neck_days(rng, first, flares[-1][0]))
    for start, end in flares:
        spasms |= dict.fromkeys(_spasm_days(rng, start, end), Region.LOW_BACK)
    clocks = _clock_night(last, zone)
    spasms |= {clocks: Region.LOW_BACK} if clocks else {}
    gaps = _gaps(rng, first, flares[-1][0]) | _single_gaps(rng, first, last)
    gaps -= {clocks, *away, *(day for day in spasms if day > last - RECENT_DAYS)}
    return Story(first, last, tuple(flares), spasms, clocks, frozenset(gaps), away)


def _spasm_days(rng: random.Random, start: int, end: int) -> Iterator[int]:
    """One every 5 to 14 days, so that each is a return of the one before; two days ago the last."""
    day = start
    while day <= end - 7:
        yield day
        day += rng.randint(5, 14)
    yield end - 2


def _neck_days(rng: random.Random, first: int, flare: int) -> Iterator[tuple[int, Region]]:
    day = first + rng.randint(5, 40)
    while day < flare - CLEAN_DAYS:
        yield day, rng.choice((Region.NECK, Region.NECK, Region.UPPER_BACK))
        day += rng.randint(20, 60)


def _clock_night(last: int, zone: str) -> int:
    """The evening before the latest change of clocks that lies well in the past; 0: none."""
    place = ZoneInfo(zone)
    noon = [
        datetime.combine(date.fromordinal(day), time(12), place)
        for day in range(last - 400, last - 130)
    ]
    moved = [early for early, late in pairwise(noon) if early.utcoffset() != late.utcoffset()]
    return moved[-1].toordinal() if moved else 0


def _gaps(rng: random.Random, first: int, flare: int) -> set[int]:
    """Whole weeks without a word: holidays, and weeks when it was forgotten."""
    gaps: set[int] = set()
    day = first + rng.randint(30, 120)
    while day < flare - 14:
        gaps |= set(range(day, day + rng.randint(5, 14)))
        day += rng.randint(90, 170)
    return gaps


def _single_gaps(rng: random.Random, first: int, last: int) -> set[int]:
    return {day for day in range(first + 1, last) if rng.random() < 0.06}
