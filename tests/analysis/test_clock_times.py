"""Hours on the circle and in bands, against scipy, statsmodels and by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from spasmlog.analysis.clock_times import Bands, Circle, band_test, circle

hours = st.lists(st.floats(0, 23.99), min_size=1, max_size=60)


def on_circle(times: list[float]) -> Circle:
    found = circle(times)
    assert found is not None
    return found


def in_bands(counts: list[int], weights: list[float], seed: int = 1) -> Bands:
    found = band_test(counts, weights, seed)
    assert found is not None
    return found


@settings(max_examples=50)
@given(hours)
def test_the_resultant_is_one_less_the_circular_variance(times: list[float]) -> None:
    found = on_circle(times)

    assert found.length == pytest.approx(1 - stats.circvar(times, high=24), abs=1e-9)
    assert 0 <= found.length <= 1
    assert 0 <= found.p <= 1
    assert 0 <= found.mean_hour <= 24
    assert found.n == len(times)


@given(st.floats(0, 23.99), st.integers(1, 30))
def test_the_same_hour_each_time_is_its_own_mean(hour: float, n: int) -> None:
    found = on_circle([hour] * n)

    assert found.length == pytest.approx(1)
    assert math.cos((found.mean_hour - hour) * math.pi / 12) == pytest.approx(1)


def test_hours_around_midnight_have_their_mean_there() -> None:
    assert on_circle([23, 1]).mean_hour % 24 == pytest.approx(0, abs=1e-9)


def test_no_hour_has_no_mean() -> None:
    assert circle([]) is None


@settings(max_examples=20)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=6).filter(any))
def test_the_statistic_is_that_of_the_chi_square_test(counts: list[int]) -> None:
    found = in_bands(counts, [1.0] * len(counts))

    assert found.statistic == pytest.approx(stats.chisquare(counts).statistic)
    assert 0 < found.p <= 1


@pytest.mark.parametrize("counts", [[30, 30, 30, 30], [35, 22, 30, 33], [50, 25, 25, 20]])
def test_with_many_onsets_p_comes_near_that_of_the_chi_square_test(counts: list[int]) -> None:
    expected = stats.chisquare(counts).pvalue

    assert in_bands(counts, [1.0] * 4).p == pytest.approx(expected, abs=0.02)


def test_bands_of_another_width_expect_another_share() -> None:
    assert in_bands([20, 10], [2.0, 1.0]).statistic == pytest.approx(0)


def test_the_same_seed_draws_the_same_p() -> None:
    assert in_bands([9, 4, 3, 4], [1.0] * 4, 5) == in_bands([9, 4, 3, 4], [1.0] * 4, 5)


def test_without_an_onset_there_is_nothing_to_test() -> None:
    assert band_test([0, 0, 0, 0], [1.0] * 4, 1) is None
