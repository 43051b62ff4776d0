"""Shares, two shares beside each other, and q-values, against statsmodels."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.proportions import (
    Estimate,
    benjamini_hochberg,
    difference,
    fisher_p,
    wilson,
)

unhurried = settings(deadline=None)  # the first example imports scipy
counts = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def share(k: int, n: int) -> tuple[Estimate, Interval]:
    found = wilson(k, n)
    assert found is not None
    assert found.interval is not None
    return found, found.interval


@unhurried
@given(counts)
def test_the_limits_of_a_share_are_those_of_statsmodels(count: tuple[int, int]) -> None:
    from statsmodels.stats.proportion import proportion_confint

    found, limits = share(*count)

    assert (limits.low, limits.high) == pytest.approx(
        proportion_confint(*count, method="wilson"), abs=1e-9
    )
    assert 0 <= limits.low <= found.value <= limits.high <= 1


def test_without_any_to_count_there_is_no_share() -> None:
    assert wilson(0, 0) is None


@unhurried
@given(counts, counts)
def test_a_difference_of_shares_is_that_of_statsmodels(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    found = difference(share(*one)[0], share(*other)[0])

    assert found.interval is not None
    expected = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff")
    assert (found.interval.low, found.interval.high) == pytest.approx(expected, abs=1e-9)
    assert found.interval.low <= found.value <= found.interval.high


@unhurried
@given(counts, counts)
def test_the_other_way_round_a_difference_is_mirrored(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    there, back = share(*one)[0], share(*other)[0]
    found, mirrored = difference(there, back), difference(back, there)

    assert found.value == -mirrored.value
    assert found.interval is not None
    assert mirrored.interval is not None
    assert found.interval.low == pytest.approx(-mirrored.interval.high)


def test_a_difference_has_limits_only_where_both_shares_have() -> None:
    bare, whole = Estimate(0.75), share(1, 4)[0]

    assert difference(bare, whole) == Estimate(0.5)
    assert difference(whole, bare) == Estimate(-0.5)


def test_all_against_none_is_told_from_chance_and_the_same_is_not() -> None:
    assert fisher_p(5, 5, 0, 5) == pytest.approx(2 / 252)
    assert fisher_p(2, 5, 2, 5) == pytest.approx(1)
    assert fisher_p(0, 5, 0, 5) == 1


@unhurried
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_the_q_values_are_those_of_statsmodels(p: list[float]) -> None:
    from statsmodels.stats.multitest import multipletests

    found = benjamini_hochberg(p)

    assert found == pytest.approx(multipletests(p, method="fdr_bh")[1], abs=1e-12)
    assert all(q >= each for q, each in zip(found, p, strict=True))


def test_a_family_of_none_and_one_of_whole_numbers_are_answered() -> None:
    assert benjamini_hochberg([]) == ()
    assert benjamini_hochberg([1, 1]) == (1.0, 1.0)
