"""One typed line to a command: "7 low back left 20m ibuprofen 400".

The pieces of a line, in any order:

    7                           severity, a whole number from 0 to 10; t first is ten
    low back, neck, leg         the place; L4 or L5/S1 too, kept in the note as well
    left, right, both           the side
    to thigh, to calf, to foot  how far it spreads; also to arm, to hand
    20m, 1h30m, 2 hours ago     it began so long ago and still runs
    since 14:30                 it began then and still runs
    for 20m                     it lasted so long and is over
    @14:30, @2pm, @-3h          it began then and is over, its end not known
    @yesterday 14:30            the same on another day; also @monday 9:00, @2026-11-20 14:30
    @yesterday, yesterday       on that day, the time not known; also @mon 9:00
    @14:30-15:10                it began and let go then; also @14:30 until 15:10
    lifting, twisting, stress   what set it off; factors of your own by their name
    ibuprofen 400, heat 20m     what was taken or done for it; ibuprofen 2 tablets, 2x200mg, 1 g
    // anything                 a note, word for word

Without a number, or beside it:

    w, w2, 3 glasses, 500ml     drinks; also 16oz
    stretch 5m                  stretching; stretch hamstrings 60s
    walk 30m                    activity; cycling 1h light
    sleep 6h30, slept badly     the night
    clear                       a day without pain; clear @yesterday

Only where a line begins with it:

    p 5                         just a pain reading
    none, some, much, gone      how much the last thing helped
    e, let go                   the spasm that runs let go; e 20m, e @14:30
    d                           the last dose again
    n                           no spasm so far

0 is a reading, never a spasm; while a spasm runs a number without a place or time is a reading of
it. A comma ends a piece: "ibuprofen, 7" takes no amount. Words that are not understood, and a
second place or side, become the note, and are said. A number or time that cannot be read, or is
said twice, is refused; so is a number right before what it counts ("2 cups", "3 days"), which is no
severity, and a bare "yesterday" among words that are not understood; an amount is never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.commands import Command
from spasmlog.journal.quick_counts import refuse_counted
from spasmlog.journal.quick_doses import NUMERIC, Names, read_dose
from spasmlog.journal.quick_entries import (
    read_activity,
    read_drink,
    read_first,
    read_severity,
    read_sleep,
    read_stretch,
)
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_meant import meant
from spasmlog.journal.quick_places import read_place
from spasmlog.journal.quick_said import SHOWN, Ask, Part, Piece, Said, Token, tokens, unreadable
from spasmlog.journal.quick_times import read_span, read_time
from spasmlog.journal.quick_words import ENGLISH, Words

NOTE = "//"


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: the command, and the words that were taken as a note.

    `pieces` are the stretches that were understood, `asks` what could be said more exactly.
    """

    command: Command
    unread: str
    pieces: tuple[Piece, ...] = ()
    asks: tuple[Ask, ...] = ()


def parse(line: str, known: Known, words: Words = ENGLISH) -> Line:
    """The command that a line means; raises `InvalidEntry` for what cannot be read."""
    said, note = read(line, known, words)
    unread = " ".join(said.unread)
    command = meant(said, known, " ".join(filter(None, (*said.levels, unread, note))))
    return Line(command, unread, tuple(said.pieces), tuple(said.asks))


def read(line: str, known: Known, words: Words = ENGLISH) -> tuple[Said, str]:
    """The pieces of a line, and its note: also of one that is no command yet."""
    found = tokens(line)
    note = line.partition(NOTE)[2].strip()
    typed = tokens(line.partition(NOTE)[0]) if NOTE in line else found
    said, names = Said(), Names(known, words)
    while typed:
        typed = typed[_read(typed, said, known, words, names) :]
    return said, note


def _read(found: Sequence[Token], said: Said, known: Known, words: Words, names: Names) -> int:
    """Read what the first words say; returns how many were taken."""
    begins = not said.pieces and not said.unread
    likely = said.asks[-1] if said.asks and said.asks[-1].part is Part.UNREAD else None
    if likely and NUMERIC.fullmatch(found[0].key) and said.pieces[-1].end == likely.end:
        raise InvalidEntry(
            _("{word} is no treatment that is known.").format(word=said.unread[-1][:SHOWN]),
            _("Type {name} if that is what you mean.").format(name=likely.offers[0]),
        )
    taken = (
        (begins and read_first(found, said, known, words))
        or read_place(found, said, known, words)
        or read_dose(found, said, names)
        or read_drink(found, said, known, words)
        or read_activity(found, said, words)
        or read_stretch(found, said, words)
        or read_sleep(found, said, words)
        or read_time(found, said, known, words)
        or read_span(found, said, words)
    )
    if not taken:
        refuse_counted(found, words)
        taken = read_severity(found, said, words)
    if taken:
        return taken
    if NUMERIC.fullmatch(found[0].key):
        raise unreadable(found[0].text)
    said.unread.append(found[0].text)
    return said.keep(Part.UNREAD, found[:1])
