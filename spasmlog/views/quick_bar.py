"""What the quick bar shows while a line is typed: its pieces as chips, and what Enter would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.scales import OnsetExact
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import N_, _, format_clock, format_day
from spasmlog.journal import commands as c
from spasmlog.journal.quick_known import Known, known_of
from spasmlog.journal.quick_line import Line, parse
from spasmlog.journal.quick_said import Part, Piece
from spasmlog.settings import Settings
from spasmlog.views import names
from spasmlog.views.amounts import mg_words, minutes_words, seconds_words, sentence, volume
from spasmlog.views.repeating import why_not_again

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
ALONE = 4
"""A line of at most so many characters saves itself: a number, a letter, "p 5" (our own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChip:
    """One piece of the line: what it was read as, and where it stands in the line.

    `level` is the pain of a severity; `asks` marks a question, `unread` a word kept as the note.
    """

    text: str
    icon: str
    start: int
    end: int
    level: int | None = None
    asks: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarOffer:
    """An answer to a question of the line: its words, and the whole line with it."""

    text: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """A line as it stands. `command` is None where it cannot be saved yet, and `problem` says why.

    `meaning` is what Enter would save; `saves_itself` where it is so short that it needs no Enter.
    """

    meaning: str
    chips: tuple[BarChip, ...] = ()
    offers: tuple[BarOffer, ...] = ()
    problem: str = ""
    command: c.Command | None = None
    saves_itself: bool = False


def bar_known(diary: Diary, now: Moment, settings: Settings) -> Known:
    """What the bar has to know; the last dose only where it may be had again."""
    known = known_of(diary, now, settings.glass_ml)
    return replace(known, not_again=why_not_again(diary))


def bar_view(line: str, known: Known) -> BarView:
    """What a line says so far."""
    if not line.strip():
        return BarView(meaning=_at_rest(known))
    try:
        read = parse(line, known)
    except InvalidEntry as refusal:
        return BarView(meaning="", problem=str(refusal))
    if known.running and _runs(read.command):
        problem = _("A spasm is running. If it let go, type e first.")
        return BarView(meaning="", chips=tuple(_chips(read, line, known.now)), problem=problem)
    bare = len(line.strip()) <= ALONE and not read.unread and not read.asks
    return BarView(
        meaning=_meaning(read.command),
        chips=tuple(_chips(read, line, known.now)),
        offers=tuple(_offers(read, line)),
        command=read.command,
        saves_itself=bare and not isinstance(read.command, c.SaveCheckIn),
    )


def _runs(command: c.Command) -> bool:
    """Whether it begins a spasm that still runs."""
    first = command.commands[0] if isinstance(command, c.Together) else command
    if not isinstance(first, c.LogEpisode):
        return False
    return first.resolved is None and first.lasted is None and not first.end_unknown


def _at_rest(known: Known) -> str:
    if known.running:
        return _("A number is a reading of the spasm that runs")
    place = _place(known)
    return _("A number logs a spasm, {place}").format(place=place) if place else ""


def _place(of: Known | c.LogEpisode) -> str:
    region = of.place if isinstance(of, Known) else of.region
    parts = (names.region(region) if region else "", names.side(of.side) if of.side else "")
    return ", ".join(filter(None, parts))


def _meaning(command: c.Command) -> str:
    if isinstance(command, c.Together):
        return "; ".join(dict.fromkeys(map(_meaning, command.commands)))
    if isinstance(command, c.LogEpisode):
        place = _place(command)
        said = _("A new spasm, {place}").format(place=place) if place else _("A new spasm")
        return said if command.region else _("A new spasm, place not given")
    if isinstance(command, c.LogReading) and command.word is not None:
        return sentence(names.relief(command.word))
    return _(_MEANINGS[type(command)])


_MEANINGS: dict[type[c.Command], str] = {
    c.LogReading: N_("A pain reading"),
    c.EndEpisode: N_("It let go"),
    c.LogDrink: N_("A drink"),
    c.LogUse: N_("A treatment"),
    c.LogActivity: N_("Activity"),
    c.LogStretch: N_("Stretching"),
    c.SaveCheckIn: N_("For the day"),
}


def _chips(read: Line, line: str, now: Moment) -> Iterator[BarChip]:
    commands = read.command.commands if isinstance(read.command, c.Together) else (read.command,)
    doses = iter(_doses(commands))
    asked = {(each.start, each.end) for each in read.asks if each.part is Part.DOSE}
    for piece in read.pieces:
        text = line[piece.start : piece.end].strip(",; ")
        if piece.part is Part.DOSE:
            text = _dose(next(doses), asks=(piece.start, piece.end) in asked)
        else:
            text = _text(piece, text, commands, now)
        yield BarChip(
            text=text,
            icon=ICONS.get(piece.part, ""),
            start=piece.start,
            end=piece.end,
            level=_level(commands) if piece.part is Part.SEVERITY else None,
            asks=(piece.start, piece.end) in asked,
            unread=piece.part is Part.UNREAD,
        )


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


def _offers(read: Line, line: str) -> Iterator[BarOffer]:
    for ask in read.asks:
        for offer in ask.offers:
            text = offer if ask.part is Part.DOSE else _("{name}?").format(name=offer)
            yield BarOffer(text=text, line=line[: ask.start] + offer + line[ask.end :])
