"""One step curve: what it stands for, its line in pixels, and the places on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.analysis.survival import Survival
from spasmlog.charts.curve_frame import Frame, dashed
from spasmlog.charts.lettering import legible
from spasmlog.charts.sheet import Point, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One curve; `head` says what it stands for. An `other` one is dashed.

    `stops` are drawn as strokes on it, `open_at` as open circles; `half`: where half is reached
    is marked.
    """

    name: str
    head: str
    curve: Survival
    other: bool = False
    band: bool = False
    stops: tuple[float, ...] = ()
    open_at: tuple[float, ...] = ()
    half: bool = False

    @property
    def label(self) -> str:
        """The name as it can be drawn."""
        return legible(self.name)


def draw_curve(track: Track, points: Sequence[Point], sheet: Sheet) -> None:
    """The line through these points, as the curve is drawn."""
    style = sheet.style
    if track.other:
        sheet.strokes(dashed(points), style.text, line=1.8, order=4, gid="curve-other")
    else:
        sheet.strokes([points], style.treatment, line=2.4, order=4, gid="curve")


def steps_of(track: Track, frame: Frame, bottom: float, top: float) -> list[Point]:
    """Level until each step, and on to the last that is known."""
    curve, high = track.curve, top - bottom
    points = [(frame.x(0), top)]
    for at, share in zip(curve.times, curve.shares, strict=True):
        if at > frame.most:
            break
        y = bottom + high * share
        if y != points[-1][1]:
            points += [(frame.x(at), points[-1][1]), (frame.x(at), y)]
    end = frame.x(curve.lengths[-1])
    return points if points[-1][0] >= end else [*points, (end, points[-1][1])]


def points_on(
    track: Track, times: Sequence[float], frame: Frame, bottom: float, top: float
) -> list[Point]:
    """Where the curve is at these times, as far as the axis reaches."""
    high = top - bottom
    kept = sorted({each for each in times if each <= frame.most})
    return [(frame.x(at), bottom + high * track.curve.at(at).value) for at in kept]
