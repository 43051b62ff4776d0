"""Weekdays in pain and in onsets: the rotation of whole weeks, its gates and what is named."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.period import Period
from spasmlog.analysis.two_periods import Refusal
from spasmlog.analysis.weekdays import (
    Of,
    Weekdays,
    rotation_test,
    weekdays_of_onsets,
    weekdays_of_pain,
)
from spasmlog.domain.records import Episode
from tests.analysis.days import lived
from tests.build import TODAY, day, diary, episode

SEED = 3
YEAR = Period(day(364), TODAY)
MONDAY = date(2024, 1, 1).toordinal()


def mondays(weeks: int, on_monday: int, otherwise: int) -> list[int | None]:
    """So many weeks of days that end with yesterday."""
    ages = range(7 * weeks, 0, -1)
    return [on_monday if day(ago).weekday() == 0 else otherwise for ago in ages]


def test_mondays_that_are_worse_are_named() -> None:
    found = weekdays_of_pain(lived(mondays(12, 8, 2)), YEAR, SEED)

    assert (found.status, found.highest, found.verdict) == (Status.FOUND, 0, "0")
    assert found.means == (8, 2, 2, 2, 2, 2, 2)
    assert found.n == (12,) * 7
    assert found.interval is None
    assert len(found.days) == 84


def test_days_that_are_all_alike_do_not_differ() -> None:
    found = weekdays_of_pain(lived([3] * 84), YEAR, SEED)

    assert (found.status, found.highest, found.verdict) == (Status.CANNOT_TELL, None, None)
    assert found.p == 1


def test_slow_waves_are_not_taken_for_weekdays() -> None:
    rng = random.Random(5)
    values: list[int | None] = [rng.randint(2, 6) for _week in range(20) for _day in range(10)]

    assert weekdays_of_pain(lived(values), YEAR, SEED).status is Status.CANNOT_TELL


@pytest.mark.parametrize(("weeks", "lacks"), [(7, (Lack("weeks", 7, 8),)), (8, ())])
def test_eight_weeks_are_needed(weeks: int, lacks: tuple[Lack, ...]) -> None:
    """The last of them is two days old and does not count."""
    found = weekdays_of_pain(lived([3] * (7 * weeks + 2)), YEAR, SEED)

    assert found.lacks == lacks
    assert (found.status is Status.NOT_YET) is bool(lacks)
    assert (found.p is None) is bool(lacks)


def test_a_week_counts_with_four_logged_days() -> None:
    ragged: list[int | None] = [3 if day(ago).weekday() < 3 else None for ago in range(100, 0, -1)]

    assert weekdays_of_pain(lived(ragged), YEAR, SEED).lacks == (Lack("weeks", 0, 8),)


def test_too_little_in_the_last_ninety_days_ends_the_verdict() -> None:
    found = weekdays_of_pain(lived([*mondays(12, 8, 2), *[None] * 56]), YEAR, SEED)

    assert (found.status, found.refusal, found.highest) == (Status.REFUSED, Refusal.RECENT, None)


def test_pain_days_without_a_number_forbid_means() -> None:
    spasms = [episode(ago, peak=None) for ago in range(2, 85, 3)]
    values: list[int | None] = [None if ago % 3 == 2 else 0 for ago in range(84, 0, -1)]
    found = weekdays_of_pain(lived(values, *spasms), YEAR, SEED)

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.UNNUMBERED)
    assert (len(found.days), found.unnumbered, found.unknown) == (56, 28, 280)


def test_a_weekday_whose_pain_has_no_number_has_no_mean_and_forbids_the_comparison() -> None:
    bare = [ago for ago in range(2, 86) if day(ago).weekday() == 3]
    values: list[int | None] = [None if ago in bare[:3] else 4 for ago in range(85, 0, -1)]
    found = weekdays_of_pain(lived(values, *(episode(ago, peak=None) for ago in bare[:3])), YEAR, 1)

    assert found.bare == (0, 0, 0, 3, 0, 0, 0)
    assert found.means == (4, 4, 4, None, 4, 4, 4)
    assert found.refusal is Refusal.UNNUMBERED


@pytest.mark.parametrize(
    ("bad", "status", "highest"), [(4, Status.NONE, None), (6, Status.FOUND, 0)]
)
def test_means_that_lie_less_than_half_a_point_apart_are_no_difference_that_matters(
    bad: int, status: Status, highest: int | None
) -> None:
    """Each fifth Monday was worse by two or by four points, so Mondays by 0.4 or by 0.8."""
    values: list[int | None] = [
        bad + 2 if day(ago).weekday() == 0 and ago % 5 == 0 else 4 for ago in range(700, 0, -1)
    ]
    found = weekdays_of_pain(lived(values), Period(day(700), TODAY), SEED)

    assert found.p is not None
    assert found.p <= 0.05
    assert (found.status, found.highest) == (status, highest)


def spasms_on(weekday: int, last: int = 200) -> list[Episode]:
    return [episode(ago) for ago in range(1, last) if day(ago).weekday() == weekday]


def onsets(spasms: list[Episode], days: int = 200) -> Weekdays:
    return weekdays_of_onsets(lived([1] * days, *spasms), YEAR, SEED)


def test_the_weekday_on_which_spasms_begin_is_named_with_its_share() -> None:
    found = onsets(spasms_on(3))

    assert (found.status, found.of, found.highest) == (Status.FOUND, Of.ONSETS, 3)
    assert found.means[3] == 1
    assert found.interval is not None
    assert found.interval.low < 1
    assert found.interval.high == pytest.approx(1)


def test_twenty_onsets_are_needed() -> None:
    found = onsets(spasms_on(3, last=100))

    assert found.status is Status.NOT_YET
    assert found.lacks == (Lack("onset_days", 14, 20),)


def test_a_spasm_without_a_number_makes_a_logged_day_with_an_onset() -> None:
    nameless = [episode(ago, peak=None) for ago in range(2, 60, 2)]
    found = weekdays_of_onsets(diary(*nameless), YEAR, SEED)

    assert sum(found.n) == len(nameless)
    assert set(found.means) == {1.0}


def test_an_empty_diary_has_no_weekdays() -> None:
    for found in (weekdays_of_pain(diary(), YEAR, SEED), onsets([], days=0)):
        assert found.status is Status.NOT_YET
        assert (found.means, found.n, found.days) == ((None,) * 7, (0,) * 7, ())


@settings(max_examples=25)
@given(st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=70))
def test_means_are_those_of_each_weekday_and_p_is_a_share(values: list[int | None]) -> None:
    known = [(MONDAY + at, value) for at, value in enumerate(values) if value is not None]
    found = rotation_test([at for at, _value in known], [float(value) for _at, value in known], 1)
    if not known:
        assert found is None
        return
    assert found is not None
    for weekday in range(7):
        own = [value for at, value in known if (at - MONDAY) % 7 == weekday]
        assert found.n[weekday] == len(own)
        assert found.means[weekday] == (pytest.approx(sum(own) / len(own)) if own else None)
    assert 0 < found.p <= 1
    assert found.statistic >= 0


def test_the_statistic_is_the_sum_of_squares_between_weekdays() -> None:
    found = rotation_test(range(MONDAY, MONDAY + 14), [7.0, *[0.0] * 6, 7.0, *[0.0] * 6], 1)

    assert found is not None
    assert found.statistic == pytest.approx(2 * (7 - 1) ** 2 + 12 * 1)


def test_of_weekdays_equally_high_the_first_is_named() -> None:
    both: list[int | None] = [8 if day(ago).weekday() in (1, 5) else 1 for ago in range(84, 0, -1)]

    assert weekdays_of_pain(lived(both), YEAR, SEED).highest == 1


def test_each_share_has_limits_and_a_weekday_that_was_never_logged_has_none() -> None:
    found = weekdays_of_onsets(lived([3, 3, 3]), YEAR, SEED)
    known = [limits for limits in found.limits if limits is not None]

    assert len(found.limits) == 7
    assert len(known) == 3
    assert {limits.low for limits in known} == {0}
