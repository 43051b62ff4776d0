"""How often spasms begin in a window of days, and whether they come in runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spasmlog.analysis.bouts import bouts
from spasmlog.analysis.daily import Daily, daily
from spasmlog.analysis.gates import (
    PERIOD_DAYS,
    RATE_DAYS,
    RATE_WINDOW,
    RUNS_FROM,
    RUNS_WEEKS,
)
from spasmlog.analysis.outcome import Interval, Lack, Status, lacking
from spasmlog.analysis.rates import dispersion, rate, widened
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SpasmRate:
    """Bouts a week over the `days` that end with `last`; `onsets` are the days they began on.

    All days are day numbers.
    `in_runs`: they cluster (`dispersion`), and the limits are wider for it.
    """

    status: Status
    lacks: tuple[Lack, ...] = ()
    last: int
    days: int
    logged: int
    unknown: int
    onsets: tuple[int, ...]
    per_week: float | None = None
    interval: Interval | None = None
    dispersion: float | None = None
    in_runs: bool = False


def spasm_rate(diary: Diary, days: int, region: Region | None = None) -> SpasmRate:
    """How often spasms began in the last so many finished days; with a region, those there.

    Whether they come in runs is told from 60 days at least, a month being too short for it.
    """
    around = last_finished(diary, max(days, PERIOD_DAYS))
    return _rate_of(around, days, onset_days(diary, region))


def spasm_rates(
    diary: Diary, first: date, last: date, region: Region | None = None
) -> tuple[SpasmRate, ...]:
    """The same for each 28 days, counted back from the last finished one; whole ones only."""
    onsets = onset_days(diary, region)
    before = max(first.toordinal() - PERIOD_DAYS, 1)
    whole = daily(diary, date.fromordinal(before), last)
    ends = range(whole.last, first.toordinal() + RATE_WINDOW - 2, -RATE_WINDOW)
    around = (whole.between(end - PERIOD_DAYS + 1, end) for end in reversed(ends))
    return tuple(_rate_of(each, RATE_WINDOW, onsets) for each in around)


def _rate_of(around: Daily, days: int, onsets: Sequence[int]) -> SpasmRate:
    """Of the last so many of these days."""
    window = around.between(around.last - days + 1, around.last)
    inside = between(onsets, window)
    lacks = lacking(("logged_days", window.logged, RATE_DAYS))
    found = rate(len(inside), window.logged) if not lacks else None
    spread = _spread(onsets, around)
    in_runs = found is not None and bool(inside) and spread is not None and spread > RUNS_FROM
    if found is not None and spread is not None and in_runs:
        found = widened(found, spread)
    return SpasmRate(
        status=Status.SHOWN if found else Status.NOT_YET,
        lacks=lacks,
        last=window.last,
        days=days,
        logged=window.logged,
        unknown=window.unknown,
        onsets=inside,
        per_week=found.rate if found else None,
        interval=found.interval if found else None,
        dispersion=spread,
        in_runs=in_runs,
    )


def last_finished(diary: Diary, days: int) -> Daily:
    """The last so many days that are over."""
    first = max(diary.today.toordinal() - days, 1)
    return daily(diary, date.fromordinal(first), diary.today)


def onset_days(diary: Diary, region: Region | None = None) -> tuple[int, ...]:
    """The day numbers on which bouts began before today; with a region, those there."""
    return tuple(
        bout.day.toordinal()
        for bout in bouts(diary)
        if bout.day < diary.today and region in (None, bout.region)
    )


def between(onsets: Sequence[int], window: Daily) -> tuple[int, ...]:
    """The onsets within a window of days."""
    return tuple(day for day in onsets if window.first <= day <= window.last)


def _spread(onsets: Sequence[int], window: Daily) -> float | None:
    """The dispersion over the full weeks back from the last day; None with fewer than eight."""
    weeks = (window.last - window.first + 1) // WEEK
    events, logged = [0] * weeks, [0] * weeks
    for counts, days in ((events, onsets), (logged, (*window.days, *window.unnumbered))):
        for day in days:
            at = (window.last - day) // WEEK
            if 0 <= at < weeks:
                counts[at] += 1
    if sum(map(bool, logged)) < RUNS_WEEKS:
        return None
    return dispersion(events, logged)
