"""Whether pain rises or falls over months: the Sen slope of fortnight means, with Kendall's test.

Weekly means are drawn, but they are too much alike from one to the next to be tested.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from spasmlog.analysis.buckets import Bucket, buckets
from spasmlog.analysis.daily import Daily, daily
from spasmlog.analysis.gates import (
    COVERAGE,
    FORTNIGHT_DAYS,
    LEVEL,
    P_AT_MOST,
    POINTS,
    TREND_FORTNIGHTS,
    TREND_SPAN,
)
from spasmlog.analysis.outcome import Interval, Lack, Status, lacking
from spasmlog.analysis.two_periods import Refusal
from spasmlog.domain.diary import Diary

FORTNIGHT = 14


class Verdict(StrEnum):
    """Which way pain goes."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sen:
    """The middle slope of all pairs of points with its limits, and Kendall's tau with its p."""

    slope: float
    interval: Interval
    tau: float
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """`sen` counts in points a fortnight; `span` is the fortnights its verdict speaks of."""

    status: Status
    verdict: Verdict | None = None
    refusal: Refusal | None = None
    lacks: tuple[Lack, ...] = ()
    daily: Daily
    fortnights: tuple[Bucket, ...]
    sen: Sen | None = None
    span: int = TREND_SPAN

    @property
    def per_four_weeks(self) -> Interval | None:
        """The limits in points per four weeks."""
        return None if self.sen is None else _times(self.sen.interval, 2)

    @property
    def days(self) -> tuple[int, ...]:
        """The day numbers used."""
        return self.daily.days


def sen(x: Sequence[float], y: Sequence[float]) -> Sen | None:
    """The trend of y over x; gaps count, being in x. None without two different x.

    A constant y is flat: slope 0, p 1.
    """
    from scipy import stats

    if len(set(x)) < 2:
        return None
    if len(set(y)) < 2:
        return Sen(slope=0.0, interval=Interval(0.0, 0.0, LEVEL), tau=0.0, p=1.0)
    lines = stats.theilslopes(y, x, alpha=LEVEL, method="separate")
    rank = stats.kendalltau(x, y)
    return Sen(
        slope=float(lines.slope),
        interval=Interval(float(lines.low_slope), float(lines.high_slope), LEVEL),
        tau=float(rank.statistic),
        p=float(rank.pvalue),
    )


def trend(diary: Diary, fortnights: int = TREND_SPAN) -> Trend:
    """The trend of the last so many fortnights of finished days."""
    end = diary.today.toordinal() - 1
    first = date.fromordinal(max(end - fortnights * FORTNIGHT + 1, 1))
    return trend_of(daily(diary, first, diary.today))


def trend_of(whole: Daily) -> Trend:
    """The trend of these days."""
    found = buckets(whole, FORTNIGHT, FORTNIGHT_DAYS)
    points = [(at, each.mean) for at, each in enumerate(found) if each.mean is not None]
    line = sen([float(at) for at, _mean in points], [mean for _at, mean in points])
    lacks = lacking(("fortnights", len(points), TREND_FORTNIGHTS))
    refusal = Refusal.RECENT if whole.recent < COVERAGE else None
    if line is None or lacks or refusal is not None:
        return Trend(
            status=Status.NOT_YET if lacks else Status.REFUSED,
            refusal=None if lacks else refusal,
            lacks=lacks,
            daily=whole,
            fortnights=found,
        )
    span = max(TREND_SPAN, points[-1][0] - points[0][0] + 1)
    status, verdict = _judged(line, span)
    return Trend(status=status, verdict=verdict, daily=whole, fortnights=found, sen=line, span=span)


def _judged(line: Sen, span: int) -> tuple[Status, Verdict | None]:
    if _times(line.interval, span).inside(-POINTS, POINTS):
        return Status.NONE, Verdict.STEADY
    clear = line.p <= P_AT_MOST and line.interval.excludes(0)
    if clear and abs(line.slope) * span >= POINTS:
        return Status.FOUND, Verdict.RISING if line.slope > 0 else Verdict.FALLING
    return Status.CANNOT_TELL, None


def _times(limits: Interval, factor: float) -> Interval:
    return Interval(limits.low * factor, limits.high * factor, limits.level)
