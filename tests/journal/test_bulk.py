"""Changing, deleting and bringing back several entries at once."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from spasmlog.domain.records import (
    Activity,
    CheckIn,
    Course,
    Drink,
    Episode,
    Factor,
    Reading,
    Record,
    TreatmentUse,
)
from spasmlog.domain.scales import Intensity, Lag, Nrs, Region, Side, TreatmentKind
from spasmlog.errors import InvalidEntry, NoSuchRecord
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.journal.several import FIELDS, can_delete, can_move, can_shift, takes
from tests.build import (
    activity,
    check_in,
    course,
    day,
    drink,
    episode,
    moment,
    reading,
    running,
    treatment,
    use,
)


def ids(*records: Record) -> tuple[str, ...]:
    return tuple(each.id for each in records)


def change(journal: Journal, *records: Record, **change: Any) -> None:
    journal.do(c.EditMany(record_ids=ids(*records), **change))


def factor() -> Factor:
    return Factor(
        id="factor", recorded_at=moment(9), name="Long drive", lag=Lag.SAME_DAY, created=day(9)
    )


def test_fields_are_set_in_all_and_the_others_stay(journal: Journal) -> None:
    first, second = episode(3, note="one"), episode(1, note="two", side=Side.RIGHT)
    journal.fill([first, second])
    change(journal, first, second, fields=(("region", Region.NECK), ("side", Side.LEFT)))
    found = journal.diary.episodes

    assert [(each.region, each.side) for each in found] == [(Region.NECK, Side.LEFT)] * 2
    assert [each.note for each in found] == ["one", "two"]
    assert journal.undo_label == "Change entries"
    journal.undo()
    assert journal.diary.episodes == (first, second)


def test_a_change_of_several_kinds_is_one_step_named_as_a_change(journal: Journal) -> None:
    spasm, glass = episode(3), drink(2, "12:00", id="glass")
    journal.fill([spasm, glass])
    moved = c.EditMany(record_ids=(spasm.id,), fields=(("side", Side.LEFT),))
    poured = c.EditMany(record_ids=(glass.id,), fields=(("volume_ml", 500),))
    before = journal.diary

    step = journal.do(c.EditTogether(edits=(moved, poured)))

    assert (len(step.changes), journal.undo_label) == (2, "Change entries")
    journal.undo()
    assert journal.diary.by_id == before.by_id
    with pytest.raises(InvalidEntry, match="no side"):
        journal.do(c.EditTogether(edits=(poured, replace(moved, record_ids=(glass.id,)))))
    assert journal.diary.by_id == before.by_id


def test_exposures_are_added_and_taken_away(journal: Journal) -> None:
    first = episode(3, exposures=frozenset({"stress"}))
    second = episode(1, exposures=frozenset({"heavy_load", "stress"}))
    journal.fill([first, second])
    change(journal, first, second, add=frozenset({"heavy_load"}), remove=frozenset({"stress"}))

    assert [each.exposures for each in journal.diary.episodes] == [{"heavy_load"}] * 2


def test_what_is_taken_from_a_check_in_is_unknown_again(journal: Journal) -> None:
    asked = check_in(1, exposures=(("awkward_posture", False), ("stress", True)))
    journal.fill([asked])
    change(journal, asked, add=frozenset({"heavy_load"}), remove=frozenset({"stress"}))
    exposures = journal.diary.of_kind(CheckIn)[0].exposures

    assert exposures == (("awkward_posture", False), ("heavy_load", True))


def test_a_note_stands_behind_the_one_that_is_there(journal: Journal) -> None:
    entries = [episode(3, note="one"), reading(2), use(1, of=(pill := treatment()), note="")]
    journal.fill([pill, *entries])
    change(journal, *entries, note="in the hotel")
    notes = [getattr(journal.diary.by_id[each.id], "note", None) for each in entries]

    assert notes == ["one\nin the hotel", "in the hotel", "in the hotel"]


def test_a_note_may_be_replaced_and_added_to_at_once(journal: Journal) -> None:
    spasm = episode(3, note="one")
    journal.fill([spasm])
    change(journal, spasm, fields=(("note", "two"),), note="three")

    assert journal.diary.episodes[0].note == "two\nthree"


def test_another_treatment_brings_its_kind_along_and_a_course_keeps_the_rest(
    journal: Journal,
) -> None:
    pill = treatment()
    other = treatment("Co-codamol", kind=TreatmentKind.COMBINATION, prescribed=True)
    dose, weeks = use(1, of=pill), course(9, treatment_id=pill.id, plan="six times")
    journal.fill([pill, other, dose, weeks])
    change(journal, dose, weeks, fields=(("treatment_id", other.id),))
    (moved,), (kept,) = journal.diary.of_kind(TreatmentUse), journal.diary.of_kind(Course)

    assert (moved.treatment_id, moved.kind) == (other.id, TreatmentKind.COMBINATION)
    assert (moved.prescribed, moved.dose_mg) == (True, 400.0)
    assert (kept.treatment_id, kept.plan) == (other.id, "six times")


def test_a_treatment_that_is_gone_is_refused(journal: Journal) -> None:
    dose = use(1, of=(pill := treatment()))
    journal.fill([pill, dose])
    with pytest.raises(NoSuchRecord):
        change(journal, dose, fields=(("treatment_id", "gone"),))


def test_kind_and_effort_of_activities_are_changed(journal: Journal) -> None:
    first, second = activity(2), activity(1)
    journal.fill([first, second])
    change(
        journal,
        first,
        second,
        fields=(("kind", "cycling"), ("intensity", Intensity.LIGHT)),
    )
    found = journal.diary.of_kind(Activity)

    assert [(each.kind, each.intensity) for each in found] == [("cycling", Intensity.LIGHT)] * 2


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"fields": (("side", Side.LEFT),)}, "no side"),
        ({"add": frozenset({"stress"})}, "no list of what set it off"),
        ({"remove": frozenset({"stress"})}, "no list of what set it off"),
        ({"note": "more"}, "no note"),
        ({"fields": (("day", day(3)),)}, "cannot be changed for several"),
    ],
)
def test_what_one_of_them_does_not_have_is_refused_for_all(
    journal: Journal, what: dict[str, Any], said: str
) -> None:
    spasm, drunk = episode(2), drink(1)
    journal.fill([spasm, drunk])
    with pytest.raises(InvalidEntry, match=said):
        change(journal, spasm, drunk, **what)

    assert journal.diary.episodes == (spasm,)


def test_what_a_record_refuses_changes_none_of_them(journal: Journal) -> None:
    first, second = drink(2), drink(1)
    journal.fill([first, second])
    with pytest.raises(InvalidEntry):
        change(journal, first, second, fields=(("volume_ml", 0),))

    assert journal.diary.of_kind(Drink) == (first, second)


def test_every_shared_field_is_one_of_each_of_its_kinds() -> None:
    for name, shared in FIELDS.items():
        for kind in shared.kinds:
            assert name in {each.name for each in fields(kind)}


def test_the_page_can_ask_before_what_can_be_done() -> None:
    asked, drunk, own, pill = check_in(1), drink(1), factor(), treatment()

    assert [can_move(each) for each in (asked, drunk, own, pill)] == [True, True, False, False]
    assert [can_shift(each) for each in (asked, drunk, own, pill)] == [False, True, False, False]
    assert [can_delete(each) for each in (asked, drunk, own, pill)] == [True, True, False, False]
    assert takes(asked, "note")
    assert not takes(drunk, "note")
    assert not takes(drunk, "day")


def test_several_are_deleted_as_one_step_and_brought_back_as_one(journal: Journal) -> None:
    pill = treatment()
    spasm = episode(2, hours=3)
    dose = use(2, of=pill, spasm=spasm)
    relief = reading(2, "11:00", use_id=dose.id, episode_id=spasm.id)
    journal.fill([pill, spasm, dose, relief, drink(1)])
    before = journal.diary
    journal.do(c.DeleteMany(record_ids=ids(spasm, relief, dose)))

    assert {type(each) for each in journal.diary.by_id.values()} == {type(pill), Drink}
    assert journal.undo_label == "Delete entries"
    journal.undo()
    assert journal.diary == before
    journal.redo()
    journal.do(c.RestoreMany(record_ids=ids(relief, dose, spasm)))
    assert journal.diary == before
    assert journal.undo_label == "Bring back entries"


def test_what_was_deleted_together_comes_back_one_by_one_with_its_links(
    journal: Journal,
) -> None:
    pill, spasm = treatment(), episode(2, hours=3)
    dose = use(2, of=pill, spasm=spasm)
    relief = reading(2, "11:00", use_id=dose.id, episode_id=spasm.id)
    journal.fill([pill, spasm, dose, relief])
    before = journal.diary
    journal.do(c.DeleteMany(record_ids=ids(spasm, relief, dose)))
    journal.do(c.Restore(record_id=relief.id))
    assert journal.diary.readings[0].episode_id is journal.diary.readings[0].use_id is None
    journal.do(c.Restore(record_id=dose.id))
    assert journal.diary.readings[0].use_id == dose.id
    journal.do(c.Restore(record_id=spasm.id))

    assert journal.diary == before


def test_an_entry_whose_spasm_is_gone_comes_back_without_it(journal: Journal) -> None:
    spasm = episode(2, hours=3)
    linked = reading(2, "11:00", episode_id=spasm.id)
    journal.fill([spasm, linked])
    journal.do(c.Delete(record_id=linked.id))
    journal.do(c.Delete(record_id=spasm.id))
    journal.do(c.RestoreMany(record_ids=ids(linked)))

    assert journal.diary.readings[0].episode_id is None


def test_a_check_in_brought_back_beside_another_fills_what_is_not_answered(
    journal: Journal,
) -> None:
    first = check_in(2, worst=4, sleep_h=7.0)
    journal.fill([first])
    journal.do(c.DeleteMany(record_ids=ids(first)))
    journal.do(c.SaveCheckIn(day=day(2), answers=(("worst", Nrs(6)),)))
    journal.do(c.RestoreMany(record_ids=ids(first)))
    (present,) = journal.diary.of_kind(CheckIn)

    assert (present.worst, present.sleep_h) == (6, 7.0)


def test_one_that_cannot_come_back_keeps_all_in_the_bin(journal: Journal) -> None:
    still, drunk = running(0, "08:00"), drink(1)
    journal.fill([still, drunk])
    journal.do(c.DeleteMany(record_ids=ids(still, drunk)))
    journal.do(c.LogEpisode(peak=Nrs(4)))
    with pytest.raises(InvalidEntry, match="running already"):
        journal.do(c.RestoreMany(record_ids=ids(drunk, still)))
    with pytest.raises(NoSuchRecord):
        journal.do(c.RestoreMany(record_ids=(*ids(drunk), "never there")))

    assert journal.diary.of_kind(Drink) == ()
    assert {each.change.before for each in journal.deleted()} == {still, drunk}


def test_entries_named_twice_are_deleted_and_brought_back_once(journal: Journal) -> None:
    drunk = drink(1)
    journal.fill([drunk])
    journal.do(c.DeleteMany(record_ids=ids(drunk, drunk)))
    journal.do(c.RestoreMany(record_ids=ids(drunk, drunk)))

    assert journal.diary.of_kind(Drink) == (drunk,)


def test_what_days_are_compared_by_is_not_deleted_with_others(journal: Journal) -> None:
    own, drunk = factor(), drink(1)
    journal.fill([own, drunk])
    with pytest.raises(InvalidEntry, match="no entry of a day"):
        journal.do(c.DeleteMany(record_ids=ids(drunk, own)))

    assert journal.diary.of_kind(Drink) == (drunk,)


def test_a_linked_reading_left_behind_loses_its_link_and_gets_it_back(journal: Journal) -> None:
    spasm = episode(2, hours=3)
    linked = reading(2, "11:00", episode_id=spasm.id)
    journal.fill([spasm, linked, drink(1)])
    journal.do(c.DeleteMany(record_ids=ids(spasm)))
    assert isinstance(journal.diary.by_id[linked.id], Reading)
    assert journal.diary.readings[0].episode_id is None
    journal.do(c.RestoreMany(record_ids=ids(spasm)))

    assert journal.diary.readings[0].episode_id == spasm.id
    assert isinstance(journal.diary.by_id[spasm.id], Episode)
