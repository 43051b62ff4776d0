"""Since when a rule has fired: the first day of the time without a break that it fires in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Sign
from spasmlog.rules import assess, book
from spasmlog.rules.since import Since, firing_since
from tests.build import TODAY, activity, answer, check_in, day, diary
from tests.rules.any_diary import drawn
from tests.rules.test_rule_book import DIARIES


def plainly(known: Diary, last: date, no_earlier_than: date) -> dict[str, Since]:
    """Day by day backwards, with every rule on each."""
    since = dict.fromkeys(assess(known.as_of(last)).levels, last)
    going, then = set(since), last
    while going and then > no_earlier_than:
        then -= timedelta(days=1)
        going &= assess(known.as_of(then)).levels.keys()
        since |= dict.fromkeys(going, then)
    return {rule: Since(first, or_before=rule in going) for rule, first in since.items()}


def found(known: Diary, last: date, no_earlier_than: date) -> dict[str, Since]:
    return dict(firing_since(known, assess(known.as_of(last)), no_earlier_than))


@settings(deadline=None, max_examples=60)
@given(drawn(), st.integers(0, 20), st.integers(-2, 60))
def test_it_is_what_walking_back_day_by_day_finds(known: Diary, ago: int, back: int) -> None:
    last = known.today - timedelta(days=ago)
    earliest = last - timedelta(days=back)

    assert found(known, last, earliest) == plainly(known, last, earliest)


@pytest.mark.parametrize("part", range(4))
def test_it_is_so_in_the_tables_and_vectors(part: int) -> None:
    for known in DIARIES[part::4]:
        earliest = known.today - timedelta(days=9)
        assert found(known, known.today, earliest) == plainly(known, known.today, earliest)


def test_a_rule_that_fires_today_for_the_first_time_has_fired_since_today() -> None:
    known = diary(*(check_in(ago, 8) for ago in range(3)))

    assert found(known, TODAY, day(90))["R04"] == Since(TODAY)


def test_a_rule_that_fired_when_the_look_back_ended_began_then_or_before() -> None:
    known = diary(answer(200, Sign.FEVER))

    assert found(known, TODAY, day(90)) == {"R02": Since(day(90), or_before=True)}
    assert found(known, TODAY, day(200)) == {"R02": Since(day(200), or_before=True)}
    assert found(known, TODAY, day(201)) == {"R02": Since(day(200))}
    assert found(known, TODAY, day(-5)) == {"R02": Since(TODAY, or_before=True)}


def test_a_rule_that_heeds_others_is_silent_on_the_days_that_those_fire() -> None:
    moves = [activity(ago, minutes=1) for ago in range(40)]
    known = diary(*moves, *(check_in(ago, 9) for ago in range(12, 16)))

    assert found(known, TODAY, day(60))["R19"] == Since(day(10))


def test_with_nothing_to_say_there_is_no_since() -> None:
    assert firing_since(diary(), assess(diary(), book(False)), day(90)) == {}
