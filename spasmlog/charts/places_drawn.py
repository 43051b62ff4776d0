"""Draws where spasms were: the outline of the body, shaded, with the count in each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from matplotlib.patches import Ellipse, PathPatch
from matplotlib.path import Path

from spasmlog.analysis.gates import PLACES_SPASMS
from spasmlog.analysis.places import Places
from spasmlog.charts.body_outline import (
    BACK,
    FRONT,
    HEAD,
    HIGH,
    MIDDLES,
    TOP,
    WIDE,
    Outline,
    Stroke,
    head_of,
    left_of_picture,
    outlines,
)
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import POINT, Drawing, Row, Sheet, compose
from spasmlog.charts.style import Style, ink_on
from spasmlog.charts.words_body import part_name
from spasmlog.charts.words_places import of_all, with_a_place
from spasmlog.i18n import _, format_number, sentence

UNIT = 0.9
"""Pixels for each unit of the outline, at the text scale."""
HALF = WIDE / 2
SIDE_AWAY, SIDE_DOWN, SIDE_ROOM = 58.0, 32.0, 56.0
VIEW_DOWN = 420.0
NECK_AWAY = 27.0
LINE, LISTED = 22.0, 12
LIST_GAP, LIST_LEAST, LIST_MOST = 28.0, 190.0, 330.0
SHADES = (0.16, 0.36, 0.62)
"""How much of the ink is in the ground: up to a third of the spasms, two thirds, more."""
_CODES = {"M": (Path.MOVETO,), "L": (Path.LINETO,), "C": (Path.CURVE4,) * 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is drawn, and at how many pixels for each unit of the outline."""

    found: Places
    style: Style
    letters: Lettering
    unit: float
    views: tuple[str, ...]

    @property
    def high(self) -> float:
        """The height of a figure."""
        return HIGH * self.unit


def places_drawn(found: Places, style: Style) -> Drawing:
    """The back, and the front where something lies there; below each other where it is narrow."""
    counted = {part for part, _n in found.parts}
    front = any(part.startswith(FRONT) for part in counted)
    unit = min(style.px(UNIT), style.width / HALF)
    body = Body(
        found=found,
        style=style,
        letters=Lettering(style),
        unit=unit,
        views=(BACK, FRONT) if front else (BACK,),
    )
    aside = WIDE * unit <= style.width or not front
    groups = [body.views] if aside else [(view,) for view in body.views]
    rows = [Row(body.high, partial(_figures, body, views)) for views in groups]
    return compose(style, body.letters, None, rows)


def _figures(body: Body, views: Sequence[str], sheet: Sheet, _low: float, top: float) -> None:
    """One or two figures side by side, and the list where there is room beside them."""
    for at, view in enumerate(views):
        left = at * HALF * body.unit - (MIDDLES[view] - HALF / 2) * body.unit
        _figure(body, sheet, (left, top), view)
    start = len(views) * HALF * body.unit + body.style.px(LIST_GAP)
    if views[-1] == body.views[-1] and body.style.width - start >= body.style.px(LIST_LEAST):
        _list(body, sheet, start, top)


def _figure(body: Body, sheet: Sheet, corner: tuple[float, float], view: str) -> None:
    counts = dict(body.found.parts)
    mine = [each for each in outlines() if each.view == view]
    for each in mine:
        _edge(body, sheet, corner, each)
    for each in sorted(mine, key=lambda each: counts.get(each.part, 0)):
        _fill(body, sheet, corner, each, counts.get(each.part, 0))
    _head(body, sheet, corner, view)
    _words(body, sheet, corner, view)
    for part, n in body.found.parts:
        for each in mine:
            if each.part == part:
                _count(body, sheet, corner, each, n)


def _place(body: Body, corner: tuple[float, float], at: tuple[float, float]) -> tuple[float, float]:
    """Where a point of the outline lies on the sheet, whose y runs upwards."""
    return corner[0] + at[0] * body.unit, corner[1] - at[1] * body.unit


def _path(body: Body, corner: tuple[float, float], strokes: Sequence[Stroke]) -> Path:
    points: list[tuple[float, float]] = []
    codes: list[Any] = []
    for stroke in strokes:
        points += [_place(body, corner, each) for each in stroke.points] or [points[0]]
        codes += _CODES.get(stroke.kind, (Path.CLOSEPOLY,))
    return Path(points, codes)


