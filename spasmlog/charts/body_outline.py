"""The outline of the body, back and front, as it is drawn in the shipped picture: plain numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from spasmlog.paths import shipped

WIDE, HIGH = 360.0, 432.0
"""The size of the drawing, in its own units; down grows, as on a screen."""
HEAD = (15.5, 19.5)
"""Half the width and half the height of a head."""
BACK, FRONT = "back", "front"
MIDDLES: Mapping[str, float] = {BACK: 90.0, FRONT: 270.0}
"""Where the middle line of each figure stands."""
TOP = 6.0
_HEAD_DOWN = 26.0
_SPINE = (72.0, 184.0)
_SVG = "{http://www.w3.org/2000/svg}"
_PIECE = re.compile(r"([MLCZ])|(-?\d+(?:\.\d+)?)")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One piece of an outline: "M" to a point, "L" a line, "C" a curve of three, "Z" closes."""

    kind: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One place of the map: its id, which figure it is part of, and its edge."""

    part: str
    view: str
    strokes: tuple[Stroke, ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """All places, in the order of the picture: from head to foot, the back first."""
    return tuple(_outline(part, drawn) for part, drawn in drawings().items())


@cache
def drawings() -> Mapping[str, str]:
    """Each place by its id as the picture writes it: drawn for its right, about a middle of 0."""
    root = ElementTree.parse(shipped("resources", "bodymap.svg")).getroot()
    drawn = (each for each in root.iter(f"{_SVG}path") if each.get("class") == "region")
    return {each.get("id", ""): each.get("d", "") for each in drawn}


def head_of(view: str) -> Point:
    """The middle of a figure's head."""
    return MIDDLES[view], TOP + _HEAD_DOWN


def spine() -> tuple[Point, Point]:
    """The dotted line down the back."""
    return (MIDDLES[BACK], TOP + _SPINE[0]), (MIDDLES[BACK], TOP + _SPINE[1])


def left_of_picture(view: str) -> str:
    """Which of the person's sides is on the left: seen from behind the left, from before the right.

    The body is never mirrored, whatever way the words around it run.
    """
    return "left" if view == BACK else "right"


def _outline(part: str, drawn: str) -> Outline:
    """The picture has each place on its right; the ones of the other side are its mirror image."""
    view, _name, side = part.split("-")
    across = -1.0 if side == left_of_picture(view) else 1.0
    strokes = tuple(_strokes(drawn, across, MIDDLES[view]))
    return Outline(part=part, view=view, strokes=strokes)


def _strokes(drawn: str, across: float, middle: float) -> Iterator[Stroke]:
    kind, numbers = "", list[float]()
    for letter, number in [*_PIECE.findall(drawn), ("Z", "")]:
        if number:
            numbers.append(float(number))
            continue
        if kind:
            yield Stroke(kind, _points(numbers, across, middle))
        kind, numbers = letter, []


def _points(numbers: Iterable[float], across: float, middle: float) -> tuple[Point, ...]:
    flat = iter(numbers)
    return tuple((middle + across * x, TOP + y) for x, y in zip(flat, flat, strict=True))
