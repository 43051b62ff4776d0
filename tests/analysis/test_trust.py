"""How complete the entries are, and whether they were typed on their own day."""

from __future__ import annotations

from datetime import date, time

import pytest

from spasmlog.analysis.period import Period
from spasmlog.analysis.trust import Trust, trust
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import CheckIn, Record
from tests.build import TODAY, check_in, day, diary, drink, episode, moment, reading

MONTH = Period(day(30), day(1))


def found(*records: Record, period: Period = MONTH, day_start: time = time(3)) -> Trust:
    seen = trust(diary(*records), period, day_start)
    assert seen is not None
    return seen


def typed(days_ago: int, at: Moment, worst: int | None = 2) -> CheckIn:
    return check_in(days_ago, worst=worst, recorded_at=at)


@pytest.mark.parametrize(
    ("clock", "prompt"), [("14:59", True), ("15:00", True), ("15:01", False), ("23:00", False)]
)
def test_typed_by_the_afternoon_of_the_next_day_is_the_same_day(clock: str, prompt: bool) -> None:
    seen = found(typed(10, moment(9, clock)))

    assert (seen.same_day, seen.later) == ((1, 0) if prompt else (0, 1))
    assert (seen.check_ins, seen.check_ins_same_day) == (1, int(prompt))


def test_a_later_start_of_the_day_moves_the_limit() -> None:
    check = typed(10, moment(9, "16:30"))

    assert found(check, day_start=time(5)).same_day == 1
    assert found(check).same_day == 0


def test_a_day_without_a_number_in_its_check_in_is_typed_when_its_spasm_was() -> None:
    late = episode(10, recorded_at=moment(5))
    seen = found(late, typed(10, moment(10, "20:00"), worst=None))

    assert (seen.same_day, seen.later) == (0, 1)
    assert seen.check_ins_same_day == 1


def test_one_record_typed_in_time_is_enough() -> None:
    seen = found(episode(10, recorded_at=moment(5)), reading(10, "12:00"))

    assert (seen.same_day, seen.later) == (1, 0)


def test_the_days_begin_with_the_first_entry_of_the_journal() -> None:
    seen = found(drink(8), check_in(5), check_in(2))

    assert seen.period == Period(day(8), day(1))
    assert (seen.logged, seen.unknown) == (2, 6)


def test_an_older_journal_is_looked_at_over_the_whole_period() -> None:
    seen = found(check_in(200), check_in(5))

    assert seen.period == MONTH
    assert (seen.logged, seen.unknown) == (1, 29)


def test_the_longest_gap_has_its_dates() -> None:
    seen = found(*(check_in(n) for n in (12, 11, 8, 7, 2, 1)))

    assert seen.gap == Period(day(6), day(3))


def test_of_equal_gaps_the_first_is_named() -> None:
    assert found(check_in(5), check_in(3), check_in(1)).gap == Period(day(4), day(4))


def test_without_a_gap_there_is_none() -> None:
    assert found(check_in(2), check_in(1)).gap is None


def test_a_journal_that_began_after_the_period_says_nothing_of_it() -> None:
    assert trust(diary(check_in(3)), Period(day(30), day(10))) is None
    assert trust(diary(), Period(date(2026, 1, 1), TODAY)) is None
