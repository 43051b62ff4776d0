"""The trend of fortnights: Sen and Kendall against scipy and by hand, its gate and verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.trend import Sen, Trend, Verdict, sen, trend, trend_of
from spasmlog.analysis.two_periods import Refusal
from tests.analysis.days import daily_of, lived
from tests.build import diary, drink

numbers = st.lists(st.integers(0, 40).map(float), min_size=3, max_size=14)


def line(x: Sequence[float], y: Sequence[float]) -> Sen:
    found = sen(x, y)
    assert found is not None
    return found


def fortnights(levels: Sequence[float | None]) -> Trend:
    """Fourteen days of each level; None is a fortnight without an entry."""
    return trend_of(daily_of([level for level in levels for _day in range(14)]))


@settings(max_examples=50)
@given(numbers)
def test_the_slope_is_the_middle_of_all_slopes_and_its_limits_enclose_it(y: list[float]) -> None:
    found = line(range(len(y)), y)
    pairs = ((i, j) for j in range(len(y)) for i in range(j))

    assert found.slope == pytest.approx(median((y[j] - y[i]) / (j - i) for i, j in pairs))
    assert found.interval.low <= found.slope <= found.interval.high
    assert -1 <= found.tau <= 1
    assert 0 <= found.p <= 1


@settings(max_examples=50)
@given(numbers)
def test_a_series_upside_down_has_the_opposite_trend(y: list[float]) -> None:
    found, mirrored = line(range(len(y)), y), line(range(len(y)), [-each for each in y])

    assert mirrored.slope == pytest.approx(-found.slope)
    assert mirrored.interval.low == pytest.approx(-found.interval.high)
    assert mirrored.p == pytest.approx(found.p)


@pytest.mark.parametrize(("x", "y"), [([], []), ([3.0], [5.0]), ([3.0, 3.0], [5.0, 6.0])])
def test_fewer_than_two_places_have_no_trend(x: list[float], y: list[float]) -> None:
    assert sen(x, y) is None


def test_two_points_have_a_trend_that_proves_nothing() -> None:
    found = line([0, 1], [2, 4])

    assert (found.slope, found.p) == (2.0, 1.0)


def test_gaps_between_fortnights_count() -> None:
    found = fortnights([2, 3, None, None, 6, 7, 8, 9, 10])

    assert found.sen is not None
    assert found.sen.slope == pytest.approx(1)


def test_pain_that_falls_fortnight_by_fortnight_is_falling() -> None:
    found = fortnights([8, 7.5, 7, 6.5, 6, 5.5])

    assert (found.status, found.verdict) == (Status.FOUND, Verdict.FALLING)
    assert found.sen is not None
    assert found.sen.slope == pytest.approx(-0.5)
    assert found.per_four_weeks is not None
    assert found.per_four_weeks.low == pytest.approx(-1)


def test_pain_that_rises_is_rising() -> None:
    assert fortnights([1, 2, 3, 4, 5, 6, 7]).verdict is Verdict.RISING


def test_a_rise_too_small_to_matter_over_half_a_year_is_no_verdict() -> None:
    found = fortnights([4 + 0.05 * at for at in range(8)])

    assert (found.status, found.verdict) == (Status.NONE, Verdict.STEADY)


def test_a_flat_course_is_steady() -> None:
    found = fortnights([4] * 6)

    assert found.verdict is Verdict.STEADY
    assert found.sen == Sen(slope=0.0, interval=line([0, 1], [1, 1]).interval, tau=0.0, p=1.0)


def test_ups_and_downs_cannot_tell() -> None:
    found = fortnights([2, 7, 3, 8, 1, 6])

    assert (found.status, found.verdict) == (Status.CANNOT_TELL, None)
    assert found.sen is not None


@pytest.mark.parametrize(("usable", "status"), [(5, Status.NOT_YET), (6, Status.NONE)])
def test_a_trend_needs_six_fortnights(usable: int, status: Status) -> None:
    found = fortnights([4.0, None, *[4.0] * (usable - 1)])

    assert found.status is status
    assert (found.sen is None) is (status is Status.NOT_YET)


def test_a_fortnight_needs_seven_days() -> None:
    six: list[float | None] = [4.0 if at < 6 else None for at in range(14)]
    whole: list[float | None] = [4.0] * 70
    found = trend_of(daily_of([*six, *whole]))

    assert found.lacks == (Lack("fortnights", 5, 6),)
    assert found.fortnights[0].mean is None


def test_a_longer_course_is_read_over_its_own_span() -> None:
    found = fortnights([4.0] * 20)

    assert found.span == 20
    assert fortnights([4.0] * 6).span == 13


def test_by_default_the_trend_looks_back_half_a_year() -> None:
    picture = lived([3] * 400)

    assert len(trend(picture).days) == 182
    assert len(trend(picture, fortnights=26).days) == 364


def test_too_little_in_the_last_ninety_days_ends_the_verdict() -> None:
    found = trend(lived([*[4] * 120, *[None] * 60]))

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.RECENT)
    assert found.per_four_weeks is None


def test_an_empty_diary_has_no_trend() -> None:
    for picture in (diary(), diary(drink(5))):
        found = trend(picture)

        assert found.status is Status.NOT_YET
        assert (found.fortnights, found.sen, found.verdict) == ((), None, None)
