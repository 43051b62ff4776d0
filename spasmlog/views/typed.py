"""What a person types for a date, a time, a number or a length: read forgivingly, never guessed.

Every `read_...` raises `InvalidEntry` with the sentence that belongs beside the field.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta
from functools import cache

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, format_clock, format_day, format_number
from spasmlog.views.amounts import minutes_words, seconds_words

YEARS = range(1900, 2200)
SHORTEST_NAME = 3
"""Letters that a month or weekday needs at least, unless its whole name is shorter."""


def shown_day(day: date) -> str:
    """How a date stands in a field: "14 Nov 2026"."""
    return format_day(day)


def shown_clock(at: time) -> str:
    """How a time stands in a field: "19:40"."""
    return plain(format_clock(at))


def plain(text: str) -> str:
    """The text with plain digits and single blanks, without marks that cannot be seen."""
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")
    digits = "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each
        for each in unicodedata.normalize("NFKC", seen)
    )
    return " ".join(digits.split())


def read_clock(text: str) -> time:
    """ "7:5", "0705", "7.05", "19h40", "7:40 pm" """
    typed = plain(text).casefold()
    words, half = _without_half(typed)
    found = re.fullmatch(r"(\d{1,2})(?:[:.h ]+(\d{1,2}))?h?|(\d{1,2})(\d\d)", words)
    if found is None:
        example = shown_clock(time(7, 5))
        raise InvalidEntry(_("That is not a time. Type it like {example}.").format(example=example))
    hour, minute = (int(found[1] or found[3]), int(found[2] or found[4] or 0))
    if half is not None:
        if not 1 <= hour <= 12:
            raise InvalidEntry(_("A time before or after noon has an hour from 1 to 12."))
        hour = hour % 12 + half
    if hour > 23 or minute > 59:
        raise InvalidEntry(_("A time has hours from 0 to 23 and minutes from 0 to 59."))
    return time(hour, minute)


def _without_half(typed: str) -> tuple[str, int | None]:
    """The time without "am" or "pm", and the hours that it adds; None where neither stood."""
    for words, added in _halves():
        if typed.endswith(words):
            return typed.removesuffix(words).strip(), added
    return typed, None


@cache
def _halves() -> tuple[tuple[str, int], ...]:
    """The words for before and after noon, the locale's own among them."""
    own = [
        (re.sub(r"[\d:.\s]", "", plain(format_clock(time(hour, 41))).casefold()), added)
        for hour, added in ((9, 0), (21, 12))
    ]
    usual = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)]
    return tuple((words, added) for words, added in (*own, *usual) if words)


def read_day(text: str, near: date, today: date) -> date:
    """A date; one without a year is the nearest to `near`, the date that the field stood on.

    A day alone, or a weekday alone, could mean several dates and is not read.
    """
    typed = plain(text).casefold().strip(" .,")
    for word, back in ((_("today"), 0), (_("yesterday"), 1), ("today", 0), ("yesterday", 1)):
        if typed == word.casefold():
            return today - timedelta(days=back)
    iso = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", typed)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = re.fullmatch(r"(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{2}|\d{4}))?", typed)
    if numbers:
        first, second = int(numbers[1]), int(numbers[2])
        day, month = (second, first) if _month_first() else (first, second)
        return _day_near(numbers[3], month, day, near)
    return _named_day(typed, near)


