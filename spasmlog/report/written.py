"""Text that a person typed, made fit for one place on the page, and numbers put into words."""

from __future__ import annotations

import unicodedata
from datetime import date

from spasmlog.i18n import _, format_day, format_number, ngettext

CUT = "[…]"
"""Stands where a long text was shortened."""
MARK = "\ufffd"
"""Stands for a character that cannot be printed."""
UNKNOWN = "–"
_LONG_WORD = 24
_MARKS_PER_LETTER = 4
_BREAK = "\u200b"
_ISOLATE, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def typed(text: str, limit: int) -> str:
    """What a person typed, on one line and of at most `limit` characters, with long words parted.

    Control characters and marks that would turn the direction of the text around it are left
    out; text from right to left is set apart, so that it turns nothing around it.
    """
    clean = " ".join(_clean(text).split())
    short = _parted(_shortened(clean, limit))
    if any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in short):
        return f"{_ISOLATE}{short}{_POP}"
    return short


def initials(name: str) -> str:
    """The first letter of each of the first four words that have one: "S. R."."""
    letters = (next(filter(str.isalpha, word), "") for word in _clean(name).split())
    found = [each.upper() for each in letters if each][:4]
    return typed(" ".join(f"{each}." for each in found), 12)


def span(first: date, last: date) -> str:
    """Two dates: "25 Aug to 22 Nov 2026"; the first has a year only where it differs."""
    pattern = "d MMM" if first.year == last.year else "d MMM y"
    if first == last:
        return format_day(last)
    return _("{first} to {last}").format(first=format_day(first, pattern), last=format_day(last))


def short_day(day: date, today: date) -> str:
    """A date, with its year only where that is not the year of the page."""
    return format_day(day, "d MMM" if day.year == today.year else "d MMM y")


def short_span(first: date, last: date, today: date) -> str:
    """Two dates as short as can be: "16 to 23 Sept", "30 Sept to 2 Oct"."""
    same_month = (first.year, first.month) == (last.year, last.month)
    begin = format_day(first, "d MMM") if first.year == last.year else short_day(first, today)
    if same_month:
        begin = format_day(first, "d")
    return _("{first} to {last}").format(first=begin, last=short_day(last, today))


def number(value: float) -> str:
    """A number with one decimal, and none where it is whole."""
    rounded = round(value, 1)
    return format_number(rounded, 0 if rounded == int(rounded) else 1)


def duration(hours: float) -> str:
    """How long something lasted: minutes below two hours, hours below three days, then days."""
    if hours < 2:
        return _("{n} min").format(n=round(hours * 60))
    if hours < 72:
        return _("{n} h").format(n=number(hours if hours < 10 else round(hours)))
    return ngettext("{n} day", "{n} days", round(hours / 24))


def _clean(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for each in unicodedata.normalize("NFC", text):
        category = unicodedata.category(each)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if category == "Cs":
            kept.append(MARK)
        elif category in ("Cc", "Zl", "Zp"):
            kept.append(" ")
        elif each not in _DIRECTIONS and marks <= _MARKS_PER_LETTER:
            kept.append(each)
    return "".join(kept)


def _shortened(text: str, limit: int) -> str:
    """Cut at the last space of the second half, or else in the middle of a word."""
    if len(text) <= limit:
        return text
    room = text[: limit - len(CUT) - 1]
    space = room.rfind(" ", len(room) // 2)
    return f"{room[:space] if space > 0 else room} {CUT}"


def _parted(text: str) -> str:
    """Words longer than a narrow column may break inside."""
    return " ".join(_parted_word(word) for word in text.split(" "))


def _parted_word(word: str) -> str:
    if len(word) <= _LONG_WORD:
        return word
    pieces: list[str] = []
    for each in word:
        joins = unicodedata.category(each).startswith("M") or each in "\u200d\u200c"
        if pieces and (joins or len(pieces[-1]) < _LONG_WORD // 3):
            pieces[-1] += each
        else:
            pieces.append(each)
    return _BREAK.join(pieces)
