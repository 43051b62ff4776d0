"""Pain two hours later, drawn: a row a treatment, the dots of its spasms stacked by the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from spasmlog.analysis.follow_up import FollowUp
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Row, Sheet, compose, space
from spasmlog.charts.style import Style, mixed
from spasmlog.charts.text_block import Line, block_height, fitted, write_block
from spasmlog.charts.two_hours import Tally, then_words
from spasmlog.charts.two_hours_layout import (
    GAP,
    PAD,
    Layout,
    layout_of,
    names_in,
    result_head,
    results_in,
    stacks_in,
)
from spasmlog.charts.words_numbers import signed
from spasmlog.i18n import _, format_day, ngettext

MOST_ROWS = 9
MOST_DAYS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A row with its words wrapped, and its spasms by the change of their pain."""

    tally: Tally
    name: tuple[Line, ...]
    result: tuple[Line, ...]
    stacks: tuple[tuple[int, tuple[FollowUp, ...]], ...]


def two_hours(rows: Sequence[Tally], style: Style) -> Figure:
    """All rows, those left alone first; of very many treatments the most used."""
    letters = Lettering(style)
    shown = rows[:MOST_ROWS]
    layout = layout_of(shown, style, letters)
    strips = [_strip(each, layout) for each in shown]
    rows_drawn = [_row(each, layout) for each in strips]
    parts = [_head(layout), _grid(layout, len(rows_drawn)), *rows_drawn]
    notes = _notes(rows, layout)
    if notes:
        parts += [space(style.px(6)), _note_row(notes, layout)]
    return compose(style, letters, None, parts)


def _strip(of: Tally, layout: Layout) -> Strip:
    style, letters = layout.style, layout.letters
    if layout.beside:
        rooms = (
            layout.left - PAD - style.px(GAP),
            style.width - PAD - layout.right - style.px(GAP),
        )
    else:
        rooms = (style.width - 2 * PAD, style.width - 2 * PAD)
    name, result = (
        tuple(line for each in lines for line in fitted(letters, each, room))
        for lines, room in zip((names_in(of), _above(of, layout)), rooms, strict=True)
    )
    return Strip(tally=of, name=name, result=result, stacks=stacks_in(of))


def _above(of: Tally, layout: Layout) -> tuple[Line, ...]:
    """The result; where it stands by itself, it says what it counts."""
    lines = results_in(of)
    if layout.beside or not of.result[0]:
        return lines
    head = _("{share} eased within 2 hours").format(share=of.result[0])
    return (Line(head, strong=True), *lines[1:])


def _head(layout: Layout) -> Row:
    """The numbers of the axis, and which way is which."""
    style = layout.style
    high = style.px(36)

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        upper, lower = top - style.px(9), bottom + style.px(10)
        for text, place in _ways(layout):
            sheet.write(text, place, upper, color=style.quiet, gid="way")
        for change in range(layout.low, layout.high + 1):
            if change % _every(layout) == 0:
                x = layout.x(change)
                sheet.write(
                    signed(change), x, lower, color=style.quiet, align="center", gid="label"
                )
        if layout.beside:
            x = layout.right + style.px(GAP)
            room = style.width - PAD - x
            text = layout.letters.fit(result_head(), room)
            sheet.write(text, x, upper, color=style.quiet, gid="heading")

    return Row(high, draw)


def _ways(layout: Layout) -> tuple[tuple[str, float], ...]:
    """ "lower" over the left end and "higher" over the right one."""
    less, more = _("pain lower"), _("pain higher")
    left = layout.x(layout.low) - layout.step / 2
    right = layout.right - layout.letters.width(more)
    if left + layout.letters.width(less) + GAP > right:
        return ((less, left),)
    return (less, left), (more, right)


def _every(layout: Layout) -> int:
    """How many points lie between two labels, so that none touches the next."""
    wide = layout.letters.widest(signed(each) for each in (layout.low, layout.high)) + 6
    return next((each for each in (1, 2, 5) if each * layout.step >= wide), 10)


