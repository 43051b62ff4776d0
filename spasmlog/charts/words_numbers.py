"""How shares, differences of pain and ranges of numbers are written in sentences."""

from __future__ import annotations

import math
from fractions import Fraction

from spasmlog.analysis.outcome import Interval
from spasmlog.i18n import N_, _, format_number, ngettext

MOST_TIMES = 20
"""A ratio beyond this, or below its inverse, is no limit that anybody could use."""
CAVEAT = N_("This shows what went together in your diary. It cannot show the cause.")


def percent(share: Fraction | float) -> str:
    """ "87 %"; never rounded to all or nothing where that is not so."""
    whole = round(share * 100)
    if share not in (0, 1):
        whole = min(max(whole, 1), 99)
    return _("{n} %").format(n=whole)


def percent_range(limits: Interval) -> str:
    """ "31 to 86 %" """
    low, high = (round(100 * each) for each in (limits.low, limits.high))
    return _("{low} to {high} %").format(low=low, high=high)


def pain(value: float, digits: int = 1) -> str:
    """A mean of pain, with one decimal where no more are asked for: "4.1" """
    return format_number(round(value, digits) + 0.0, digits)


def digits_that_add_up(now: float, before: float, change: float) -> int:
    """How many decimals it takes until what is printed of a difference is one of what it is of."""
    for digits in (1, 2):
        apart = round(now, digits) - round(before, digits)
        if round(apart, digits) == round(change, digits):
            return digits
    return 3


def without_number_words(n: int) -> str:
    """Why these days have no average of pain, in the words of a place."""
    return ngettext(
        "Pain on {n} of these days has no number", "Pain on {n} of these days has no number", n
    )


def pain_difference(value: float, digits: int = 1) -> str:
    """ "1.1 lower", "0.4 higher", "no difference" """
    shown = round(value, digits)
    if shown == 0:
        return _("no difference")
    pattern = _("{points} lower") if shown < 0 else _("{points} higher")
    return pattern.format(points=pain(abs(value), digits))


def pain_range(limits: Interval, digits: int = 1) -> str:
    """What the data fit: "0.3 to 1.8 lower", "anything from 0.8 lower to 0.9 higher"."""
    low, high = round(limits.low, digits), round(limits.high, digits)
    if low == high:
        return pain_difference(low, digits)
    near, far = (pain(abs(each), digits) for each in sorted((low, high), key=abs))
    if high <= 0:
        return _("{low} to {high} lower").format(low=near, high=far)
    if low >= 0:
        return _("{low} to {high} higher").format(low=near, high=far)
    return _("anything from {low} lower to {high} higher").format(
        low=pain(-low, digits), high=pain(high, digits)
    )


def rate_number(value: float) -> str:
    """Two digits that tell: "1.5" from one on, "0.86" below."""
    if value == 0:
        return format_number(0)
    digits = 1 if round(value, 2) >= 1 else 2
    return format_number(value, digits)


def number_range(limits: Interval) -> str:
    """ "0.55 to 3.3", "up to 0.86", "at least 0.41", "anything" """
    if math.isinf(limits.high):
        if limits.low == 0:
            return _("anything")
        return _("at least {low}").format(low=rate_number(limits.low))
    if limits.low == 0:
        return _("up to {high}").format(high=rate_number(limits.high))
    return _("{low} to {high}").format(low=rate_number(limits.low), high=rate_number(limits.high))


def times_range(limits: Interval) -> str:
    """What the data fit of a ratio; a limit of many times more, or of hardly any, tells nothing."""
    low = None if limits.low < 1 / MOST_TIMES else rate_number(limits.low)
    high = None if limits.high > MOST_TIMES else rate_number(limits.high)
    if low is None and high is None:
        return _("the data fit anything")
    if high is None:
        return _("the data fit at least {low} times, with no useful upper limit").format(low=low)
    if low is None:
        return _("the data fit at most {high} times").format(high=high)
    return _("the data fit {low} to {high} times").format(low=low, high=high)


def signed(value: int) -> str:
    """A change on an axis: "−3", "0", "+1"."""
    if value == 0:
        return format_number(0)
    sign = "+" if value > 0 else "\N{MINUS SIGN}"
    return f"{sign}{format_number(abs(value))}"
