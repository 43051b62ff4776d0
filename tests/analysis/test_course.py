"""The running mean and the counts, on diaries small enough to check by hand."""

from __future__ import annotations

from datetime import date

import pytest

from spasmlog.analysis.course import Counts, counts, dates, rolling_mean, without_number
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from tests.build import check_in, day, diary, drink, episode, reading


def over(*records: Record) -> Diary:
    """A diary that is read on the next morning: `day()` is over."""
    return diary(*records, today=day(-1))


def worsts(*values: int | None, ending: int = 0) -> Diary:
    """Check-ins with these worst pains on consecutive days, the last `ending` days ago."""
    ages = range(len(values) - 1 + ending, ending - 1, -1)
    pairs = zip(ages, values, strict=True)
    return over(*(check_in(age, value) for age, value in pairs if value is not None))


def mean_on(picture: Diary, on: date) -> float | None:
    ((_day, mean),) = rolling_mean(picture, on, on)
    return mean


def test_the_mean_takes_the_seven_dates_that_end_with_the_day() -> None:
    assert mean_on(worsts(9, 1, 2, 3, 4, 5, 6, 7), day()) == pytest.approx(4)


@pytest.mark.parametrize(
    ("values", "mean"),
    [((1, 2, 3), None), ((1, 2, 3, 6), 3.0), ((1, None, 2, None, 3, None, 6), 3.0)],
)
def test_the_mean_needs_four_days_with_a_number(
    values: tuple[int | None, ...], mean: float | None
) -> None:
    assert mean_on(worsts(*values), day()) == mean


def test_an_unknown_day_is_left_out_and_a_clear_day_counts_as_zero() -> None:
    unknown = worsts(4, 4, None, 4, 4)
    clear = worsts(4, 4, 0, 4, 4)

    assert mean_on(unknown, day()) == 4
    assert mean_on(clear, day()) == pytest.approx(16 / 5)


def test_a_reading_of_zero_alone_leaves_the_day_unknown() -> None:
    picture = worsts(4, 4, 4, 4, ending=1).apply(())
    with_zero = over(*picture.by_id.values(), reading(0, pain=0))

    assert mean_on(with_zero, day()) == 4


def test_a_pain_day_without_a_number_is_left_out_of_the_mean() -> None:
    picture = over(*(check_in(age, 2) for age in (1, 2, 3, 4)), episode(0, peak=None))

    assert mean_on(picture, day()) == 2


def test_the_line_breaks_in_a_long_gap_and_begins_again() -> None:
    picture = worsts(3, 3, 3, 3, *[None] * 8, 5, 5, 5, 5)
    means = [mean for _day, mean in rolling_mean(picture, day(15), day())]

    assert means == [None] * 3 + [3] * 4 + [None] * 8 + [5]


def test_days_before_the_period_count_towards_its_first_mean() -> None:
    picture = worsts(2, 2, 2, 2, 2, 2, 2)

    assert rolling_mean(picture, day(), day()) == ((day(), 2),)


def test_a_period_that_ends_before_it_begins_has_no_means_and_no_days() -> None:
    assert rolling_mean(diary(), day(), day(1)) == ()
    assert counts(diary(), day(), day(5)).days == 0


def test_the_line_ends_with_the_last_day_that_is_over() -> None:
    picture = diary(*(check_in(age, 2) for age in range(1, 8)), check_in(0, 9))

    assert rolling_mean(picture, day(1), day()) == ((day(1), 2), (day(), None))
    bare = diary(*(check_in(age, 0) for age in range(1, 6)), episode(0, peak=None))
    assert without_number(bare, day()) == 0


def test_window_and_need_can_be_others() -> None:
    picture = worsts(1, 3)

    assert rolling_mean(picture, day(), day(), window=2, needed=2) == ((day(), 2),)


def test_the_unfinished_day_is_left_out_of_the_counts() -> None:
    picture = diary(check_in(0, 7), check_in(1, 0), episode(2), drink(3))

    assert counts(picture, day(4), day()) == Counts(days=4, logged=2, clear=1, spasm=1)


def test_a_day_with_drinks_only_is_unknown() -> None:
    assert counts(diary(drink(3)), day(4), day(2)).unknown == 3


def test_a_spasm_touches_each_day_until_it_let_go() -> None:
    assert counts(diary(episode(5, hours=50)), day(6), day(1)).spasm == 3


def test_dates_include_both_ends() -> None:
    assert dates(day(2), day()) == (day(2), day(1), day())


@pytest.mark.parametrize(
    ("spasms", "mean", "without"), [((), 0.0, 0), ((0,), None, 1), ((0, 1), None, 2)]
)
def test_a_week_whose_pain_days_have_no_number_has_no_mean(
    spasms: tuple[int, ...], mean: float | None, without: int
) -> None:
    clear = (check_in(age, 0) for age in (2, 3, 4, 5))
    picture = over(*clear, *(episode(age, peak=None) for age in spasms))

    assert mean_on(picture, day()) == mean
    assert without_number(picture, day()) == without


def test_too_few_days_are_not_blamed_on_the_missing_numbers() -> None:
    assert without_number(diary(check_in(2, 0), episode(0, peak=None)), day()) == 0
