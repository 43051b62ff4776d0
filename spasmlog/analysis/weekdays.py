"""Whether weekdays differ, in pain or in how often spasms begin, by rotating whole weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from spasmlog.analysis.daily import Daily, daily, hides_pain
from spasmlog.analysis.gates import (
    COVERAGE,
    P_AT_MOST,
    WEEKDAY_DAYS,
    WEEKDAY_ONSETS,
    WEEKDAY_POINTS,
    WEEKDAY_WEEKS,
)
from spasmlog.analysis.outcome import Interval, Lack, Status, lacking
from spasmlog.analysis.period import Period
from spasmlog.analysis.proportions import wilson
from spasmlog.analysis.spasm_rate import between, onset_days
from spasmlog.analysis.two_periods import Refusal
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WEEK = 7
DRAWS = 1999


class Of(StrEnum):
    """What is compared between weekdays: worst pain, or whether a spasm began."""

    PAIN = "pain"
    ONSETS = "onsets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """The sum of squares between weekdays, its p, and each weekday's mean of `n`, Monday first.

    The mean of a weekday without a day is None.
    """

    statistic: float
    p: float
    means: tuple[float | None, ...]
    n: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekdays:
    """Each weekday's mean of its logged days (or share with an onset), Monday first.

    `days` were used; `unnumbered` are pain days without a number, all others `unknown`. `bare`
    are those of each weekday: where they are too many, it has no mean of pain. Means of pain that
    differ by less than half a point are told as such (`Status.NONE`), however sure that is.
    `limits` are of each share with an onset, None of a mean. `highest` is the weekday to be named,
    only where they differ.
    """

    status: Status
    refusal: Refusal | None = None
    lacks: tuple[Lack, ...] = ()
    of: Of
    means: tuple[float | None, ...]
    n: tuple[int, ...]
    p: float | None = None
    highest: int | None = None
    limits: tuple[Interval | None, ...] = (None,) * WEEK
    days: tuple[int, ...]
    unnumbered: int
    bare: tuple[int, ...] = (0,) * WEEK
    unknown: int

    @property
    def interval(self) -> Interval | None:
        """The limits of the share of the highest."""
        return None if self.highest is None else self.limits[self.highest]

    @property
    def spread(self) -> float:
        """How far the highest mean lies above the lowest."""
        known = [each for each in self.means if each is not None]
        return max(known, default=0.0) - min(known, default=0.0)

    @property
    def verdict(self) -> str | None:
        """Which weekday is the highest, as its number."""
        return None if self.highest is None else str(self.highest)


def rotation_test(days: Sequence[int], values: Sequence[float], seed: int) -> Rotation | None:
    """Weekday means against weeks whose weekdays are rotated at random; None without a day.

    Each week is turned as a whole, so days stay beside their neighbours.
    """
    import numpy as np

    if not days:
        return None
    day, value = np.asarray(days), np.asarray(values, dtype=float)
    weekday = (day + 6) % WEEK
    weeks, of_week = np.unique((day - 1) // WEEK, return_inverse=True)
    place, size = of_week * WEEK + weekday, len(weeks) * WEEK
    n = np.bincount(place, minlength=size)
    sums = np.bincount(place, weights=value - value.mean(), minlength=size)
    table = np.stack([sums, n.astype(float)]).reshape(2, len(weeks), WEEK)
    found = float(_squares(table.sum(axis=1)))
    turns = np.random.default_rng(seed).integers(0, WEEK, (DRAWS, len(weeks)), dtype=np.int8)
    chance = _squares(_turned(table, turns))
    reached = int((chance >= found - 1e-9 * max(1.0, found)).sum())
    counts = table[1].sum(axis=0)
    means = np.bincount(weekday, weights=value, minlength=WEEK) / np.maximum(counts, 1)
    return Rotation(
        statistic=found,
        p=(reached + 1) / (DRAWS + 1),
        means=tuple(
            float(each) if count else None for each, count in zip(means, counts, strict=True)
        ),
        n=tuple(map(int, counts)),
    )


def weekdays_of_pain(diary: Diary, period: Period, seed: int) -> Weekdays:
    """The worst pain of the finished days of a period, by weekday."""
    whole = daily(diary, period.first, period.last)
    return _compared(Of.PAIN, whole, whole.days, whole.values, (), seed)


def weekdays_of_onsets(
    diary: Diary, period: Period, seed: int, region: Region | None = None
) -> Weekdays:
    """On how many of the logged days of each weekday a spasm began; with a region, there."""
    whole = daily(diary, period.first, period.last)
    days = tuple(sorted((*whole.days, *whole.unnumbered)))
    began = set(between(onset_days(diary, region), whole))
    values = [float(day in began) for day in days]
    lacks = lacking(("onset_days", len(began), WEEKDAY_ONSETS))
    return _compared(Of.ONSETS, whole, days, values, lacks, seed)


def _compared(
    of: Of,
    whole: Daily,
    days: tuple[int, ...],
    values: Sequence[float],
    lacks: tuple[Lack, ...],
    seed: int,
) -> Weekdays:
    lacks = lacking(("weeks", _full_weeks(days), WEEKDAY_WEEKS)) + lacks
    found = rotation_test(days, values, seed)
    bare = _bare(whole) if of is Of.PAIN else (0,) * WEEK
    described = Weekdays(
        status=Status.NOT_YET,
        lacks=lacks,
        of=of,
        means=_shown(found.means, days, values, bare) if found else (None,) * WEEK,
        n=found.n if found else (0,) * WEEK,
        limits=_share_limits(found) if found and of is Of.ONSETS else (None,) * WEEK,
        days=days,
        unnumbered=len(whole.unnumbered),
        bare=bare,
        unknown=whole.unknown,
    )
    if found is None or lacks:
        return described
    refusal = _refusal(whole, described)
    if refusal is not None:
        return replace(described, status=Status.REFUSED, refusal=refusal, p=found.p)
    if found.p > P_AT_MOST:
        return replace(described, status=Status.CANNOT_TELL, p=found.p)
    if of is Of.PAIN and described.spread < WEEKDAY_POINTS:
        return replace(described, status=Status.NONE, p=found.p)
    highest = _highest(found)
    return replace(described, status=Status.FOUND, p=found.p, highest=highest)


def _bare(whole: Daily) -> tuple[int, ...]:
    """The pain days without a number of each weekday."""
    at = [(day - 1) % WEEK for day in whole.unnumbered]
    return tuple(at.count(weekday) for weekday in range(WEEK))


def _shown(
    means: Sequence[float | None], days: Sequence[int], values: Sequence[float], bare: Sequence[int]
) -> tuple[float | None, ...]:
    """The means of the weekdays that may have one."""
    of: list[list[float]] = [[] for _ in range(WEEK)]
    for day, value in zip(days, values, strict=True):
        of[(day - 1) % WEEK].append(value)
    return tuple(
        None if hides_pain(known, without) else mean
        for mean, known, without in zip(means, of, bare, strict=True)
    )


def _refusal(whole: Daily, found: Weekdays) -> Refusal | None:
    if whole.recent < COVERAGE:
        return Refusal.RECENT
    withheld = any(n and mean is None for n, mean in zip(found.bare, found.means, strict=True))
    if withheld or (found.of is Of.PAIN and whole.mean is None):
        return Refusal.UNNUMBERED
    return None


def _highest(found: Rotation) -> int:
    known = [(mean, -at) for at, mean in enumerate(found.means) if mean is not None]
    return -max(known)[1]


def _share_limits(found: Rotation) -> tuple[Interval | None, ...]:
    shares = (
        wilson(round((mean or 0) * n), n) for mean, n in zip(found.means, found.n, strict=True)
    )
    return tuple(share.interval if share else None for share in shares)


def _full_weeks(days: Sequence[int]) -> int:
    """Calendar weeks with at least 4 of the days."""
    counts: dict[int, int] = {}
    for day in days:
        counts[(day - 1) // WEEK] = counts.get((day - 1) // WEEK, 0) + 1
    return sum(count >= WEEKDAY_DAYS for count in counts.values())


def _turned(table: NDArray[np.float64], turns: NDArray[np.int8]) -> NDArray[np.float64]:
    """The totals of each weekday, a row a draw, after each week was turned by its own amount."""
    import numpy as np

    wide = np.concatenate([*table], axis=1)
    total = np.zeros((len(table), len(turns), WEEK))
    for turn in range(WEEK):
        sums = (turns == turn).astype(float) @ wide
        total += np.roll(sums.reshape(len(turns), len(table), WEEK), turn, axis=2).swapaxes(0, 1)
    return total


def _squares(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The sum over weekdays of n times the squared distance of their mean; sums are centred."""
    import numpy as np

    sums, n = table
    squares = np.divide(sums**2, n, out=np.zeros_like(sums), where=n > 0)
    return np.asarray(squares.sum(axis=-1))
