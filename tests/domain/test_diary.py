"""The diary: sorted at birth, asked by day and link, and moved on by changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import KINDS, Change, Diary, Step, links_of, sort_key
from spasmlog.domain.records import (
    Activity,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Profile,
    Reading,
    Record,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import ExperimentOutcome, Lag, Nrs, ReadingWord, Sign
from tests import build
from tests.strategies import journals, moments, record_of

A_FEW_DAYS = moments(timedelta(days=6))


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


def same(picture: Diary, other: Diary) -> None:
    """Two pictures show the same, in the same order; what has nothing to show is not kept."""
    assert picture.profile == other.profile
    assert picture.records == other.records
    assert picture.by_id == other.by_id
    assert picture.linked == other.linked
    assert list(picture.facts.items()) == list(other.facts.items())


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


def test_a_change_of_the_profile_is_seen_and_taken_back() -> None:
    old, new = build.profile(), build.profile(allergies="Nuts")
    picture = build.diary(old)
    change = Change(old, replace(new, id=old.id))

    moved = picture.apply([change])

    assert moved.profile is not None
    assert moved.profile.allergies == "Nuts"
    assert moved.apply([change.inverse()]).profile == old
    assert picture.apply([Change(old, None)]).profile is None


def test_a_reading_may_come_before_what_it_is_linked_to() -> None:
    spasm, dose = build.episode(3, peak=Nrs(2)), build.use(3)
    reading = build.reading(2, pain=8, episode_id=spasm.id, use_id=dose.id)

    moved = build.diary().apply([Change(None, each) for each in (reading, dose, spasm)])

    same(moved, build.diary(spasm, dose, reading))
    assert moved.facts_on(build.day(3)).worst == 8


def test_the_picture_before_a_change_stays_as_it_was() -> None:
    drink = build.drink()
    picture = build.diary(drink)

    picture.apply([Change(drink, None), Change(None, build.check_in(0))])

    same(picture, build.diary(drink))


def test_a_change_keeps_what_compact_rows_say_of_the_day() -> None:
    row = Earlier(day=build.day(500), explicit=Nrs(4))
    picture = Diary.of(build.TODAY, (), [row], full_from=build.day(400))
    drink = build.drink(500)

    moved = picture.apply([Change(None, drink)])

    assert moved.facts_on(row.day).explicit == 4
    assert moved.facts_on(row.day).fluids_ml == 250
    assert moved.apply([Change(drink, None)]).facts == picture.facts


def test_a_step_is_taken_back_from_its_end() -> None:
    spasm, dose = build.episode(), build.use()
    step = Step("Log spasm", (Change(None, spasm), Change(None, dose)))

    assert step.inverse() == Step("Log spasm", (Change(dose, None), Change(spasm, None)))
    assert step.inverse().inverse() == step


EDITABLE: Sequence[type[Record]] = (
    Episode,
    Reading,
    TreatmentUse,
    CheckIn,
    Drink,
    Activity,
    Stretch,
    Treatment,
    Course,
    Visit,
    Profile,
)


def _relinked(draw: Any, record: Record, known: Iterable[Record]) -> Record:
    spasms = [None, *(each.id for each in known if isinstance(each, Episode))]
    uses = [None, *(each.id for each in known if isinstance(each, TreatmentUse))]
    if isinstance(record, Reading):
        return replace(
            record,
            episode_id=draw(st.sampled_from(spasms)),
            use_id=draw(st.sampled_from(uses)),
        )
    if isinstance(record, TreatmentUse):
        return replace(record, episode_id=draw(st.sampled_from(spasms)))
    return record


@st.composite
def moves(draw: st.DrawFn) -> tuple[tuple[Record, ...], list[Change], tuple[Record, ...]]:
    """A journal, changes to it (additions, edits, removals), and the journal they lead to."""
    before = draw(journals(A_FEW_DAYS, most=8))
    held = {record.id: record for record in before}
    changes: list[Change] = []
    for _ in range(draw(st.integers(1, 6))):
        old = draw(st.sampled_from([None, *held.values()]))
        kind = draw(st.sampled_from(EDITABLE)) if old is None else type(old)
        new: Record | None = None
        if old is None or draw(st.booleans()):
            new = draw(record_of(kind, A_FEW_DAYS, "" if old is None else old.id))
            new = _relinked(draw, new, held.values())
        if isinstance(new, Profile) and old is None:
            old = next((each for each in held.values() if isinstance(each, Profile)), None)
            new = replace(new, id=old.id) if old else new
        changes.append(Change(old, new))
        held.pop(old.id if old else "", None)
        held |= {new.id: new} if new else {}
    return before, changes, tuple(held.values())


@settings(max_examples=250)
@given(moves())
def test_changing_a_diary_gives_the_diary_of_what_was_changed(
    move: tuple[tuple[Record, ...], list[Change], tuple[Record, ...]],
) -> None:
    before, changes, after = move
    picture = build.diary(*before)

    moved = picture.apply(changes)

    same(moved, build.diary(*after))
    same(moved.apply(Step("x", tuple(changes)).inverse().changes), picture)


@given(moves())
def test_changes_in_one_go_or_one_by_one_lead_to_the_same(
    move: tuple[tuple[Record, ...], list[Change], tuple[Record, ...]],
) -> None:
    before, changes, _after = move
    picture = build.diary(*before)
    for change in changes:
        picture = picture.apply([change])

    same(picture, build.diary(*before).apply(changes))


@given(journals(A_FEW_DAYS), st.integers(-1, 8))
def test_as_of_a_day_is_the_diary_of_what_was_known_then(
    records: tuple[Record, ...], day: int
) -> None:
    last = date(2019, 1, 1) + timedelta(days=day)
    whole = build.diary(*records)

    then = whole.as_of(last)

    assert set(then.by_id) | {each.id for each in then.later} == set(whole.by_id)
    same(then, Diary.of(last, then.by_id.values()))
    assert all(sort_key(each)[0] > last for each in then.later)
    assert all(each.resolved_day is None or each.resolved_day <= last for each in then.episodes)


@pytest.mark.parametrize("most", [0, 30])
def test_a_diary_does_not_depend_on_the_order_of_its_records(most: int) -> None:
    @given(journals(A_FEW_DAYS, most=most), st.randoms(use_true_random=False))
    def shuffled(records: tuple[Record, ...], random: Any) -> None:
        mixed = list(records)
        random.shuffle(mixed)
        same(build.diary(*mixed), build.diary(*records))

    shuffled()
