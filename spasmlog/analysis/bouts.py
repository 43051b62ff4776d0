"""Spasms that hang together, and the days on which one began out of nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from spasmlog.analysis.gates import SAME_SPASM_HOURS
from spasmlog.domain.day_facts import days_of
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Region

APART = timedelta(hours=SAME_SPASM_HOURS)


@dataclass(frozen=True, slots=True)
class Bout:
    """Spasms of one region, each within 24 hours of the end of the one before; counted once."""

    spasms: tuple[Episode, ...]

    @property
    def day(self) -> date:
        """The diary day on which it began."""
        return self.spasms[0].day

    @property
    def region(self) -> Region | None:
        """The region of all its spasms; None: not stated."""
        return self.spasms[0].place


def bouts(diary: Diary) -> tuple[Bout, ...]:
    """All bouts, oldest first."""
    found: list[list[Episode]] = []
    running: dict[Region | None, tuple[list[Episode], datetime]] = {}
    for spasm in diary.episodes:
        started, end = spasm.onset.utc, known_end(diary, spasm)
        before = running.get(spasm.place)
        if before is None or started - before[1] >= APART:
            found.append([spasm])
            running[spasm.place] = (found[-1], end)
        else:
            before[0].append(spasm)
            running[spasm.place] = (before[0], max(before[1], end))
    return tuple(Bout(tuple(each)) for each in found)


def known_end(diary: Diary, spasm: Episode) -> datetime:
    """When it let go; where that is not known, the last moment at which it was still there.

    That is its last reading, else its beginning: an end that nobody noted is never "now".
    """
    if spasm.resolved is not None:
        return spasm.resolved.utc
    readings = [reading.at.utc for reading in diary.linked_readings(spasm.id)]
    return max([spasm.onset.utc, *readings])


def openings(diary: Diary) -> tuple[Episode, ...]:
    """The first spasm of each day that none touched the day before, nor ran into from before.

    One long spell so counts once. Oldest first.
    """
    touched = {day for spasm in diary.episodes for day in days_of(spasm) if day > spasm.day}
    began = {spasm.day for spasm in diary.episodes}
    first: dict[date, Episode] = {}
    for spasm in diary.episodes:
        eve = spasm.day - timedelta(days=1)
        if spasm.day not in touched and eve not in touched and eve not in began:
            first.setdefault(spasm.day, spasm)
    return tuple(first.values())
