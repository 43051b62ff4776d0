"""The diary: sorted at birth, asked by day and link, and moved on by changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spasmlog.domain.diary import KINDS, links_of
from spasmlog.domain.records import (
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Reading,
    Visit,
)
from spasmlog.domain.scales import ExperimentOutcome, Lag, Nrs, ReadingWord, Sign
from tests import build


def experiment(start: date) -> Experiment:
    return Experiment(
        id="trial",
        recorded_at=build.moment(200),
        options=("Heat", "No heat"),
        outcome=ExperimentOutcome.WORST_PAIN,
        block_days=7,
        order=("AB",),
        start=start,
    )


def test_an_empty_diary_knows_nothing() -> None:
    picture = build.diary()

    assert picture.profile is None
    assert picture.running is None
    assert picture.facts == {}
    assert all(picture.of_kind(kind) == () for kind in KINDS)


def test_records_are_sorted_by_day_time_typing_and_id_at_birth() -> None:
    late, early = build.drink(0, "12:00"), build.drink(0, "08:00")
    before = build.drink(1, "23:00")
    typed_first = build.drink(0, "12:00", recorded_at=build.moment(0, "07:00"))
    twin = replace(late, id="00000000")

    picture = build.diary(late, early, typed_first, before, twin)

    assert picture.of_kind(Drink) == (before, early, typed_first, twin, late)


def test_the_diary_day_outranks_the_instant() -> None:
    after_midnight = build.drink(0, "01:30", day=build.day(1))
    landed = build.moment(0, "05:00", "Asia/Tokyo")
    in_tokyo = build.drink(at=landed, day=landed.diary_day())

    assert in_tokyo.at.utc < after_midnight.at.utc
    assert build.diary(in_tokyo, after_midnight).of_kind(Drink) == (after_midnight, in_tokyo)


def test_each_kind_has_its_own_name() -> None:
    spasm, reading, use = build.episode(), build.reading(), build.use()
    course, said, remedy = build.course(), build.answer(0, Sign.FEVER), build.treatment()

    person = build.profile()

    picture = build.diary(spasm, reading, use, course, said, remedy, person)

    assert (picture.episodes, picture.readings, picture.uses) == ((spasm,), (reading,), (use,))
    assert (picture.courses, picture.answers, picture.treatments) == ((course,), (said,), (remedy,))
    assert picture.profile is person


def test_the_running_spasm_is_the_latest_that_has_no_end() -> None:
    running = build.running(1)

    assert build.diary(build.episode(3, hours=2), running).running is running
    assert (
        build.diary(build.episode(3, hours=2), build.episode(1, end_unknown=True)).running is None
    )


def test_records_are_found_by_id_and_kind() -> None:
    spasm = build.episode()
    picture = build.diary(spasm)

    assert picture.get(Episode, spasm.id) is spasm
    assert picture.get(Reading, spasm.id) is None
    assert picture.get(Episode, "no such id") is None
    assert picture.get(Episode, None) is None


def test_records_are_found_by_the_days_they_belong_to() -> None:
    drinks = [build.drink(ago) for ago in (4, 3, 3, 2, 0)]
    picture = build.diary(*drinks)

    assert picture.on(Drink, build.day(3)) == tuple(drinks[1:3])
    assert picture.between(Drink, build.day(3), build.day(1)) == tuple(drinks[1:4])
    assert picture.between(Drink, build.day(1), build.day(3)) == ()
    assert picture.between(Drink, date.min, date.max) == tuple(drinks)
    assert picture.between(Visit, date.min, date.max) == ()


def test_what_has_no_day_of_its_own_belongs_to_where_it_begins() -> None:
    course, trial = build.course(30), experiment(build.day(20))
    factor = Factor(
        id="f",
        recorded_at=build.moment(9),
        name="Long drive",
        lag=Lag.SAME_DAY,
        created=build.day(10),
    )
    picture = build.diary(course, trial, factor)

    assert picture.on(Course, build.day(30)) == (course,)
    assert picture.on(Experiment, build.day(20)) == (trial,)
    assert picture.on(Factor, build.day(10)) == (factor,)


def test_a_day_has_its_check_in_or_none() -> None:
    check_in = build.check_in(1)
    picture = build.diary(check_in)

    assert picture.check_in(build.day(1)) is check_in
    assert picture.check_in(build.day()) is None


def test_what_is_linked_is_found_oldest_first() -> None:
    spasm = build.episode()
    dose = build.use(clock="09:30", spasm=spasm)
    second = build.use(clock="13:00", spasm=spasm)
    after = build.reading(clock="14:00", episode_id=spasm.id, use_id=second.id)
    before = build.reading(clock="09:20", episode_id=spasm.id)

    picture = build.diary(after, second, spasm, before, dose, build.reading(), build.use())

    assert picture.linked_readings(spasm.id) == (before, after)
    assert picture.linked_readings(second.id) == (after,)
    assert picture.linked_uses(spasm.id) == (dose, second)
    assert picture.linked_uses("no such id") == ()
    assert links_of(spasm) == ()


def test_the_peak_is_the_larger_of_what_was_typed_and_read() -> None:
    spasm, bare = build.episode(peak=Nrs(5)), build.episode(peak=None)
    word = build.reading(pain=None, word=ReadingWord.SOME, episode_id=bare.id)

    assert build.diary(spasm).peak(spasm) == 5
    assert build.diary(spasm, build.reading(pain=7, episode_id=spasm.id)).peak(spasm) == 7
    assert build.diary(spasm, build.reading(pain=2, episode_id=spasm.id)).peak(spasm) == 5
    assert build.diary(bare, build.reading(pain=0, episode_id=bare.id)).peak(bare) == 0
    assert build.diary(bare, word).peak(bare) is None


def test_the_last_days_end_with_today() -> None:
    days = [date.fromordinal(each) for each in build.diary().last(3)]

    assert days == [build.day(2), build.day(1), build.day(0)]


def test_the_same_diary_is_seen_on_another_day() -> None:
    picture = build.diary(build.drink())

    assert picture.on_day(picture.today) is picture
    assert picture.on_day(build.day(-1)).today == build.day(-1)
    assert picture.on_day(build.day(-1)).records == picture.records


def test_as_of_a_day_what_is_later_is_not_known_yet() -> None:
    spasm = build.episode(3, hours=1)
    later = build.drink(1), build.course(0), build.check_in(0)
    picture = build.diary(spasm, *later, build.treatment(), build.profile())

    then = picture.as_of(build.day(2))

    assert then.today == build.day(2)
    assert then.episodes == (spasm,)
    assert set(then.later) == set(later)
    assert list(then.facts) == [build.day(3)]
    assert (then.treatments, then.profile) == (picture.treatments, picture.profile)


def test_as_of_a_day_an_end_that_is_later_is_not_known_yet() -> None:
    spasm = build.episode(3, hours=48)
    picture = build.diary(spasm)

    then = picture.as_of(build.day(2))

    assert then.later == ()
    assert then.episodes == (replace(spasm, resolved=None, resolved_day=None, end_unknown=True),)
    assert list(then.facts) == [build.day(3)]
    assert then.running is None


def test_as_of_a_day_a_later_reading_no_longer_raises_a_peak() -> None:
    spasm = build.episode(3, peak=Nrs(4))
    reading = build.reading(1, pain=8, episode_id=spasm.id)

    then = build.diary(spasm, reading).as_of(build.day(2))

    assert then.peak(spasm) == 4
    assert then.facts_on(build.day(3)).worst == 4


def test_as_of_the_last_day_nothing_is_left_out() -> None:
    picture = build.diary(build.episode(3, hours=10), build.drink(0))

    then = picture.as_of(picture.today)

    assert then == picture


def test_as_of_twice_still_knows_all_that_was_left_out() -> None:
    first, second = build.drink(1), build.drink(3)
    picture = build.diary(first, second)

    then = picture.as_of(build.day(2)).as_of(build.day(4))

    assert set(then.later) == {first, second}
