"""R12: a day well above the person's own average."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.rules import Level, Progress
from tests.build import TODAY, check_in, day, diary, episode
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_numbers import FLARE, before, typed


@parameters(FLARE)
def test_a_flare_speaks_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_words_name_the_day_and_the_average() -> None:
    earlier = before(range(1, 15), 4) + before(range(15, 28), 3)

    verdict = verdict_of("R12", diary(*earlier, *typed(6)))

    assert verdict.level is Level.INFO
    assert verdict.title == "Worst pain 6 today, 3.5 on average before"
    assert verdict.summary == "Worst pain 6, after 3.5 on average over 27 days since {first}."
    assert verdict.message == (
        "Today is well above your recent average. Flares are common and usually settle."
    )
    assert verdict.switches_off == "The next day: this speaks of one day only."
    assert verdict.not_before == day(-1)
    assert verdict.measures == (
        ("today", 6),
        ("mean_before", float(Fraction(95, 27))),
        ("numbers_before", 27),
    )
    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "From",
        "To",
        "Average of the worst pain",
        "Days with a number",
    )
    assert verdict.receipt.rows == ((TODAY, TODAY, 6, 1), (day(28), day(1), 3.52, 27))


def test_today_and_every_number_before_are_evidence() -> None:
    old, new, (now,) = check_in(28, 1), check_in(1, 2), typed(9)
    rest = before(range(3, 15))

    verdict = verdict_of("R12", diary(old, *rest, new, now, check_in(29, 9), episode(2)))

    assert verdict.fired
    said = [(each.day, each.records, each.fact) for each in verdict.evidence]
    assert said[:2] == [
        (TODAY, (now.id,), "worst pain 9"),
        (day(1), (new.id,), "worst pain 2"),
    ]
    assert said[-1] == (day(28), (old.id,), "worst pain 1")
    assert len(said) == 15
    assert (verdict.first, verdict.days_counted, verdict.days_missing) == (day(28), 15, 14)


def test_what_is_lacking_is_today_or_so_many_days_before() -> None:
    none = verdict_of("R12", diary())
    few = verdict_of("R12", diary(*before(range(1, 13)), *typed(3)))
    one = verdict_of("R12", diary(*before(range(1, 14)), *typed(3)))
    today = verdict_of("R12", diary(*before(range(1, 15))))

    assert [each.words() for each in none.lacking] == [
        "the worst pain of 2026-07-01",
        "14 more days since 2026-06-03 with a number for the worst pain",
    ]
    assert [each.words() for each in few.lacking] == [
        "2 more days since 2026-06-03 with a number for the worst pain"
    ]
    assert [each.words() for each in one.lacking] == [
        "1 more day since 2026-06-03 with a number for the worst pain"
    ]
    assert [each.words() for each in today.lacking] == ["the worst pain of 2026-07-01"]
    assert few.progress == Progress(have=12, needed=14, total=28)
    assert (none.progress, today.progress) == (None, None)
    assert none.measures == (("numbers_before", 0),)
    assert today.measures == (("mean_before", 3.0), ("numbers_before", 14))
    assert (none.days_counted, none.days_missing) == (0, 29)
    assert {each.summary for each in (none, few, one, today)} == {""}
    assert {each.receipt for each in (none, few, one, today)} == {None}


def test_a_quiet_day_says_nothing_of_a_later_one() -> None:
    verdict = verdict_of("R12", diary(*before(range(1, 29)), *typed(4)))

    assert (verdict.progress, verdict.not_before, verdict.receipt) == (None, None, None)
    assert len(verdict.evidence) == 29


def test_a_number_after_the_day_looked_at_is_left_out() -> None:
    tomorrow = check_in(-1, 9)

    left = verdict_of("R12", diary(*before(range(1, 29)), *typed(5), tomorrow)).left_out

    assert [each.record for each in left] == [tomorrow.id]


@settings(deadline=None, max_examples=50)
@given(
    earlier=st.lists(st.integers(0, 10), min_size=14, max_size=28),
    today=st.integers(0, 10),
)
def test_it_fires_just_from_two_points_above_the_exact_mean_on(
    earlier: list[int], today: int
) -> None:
    known = [check_in(ago, each) for ago, each in enumerate(earlier, start=1)]

    fired = verdict_of("R12", diary(*known, check_in(0, today))).fired

    assert fired is (today >= Fraction(sum(earlier), len(earlier)) + 2)


@pytest.mark.parametrize("ago", [1, 2, 29])
def test_the_day_after_a_flare_it_is_over(ago: int) -> None:
    known = diary(*before(range(1 + ago, 29 + ago)), check_in(ago, 9))

    assert said_by("R12", known) == "insufficient"
