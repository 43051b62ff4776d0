"""Weeks and other buckets of days, counted back from the last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spasmlog.analysis.buckets import buckets, weekly, weekly_line
from spasmlog.analysis.daily import Daily, daily
from tests.analysis.days import daily_of, lived
from tests.build import TODAY, day, episode


def means(values: list[float | None]) -> list[float | None]:
    return [week.mean for week in weekly(daily_of(values))]


def test_weeks_are_counted_back_from_the_last_day() -> None:
    found = weekly(daily_of([9, 9, 9, *[2] * 7]))

    assert [(week.first, week.last, week.known) for week in found] == [
        (996, 1002, 3),
        (1003, 1009, 7),
    ]


def test_a_week_needs_four_days_with_a_number() -> None:
    assert means([1, 2, 3, None, None, None, None]) == [None]
    assert means([1, 2, 3, 6, None, None, None]) == [3.0]


def test_a_week_has_the_lowest_and_the_highest_of_its_days() -> None:
    found = weekly(daily_of([None, 7, 1, 2, 3, 4, 5, *[None] * 6, 2]))

    assert [(week.low, week.high) for week in found] == [(1, 7), (2, 2)]


def test_a_first_week_that_is_not_whole_counts_if_enough_of_it_is_logged() -> None:
    assert means([5, 5, 5, 5, *[2] * 7]) == [5.0, 2.0]


def test_a_week_without_an_entry_is_a_gap_between_others() -> None:
    assert means([*[4] * 7, *[None] * 7, *[2] * 7]) == [4.0, None, 2.0]


def test_no_day_makes_no_week() -> None:
    assert weekly(daily_of([None] * 20)) == ()
    assert weekly_line(()) == ()


def test_a_week_of_spasms_without_a_number_has_no_mean_though_its_clear_days_have() -> None:
    records = [episode(age, peak=None) for age in (2, 4)]
    picture = lived([0, 0, 0, None, 0, None, 0], *records)
    (week,) = weekly(daily(picture, day(7), TODAY))

    assert (week.known, week.unnumbered, week.mean) == (5, 2, None)


def test_the_line_is_the_mean_of_four_shown_weeks_in_a_row() -> None:
    weeks = weekly(daily_of([float(value) for value in (1, 2, 3, 6, 5) for _day in range(7)]))

    assert weekly_line(weeks) == (None, None, None, 3.0, 4.0)


def test_the_line_breaks_at_a_week_that_is_not_shown() -> None:
    values: list[float | None] = [3.0] * 28 + [None] * 7 + [5.0] * 28
    line = weekly_line(weekly(daily_of(values)))

    assert line == (None, None, None, 3.0, None, None, None, None, 5.0)


values = st.lists(st.none() | st.floats(0, 10), max_size=80)


@given(values, st.integers(1, 20), st.integers(1, 10))
def test_every_day_is_in_one_bucket_and_means_stay_among_the_values(
    values: list[float | None], length: int, needed: int
) -> None:
    days: Daily = daily_of(values)
    found = buckets(days, length, needed)

    assert sum(each.known for each in found) == len(days.days)
    for each in found:
        inside = days.between(each.first, each.last).values
        assert len(inside) == each.known
        assert (each.mean is not None) == (each.known >= needed)
        if each.mean is not None:
            assert min(inside) - 1e-9 <= each.mean <= max(inside) + 1e-9
