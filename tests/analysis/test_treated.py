"""Which treated spasms are followed, from which number, how far, and why others are left out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.analysis.treated import LeftOut, Missing, Use, first_easing, treated
from spasmlog.domain.scales import Nrs, OnsetExact, ReadingWord, Region
from tests.analysis.treated_life import HEAT, ICE, TENS, Told, bouts_of, heated, spasm
from tests.build import TODAY, day, episode, moment, reading, running, use


def one(*told: Told) -> Use | LeftOut:
    (found,) = treated(bouts_of(*told), TODAY)
    return found


def followed(*told: Told) -> Use:
    found = one(*told)
    assert isinstance(found, Use)
    return found


def told(*told: Told) -> tuple[float, bool]:
    found = followed(*told).follow_up
    return found.minutes, found.eased


def missing(*told: Told) -> Missing | None:
    found = one(*told)
    return found.missing if isinstance(found, LeftOut) else None


def test_a_treated_spasm_is_followed_from_its_first_treatment() -> None:
    records = heated(5, ("10:30", 5), ("11:30", 3), ("12:10", 1))
    found = followed(records)

    assert (found.treatments, found.place, found.delay) == ((HEAT.id,), Region.LOW_BACK, 60)
    assert found.use_id == records[-1].id
    assert (found.follow_up.day, found.follow_up.before) == (day(5), 6)
    assert (found.follow_up.minutes, found.follow_up.eased) == (90, True)
    assert found.follow_up.line == ((0, 6), (30, 5), (90, 3), (130, 1))
    assert (found.follow_up.later, found.follow_up.drop) == (1, 5)
    spasm_id, before, _half, eased, later = (each.id for each in records[:5])
    assert found.follow_up.spasms == (spasm_id,)
    assert found.follow_up.records == (spasm_id, before, eased, later)


@pytest.mark.parametrize(
    ("clock", "before"),
    [("08:59", False), ("09:00", True), ("10:05", True), ("10:06", False)],
)
def test_the_number_before_is_from_an_hour_before_to_five_minutes_after(
    clock: str, before: bool
) -> None:
    records = spasm(5, (clock, 6), ("12:00", 3), used=(("10:00", HEAT),), clock="08:30")

    assert missing(records) is (None if before else Missing.BEFORE)


def test_the_last_of_them_is_the_one_before_and_only_later_ones_count() -> None:
    records = spasm(
        5, ("09:10", 9), ("10:01", 5), ("10:03", 7), ("10:30", 5), used=(("10:00", HEAT),)
    )

    assert followed(records).follow_up.line == ((0, 7), (30, 5))
    assert told(records) == (30, False)


@pytest.mark.parametrize(
    ("before", "after", "eased"),
    [(3, 1, True), (3, 2, False), (6, 4, True), (7, 5, False), (10, 7, True), (10, 8, False)],
)
def test_eased_is_two_points_and_thirty_percent(before: int, after: int, eased: bool) -> None:
    records = spasm(5, ("09:50", before), ("10:40", after), used=(("10:00", HEAT),))

    assert told(records) == (40, eased)


def test_below_three_nothing_can_be_told() -> None:
    assert missing(spasm(5, ("09:50", 2), ("10:40", 0), used=(("10:00", HEAT),))) is Missing.TOO_LOW


def test_letting_go_counts_as_zero_at_that_minute() -> None:
    assert told(heated(5, ("10:30", 5), hours=2)) == (60, True)
    assert told(heated(5, hours=62 / 60)) == (2, True)


def test_one_that_had_let_go_before_its_treatment_is_left_out() -> None:
    assert missing(heated(5, ("11:00", 1), hours=1)) is Missing.OVER
    assert missing(heated(5, ("11:00", 1), hours=0.9)) is Missing.OVER


def test_a_number_after_it_had_let_go_is_not_the_one_before() -> None:
    records = spasm(5, ("09:50", 6), ("10:04", 0), used=(("10:00", HEAT),), hours=62 / 60)

    assert followed(records).follow_up.before == 6


def test_a_treatment_before_the_beginning_is_followed_from_there() -> None:
    records = spasm(5, ("10:02", 6), ("10:40", 3), used=(("10:00", HEAT),), clock="10:01")

    assert told(records) == (40, True)
    assert followed(records).delay == -1


def test_without_a_number_in_two_days_nothing_is_known_of_after() -> None:
    (began, before, used) = heated(5)
    late = reading(3, "10:01", 1, episode_id=began.id)
    in_time = reading(3, "10:00", 1, episode_id=began.id)

    assert missing((began, before, used)) is Missing.AFTER
    assert missing((began, before, used, late)) is Missing.AFTER
    assert told((began, before, used, in_time)) == (48 * 60, True)


def test_not_eased_at_the_last_number_it_is_known_until_then() -> None:
    assert told(heated(5, ("10:30", 7), ("12:30", 5))) == (150, False)
    began, *rest = heated(5, ("10:30", 5))
    assert told((began, *rest, reading(2, "10:00", 6, episode_id=began.id))) == (72 * 60, False)


def test_a_second_treatment_within_half_an_hour_makes_a_combination() -> None:
    both = spasm(5, ("09:50", 6), ("11:00", 2), used=(("10:00", HEAT), ("10:30", ICE)))

    assert followed(both).treatments == tuple(sorted((HEAT.id, ICE.id)))
    assert told(both) == (60, True)


def test_another_treatment_later_ends_what_is_known_of_the_first() -> None:
    uses = (("10:00", HEAT), ("10:20", HEAT), ("11:00", ICE), ("11:10", TENS))
    records = spasm(5, ("09:50", 6), ("10:40", 5), ("11:30", 1), used=uses)

    assert followed(records).treatments == (HEAT.id,)
    assert told(records) == (60, False)
    assert followed(records).follow_up.later is None
    assert missing(spasm(5, ("09:50", 6), ("11:30", 1), used=uses)) is Missing.AFTER


def test_another_treatment_days_later_tells_nothing_of_the_days_between() -> None:
    began, *rest = heated(6, ("10:40", 5))
    late = use(2, "10:00", of=ICE, spasm=began)

    assert told((began, *rest, late)) == (40, False)


@pytest.mark.parametrize(
    ("readings", "hours", "later"),
    [
        ((("10:59", 4),), None, None),
        ((("11:00", 4),), None, 4),
        ((("11:30", 5), ("12:20", 4), ("13:00", 1)), None, 4),
        ((("14:00", 4),), None, 4),
        ((("14:01", 4),), None, None),
        ((("11:00", 4),), 3, 0),
        ((("10:30", 4),), 1.75, 0),
        ((("10:30", 4), ("11:30", 2)), 1.75, 2),
        ((("10:30", 4), ("10:50", 2)), 1.75, None),
    ],
)
def test_two_hours_later_is_the_number_nearest_to_that(
    readings: tuple[tuple[str, int], ...], hours: float | None, later: int | None
) -> None:
    assert followed(heated(5, *readings, hours=hours)).follow_up.later == later


def test_a_word_without_a_number_is_no_number_and_one_about_the_dose_is() -> None:
    began, before, used = heated(5)
    word = reading(5, "10:20", None, word=ReadingWord.MUCH, episode_id=began.id)
    asked = reading(5, "11:00", 4, use_id=used.id)

    assert told((began, before, used, word, asked)) == (60, True)


def test_a_spasm_coming_on_again_within_a_day_is_the_same_one() -> None:
    first = heated(5, ("10:30", 5), hours=3)
    again = spasm(5, ("16:10", 6), ("17:00", 2), used=(("16:20", ICE),), clock="16:00")

    (found,) = treated(bouts_of(first, again), TODAY)

    assert isinstance(found, Use)
    assert found.treatments == (HEAT.id,)
    assert (found.follow_up.minutes, found.follow_up.eased) == (120, True)
    assert len(found.follow_up.spasms) == 2


def test_one_treated_only_when_it_came_on_again_is_followed_from_there() -> None:
    first = spasm(5, ("09:50", 6), hours=2)
    again = spasm(5, ("13:55", 7), ("15:00", 3), used=(("14:00", HEAT),), clock="13:00")

    found = followed(first, again)

    assert (found.delay, found.follow_up.before, found.follow_up.minutes) == (300, 7, 60)


def test_the_unfinished_day_and_spasms_left_alone_are_not_in() -> None:
    today = heated(0, ("11:00", 2))
    left_alone = spasm(4, ("09:50", 6), ("11:00", 2))

    assert treated(bouts_of(today, left_alone), TODAY) == ()


def test_where_only_the_day_of_the_beginning_is_known_there_is_no_delay() -> None:
    assert followed(heated(5, ("11:00", 2), onset_exact=OnsetExact.DAY)).delay is None


def test_a_change_of_the_clocks_does_not_lengthen_the_time() -> None:
    onset = moment(94, "00:30")  # 29 March 2026; the clocks go from 02:00 to 03:00
    began = episode(onset=onset)
    before = reading(94, "01:30", 6, episode_id=began.id)
    used = use(94, "01:40", of=HEAT, spasm=began)
    after = reading(94, "03:10", 2, episode_id=began.id)

    assert told((began, before, used, after)) == (30, True)


def test_a_spasm_that_runs_for_years_is_known_to_its_last_number() -> None:
    began = running(2000, peak=Nrs(6))
    before = reading(2000, "09:50", 6, episode_id=began.id)
    used = use(2000, "10:00", of=HEAT, spasm=began)
    after = reading(2000, "10:30", 5, episode_id=began.id)

    assert told((began, before, used, after)) == (30, False)


def test_whether_it_had_eased_by_a_time_may_not_be_known() -> None:
    eased = followed(heated(5, ("10:40", 2))).follow_up
    not_eased = followed(heated(5, ("10:40", 6))).follow_up

    assert (eased.eased_within(40), eased.eased_within(39)) == (True, False)
    assert (not_eased.eased_within(40), not_eased.eased_within(41)) == (False, None)


def test_the_first_easing_is_known_however_late_and_whatever_else_was_used() -> None:
    uses = (("10:00", HEAT), ("11:00", ICE))
    (late,) = bouts_of(spasm(5, ("09:50", 6), ("10:40", 5), ("15:00", 2), used=uses))
    (low,) = bouts_of(spasm(5, ("09:50", 2), ("15:00", 0), used=uses))
    (unread,) = bouts_of(spasm(5, ("15:00", 0), used=uses))
    (never,) = bouts_of(spasm(5, ("09:50", 6), ("15:00", 5), used=uses))

    eased = first_easing(late)
    assert eased is not None
    assert eased.at == late.onset + timedelta(hours=6)
    assert [first_easing(each) for each in (low, unread, never)] == [None, None, None]
