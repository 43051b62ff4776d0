"""Spasms that hang together, and the days on which one began out of nothing."""

from __future__ import annotations

from collections.abc import Sequence
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
    """Spasms of one region, each within 24 hours of the end of the one before; counted once.

    `until` is when the next bout of that region begins: what is noted from then on is not about
    this one.
    """

    spasms: tuple[Episode, ...]
    until: datetime | None = None

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
    until: dict[str, datetime] = {}
    running: dict[Region | None, tuple[list[Episode], datetime]] = {}
    following = _following(diary.episodes)
    for spasm in diary.episodes:
        started, end = spasm.onset.utc, known_end(diary, spasm, following.get(spasm.id))
        before = running.get(spasm.place)
        if before is not None and started - before[1] < APART:
            before[0].append(spasm)
            running[spasm.place] = (before[0], max(before[1], end))
            continue
        if before is not None:
            until[before[0][0].id] = started
        found.append([spasm])
        running[spasm.place] = (found[-1], end)
    return tuple(Bout(tuple(each), until.get(each[0].id)) for each in found)


def known_end(diary: Diary, spasm: Episode, following: datetime | None = None) -> datetime:
    """When it let go; where that is not known, the last moment at which it was still there.

    That is its last reading, else its beginning: an end that nobody noted is never "now". Nor do
    readings tell so from `following` on, when the next one there began: while a spasm stands as
    running, all readings are linked to it, and a forgotten one would take in every later spasm.
    """
    if spasm.resolved is not None:
        return spasm.resolved.utc
    readings = (reading.at.utc for reading in diary.linked_readings(spasm.id))
    own = [at for at in readings if following is None or at < following]
    return max([spasm.onset.utc, *own])


def _following(spasms: Sequence[Episode]) -> dict[str, datetime]:
    """When the next spasm of the same region began, by id."""
    found: dict[str, datetime] = {}
    newest: dict[Region | None, Episode] = {}
    for spasm in spasms:
        before = newest.get(spasm.place)
        if before is not None:
            found[before.id] = spasm.onset.utc
        newest[spasm.place] = spasm
    return found


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
