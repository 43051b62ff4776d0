"""What must not change a verdict: order, files, the calendar, and what no rule reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from spasmlog.domain.diary import Change, Diary, day_of
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Course,
    Episode,
    Experiment,
    Factor,
    Record,
    Score,
    SignalNote,
    Visit,
)
from spasmlog.domain.scales import ReadingWord, Region, Sex
from spasmlog.exchange.native import dump, load
from spasmlog.rules import Verdict, assess
from tests.build import (
    TODAY,
    activity,
    check_in,
    course,
    drink,
    episode,
    profile,
    reading,
    stretch,
    use,
    visit,
)
from tests.rules.any_diary import drawn, records_of, verdicts, whole_diaries, with_its_catalogue
from tests.rules.hostile_diaries import HOSTILE, one_of_each
from tests.rules.test_rule_book import DIARIES
from tests.strategies import any_record

R = TypeVar("R", bound=Record)
Answers = Mapping[str, Any]
FAR = timedelta(days=5000)
tried = settings(deadline=None, max_examples=50)


def answers(known: Diary) -> Answers:
    """The outcome and level of every rule, and the figures of it."""
    return {
        rule: (each.outcome, each.level, each.measures, each.days_counted, each.days_missing)
        for rule, each in verdicts(known).items()
    }


def but_for_left_out(known: Diary) -> dict[str, Verdict]:
    return {rule: replace(each, left_out=()) for rule, each in verdicts(known).items()}


def moved(record: R, by: timedelta) -> R:
    """The same record so much later, on the clocks of the same offset."""
    changes: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Moment):
            changes[field.name] = Moment(value.utc + by, value.zone, value.offset_min)
        elif isinstance(value, date):
            changes[field.name] = value + by
    return replace(record, **changes)


def elsewhere(record: R, offset: int) -> R:
    """The same record with the same days and instants, told by the clocks of another zone."""
    changes: dict[str, Any] = {
        field.name: Moment(value.utc, "Etc/Unknown", offset)
        for field in fields(record)
        if isinstance(value := getattr(record, field.name), Moment)
    }
    return replace(record, **changes)


@tried
@given(whole_diaries(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(known: Diary, random: Any) -> None:
    mixed = list(records_of(known))
    random.shuffle(mixed)

    assert verdicts(Diary.of(known.today, mixed)) == verdicts(known)


@tried
@given(whole_diaries(), st.randoms(use_true_random=False))
def test_a_diary_that_grew_entry_by_entry_is_answered_as_one_read_whole(
    known: Diary, random: Any
) -> None:
    listed = list(records_of(known))
    random.shuffle(listed)
    grown = Diary.of(known.today)
    for each in listed:
        grown = grown.apply([Change(None, each)])

    assert verdicts(grown) == verdicts(known)


@pytest.mark.parametrize("part", range(4))
def test_export_and_import_change_no_verdict_of_the_tables_and_vectors(part: int) -> None:
    for known in DIARIES[part::4]:
        whole = Diary.of(known.today, with_its_catalogue(records_of(known)))
        again = Diary.of(known.today, load(dump(whole)))
        assert verdicts(again) == verdicts(whole)


@tried
@given(drawn())
def test_export_and_import_change_no_verdict(known: Diary) -> None:
    assert verdicts(Diary.of(known.today, load(dump(known)))) == verdicts(known)


def unlogged_long_ago() -> tuple[Record, ...]:
    """Entries that say nothing of the pain of their days, long before everything else."""
    return (
        check_in(5000, None, slept_badly=True, fluids_ml=900),
        reading(5001, pain=0),
        reading(5002, pain=None, word=ReadingWord.NO_SPASM),
        *(drink(5003), activity(5003), stretch(5004), course(5005, 5004), visit(5006)),
    )


@tried
@given(whole_diaries())
def test_an_unlogged_day_far_away_changes_nothing(known: Diary) -> None:
    assume((known.today - timedelta(days=4500)) < min(known.facts, default=known.today))
    far = [moved(each, known.today - TODAY) for each in unlogged_long_ago()]

    assert verdicts(known.apply([Change(None, each) for each in far])) == verdicts(known)


def later_records() -> tuple[Record, ...]:
    spasm = episode(-1, hours=3)
    every = [replace(moved(each, FAR), id=f"later {number}") for number, each in dated()]
    return (spasm, use(-1, spasm=spasm), reading(-1, episode_id=spasm.id), check_in(-1, 9), *every)


def dated() -> Iterator[tuple[int, Record]]:
    return enumerate(each for each in one_of_each() if day_of(each) is not None)


@tried
@given(whole_diaries())
def test_a_record_later_than_the_day_looked_at_changes_only_what_is_left_out(
    known: Diary,
) -> None:
    later = [moved(each, known.today - TODAY) for each in later_records()]
    taken = {each.day for each in known.as_of(known.today).later if hasattr(each, "day")}
    added = [each for each in later if day_of(each) not in taken]

    grown = known.apply([Change(None, each) for each in added])

    assert but_for_left_out(grown) == but_for_left_out(known)
    before, new = verdicts(known), {each.id for each in added}
    for rule, verdict in verdicts(grown).items():
        left = [each for each in verdict.left_out if each.record not in new]
        assert sorted(left) == sorted(before[rule].left_out)


@tried
@given(whole_diaries(), st.integers(0, 400))
def test_looking_back_tells_what_was_told_then(known: Diary, back: int) -> None:
    then = known.today - timedelta(days=back)
    kept = [each for each in records_of(known) if (day_of(each) or date.min) <= then]
    ended = [
        replace(each, resolved=None, resolved_day=None, end_unknown=True)
        if isinstance(each, Episode) and each.resolved_day and each.resolved_day > then
        else each
        for each in kept
    ]

    assert but_for_left_out(known.on_day(then)) == but_for_left_out(Diary.of(then, ended))


@tried
@given(whole_diaries(), st.permutations((*Region, None)))
def test_swapped_places_are_answered_alike(known: Diary, other: list[Region | None]) -> None:
    swap = dict(zip((*Region, None), other, strict=True))
    swapped = [
        replace(each, region=swap[each.place], areas=()) if isinstance(each, Episode) else each
        for each in records_of(known)
    ]

    assert answers(Diary.of(known.today, swapped)) == answers(known)


@tried
@given(whole_diaries(), st.sampled_from([-720, -1, 0, 330, 840]))
def test_the_zone_that_a_time_is_told_in_does_not_matter_once_its_day_is_known(
    known: Diary, offset: int
) -> None:
    told = [elsewhere(each, offset) for each in records_of(known)]

    assert answers(Diary.of(known.today, told)) == answers(known)


@tried
@given(whole_diaries(), st.sampled_from([1, 3, 29, 59, 366, 1461, 36524]))
def test_a_diary_moved_through_the_calendar_is_answered_alike(known: Diary, days: int) -> None:
    by = timedelta(days=days)
    later = Diary.of(known.today + by, [moved(each, by) for each in records_of(known)])

    assert answers(later) == answers(known)
    before = verdicts(known)
    for rule, verdict in verdicts(later).items():
        was = before[rule]
        assert verdict.first - by == was.first
        assert [each.day - by for each in verdict.evidence] == [each.day for each in was.evidence]


@tried
@given(whole_diaries())
def test_what_no_rule_reads_changes_nothing(known: Diary) -> None:
    bare = [replace(each, **_emptied(each)) for each in records_of(known)]

    assert verdicts(Diary.of(known.today, bare)) == verdicts(known)


def _emptied(record: Record) -> dict[str, Any]:
    """Notes, sides, movements, exposures, side effects and the person's own words, blanked."""
    blank = {
        "note": "",
        "plan": "",
        "side": None,
        "spread": None,
        "movements": (),
        "exposures": frozenset() if isinstance(record, Episode) else (),
        "side_effect": "",
        "dose_text": "",
        "flare": False,
        "slept_badly": None,
        "sitting_h": None,
        "routine": "",
        "copied": False,
        "average": None,
        "risks": frozenset(),
        "allergies": "",
        "birth_year": None,
    }
    return {field.name: blank[field.name] for field in fields(record) if field.name in blank}


@tried
@given(whole_diaries(), st.lists(any_record(), max_size=5))
def test_what_a_person_answered_to_signals_visits_and_trials_changes_nothing(
    known: Diary, others: list[Record]
) -> None:
    silent = (Course, Experiment, Factor, Score, SignalNote, Visit)
    added = [each for each in others if isinstance(each, silent) and each.id not in known.by_id]

    assert verdicts(Diary.of(known.today, (*records_of(known), *added))) == verdicts(known)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_diary_is_answered_alike_in_any_order(number: int) -> None:
    known = HOSTILE[number]()
    backwards = tuple(reversed(records_of(known)))

    assert verdicts(Diary.of(known.today, backwards)) == verdicts(known)


def test_a_profile_alone_makes_no_rule_speak() -> None:
    assert not assess(Diary.of(TODAY, [profile(sex=Sex.M, fluid_limit=True)])).fired
