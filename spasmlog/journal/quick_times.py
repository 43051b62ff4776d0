"""Times, days and lengths of the quick line: @14:30, @yesterday 2pm, @-3h, since 9:00, 1h30."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from spasmlog.domain.moment import FIRST_YEAR, LAST_YEAR
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_said import SHOWN, Part, Said, Token, twice, unreadable
from spasmlog.journal.quick_words import Words

LONGEST_AGO = timedelta(days=7)
"""What is said to have begun so long ago was at most this long ago (our own choice)."""
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([a-z]*)")
_NUMBER_UNIT = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)([^\W\d_]+)(\d{1,2})?(.*)")
_BARE_CLOCK = re.compile(r"\d{1,2}:\d\d(?!\d)")
_PART_OF_DAY = 12


def read_time(found: Sequence[Token], said: Said, known: Known, words: Words) -> int:
    """Read a time that the first words say; returns how many were taken."""
    first = found[0]
    if first.key in words.until and len(found) > 1:
        return _read_end(found, said, words)
    since = first.key in words.since and len(found) > 1
    begin = found[1:] if since else found
    if not _starts_time(begin, words):
        return 0
    if not since and _may_be_prose(begin, said, words):
        raise InvalidEntry(
            _("Is {word} its day?").format(word=first.key),
            _("Write it as @{word}, or put the words behind // for the note.").format(
                word=first.key
            ),
        )
    if said.has_time:
        raise twice(first.text)
    taken = _read_begin(begin, said, known, words)
    said.since = since
    if since and said.day is not None:
        raise InvalidEntry(
            _("That needs a time of day too."), _("Write it as since yesterday 14:30.")
        )
    if since and said.ended is not None:
        raise unreadable(first.text)
    return said.keep(Part.TIME, found[: taken + since])


def _starts_time(found: Sequence[Token], words: Words) -> bool:
    """With "@" always, and yesterday: kept as a note it would stand beside an entry of today.

    Another day alone may be a word of the note, with a time behind it it is none.
    """
    first = found[0]
    if first.text.startswith("@") or _BARE_CLOCK.match(first.text) or _is_earlier(first, words):
        return True
    named = first.key in (*words.days_ago, *words.weekdays, *words.weekdays_short)
    return named and _clock_follows(found, words)


def _is_earlier(word: Token, words: Words) -> bool:
    """Whether this is "yesterday", without "@"."""
    return words.days_ago.get(word.key, 0) > 0


def _may_be_prose(found: Sequence[Token], said: Said, words: Words) -> bool:
    """Whether "yesterday" stands behind words that were not understood: "worse than yesterday"."""
    within = bool(said.pieces) and said.pieces[-1].part is Part.UNREAD
    return within and _is_earlier(found[0], words) and not _clock_follows(found, words)


def _read_begin(found: Sequence[Token], said: Said, known: Known, words: Words) -> int:
    """A time back from now, a day, a day and a time, or a time; with an end where one follows."""
    word = found[0].text
    first = found[0].key.removeprefix("@")
    if first.startswith(("-", "−")):
        back = span([Token(first[1:], 0)], words)
        if back is None:
            raise unreadable(word)
        said.began = known.now.plus(-back[0])
        return 1
    day, clocks, taken = known.now.clock.date(), first, 1
    named = _day(first, known, words)
    if named is not None:
        if not _clock_follows(found, words):
            said.day = _sensible(named, first)
            return 1
        day, clocks, taken = named, found[1].key, 2
    start, dash, end = clocks.partition("-")
    said.began = datetime.combine(_sensible(day, first), clock(start, word, words))
    if dash:
        if said.lasted is not None:
            raise twice(word)
        said.ended = _later(said.began, clock(end, word, words))
    return taken


def _read_end(found: Sequence[Token], said: Said, words: Words) -> int:
    """ "until 15:10", after the beginning."""
    text = found[1].key.removeprefix("@")
    if not _BARE_CLOCK.match(text) and not found[1].text.startswith("@"):
        return 0
    if said.ended is not None or said.lasted is not None or said.since:
        raise twice(found[1].text)
    if not isinstance(said.began, datetime):
        raise InvalidEntry(
            _("{word} needs a beginning before it.").format(word=found[1].text[:SHOWN]),
            _("Write it as @14:30 until 15:10."),
        )
    said.ended = _later(said.began, clock(text, found[1].text, words))
    return said.keep(Part.TIME, found[:2])


def read_span(found: Sequence[Token], said: Said, words: Words) -> int:
    """Read "20m", "20m ago" (it began then) or "for 20m" (it lasted so long)."""
    if found[0].key in words.lasted:
        lasted = span(found[1:], words) if len(found) > 1 else None
        if lasted is None:
            return 0
        if said.lasted is not None or said.ended is not None:
            raise twice(found[1].text)
        said.lasted = lasted[0]
        return said.keep(Part.LENGTH, found[: lasted[1] + 1])
    read = span(found, words)
    if read is None:
        return 0
    back, taken = read
    if said.has_time:
        raise twice(found[0].text)
    if back > LONGEST_AGO:
        raise unreadable(found[0].text)
    said.ago = back
    follows = len(found) > taken and found[taken].key in words.ago
    return said.keep(Part.TIME, found[: taken + follows])


def span(found: Sequence[Token], words: Words) -> tuple[timedelta, int] | None:
    """A length and how many words it takes: 20m, 1h30, 1.5h, 20 minutes; None where it is none."""
    if not found:
        return None
    text = found[0].key
    if len(found) > 1 and re.fullmatch(r"\d{1,4}(?:[.,]\d{1,2})?", text):
        unit = _unit(found[1].key, words)
        return None if unit is None else (_times(text, unit), 2)
    total, rest = timedelta(), text
    longest = timedelta.max
    while rest:
        matched = _NUMBER_UNIT.fullmatch(rest)
        unit = _unit(matched[2], words) if matched else None
        if matched is None or unit is None or unit >= longest:
            return None
        total, longest, rest = total + _times(matched[1], unit), unit, matched[4]
        if matched[3]:  # minutes behind the hours, with or without their sign
            if unit != timedelta(hours=1) or (rest and _unit(rest, words) != timedelta(minutes=1)):
                return None
            total, rest = total + timedelta(minutes=int(matched[3])), ""
    return total, 1


def _unit(word: str, words: Words) -> timedelta | None:
    for names, unit in (
        (words.hours, timedelta(hours=1)),
        (words.minutes, timedelta(minutes=1)),
        (words.seconds, timedelta(seconds=1)),
    ):
        if word in names:
            return unit
    return None


def _times(number: str, unit: timedelta) -> timedelta:
    return timedelta(seconds=round(float(number.replace(",", ".")) * unit.total_seconds()))


def _day(word: str, known: Known, words: Words) -> date | None:
    today = known.now.clock.date()
    if word in words.days_ago:
        return today - timedelta(days=words.days_ago[word])
    for names in (words.weekdays, words.weekdays_short):  # the last one before today
        if word in names:
            back = (today.weekday() - names.index(word) - 1) % 7 + 1
            return today - timedelta(days=back)
    try:
        return date.fromisoformat(word) if len(word) == len("2026-11-20") else None
    except ValueError as error:
        raise InvalidEntry(_("{day} is not a date.").format(day=word[:SHOWN])) from error


def _sensible(day: date, word: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidEntry(_("{day} is not a date.").format(day=word[:SHOWN]))
    return day


def _clock_follows(found: Sequence[Token], words: Words) -> bool:
    """Whether the second word looks like a time, right or wrong; "4" after a day is a severity."""
    matched = _CLOCK.match(found[1].key) if len(found) > 1 else None
    if matched is None:
        return False
    return matched[2] is not None or matched[3] in (*words.before_noon, *words.after_noon)


def clock(text: str, word: str, words: Words) -> time:
    """A time of day; refuses what is none."""
    matched = _CLOCK.fullmatch(text)
    half = matched[3] if matched else ""
    if matched is None or (not matched[2] and not half):
        raise _no_time(word)
    hour, minute = int(matched[1]), int(matched[2] or 0)
    if half:
        if half not in (*words.before_noon, *words.after_noon) or not 1 <= hour <= _PART_OF_DAY:
            raise _no_time(word)
        hour = hour % _PART_OF_DAY + (_PART_OF_DAY if half in words.after_noon else 0)
    if hour > 23 or minute > 59:
        raise _no_time(word)
    return time(hour, minute)


def _no_time(word: str) -> InvalidEntry:
    return InvalidEntry(
        _("{word} is not a time.").format(word=word[:SHOWN]), _("Write it as @14:30.")
    )


def _later(began: datetime, end: time) -> datetime:
    """The first time that the clock shows this after the beginning."""
    ended = datetime.combine(began.date(), end)
    return ended if ended >= began else ended + timedelta(days=1)
