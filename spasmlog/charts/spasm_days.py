"""The days that spasms of one place, or of all, touched."""

from __future__ import annotations

from spasmlog.charts.base import Asked
from spasmlog.domain.day_facts import days_of


def spasm_days(asked: Asked) -> frozenset[int]:
    """By ordinal, from the first to the last day that is asked for."""
    first, last = asked.first.toordinal(), asked.last.toordinal()
    return frozenset(
        number
        for spasm in asked.diary.episodes
        if spasm.day <= asked.last and asked.place in (None, spasm.place)
        for day in days_of(spasm)
        if first <= (number := day.toordinal()) <= last
    )
