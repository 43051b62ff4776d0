"""The pieces of a typed line as chips: what each was read as, and what could be said instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spasmlog.domain.moment import Moment
from spasmlog.domain.scales import OnsetExact, Region, Side
from spasmlog.i18n import _, format_clock, format_day
from spasmlog.journal import commands as c
from spasmlog.journal.quick_format import place_words
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_line import NOTE, Line
from spasmlog.journal.quick_said import Ask, Part, Piece
from spasmlog.views import names
from spasmlog.views.amounts import from_to, mg_words, minutes_words, seconds_words, sentence, volume

ICONS = {
    Part.PLACE: "body",
    Part.SIDE: "body",
    Part.SPREAD: "body",
    Part.TIME: "clock",
    Part.LENGTH: "clock",
    Part.DOSE: "pill",
    Part.DRINK: "drop",
    Part.ACTIVITY: "walk",
    Part.STRETCH: "stretch",
}
_EDGES = ",; "
_ONE = ({Part.PLACE, Part.SIDE}, {Part.TIME}, {Part.UNREAD})
"""Neighbours of these parts are one chip: a place with its side, begin and end, a note's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarOffer:
    """An answer to a question of the line: its words, the same in full, and the line with it."""

    text: str
    name: str
    line: str
    blank: bool = False
    """Whether it leaves the question open for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChip:
    """One piece of the line: what it was read as, and where it stands in the line.

    `level` is the pain of a severity; `asks` marks a question with what it offers, `unread` words
    kept as the note.
    """

    text: str
    icon: str
    start: int
    end: int
    level: int | None = None
    asks: bool = False
    unread: bool = False
    offers: tuple[BarOffer, ...] = ()


def chips(read: Line, line: str, now: Moment) -> Iterator[BarChip]:
    """Each piece in the order in which it was typed; the note behind "//" comes last."""
    commands = read.command.commands if isinstance(read.command, c.Together) else (read.command,)
    doses = iter(_doses(commands))
    asked = {(each.start, each.end): each for each in read.asks}
    for pieces in _joined(read.pieces, asked):
        first, last = pieces[0], pieces[-1]
        ask = asked.get((first.start, first.end))
        typed = line[first.start : last.end].strip(_EDGES)
        if first.part is Part.DOSE:
            text = _dose(next(doses), asks=ask is not None)
        else:
            text = ", ".join(_text(each, typed, commands, now) for each in _by_part(pieces))
        yield BarChip(
            text=text,
            icon=ICONS.get(first.part, ""),
            start=first.start,
            end=last.end,
            level=_level(commands) if first.part is Part.SEVERITY else None,
            asks=ask is not None and ask.part is Part.DOSE,
            unread=first.part is Part.UNREAD,
            offers=() if ask is None else tuple(_offers(ask, line)),
        )
    yield from _note(line)


def place_offers(read: Line, line: str, known: Known) -> tuple[BarOffer, ...]:
    """The places used most beside the last one, for a spasm whose place is not typed."""
    first = read.command.commands[0] if isinstance(read.command, c.Together) else read.command
    said = {each.part for each in read.pieces}
    if not isinstance(first, c.LogEpisode) or said & {Part.PLACE, Part.SIDE} or NOTE in line:
        return ()
    others = (each for each in known.places if each != (known.place, known.side))
    return tuple(_place_offer(line, *each) for each in others)


def _place_offer(line: str, region: Region, side: Side | None) -> BarOffer:
    name = ", ".join(filter(None, (names.region(region), names.side(side) if side else "")))
    text = sentence(name)
    return BarOffer(text=text, name=text, line=f"{line.rstrip()} {place_words(region, side)}")


def _joined(
    pieces: Sequence[Piece], asked: dict[tuple[int, int], Ask]
) -> Iterator[tuple[Piece, ...]]:
    """The pieces, neighbours of one kind together; a word that asks stands alone."""
    group: list[Piece] = []
    for piece in pieces:
        fits = group and any({group[-1].part, piece.part} <= one for one in _ONE)
        alone = (piece.start, piece.end) in asked or (
            bool(group) and (group[-1].start, group[-1].end) in asked
        )
        if group and (alone or not fits):
            yield tuple(group)
            group = []
        group.append(piece)
    if group:
        yield tuple(group)


def _by_part(pieces: tuple[Piece, ...]) -> Sequence[Piece]:
    """A place before its side, however they were typed; a note's words and times are one text."""
    if pieces[0].part in (Part.TIME, Part.UNREAD):
        return pieces[:1]
    return sorted(pieces, key=lambda each: each.part is Part.SIDE)


