"""What answers to questionnaires come to, how they differ, and when the next is due."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from spasmlog.analysis.scores import (
    Differs,
    Scored,
    differs,
    due_on,
    is_whole,
    latest,
    scored,
    value_of,
)
from spasmlog.domain.scales import INSTRUMENTS, PEG, ROLAND_MORRIS
from tests.build import TODAY, check_in, day, diary
from tests.charts.scored_scenes import peg, roland_morris


def test_a_peg_score_is_the_exact_mean_of_its_three_numbers_as_they_are_asked() -> None:
    assert scored(diary(peg(2, 7, 0, 3)), PEG, TODAY) == (
        Scored(day(2), (7, 0, 3), Fraction(10, 3)),
    )


def test_roland_morris_counts_what_is_ticked() -> None:
    (found,) = scored(diary(roland_morris(2, 13)), ROLAND_MORRIS, TODAY)

    assert found.value == 13
    assert len(found.numbers) == 24


def test_of_two_on_one_day_the_one_typed_later_stands() -> None:
    shown = diary(peg(2, 9, 9, 9, "21:00"), peg(2, 1, 1, 1, "08:00"), peg(3, 2, 2, 2))

    assert [each.value for each in scored(shown, PEG, TODAY)] == [2, 9]


def test_only_the_days_and_the_questionnaire_that_are_asked_for_count() -> None:
    shown = diary(peg(20, 1, 1, 1), peg(10, 2, 2, 2), peg(1, 3, 3, 3), roland_morris(10, 4))

    assert [each.day for each in scored(shown, PEG, day(5), day(15))] == [day(10)]
    assert [each.value for each in scored(shown, ROLAND_MORRIS, TODAY)] == [4]
    assert scored(shown, "odi", TODAY) == ()


def test_a_part_has_no_score_and_hides_none() -> None:
    part = replace(peg(2, 1, 1, 1, "21:00"), answers=(("pain", 9),))
    shown = diary(peg(2, 4, 4, 4, "08:00"), part)

    assert [each.value for each in scored(shown, PEG, TODAY)] == [4]
    assert scored(diary(part), PEG, TODAY) == ()


@pytest.mark.parametrize(
    ("instrument", "answers", "whole"),
    [
        (PEG, (("activity", 0), ("enjoyment", 10), ("pain", 5)), True),
        (PEG, (("activity", 0), ("enjoyment", 11), ("pain", 5)), False),
        (PEG, (("activity", -1), ("enjoyment", 1), ("pain", 5)), False),
        (PEG, (("activity", 0), ("pain", 5)), False),
        (PEG, (("activity", 0), ("enjoyment", 1), ("pain", 5), ("sleep", 5)), False),
        (PEG, (), False),
        (ROLAND_MORRIS, tuple((item, 1) for item in INSTRUMENTS[ROLAND_MORRIS]), True),
        (ROLAND_MORRIS, tuple((item, 2) for item in INSTRUMENTS[ROLAND_MORRIS]), False),
        ("odi", (), False),
        ("odi", (("walking", 1),), False),
    ],
)
def test_an_answer_is_whole_only_with_every_item_in_its_range(
    instrument: str, answers: tuple[tuple[str, int], ...], whole: bool
) -> None:
    assert is_whole(instrument, answers) is whole


def test_a_value_is_a_mean_or_a_count() -> None:
    assert value_of(PEG, (1, 2, 2)) == Fraction(5, 3)
    assert value_of(ROLAND_MORRIS, (1, 0, 1)) == 2


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        (7, 5, Differs.LESS_THAN_NOTICED),
        (3, 2, Differs.LESS_THAN_NOTICED),
        (6, 4, Differs.AS_NOTICED),
        (4, 6, Differs.AS_NOTICED),
        (8, 10, Differs.LESS_THAN_NOTICED),
        (0, 2, Differs.AS_NOTICED),
        (0, 1, Differs.LESS_THAN_NOTICED),
        (5, 5, Differs.NOT_AT_ALL),
    ],
)
def test_a_difference_needs_2_points_and_30_percent(
    earlier: int, later: int, found: Differs
) -> None:
    assert differs(PEG, Fraction(earlier), Fraction(later)) is found


def test_the_latest_is_the_last_whole_one_up_to_today() -> None:
    shown = diary(peg(20, 1, 1, 1), peg(3, 2, 2, 2), peg(-2, 3, 3, 3), roland_morris(1, 4))
    found = latest(shown, PEG)

    assert found is not None
    assert found.day == day(3)
    assert latest(diary(), PEG) is None


def test_it_is_due_a_week_after_the_last_answer() -> None:
    assert due_on(diary(check_in(300), peg(3, 2, 2, 2)), PEG) == day(-4)
    assert due_on(diary(check_in(300), roland_morris(3, 2)), ROLAND_MORRIS) == day(-27)


def test_the_first_peg_is_due_a_week_after_the_first_entry_and_roland_morris_with_it() -> None:
    assert due_on(diary(check_in(9), check_in(1)), PEG) == day(2)
    assert due_on(diary(check_in(9), check_in(1)), ROLAND_MORRIS) == day(9)
    assert due_on(diary(), PEG) is None