def _named_day(typed: str, near: date) -> date:
    """ "Sat 14 Nov", "november 14th, 2026" """
    numbers = re.findall(r"\d+", typed)
    words = re.findall(r"[^\W\d_]+", re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", typed))
    months = [month for word in words for month in [_among(_months(), word)] if month]
    weekdays = [day for word in words for day in [_among(_weekdays(), word)] if day]
    year = next(
        (each for each in numbers[1:] if len(each) in (2, 4) and typed.endswith(each)), None
    )
    understood = len(months) == 1 and len(months) + len(weekdays) == len(words)
    if not understood or len(numbers) != (1 if year is None else 2) or len(numbers[0]) > 2:
        raise InvalidEntry(
            _("That is not a date. Type it like {example}.").format(example=shown_day(near))
        )
    found = _day_near(year, months[0], int(numbers[0]), near)
    if weekdays and weekdays != [found.isoweekday()]:
        raise InvalidEntry(
            _("{date} is a {weekday}.").format(
                date=shown_day(found), weekday=format_day(found, "EEEE")
            )
        )
    return found


def _day_near(year: str | None, month: int, day: int, near: date) -> date:
    if year is not None:
        return _day(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    found = []
    for each in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(_day(each, month, day))
        except InvalidEntry:  # 29 February is there in some years only
            continue
    if not found:
        raise _no_such_day()
    return min(found, key=lambda each: abs(each - near))


def _day(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise _no_such_day() from error
    if found.year not in YEARS:
        raise _no_such_day()
    return found


def _no_such_day() -> InvalidEntry:
    return InvalidEntry(_("There is no such day in the calendar."))


@cache
def _month_first() -> bool:
    """Whether short dates of the locale name the month before the day."""
    short = plain(format_day(date(2003, 11, 22), "short"))
    return short.index("11") < short.index("22")


@cache
def _months() -> tuple[tuple[str, int], ...]:
    dates = [date(2003, month, 1) for month in range(1, 13)]
    return tuple(
        (_word(format_day(day, pattern)), day.month)
        for day in dates
        for pattern in ("MMM", "MMMM", "LLL", "LLLL")
    )


@cache
def _weekdays() -> tuple[tuple[str, int], ...]:
    dates = [date(2003, 9, number) for number in range(1, 8)]
    return tuple(
        (_word(format_day(day, pattern)), day.isoweekday())
        for day in dates
        for pattern in ("EEE", "EEEE")
    )


def _word(name: str) -> str:
    return name.casefold().strip(". ")


def _among(names: tuple[tuple[str, int], ...], typed: str) -> int | None:
    """The number of the one name that begins so; None for none and for several."""
    found = {
        number
        for name, number in names
        if name == typed or (len(typed) >= SHORTEST_NAME and name.startswith(typed))
    }
    return found.pop() if len(found) == 1 else None


def read_number(text: str, unit: str = "") -> float:
    """A number with the decimal sign of the locale, or the other where it can mean nothing else."""
    typed = plain(text).replace("−", "-").casefold().removesuffix(unit).strip()
    point = format_number(1.5)[1]
    other = "." if point == "," else ","
    group = rf"-?\d{{1,3}}(?:{re.escape(other)}\d{{3}})+"
    if re.fullmatch(rf"{group}(?:{re.escape(point)}\d+)?", typed):
        typed = typed.replace(other, "")
    typed = typed.replace(point, ".").replace(other, ".")
    if not re.fullmatch(r"-?\d{1,9}(?:\.\d{1,6})?", typed):
        example = format_number(2.5)
        raise InvalidEntry(
            _("That is not a number. Type it like {example}.").format(example=example)
        )
    return float(typed)


def read_length(text: str) -> int:
    """Seconds, from "5 min", "1 min 30 s", "5:30" or "1 h"; a number alone is minutes."""
    typed = plain(text).casefold()
    clock = re.fullmatch(r"(\d{1,4}):(\d\d)", typed)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    if re.fullmatch(r"\d{1,5}", typed):
        return int(typed) * 60
    parts = re.findall(r"(\d{1,5})\s*([^\W\d_]+)\.?", typed)
    units = _units()
    rest = re.sub(r"(\d{1,5})\s*([^\W\d_]+)\.?", "", typed)
    if not parts or rest.strip() or any(unit not in units for _number, unit in parts):
        example = seconds_words(90)
        raise InvalidEntry(
            _("That is not a length of time. Type it like {example}.").format(example=example)
        )
    return sum(int(number) * units[unit] for number, unit in parts)


@cache
def _units() -> dict[str, int]:
    usual = {"h": 3600, "hour": 3600, "hours": 3600, "m": 60, "min": 60, "mins": 60, "s": 1}
    usual |= {"minute": 60, "minutes": 60, "sec": 1, "second": 1, "seconds": 1}
    own = {_word(re.sub(r"\d", "", plain(minutes_words(1)))): 60}
    return usual | own | {_word(re.sub(r"\d", "", plain(seconds_words(1)))): 1}
