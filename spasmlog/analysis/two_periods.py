"""The last 60 finished days and the 60 before, and whether the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil

from spasmlog.analysis.daily import Daily, daily
from spasmlog.analysis.gates import (
    BLOCKS_EACH,
    BLOCKS_TOGETHER,
    COVERAGE,
    COVERAGE_APART,
    PERIOD_DAYS,
)
from spasmlog.analysis.outcome import Lack, Status, lacking
from spasmlog.domain.diary import Diary

AGE, LOGGED_BEFORE = "age", "logged_before"
"""What a young journal lacks: days since it began, or logged days in the period before."""


class Refusal(StrEnum):
    """Why a comparison or a verdict would not be fair.

    Under half of the days logged; the two logged too differently; pain days without a number;
    under half of the last 90 days logged.
    """

    COVERAGE = "coverage"
    COVERAGE_APART = "coverage_apart"
    UNNUMBERED = "unnumbered"
    RECENT = "recent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two periods: its days, and the values of its blocks that count.

    `mean` is that of the blocks where a comparison is made, else that of the days; None where
    none is shown.
    """

    daily: Daily
    blocks: tuple[float, ...]
    mean: float | None

    @property
    def coverage(self) -> Fraction:
        """The share of days that are logged."""
        return Fraction(self.daily.logged, PERIOD_DAYS)


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands in the way of a comparison; the status is never one of an answer."""

    status: Status
    refusal: Refusal | None
    lacks: tuple[Lack, ...]


def two_periods(diary: Diary) -> Daily:
    """The 120 finished days that are compared."""
    end = diary.today.toordinal() - 1
    first = date.fromordinal(max(end - 2 * PERIOD_DAYS + 1, 1))
    return daily(diary, first, diary.today)


def halves(whole: Daily) -> tuple[Daily, Daily]:
    """The last 60 of these days, and the 60 before."""
    split = whole.last - PERIOD_DAYS
    return whole.between(split + 1, whole.last), whole.between(split - PERIOD_DAYS + 1, split)


def bar(now: Side, before: Side, numbers: bool) -> Bar | None:
    """What stands in the way of comparing the two; None: nothing.

    `numbers`: means of pain are compared, which need a number on most pain days; where they lack
    it, more days would not help. Else a journal that began after the first of these days has to
    grow, and is not told that it was kept badly.
    """
    if numbers and (_hides_pain(now) or _hides_pain(before)):
        return Bar(Status.REFUSED, Refusal.UNNUMBERED, ())
    refusal = _refusal(now, before)
    lacks = lacking(
        ("blocks_now", len(now.blocks), BLOCKS_EACH),
        ("blocks_before", len(before.blocks), BLOCKS_EACH),
        ("blocks", len(now.blocks) + len(before.blocks), BLOCKS_TOGETHER),
    )
    if refusal is None and not lacks:
        return None
    young = () if refusal is Refusal.RECENT else _young(now, before)
    if young or refusal is None:
        return Bar(Status.NOT_YET, None, young or lacks)
    return Bar(Status.REFUSED, refusal, ())


def _hides_pain(side: Side) -> bool:
    """Whether there are numbers or pain days, but no mean of them."""
    return side.daily.logged > 0 and side.daily.mean is None


def _refusal(now: Side, before: Side) -> Refusal | None:
    if min(now.coverage, before.coverage) < COVERAGE:
        return Refusal.COVERAGE
    if abs(now.coverage - before.coverage) > COVERAGE_APART:
        return Refusal.COVERAGE_APART
    if now.daily.recent < COVERAGE:
        return Refusal.RECENT
    return None


def _young(now: Side, before: Side) -> tuple[Lack, ...]:
    """What is missing because the journal began too late: it, or logged days of the time before."""
    end = now.daily.last
    began = end + 1 if before.daily.began is None else before.daily.began
    if began > before.daily.last:
        return (Lack(AGE, max(end - began + 1, 0), PERIOD_DAYS + 1),)
    if began <= before.daily.first or now.coverage < COVERAGE:
        return ()
    least = max(COVERAGE, now.coverage - COVERAGE_APART)
    return lacking((LOGGED_BEFORE, before.daily.logged, ceil(PERIOD_DAYS * least)))
