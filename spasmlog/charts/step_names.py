"""The names of step curves, right beside each: where no other curve or name is in the way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spasmlog.charts.curve_frame import Frame
from spasmlog.charts.sheet import Point, Rect, Sheet
from spasmlog.charts.step_track import Track, steps_of

HEIGHTS = (0.75, 0.6, 0.85, 0.4, 0.3, 0.2, 0.12)
"""Where the name of a curve may stand, as shares of the plot."""
GAP = 8.0


def write_names(
    tracks: Sequence[Track], frame: Frame, sheet: Sheet, bottom: float, top: float
) -> None:
    """Each at the first height that is free; the heading has the name of one without room."""
    lines = [steps_of(each, frame, bottom, top) for each in tracks]
    taken = [box for line in lines for box in _pieces(line)]
    for track, line in zip(tracks, lines, strict=True):
        wide, half = frame.letters.width(track.label), frame.style.px(9)
        heights = [bottom + (top - bottom) * share for share in HEIGHTS]
        places = [(_right_of(line, y - half) + GAP, y) for y in heights]
        end_x, end_y = line[-1]
        places += [(end_x - wide - GAP, end_y + way * (half + 4)) for way in (-1, 1)]
        for left, y in places:
            room = (left - 4, y - half, left + wide + 4, y + half)
            inside = left >= frame.left and room[2] < frame.right and bottom < room[1]
            if inside and not any(_touch(room, each) for each in taken):
                taken.append(room)
                sheet.write(track.label, left, y, color=frame.style.text, gid="name")
                break


def _pieces(line: Sequence[Point]) -> list[Rect]:
    """The pieces of a step line, which are level or upright."""
    return [
        (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        for a, b in pairwise(line)
    ]


def _right_of(line: Sequence[Point], y: float) -> float:
    """How far right a falling line reaches above a height."""
    return max((x for x, high in line if high >= y), default=0.0)


def _touch(one: Rect, other: Rect) -> bool:
    across = one[0] <= other[2] and other[0] <= one[2]
    return across and one[1] <= other[3] and other[1] <= one[3]
