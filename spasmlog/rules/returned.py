"""Which spasms came back after a treated one: what R09, R10 and the report count.

A return is certain when it is known when the treated spasm eased, else only possible.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode, Reading, TreatmentUse
from spasmlog.domain.scales import Nrs, Region
from spasmlog.i18n import N_
from spasmlog.rules.base import Standing, Threshold
from spasmlog.rules.sources import OSTELO, STANTON

SOONEST = Threshold(
    N_("From relief to the next spasm, at least"), 24, N_("hours"), Standing.ADAPTED, STANTON
)
LATEST = Threshold(
    N_("From relief to the next spasm, at most"), 30, N_("days"), Standing.ADAPTED, STANTON
)
PEAK = Threshold(N_("Strength of the next spasm, at least"), 3, "", Standing.ADAPTED, STANTON)
POINTS = Threshold(N_("Relief, at least"), 2, N_("points"), Standing.PUBLISHED, OSTELO)
SHARE = Threshold(
    N_("Relief as a share of the peak, at least"), 30, "%", Standing.PUBLISHED, OSTELO
)

_NEVER = datetime.min.replace(tzinfo=UTC)
_SLACK = timedelta(days=2)
"""More than a diary day can lie from its date in UTC, wherever and whenever it begins."""


class How(StrEnum):
    """How it is known when a treated spasm eased."""

    END = "end"
    READING = "reading"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """When a treated spasm eased; `at` and `day` are None where that is not known."""

    how: How
    at: datetime | None = None
    day: date | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A spasm `second` that came back after `first`, which had been treated with `uses`."""

    first: Episode
    uses: tuple[TreatmentUse, ...]
    relief: Relief
    second: Episode

    @property
    def certain(self) -> bool:
        """Known to have come back in time; else the treated spasm's relief is not known."""
        return self.relief.at is not None

    @property
    def region(self) -> Region | None:
        """The place of both; None is a group of its own."""
        return self.second.place

    @property
    def between(self) -> timedelta | None:
        """The time that passed from relief to the second spasm."""
        return None if self.relief.at is None else self.second.onset.utc - self.relief.at

    @property
    def days_between(self) -> int | None:
        """How many dates the second spasm is later than the relief."""
        return None if self.relief.day is None else (self.second.day - self.relief.day).days


def returns(diary: Diary, region: Region | None, since: date | None = None) -> tuple[Return, ...]:
    """The returns of one place, oldest first, each counted once; of days from `since` if given.

    Where several treated spasms lead to the same return, a certain one beats a possible one, and
    then the latest counts. Only what the diary knows is looked at: cut it with `as_of` first.
    """
    return returns_by_place(diary, since).get(region, ())


def returns_by_place(
    diary: Diary, since: date | None = None
) -> dict[Region | None, tuple[Return, ...]]:
    """The returns of every place that has any; places are never added up."""
    places: dict[Region | None, list[Episode]] = {place: [] for place in (*Region, None)}
    for each in sorted(diary.episodes, key=lambda each: (each.onset.utc, each.id)):
        places[each.place].append(each)
    found = ((place, _of_place(diary, spasms, since)) for place, spasms in places.items())
    return {place: each for place, each in found if each}


def _of_place(diary: Diary, spasms: Sequence[Episode], since: date | None) -> tuple[Return, ...]:
    onsets = [each.onset.utc for each in spasms]
    best: dict[str, Return] = {}
    for first in _not_long_over(diary, spasms, onsets, since):
        found = _return_of(diary, first, spasms, onsets)
        if found is not None and (since is None or found.second.day >= since):
            known = best.get(found.second.id, found)
            best[found.second.id] = known if known.certain > found.certain else found
    return tuple(sorted(best.values(), key=lambda each: (each.second.onset.utc, each.second.id)))


def _not_long_over(
    diary: Diary, spasms: Sequence[Episode], onsets: Sequence[datetime], since: date | None
) -> Iterator[Episode]:
    """The spasms that may lead to a return on `since` or later; it only spares time.

    A spasm with an end may do so for a month; one without, until a strong enough spasm has come
    after it, unless a reading of the last month may show that it eased only then.
    """
    if since is None:
        yield from spasms
        return
    begin = datetime.combine(since, time(), UTC) - _SLACK
    reach = begin - timedelta(days=LATEST.value)
    read = {each.episode_id for each in diary.between(Reading, (reach - _SLACK).date(), date.max)}
    earlier = reversed(spasms[: bisect_left(onsets, begin)])
    soonest = timedelta(hours=SOONEST.value)
    closed = next((e.onset.utc - soonest for e in earlier if _is_strong(diary, e)), _NEVER)
    for each in spasms:
        if each.resolved is not None:
            if each.resolved.utc >= reach:
                yield each
        elif each.onset.utc > closed or each.id in read:
            yield each


def _return_of(
    diary: Diary, first: Episode, spasms: Sequence[Episode], onsets: Sequence[datetime]
) -> Return | None:
    uses = diary.linked_uses(first.id)
    relief = _relief(diary, first, uses) if uses else None
    if relief is None:
        return None
    free_from = (relief.at or first.onset.utc) + timedelta(hours=SOONEST.value)
    start = max(bisect_left(onsets, free_from), bisect_right(onsets, first.onset.utc))
    later = islice(spasms, start, None)
    second = next((each for each in later if _is_strong(diary, each)), None)
    if second is None:
        return None
    if relief.at and second.onset.utc - relief.at > timedelta(days=LATEST.value):
        return None
    return Return(first=first, uses=uses, relief=relief, second=second)


def _is_strong(diary: Diary, spasm: Episode) -> bool:
    peak = diary.peak(spasm)
    return peak is not None and peak >= PEAK.value


def _relief(diary: Diary, first: Episode, uses: Sequence[TreatmentUse]) -> Relief | None:
    """When a treated spasm eased; None where its readings say that it did not."""
    if first.resolved is not None:
        return Relief(how=How.END, at=first.resolved.utc, day=first.resolved_day)
    treated = min(each.at.utc for each in uses)
    after = [
        each
        for each in diary.linked_readings(first.id)
        if each.pain is not None and each.at.utc > treated
    ]
    peak = diary.peak(first)
    if not after or peak is None:
        return Relief(how=How.UNKNOWN)
    eased = _eased(peak, after)
    if eased is None:
        return None
    return Relief(how=How.READING, at=eased.at.utc, day=eased.day, reading=eased)


def _eased(peak: Nrs, after: Sequence[Reading]) -> Reading | None:
    """The first reading with enough relief that no later one takes back."""
    eased = None
    for each in sorted(after, key=lambda each: each.at.utc):
        eased = (eased or each) if _is_relief(peak, each) else None
    return eased


def _is_relief(peak: Nrs, reading: Reading) -> bool:
    drop = peak - (reading.pain or 0)
    return drop >= POINTS.value and 100 * drop >= SHARE.value * peak
