"""How often spasms begin: which are counted, from when on, and against the 60 days before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.rate_change import RateChange, Verdict, rate_change
from spasmlog.analysis.spasm_rate import SpasmRate, onset_days, spasm_rate, spasm_rates
from spasmlog.analysis.two_periods import Refusal
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Region
from tests.analysis.days import around, lived
from tests.build import day, diary, episode


def spasms(ages: Iterable[int], hours: float = 1) -> list[Episode]:
    return [episode(age, hours=hours) for age in ages]


def with_spasms(ages: Iterable[int], days: int = 120) -> Diary:
    return lived([3] * days, *spasms(ages))


@pytest.mark.parametrize(("logged", "status"), [(13, Status.NOT_YET), (14, Status.SHOWN)])
def test_a_rate_is_shown_from_fourteen_logged_days(logged: int, status: Status) -> None:
    found = spasm_rate(lived([3] * logged), 28)

    assert found.status is status
    assert (found.per_week is None) is (status is Status.NOT_YET)
    assert (found.logged, found.unknown) == (logged, 28 - logged)


def test_what_is_missing_is_named() -> None:
    assert spasm_rate(lived([3] * 10), 28).lacks == (Lack("logged_days", 10, 14),)


def test_the_rate_is_per_week_of_logged_days() -> None:
    found = spasm_rate(with_spasms([3, 10, 17, 24, 27, 20]), 28)

    assert found.per_week == pytest.approx(1.5)
    assert found.interval is not None
    assert found.interval.high == pytest.approx(3.2648685)
    assert len(found.onsets) == 6


def test_rates_stand_beside_each_other_in_whole_windows_the_newest_like_the_rate_alone() -> None:
    picture = with_spasms([3, 10, 31, 60, 84, 90])
    found = spasm_rates(picture, day(90), day())

    assert [each.last for each in found] == [day(ago).toordinal() for ago in (57, 29, 1)]
    assert [len(each.onsets) for each in found] == [2, 1, 2]
    assert found[-1] == spasm_rate(picture, 28)


def test_rates_of_a_place_count_only_the_spasms_there() -> None:
    picture = lived([3] * 60, episode(3, hours=1), episode(9, hours=1, region=Region.NECK))
    (found,) = spasm_rates(picture, day(28), day(), Region.NECK)

    assert found.onsets == (day(9).toordinal(),)


def test_less_than_a_window_has_no_rates() -> None:
    assert spasm_rates(with_spasms([3]), day(27), day()) == ()


def test_spasms_of_the_unfinished_day_and_before_the_window_are_not_counted() -> None:
    found = spasm_rate(with_spasms([0, 28, 31, 100]), 28)

    assert found.onsets == (day(28).toordinal(),)


def test_spasms_within_a_day_of_each_other_count_once() -> None:
    first = episode(10, "08:00", hours=2)
    again = episode(9, "09:00", hours=1)

    assert len(onset_days(diary(first, again))) == 1


def test_with_a_region_only_the_spasms_there_count() -> None:
    neck = episode(5, region=Region.NECK)
    picture = lived([3] * 60, neck, episode(8))

    assert spasm_rate(picture, 28, Region.NECK).onsets == (day(5).toordinal(),)
    assert len(spasm_rate(picture, 28).onsets) == 2


def test_no_spasm_is_a_rate_of_zero_with_room_above() -> None:
    found = spasm_rate(lived([3] * 28), 28)

    assert (found.per_week, found.in_runs, found.dispersion) == (0.0, False, None)
    assert found.interval is not None
    assert found.interval.high > 0.9


def runs() -> SpasmRate:
    return spasm_rate(with_spasms([44, 46, 48, 15, 17, 19, 21, 23]), 60)


def test_spasms_in_runs_have_wider_limits() -> None:
    found, steady = runs(), spasm_rate(with_spasms([3, 10, 17, 24, 31, 38, 45, 52]), 60)

    assert found.in_runs
    assert not steady.in_runs
    assert found.per_week == steady.per_week
    assert found.interval is not None
    assert steady.interval is not None
    assert found.interval.low < steady.interval.low
    assert found.interval.high > steady.interval.high


def test_runs_are_told_from_sixty_days_for_a_month_too() -> None:
    picture = with_spasms([15, 17, 19, 21, 23, 44, 46, 48])

    assert spasm_rate(picture, 28).in_runs
    assert spasm_rate(picture, 28).dispersion == runs().dispersion


def test_a_younger_diary_cannot_tell_runs() -> None:
    assert spasm_rate(with_spasms([3, 5, 7], days=40), 60).dispersion is None


def test_runs_elsewhere_do_not_widen_a_month_without_a_spasm() -> None:
    found = spasm_rate(with_spasms([44, 46, 48, 50, 52]), 28)

    assert found.dispersion is not None
    assert not found.in_runs


def changed(now: Iterable[int], before: Iterable[int]) -> RateChange:
    ages = [*now, *(60 + age for age in before)]
    return rate_change(lived(around(4, 120), *spasms(ages)))


EVERY_FOURTH = range(2, 60, 4)
TWO = (5, 40)


def test_many_more_spasms_in_all_blocks_are_more_often() -> None:
    found = changed(EVERY_FOURTH, TWO)

    assert (found.status, found.verdict) == (Status.FOUND, Verdict.MORE)
    assert found.ratio is not None
    assert found.ratio.ratio == pytest.approx(15 / 2)
    assert (len(found.onsets_now), len(found.onsets_before)) == (15, 2)


def test_many_fewer_are_less_often() -> None:
    assert changed(TWO, EVERY_FOURTH).verdict is Verdict.LESS


def test_all_of_them_in_one_block_are_no_verdict() -> None:
    found = changed(range(1, 20, 2), [30])

    assert found.ratio is not None
    assert found.ratio.interval.excludes(1)
    assert found.p_blocks is not None
    assert found.p_blocks > 0.05
    assert (found.status, found.verdict) == (Status.CANNOT_TELL, None)


def test_a_clear_difference_of_less_than_a_doubling_is_no_verdict() -> None:
    found = changed(range(2, 60, 2), [age for age in range(2, 60, 2) if age % 12 in (2, 4, 6)])

    assert found.ratio is not None
    assert 1 < found.ratio.ratio < 2
    assert found.verdict is None


def test_as_many_as_before_is_no_meaningful_change() -> None:
    found = changed(range(2, 61, 2), range(2, 61, 2))

    assert (found.status, found.verdict) == (Status.NONE, Verdict.SAME)


def test_none_against_none_has_no_ratio() -> None:
    found = changed([], [])

    assert (found.ratio, found.status, found.verdict) == (None, Status.CANNOT_TELL, None)
    assert found.p_blocks == 1


def test_none_before_has_no_upper_limit() -> None:
    found = changed([5, 20, 40], [])

    assert found.ratio is not None
    assert found.ratio.ratio == found.ratio.interval.high == float("inf")


def test_a_comparison_that_would_not_be_fair_is_refused() -> None:
    sparse: list[int | None] = [3 if at % 5 < 2 else None for at in range(60)]
    found = rate_change(lived([*[3] * 200, *sparse, *[3] * 60], *spasms([5, 70])))

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.COVERAGE)
    assert (found.ratio, found.p_blocks) == (None, None)
    assert (len(found.onsets_now), len(found.onsets_before)) == (1, 1)


def test_a_young_diary_is_told_what_is_missing() -> None:
    found = rate_change(lived([3] * 30))

    assert (found.status, found.lacks) == (Status.NOT_YET, (Lack("age", 30, 61),))


def test_spasms_without_a_number_are_compared_all_the_same() -> None:
    nameless = [replace(each, peak=None) for each in spasms([*EVERY_FOURTH, 65, 100])]
    values: list[int | None] = [None if at % 4 == 2 else 0 for at in range(120)]

    assert rate_change(lived(values[::-1], *nameless)).ratio is not None


def test_a_spasm_open_for_years_counts_once() -> None:
    old = episode(2000, peak=None)

    assert onset_days(lived([3] * 10, old)) == (day(2000).toordinal(),)
