"""When the clocks of courses and treated spasms begin, what ends them, and what has none."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from spasmlog.analysis.clocks import Clock, Clocks, Kind, Outside, Stop, clocks, gaps
from spasmlog.analysis.traced import traced
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record, TreatmentUse
from spasmlog.domain.scales import Nrs, Region
from tests.analysis.treated_life import HEAT, ICE, Told, heated, period, spasm
from tests.build import (
    check_in,
    clock_time,
    course,
    day,
    diary,
    episode,
    reading,
    running,
    treatment,
    use,
)
from tests.strategies import journals

PHYSIO = treatment("Physiotherapy")
EVERY_DAY = tuple(check_in(ago, 0) for ago in range(400))
OVER = course(100, 60, treatment_id=PHYSIO.id, region=Region.LOW_BACK)


def told(*records: Record, logged: Told = EVERY_DAY, **chosen: Any) -> Clocks:
    known = diary(*logged, *records)
    return clocks(known, traced(known), **chosen)


def only(*records: Record, logged: Told = EVERY_DAY) -> Clock:
    (found,) = told(*records, logged=logged).clocks
    return found


def read(*records: Record, logged: Told = EVERY_DAY) -> tuple[int, Stop]:
    found = only(*records, logged=logged)
    return found.days, found.stop


def outside(*records: Record, logged: Told = EVERY_DAY) -> list[Outside]:
    found = told(*records, logged=logged)
    assert found.clocks == ()
    return [why for _source, why in found.outside]


def treated(days_ago: int, hours: float | None = 3, **changes: Any) -> Told:
    return spasm(days_ago, used=(("10:00", HEAT),), hours=hours, **changes)


def test_a_course_that_is_over_starts_a_clock_on_its_last_day() -> None:
    back = episode(51)
    found = only(OVER, back)

    assert (found.origin, found.days, found.stop) == (day(60), 9, Stop.RETURN)
    assert (found.next_id, found.returned) == (back.id, True)
    assert (found.source.kind, found.source.course_id) == (Kind.COURSE, OVER.id)
    assert found.source.treatments == (PHYSIO.id,)
    assert (found.source.day, found.source.spasms, found.source.uses) == (day(60), (), ())


def test_a_treated_spasm_starts_a_clock_on_the_day_that_it_let_go() -> None:
    spasms = treated(60)
    back = episode(51)
    found = only(*spasms, back)

    assert (found.origin, found.days, found.next_id) == (day(60), 9, back.id)
    assert (found.source.kind, found.source.course_id) == (Kind.SPASM, None)
    assert (found.source.treatments, found.source.place) == ((HEAT.id,), Region.LOW_BACK)
    assert found.source.spasms == (spasms[0].id,)
    assert found.source.uses == (spasms[1].id,)


def test_a_spasm_treated_with_two_things_is_of_their_combination() -> None:
    both = spasm(60, used=(("10:00", HEAT), ("11:00", ICE)), hours=3)

    assert only(*both).source.treatments == tuple(sorted((HEAT.id, ICE.id)))


def test_one_coming_on_again_within_a_day_is_one_clock_from_its_last_end() -> None:
    again = episode(59, "09:00", hours=1)
    found = only(*treated(60), again, episode(50))

    assert (found.origin, found.days) == (day(59), 9)
    assert len(found.source.spasms) == 2


def test_a_spasm_left_alone_has_no_clock() -> None:
    assert told(episode(60, hours=2)).clocks == ()


@pytest.mark.parametrize(("peak", "returned"), [(Nrs(3), True), (Nrs(2), False)])
def test_a_weak_spasm_is_no_return(peak: Nrs, returned: bool) -> None:
    assert only(OVER, episode(51, peak=peak)).returned is returned
    assert only(*treated(60), episode(51, peak=peak)).returned is returned


def test_a_spasm_of_unknown_strength_ends_the_clock_without_being_a_return() -> None:
    unknown = episode(51, peak=None)
    found = only(OVER, unknown, episode(40))

    assert (found.days, found.stop, found.returned) == (9, Stop.UNKNOWN, False)
    assert found.next_id == unknown.id
    told_since = reading(51, "10:00", 2, episode_id=unknown.id)
    assert read(OVER, unknown, told_since, episode(40)) == (20, Stop.RETURN)


@pytest.mark.parametrize(
    ("clock", "expected"), [("11:59", (59, Stop.TODAY)), ("12:00", (1, Stop.RETURN))]
)
def test_a_return_is_at_least_24_hours_later(clock: str, expected: tuple[int, Stop]) -> None:
    """Sooner it is the same one coming on again, and the clock starts with its end."""
    assert read(*treated(60), episode(59, clock, hours=1)) == expected


def test_after_a_course_a_return_is_on_a_later_day() -> None:
    same_day = episode(60, "20:00", hours=1)

    assert read(OVER, episode(59)) == (1, Stop.RETURN)
    assert read(OVER, same_day) == (60, Stop.TODAY)


def test_only_the_same_place_counts_and_not_stated_is_a_place() -> None:
    elsewhere = episode(51, region=Region.NECK)
    unplaced = episode(50, region=None)

    assert read(OVER, elsewhere, unplaced) == (60, Stop.TODAY)
    assert read(*treated(60, region=None), elsewhere, unplaced) == (10, Stop.RETURN)


def test_a_course_for_every_place_ends_with_a_spasm_anywhere() -> None:
    everywhere = course(100, 60, region=None)

    assert read(everywhere, episode(51, region=Region.NECK)) == (9, Stop.RETURN)
    assert only(everywhere).source.everywhere


def test_what_still_holds_is_open_until_today() -> None:
    assert read(OVER) == (60, Stop.TODAY)
    assert read(*treated(60)) == (60, Stop.TODAY)
    assert read(OVER, running(0)) == (60, Stop.RETURN)


def test_a_treated_spasm_is_followed_for_ninety_days() -> None:
    assert read(*treated(120), episode(30)) == (90, Stop.RETURN)
    assert read(*treated(120), episode(29)) == (90, Stop.LIMIT)
    assert read(course(200, 120, region=None), episode(29)) == (91, Stop.RETURN)


@pytest.mark.parametrize(
    ("region", "stop"),
    [(Region.LOW_BACK, Stop.COURSE), (None, Stop.COURSE), (Region.NECK, Stop.TODAY)],
)
def test_another_course_for_the_place_ends_a_clock(region: Region | None, stop: Stop) -> None:
    another = course(40, None, region=region)

    assert read(*treated(60), another)[1] is stop
    assert told(OVER, another).clocks[0].stop is stop


def test_a_return_on_the_day_another_course_began_counts() -> None:
    assert read(*treated(60), course(40, None), episode(40)) == (20, Stop.RETURN)


def test_a_course_that_was_running_already_does_not_end_the_clock() -> None:
    assert read(*treated(60), course(80, None, region=None)) == (60, Stop.TODAY)


@pytest.mark.parametrize(
    ("unlogged", "expected"),
    [(13, (60, Stop.TODAY)), (14, (20, Stop.GAP)), (15, (20, Stop.GAP))],
)
def test_a_long_gap_without_entries_ends_a_clock(unlogged: int, expected: tuple[int, Stop]) -> None:
    gap = range(40, 40 - unlogged, -1)
    logged = tuple(check_in(ago, 0) for ago in range(100) if ago not in gap)

    assert read(*treated(60), logged=logged) == expected
    assert read(OVER, logged=logged) == expected


def test_a_spasm_after_the_gap_is_no_return_of_before_it() -> None:
    logged = tuple(check_in(ago, 0) for ago in range(100) if ago not in range(20, 41))

    assert read(*treated(60), episode(10), logged=logged) == (20, Stop.GAP)


def test_a_gap_that_still_lasts_counts_from_fourteen_finished_days_on() -> None:
    until = {ago: tuple(check_in(each, 0) for each in range(ago, 100)) for ago in (14, 15)}

    assert read(*treated(60), logged=until[14]) == (60, Stop.TODAY)
    assert read(*treated(60), logged=until[15]) == (46, Stop.GAP)


def test_a_course_that_ended_where_nothing_is_logged_tells_nothing() -> None:
    logged = tuple(check_in(ago, 0) for ago in range(40))

    assert outside(OVER, logged=logged) == [Outside.NOTHING_AFTER]
    assert outside(OVER, logged=()) == [Outside.NOTHING_AFTER]


def test_the_days_before_the_journal_began_are_a_gap_and_today_is_in_none() -> None:
    known = diary(check_in(30), check_in(29), check_in(0))

    assert list(gaps(known)) == [(date.min + timedelta(days=1), day(31)), (day(28), day(1))]
    assert list(gaps(diary(*EVERY_DAY)))[1:] == []


def test_a_treated_spasm_of_today_has_had_no_day() -> None:
    assert outside(*treated(0, hours=1)) == [Outside.NOTHING_AFTER]
    assert read(*treated(1, hours=1)) == (1, Stop.TODAY)


@pytest.mark.parametrize("last_days_ago", [None, 0, -5])
def test_a_course_that_runs_has_no_clock(last_days_ago: int | None) -> None:
    runs = course(30, last_days_ago, region=Region.LOW_BACK)
    found = told(runs)

    (source,) = found.without(Kind.COURSE, Outside.RUNNING)
    assert (source.course_id, source.day) == (runs.id, day(30))
    assert found.without(Kind.SPASM, Outside.RUNNING) == ()


def test_a_course_planned_for_later_is_not_there_yet() -> None:
    assert outside(course(-3, -20)) == []


def test_a_course_that_ended_while_a_spasm_ran_never_settled() -> None:
    weak = episode(61, "20:00", hours=40, peak=Nrs(1))
    assert outside(OVER, weak) == [Outside.NEVER_SETTLED]

    again = (episode(60, "20:00", hours=1), episode(59, "10:00", hours=1))
    assert outside(OVER, *again) == [Outside.NEVER_SETTLED]

    open_ended = running(70)
    felt = reading(55, "10:00", 3, episode_id=open_ended.id)
    assert outside(OVER, open_ended, felt) == [Outside.NEVER_SETTLED]
    assert read(OVER, open_ended) == (60, Stop.TODAY)


def test_a_spasm_elsewhere_does_not_keep_a_course_from_settling() -> None:
    elsewhere = episode(61, "20:00", hours=40, region=Region.NECK)

    assert read(OVER, elsewhere) == (60, Stop.TODAY)
    assert outside(course(100, 60, region=None), elsewhere) == [Outside.NEVER_SETTLED]


def test_without_a_known_end_the_clock_starts_when_it_had_eased() -> None:
    began, *rest = heated(60, ("11:00", 6))
    eased = reading(59, "10:00", 2, episode_id=began.id)

    found = only(began, *rest, eased, episode(50))

    assert (found.origin, found.days) == (day(59), 9)
    assert only(*(began, *rest), eased, episode(58, "10:30")).days == 1


def test_neither_ended_nor_eased_as_far_as_is_known_has_no_clock() -> None:
    unknown, still = heated(60, ("11:00", 6)), heated(30, ("11:00", 6), end_unknown=False)

    assert outside(*unknown) == [Outside.NO_END]
    assert outside(*still) == [Outside.RUNNING]
    assert told(*still).without(Kind.SPASM, Outside.RUNNING)[0].spasms == (still[0].id,)


def test_clocks_are_chosen_by_where_they_began_not_by_how_they_ended() -> None:
    neck = treated(30, region=Region.NECK)
    records = (*treated(60), *neck, OVER, episode(10))

    inside = told(*records, period=period(40, 20))
    assert [each.source.place for each in inside.clocks] == [Region.NECK]
    low = told(*records, places=frozenset({Region.LOW_BACK}))
    assert [each.days for each in low.clocks] == [50, 50]
    everywhere = told(course(100, 60), *records, places=frozenset({Region.NECK}))
    assert [each.source.everywhere for each in everywhere.clocks] == [True, False]


def test_what_has_no_clock_is_of_the_period_too_but_what_runs_always_shows() -> None:
    records = (*heated(60, ("11:00", 6)), course(90, None, region=Region.NECK))

    assert len(told(*records, period=period(70, 50)).outside) == 2
    assert [why for _source, why in told(*records, period=period(40, 20)).outside] == [
        Outside.RUNNING
    ]


def test_across_the_date_line_a_day_later_is_never_day_nought() -> None:
    def at(text: str, zone: str) -> Moment:
        return Moment.from_clock(clock_time(text), zone)

    end = at("2026-05-10 12:00", "Pacific/Kiritimati")
    began = episode(
        onset=at("2026-05-10 09:00", "Pacific/Kiritimati"),
        resolved=end,
        resolved_day=end.diary_day(),
    )
    used = use(at=at("2026-05-10 10:00", "Pacific/Kiritimati"), of=HEAT, spasm=began)
    back = episode(onset=at("2026-05-10 13:00", "Pacific/Pago_Pago"))

    found = only(began, used, back)

    assert back.day == found.origin
    assert (found.days, found.next_id) == (1, back.id)


@settings(deadline=None, max_examples=100)
@given(journals(most=20))
def test_any_journal_has_clocks_of_whole_days_within_their_bounds(
    records: tuple[Record, ...],
) -> None:
    known = diary(*records, today=date(2030, 1, 1))

    found = clocks(known, traced(known))

    linked = {each.episode_id for each in records if isinstance(each, TreatmentUse)}
    for clock in found.clocks:
        assert clock.days >= 1
        assert (clock.next_id is not None) == (clock.stop in (Stop.RETURN, Stop.UNKNOWN))
        assert clock.source.kind is Kind.COURSE or linked & set(clock.source.spasms)
        assert clock.source.kind is Kind.COURSE or clock.days <= 90
