"""Draws the time of day: four columns over the waking hours, and one apart for sleep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from spasmlog.analysis.time_of_day import TimeOfDay
from spasmlog.charts.hours import band_name
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Drawing, Row, Sheet, compose
from spasmlog.charts.style import Style
from spasmlog.charts.words_pattern import mean_hour_words
from spasmlog.i18n import _, format_clock, format_number, ngettext

HEIGHT = 120.0
WIDEST = 760.0
SHARE, GAP = 0.18, 6.0
"""Of the width the column of sleep takes, and pixels between two columns."""
SIZE = 13.0
LINE = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the columns lie: the edges of the waking ones, and of the one of sleep."""

    found: TimeOfDay
    style: Style
    letters: Lettering
    edges: tuple[float, ...]
    asleep: tuple[float, float]

    @property
    def most(self) -> int:
        """The highest column."""
        return max([self.found.asleep, *(band.onsets for band in self.found.bands)])


def hours_drawn(found: TimeOfDay, style: Style) -> Drawing:
    """The whole figure."""
    columns = _columns(found, style)
    words = columns.letters.wrap(_("Woke with it"), columns.asleep[1] - columns.asleep[0])
    under = style.px(LINE) * max(len(words), 1) + 8
    rows = [
        *_note(columns),
        Row(style.px(SIZE) + 8, lambda *_place: None),
        Row(HEIGHT, lambda *place: _draw(columns, *place), grows=True),
        Row(under, lambda sheet, _bottom, top: _labels(columns, words, sheet, top)),
    ]
    return compose(style, columns.letters, None, rows)


def _columns(found: TimeOfDay, style: Style) -> Columns:
    letters = Lettering(style)
    width = min(style.width, style.px(WIDEST))
    aside = max(width * SHARE, letters.widest(_("Woke with it").split()) + 2)
    left = letters.width(format_clock(found.bands[0].start)) / 2 + 1
    last = letters.width(format_clock(found.bands[-1].end)) / 2
    end = width - aside - last - style.px(10)
    wide = (end - left) / len(found.bands)
    edges = tuple(left + at * wide for at in range(len(found.bands) + 1))
    return Columns(
        found=found,
        style=style,
        letters=letters,
        edges=edges,
        asleep=(width - aside, width - 1),
    )


def _note(columns: Columns) -> list[Row]:
    """The mean hour, above the columns; below the gate no word."""
    text = "" if columns.found.lacks else mean_hour_words(columns.found)
    if not text:
        return []
    style = columns.style
    lines = columns.letters.wrap(text, style.width)

    def draw(sheet: Sheet, _bottom: float, top: float) -> None:
        for at, line in enumerate(lines):
            y = top - style.px(LINE) * (at + 0.5)
            sheet.write(line, columns.edges[0], y, color=style.quiet, gid="note")

    return [Row(style.px(LINE) * len(lines) + 4, draw)]


def _draw(columns: Columns, sheet: Sheet, bottom: float, top: float) -> None:
    style, found = columns.style, columns.found
    for band, (left, right) in zip(found.bands, pairwise(columns.edges), strict=True):
        fill = style.hatch if found.lacks else style.quiet
        stands_out = band == found.fullest
        fill = style.text if stands_out else fill
        box = (left + GAP / 2, right - GAP / 2)
        words = ngettext("{band}\n{n} spasm", "{band}\n{n} spasms", band.onsets)
        named = words.format(band=band_name(band))
        _column(columns, sheet, (bottom, top), box, band.onsets, fill, stands_out, named)
    _sleep(columns, sheet, bottom, top)
    ends = (columns.edges[0], columns.edges[-1])
    base = [((ends[0], bottom), (ends[1], bottom))]
    base += [((x, bottom), (x, bottom - 4)) for x in columns.edges]
    sheet.strokes([*base, ((columns.asleep[0], bottom), (columns.asleep[1], bottom))], style.text)
    _even_share(columns, sheet, bottom, top)


def _sleep(columns: Columns, sheet: Sheet, bottom: float, top: float) -> None:
    """Outlined, as it is counted apart."""
    words = ngettext("Woke with it\n{n} spasm", "Woke with it\n{n} spasms", columns.found.asleep)
    found, style = columns.found, columns.style
    _column(columns, sheet, (bottom, top), columns.asleep, found.asleep, style.paper, False, words)


def _column(
    columns: Columns,
    sheet: Sheet,
    ends: tuple[float, float],
    box: tuple[float, float],
    n: int,
    fill: str,
    bold: bool,
    words: str,
) -> None:
    bottom, top = ends
    high = bottom + (top - bottom) * n / max(columns.most, 1)
    style, middle = columns.style, sum(box) / 2
    if n:
        edge = style.quiet if fill == style.paper else fill
        rect = (box[0], bottom, box[1], high)
        sheet.blocks([rect], fill, edge=edge, line=1.2, gid="band")
    y = high + style.px(SIZE) / 2 + 5
    sheet.write(
        format_number(n),
        middle,
        y,
        color=style.text,
        size=SIZE,
        bold=bold,
        align="center",
        ground=style.paper,
        gid="n",
    )
    sheet.spot(middle, (bottom + high) / 2, words)


def _even_share(columns: Columns, sheet: Sheet, bottom: float, top: float) -> None:
    """How high all four were if spasms began evenly; not below the gate."""
    found = columns.found
    if found.lacks:
        return
    y = bottom + (top - bottom) * found.onsets / len(found.bands) / max(columns.most, 1)
    ends = ((columns.edges[0], y), (columns.edges[-1], y))
    sheet.strokes([ends], columns.style.treatment, dots=True, order=3, gid="even")


def _labels(columns: Columns, words: list[str], sheet: Sheet, top: float) -> None:
    style, bands = columns.style, columns.found.bands
    clocks = [band.start for band in bands] + [bands[-1].end]
    y = top - style.px(LINE) / 2 - 6
    for x, text in _clear(columns, clocks):
        sheet.write(text, x, y, color=style.quiet, align="center", gid="clock")
    middle = sum(columns.asleep) / 2
    for at, word in enumerate(words):
        line = y - style.px(LINE) * at
        sheet.write(word, middle, line, color=style.quiet, align="center", gid="asleep")


def _clear(columns: Columns, clocks: list[time]) -> list[tuple[float, str]]:
    """All clock times, or where they would touch every second, or the first and the last."""
    placed = [(x, format_clock(at)) for x, at in zip(columns.edges, clocks, strict=True)]
    wide = columns.letters.widest(text for _x, text in placed) + 6
    return next(
        kept
        for step in (1, 2, len(placed) - 1)
        if (kept := placed[::step])[1][0] - kept[0][0] >= wide or step == len(placed) - 1
    )
