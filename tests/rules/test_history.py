"""The history of the rules, worked out fast, is what each past day would have been told."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.diary import Change, Diary
from spasmlog.domain.records import Profile, Record
from spasmlog.domain.scales import Sign, SignAnswer
from spasmlog.journal.made_up import made_up_person
from spasmlog.rules import RULES, Level, Outcome, assess, book
from spasmlog.rules.day_after_day import MATTERS, day_after_day
from spasmlog.rules.history import (
    SILENT,
    UNDECIDED,
    History,
    Span,
    first_difference,
    history_of,
    telling,
)
from tests.build import TODAY, answer, check_in, course, day, diary, drink, episode, profile, use
from tests.rules.any_diary import drawn, records_of
from tests.rules.hostile_diaries import DAYS_LOOKED_AT, HOSTILE
from tests.rules.test_rule_book import DIARIES
from tests.strategies import any_record, moments

IDS = tuple(rule.id for rule in RULES)
tried = settings(deadline=None, max_examples=60)
Answers = Mapping[str, tuple[Outcome, Level | None]]


def plainly(known: Diary, then: date) -> Answers:
    found = assess(known.as_of(then)).findings
    return {each.rule.id: (each.verdict.outcome, each.verdict.level) for each in found}


def fast(known: Diary, first: date, last: date) -> Iterator[tuple[date, Answers]]:
    for then, said in day_after_day(known, RULES, first, last):
        yield then, {rule: (each.outcome, each.level) for rule, each in said.items()}


def assert_the_same(known: Diary, first: date, days: int) -> None:
    """On so many days from `first`, both ways tell the same."""
    last = first + timedelta(days=days - 1)
    seen = 0
    for then, told in fast(known, first, last):
        assert told == plainly(known, then), then
        seen += 1
    assert seen == days


@tried
@given(drawn(), st.integers(0, 500), st.integers(1, 40))
def test_any_days_of_any_diary_are_told_as_they_would_have_been(
    known: Diary, back: int, days: int
) -> None:
    assert_the_same(known, known.today - timedelta(days=back), days)


@pytest.mark.parametrize("part", range(6))
def test_days_of_the_tables_and_vectors_are_told_as_they_would_have_been(part: int) -> None:
    chance = random.Random(part)
    for known in DIARIES[part::6]:
        back = chance.choice((5, 5, 20, 60, 200))
        assert_the_same(known, known.today - timedelta(days=back), 6)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_days_of_a_hostile_diary_are_told_as_they_would_have_been(number: int) -> None:
    known = HOSTILE[number]()
    for around in DAYS_LOOKED_AT:
        begin = max(around, date(1900, 1, 3)) - timedelta(days=2)
        assert_the_same(known, min(begin, date(2199, 12, 25)), 5)


def test_every_day_of_a_made_up_year_is_told_as_it_would_have_been() -> None:
    now = episode().onset
    known = Diary.of(TODAY, made_up_person(now, 1.0, 3, now.zone))
    told = history_of(known, RULES)

    assert told is not None
    assert (told.diary, told.last) == (known, TODAY)
    assert (told.last - told.first).days > 300
    for number in range((told.last - told.first).days + 1):
        plain = plainly(known, told.first + timedelta(days=number))
        code = {rule: said or SILENT for rule, (_outcome, said) in plain.items()}
        lacking = {rule for rule, (outcome, _level) in plain.items() if outcome == "insufficient"}
        assert {rule: each[number] for rule, each in told.told.items()} == {
            rule: UNDECIDED if rule in lacking else code[rule] for rule in code
        }


def whole(known: Diary, earlier: History | None = None, *, personal: bool = True) -> History:
    told = history_of(known, book(personal), earlier)
    assert told is not None
    return told


A_MONTH = moments(timedelta(days=30))


@tried
@given(
    st.lists(any_record(A_MONTH), max_size=12, unique_by=lambda each: each.id),
    st.lists(any_record(A_MONTH), max_size=3, unique_by=lambda each: each.id),
    st.data(),
)
def test_a_history_that_is_carried_on_is_the_history_of_the_whole(
    listed: list[Record], new: list[Record], data: st.DataObject
) -> None:
    today = date(2019, 1, 1) + timedelta(days=data.draw(st.integers(0, 40)))
    known = Diary.of(today, only_one_profile(listed))
    gone = data.draw(st.lists(st.sampled_from(records_of(known)), unique=True)) if listed else []
    changed = known.apply([Change(each, None) for each in gone])
    added = [each for each in new if may_join(each, changed)]
    after = changed.apply([Change(None, each) for each in added])
    after = after.on_day(today + timedelta(days=data.draw(st.integers(-3, 5))))

    assert whole(after, whole(known)) == whole(after)


def only_one_profile(listed: list[Record]) -> list[Record]:
    profiles = [each for each in listed if isinstance(each, Profile)]
    return [each for each in listed if not isinstance(each, Profile)] + profiles[:1]


def may_join(record: Record, known: Diary) -> bool:
    taken = isinstance(record, Profile) and known.profile is not None
    return not taken and record.id not in known.by_id


def days_run(known: Diary, earlier: History) -> int:
    return sum(1 for _step in telling(known, RULES, earlier))


def test_only_the_days_from_a_change_on_are_run_again() -> None:
    known = diary(check_in(60, 0), *(check_in(ago, 8) for ago in range(20)))
    told = whole(known)

    assert days_run(known, told) == 0
    assert days_run(known.on_day(day(-1)), told) == 1
    assert days_run(known.apply([Change(None, drink(0))]), told) == 1
    assert days_run(known.apply([Change(None, drink(9))]), told) == 10
    assert days_run(known.apply([Change(None, drink(70))]), told) == 71
    assert days_run(known.apply([Change(None, course(40, 30))]), told) == 0
    assert days_run(known.apply([Change(None, profile(fluid_limit=True))]), told) == 61


def test_personal_patterns_that_are_switched_on_are_run_and_off_are_dropped() -> None:
    known = diary(*(check_in(ago, 8) for ago in range(40)))
    every, some = whole(known), whole(known, personal=False)

    assert "R05" in every.fired
    assert whole(known, every, personal=False) == some
    assert "R05" not in some.told
    assert whole(known, some) == every


def test_the_first_difference_is_the_earliest_day_of_either_record() -> None:
    spasm, dose = episode(9), use(4)
    known = diary(spasm, dose, drink(2))

    assert first_difference(known, known) is None
    assert first_difference(known, known.apply([Change(dose, None)])) == day(4)
    assert first_difference(known.apply([Change(spasm, None)]), known) == day(9)
    assert first_difference(known, known.apply([Change(None, drink(1))])) == day(1)


def test_a_time_without_a_break_has_its_first_and_last_day_and_its_highest_level() -> None:
    sign = Sign.BOTH_LEGS
    known = diary(answer(50, sign), answer(20, sign, SignAnswer.CLEARED), answer(5, sign))
    told = whole(known)

    assert told.fired == ("R01",)
    assert told.spans("R01") == (
        Span(day(50), day(21), Level.EMERGENCY),
        Span(day(5), None, Level.EMERGENCY),
    )
    assert told.spans("R04") == ()
    assert told.undecided("R01") == ()
    assert told.undecided("R04") == ((day(50), TODAY),)


def test_where_too_little_was_logged_is_told_apart_from_silence() -> None:
    told = whole(diary(check_in(10, 3), check_in(3, 8)))

    assert told.undecided("R04") == ((day(8), TODAY),)
    assert told.told["R04"][:2] == bytes((SILENT, SILENT))


def test_without_an_entry_there_is_nothing_to_tell() -> None:
    for known in (diary(), diary(profile()), diary(drink(-3))):
        told = whole(known)
        assert told.last < told.first
        assert told.fired == ()
        assert set(told.told.values()) == {b""}


def test_a_history_is_left_when_nobody_listens_and_says_how_far_it_is() -> None:
    known = diary(*(check_in(ago, 8) for ago in range(5)))
    heard: list[tuple[int, int]] = []

    def twice(done: int, total: int) -> bool:
        heard.append((done, total))
        return done < 2

    assert history_of(known, RULES, heard=twice) is None
    assert heard == [(1, 5), (2, 5)]


def test_only_rules_of_the_book_are_ever_left_alone() -> None:
    assert set(MATTERS) <= set(IDS)