def _row(strip: Strip, layout: Layout) -> Row:
    style = layout.style
    tallest = max((layout.dots.shape(len(spasms))[2] for _c, spasms in strip.stacks), default=1)
    dots = tallest * layout.dots.pitch
    words = [block_height(style, each) for each in (strip.name, strip.result)]
    if layout.beside:
        high = max(*words, dots) + style.px(8) + 12
    else:
        high = sum(words) + dots + style.px(10) + 16

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        _ground(strip, layout, sheet, bottom, top)
        if layout.beside:
            middle = (bottom + top) / 2
            write_block(sheet, strip.name, PAD, middle)
            write_block(sheet, strip.result, layout.right + style.px(GAP), middle)
        else:
            start = top - style.px(5)
            write_block(sheet, strip.name, PAD, start - words[0] / 2)
            write_block(sheet, strip.result, PAD, start - words[0] - words[1] / 2)
            middle = bottom + 8 + dots / 2
        _stack_dots(strip, layout, sheet, middle)

    return Row(high, draw)


def _ground(strip: Strip, layout: Layout, sheet: Sheet, bottom: float, top: float) -> None:
    """The shade behind those left alone and, in narrow charts, the lines behind the dots alone."""
    style = layout.style
    if strip.tally.alone:
        shade = mixed(style.grid, style.paper)
        sheet.blocks([(0, bottom + 2, style.width, top - 2)], shade, order=0, gid="yardstick")
    if not layout.beside:
        _lines(layout, sheet, bottom, bottom + 16 + _dots_high(strip, layout))


def _grid(layout: Layout, rows: int) -> Row:
    """The lines of the axis through all rows, where no words are in their way."""

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        if layout.beside:
            _lines(layout, sheet, bottom, top)

    return Row(0, draw, over=rows)


def _lines(layout: Layout, sheet: Sheet, bottom: float, top: float) -> None:
    places = {each: layout.x(each) for each in range(layout.low, layout.high + 1)}
    ways = [((x, bottom), (x, top)) for change, x in places.items() if change]
    sheet.strokes(ways, layout.style.grid, order=1, gid="grid")
    sheet.strokes([((places[0], bottom), (places[0], top))], layout.style.text, gid="zero")


def _dots_high(strip: Strip, layout: Layout) -> float:
    tallest = max((layout.dots.shape(len(spasms))[2] for _c, spasms in strip.stacks), default=1)
    return tallest * layout.dots.pitch


def _stack_dots(strip: Strip, layout: Layout, sheet: Sheet, middle: float) -> None:
    style, tally = layout.style, strip.tally
    color = style.text if tally.alone else style.treatment
    fill = color if tally.summed and not tally.alone else None
    points = [
        place
        for change, spasms in strip.stacks
        for place in layout.dots.places(len(spasms), layout.x(change), middle)
    ]
    size = layout.dots.size
    sheet.marks(points, "o", size, color, fill=fill, line=max(size / 7, 0.8), gid="spasm")
    for change, spasms in strip.stacks:
        sheet.spot(layout.x(change), middle, _stack_words(tally, change, spasms))
    if layout.beside:
        x = layout.right + style.px(GAP) + style.px(30)
        sheet.spot(min(x, style.width - PAD), middle, _result_words(tally))


def _stack_words(tally: Tally, change: int, spasms: Sequence[FollowUp]) -> str:
    lines = [
        _("{day}: {pain}").format(day=format_day(each.day), pain=then_words(each))
        for each in spasms[-MOST_DAYS:]
    ]
    if len(spasms) > MOST_DAYS:
        lines.insert(0, ngettext("{n} spasm, the latest:", "{n} spasms, the latest:", len(spasms)))
    return "\n".join((f"{tally.name}, {signed(change)}", *lines))


def _result_words(tally: Tally) -> str:
    head, limits = tally.result
    told = _("{share} eased within 2 hours").format(share=head) if head else limits
    return "\n".join(filter(None, (tally.name, tally.times, told, limits if head else "")))


def _notes(rows: Sequence[Tally], layout: Layout) -> tuple[Line, ...]:
    """What does not fit, and what a dot stands for where that is more than one spasm."""
    notes = []
    if layout.dots.each > 1:
        notes.append(_("Each dot stands for up to {n} spasms.").format(n=layout.dots.each))
    more = len(rows) - MOST_ROWS
    if more > 0:
        notes.append(
            ngettext(
                "{n} more was used; the table has it.",
                "{n} more were used; the table has them.",
                more,
            )
        )
    room = layout.style.width - 2 * PAD
    lines: list[Line] = []
    for each in notes:
        lines += fitted(layout.letters, Line(each), room, most=4)
    return tuple(lines)


def _note_row(notes: Sequence[Line], layout: Layout) -> Row:
    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        write_block(sheet, notes, PAD, (bottom + top) / 2)

    return Row(block_height(layout.style, notes), draw)
