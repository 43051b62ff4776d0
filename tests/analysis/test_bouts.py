"""Which spasms hang together, and on which days one began out of nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.analysis.bouts import bouts, known_end, openings
from spasmlog.domain.records import Episode, Record
from spasmlog.domain.scales import Region
from tests.build import day, diary, episode, moment, reading, running


def sizes(*records: Record) -> list[int]:
    return [len(each.spasms) for each in bouts(diary(*records))]


@pytest.mark.parametrize(("clock", "together"), [("09:59", True), ("10:00", False)])
def test_a_spasm_within_24_hours_of_the_end_before_belongs_to_it(
    clock: str, together: bool
) -> None:
    first = episode(5, "08:00", hours=2)

    assert sizes(first, episode(4, clock)) == ([2] if together else [1, 1])


def test_elsewhere_it_is_another() -> None:
    found = bouts(diary(episode(5, hours=1), episode(5, "11:00", region=Region.NECK)))

    assert [each.region for each in found] == [Region.LOW_BACK, Region.NECK]
    assert [each.day for each in found] == [day(5), day(5)]


def test_no_place_is_a_place_of_its_own() -> None:
    nowhere = episode(5, "10:00", region=None)

    assert sizes(episode(5, hours=1), nowhere, episode(5, "12:00", region=None)) == [1, 2]


def test_the_latest_end_counts_not_that_of_the_last_to_begin() -> None:
    long = episode(6, "08:00", hours=60)
    short = episode(6, "09:00", hours=1)

    assert sizes(long, short, episode(3, "18:00")) == [3]


def test_of_a_spasm_without_an_end_the_last_reading_is_taken() -> None:
    spasm = episode(5, "08:00")
    later = reading(4, "07:00", episode_id=spasm.id)
    next_one = episode(3, "06:30")

    assert sizes(spasm, next_one) == [1, 1]
    assert sizes(spasm, later, next_one) == [2]


def test_the_end_of_a_running_spasm_is_never_now() -> None:
    spasm = running(900)

    assert known_end(diary(spasm), spasm) == spasm.onset.utc


def test_late_readings_of_a_forgotten_one_do_not_take_in_the_spasms_after_it() -> None:
    forgotten = running(900)
    late = [reading(ago, "12:00", episode_id=forgotten.id) for ago in (800, 30, 2)]
    later = [episode(ago, hours=1) for ago in (800, 400, 30)]

    assert sizes(forgotten, *late, *later) == [1, 1, 1, 1]


def test_readings_before_the_next_one_still_tell_that_it_was_there() -> None:
    forgotten = running(5, "08:00")
    told = [reading(ago, "07:00", episode_id=forgotten.id) for ago in (4, 1)]

    assert sizes(forgotten, *told, episode(3, "06:30", hours=1), episode(1, "06:30")) == [2, 1]


def test_a_bout_reaches_to_the_next_in_its_place() -> None:
    first, second = episode(9, hours=1), episode(5, hours=1)
    found = bouts(diary(first, episode(7, hours=1, region=Region.NECK), second))

    assert [each.until for each in found] == [second.onset.utc, None, None]


def test_the_hours_are_elapsed_ones_where_the_clocks_change() -> None:
    """On 25 October 2026 the clocks go back: 24 hours later they show an hour less."""
    end = moment(-115, "20:00")
    first = episode(-115, "18:00", resolved=end, resolved_day=day(-115))
    within = episode(onset=end.plus(timedelta(hours=23, minutes=59)))
    after = episode(onset=end.plus(timedelta(hours=24)))

    assert after.onset.clock.hour == 19
    assert sizes(first, within) == [2]
    assert sizes(first, after) == [1, 1]


def opened(*records: Episode) -> list[int]:
    return [(day() - each.day).days for each in openings(diary(*records))]


def test_a_spasm_after_a_day_without_one_opens() -> None:
    assert opened(episode(9, hours=30), episode(5), episode(2)) == [9, 5, 2]


def test_one_on_the_day_after_another_does_not() -> None:
    assert opened(episode(6, hours=1), episode(5, hours=1), episode(3)) == [6, 3]


def test_one_that_begins_while_another_runs_does_not() -> None:
    assert opened(episode(6, hours=40), episode(4)) == [6]


def test_the_place_makes_no_difference() -> None:
    assert opened(episode(6), episode(5, region=Region.NECK)) == [6]


def test_the_first_of_a_day_stands_for_it() -> None:
    (found,) = openings(diary(episode(3, "15:00"), episode(3, "07:30")))

    assert found.onset.clock.hour == 7


def test_no_spasm_opens_nothing() -> None:
    assert openings(diary()) == ()
    assert bouts(diary()) == ()
