"""Shares, differences of pain and ranges, as they stand in sentences."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from spasmlog.analysis.outcome import Interval
from spasmlog.charts.words_numbers import (
    digits_that_add_up,
    number_range,
    pain,
    pain_difference,
    pain_range,
    percent,
    percent_range,
    rate_number,
    times_range,
)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 500), "1 %"),
        (0.5, "50 %"),
        (0.999, "99 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: Fraction | float, said: str) -> None:
    assert percent(share) == said


def test_limits_of_a_share_are_told_once_with_their_sign() -> None:
    assert percent_range(Interval(0.3057, 0.8632)) == "31 to 86 %"


@pytest.mark.parametrize(("value", "said"), [(4.12, "4.1"), (-0.02, "0.0"), (10, "10.0")])
def test_a_mean_has_one_decimal(value: float, said: str) -> None:
    assert pain(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(-1.1, "1.1 lower"), (0.44, "0.4 higher"), (0.04, "no difference"), (0, "no difference")],
)
def test_a_difference_is_told_by_its_direction(value: float, said: str) -> None:
    assert pain_difference(value) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-1.8, -0.3, "0.3 to 1.8 lower"),
        (-1.8, -0.04, "0.0 to 1.8 lower"),
        (0.3, 1.8, "0.3 to 1.8 higher"),
        (0.02, 1.8, "0.0 to 1.8 higher"),
        (-0.8, 0.9, "anything from 0.8 lower to 0.9 higher"),
        (-1.02, -0.98, "1.0 lower"),
        (0, 0, "no difference"),
    ],
)
def test_limits_of_a_difference_are_told_by_their_direction(
    low: float, high: float, said: str
) -> None:
    assert pain_range(Interval(low, high)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (0.8607, "0.86"), (0.999, "1.0"), (1.5, "1.5"), (12.26, "12.3")],
)
def test_a_rate_has_two_digits_that_tell(value: float, said: str) -> None:
    assert rate_number(value) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.5504, 3.2648, "0.55 to 3.3"),
        (0, 0.8607, "up to 0.86"),
        (0.4132, math.inf, "at least 0.41"),
        (0, math.inf, "anything"),
    ],
)
def test_open_limits_are_told_as_open(low: float, high: float, said: str) -> None:
    assert number_range(Interval(low, high)) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.26, 0.744, "the data fit 0.26 to 0.74 times"),
        (0.71, 270.8, "the data fit at least 0.71 times, with no useful upper limit"),
        (0.41, math.inf, "the data fit at least 0.41 times, with no useful upper limit"),
        (0.05, 20, "the data fit 0.05 to 20.0 times"),
        (0.0037, 1.4, "the data fit at most 1.4 times"),
        (0, 1.4, "the data fit at most 1.4 times"),
        (0.003, math.inf, "the data fit anything"),
    ],
)
def test_limits_of_a_ratio_that_nobody_could_use_are_not_printed(
    low: float, high: float, said: str
) -> None:
    assert times_range(Interval(low, high)) == said


@pytest.mark.parametrize(
    ("now", "before", "change", "digits"),
    [(4.12, 5.2, -1.08, 1), (1.86, 0.24, 1.62, 2), (0.116, 0.112, 0.004, 1), (3, 3, 0, 1)],
)
def test_a_difference_has_as_many_decimals_as_make_it_one(
    now: float, before: float, change: float, digits: int
) -> None:
    assert digits_that_add_up(now, before, change) == digits


def test_where_two_decimals_do_not_add_up_three_are_printed() -> None:
    assert digits_that_add_up(1.8649, 0.2351, 1.6298) == 3
