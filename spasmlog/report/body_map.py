"""The pain map for paper: the outline of the body, each place shaded by its share of the spasms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from spasmlog.charts.body_outline import BACK, FRONT, drawings, left_of_picture
from spasmlog.i18n import _

_FILLS = ("#FFFFFF", "#D0D0D0", "#A0A0A0", "#585858")
_TEXT = 26
_UNIT = 9 / _TEXT
"""The size of the labels in units of the drawing, and the unit in points: labels of 9."""
_LABEL_GAP = 29
_VIEWS = (BACK, FRONT)
_HALF = 84
_MARGIN = 62
_WHOLE, _TRUNK = 404, 250
"""Down to the feet, or to the thighs where nothing lies below."""
_BELOW = ("thigh", "calf", "shin", "foot")


def draw(parts: Mapping[str, int], total: int) -> bytes:
    """The map as SVG: the back, and the front too where something lies there."""
    views = [view for view in _VIEWS if view == BACK or _any(view, parts)]
    width = sum(2 * (_HALF + _MARGIN) for _view in views)
    body = "".join(
        _figure(view, parts, total, (2 * place + 1) * (_HALF + _MARGIN))
        for place, view in enumerate(views)
    )
    height = _WHOLE if any(each in part for part in parts for each in _BELOW) else _TRUNK
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{_UNIT * width:.1f}pt" height="{_UNIT * height:.1f}pt">{body}</svg>'
    ).encode()


def _any(view: str, parts: Mapping[str, int]) -> bool:
    return any(part.startswith(view) for part in parts)


def _figure(view: str, parts: Mapping[str, int], total: int, middle: int) -> str:
    shapes = "".join(
        _shape(path, part, parts.get(part, 0), total)
        for part, path in drawings().items()
        if part.startswith(f"{view}-")
    )
    left = left_of_picture(view)
    labels = _labels(view, parts, left)
    words = {"left": _("Left"), "right": _("Right")}
    other = "right" if left == "left" else "left"
    return (
        f'<g transform="translate({middle} 6)">'
        f'<ellipse cx="0" cy="26" rx="15.5" ry="19.5" fill="#FFFFFF" stroke="#404040" '
        f'stroke-width="1.6"/>{shapes}'
        f"{_text(-34, 26, words[left], 'end')}{_text(34, 26, words[other], 'start')}"
        f"{labels}</g>"
    )


def _shape(path: str, part: str, count: int, total: int) -> str:
    mirrored = part.endswith("-left") is part.startswith("back")
    turn = ' transform="scale(-1 1)"' if mirrored else ""
    edge = ("#000000", 1.6) if count else ("#8C8C8C", 1)
    return (
        f'<path d="{path}" fill="{_fill(count, total)}" stroke="{edge[0]}" '
        f'stroke-width="{edge[1]}" stroke-linejoin="round"{turn}/>'
    )


def _fill(count: int, total: int) -> str:
    """None, up to a third, up to two thirds, more."""
    steps = 0 if not count else 1 + (3 * count > total) + (3 * count > 2 * total)
    return _FILLS[steps]


def _labels(view: str, parts: Mapping[str, int], left: str) -> str:
    said: list[str] = []
    for side in ("left", "right"):
        shown = sorted(
            (_centre(part), count)
            for part, count in parts.items()
            if part.startswith(f"{view}-") and part.endswith(f"-{side}")
        )
        direction = -1 if side == left else 1
        heights = _spread([height for (height, _across), _count in shown])
        for ((height, across), count), at in zip(shown, heights, strict=True):
            said.append(_label(direction, (height, across), at, str(count)))
    return "".join(said)


def _label(direction: int, centre: tuple[float, float], at: float, words: str) -> str:
    anchor = "end" if direction < 0 else "start"
    edge = direction * (_HALF + 6)
    return (
        f'<path d="M{direction * centre[1]:.1f} {centre[0]:.1f} L{edge} {at:.1f}" '
        f'stroke="#000000" stroke-width="1.2" fill="none"/>'
        f'<circle cx="{direction * centre[1]:.1f}" cy="{centre[0]:.1f}" r="2.4" fill="#000000"/>'
        f"{_text(direction * (_HALF + 12), at + _TEXT / 3, words, anchor)}"
    )


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="Noto Sans" font-size="{_TEXT}" '
        f'text-anchor="{anchor}" fill="#000000">{escape(words)}</text>'
    )


def _spread(heights: Sequence[float]) -> list[float]:
    """The same heights, moved down where two labels would touch."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + _LABEL_GAP) if placed else height)
    return placed


def _centre(part: str) -> tuple[float, float]:
    """About the middle of a place: its height, and its distance from the middle line."""
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", drawings()[part])]
    across, down = numbers[::2], numbers[1::2]
    return (min(down) + max(down)) / 2, (min(across) + max(across)) / 2
