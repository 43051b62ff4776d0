"""Longer episodes and the recovery between them: what R08 counts.

An episode is a spasm long and strong enough; recovery is a run of dates without a pain day, most
of them logged. Each place is judged alone, but pain in any place breaks a run.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Nrs, Region
from spasmlog.i18n import N_
from spasmlog.rules.base import LeftOut, Reason, Standing, Threshold
from spasmlog.rules.sources import STANTON

HOURS = Threshold(
    N_("Length of an episode, at least"), 24, N_("hours"), Standing.PUBLISHED, STANTON
)
PEAK = Threshold(N_("Strength of an episode, at least"), 3, "", Standing.PUBLISHED, STANTON)
FREE = Threshold(
    N_("Days without pain between two episodes, at least"),
    30,
    N_("days"),
    Standing.PUBLISHED,
    STANTON,
)
LOGGED = Threshold(N_("Days of these that are logged, at least"), 24, N_("days"), Standing.OURS)

Run = tuple[int, int]
"""The ordinal of the first of FREE dates without a pain day, and how many of them are logged."""


@dataclass(frozen=True, slots=True)
class LongEpisode:
    """A spasm long and strong enough, and the best run of free dates since the ones before it."""

    spasm: Episode
    peak: Nrs
    last: date
    free: Run | None = None

    @property
    def is_separate(self) -> bool:
        """Whether enough of the free dates are logged to speak of recovery."""
        return self.free is not None and self.free[1] >= LOGGED.value

    @property
    def hours(self) -> int:
        return _length(self.spasm) // timedelta(hours=1)


Places = Mapping[Region | None, Sequence[LongEpisode]]


@dataclass(frozen=True, slots=True)
class Longer:
    """The counted episodes of some days by place, oldest first, and how many days are logged.

    `left_out` are the spasms that would be counted, for all that is known, but for a detail.
    """

    places: Places
    left_out: tuple[LeftOut, ...]
    days_logged: int


def longer_episodes(diary: Diary, days: range) -> Longer:
    """What began on these days (ordinals)."""
    counted, left_out = _sorted_out(diary, date.fromordinal(days.start))
    runs, logged = _runs(diary, days)
    places = {place: tuple(_of_place(here, runs)) for place, here in counted.items()}
    return Longer(places, left_out, logged)


def _sorted_out(diary: Diary, first: date) -> tuple[Places, tuple[LeftOut, ...]]:
    counted: dict[Region | None, list[LongEpisode]] = {}
    left_out: list[LeftOut] = []
    for spasm in diary.between(Episode, first, diary.today):
        if spasm.resolved is not None and _length(spasm) < timedelta(hours=HOURS.value):
            continue
        peak = diary.peak(spasm)
        if peak is not None and peak < PEAK.value:
            continue
        if spasm.resolved is None:
            left_out.append(LeftOut(spasm.id, Reason.NO_END))
        elif peak is None:
            left_out.append(LeftOut(spasm.id, Reason.NO_PEAK))
        else:
            counted.setdefault(spasm.place, []).append(LongEpisode(spasm, peak, spasm.last_day))
    return counted, tuple(left_out)


def _length(spasm: Episode) -> timedelta:
    """How long it lasted; nothing where its end is not known."""
    return spasm.resolved.utc - spasm.onset.utc if spasm.resolved else timedelta()


def _runs(diary: Diary, days: range) -> tuple[list[Run], int]:
    """Every run of free dates, oldest first, and how many of the days are logged.

    Pain in any place breaks a run; a day that is not logged does not.
    """
    facts_on, dated, length = diary.facts.get, date.fromordinal, FREE.value
    runs: list[Run] = []
    logged, free = [0], 0
    for day in days:
        known = facts_on(dated(day))
        free += 1
        if known is not None and known.pain:
            free = 0
        logged.append(logged[-1] + (known is not None and known.logged))
        if free >= length:
            runs.append((day - length + 1, logged[-1] - logged[-1 - length]))
    return runs, logged[-1]


def _of_place(here: Sequence[LongEpisode], runs: Sequence[Run]) -> Iterator[LongEpisode]:
    """Each episode with the best run between it and all that began before it."""
    reach = here[0].last.toordinal()
    for each in here:
        low = bisect_left(runs, (reach + 1,))
        high = bisect_left(runs, (each.spasm.day.toordinal() - FREE.value + 1,))
        free = max(runs[low:high], key=lambda run: (run[1], run[0]), default=None)
        yield replace(each, free=free)
        reach = max(reach, each.last.toordinal())
