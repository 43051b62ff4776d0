"""Whether spasms come back after treatment, in sentences: the list first, and never "works for"."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from spasmlog.analysis.clocks import Clocks, Kind, Outside, Stop
from spasmlog.analysis.coming_back import Back
from spasmlog.analysis.gates import (
    CURVE_CLOCKS,
    MEDIAN_CLOCKS,
    SPASM_CLOCK_DAYS,
)
from spasmlog.charts.words_numbers import percent, percent_range
from spasmlog.i18n import _, format_day, format_list, ngettext, sentence

MOST = 6
"""So many returns are listed; of more, the latest."""


def back_words(found: Back, kind: Kind, name: str) -> tuple[str, ...]:
    """The clocks of one treatment, `name` as within a sentence; nothing without a clock."""
    if not found.clocks:
        return ()
    return (
        listed_words(found, kind, name),
        *let_off_words(found),
        *_half(found),
        *milestone_words(found),
        *_more(found),
        *dates_words(found, name),
    )


def curve_words(found: Back, kind: Kind) -> tuple[str, ...]:
    """The clocks of a kind, whatever was used: how many came back, and by when half."""
    if not found.clocks:
        return ()
    head = (
        _("After courses: {told}.") if kind is Kind.COURSE else _("After treated spasms: {told}.")
    )
    told = ngettext(
        "{k} of {n} is known to have come back",
        "{k} of {n} are known to have come back",
        len(found.clocks),
    )
    counted = head.format(told=told.format(k=len(found.came_back)))
    return (counted, *_half(found), *_more(found))


def order_words(found: Iterable[Back]) -> tuple[str, ...]:
    """In what order days are listed, where any are."""
    listed = any(len(each.came_back) > 1 or len(each.holding) > 1 for each in found)
    return (_("Each list has the oldest first."),) if listed else ()


def by_themselves_words() -> str:
    """What none of it can show."""
    return _("Spasms come back by themselves too, so this does not show what a treatment did.")


def caveat_words() -> tuple[str, ...]:
    """Why the limits are not all there is, and how the signals count otherwise."""
    return (
        _("Times that follow each other share the same bad month, so the true range is wider."),
        _("Treatments used in different seasons cannot be compared."),
        signals_words(),
    )


def signals_words() -> str:
    """How the signals count otherwise."""
    return _(
        "The signals of spasms that come back count otherwise. They look at treated spasms only, "
        "at returns from 24 hours to 30 days, and past a new course or a gap."
    )


def more_returns_words(n: int) -> tuple[str, ...]:
    """That the signals count returns which are not counted here; nothing where they do not."""
    text = ngettext(
        "The signals count {n} return more, as they look on where a line has to stop.",
        "The signals count {n} returns more, as they look on where a line has to stop.",
        n,
    )
    return (text,) if n else ()


def listed_words(found: Back, kind: Kind, name: str = "") -> str:
    """The list of days, of one treatment (`name` as within a sentence) or of all of a kind."""
    if kind is Kind.COURSE:
        named, plain = _("After finishing {name} courses, {told}."), _("After courses, {told}.")
    else:
        named = _("After spasms treated with {name}, {told}.")
        plain = _("After treated spasms, {told}.")
    head = named if name else plain
    holding = _holding(found, kind)
    returns = _came_back(found.came_back) if found.came_back else _none_back(found)
    parts = [returns, *([holding] if holding else [])]
    return head.format(name=name, told="; ".join(parts))


def _none_back(found: Back) -> str:
    """None has come back only where all were followed; else that is merely not known."""
    unsure = any(each.stop in (Stop.GAP, Stop.UNKNOWN) for each in found.let_off)
    return _("no return is known") if unsure else _("no spasm has come back")


def _came_back(days: Sequence[int]) -> str:
    if len(days) == 1:
        return ngettext(
            "a spasm came back after {n} day", "a spasm came back after {n} days", days[0]
        )
    listed = format_list(str(each) for each in days[-MOST:])
    if len(days) > MOST:
        return ngettext(
            "spasms came back {n} time, the latest after {days} days",
            "spasms came back {n} times, the latest after {days} days",
            len(days),
        ).format(days=listed)
    return _("spasms came back after {days} days").format(days=listed)


def _holding(found: Back, kind: Kind) -> str:
    days = found.holding
    if not days:
        return ""
    if kind is Kind.COURSE and len(days) == 1 and found.clocks[-1].stop is Stop.TODAY:
        return ngettext(
            "the latest course is holding at {n} day",
            "the latest course is holding at {n} days",
            days[0],
        )
    if len(days) == 1:
        return ngettext("1 still holding at {n} day", "1 still holding at {n} days", days[0])
    listed = format_list(str(each) for each in days[-MOST:])
    return _("{n} still holding at {days} days").format(n=len(days), days=listed)


def let_off_words(*found: Back) -> tuple[str, ...]:
    """Those that nobody could follow on, by what came between."""
    stops = [each.stop for one in found for each in one.let_off]
    counts = {stop: stops.count(stop) for stop in Stop}
    return tuple(_stopped(n, stop) for stop, n in counts.items() if n)


def _stopped(n: int, stop: Stop) -> str:
    if stop is Stop.LIMIT:
        return ngettext(
            "{n} had not come back after {days} days.",
            "{n} had not come back after {days} days.",
            n,
        ).format(days=SPASM_CLOCK_DAYS)
    if stop is Stop.COURSE:
        return ngettext(
            "{n} is counted until another course began.",
            "{n} are counted until another course began.",
            n,
        )
    if stop is Stop.UNKNOWN:
        return ngettext(
            "{n} is counted until a spasm whose strength is not known.",
            "{n} are counted until a spasm whose strength is not known.",
            n,
        )
    return ngettext(
        "{n} is counted until a long gap without entries.",
        "{n} are counted until a long gap without entries.",
        n,
    )


def _half(found: Back) -> tuple[str, ...]:
    if not found.has_median:
        return ()
    median = found.median
    if median is None:
        return (_("Fewer than half are known to have come back."),)
    day = round(median.value)
    if median.interval is None:
        return (_("Half were back by day {day}.").format(day=day),)
    low = round(median.interval.low)
    if math.isinf(median.interval.high):
        said = _("Half were back by day {day} (the data fit {low} to no upper limit).")
        return (said.format(day=day, low=low),)
    said = _("Half were back by day {day} (the data fit {low} to {high}).")
    return (said.format(day=day, low=low, high=round(median.interval.high)),)


def milestone_words(found: Back) -> tuple[str, ...]:
    """The shares still free at some days."""
    told = []
    for day, share in found.milestones:
        text = _("Still free of a spasm after {day} days: {share}.")
        limits = ""
        if share.interval is not None:
            text = _("Still free of a spasm after {day} days: {share} (the data fit {limits}).")
            limits = percent_range(share.interval)
        told.append(text.format(day=day, share=percent(share.value), limits=limits))
    return tuple(told)


def _more(found: Back) -> tuple[str, ...]:
    """What comes with more clocks; no longer said where all but the last is there."""
    if len(found.clocks) >= MEDIAN_CLOCKS:
        return ()
    return (
        ngettext(
            "{n} so far; a curve starts at {curve}, a middle value at {median}.",
            "{n} so far; a curve starts at {curve}, a middle value at {median}.",
            len(found.clocks),
        ).format(curve=CURVE_CLOCKS, median=MEDIAN_CLOCKS),
    )


def dates_words(found: Back, name: str) -> tuple[str, ...]:
    """From when to when they were counted: seasons differ."""
    first, last = (format_day(each.origin) for each in (found.clocks[0], found.clocks[-1]))
    if first == last:
        return (_("{name}: counted from {day}.").format(name=sentence(name), day=first),)
    return (
        _("{name}: counted from {first} to {last}.").format(
            name=sentence(name), first=first, last=last
        ),
    )


def outside_words(found: Clocks) -> tuple[str, ...]:
    """What was treated and has no clock, and why."""
    counts = ((len(found.without(kind, why)), kind, why) for why in Outside for kind in Kind)
    return tuple(_outside(n, kind, why) for n, kind, why in counts if n)


def _outside(n: int, kind: Kind, why: Outside) -> str:
    if why is Outside.NEVER_SETTLED:
        return ngettext(
            "{n} course ended while a spasm was running: never settled.",
            "{n} courses ended while a spasm was running: never settled.",
            n,
        )
    if why is Outside.NO_END:
        return ngettext(
            "{n} treated spasm has no known end.", "{n} treated spasms have no known end.", n
        )
    if why is Outside.RUNNING and kind is Kind.COURSE:
        return ngettext("{n} course is still running.", "{n} courses are still running.", n)
    if why is Outside.RUNNING:
        return ngettext(
            "{n} treated spasm is still running.", "{n} treated spasms are still running.", n
        )
    if kind is Kind.COURSE:
        return ngettext(
            "{n} course has no day after it that could be counted.",
            "{n} courses have no day after them that could be counted.",
            n,
        )
    return ngettext(
        "{n} treated spasm has no day after it that could be counted.",
        "{n} treated spasms have no day after them that could be counted.",
        n,
    )
