"""One typed line to a command: "7 low back left 20m ibuprofen 400".

The pieces of a line, in any order:

    7                           severity, a whole number from 0 to 10
    low back, neck, leg         the place
    left, right, both           the side
    20m, 1h30m                  it began so long ago and still runs
    for 20m                     it lasted so long and is over
    @14:30, @-3h                it began then and is over, its end not known
    @yesterday 14:30            the same on another day; also @2026-11-20 14:30
    @14:30-15:10                it began and let go then
    lifting, twisting, stress   what set it off
    ibuprofen 400, heat 20m     what was taken or done for it
    // anything                 a note, word for word

0 is a reading, never a spasm; while a spasm runs a bare number is a reading of it. One treatment
alone, such as "paracetamol 1500", needs no number: it was taken now, for the spasm that runs if one
does. Words that are not understood, and a second place or side, become the note, and are said. A
number or time that cannot be read, or is said twice, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from spasmlog.domain.moment import FIRST_YEAR, LAST_YEAR, Moment
from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import MEDICINES, Nrs, Region, Side, TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.commands import Command, Dose, LogEpisode, LogReading, LogUse, When
from spasmlog.journal.quick_words import (
    CAUSES,
    DAYS_AGO,
    FOR,
    PLACES,
    SIDES,
    TREATMENTS,
    UNITS_MG,
)

_SPAN = re.compile(r"(?=\d)(?:(\d{1,3})h)?(?:(\d{1,4})m(?:in)?)?", re.IGNORECASE)
_AMOUNT = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)(mg|g|mcg)?", re.IGNORECASE)
_JOINED = re.compile(r"([^\W\d]+)(\d.*)")
_NUMERIC = re.compile(r"[-+−]?\d.*")
_LONGEST_AGO = timedelta(days=7)
"""A spasm that is said to run began at most so long ago (our own choice)."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: the command, and the words that were taken as a note."""

    command: Command
    unread: str


