"""A bout of spasms with all that was noted and done about it, on one line of time.

A spasm that begins less than 24 hours after the previous one in the same place had let go is the
same one coming on again: it is neither one left alone nor a return.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from spasmlog.analysis.bouts import Bout, bouts
from spasmlog.analysis.gates import EASED_PERCENT, EASED_POINTS
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode, Reading, TreatmentUse
from spasmlog.domain.scales import Nrs, OnsetExact, Region


@dataclass(frozen=True, slots=True)
class Point:
    """Pain at an instant, and the record that says so; letting go is a 0 at that minute.

    `running`: its spasm had not let go by then, as far as is known. `end`: it let go then, and
    `day` is the last day that it touched.
    """

    at: datetime
    day: date
    pain: Nrs
    record_id: str
    running: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """The spasms of one bout, oldest first, the uses linked to them, and all numbers known.

    `points` are the readings with a number that are linked to its spasms or uses, as far as the
    beginning of the next bout there, and the ends of its spasms, oldest first.
    """

    place: Region | None
    spasms: tuple[Episode, ...]
    uses: tuple[TreatmentUse, ...]
    points: tuple[Point, ...]

    @property
    def onset(self) -> datetime:
        """When the first of its spasms began."""
        return self.spasms[0].onset.utc

    @property
    def day(self) -> date:
        """The diary day on which the first of its spasms began."""
        return self.spasms[0].day

    @property
    def timed(self) -> bool:
        """Whether its beginning is known more exactly than the day."""
        return self.spasms[0].onset_exact is OnsetExact.MINUTE

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its spasms."""
        return tuple(each.id for each in self.spasms)

    @property
    def last_day(self) -> date:
        """The last day on which it is known to have been there."""
        noted = (each.day for each in self.points if each.end or (each.running and each.pain))
        return max([*noted, *(each.day for each in self.spasms)])

    @property
    def last(self) -> Episode | None:
        """The spasm that let go last; None while the newest has no known end."""
        return None if self.spasms[-1].resolved is None else max(self.spasms, key=_end)


def traced(diary: Diary) -> tuple[Traced, ...]:
    """All bouts, oldest first; the places are apart, and "not stated" is one of its own."""
    return tuple(_traced(diary, each) for each in bouts(diary))


def has_eased(before: Nrs, later: Nrs) -> bool:
    """Lower by 2 points and by 30 %."""
    drop = before - later
    return drop >= EASED_POINTS and 100 * drop >= EASED_PERCENT * before


def _traced(diary: Diary, bout: Bout) -> Traced:
    uses = [use for each in bout.spasms for use in diary.linked_uses(each.id)]
    points = _points(diary, bout.spasms)
    until = bout.until
    return Traced(
        place=bout.region,
        spasms=bout.spasms,
        uses=tuple(sorted(uses, key=lambda use: (use.at.utc, use.id))),
        points=tuple(each for each in points if until is None or each.end or each.at < until),
    )


def _points(diary: Diary, spasms: Sequence[Episode]) -> tuple[Point, ...]:
    found: dict[str, Point] = {}
    for spasm in spasms:
        uses = (use.id for use in diary.linked_uses(spasm.id))
        for linked in (spasm.id, *uses):
            for each in diary.linked_readings(linked):
                if each.pain is not None:
                    found[each.id] = _point(spasm, each, each.pain)
        if spasm.resolved is not None and spasm.resolved_day is not None:
            at, day = spasm.resolved.utc, spasm.resolved_day
            found[spasm.id] = Point(at, day, Nrs(0), spasm.id, end=True)
    return tuple(sorted(found.values(), key=lambda point: (point.at, point.pain, point.record_id)))


def _point(spasm: Episode, reading: Reading, pain: Nrs) -> Point:
    over = spasm.resolved is not None and spasm.resolved.utc <= reading.at.utc
    return Point(reading.at.utc, reading.day, pain, reading.id, running=not over)


def _end(spasm: Episode) -> datetime:
    return spasm.onset.utc if spasm.resolved is None else spasm.resolved.utc
