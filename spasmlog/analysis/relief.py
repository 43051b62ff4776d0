"""How a spasm was before a treatment and about two hours after it, for each treatment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from spasmlog.analysis.gates import (
    BEFORE_LATE_MIN,
    BEFORE_MIN,
    COMBINED_MIN,
    EASED_FROM,
    EASED_PERCENT,
    EASED_POINTS,
    LATER_FROM_MIN,
    LATER_MIN,
    LATER_TO_MIN,
)
from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode, TreatmentUse
from spasmlog.domain.scales import Nrs

BEFORE, AFTER_START = timedelta(minutes=BEFORE_MIN), timedelta(minutes=BEFORE_LATE_MIN)
TOGETHER = timedelta(minutes=COMBINED_MIN)
LATER = timedelta(minutes=LATER_MIN)
LATER_FROM, LATER_TO = timedelta(minutes=LATER_FROM_MIN), timedelta(minutes=LATER_TO_MIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One treated spasm: pain before its first treatment, and about two hours later.

    `after` is None where it let go sooner and nobody said how it was at two hours.
    """

    episode_id: str
    treatment_id: str
    before: Nrs
    after: Nrs | None

    @property
    def counts(self) -> bool:
        """Whether it began high enough to be able to ease."""
        return self.before >= EASED_FROM

    @property
    def eased(self) -> bool:
        """Lower by 2 points and by 30 %, or let go."""
        drop = self.before - (self.after or 0)
        return self.counts and drop >= EASED_POINTS and drop * 100 >= self.before * EASED_PERCENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """The pairs of one treatment: middle values of `n`, and how many of `of` had eased.

    The middle values are None where no pair has a number for two hours later.
    """

    before: float | None
    after: float | None
    n: int
    eased: int
    of: int


def relief(pairs: Iterable[Pair]) -> Relief | None:
    """What the pairs of one treatment come to; None without a pair."""
    listed = list(pairs)
    if not listed:
        return None
    known = [(float(each.before), float(each.after)) for each in listed if each.after is not None]
    return Relief(
        before=median(before for before, _after in known) if known else None,
        after=median(after for _before, after in known) if known else None,
        n=len(known),
        eased=sum(each.eased for each in listed),
        of=sum(each.counts for each in listed),
    )


def pairs(diary: Diary, period: Period) -> tuple[Pair, ...]:
    """The pairs of the spasms that began in a period and were first treated with one thing."""
    spasms = diary.between(Episode, period.first, period.last)
    found = (_pair(diary, each, diary.linked_uses(each.id)) for each in spasms)
    return tuple(each for each in found if each is not None)


Point = tuple[datetime, Nrs]


def _pair(diary: Diary, episode: Episode, uses: Sequence[TreatmentUse]) -> Pair | None:
    if not uses:
        return None
    first = uses[0]
    others = [use.at.utc for use in uses if use.treatment_id != first.treatment_id]
    if any(at - first.at.utc <= TOGETHER for at in others):
        return None
    readings = _readings(diary, episode, uses)
    start, stop = first.at.utc, min(others, default=first.at.utc + LATER_TO)
    before = [pain for at, pain in readings if start - BEFORE <= at <= start + AFTER_START]
    end = episode.resolved.utc if episode.resolved is not None else None
    if not before or (end is not None and end <= start):
        return None
    after = _after([point for point in readings if start < point[0] <= stop], end, start, stop)
    if after is None and (end is None or end > stop):
        return None
    return Pair(
        episode_id=episode.id, treatment_id=first.treatment_id, before=before[-1], after=after
    )


def _readings(diary: Diary, episode: Episode, uses: Sequence[TreatmentUse]) -> list[Point]:
    """The readings of the spasm and of its treatments, oldest first."""
    linked = {
        reading.id: reading
        for record_id in (episode.id, *(use.id for use in uses))
        for reading in diary.linked_readings(record_id)
    }
    return sorted((each.at.utc, each.pain) for each in linked.values() if each.pain is not None)


def _after(
    readings: Sequence[Point], end: datetime | None, start: datetime, stop: datetime
) -> Nrs | None:
    """The reading nearest two hours, an end within the same time counting as a 0."""
    ended = [(end, Nrs(0))] if end is not None and end <= stop else []
    near = [(at, pain) for at, pain in [*readings, *ended] if LATER_FROM <= at - start <= LATER_TO]
    return min(near, key=lambda point: abs(point[0] - start - LATER))[1] if near else None
