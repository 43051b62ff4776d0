"""Where things stand on the day line: times to pixels, lanes, and labels that do not collide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

WORST = 10
HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something at a time of the day, in minutes since its midnight (past 1440 after the next).

    `kind`: reading, spasm, drink, stretch, activity or treatment. A spasm without an end runs on.
    """

    kind: str
    start: int
    end: int | None = None
    value: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The pixels of the axes: `left` to `right` is the day, `top` is pain 10, `base` pain 0."""

    left: float
    right: float
    top: float
    base: float
    first: int
    last: int

    def x(self, minute: float) -> float:
        """A minute's place; what lies outside the shown hours stands at their edge."""
        share = (minute - self.first) / max(self.last - self.first, 1)
        return self.left + (self.right - self.left) * min(max(share, 0), 1)

    def y(self, pain: float) -> float:
        """A pain's height."""
        return self.base - (self.base - self.top) * pain / WORST

    def hours(self, label_width: float) -> tuple[int, ...]:
        """The minutes that get an hour below the axis, as many as fit; every third by choice."""
        for step in (3, 6, 12):
            every = step * HOUR
            if self.x(self.first + every) - self.left >= label_width + 10:
                break
        begin = -(-self.first // every) * every
        return tuple(range(begin, self.last + 1, every))


def free_spots(
    wanted: Sequence[Sequence[QRectF]], taken: Sequence[QRectF]
) -> tuple[QRectF | None, ...]:
    """For each label the first of its spots that touches nothing placed before it, or None."""
    used = list(taken)
    found: list[QRectF | None] = []
    for spots in wanted:
        spot = next((one for one in spots if not any(map(one.intersects, used))), None)
        if spot is not None:
            used.append(spot)
        found.append(spot)
    return tuple(found)


def in_lanes(spans: Sequence[tuple[float, float]], lanes: int) -> tuple[int, ...]:
    """The lane for each span (left, right), so that none lies on another while lanes suffice."""
    ends = [float("-inf")] * lanes
    chosen = []
    for left, right in spans:
        lane = next((at for at, end in enumerate(ends) if left >= end), lanes - 1)
        ends[lane] = max(ends[lane], right)
        chosen.append(lane)
    return tuple(chosen)