@dataclass(slots=True)
class _Parts:
    """What has been read so far, while the words of a line are gone through."""

    severity: Nrs | None = None
    region: Region | None = None
    side: Side | None = None
    ago: timedelta | None = None
    lasted: timedelta | None = None
    began: When = None
    ended: When = None
    causes: set[str] = field(default_factory=set)
    doses: list[Dose] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a number (and a note) has been said."""
        return not self._of_a_spasm and not self.doses

    @property
    def is_dose(self) -> bool:
        """Whether it says one treatment and nothing else (but a note)."""
        alone = self.severity is None and not self._of_a_spasm and not self.unread
        return alone and len(self.doses) == 1

    @property
    def _of_a_spasm(self) -> bool:
        said = (self.region, self.side, self.ago, self.lasted, self.began)
        return any(each is not None for each in said) or bool(self.causes)


def parse(line: str, now: Moment, catalogue: Sequence[Treatment], *, running: bool) -> Line:
    """The command that a line means; raises `InvalidEntry` for what cannot be read."""
    typed, _slashes, note = line.partition("//")
    parts = _Parts()
    names = TREATMENTS | {each.name.casefold(): each.kind for each in catalogue}
    words = typed.split()
    while words:
        del words[: _read(words, parts, now, names)]
    unread = " ".join(parts.unread)
    text = " ".join(each for each in (unread, note.strip()) if each)
    if parts.is_dose:
        return Line(LogUse(dose=parts.doses[0], note=text), unread)
    if parts.severity is None:
        raise InvalidEntry(
            _("The line has no number from 0 to 10."), _("Begin with how strong it is, such as 7.")
        )
    return Line(_command(parts, parts.severity, now, text, running=running), unread)


def _command(parts: _Parts, severity: Nrs, now: Moment, note: str, *, running: bool) -> Command:
    if parts.is_bare and (running or severity == 0):
        return LogReading(pain=severity, note=note)
    if severity == 0:
        raise InvalidEntry(_("A spasm has a strength of 1 to 10; 0 alone says that it is none."))
    onset = parts.began
    back = parts.ago or parts.lasted
    if onset is None and back is not None:
        onset = now.plus(-back)
    return LogEpisode(
        onset=onset,
        resolved=parts.ended,
        lasted=parts.lasted,
        end_unknown=parts.began is not None and parts.ended is None and parts.lasted is None,
        peak=severity,
        region=parts.region,
        side=parts.side,
        exposures=frozenset(parts.causes),
        note=note,
        doses=tuple(parts.doses),
    )


def _read(words: list[str], parts: _Parts, now: Moment, names: Mapping[str, TreatmentKind]) -> int:
    """Read what the first words say; returns how many were taken."""
    taken = (
        _read_phrase(words, parts)
        or _read_dose(words, parts, names)
        or _read_time(words, parts, now)
        or _read_span(words, parts)
        or _read_severity(words, parts)
    )
    if taken:
        return taken
    if _NUMERIC.fullmatch(words[0]):
        raise _unreadable(words[0])
    parts.unread.append(words[0])
    return 1


def _unreadable(word: str) -> InvalidEntry:
    return InvalidEntry(
        _("{word} cannot be read here.").format(word=word[:40]),
        _("A number is 0 to 10, a time @14:30, a length 20m."),
    )


def _twice(word: str) -> InvalidEntry:
    return InvalidEntry(
        _("Its time is said twice, the second time as {word}.").format(word=word[:40]),
        _("Leave one of the two out."),
    )


def _read_phrase(words: list[str], parts: _Parts) -> int:
    for taken in (2, 1):
        phrase = " ".join(words[:taken]).casefold()
        if phrase in PLACES and parts.region is None:
            parts.region = PLACES[phrase]
            return taken
        if phrase in SIDES and parts.side is None:
            parts.side = SIDES[phrase]
            return taken
        if phrase in CAUSES:
            parts.causes.add(CAUSES[phrase])
            return taken
    return 0


def _read_dose(words: list[str], parts: _Parts, names: Mapping[str, TreatmentKind]) -> int:
    for taken in (3, 2, 1):
        name = " ".join(words[:taken])
        if name.casefold() in names and len(words) >= taken:
            kind = names[name.casefold()]
            if " ".join(words[taken + 1 : taken + 2]).lower() in UNITS_MG:  # "1 g"
                words[taken : taken + 2] = ["".join(words[taken : taken + 2])]
            amount = words[taken] if len(words) > taken else ""
            dose = _dose(name, kind, amount)
            parts.doses.append(dose)
            return taken + (dose.dose_mg is not None or dose.minutes is not None)
    joined = _JOINED.fullmatch(words[0])
    if joined and joined[1].casefold() in names:  # "ibuprofen400"
        words[:1] = [joined[1], joined[2]]
        return _read_dose(words, parts, names)
    return 0


def _dose(name: str, kind: TreatmentKind, amount: str) -> Dose:
    """A dose with its amount where the next word is one; an amount is never guessed."""
    if kind not in MEDICINES:
        span = _span(amount)
        minutes = None if span is None else int(span.total_seconds()) // 60
        return Dose(name=name.capitalize(), kind=kind, minutes=minutes)
    matched = _AMOUNT.fullmatch(amount)
    if matched is None:
        if _NUMERIC.fullmatch(amount):
            raise InvalidEntry(
                _("{amount} is not an amount of {name}.").format(amount=amount[:40], name=name),
                _("Give it in mg, such as 400, or leave it out."),
            )
        return Dose(name=name.capitalize(), kind=kind)
    mg = float(matched[1].replace(",", ".")) * UNITS_MG[(matched[2] or "mg").lower()]
    return Dose(name=name.capitalize(), kind=kind, dose_mg=mg)


def _read_time(words: list[str], parts: _Parts, now: Moment) -> int:
    if not words[0].startswith("@"):
        return 0
    if parts.began is not None or parts.ago is not None:
        raise _twice(words[0])
    first = words[0][1:]
    if first.startswith(("-", "−")):
        back = _span(first[1:])
        if back is None:
            raise _unreadable(words[0])
        parts.began = now.plus(-back)
        return 1
    day, clocks, taken = now.clock.date(), first, 1
    named = _day(first, now)
    if named is not None:
        day, clocks, taken = named, words[1] if len(words) > 1 else "", 2
    start, dash, end = clocks.partition("-")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidEntry(_("{day} is not a date.").format(day=first))
    parts.began = datetime.combine(day, _clock(start, words[0]))
    if dash:
        if parts.lasted is not None:
            raise _twice(words[0])
        ended = datetime.combine(day, _clock(end, words[0]))
        parts.ended = ended if ended >= parts.began else ended + timedelta(days=1)
    return taken


def _day(word: str, now: Moment) -> date | None:
    if word.casefold() in DAYS_AGO:
        return now.clock.date() - timedelta(days=DAYS_AGO[word.casefold()])
    try:
        return date.fromisoformat(word) if len(word) == len("2026-11-20") else None
    except ValueError as error:
        raise InvalidEntry(_("{day} is not a date.").format(day=word)) from error


def _clock(text: str, word: str) -> time:
    matched = re.fullmatch(r"(\d{1,2})[:.](\d\d)", text)
    if matched is None or int(matched[1]) > 23 or int(matched[2]) > 59:
        raise InvalidEntry(
            _("{word} is not a time.").format(word=word[:40]), _("Write it as @14:30.")
        )
    return time(int(matched[1]), int(matched[2]))


def _read_span(words: list[str], parts: _Parts) -> int:
    if words[0].casefold() == FOR and len(words) > 1 and (lasted := _span(words[1])) is not None:
        if parts.lasted is not None or parts.ended is not None:
            raise _twice(words[1])
        parts.lasted = lasted
        return 2
    span = _span(words[0])
    if span is None:
        return 0
    if parts.began is not None or parts.ago is not None:
        raise _twice(words[0])
    if span > _LONGEST_AGO:
        raise _unreadable(words[0])
    parts.ago = span
    return 1


def _span(text: str) -> timedelta | None:
    matched = _SPAN.fullmatch(text)
    if not matched or not (matched[1] or matched[2]):
        return None
    return timedelta(hours=int(matched[1] or 0), minutes=int(matched[2] or 0))


def _read_severity(words: list[str], parts: _Parts) -> int:
    if not (words[0].isascii() and words[0].isdigit()):
        return 0
    if parts.severity is not None or len(words[0]) > 2:
        raise _unreadable(words[0])
    parts.severity = Nrs(int(words[0]))
    return 1
