"""Moments: instants, the clocks they were lived by, and the diary day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.moment import DAY_START, Moment, day_of_end, window
from spasmlog.domain.records import Drink
from spasmlog.errors import InvalidEntry, NoSuchTime
from tests import build
from tests.strategies import moments

ZONES = sorted(available_timezones() - {"localtime"})
MINUTE = timedelta(minutes=1)
naive = datetime.fromisoformat
zones = st.sampled_from(ZONES)
instants = st.integers(0, 300 * 366 * 86_400).map(
    lambda seconds: (
        datetime(1900, 1, 2, tzinfo=UTC) + timedelta(seconds=min(seconds, 9_400_000_000))
    )
)
clocks = st.datetimes(naive("1900-01-03"), naive("2199-12-29"))
starts = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def of_clock(text: str, zone: str = "Europe/Berlin") -> Moment:
    return Moment.from_clock(naive(text), zone)


@given(instants, zones)
def test_a_moment_is_its_instant_wherever_it_was_lived(instant: datetime, zone: str) -> None:
    moment = Moment.of(instant, zone)

    assert moment.utc == instant
    assert moment.local == instant
    assert moment.local.replace(tzinfo=None) == moment.clock


@given(instants, zones)
def test_its_clock_is_what_the_zone_showed_to_the_minute(instant: datetime, zone: str) -> None:
    shown = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    assert timedelta() <= shown - Moment.of(instant, zone).clock < MINUTE


@given(clocks, zones)
def test_a_clock_time_is_the_first_of_its_kind_or_does_not_exist(
    clock: datetime, zone: str
) -> None:
    first = clock.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
    exists = first.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == clock

    if exists:
        assert Moment.from_clock(clock, zone).utc == first
    else:
        with pytest.raises(NoSuchTime, match="does not exist"):
            Moment.from_clock(clock, zone)


@given(moments(), starts)
def test_the_diary_day_is_the_clock_less_the_day_start(moment: Moment, start: time) -> None:
    today, yesterday = moment.clock.date(), moment.clock.date() - timedelta(days=1)

    assert moment.diary_day(start) == (today if moment.clock.time() >= start else yesterday)


@given(moments(), st.integers(-10_000, 10_000))
def test_elapsed_time_is_not_clock_time(moment: Moment, minutes: int) -> None:
    later = moment.plus(timedelta(minutes=minutes))

    assert later.utc - moment.utc == timedelta(minutes=minutes)
    assert later.zone == moment.zone


@given(st.lists(moments()))
def test_moments_are_ordered_by_their_instants(listed: list[Moment]) -> None:
    assert [each.utc for each in sorted(listed)] == sorted(each.utc for each in listed)


def test_a_time_that_occurs_twice_is_the_first() -> None:
    moment = of_clock("2026-10-25T02:30")

    assert moment.utc == build.utc("2026-10-25T00:30")
    assert moment.offset_min == 120


def test_the_second_of_two_equal_times_can_be_kept() -> None:
    moment = Moment.of(build.utc("2026-10-25T01:30"), "Europe/Berlin")

    assert moment.clock == of_clock("2026-10-25T02:30").clock
    assert moment.offset_min == 60


def test_a_time_that_does_not_exist_is_refused_with_the_next_one() -> None:
    with pytest.raises(NoSuchTime) as refused:
        of_clock("2026-03-29T02:30:45")

    assert refused.value.sentence == "02:30 does not exist on that day: the clocks went forward."
    assert refused.value.next_step == "The next time that exists is 03:00."


def test_a_gap_of_half_an_hour_ends_after_half_an_hour() -> None:
    with pytest.raises(NoSuchTime, match=r"02:30\.$"):
        of_clock("2026-10-04T02:10", "Australia/Lord_Howe")


def test_a_day_that_a_zone_left_out_does_not_exist() -> None:
    with pytest.raises(NoSuchTime, match=r"00:00\.$"):
        of_clock("2011-12-30T12:00", "Pacific/Apia")


def test_an_offset_of_old_with_seconds_is_not_taken_for_a_gap() -> None:
    moment = of_clock("1971-06-01T12:00", "Africa/Monrovia")

    assert moment.utc == datetime(1971, 6, 1, 12, 44, 30, tzinfo=UTC)
    assert moment.clock.date() == date(1971, 6, 1)


@pytest.mark.parametrize(
    "zone", ["", "Nowhere/Land", "../etc", "Europe", "a\0b", "\ud800", "x" * 300]
)
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    with pytest.raises(InvalidEntry, match=r"is not a time zone\."):
        Moment.of(build.utc("2026-07-01T09:30"), zone)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="name of its time zone"):
        Moment(build.utc("2026-07-01T09:30"), "", 0)


@pytest.mark.parametrize("minutes", [-1440, 1440, 10**6])
def test_an_offset_of_a_day_is_refused(minutes: int) -> None:
    with pytest.raises(InvalidEntry, match="between -24 and 24 hours"):
        Moment(build.utc("2026-07-01T09:30"), "UTC", minutes)


def test_a_moment_that_is_not_in_utc_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="kept in UTC"):
        Moment(datetime(2026, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")), "Europe/Berlin", 120)


@pytest.mark.parametrize(
    "clock", ["0001-01-01T00:00", "1899-12-31T12:00", "2200-01-02T00:00", "9999-12-31T23:59"]
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_time_in_another_age_is_refused(clock: str, zone: str) -> None:
    with pytest.raises(InvalidEntry, match="between the years 1900 and 2199"):
        of_clock(clock, zone)


@pytest.mark.parametrize("days", [400 * 365, -400 * 365, 999_999_999])
def test_a_span_that_leads_to_another_age_is_refused(days: int) -> None:
    with pytest.raises(InvalidEntry, match="between the years"):
        build.moment().plus(timedelta(days=days))


def test_the_day_begins_at_three() -> None:
    assert time(3) == DAY_START
    assert of_clock("2026-07-01T02:59:59").diary_day() == date(2026, 6, 30)
    assert of_clock("2026-07-01T03:00").diary_day() == date(2026, 7, 1)


def test_the_day_start_is_subtracted_on_the_clock_when_clocks_change() -> None:
    just_after_the_gap = of_clock("2026-03-29T03:10")

    assert just_after_the_gap.diary_day() == date(2026, 3, 29)


def test_a_moved_day_start_moves_nothing_that_was_written() -> None:
    at = of_clock("2026-07-01T03:30")
    early, late = time(3), time(4)
    drink = build.drink(at=at, day=at.diary_day(early))

    picture = build.diary(drink)

    assert at.diary_day(late) != drink.day
    assert picture.on(Drink, date(2026, 7, 1)) == (drink,)
    assert picture.facts_on(date(2026, 7, 1)).fluids_ml == 250


def test_a_moment_can_be_kept_to_the_second() -> None:
    moment = Moment.of(datetime(2026, 7, 1, 9, 30, 5, 999_999, tzinfo=UTC), "UTC")

    assert moment.to_second() == Moment.of(datetime(2026, 7, 1, 9, 30, 5, tzinfo=UTC), "UTC")


@pytest.mark.parametrize(
    ("end", "touched"),
    [
        ("2026-07-02T02:59", date(2026, 7, 1)),
        ("2026-07-02T03:00", date(2026, 7, 1)),
        ("2026-07-02T03:01", date(2026, 7, 2)),
        ("2026-07-01T03:00", date(2026, 7, 1)),
    ],
)
def test_an_end_at_the_beginning_of_a_day_does_not_touch_it(end: str, touched: date) -> None:
    assert day_of_end(of_clock(end), DAY_START, date(2026, 7, 1)) == touched


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        ("2026-07-01T23:59", date(2026, 7, 1)),
        ("2026-07-02T00:00", date(2026, 7, 2)),
        ("2026-07-01T00:00", date(2026, 7, 1)),
    ],
)
def test_where_days_begin_at_midnight_an_end_then_is_kept_with_its_own_day(
    end: str, kept: date
) -> None:
    assert day_of_end(of_clock(end), time(), date(2026, 7, 1)) == kept


def test_a_window_ends_with_its_last_day() -> None:
    days = [date.fromordinal(each) for each in window(date(2026, 7, 1), 3)]

    assert days == [date(2026, 6, 29), date(2026, 6, 30), date(2026, 7, 1)]
