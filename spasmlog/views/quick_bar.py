"""What the quick bar shows while a line is typed: its pieces as chips, and what Enter would do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import N_, _
from spasmlog.journal import commands as c
from spasmlog.journal.quick_known import Known, known_of
from spasmlog.journal.quick_line import NOTE, Line, parse
from spasmlog.journal.quick_line import read as read_pieces
from spasmlog.journal.quick_said import Part
from spasmlog.settings import Settings
from spasmlog.views import names
from spasmlog.views.amounts import sentence
from spasmlog.views.quick_chips import BarChip, BarOffer, chips, place_offers
from spasmlog.views.repeating import why_not_again

Key = tuple[str, str]
"""A key, and what it does here."""
ALONE = 4
"""A number in a line of at most so many characters saves itself: "7", "p 10" (our own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """A line as it stands. `command` is None where it cannot be saved yet, and `problem` says why.

    `meaning` is what Enter would save, `icon` its picture; `saves_itself` where it is so short that
    it needs no Enter. `only_adds`: places and causes without a number. `places` are where else a
    spasm may be whose place was not typed.
    """

    meaning: str
    keys: tuple[Key, ...] = ()
    chips: tuple[BarChip, ...] = ()
    places: tuple[BarOffer, ...] = ()
    problem: str = ""
    command: c.Command | None = None
    icon: str = ""
    saves_itself: bool = False
    only_adds: bool = False

    @property
    def level(self) -> int | None:
        """The pain that the line says."""
        return next((each.level for each in self.chips if each.level is not None), None)

    @property
    def offers(self) -> tuple[BarOffer, ...]:
        """The answers to all its questions."""
        return tuple(offer for each in self.chips for offer in each.offers)


def bar_known(diary: Diary, now: Moment, settings: Settings) -> Known:
    """What the bar has to know; the last dose only where it may be had again."""
    known = known_of(diary, now, settings.glass_ml)
    return replace(known, not_again=why_not_again(diary))


def bar_view(line: str, known: Known) -> BarView:
    """What a line says so far."""
    if not line.strip():
        return BarView(meaning=_at_rest(known), keys=_keys_at_rest(known))
    try:
        read = parse(line, known)
    except InvalidEntry as refusal:
        before = _chips_before(line, known)
        adds = _only_adds(line, known)
        keys, problem = (_escape(),), str(refusal)
        return BarView(meaning="", keys=keys, chips=before, problem=problem, only_adds=adds)
    shown = tuple(chips(read, line, known.now))
    if known.running and _runs(read.command):
        problem = _("A spasm is running. If it let go, type e first.")
        return BarView(meaning="", keys=(_escape(),), chips=shown, problem=problem)
    saves_itself = _is_alone(line.strip(), read)
    return BarView(
        meaning=_meaning(read.command, _places_said(read)),
        keys=_keys(read, saves_itself),
        chips=shown,
        places=place_offers(read, line, known),
        command=read.command,
        icon=_icon(read.command),
        saves_itself=saves_itself,
    )


def adding_late(view: BarView) -> BarView:
    """Places or causes right behind a number that is saved already, which they would belong to."""
    problem = _("The number is saved already. Undo, and type it all in one line, to add this.")
    return replace(view, problem=problem)


def _only_adds(line: str, known: Known) -> bool:
    """Whether a line says places and causes, and nothing that they could belong to."""
    try:
        said, _note = read_pieces(line, known)
    except InvalidEntry:
        return False
    parts = {each.part for each in said.pieces}
    return bool(parts) and parts <= {Part.PLACE, Part.SIDE, Part.SPREAD, Part.CAUSE}


def for_good(view: BarView) -> BarView:
    """The same for a bar that ends when it is closed, and its text with it."""
    closes = (_("Esc"), _("closes and drops the text"))
    keys = tuple(closes if each == _escape() else each for each in view.keys)
    return replace(view, keys=keys)


def _is_alone(line: str, read: Line) -> bool:
    """Whether it is one number, one letter, or p and a number; anything more waits for Enter."""
    if read.unread or read.asks:
        return False
    parts = tuple(each.part for each in read.pieces)
    just_pain = isinstance(read.command, c.LogReading) and read.command.word is None
    number = parts == (Part.SEVERITY,) or (just_pain and parts == (Part.WORD, Part.SEVERITY))
    return len(line) == 1 or (number and len(line) <= ALONE and NOTE not in line)


def _chips_before(line: str, known: Known) -> tuple[BarChip, ...]:
    """What was read before the word that cannot be read, or is not typed to its end yet."""
    shorter = line.rstrip().rpartition(" ")[0]
    try:
        return tuple(chips(parse(shorter, known), shorter, known.now))
    except InvalidEntry:
        return ()


def _keys_at_rest(known: Known) -> tuple[Key, ...]:
    """Only those that do something now."""
    first = (_("0 to 9"), _("t is ten"))
    drink, dose = ("w", _("water")), ("d", _("last dose"))
    doses = (dose,) if known.last_dose is not None else ()
    if known.running:
        return (first, drink, *doses, ("e", _("it let go")))
    return (first, drink, *doses, ("n", _("no spasm")), ("p", _("just pain")))


def _escape() -> Key:
    return (_("Esc"), _("closes and keeps the text"))


def _keys(read: Line, saves_itself: bool) -> tuple[Key, ...]:
    enter = _("Enter")
    if saves_itself:
        return ((enter, _("saves now")), (_("any other key"), _("stops it saving itself")))
    tab = (_("Tab"), _("steps through the chips"))
    if any(each.part is Part.DOSE for each in read.asks):
        return ((enter, _("saves without the dose")), tab)
    return ((enter, _("saves")), tab, _escape())


def _runs(command: c.Command) -> bool:
    """Whether it begins a spasm that still runs."""
    first = command.commands[0] if isinstance(command, c.Together) else command
    if not isinstance(first, c.LogEpisode):
        return False
    return first.resolved is None and first.lasted is None and not first.end_unknown


def _at_rest(known: Known) -> str:
    if known.running:
        return _("Logs a reading of this spasm")
    place = _place(known)
    return _("Logs a spasm, {place}").format(place=place) if place else _("Logs a spasm")


def _place(of: Known | c.LogEpisode) -> str:
    region = of.place if isinstance(of, Known) else of.region
    parts = (names.region(region) if region else "", names.side(of.side) if of.side else "")
    return ", ".join(filter(None, parts))


def _places_said(read: Line) -> frozenset[Part]:
    return frozenset(each.part for each in read.pieces) & {Part.PLACE, Part.SIDE}


def _meaning(command: c.Command, typed: frozenset[Part]) -> str:
    if isinstance(command, c.Together):
        return "; ".join(dict.fromkeys(_meaning(each, typed) for each in command.commands))
    if isinstance(command, c.LogEpisode):
        return _new_spasm(command, typed)
    if isinstance(command, c.LogReading) and command.word is not None:
        return sentence(names.relief(command.word))
    return _(_MEANINGS[type(command)])


def _new_spasm(spasm: c.LogEpisode, typed: frozenset[Part]) -> str:
    """Where it is, unless a chip says so already; and what is left open."""
    if spasm.region is None:
        return _("A new spasm, no place")
    if not typed:
        return _("A new spasm, {place}").format(place=_place(spasm))
    return _("A new spasm") if spasm.side else _("A new spasm, no side")


def _icon(command: c.Command) -> str:
    first = command.commands[0] if isinstance(command, c.Together) else command
    return _ICONS[type(first)]


_ICONS: dict[type[c.Command], str] = {
    c.LogEpisode: "spasm",
    c.LogReading: "body",
    c.EndEpisode: "clock",
    c.LogDrink: "drop",
    c.LogUse: "pill",
    c.LogActivity: "walk",
    c.LogStretch: "stretch",
    c.SaveCheckIn: "evening",
}
_MEANINGS: dict[type[c.Command], str] = {
    c.LogReading: N_("A pain reading"),
    c.EndEpisode: N_("It let go"),
    c.LogDrink: N_("A drink"),
    c.LogUse: N_("A treatment"),
    c.LogActivity: N_("Activity"),
    c.LogStretch: N_("Stretching"),
    c.SaveCheckIn: N_("For the day"),
}
