"""Time of day and weekday, in sentences."""

from __future__ import annotations

from datetime import date, time, timedelta

from spasmlog.analysis.gates import WEEKDAY_DAYS
from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.time_of_day import TimeOfDay
from spasmlog.analysis.two_periods import Refusal
from spasmlog.analysis.weekdays import Of, Weekdays
from spasmlog.charts.words_course import days_used, too_little
from spasmlog.charts.words_numbers import pain, percent, percent_range
from spasmlog.i18n import _, format_clock, format_day, ngettext

A_MONDAY = date(2024, 1, 1)


def time_of_day_words(found: TimeOfDay) -> tuple[str, ...]:
    """Whether a part of the day stands out, and how many days are unknown."""
    unknown = ngettext("{n} day is unknown.", "{n} days are unknown.", found.unknown)
    return (_day_verdict(found), unknown)


def _day_verdict(found: TimeOfDay) -> str:
    if found.lacks:
        (lack,) = found.lacks
        return ngettext(
            "Not collected yet: it takes {need} spasms with a time in waking hours, there is {n}.",
            "Not collected yet: it takes {need} spasms with a time in waking hours, there are {n}.",
            lack.have,
        ).format(need=lack.need)
    if found.refusal is not None:
        return too_little()
    if found.fullest is None:
        return _("Can't tell: no part of the waking day stands out.")
    return _(
        "Spasms begin more often between {start} and {end}: {n} of {all} in waking hours."
    ).format(
        start=format_clock(found.fullest.start),
        end=format_clock(found.fullest.end),
        n=found.fullest.onsets,
        all=found.onsets,
    )


def left_out_words(found: TimeOfDay) -> tuple[str, ...]:
    """Which spasms are counted at all, and what is left out of the verdict."""
    counted = _("Only spasms without one on the day before are counted.")
    asleep = ngettext(
        "{n} began outside waking hours (woke with it) and is counted apart.",
        "{n} began outside waking hours (woke with it) and are counted apart.",
        found.asleep,
    )
    untimed = ngettext(
        "Of {n} of them only the day is known.",
        "Of {n} of them only the day is known.",
        found.untimed,
    )
    rounded = _("Times are rounded: half of them or more are on the full hour.")
    said = ((asleep, found.asleep), (untimed, found.untimed), (rounded, found.rounded))
    return (counted, *(text for text, holds in said if holds))


def mean_hour_words(found: TimeOfDay) -> str:
    """The middle of all times on the clock, to the half hour; empty where they spread too far."""
    if found.mean_hour is None:
        return ""
    halves = round(found.mean_hour * 2) % (24 * 2)
    at = time(halves // 2, 30 * (halves % 2))
    return _("On average at about {time}.").format(time=format_clock(at))


def weekday_name(weekday: int) -> str:
    """The name of a weekday, 0 being Monday."""
    return format_day(A_MONDAY + timedelta(days=weekday), "EEEE")


def weekday_words(found: Weekdays) -> tuple[str, ...]:
    """Whether weekdays differ; below the gate only what is missing."""
    if found.lacks:
        return (*(_missing(found.of, lack) for lack in found.lacks), *_bare(found))
    if found.refusal is Refusal.UNNUMBERED:
        return (
            ngettext(
                "Pain has no number on {n} day, so weekdays are not compared.",
                "Pain has no number on {n} days, so weekdays are not compared.",
                found.unnumbered,
            ),
        )
    if found.refusal is not None:
        return (too_little(),)
    used = days_used(len(found.days), found.unknown)
    if found.highest is not None:
        return (_highest(found, found.highest), used)
    if found.status is Status.NONE:
        return (
            _("Weekdays differ by {points} at most, too little to matter.").format(
                points=pain(found.spread)
            ),
            used,
        )
    return (_("Can't tell whether weekdays differ."), used)


def _bare(found: Weekdays) -> tuple[str, ...]:
    """Why days that are logged are no days with a number."""
    text = ngettext(
        "Pain has no number on {n} day.", "Pain has no number on {n} days.", found.unnumbered
    )
    return (text,) if found.of is Of.PAIN and found.unnumbered else ()


def _missing(of: Of, lack: Lack) -> str:
    if lack.what == "onset_days":
        text = ngettext(
            "Not collected yet: it takes {need} days with a new spasm, there is {n}.",
            "Not collected yet: it takes {need} days with a new spasm, there are {n}.",
            lack.have,
        )
    elif of is Of.PAIN:
        text = ngettext(
            "Not collected yet: it takes {need} weeks with a number on {days} days, there is {n}.",
            "Not collected yet: it takes {need} weeks with a number on {days} days, there are {n}.",
            lack.have,
        )
    else:
        text = ngettext(
            "Not collected yet: it takes {need} weeks with {days} logged days, there is {n}.",
            "Not collected yet: it takes {need} weeks with {days} logged days, there are {n}.",
            lack.have,
        )
    return text.format(need=lack.need, days=WEEKDAY_DAYS)


def _highest(found: Weekdays, at: int) -> str:
    day, n, mean = weekday_name(at), found.n[at], found.means[at] or 0.0
    if found.of is Of.PAIN or found.interval is None:
        return ngettext(
            "Weekdays differ. {day} is highest: average worst pain {mean} on {n} logged day.",
            "Weekdays differ. {day} is highest: average worst pain {mean} on {n} logged days.",
            n,
        ).format(day=day, mean=pain(mean))
    return ngettext(
        "Weekdays differ. {day} is highest: a spasm began on {k} of {n} logged day "
        "({share}; the data fit {limits}).",
        "Weekdays differ. {day} is highest: a spasm began on {k} of {n} logged days "
        "({share}; the data fit {limits}).",
        n,
    ).format(day=day, k=round(mean * n), share=percent(mean), limits=percent_range(found.interval))
