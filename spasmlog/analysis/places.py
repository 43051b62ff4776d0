"""Where the spasms of some days were: by region and side, and on the places of the body map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Region, Side

_ON_THE_MAP: dict[Region, tuple[str, ...]] = {
    Region.NECK: ("back-neck",),
    Region.UPPER_BACK: ("back-upper",),
    Region.MID_BACK: ("back-mid",),
    Region.LOW_BACK: ("back-lower",),
    Region.BUTTOCK: ("back-buttock",),
    Region.LEG: ("back-thigh", "back-calf"),
    Region.ARM: ("back-shoulder", "back-arm"),
}
_SIDES = {Side.LEFT: ("left",), Side.RIGHT: ("right",)}
_BOTH = ("left", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCount:
    """How many spasms were in a region, by side; `both` are both sides or the middle."""

    region: Region
    left: int
    right: int
    both: int
    unsaid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The spasms that began in a period, as far as they have a place.

    `parts` are the places of the body map with the number of spasms there, most first; one spasm
    may lie on several, and those `off_map` lie on none. `sideless` of the `placed` ones have no
    side: both halves count. `today` began on the day that is not over; `unplaced` have no place.
    """

    placed: tuple[Episode, ...]
    regions: tuple[RegionCount, ...]
    parts: tuple[tuple[str, int], ...]
    off_map: int
    sideless: int
    today: int
    unplaced: int


def places(diary: Diary, period: Period) -> Places:
    """Where the spasms that began in a period were."""
    spasms = diary.between(Episode, period.first, period.last)
    placed = tuple(each for each in spasms if each.place is not None)
    parts = Counter(part for each in placed for part in parts_of(each))
    return Places(
        placed=placed,
        regions=tuple(_count(region, placed) for region in _by_count(placed)),
        parts=tuple(sorted(parts.items(), key=lambda part: (-part[1], part[0]))),
        off_map=sum(not parts_of(each) for each in placed),
        sideless=sum(side_of(each) is None and bool(parts_of(each)) for each in placed),
        today=sum(each.day == diary.today for each in placed),
        unplaced=len(spasms) - len(placed),
    )


def side_of(episode: Episode) -> Side | None:
    """The side stated, else that of the places marked on the map; None: not stated."""
    if episode.side is not None or not episode.areas:
        return episode.side
    marked = {part.rpartition("-")[2] for part, pain in episode.areas if pain}
    if not marked:
        return None
    return Side(marked.pop()) if len(marked) == 1 else Side.BOTH


def parts_of(episode: Episode) -> list[str]:
    """The places marked on the map, else those of the region on the sides that were stated."""
    if episode.areas:
        return [part for part, pain in episode.areas if pain]
    found = _ON_THE_MAP.get(episode.region, ()) if episode.region is not None else ()
    sides = _SIDES.get(episode.side, _BOTH) if episode.side is not None else _BOTH
    return [f"{place}-{side}" for place in found for side in sides]


def _by_count(spasms: Sequence[Episode]) -> list[Region]:
    counts = Counter(each.place for each in spasms)
    return sorted((r for r in Region if counts[r]), key=lambda region: -counts[region])


def _count(region: Region, spasms: Sequence[Episode]) -> RegionCount:
    here = Counter(side_of(each) for each in spasms if each.place is region)
    return RegionCount(
        region=region,
        left=here[Side.LEFT],
        right=here[Side.RIGHT],
        both=here[Side.BOTH] + here[Side.MIDDLE],
        unsaid=here[None],
    )
