"""How lengths, volumes and doses are written, without their records."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from spasmlog.i18n import (
    _,
    format_clock,
    format_day,
    format_number,
    in_sentence,
    ngettext,
    sentence,
)

__all__ = [
    "duration",
    "from_to",
    "in_sentence",
    "litres",
    "mg_words",
    "minutes_words",
    "seconds_words",
    "sentence",
    "volume",
]


def duration(span: timedelta) -> str:
    """Whole minutes: "12 min", "1 h 12 min", "19 h"; from two days on "2 days 3 h"."""
    minutes = max(int(span.total_seconds()) // 60, 0)
    if minutes == 0:
        return _("under a minute")
    hours, rest = divmod(minutes, 60)
    days = hours // 24
    if days >= 2:
        said = ngettext("{n} day", "{n} days", days)
        return said if hours % 24 == 0 else _("{days} {h} h").format(days=said, h=hours % 24)
    if hours == 0:
        return minutes_words(rest)
    if rest == 0:
        return _("{h} h").format(h=hours)
    return _("{h} h {min} min").format(h=hours, min=rest)


def from_to(begin: datetime, end: datetime, today: date) -> str:
    """ "14:30 to 15:10", with its day before today: "30 Jun 23:40 to 00:25".

    The end has its day only where it came a whole day later or more.
    """
    first = begin.date() != today
    words = [
        f"{format_day(at.date(), 'd MMM')} {format_clock(at)}" if dated else format_clock(at)
        for at, dated in ((begin, first), (end, end - begin >= timedelta(days=1)))
    ]
    return _("{begin} to {end}").format(begin=words[0], end=words[1])


def minutes_words(minutes: int) -> str:
    """ "20 min" """
    return _("{min} min").format(min=minutes)


def seconds_words(seconds: int) -> str:
    """ "5 min", "45 s", "1 min 30 s" """
    minutes, rest = divmod(seconds, 60)
    if rest == 0:
        return minutes_words(minutes)
    short = _("{s} s").format(s=rest)
    return short if minutes == 0 else f"{minutes_words(minutes)} {short}"


def volume(ml: int) -> str:
    """Below a litre in ml, from there on as litres."""
    return _("{ml} ml").format(ml=ml) if ml < 1000 else litres(ml)


def litres(ml: int) -> str:
    """ "1.25 l" """
    return _("{l} l").format(l=format_number(round(ml / 1000, 2)))


def mg_words(mg: float) -> str:
    """ "1,200 mg" """
    return _("{mg} mg").format(mg=format_number(mg))
