"""Which days the analyses of days take from a diary, and their mean."""

from __future__ import annotations

from fractions import Fraction

import pytest

from spasmlog.analysis.daily import Daily, daily, mean_of, trust_window
from spasmlog.analysis.period import Period
from spasmlog.domain.records import Record
from tests.build import TODAY, check_in, day, diary, drink, episode, reading


def taken(*records: Record, first: int = 10) -> Daily:
    return daily(diary(*records), day(first), TODAY)


def test_the_day_that_is_not_over_is_left_out() -> None:
    found = taken(check_in(1, 4), check_in(0, 9))

    assert found.days == (day(1).toordinal(),)
    assert found.values == (4.0,)
    assert (found.logged, found.unknown) == (1, 9)


def test_a_clear_day_is_zero_and_an_unlogged_one_is_unknown() -> None:
    found = taken(check_in(5, 0), reading(4, pain=0), drink(3))

    assert found.values == (0.0,)
    assert found.unknown == 9


def test_the_worst_is_the_largest_of_what_was_typed_read_and_the_peak() -> None:
    found = taken(check_in(3, 2), episode(3, peak=7), check_in(2, 2), reading(2, pain=5))

    assert found.values == (7.0, 5.0)


def test_a_pain_day_without_a_number_is_logged_but_has_none() -> None:
    found = taken(episode(3, peak=None), check_in(2, 4))

    assert found.values == (4.0,)
    assert found.unnumbered == (day(3).toordinal(),)
    assert found.logged == 2


@pytest.mark.parametrize(("unnumbered", "mean"), [(1, 3.0), (2, None)])
def test_a_mean_is_not_given_where_too_many_pain_days_have_no_number(
    unnumbered: int, mean: float | None
) -> None:
    assert mean_of([3.0] * 4, unnumbered) == mean


def test_nothing_has_no_mean() -> None:
    assert mean_of([]) is None
    assert taken().mean is None


def test_days_that_end_before_they_begin_are_none() -> None:
    found = daily(diary(check_in(1)), TODAY, TODAY)

    assert (found.days, found.unknown, found.mean) == ((), 0, None)


def test_a_part_of_the_days_keeps_what_lies_in_it() -> None:
    whole = taken(check_in(5, 1), episode(4, peak=None), check_in(3, 3), check_in(2, 5))
    part = whole.between(day(4).toordinal(), day(3).toordinal())

    assert part.values == (3.0,)
    assert part.unnumbered == (day(4).toordinal(),)
    assert (part.first, part.last) == (day(4).toordinal(), day(3).toordinal())


def test_the_journal_began_with_the_first_entry_that_tells_anything() -> None:
    assert taken(drink(200), check_in(5)).began == day(200).toordinal()
    assert taken().began is None


def test_the_recent_share_counts_from_the_first_entry() -> None:
    assert taken(drink(10), check_in(5), check_in(2)).recent == Fraction(2, 10)
    assert taken(check_in(300), check_in(2)).recent == Fraction(1, 90)
    assert taken().recent == 0


def test_trust_looks_at_ninety_days_or_those_since_the_first_entry() -> None:
    assert trust_window(diary(check_in(300))) == Period(day(90), day(1))
    assert trust_window(diary(check_in(20))) == Period(day(20), day(1))
    assert trust_window(diary(check_in(0))) is None
    assert trust_window(diary()) is None


def test_plain_days_have_a_share_too() -> None:
    assert Daily.of([1, 2], [3, 4], 1, 4).recent == Fraction(1, 2)
    assert Daily.of([], [], 1, 0).recent == 0


@pytest.mark.parametrize(
    ("values", "bare", "mean"), [([0, 0, 3, 3, 3, 3], 1, 2.0), ([0] * 9, 1, None)]
)
def test_days_without_pain_make_up_for_no_pain_day_without_a_number(
    values: list[float], bare: int, mean: float | None
) -> None:
    assert mean_of(values, bare) == mean
