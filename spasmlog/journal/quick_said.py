"""What a quick line says, piece by piece, before it becomes a command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from spasmlog.domain.scales import Intensity, Nrs, ReadingWord, Region, Side, Spread
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.commands import Dose, When

LONGEST = 1000
"""A line of more characters is something pasted (our own choice)."""
SHOWN = 40
_EDGES = ",;"
_WORD = re.compile(r"[^\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
"""Marks of direction and other things without a width come along with what is pasted."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


class Part(StrEnum):
    """What a piece of the line is."""

    SEVERITY = "severity"
    PLACE = "place"
    SIDE = "side"
    SPREAD = "spread"
    CAUSE = "cause"
    DOSE = "dose"
    TIME = "time"
    LENGTH = "length"
    DRINK = "drink"
    ACTIVITY = "activity"
    STRETCH = "stretch"
    SLEEP = "sleep"
    WORD = "word"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the line that was read as one thing; `start` and `end` count characters."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to settle before saving, with what to type in its place; Enter saves without."""

    part: Part
    start: int
    end: int
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the line and where it stands; `key` is how it is looked up."""

    text: str
    start: int

    @property
    def key(self) -> str:
        return self.text.strip(_EDGES).casefold()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def ends(self) -> bool:
        """Whether a comma behind it says that what follows is something else."""
        return self.text.endswith(tuple(_EDGES))


def tokens(line: str) -> list[Token]:
    """The words of a line; refuses what was never typed as one."""
    if len(line) > LONGEST:
        raise InvalidEntry(
            _("A line has at most {n} characters.").format(n=LONGEST),
            _("Put the rest into the note of the entry later."),
        )
    if len(line.splitlines()) > 1:
        raise InvalidEntry(_("That is more than one line."), _("Enter one line at a time."))
    if _CONTROL.search(line):
        raise InvalidEntry(
            _("The line holds a control character."), _("Type it by hand instead of pasting it.")
        )
    return [Token(each[0], each.start()) for each in _WORD.finditer(line)]


@dataclass(slots=True)
class Said:
    """What has been read so far, while the words of a line are gone through."""

    severity: Nrs | None = None
    just_pain: bool = False
    word: ReadingWord | None = None
    region: Region | None = None
    side: Side | None = None
    spread: Spread | None = None
    ago: timedelta | None = None
    lasted: timedelta | None = None
    began: When = None
    day: date | None = None
    """A day that was said without a time."""
    ended: When = None
    since: bool = False
    causes: set[str] = field(default_factory=set)
    doses: list[Dose] = field(default_factory=list)
    drinks: list[int] = field(default_factory=list)
    """Millilitres, a glass each."""
    activities: list[tuple[str, int, Intensity]] = field(default_factory=list)
    stretches: list[tuple[int, str]] = field(default_factory=list)
    sleep_h: float | None = None
    badly: bool | None = None
    clear: bool = False
    over: bool = False
    levels: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)

    @property
    def has_time(self) -> bool:
        """Whether a time is said already."""
        return self.began is not None or self.ago is not None or self.day is not None

    @property
    def of_a_spasm(self) -> bool:
        """Whether anything is said that only a spasm has."""
        said = (self.region, self.side, self.spread, self.lasted, self.ended)
        return any(each is not None for each in said) or bool(self.causes) or self.since

    @property
    def of_a_day(self) -> bool:
        """Whether something of the daily check-in is said."""
        return self.clear or self.sleep_h is not None or self.badly is not None

    def keep(self, part: Part, read: Sequence[Token]) -> int:
        """Note these words as one piece; returns how many they are."""
        self.pieces.append(Piece(part, read[0].start, read[-1].end))
        return len(read)

    def ask(self, part: Part, read: Sequence[Token], offers: Iterable[str]) -> None:
        """Note that these words leave a question open."""
        self.asks.append(Ask(part, read[0].start, read[-1].end, tuple(offers)))


def unreadable(word: str) -> InvalidEntry:
    return InvalidEntry(
        _("{word} cannot be read here.").format(word=word[:SHOWN]),
        _("A number is 0 to 10, a time @14:30, a length 20m."),
    )


def twice(word: str) -> InvalidEntry:
    return InvalidEntry(
        _("Its time is said twice, the second time as {word}.").format(word=word[:SHOWN]),
        _("Leave one of the two out."),
    )
