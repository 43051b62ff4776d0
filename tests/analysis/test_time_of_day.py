"""At what time of day spasms begin: which count, which band stands out, and when none is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

import pytest

from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.period import Period
from spasmlog.analysis.time_of_day import TimeOfDay, Waking, time_of_day
from spasmlog.analysis.two_periods import Refusal
from spasmlog.domain.records import Episode, Record
from spasmlog.domain.scales import OnsetExact, Region
from tests.analysis.days import check_ins
from tests.build import TODAY, day, diary, episode

SEED = 7
YEAR = Period(day(365), TODAY)
SPREAD = ("07:10", "11:20", "15:30", "19:40")


def spasms(clocks: Sequence[str], every: int = 3, first: int = 2) -> list[Episode]:
    return [episode(first + every * at, clock) for at, clock in enumerate(clocks)]


def found_in(
    *records: Record,
    period: Period = YEAR,
    waking: Waking | None = None,
    region: Region | None = None,
) -> TimeOfDay:
    logged = check_ins([1] * 200)
    return time_of_day(diary(*logged, *records), period, SEED, waking, region)


def test_mornings_that_hold_most_of_them_stand_out() -> None:
    found = found_in(*spasms(["08:15"] * 14 + [*SPREAD] * 3))

    assert found.status is Status.FOUND
    assert found.fullest is not None
    assert (found.fullest.start, found.fullest.end) == (time(7), time(11))
    assert (found.fullest.onsets, found.onsets) == (17, 26)
    assert found.verdict == "07:00"
    assert len(found.spasms) == 26


def test_times_spread_evenly_have_none_that_stands_out() -> None:
    found = found_in(*spasms([*SPREAD] * 6))

    assert (found.status, found.fullest, found.verdict) == (Status.CANNOT_TELL, None, None)
    assert [band.onsets for band in found.bands] == [6, 6, 6, 6]


def test_a_small_excess_in_many_spasms_is_not_named() -> None:
    """p is small enough, but the fullest band holds less than 1.5 times its share."""
    found = found_in(*spasms(["08:15"] * 14 + ["12:15"] * 13 + ["16:15"] * 13 + ["20:15"] * 1, 2))

    assert found.test is not None
    assert found.test.p <= 0.05
    assert found.fullest is None


@pytest.mark.parametrize(("onsets", "status"), [(19, Status.NOT_YET), (20, Status.FOUND)])
def test_twenty_onsets_in_waking_hours_are_needed(onsets: int, status: Status) -> None:
    found = found_in(*spasms(["08:15"] * onsets))

    assert found.status is status
    assert (found.test is None) is (status is Status.NOT_YET)
    assert found.lacks == ((Lack("onsets", 19, 20),) if onsets < 20 else ())


def test_what_began_at_night_is_counted_apart() -> None:
    found = found_in(*spasms(["23:00", "04:30", "06:59", "07:00", "22:59"]))

    assert (found.asleep, found.onsets) == (3, 2)
    assert [band.onsets for band in found.bands] == [1, 0, 0, 1]


def test_what_is_known_to_the_day_only_is_counted_apart() -> None:
    found = found_in(episode(4, "08:00", onset_exact=OnsetExact.DAY), episode(9, "08:00"))

    assert (found.untimed, found.onsets) == (1, 1)


def test_waking_hours_may_reach_past_midnight() -> None:
    late = Waking(time(14), time(2))
    found = found_in(*spasms(["14:00", "01:59", "02:30", "23:30"]), waking=late)

    assert [(band.start, band.end) for band in found.bands] == [
        (time(14), time(17)),
        (time(17), time(20)),
        (time(20), time(23)),
        (time(23), time(2)),
    ]
    assert [band.onsets for band in found.bands] == [1, 0, 0, 2]
    assert found.asleep == 1


def test_the_same_start_and_end_is_the_whole_day() -> None:
    assert Waking(time(7), time(7)).minutes == 24 * 60
    assert found_in(*spasms(["03:30"]), waking=Waking(time(7), time(7))).asleep == 0


def test_only_finished_days_of_the_period_count() -> None:
    month = Period(day(30), TODAY)
    found = found_in(episode(0, "05:00"), episode(29), episode(31), period=month)

    assert found.onsets == 1


def test_with_a_region_only_the_spasms_there_count() -> None:
    found = found_in(episode(4), episode(9, region=Region.NECK), region=Region.NECK)

    assert found.onsets == 1


@pytest.mark.parametrize(
    ("clocks", "rounded"),
    [(["08:00", "09:10"], True), (["08:00", "9:10".zfill(5), "10:20"], False)],
)
def test_half_of_the_times_on_the_hour_are_rounded(clocks: list[str], rounded: bool) -> None:
    assert found_in(*spasms(clocks)).rounded is rounded


def test_times_that_spread_around_the_clock_have_no_mean() -> None:
    near, far = found_in(*spasms(["08:00", "09:00"])), found_in(*spasms(["08:00", "20:00"]))

    assert near.mean_hour == pytest.approx(8.5)
    assert far.mean_hour is None


def test_without_a_spasm_nothing_is_known() -> None:
    found = found_in()

    assert (found.status, found.onsets, found.rounded) == (Status.NOT_YET, 0, False)
    assert (found.circle, found.mean_hour, found.spasms) == (None, None, ())


def test_too_little_in_the_last_ninety_days_ends_the_verdict() -> None:
    picture = diary(*spasms(["08:15"] * 25))
    found = time_of_day(picture, YEAR, SEED)

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.RECENT)
    assert found.fullest is None
