"""The block test against scipy, and where it would otherwise divide by nothing."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from spasmlog.analysis.blocks import R1, compare, lag1, permutation_p, welch

means = st.floats(0, 10).map(lambda value: round(value, 3))
groups = st.lists(means, min_size=3, max_size=5)


@given(groups, groups)
def test_the_limits_are_those_of_scipy_s_welch_test(now: list[float], before: list[float]) -> None:
    found = welch(now, before)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # scipy's own, where values are near
        theirs = stats.ttest_ind(now, before, equal_var=False).confidence_interval()

    assert found.low == pytest.approx(theirs.low, abs=1e-6)
    assert found.high == pytest.approx(theirs.high, abs=1e-6)


@settings(max_examples=20)
@given(groups, groups)
def test_p_is_the_share_of_relabellings_that_scipy_finds(
    now: list[float], before: list[float]
) -> None:
    theirs = stats.permutation_test(
        (now, before),
        lambda x, y, axis: np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis)).round(9),
        permutation_type="independent",
        n_resamples=20000,
        vectorized=True,
        alternative="greater",
    )

    assert permutation_p(now, before) == pytest.approx(theirs.pvalue)


@given(groups, groups)
def test_the_comparison_is_the_same_from_either_side(now: list[float], before: list[float]) -> None:
    found, mirrored = compare(now, before), compare(before, now)

    assert found.change == pytest.approx(-mirrored.change)
    assert found.interval.low == pytest.approx(-mirrored.interval.high)
    assert found.p == pytest.approx(mirrored.p)
    assert 0 < found.p <= 1
    assert found.interval.low - 1e-9 <= found.change <= found.interval.high + 1e-9


@pytest.mark.parametrize(
    ("now", "before", "p"), [(5, 5, 2 / 252), (4, 4, 2 / 70), (4, 3, 1 / 35), (3, 4, 1 / 35)]
)
def test_the_smallest_p_is_that_of_all_relabellings(now: int, before: int, p: float) -> None:
    assert permutation_p([*range(now)], [*range(100, 100 + before)]) == pytest.approx(p)


def test_blocks_that_are_all_the_same_have_not_changed() -> None:
    found = compare([2.0] * 5, [2.0] * 5)

    assert (found.change, found.p, found.constant) == (0.0, 1.0, True)
    assert (found.interval.low, found.interval.high) == (0.0, 0.0)


def test_two_levels_without_any_variation_differ_by_just_that() -> None:
    found = compare([2.0] * 4, [5.0] * 4)

    assert (found.change, found.interval.low, found.interval.high) == (-3.0, -3.0, -3.0)
    assert found.p == pytest.approx(2 / 70)


def test_one_level_without_variation_leaves_the_limits_to_the_other() -> None:
    found = welch([2.0] * 4, [5.0, 6.0, 4.0, 5.0])

    assert found.low < -3 < found.high


def test_the_correlation_takes_only_days_that_follow_each_other() -> None:
    rising = [float(at % 7) for at in range(25)]
    apart = lag1([2 * at for at in range(25)], rising)
    found = lag1(range(25), rising)

    assert (apart.r, apart.pairs) == (None, 0)
    assert found.pairs == 24
    assert found.r == pytest.approx(np.corrcoef(rising[:-1], rising[1:])[0, 1])


@pytest.mark.parametrize(("days", "known"), [(20, False), (21, True)])
def test_the_correlation_needs_twenty_pairs(days: int, known: bool) -> None:
    found = lag1(range(days), [float(at % 3) for at in range(days)])

    assert (found.r is not None) is known


@pytest.mark.parametrize("values", [[3.0] * 30, [3.0] * 29 + [4.0], [4.0] + [3.0] * 29])
def test_days_that_are_all_the_same_have_no_correlation(values: list[float]) -> None:
    assert lag1(range(30), values).r is None


@pytest.mark.parametrize(("r", "days"), [(0.5, 12), (0.51, 15), (None, 15), (-0.4, 12)])
def test_days_that_are_more_alike_ask_for_longer_blocks(r: float | None, days: int) -> None:
    assert R1(r=r, pairs=30).block == days
