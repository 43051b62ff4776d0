"""Time of day and weekday, in words."""

from __future__ import annotations

from collections.abc import Sequence

from spasmlog.analysis.period import Period
from spasmlog.analysis.time_of_day import TimeOfDay, time_of_day
from spasmlog.analysis.weekdays import weekdays_of_onsets, weekdays_of_pain
from spasmlog.charts.words_pattern import (
    left_out_words,
    mean_hour_words,
    time_of_day_words,
    weekday_words,
)
from spasmlog.domain.scales import OnsetExact
from tests.analysis.days import check_ins, lived
from tests.build import TODAY, day, diary, episode

YEAR = Period(day(364), TODAY)


def at(clocks: Sequence[str], logged: int = 200) -> TimeOfDay:
    spasms = [episode(2 + 3 * n, clock) for n, clock in enumerate(clocks)]
    return time_of_day(diary(*check_ins([1] * logged), *spasms), YEAR, 1)


def test_a_band_that_stands_out_is_named_with_its_count() -> None:
    assert time_of_day_words(at(["08:15"] * 16 + ["12:15", "16:20", "20:45", "20:10"])) == (
        "Spasms begin more often between 07:00 and 11:00: 16 of 20 in waking hours.",
        "164 days are unknown.",
    )


def test_no_band_that_stands_out_is_told() -> None:
    assert time_of_day_words(at(["07:15", "12:15", "16:20", "20:45"] * 6)) == (
        "Can't tell: no part of the waking day stands out.",
        "164 days are unknown.",
    )


def test_too_few_are_told_with_what_was_left_out() -> None:
    spasms = [episode(3, "03:00"), episode(6, "08:00", onset_exact=OnsetExact.DAY)]
    found = time_of_day(diary(*spasms, episode(9, "08:00")), YEAR, 1)

    assert time_of_day_words(found) == (
        "Not collected yet: it takes 20 spasms with a time in waking hours, there is 1.",
        "361 days are unknown.",
    )
    assert left_out_words(found) == (
        "Only spasms without one on the day before are counted.",
        "1 began outside waking hours (woke with it) and is counted apart.",
        "Of 1 of them only the day is known.",
        "Times are rounded: half of them or more are on the full hour.",
    )


def test_too_little_of_late_is_told_of_times_and_weekdays() -> None:
    little = "Fewer than half of the last 90 days are logged, so nothing is concluded."
    weekdays = weekdays_of_pain(lived([*[3] * 90, *[None] * 60]), YEAR, 1)

    assert time_of_day_words(at(["08:15"] * 20, logged=2))[0] == little
    assert weekday_words(weekdays) == (little,)


def test_the_mean_hour_is_told_where_there_is_one() -> None:
    assert mean_hour_words(at(["08:15", "08:35"])) == "On average at about 08:30."
    assert mean_hour_words(at(["23:50", "00:10"])) == "On average at about 00:00."
    assert mean_hour_words(at(["08:00", "20:00"])) == ""


def on_mondays(pain: int, otherwise: int) -> list[int | None]:
    return [pain if day(ago).weekday() == 0 else otherwise for ago in range(84, 0, -1)]


def test_a_weekday_that_is_worse_is_named_with_its_mean() -> None:
    assert weekday_words(weekdays_of_pain(lived(on_mondays(8, 2)), YEAR, 1)) == (
        "Weekdays differ. Monday is highest: average worst pain 8.0 on 12 logged days.",
        "84 days used, 280 unknown.",
    )


def test_a_weekday_on_which_spasms_begin_is_named_with_its_share_and_limits() -> None:
    spasms = [episode(ago) for ago in range(1, 200) if day(ago).weekday() == 3]
    found = weekdays_of_onsets(lived([1] * 200, *spasms), YEAR, 1)

    assert weekday_words(found)[0] == (
        "Weekdays differ. Thursday is highest: a spasm began on 28 of 28 logged days "
        "(100 %; the data fit 88 to 100 %)."
    )


def test_weekdays_that_do_not_differ_are_told() -> None:
    assert weekday_words(weekdays_of_pain(lived([3] * 84), YEAR, 1)) == (
        "Can't tell whether weekdays differ.",
        "84 days used, 280 unknown.",
    )


def test_what_is_missing_before_weekdays_are_compared_is_told() -> None:
    assert weekday_words(weekdays_of_onsets(diary(episode(3)), YEAR, 1)) == (
        "Not collected yet: it takes 8 weeks with 4 logged days, there are 0.",
        "Not collected yet: it takes 20 days with a new spasm, there is 1.",
    )
    assert weekday_words(weekdays_of_pain(lived([3] * 6), YEAR, 1)) == (
        "Not collected yet: it takes 8 weeks with a number on 4 days, there is 1.",
    )


def test_what_is_missing_for_want_of_numbers_says_so() -> None:
    bare = [episode(ago, peak=None) for ago in range(1, 80)]

    assert weekday_words(weekdays_of_pain(diary(*bare), YEAR, 1)) == (
        "Not collected yet: it takes 8 weeks with a number on 4 days, there are 0.",
        "Pain has no number on 79 days.",
    )


def test_weekdays_that_surely_differ_by_hardly_anything_are_told_so() -> None:
    slightly = [3 + (day(ago).weekday() == 0 and ago % 3 == 0) for ago in range(3640, 0, -1)]
    found = weekdays_of_pain(lived(slightly), Period(day(3640), TODAY), 1)

    assert weekday_words(found) == (
        "Weekdays differ by 0.3 at most, too little to matter.",
        "3640 days used, 0 unknown.",
    )


def test_pain_days_without_a_number_forbid_weekdays_of_pain() -> None:
    spasms = [episode(ago, peak=None) for ago in range(2, 85, 3)]
    values: list[int | None] = [None if ago % 3 == 2 else 0 for ago in range(84, 0, -1)]
    found = weekdays_of_pain(lived(values, *spasms), YEAR, 1)

    assert weekday_words(found) == ("Pain has no number on 28 days, so weekdays are not compared.",)