def _note(line: str) -> Iterator[BarChip]:
    before, mark, note = line.partition(NOTE)
    if note.strip():
        start = len(before) + len(mark) + len(note) - len(note.lstrip())
        yield BarChip(text=note.strip(), icon="", start=start, end=len(line.rstrip()), unread=True)


def _doses(commands: tuple[c.Command, ...]) -> Iterator[c.Dose]:
    for each in commands:
        if isinstance(each, c.LogEpisode):
            yield from each.doses
        elif isinstance(each, c.LogUse):
            yield each.dose


def _level(commands: tuple[c.Command, ...]) -> int | None:
    first = commands[0]
    if isinstance(first, c.LogEpisode):
        return first.peak
    return first.pain if isinstance(first, c.LogReading) else None


def _text(piece: Piece, typed: str, commands: tuple[c.Command, ...], now: Moment) -> str:
    first = commands[0]
    if piece.part is Part.TIME:
        return _time(first, now) or typed
    if isinstance(first, c.LogEpisode):
        placed = _placed(piece.part, first)
        if placed:
            return placed
    if piece.part is Part.DRINK:
        return volume(sum(each.volume_ml for each in commands if isinstance(each, c.LogDrink)))
    if piece.part is Part.ACTIVITY:
        walks = [each for each in commands if isinstance(each, c.LogActivity)]
        return f"{names.activity(walks[0].kind)} {minutes_words(walks[0].minutes)}"
    if piece.part is Part.STRETCH:
        rounds = [each for each in commands if isinstance(each, c.LogStretch)]
        return f"{_('Stretch')} {seconds_words(rounds[0].seconds)}"
    return typed


def _placed(part: Part, spasm: c.LogEpisode) -> str:
    if part is Part.PLACE and spasm.region is not None:
        return sentence(names.region(spasm.region))
    if part is Part.SIDE and spasm.side is not None:
        return names.side(spasm.side)
    return names.spread(spasm.spread) if part is Part.SPREAD and spasm.spread else ""


def _time(command: c.Command, now: Moment) -> str:
    """ "began 19:20", or when it was; with its day where that is not clear."""
    onset = command.onset if isinstance(command, c.LogEpisode) else getattr(command, "at", None)
    if isinstance(command, c.LogUse):
        onset = command.dose.at
    if onset is None:
        return ""
    clock = onset.clock if isinstance(onset, Moment) else onset
    if isinstance(command, c.LogEpisode) and command.onset_exact is OnsetExact.DAY:
        return format_day(clock.date(), "d MMM")
    if isinstance(command, c.LogEpisode) and command.resolved is not None:
        end = command.resolved
        ended = end.clock if isinstance(end, Moment) else end
        return from_to(clock, ended, now.clock.date())
    when = format_clock(clock)
    if clock.date() != now.clock.date():
        when = f"{format_day(clock.date(), 'd MMM')}, {when}"
    if isinstance(command, c.LogEpisode):
        return _("began {time}").format(time=when)
    return when


def _dose(dose: c.Dose, *, asks: bool) -> str:
    if dose.dose_mg is not None:
        return f"{dose.name} {mg_words(dose.dose_mg)}"
    if dose.minutes is not None:
        return f"{dose.name} {minutes_words(dose.minutes)}"
    if dose.dose_text:
        return f"{dose.name} {dose.dose_text}"
    return _("{medicine}, how much?").format(medicine=dose.name) if asks else dose.name


def _offers(ask: Ask, line: str) -> Iterator[BarOffer]:
    """What can be typed in its place; a dose may be left blank, which a comma says."""
    before, typed, after = line[: ask.start], line[ask.start : ask.end], line[ask.end :]
    for offer in ask.offers:
        text = offer if ask.part is Part.DOSE else _("{name}?").format(name=offer)
        short = " ".join(offer.split()[-2:]) if ask.part is Part.DOSE else text
        yield BarOffer(text=short, name=text, line=before + offer + after)
    if ask.part is Part.DOSE:
        blank = before + typed.rstrip(_EDGES) + "," + after
        yield BarOffer(
            text=_("Leave blank"), name=_("Leave the amount blank"), line=blank, blank=True
        )
