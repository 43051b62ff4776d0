"""Spasms with their readings and treatments, written in a line each."""

from __future__ import annotations

from typing import Any

from spasmlog.analysis.period import Period
from spasmlog.analysis.traced import Traced, traced
from spasmlog.domain.records import Episode, Record, Treatment
from spasmlog.domain.scales import TreatmentKind
from tests.build import day, diary, episode, reading, treatment, use

HEAT = treatment("Heat", kind=TreatmentKind.HEAT)
ICE = treatment("Ice", kind=TreatmentKind.ICE)
TENS = treatment("TENS", kind=TreatmentKind.TENS)

Told = tuple[Record, ...]


def spasm(
    days_ago: int,
    *readings: tuple[str, int],
    used: tuple[tuple[str, Treatment], ...] = (),
    **changes: Any,
) -> Told:
    """A spasm that began at 09:00, with readings (clock, pain) and treatments (clock, what)."""
    began: Episode = episode(days_ago, **changes)
    return (
        began,
        *(reading(days_ago, clock, pain, episode_id=began.id) for clock, pain in readings),
        *(use(days_ago, clock, of=what, spasm=began) for clock, what in used),
    )


def heated(days_ago: int, *readings: tuple[str, int], **changes: Any) -> Told:
    """A spasm that was 6 at 09:50 and treated with heat at 10:00."""
    return spasm(days_ago, ("09:50", 6), *readings, used=(("10:00", HEAT),), **changes)


def alone(days_ago: int, *readings: tuple[str, int], **changes: Any) -> Told:
    """A spasm that was 6 at 09:50 and left alone."""
    return spasm(days_ago, ("09:50", 6), *readings, **changes)


def bouts_of(*told: Told) -> tuple[Traced, ...]:
    return traced(diary(*(record for each in told for record in each)))


def period(first_day_ago: int, last_day_ago: int) -> Period:
    return Period(day(first_day_ago), day(last_day_ago))
