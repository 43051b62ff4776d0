"""Spasms left alone that were as the treated ones were: the same place, delay and pain.

An untreated spasm's clock starts at the reading that it is compared by, not at its onset: the
treated ones had to last until they were treated.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from spasmlog.analysis.follow_up import FOLLOW, FollowUp, follow
from spasmlog.analysis.gates import EASED_FROM, SAME_DELAY_MIN, SAME_PAIN
from spasmlog.analysis.traced import Point, Traced
from spasmlog.analysis.treated import Use
from spasmlog.domain.scales import Region

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The treated spasms that have a match, and the matching ones left alone, each once."""

    treated: tuple[FollowUp, ...]
    alone: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """A number of a spasm left alone while it ran; `usable`: it can be followed from there."""

    bout: Traced
    point: Point
    delay: float
    usable: bool

    def follow_up(self) -> FollowUp | None:
        return follow(self.bout, self.bout.day, self.point, self.point.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The starts of one place, bout by bout, oldest first within each, and their columns."""

    starts: tuple[_Start, ...]
    delay: Numbers
    pain: Numbers
    usable: Numbers
    same_next: Numbers

    @classmethod
    def of(cls, starts: Sequence[_Start]) -> _Place:
        import numpy as np

        pairs = pairwise(starts)
        return cls(
            starts=tuple(starts),
            delay=np.array([each.delay for each in starts]),
            pain=np.array([each.point.pain for each in starts]),
            usable=np.array([each.usable for each in starts]),
            same_next=np.array([one.bout is other.bout for one, other in pairs] + [False]),
        )

    def matches(self, delay: float, before: int) -> Iterator[_Start]:
        """The last number of each spasm within the delay, where it matches."""
        import numpy as np

        near = np.abs(self.delay - delay) <= SAME_DELAY_MIN
        last = near & ~(self.same_next & np.append(near[1:], False))
        alike = np.abs(self.pain - before) <= SAME_PAIN
        return (self.starts[at] for at in np.flatnonzero(last & alike & self.usable))


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """All spasms left alone, ready to be looked up by place."""

    places: dict[Region | None, _Place]

    @classmethod
    def of(cls, bouts: Iterable[Traced], today: date) -> LeftAlone:
        """Of these bouts; those that began on the unfinished day are not in."""
        places: dict[Region | None, list[_Start]] = {}
        for each in bouts:
            if not each.uses and each.timed and each.day < today:
                places.setdefault(each.place, []).extend(_starts(each))
        return cls({place: _Place.of(starts) for place, starts in places.items() if starts})

    def beside(self, uses: Iterable[Use]) -> Compared:
        """These treated spasms and those that match any of them.

        One that matches several is followed from where the delay is nearest.
        """
        treated: list[FollowUp] = []
        best: dict[str, tuple[float, _Start]] = {}
        for use in uses:
            found = self._matches(use)
            if found:
                treated.append(use.follow_up)
            for apart, start in found:
                key = start.bout.spasms[0].id
                if key not in best or apart < best[key][0]:
                    best[key] = (apart, start)
        starts = sorted((start for _apart, start in best.values()), key=lambda each: each.point.at)
        alone = (start.follow_up() for start in starts)
        return Compared(treated=tuple(treated), alone=tuple(each for each in alone if each))

    def _matches(self, use: Use) -> list[tuple[float, _Start]]:
        place = self.places.get(use.place)
        if place is None or use.delay is None:
            return []
        found = place.matches(use.delay, use.follow_up.before)
        return [(abs(each.delay - use.delay), each) for each in found]


def _starts(bout: Traced) -> Iterator[_Start]:
    """Its numbers while it ran; one can be followed where another comes within two days."""
    times = [each.at for each in bout.points]
    for point in bout.points:
        after = bisect_right(times, point.at)
        following = times[after : after + 1]
        if point.running:
            yield _Start(
                bout=bout,
                point=point,
                delay=(point.at - bout.onset).total_seconds() / 60,
                usable=point.pain >= EASED_FROM
                and any(at - point.at <= FOLLOW for at in following),
            )
