"""Rates of spasms against statsmodels and scipy, and at the edges of counting."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson

from spasmlog.analysis.rates import Rate, dispersion, rate, rate_ratio, widened

counts = st.integers(0, 400)
days = st.integers(1, 400)


def known(events: int, logged: int) -> Rate:
    found = rate(events, logged)
    assert found is not None
    return found


@settings(max_examples=50)
@given(counts, days)
def test_the_limits_are_the_exact_ones_of_statsmodels(events: int, logged: int) -> None:
    found = known(events, logged)
    low, high = confint_poisson(events, logged, method="exact-c")

    assert found.interval.low == pytest.approx(7 * (0 if events == 0 else low))
    assert found.interval.high == pytest.approx(7 * high)
    assert found.interval.low <= found.rate <= found.interval.high


def test_a_rate_needs_a_day() -> None:
    assert rate(3, 0) is None


def test_no_spasm_at_all_leaves_room_for_some() -> None:
    found = known(0, 7)

    assert found.interval.low == 0
    assert found.interval.high == pytest.approx(3.6889, abs=1e-4)


@settings(max_examples=50)
@given(counts, days, counts, days)
def test_the_ratio_is_that_of_the_rates_and_lies_within_its_limits(
    now: int, days_now: int, before: int, days_before: int
) -> None:
    found = rate_ratio(now, days_now, before, days_before)
    if now + before == 0:
        assert found is None
        return
    assert found is not None
    expected = math.inf if before == 0 else (now / days_now) / (before / days_before)

    assert found.ratio == pytest.approx(expected)
    assert 0 <= found.interval.low <= found.interval.high
    assert found.interval.low <= found.ratio * (1 + 1e-9)
    assert found.ratio <= found.interval.high * (1 + 1e-9)
    assert 0 <= found.p <= 1


@settings(max_examples=50)
@given(st.integers(1, 60), st.integers(1, 60))
def test_the_other_way_round_the_ratio_is_upside_down(now: int, before: int) -> None:
    found, other = rate_ratio(now, 60, before, 50), rate_ratio(before, 50, now, 60)
    assert found is not None
    assert other is not None

    assert other.ratio == pytest.approx(1 / found.ratio)
    assert other.interval.low == pytest.approx(1 / found.interval.high)
    assert other.p == pytest.approx(found.p)


@pytest.mark.parametrize(("days_now", "days_before"), [(0, 60), (60, 0), (0, 0)])
def test_a_ratio_needs_days_on_both_sides(days_now: int, days_before: int) -> None:
    assert rate_ratio(3, days_now, 2, days_before) is None


def test_the_same_number_each_week_has_no_dispersion() -> None:
    assert dispersion([2] * 8, [7] * 8) == 0


def test_all_in_one_week_has_much() -> None:
    assert dispersion([8, *[0] * 7], [7] * 8) == pytest.approx(8)


def test_a_week_logged_half_is_expected_to_hold_half() -> None:
    assert dispersion([4, 2], [7, 7]) == pytest.approx(2 / 3)
    assert dispersion([4, 2], [6, 3]) == 0


def test_a_week_without_a_logged_day_tells_nothing() -> None:
    assert dispersion([4, 0, 4], [7, 0, 7]) == 0


@pytest.mark.parametrize(
    ("events", "logged"), [([], []), ([3], [7]), ([3, 0], [7, 0]), ([0, 0], [7, 7])]
)
def test_without_two_weeks_or_a_spasm_there_is_none(events: list[int], logged: list[int]) -> None:
    assert dispersion(events, logged) is None


@settings(max_examples=50)
@given(st.integers(1, 200), days, st.floats(1, 20))
def test_limits_widen_with_the_root_of_the_dispersion(
    events: int, logged: int, spread: float
) -> None:
    found = known(events, logged)
    wide = widened(found, spread)

    assert wide.rate == found.rate
    assert wide.interval.low <= found.interval.low * (1 + 1e-9)
    assert wide.interval.high >= found.interval.high * (1 - 1e-9)
    assert math.log(wide.interval.high / found.rate) == pytest.approx(
        math.sqrt(spread) * math.log(found.interval.high / found.rate)
    )
