"""share(): the steps of the rule book, what is lacking, and how soon it may fall silent."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.rules import Outcome, Progress, Standing, Threshold
from spasmlog.rules.share import (
    Step,
    Test,
    at_least,
    days_left,
    more_than,
    progress_of,
    share,
    share_of,
    with_its_basis,
)

HALF = Threshold("half", 50, "%", Standing.OURS)
TESTS = {"at least half": at_least(HALF), "more than half": more_than(HALF)}
either = pytest.mark.parametrize("passes", TESTS.values(), ids=TESTS)
counts = st.integers(1, 400).flatmap(
    lambda days: st.integers(0, days).flatmap(
        lambda unknown: st.tuples(st.integers(0, days - unknown), st.just(unknown), st.just(days))
    )
)


@pytest.mark.parametrize(
    ("part", "unknown", "days", "step", "outcome", "outcome_of_more"),
    [
        (50, 0, 100, Step.EVEN_IF_NONE, Outcome.FIRE, Outcome.NO),
        (51, 49, 100, Step.EVEN_IF_NONE, Outcome.FIRE, Outcome.FIRE),
        (49, 0, 100, Step.NOT_EVEN_IF_ALL, Outcome.NO, Outcome.NO),
        (0, 49, 100, Step.NOT_EVEN_IF_ALL, Outcome.NO, Outcome.NO),
        (49, 2, 100, Step.AS_LOGGED, Outcome.FIRE, Outcome.NO),
        (48, 3, 100, Step.AS_LOGGED, Outcome.NO, Outcome.NO),
        (36, 30, 100, Step.AS_LOGGED, Outcome.FIRE, Outcome.FIRE),
        (35, 30, 100, Step.AS_LOGGED, Outcome.FIRE, Outcome.NO),
        (34, 30, 100, Step.AS_LOGGED, Outcome.NO, Outcome.NO),
        (34, 31, 100, Step.UNDECIDED, Outcome.INSUFFICIENT, Outcome.INSUFFICIENT),
        (0, 100, 100, Step.UNDECIDED, Outcome.INSUFFICIENT, Outcome.INSUFFICIENT),
    ],
)
def test_the_first_step_that_decides_ends_it(
    part: int, unknown: int, days: int, step: Step, outcome: Outcome, outcome_of_more: Outcome
) -> None:
    found = share(part, unknown, days, at_least(HALF))

    assert (found.step, found.outcome) == (step, outcome)
    assert share(part, unknown, days, more_than(HALF)).outcome is outcome_of_more


def test_it_agrees_with_the_rule_book_in_fractions_for_every_small_window() -> None:
    seen = set()
    for days in range(1, 25):
        for unknown in range(days + 1):
            for part in range(days - unknown + 1):
                found = share(part, unknown, days, more_than(HALF))
                assert found.outcome is by_the_book(part, unknown, days)
                seen.add((found.step, found.outcome))

    assert len(seen) == 5


def by_the_book(part: int, unknown: int, days: int) -> Outcome:
    """Steps 1 to 4 for "more than half", as they are written."""
    half = Fraction(1, 2)
    if Fraction(part, days) > half:
        return Outcome.FIRE
    if Fraction(part + unknown, days) <= half:
        return Outcome.NO
    if Fraction(days - unknown, days) >= Fraction(7, 10):
        return Outcome.FIRE if Fraction(part, days - unknown) > half else Outcome.NO
    return Outcome.INSUFFICIENT


@either
@settings(deadline=None)
@given(numbers=counts)
def test_a_certain_answer_stands_whatever_the_unknown_days_were(
    numbers: tuple[int, int, int], passes: Test
) -> None:
    part, unknown, days = numbers
    found = share(part, unknown, days, passes)

    none, every = share(part, 0, days, passes), share(part + unknown, 0, days, passes)

    if found.step in {Step.EVEN_IF_NONE, Step.NOT_EVEN_IF_ALL}:
        assert none.outcome is found.outcome is every.outcome
    else:
        assert (none.outcome, every.outcome) == (Outcome.NO, Outcome.FIRE)


@either
@settings(deadline=None)
@given(numbers=counts, said=st.floats(0, 1))
def test_the_days_that_are_lacking_decide_it_whatever_they_say(
    numbers: tuple[int, int, int], said: float, passes: Test
) -> None:
    part, unknown, days = numbers
    found = share(part, unknown, days, passes)
    if found.outcome is not Outcome.INSUFFICIENT:
        return

    lacking = found.lacking
    more = round(lacking * said)

    assert 0 < lacking <= unknown
    filled = share(part + more, unknown - lacking, days, passes)
    assert filled.outcome is not Outcome.INSUFFICIENT
    assert progress_of(found) == Progress(have=days - unknown, needed=found.needed, total=days)


def test_one_day_less_than_is_lacking_may_leave_it_open() -> None:
    found = share(30, 40, 100, at_least(HALF))

    assert (found.known, found.needed, found.lacking) == (60, 70, 10)
    assert share(34, 31, 100, at_least(HALF)).outcome is Outcome.INSUFFICIENT
    assert share(3, 88, 91, at_least(HALF)).needed == 64


def test_answers_are_counted_by_what_they_say() -> None:
    found = share_of((True, None, False, True, False), at_least(HALF))

    assert (found.part, found.unknown, found.days, found.known) == (2, 1, 5, 4)


@either
def test_it_may_fall_silent_as_soon_as_the_best_of_all_futures_lets_it(passes: Test) -> None:
    tried = [
        answers
        for answers in product((True, False, None), repeat=6)
        if share_of(answers, passes).outcome is Outcome.FIRE
    ]

    assert len(tried) > 100
    assert {answers: days_left(answers, passes) for answers in tried} == {
        answers: best_of_all_futures(answers, passes) for answers in tried
    }


def best_of_all_futures(answers: tuple[bool | None, ...], passes: Test) -> int:
    """After how many days some run of new answers first ends it, by trying them all."""
    seen = {answers}
    days = 0
    while all(share_of(each, passes).outcome is Outcome.FIRE for each in seen):
        seen = {(*each[1:], new) for each in seen for new in (True, False, None)}
        days += 1
    return days


@either
def test_what_does_not_fire_is_silent_already(passes: Test) -> None:
    assert days_left((False, False, True), passes) == 0


def test_a_message_says_that_it_speaks_of_the_logged_days_only_where_others_could_matter() -> None:
    certain = share(60, 40, 100, at_least(HALF))
    probable = share(36, 30, 100, at_least(HALF))
    told = "Said. This is so on the days you logged; the other days are not known."

    assert with_its_basis("Said.", certain) == "Said."
    assert with_its_basis("Said.", certain, certain) == "Said."
    assert with_its_basis("Said.", probable) == told
    assert with_its_basis("Said.", certain, probable) == told
    assert with_its_basis("Said.", probable, certain) == told
