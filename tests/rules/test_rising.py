"""R13: a weekly average that climbs, and the two tests that it has to pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations, permutations
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from spasmlog.domain.records import CheckIn
from spasmlog.rules import Level, Progress, rising
from spasmlog.rules.rising import Trend, trend_of
from tests.build import TODAY, check_in, day, diary
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_numbers import RISING, sums, weeks

means = st.fractions(0, 10, max_denominator=7)


@parameters(RISING)
def test_a_climb_speaks_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


@settings(deadline=None, max_examples=50)
@given(values=st.lists(means, min_size=2, max_size=9))
def test_the_slope_is_that_of_theil_and_sen(values: list[Fraction]) -> None:
    expected = stats.theilslopes([float(each) for each in values]).slope

    assert float(trend_of(values).slope) == pytest.approx(expected, abs=1e-12)


@settings(deadline=None, max_examples=50)
@given(values=st.lists(means, min_size=2, max_size=9))
def test_the_score_is_that_of_kendall(values: list[Fraction]) -> None:
    pairs = list(combinations(values, 2))
    untied = sum(one != other for one, other in pairs)
    tau = stats.kendalltau(range(len(values)), [float(each) for each in values], variant="b")

    expected = round(tau.statistic * sqrt(len(pairs) * untied)) if untied else 0

    assert trend_of(values).score == expected


def test_eight_weeks_in_random_order_score_so_much_3_times_in_100_up_or_down() -> None:
    scores = Counter(
        sum(order[i] < order[j] for i in range(8) for j in range(i))
        for order in permutations(range(8))
    )
    as_far = sum(
        many for falls, many in scores.items() if abs(28 - 2 * falls) >= rising.SCORE.value
    )

    assert round(as_far / scores.total(), 3) == 0.031


def test_the_published_p_of_the_score_is_that_of_the_exact_test() -> None:
    order = [3, 2, 1, 5, 4, 7, 6, 8]

    assert trend_of([Fraction(each) for each in order]).score == rising.SCORE.value
    exact = stats.kendalltau(range(8), order, method="exact")
    assert exact.pvalue == pytest.approx(0.031, abs=0.0005)


def test_of_an_even_number_of_slopes_the_middle_two_count() -> None:
    assert trend_of([Fraction(0), Fraction(1), Fraction(5), Fraction(6)]) == Trend(
        6, Fraction(9, 4)
    )
    assert trend_of([Fraction(1, 3), Fraction(1, 2)]) == Trend(1, Fraction(1, 6))
    assert trend_of([Fraction(0), Fraction(3), Fraction(1)]) == Trend(1, Fraction(1, 2))


def test_the_words_name_the_first_and_the_last_average() -> None:
    verdict = verdict_of("R13", diary(*sums(7, 9, 11, 13, 15, 17, 19, 22)))

    assert verdict.level is Level.ROUTINE
    assert verdict.title == "Weekly average up from 1.0 to 3.1 in 8 weeks"
    assert verdict.message == (
        "Your weekly average has been climbing for about two months. It may be worth reviewing "
        "with a clinician."
    )
    assert verdict.summary == (
        "Weekly means of the worst pain since {first}: 1.0, 1.3, 1.6, 1.9, 2.1, 2.4, 2.7, 3.1; "
        "S = 28, rise 2.0 points."
    )
    assert verdict.switches_off == "A lower weekly average, or a week with fewer than 4 numbers."
    assert verdict.not_before is None
    assert (verdict.lacking, verdict.progress) == ((), None)


def test_the_receipt_and_the_measures_tell_each_week() -> None:
    extra = _without(weeks(1, 2, 3, 4, 5, 6, 7, 8), 0, 55)

    verdict = verdict_of("R13", diary(*extra, check_in(55, 4)))

    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "From",
        "To",
        "Average of the worst pain",
        "Days with a number",
    )
    assert len(verdict.receipt.rows) == 8
    assert verdict.receipt.rows[0] == (day(6), day(0), 8.0, 6)
    assert verdict.receipt.rows[1] == (day(13), day(7), 7.0, 7)
    assert verdict.receipt.rows[-1] == (day(55), day(49), 1.43, 7)
    said = dict(verdict.measures)
    assert (said["s"], said["slope_a_week"], said["total_rise"]) == (28, 1.0, 7.0)
    assert said["mean_of_week_1"] == float(Fraction(10, 7))
    assert (said["mean_of_week_8"], said["numbers_in_week_8"]) == (8.0, 6)
    assert (verdict.first, verdict.last) == (day(55), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (55, 1)
    assert [each.day for each in verdict.evidence] == [day(ago) for ago in range(1, 56)]
    assert verdict.evidence[0].fact == "worst pain 8"


def test_what_is_lacking_is_counted_from_the_first_short_week_on() -> None:
    known = weeks(1, 2, 3, 4, 5, 6, 7, 8, days=4)
    none = verdict_of("R13", diary())
    one = verdict_of("R13", diary(*_without(known, 15)))
    three = verdict_of("R13", diary(*_without(known, 0, 1, 15)))

    assert [each.words() for each in one.lacking] == [
        "1 more day since 2026-06-11 with a number for the worst pain, at least 4 a week"
    ]
    assert [each.words() for each in three.lacking] == [
        "3 more days since 2026-06-11 with a number for the worst pain, at least 4 a week"
    ]
    assert [each.words() for each in none.lacking] == [
        "32 more days since 2026-05-07 with a number for the worst pain, at least 4 a week"
    ]
    assert one.progress == Progress(have=31, needed=32, total=56, a_week=4)
    assert none.progress == Progress(have=0, needed=32, total=56, a_week=4)
    assert dict(none.measures) == {f"numbers_in_week_{each}": 0 for each in range(1, 9)}
    assert "s" not in dict(one.measures)
    assert dict(one.measures)["mean_of_week_6"] == 6.0


def _without(known: Iterable[CheckIn], *days_ago: int) -> list[CheckIn]:
    return [each for each in known if each.day not in map(day, days_ago)]


def test_a_week_with_many_numbers_does_not_make_up_for_one_with_few() -> None:
    known = weeks(1, 2, 3, 4, 5, 6, 7, 8)
    short = _without(known, *range(51, 56))

    verdict = verdict_of("R13", diary(*short))

    assert [each.words() for each in verdict.lacking] == [
        "2 more days since 2026-05-07 with a number for the worst pain, at least 4 a week"
    ]
    assert verdict.progress == Progress(have=30, needed=32, total=56, a_week=4)


@settings(deadline=None, max_examples=40)
@given(order=st.permutations(range(1, 9)))
def test_it_fires_just_if_both_tests_are_passed(order: list[int]) -> None:
    slope = float(stats.theilslopes(order).slope)
    rises = sum(order[j] > order[i] for i in range(8) for j in range(i + 1, 8))

    verdict = verdict_of("R13", diary(*weeks(*order, days=4)))

    assert verdict.fired is (2 * rises - 28 >= 18 and 7 * slope >= 2)
    assert dict(verdict.measures)["s"] == 2 * rises - 28


def test_a_falling_average_tells_its_trend_without_a_word() -> None:
    verdict = verdict_of("R13", diary(*weeks(8, 7, 6, 5, 4, 3, 2, 1)))

    assert dict(verdict.measures)["s"] == -28
    assert dict(verdict.measures)["total_rise"] == -7.0
    assert (verdict.receipt, verdict.summary, verdict.progress) == (None, "", None)


def test_each_number_is_ascribed_to_who_published_it() -> None:
    assert rising.SCORE.words == (
        "Pairs of weeks that rise, less those that fall, at least: 18 (Mann 1945 and Kendall 1975)"
    )
    assert rising.POINTS.words == (
        "Rise over all the weeks by the slope of Sen 1968, at least: 2 points (Ostelo 2008)"
    )
