"""NAP against counting the pairings by hand, and its limits against the roots of the equation."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.pairings import nap
from spasmlog.analysis.proportions import Estimate

unhurried = settings(deadline=None)  # the first example imports scipy
values = st.lists(st.integers(-10, 10), min_size=1, max_size=12)


def of(larger: list[int], smaller: list[int]) -> tuple[Estimate, Interval]:
    found = nap(larger, smaller)
    assert found is not None
    assert found.interval is not None
    return found, found.interval


@unhurried
@given(values, values)
def test_it_is_the_share_of_pairings_with_ties_halved(
    larger: list[int], smaller: list[int]
) -> None:
    pairs = list(product(larger, smaller))
    by_hand = sum((a > b) + 0.5 * (a == b) for a, b in pairs) / len(pairs)

    found, limits = of(larger, smaller)

    assert found.value == pytest.approx(by_hand)
    assert 0 <= limits.low <= found.value <= limits.high <= 1
    assert limits.high - limits.low > 0.1


@unhurried
@given(values, values)
def test_the_other_way_round_it_is_mirrored(larger: list[int], smaller: list[int]) -> None:
    found, limits = of(larger, smaller)
    mirrored, other = of(smaller, larger)

    assert found.value == pytest.approx(1 - mirrored.value)
    assert limits.low == pytest.approx(1 - other.high, abs=1e-9)
    assert limits.high == pytest.approx(1 - other.low, abs=1e-9)


@unhurried
@given(values, values)
def test_the_limits_are_roots_of_newcombes_equation(larger: list[int], smaller: list[int]) -> None:
    """Written out as a polynomial and solved by numpy, another way than the bracketed search."""
    from numpy.polynomial import Polynomial

    found, limits = of(larger, smaller)

    x = Polynomial([0, 1])
    m, n = len(larger), len(smaller)
    h = (m + n) / 2 - 1
    left = m * n * (found.value - x) ** 2 * (2 - x) * (1 + x)
    right = 1.959963984540054**2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))
    found_roots = [complex(root) for root in (left - right).roots()]
    roots = [root.real for root in found_roots if abs(root.imag) < 1e-6]
    for limit in (limits.low, limits.high):
        assert min(abs(root - limit) for root in roots) < 1e-6


def test_where_every_treated_one_did_better_the_limits_still_have_a_width() -> None:
    found, limits = of([5, 6, 7], [1, 2, 3])
    assert (found.value, limits.high) == (1, 1)
    assert limits.low < 0.8

    found, limits = of([1, 2, 3], [5, 6, 7])
    assert (found.value, limits.low) == (0, 0)
    assert limits.high > 0.2


def test_all_ties_are_one_half() -> None:
    assert of([2, 2, 2], [2, 2])[0].value == 0.5


def test_an_empty_side_has_no_pairings() -> None:
    assert nap([], [1]) is None
    assert nap([1], []) is None
