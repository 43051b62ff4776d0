"""Days and periods in a search: 2026-03, 14 march, last month, 2026-03-01..2026-03-14."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from spasmlog.charts.week_order import week_starts
from spasmlog.domain.moment import FIRST_YEAR, LAST_YEAR
from spasmlog.i18n import _, format_day, locale_name
from spasmlog.views.search_words import SearchWords

Days = tuple[date, date]
MOST_WORDS = 7
"""Of the longest that is read: "14 march 2025 .. 20 march 2025"."""
FIRST, LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_BACK = re.compile(r"([1-9]\d{0,3}) (\w+)", re.ASCII)
_TO = ".."


def read_days(found: Sequence[str], today: date, words: SearchWords) -> tuple[Days, int] | None:
    """The days that the first of these words name, and how many words that takes."""
    for taken in range(min(len(found), MOST_WORDS), 0, -1):
        days = _days(" ".join(found[:taken]), today, words)
        if days is not None:
            return days, taken
    return None


def _days(text: str, today: date, words: SearchWords) -> Days | None:
    for word in words.until:
        text = text.replace(f" {word} ", _TO)
    start, dots, end = (each.strip() for each in text.partition(_TO))
    if not dots:
        return _period(text, today, words)
    begins = _period(start, today, words) if start else (FIRST, FIRST)
    ends = _period(end, today, words) if end else (LAST, LAST)
    if begins is None or ends is None or not (start or end):
        return None
    return min(begins[0], ends[0]), max(begins[1], ends[1])


def _period(text: str, today: date, words: SearchWords) -> Days | None:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _of(*(int(part) if part else None for part in iso.groups()))
    quick = words.quick
    if text in quick.days_ago:
        return _one(today - timedelta(days=quick.days_ago[text]))
    if text in quick.weekdays:  # the last one before today, as in the quick line
        back = (today.weekday() - quick.weekdays.index(text) - 1) % 7 + 1
        return _one(today - timedelta(days=back))
    return _around(text, today, words) or _named(text.split(), today, words)


def _of(year: int | None, month: int | None, day: int | None) -> Days | None:
    """A year, a month of it or a day; None where there is no such."""
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return _one(first)
    return first, (_end_of_month(first) if month else date(year, 12, 31))


def _one(day: date) -> Days:
    return day, day


def _end_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _around(text: str, today: date, words: SearchWords) -> Days | None:
    """ "this week", "last month", "last 10 days"; the last ten are the ten until today."""
    which, _space, what = text.partition(" ")
    many = _BACK.fullmatch(what)
    part = words.parts_of_time.get(many[2] if many else what)
    if part is None or which not in (*words.this, *words.last):
        return None
    if many is not None:
        return None if which in words.this else _until(today, int(many[1]), part)
    start = _begin(today, part)
    if which in words.last:
        return _begin(start - timedelta(days=1), part), start - timedelta(days=1)
    return start, max(today, _end(start, part))


def _until(today: date, many: int, part: str) -> Days:
    days = {"day": 1, "week": 7, "month": 30.4375, "year": 365.25}[part] * many
    back = min(round(days) - 1, today.toordinal() - FIRST.toordinal())
    return today - timedelta(days=back), today


def _begin(day: date, part: str) -> date:
    if part == "week":
        return day - timedelta(days=(day.weekday() - week_starts(locale_name())) % 7)
    if part == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if part == "year" else day


def _end(start: date, part: str) -> date:
    if part == "week":
        return start + timedelta(days=6)
    if part == "month":
        return _end_of_month(start)
    return start.replace(month=12, day=31) if part == "year" else start


def _named(parts: Sequence[str], today: date, words: SearchWords) -> Days | None:
    """ "march", "march 2025", "14 march", "march 14 2025"; without a year the last one."""
    months = [
        (place, number)
        for place, word in enumerate(parts)
        for number, names in enumerate(words.months, 1)
        if word in names
    ]
    if len(months) != 1 or len(parts) > 3:
        return None
    place, month = months[0]
    numbers = [*parts[:place], *parts[place + 1 :]]
    if not all(re.fullmatch(r"\d{1,2}|\d{4}", each, re.ASCII) for each in numbers):
        return None
    years = [int(each) for each in numbers if len(each) == 4]
    days = [int(each) for each in numbers if len(each) < 4]
    if len(years) > 1 or len(days) > 1 or days == [0]:
        return None
    day = days[0] if days else None
    return _of(years[0], month, day) if years else _latest(month, day, today)


def _latest(month: int, day: int | None, today: date) -> Days | None:
    """The last month or day of this name that has begun; a 29 February may be eight years back."""
    found = (_of(year, month, day) for year in range(today.year, today.year - 9, -1))
    return next((days for days in found if days is not None and days[0] <= today), None)


def days_words(days: Days) -> str:
    """ "14 Nov 2026", "November 2026", "2026", "1 Nov 2026 to 3 Nov 2026"."""
    first, last = days
    if first == last:
        return format_day(first)
    if first.day == 1 and last == _end_of_month(first):
        return format_day(first, "LLLL y")
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return format_day(first, "y")
    if first == FIRST:
        return _("until {day}").format(day=format_day(last))
    if last == LAST:
        return _("from {day} on").format(day=format_day(first))
    return _("{first} to {last}").format(first=format_day(first), last=format_day(last))
