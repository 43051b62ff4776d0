"""At what time of day spasms begin, within the hours that the person is awake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from fractions import Fraction

from spasmlog.analysis.bouts import openings
from spasmlog.analysis.clock_times import Bands, Circle, band_test, circle
from spasmlog.analysis.daily import daily, recent_coverage
from spasmlog.analysis.gates import (
    BAND_EXCESS,
    COVERAGE,
    HOURS_ONSETS,
    MEAN_HOUR_FROM,
    P_AT_MOST,
    ROUNDED_SHARE,
)
from spasmlog.analysis.outcome import Lack, Status, lacking
from spasmlog.analysis.period import Period
from spasmlog.analysis.two_periods import Refusal
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import OnsetExact, Region

BANDS = 4
DAY_MIN = 24 * 60


@dataclass(frozen=True, slots=True)
class Waking:
    """When the person is awake, on the clock; the end may lie after midnight."""

    start: time = time(7)
    end: time = time(23)

    @property
    def minutes(self) -> int:
        """How long that is; the same start and end is a whole day."""
        return (_minute(self.end) - _minute(self.start)) % DAY_MIN or DAY_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A quarter of the waking hours and the onsets in it."""

    start: time
    end: time
    onsets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay:
    """Onsets by the time of day; `asleep` began outside the waking hours and are not judged.

    `untimed` are known to the day only; so many finished days of the period are `unknown`.
    `fullest` is the band that stands out: the verdict. `mean_hour` is None where the hours spread
    too far. `spasms` are the ids of those in a band.
    """

    status: Status
    refusal: Refusal | None = None
    lacks: tuple[Lack, ...] = ()
    bands: tuple[Band, ...]
    asleep: int
    untimed: int
    unknown: int
    rounded: bool
    circle: Circle | None
    test: Bands | None = None
    fullest: Band | None = None
    spasms: tuple[str, ...]

    @property
    def onsets(self) -> int:
        """How many began in waking hours."""
        return sum(band.onsets for band in self.bands)

    @property
    def mean_hour(self) -> float | None:
        """The mean of all timed hours."""
        near = self.circle is not None and self.circle.length >= MEAN_HOUR_FROM
        return self.circle.mean_hour if self.circle is not None and near else None

    @property
    def verdict(self) -> str | None:
        """When the band that stands out begins."""
        return None if self.fullest is None else self.fullest.start.isoformat("minutes")


def time_of_day(
    diary: Diary,
    period: Period,
    seed: int,
    waking: Waking | None = None,
    region: Region | None = None,
) -> TimeOfDay:
    """When the spasms that began out of nothing in the finished days of a period began."""
    awake = waking or Waking()
    found = [
        spasm
        for spasm in openings(diary)
        if spasm.day in period and spasm.day < diary.today and region in (None, spasm.place)
    ]
    timed = [spasm for spasm in found if spasm.onset_exact is OnsetExact.MINUTE]
    inside = [(spasm, at) for spasm in timed if (at := _band(spasm, awake)) is not None]
    counts = [sum(at == band for _spasm, at in inside) for band in range(BANDS)]
    described = TimeOfDay(
        status=Status.NOT_YET,
        lacks=lacking(("onsets", len(inside), HOURS_ONSETS)),
        bands=_bands(awake, counts),
        asleep=len(timed) - len(inside),
        untimed=len(found) - len(timed),
        unknown=daily(diary, period.first, period.last).unknown,
        rounded=_rounded(timed),
        circle=circle([_minute(spasm.onset.clock.time()) / 60 for spasm in timed]),
        spasms=tuple(spasm.id for spasm, _at in inside),
    )
    return described if described.lacks else _judged(described, diary, seed)


def _judged(found: TimeOfDay, diary: Diary, seed: int) -> TimeOfDay:
    test = band_test([band.onsets for band in found.bands], [1.0] * BANDS, seed)
    if recent_coverage(diary) < COVERAGE:
        return replace(found, status=Status.REFUSED, refusal=Refusal.RECENT, test=test)
    fullest = None if test is None else _outstanding(found.bands, test)
    status = Status.CANNOT_TELL if fullest is None else Status.FOUND
    return replace(found, status=status, test=test, fullest=fullest)


def _outstanding(bands: Sequence[Band], test: Bands) -> Band | None:
    fullest = max(bands, key=lambda band: band.onsets)
    share = sum(band.onsets for band in bands) / len(bands)
    stands_out = test.p <= P_AT_MOST and fullest.onsets >= BAND_EXCESS * share
    return fullest if stands_out else None


def _band(spasm: Episode, awake: Waking) -> int | None:
    """Which quarter of the waking hours it began in; None while asleep."""
    since = (_minute(spasm.onset.clock.time()) - _minute(awake.start)) % DAY_MIN
    return since * BANDS // awake.minutes if since < awake.minutes else None


def _bands(awake: Waking, counts: Sequence[int]) -> tuple[Band, ...]:
    edges = [
        _clock(_minute(awake.start) + awake.minutes * at // BANDS) for at in range(len(counts) + 1)
    ]
    return tuple(
        Band(start=edges[at], end=edges[at + 1], onsets=count) for at, count in enumerate(counts)
    )


def _rounded(timed: Sequence[Episode]) -> bool:
    whole = sum(spasm.onset.clock.minute == 0 for spasm in timed)
    return bool(timed) and Fraction(whole, len(timed)) >= ROUNDED_SHARE


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minute: int) -> time:
    return time(minute % DAY_MIN // 60, minute % 60)
