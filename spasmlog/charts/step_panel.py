"""A panel of step curves: the share still without something, from 100 % down, and who is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spasmlog.analysis.survival import Survival
from spasmlog.charts.curve_frame import PLOT, Frame, Level, levels, ticks_row, words_row
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Rect, Row, Sheet
from spasmlog.charts.step_names import write_names
from spasmlog.charts.step_track import Track, draw_curve, points_on, steps_of
from spasmlog.charts.style import Style
from spasmlog.charts.text_block import Line
from spasmlog.charts.words_numbers import percent
from spasmlog.i18n import format_number

LEVELS = (Level(0, "0 %"), Level(0.5, "50 %"), Level(1, "100 %"))
MOST_SPOTS = 40
"""Steps of a curve that have words of their own."""
SAMPLE = 26.0
STOP, RUG = 9.0, 10.0
"""How high a stroke of a follow-up that ended is, and one of the row beneath."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What is drawn and how it is told; `steps` are the distances that labels may have.

    `told` has the words of a place of a curve; `left` heads the numbers of who is left.
    `rug`: a stroke beneath for each follow-up, its time and whether it ended with the event.
    """

    says: str
    tracks: tuple[Track, ...]
    most: float
    steps: tuple[float, ...]
    tick: Callable[[float], str]
    unit: str
    left: str
    told: Callable[[Track, float], str]
    rug: tuple[tuple[float, bool], ...] = ()


def panel_rows(panel: Panel, style: Style, letters: Lettering) -> list[Row]:
    """From its heading to the numbers beneath."""
    several = len(panel.tracks) > 1
    most = [format_number(each.curve.n) for each in panel.tracks]
    # The first number stands around the edge of the plot; the names beside it keep clear of it.
    named = (f"{each.label} {n}" for each, n in zip(panel.tracks, most, strict=True))
    beside = ["100 %", *(named if several else ())]
    frame = Frame.of(style, letters, beside, (), panel.most)
    ticks = frame.ticks(panel.steps, panel.tick, letters.widest(most))
    rows = [_head_row(each, frame, several) for each in panel.tracks]
    rows += [
        words_row(frame, [Line(panel.says)], space=style.px(16)),
        Row(PLOT, lambda *place: _draw(panel, frame, *place), grows=True),
        *([_rug_row(panel, frame)] if panel.rug else []),
        ticks_row(frame, ticks),
        words_row(frame, [Line(panel.unit)], frame.left, space=style.px(8)),
        words_row(frame, [Line(panel.left)], space=2),
    ]
    return rows + [_count_row(each, frame, ticks, several) for each in panel.tracks]


def place_words(track: Track, at: float, when: str, without: str) -> str:
    """The words of a place: when, and which share is still without it."""
    share = track.curve.at(at)
    return "\n".join((track.name, when, without.format(share=percent(share.value))))


def _head_row(track: Track, frame: Frame, several: bool) -> Row:
    """What a curve stands for; of several each with a piece of its line."""
    left = SAMPLE + 8 if several else 0.0
    row = words_row(frame, [Line(track.head, strong=True)], left, space=0)

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        row.draw(sheet, bottom, top)
        if several:
            y = top - frame.style.px(9)
            draw_curve(track, [(0.0, y), (SAMPLE, y)], sheet)

    return Row(row.height, draw)


def _draw(panel: Panel, frame: Frame, sheet: Sheet, bottom: float, top: float) -> None:
    levels(frame, LEVELS, sheet, bottom, top)
    for track in panel.tracks:
        _track(track, frame, sheet, bottom, top)
        for at in _told_at(track.curve, panel.most):
            y = bottom + (top - bottom) * track.curve.at(at).value
            sheet.spot(frame.x(at), y, panel.told(track, at))
    if len(panel.tracks) > 1:
        write_names(panel.tracks, frame, sheet, bottom, top)


def _track(track: Track, frame: Frame, sheet: Sheet, bottom: float, top: float) -> None:
    style = frame.style
    color = style.text if track.other else style.treatment
    if track.band:
        _band(track, frame, sheet, bottom, top)
    draw_curve(track, steps_of(track, frame, bottom, top), sheet)
    half = STOP / 2
    stops = points_on(track, track.stops, frame, bottom, top)
    strokes = [((x, y - half), (x, y + half)) for x, y in stops]
    sheet.strokes(strokes, color, line=1.4, order=4.5, gid="stop")
    circles = points_on(track, track.open_at, frame, bottom, top)
    sheet.marks(circles, "o", 7.0, color, line=1.4, order=5, gid="holding")
    _half(track, frame, sheet, bottom, top)


def _band(track: Track, frame: Frame, sheet: Sheet, bottom: float, top: float) -> None:
    """Soft where there is colour, and dotted at both limits, which is enough on paper."""
    curve, high, style = track.curve, top - bottom, frame.style
    ends = [*curve.times[1:], curve.lengths[-1]]
    rects: list[Rect] = []
    for at, until, limits in zip(curve.times, ends, curve.band, strict=True):
        if limits is not None and at < min(until, frame.most):
            low, most = bottom + high * limits.low, bottom + high * limits.high
            rects.append((frame.x(at), low, frame.x(until), most))
    sheet.blocks(rects, style.treatment_soft, order=0.4, gid="band")
    edges = [((one, y), (other, y)) for one, low, other, most in rects for y in (low, most)]
    sheet.strokes(edges, style.treatment, dots=True, order=0.5, gid="band-edge")


def _half(track: Track, frame: Frame, sheet: Sheet, bottom: float, top: float) -> None:
    """Along to where half is reached, and down."""
    at = track.curve.median
    if track.half and at is not None and at <= frame.most:
        x, y = frame.x(at), bottom + (top - bottom) / 2
        ways = [((frame.left, y), (x, y)), ((x, y), (x, bottom))]
        sheet.strokes(ways, frame.style.text, line=1.2, dots=True, order=3.5, gid="half")


def _told_at(curve: Survival, most: float) -> list[float]:
    """The steps down, the most even choice of them where they are very many."""
    found: list[float] = []
    before = 1.0
    for at, share in zip(curve.times, curve.shares, strict=True):
        if share < before and at <= most:
            found.append(at)
        before = share
    if not found:
        return [min(curve.lengths[-1], most)]
    every = -(-len(found) // MOST_SPOTS)
    return found[::every]


def _count_row(track: Track, frame: Frame, ticks: Sequence[tuple[float, str]], named: bool) -> Row:
    """How many were still followed at each time that is named beneath the axis."""
    style, letters = frame.style, frame.letters

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        y = (bottom + top) / 2
        if named:
            text = letters.fit(track.label, frame.left - style.px(18))
            sheet.write(text, 0, y, color=style.quiet, gid="count-name")
        for at, _text in ticks:
            if at > track.curve.lengths[-1]:
                break
            text = format_number(track.curve.at_risk(at))
            left = frame.label_left(at, letters.width(text))
            sheet.write(text, left, y, color=style.text, gid="count")

    return Row(style.px(18), draw)


def _rug_row(panel: Panel, frame: Frame) -> Row:
    """A stroke for each follow-up: a whole one where it ended with the event, half a one else."""

    def draw(sheet: Sheet, _bottom: float, top: float) -> None:
        high = top - 3
        strokes = [
            ((frame.x(at), high), (frame.x(at), high - (RUG if event else RUG / 2)))
            for at, event in sorted(set(panel.rug))
        ]
        sheet.strokes(strokes, frame.style.treatment, line=1.4, gid="rug")

    return Row(RUG + 5, draw)
