"""How the diary moves on: a moved picture is the picture of what was changed, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Change, Diary, Step, sort_key
from spasmlog.domain.records import (
    Activity,
    CheckIn,
    Course,
    Drink,
    Episode,
    Profile,
    Reading,
    Record,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import Nrs
from tests import build
from tests.strategies import journals, moments, record_of

A_FEW_DAYS = moments(timedelta(days=6))


def same(picture: Diary, other: Diary) -> None:
    """Two pictures show the same, in the same order; what has nothing to show is not kept."""
    assert picture.profile == other.profile
    assert picture.records == other.records
    assert picture.by_id == other.by_id
    assert picture.linked == other.linked
    assert list(picture.facts.items()) == list(other.facts.items())


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


@settings(max_examples=150)
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
