"""A bout of spasms on one line of time: its numbers, its uses, its end and its last day."""

from __future__ import annotations

from spasmlog.analysis.traced import traced
from spasmlog.domain.scales import OnsetExact, Region
from tests.analysis.treated_life import HEAT, bouts_of, heated, spasm
from tests.build import day, diary, episode, reading, running


def test_its_numbers_are_its_readings_and_its_ends_in_order_of_time() -> None:
    first = spasm(5, ("09:30", 6), ("10:01", 0), hours=1)
    again = spasm(5, ("12:30", 4), clock="12:00", used=(("12:10", HEAT),))

    (found,) = bouts_of(first, again)

    assert [(point.pain, point.running, point.end) for point in found.points] == [
        (6, True, False),
        (0, False, True),
        (0, False, False),
        (4, True, False),
    ]
    assert found.ids == (first[0].id, again[0].id)
    assert [use.treatment_id for use in found.uses] == [HEAT.id]
    assert (found.onset, found.day, found.place) == (
        found.spasms[0].onset.utc,
        day(5),
        Region.LOW_BACK,
    )


def test_places_are_apart_and_not_stated_is_one_of_its_own() -> None:
    found = bouts_of(
        (episode(5, hours=1),),
        (episode(5, "10:00", hours=1, region=Region.NECK),),
        (episode(5, "11:00", hours=1, region=None),),
        (episode(5, "12:00", hours=1, region=None),),
    )

    assert [(each.place, len(each.spasms)) for each in found] == [
        (Region.LOW_BACK, 1),
        (Region.NECK, 1),
        (None, 2),
    ]


def test_it_ended_when_the_last_of_its_spasms_let_go() -> None:
    long, short = episode(5, "09:00", hours=8), episode(5, "12:00", hours=1)

    (found,) = bouts_of((long, short))

    assert found.last == long


def test_it_has_no_known_end_while_the_newest_has_none() -> None:
    (over,) = bouts_of((episode(5, "09:00"), episode(5, "12:00", hours=1)))
    (open_ended,) = bouts_of((episode(5, "09:00", hours=1), running(5, "12:00")))

    assert over.last is not None
    assert open_ended.last is None


def test_it_was_there_until_its_end_or_the_last_number_above_zero() -> None:
    began = running(9)
    late = reading(6, "10:00", 2, episode_id=began.id)
    gone = reading(5, "10:00", 0, episode_id=began.id)
    after = episode(20, hours=2)
    too_late = reading(18, "10:00", 3, episode_id=after.id)

    over, still = bouts_of((began, late, gone), (after, too_late))

    assert (over.last_day, still.last_day) == (day(20), day(6))
    assert bouts_of((episode(5, "22:00", hours=8),))[0].last_day == day(4)


def test_a_beginning_known_to_the_day_only_is_not_timed() -> None:
    exact, by_day = bouts_of(heated(9), heated(5, onset_exact=OnsetExact.DAY))

    assert (exact.timed, by_day.timed) == (True, False)


def test_an_empty_diary_has_no_bouts() -> None:
    assert traced(diary()) == ()


def test_what_is_noted_after_the_next_began_is_not_of_the_first() -> None:
    forgotten = running(40)
    told = [reading(ago, "12:00", 7, episode_id=forgotten.id) for ago in (40, 20, 3)]

    first, second = bouts_of((forgotten, *told), (episode(20, hours=5),))

    assert [(point.day, point.pain) for point in first.points] == [(day(40), 7)]
    assert (first.last_day, second.last_day) == (day(40), day(20))
