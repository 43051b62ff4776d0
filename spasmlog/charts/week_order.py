"""Which weekday a week begins with, and weekdays in that order."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from spasmlog.i18n import format_day, locale_name

A_MONDAY = date(2003, 9, 1)


@cache
def week_starts(locale: str) -> int:
    """The weekday (0 is Monday) that a week begins with in this locale."""
    del locale  # what is formatted follows it; it is named so that nothing stale is kept
    return next(at for at in range(7) if format_day(A_MONDAY + timedelta(days=at), "e") == "1")


def weekdays() -> tuple[int, ...]:
    """The weekdays (0 is Monday) as a week has them here."""
    start = week_starts(locale_name())
    return tuple((start + at) % 7 for at in range(7))


def weekday_short(weekday: int) -> str:
    """ "Mon" """
    return format_day(A_MONDAY + timedelta(days=weekday), "ccc")
