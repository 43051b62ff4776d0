"""How pain is going, in words: every verdict, every kind of no answer, and the numbers in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spasmlog.analysis import change as changes
from spasmlog.analysis import trend as trends
from spasmlog.analysis.buckets import Bucket, weekly, weekly_line
from spasmlog.analysis.change import Change, change
from spasmlog.analysis.daily import daily
from spasmlog.analysis.looks import Look, Standing
from spasmlog.analysis.outcome import Interval, Status
from spasmlog.analysis.trend import Trend, trend
from spasmlog.charts.words_course import (
    change_words,
    fortnight_words,
    standing_words,
    trend_words,
    weekly_words,
)
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from tests.analysis.days import around, daily_of, lived
from tests.build import day, diary, episode


def told(picture: Diary) -> tuple[str, ...]:
    return change_words(change(picture))


def with_limits(low: float, high: float, verdict: changes.Verdict | None = None) -> Change:
    """A comparison of 49 and 52 logged days with these limits."""
    values: list[int | None] = [*[None] * 8, *around(5, 52), *[None] * 11, *around(4, 49)]
    found = change(lived([3] * 50 + values))
    assert found.status is not Status.NOT_YET
    return replace(
        found,
        status=Status.FOUND if verdict else Status.CANNOT_TELL,
        verdict=verdict,
        change=(low + high) / 2,
        interval=Interval(low, high),
        now=replace(found.now, mean=4.12),
        before=replace(found.before, mean=5.2),
    )


def test_a_change_is_told_with_both_means_its_limits_and_the_days() -> None:
    assert change_words(with_limits(-1.84, -0.31, changes.Verdict.BETTER)) == (
        "Last 60 days: better than before.",
        "Average worst pain was 4.1 in the last 60 days and 5.2 in the 60 before "
        "(1.1 lower; the data fit 0.3 to 1.8 lower).",
        "49 and 52 of 60 days logged.",
    )


def test_means_and_their_difference_are_printed_so_that_they_add_up() -> None:
    found = with_limits(1.4, 1.84, changes.Verdict.WORSE)
    apart = replace(
        found,
        change=1.62,
        now=replace(found.now, mean=1.86),
        before=replace(found.before, mean=0.24),
    )

    assert change_words(apart)[1] == (
        "Average worst pain was 1.86 in the last 60 days and 0.24 in the 60 before "
        "(1.62 higher; the data fit 1.40 to 1.84 higher)."
    )


@pytest.mark.parametrize(
    ("verdict", "low", "high", "said"),
    [
        (changes.Verdict.WORSE, 0.4, 2.2, "Last 60 days: worse than before."),
        (
            changes.Verdict.SAME,
            -0.4,
            0.6,
            "Last 60 days: no meaningful change, less than 1 point either way.",
        ),
        (
            None,
            -0.8,
            0.9,
            "Last 60 days: can't tell yet whether better or worse than before.",
        ),
    ],
)
def test_each_verdict_has_its_sentence(
    verdict: changes.Verdict | None, low: float, high: float, said: str
) -> None:
    assert change_words(with_limits(low, high, verdict))[0] == said


def test_a_refusal_says_what_was_logged_and_keeps_the_means() -> None:
    sparse: list[int | None] = [3 if at % 2 else None for at in range(60)]
    full: list[int | None] = [4] * 51 + [None] * 9

    assert told(lived([3] * 100 + sparse + full)) == (
        "Average worst pain was 4.0 on 51 days of the last 60.",
        "It was 3.0 on 30 days of the 60 before.",
        "You logged 85 % of days now and 50 % before, so the two periods cannot be compared "
        "fairly.",
    )


def test_pain_days_without_a_number_are_counted_where_they_forbid_a_mean() -> None:
    spasms = [episode(age, peak=None) for age in range(2, 121, 2)]
    values: list[int | None] = [None if at % 2 == 0 else 0 for at in range(120)]

    assert told(lived(values, *spasms)) == (
        "Pain has no number on 30 of these days and 30 of those before, "
        "so no averages are compared.",
    )


def test_too_little_of_late_is_told_as_such() -> None:
    before: list[int | None] = [*[3] * 30, *[None] * 30]
    now: list[int | None] = [*[3] * 15, *[None] * 30, *[3] * 15]

    assert told(lived([3] * 200 + before + now))[-1] == (
        "Fewer than half of the last 90 days are logged, so nothing is concluded."
    )


def test_a_young_diary_is_told_how_many_days_it_takes() -> None:
    assert told(lived([3] * 84)) == (
        "Not collected yet: the diary began within the 60 days before, of which 24 are logged; "
        "a comparison takes 48.",
        "Average worst pain was 3.0 on 60 days of the last 60.",
        "It was 3.0 on 24 days of the 60 before.",
        "60 and 24 of 60 days logged.",
    )


def test_an_empty_diary_is_told_the_same_without_means() -> None:
    assert told(diary()) == (
        "Not collected yet: two periods of 60 days are compared, and the diary began in the later "
        "one.",
    )


def test_stretches_logged_too_little_are_told() -> None:
    ragged: list[int | None] = [3 if at % 24 < 16 else None for at in range(60)]
    found = change(lived([*ragged, *ragged]))

    assert found.r1.block == 15
    assert change_words(found)[0] == (
        "Not collected yet: it takes 3 stretches of 15 days in each period that are at least "
        "half logged, and 7 in all."
    )


def course(*levels: float | None) -> Trend:
    return trends.trend_of(daily_of([level for level in levels for _day in range(14)]))


def test_a_falling_course_is_told_per_four_weeks() -> None:
    assert trend_words(course(8, 7.5, 7, 6.5, 6, 5.5)) == (
        "Last 26 weeks: pain is falling.",
        "Every 4 weeks: 1.0 lower (the data fit 1.0 lower).",
        "84 days used, 0 unknown.",
    )


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ((1, 2, 3, 4, 5, 6), "Last 26 weeks: pain is rising."),
        ((4,) * 6, "Last 26 weeks: no meaningful change, less than 1 point either way."),
        ((4,) * 20, "Last 40 weeks: no meaningful change, less than 1 point either way."),
        ((2, 7, 3, 8, 1, 6), "Last 26 weeks: can't tell yet whether pain rises or falls."),
        (
            (4, 4, None, 4),
            "Not collected yet: a trend takes 6 stretches of 14 days with a number on 7 of them, "
            "there are 3.",
        ),
    ],
)
def test_each_trend_has_its_sentence(levels: tuple[float | None, ...], said: str) -> None:
    assert trend_words(course(*levels))[0] == said


def test_a_trend_that_is_refused_says_why() -> None:
    found = trend(lived([*[4] * 120, *[None] * 60]))

    assert trend_words(found) == (
        "Fewer than half of the last 90 days are logged, so nothing is concluded.",
    )
    assert fortnight_words(found) == "Stretches of 14 days that count: 9 of 13."


def test_a_trend_that_lacks_numbers_is_not_told_that_it_lacks_days() -> None:
    spasms = [episode(age, peak=None) for age in range(1, 85) if age % 2]
    found = trend(lived([None if at % 2 else 0 for at in range(84)], *spasms))

    assert trend_words(found) == (
        "Not collected yet: a trend takes 6 stretches of 14 days with a number on 7 of them, "
        "there are 0. 6 more have too many pain days without a number.",
    )


def _bare(*ages: int) -> list[Episode]:
    """Spasms whose strength nobody typed."""
    return [episode(age, peak=None) for age in ages]


def words_of_weeks(weeks: tuple[Bucket, ...]) -> tuple[str, ...]:
    return weekly_words(weeks, weekly_line(weeks))


def test_the_weekly_course_says_what_its_dots_are_and_what_is_hatched() -> None:
    dots = "Each dot is the average worst pain of a week."

    assert words_of_weeks(weekly(daily_of([3.0] * 7 + [None] * 7 + [4.0] * 7))) == (
        dots,
        "Weeks with a number on at least 4 days: 2 of 3. The rest is hatched.",
    )
    assert words_of_weeks(weekly(daily_of([3.0] * 28))) == (
        dots,
        "Weeks with a number on at least 4 days: 4 of 4. The rest is hatched.",
        "The line is the mean of 4 such weeks in a row.",
    )
    assert words_of_weeks(weekly(daily_of([3.0]))) == (
        "Weeks with a number on at least 4 days: 0 of 1. The rest is hatched.",
    )
    bare = daily(lived([0, None, 0, None, 0, None, 0], *_bare(2, 4, 6)), day(7), day(1))
    assert words_of_weeks(weekly(bare)) == (
        "Weeks with a number on at least 4 days: 0 of 1. The rest is hatched. "
        "1 hatched week is logged, but too many of its pain days have no number.",
    )
    assert words_of_weeks(()) == (
        "Weeks with a number on at least 4 days: 0 of 0. The rest is hatched.",
    )


def test_a_line_that_rests_on_earlier_weeks_is_named_too() -> None:
    weeks = weekly(daily_of([3.0] * 42))[-2:]

    assert "mean of 4" in weekly_words(weeks, (3.0, 3.0))[-1]


@pytest.mark.parametrize(
    ("standing", "held", "said"),
    [
        (Standing.NEW, 1, "New this week, on the days to 28 Jun."),
        (Standing.EARLY, 3, "Early: the same at the last 3 weekly looks, on the days to 28 Jun."),
        (Standing.STEADY, 4, "Steady: the same at the last 4 weekly looks, on the days to 28 Jun."),
        (None, 0, "Looked at on the days to 28 Jun."),
    ],
)
def test_how_long_a_verdict_has_held_is_told(
    standing: Standing | None, held: int, said: str
) -> None:
    result = change(diary())
    look = Look(result=result, through=date(2026, 6, 28), held=held, standing=standing)

    assert standing_words(look) == said