def _shape(
    sheet: Sheet, path: Path, fill: str | None, edge: str, line: float, order: float
) -> None:
    shape = PathPatch(
        path,
        facecolor=fill or "none",
        edgecolor=edge,
        linewidth=line * POINT,
        joinstyle="round",
        zorder=order,
        gid="place" if fill else "silhouette",
    )
    shape.set_transform(sheet.px)
    sheet.figure.add_artist(shape)
    shape.set_clip_on(False)


def _edge(body: Body, sheet: Sheet, corner: tuple[float, float], each: Outline) -> None:
    _shape(sheet, _path(body, corner, each.strokes), None, body.style.hatch, 3, 1)


def _fill(body: Body, sheet: Sheet, corner: tuple[float, float], each: Outline, n: int) -> None:
    style = body.style
    edge = style.text if n else style.grid
    order = 2.5 if n else 2
    _shape(sheet, _path(body, corner, each.strokes), shade(body.found, style, n), edge, 1, order)


def shade(found: Places, style: Style, n: int) -> str:
    """The darker the more of the spasms; the lightest for any where there are too few of them."""
    if not n:
        return style.paper
    total = len(found.placed)
    step = (3 * n > total) + (3 * n > 2 * total) if total >= PLACES_SPASMS else 0
    return _blend(style.paper, style.text, SHADES[step])


def _blend(ground: str, ink: str, share: float) -> str:
    pairs = ((int(ground[at : at + 2], 16), int(ink[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _head(body: Body, sheet: Sheet, corner: tuple[float, float], view: str) -> None:
    across, down = (2 * half * body.unit for half in HEAD)
    shape = Ellipse(
        _place(body, corner, head_of(view)),
        across,
        down,
        facecolor=body.style.paper,
        edgecolor=body.style.hatch,
        linewidth=1.5 * POINT,
        zorder=3,
        gid="head",
    )
    shape.set_transform(sheet.px)
    sheet.figure.add_artist(shape)
    shape.set_clip_on(False)


def _words(body: Body, sheet: Sheet, corner: tuple[float, float], view: str) -> None:
    """Left and right as words, as the two figures have them on different sides."""
    sides = {"left": _("Left"), "right": _("Right")}
    near = left_of_picture(view)
    far = "right" if near == "left" else "left"
    named = _("Back") if view == BACK else _("Front")
    middle = MIDDLES[view]
    spots = (
        (middle - SIDE_AWAY, SIDE_DOWN, sides[near]),
        (middle + SIDE_AWAY, SIDE_DOWN, sides[far]),
        (middle, VIEW_DOWN, named),
    )
    for across, down, words in spots:
        x, y = _place(body, corner, (across, down))
        shown = body.letters.fit(words, SIDE_ROOM * body.unit)
        sheet.write(shown, x, y, color=body.style.quiet, align="center", gid="side")


def _count(body: Body, sheet: Sheet, corner: tuple[float, float], each: Outline, n: int) -> None:
    """In the place, on its own ground, so that it can be read where the place is narrow."""
    text = format_number(n)
    middle, (across, down) = MIDDLES[each.view], _middle(each)
    least = (body.letters.width(text, bold=True) / 2 + 3) / body.unit
    away = max(abs(across - middle), least, NECK_AWAY if "-neck-" in each.part else 0)
    x, y = _place(body, corner, (middle + (away if across > middle else -away), down))
    fill = shade(body.found, body.style, n)
    sheet.write(text, x, y, color=ink_on(fill), bold=True, align="center", ground=fill, gid="count")
    words = _("{place}\n{n} spasms").format(
        place=sentence(part_name(each.part)), n=of_all(n, body.found)
    )
    sheet.spot(x, y, words)


def _middle(each: Outline) -> tuple[float, float]:
    """About the middle of a place."""
    points = [point for stroke in each.strokes for point in stroke.points]
    across, down = zip(*points, strict=True)
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2


def _list(body: Body, sheet: Sheet, left: float, top: float) -> None:
    """The places by name with their counts, most first."""
    style, found = body.style, body.found
    right = left + min(style.width - left - 1, style.px(LIST_MOST))
    y = top - style.px(LINE) * 0.5 - TOP * body.unit
    head = body.letters.fit(with_a_place(found), right - left, bold=True)
    sheet.write(head, left, y, color=style.text, bold=True, gid="list")
    for part, n in found.parts[:LISTED]:
        y -= style.px(LINE)
        count = of_all(n, found)
        room = right - left - body.letters.width(count) - 8
        name = body.letters.fit(sentence(part_name(part)), room)
        sheet.write(name, left, y, color=style.text, gid="list")
        sheet.write(count, right, y, color=style.quiet, align="right", gid="list")
