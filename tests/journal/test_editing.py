"""Changing, deleting, bringing back and taking in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from spasmlog.domain.records import (
    CheckIn,
    Drink,
    Episode,
    Factor,
    Reading,
    Record,
    Score,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import Lag, Nrs, TreatmentKind
from spasmlog.errors import InvalidEntry, NoSuchRecord, Refusal, RunningSpasmExists
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from tests.build import (
    check_in,
    clock_time,
    course,
    day,
    drink,
    episode,
    moment,
    profile,
    reading,
    running,
    treatment,
    use,
    visit,
)
from tests.charts.scored_scenes import peg, roland_morris


def with_records(journal: Journal, *records: Record) -> None:
    journal.fill(records)


def test_an_edit_changes_only_the_named_fields(journal: Journal) -> None:
    spasm = episode(1, hours=2)
    with_records(journal, spasm)
    journal.do(c.Edit(record_id=spasm.id, fields=(("peak", Nrs(9)), ("note", "worse"))))
    edited = journal.diary.get(Episode, spasm.id)

    assert edited is not None
    assert (edited.peak, edited.note, edited.resolved) == (9, "worse", spasm.resolved)
    assert edited.recorded_at == spasm.recorded_at


def test_a_moved_beginning_and_end_bring_their_days_along(journal: Journal) -> None:
    spasm = episode(1, hours=2)
    with_records(journal, spasm)
    fields = (
        ("onset", clock_time("2026-06-28 22:00")),
        ("resolved", clock_time("2026-06-29 09:00")),
    )
    journal.do(c.Edit(record_id=spasm.id, fields=fields))
    edited = journal.diary.episodes[0]

    assert (edited.day, edited.resolved_day) == (date(2026, 6, 28), date(2026, 6, 29))


def test_a_moved_beginning_moves_the_day_of_a_kept_end(journal: Journal) -> None:
    spasm = episode(1, "02:00", hours=2)
    with_records(journal, spasm)
    journal.do(c.Edit(record_id=spasm.id, fields=(("onset", clock_time("2026-06-30 03:30")),)))
    edited = journal.diary.episodes[0]

    assert (edited.day, edited.resolved_day) == (day(1), day(1))


def test_an_end_can_be_taken_away_again(journal: Journal) -> None:
    spasm = episode(1, hours=2)
    with_records(journal, spasm)
    journal.do(c.Edit(record_id=spasm.id, fields=(("resolved", None), ("end_unknown", True))))

    assert journal.diary.episodes[0].resolved_day is None


def test_a_spasm_that_is_made_to_run_again_must_be_the_only_one(journal: Journal) -> None:
    spasm, other = episode(1, hours=2), running(0)
    with_records(journal, spasm, other)
    with pytest.raises(RunningSpasmExists):
        journal.do(c.Edit(record_id=spasm.id, fields=(("resolved", None),)))


def test_a_typed_time_is_read_by_the_clocks_where_the_entry_was_lived(journal: Journal) -> None:
    from spasmlog.domain.moment import Moment

    tokyo = Moment.from_clock(clock_time("2026-06-20 08:00"), "Asia/Tokyo")
    glass = drink(at=tokyo, day=tokyo.diary_day())
    with_records(journal, glass)
    journal.do(c.Edit(record_id=glass.id, fields=(("at", clock_time("2026-06-20 09:30")),)))
    edited = journal.diary.of_kind(Drink)[0]

    assert (edited.at.zone, edited.at.clock) == ("Asia/Tokyo", clock_time("2026-06-20 09:30"))


def test_a_typed_end_is_read_by_the_clocks_where_it_let_go(journal: Journal) -> None:
    from spasmlog.domain.moment import Moment

    landed = Moment.from_clock(clock_time("2026-06-20 19:00"), "Asia/Tokyo")
    spasm = episode(
        onset=Moment.from_clock(clock_time("2026-06-20 06:00"), "Europe/Berlin"),
        resolved=landed,
        resolved_day=landed.diary_day(),
    )
    with_records(journal, spasm)
    later = clock_time("2026-06-20 19:05")
    journal.do(c.Edit(record_id=spasm.id, fields=(("resolved", later),)))
    end = journal.diary.episodes[0].resolved

    assert end is not None
    assert (end.zone, end.clock) == ("Asia/Tokyo", later)


def test_an_end_typed_later_is_read_by_the_clocks_where_the_spasm_began(journal: Journal) -> None:
    from spasmlog.domain.moment import Moment

    spasm = episode(onset=Moment.from_clock(clock_time("2026-06-20 06:00"), "Asia/Tokyo"))
    with_records(journal, spasm)
    fields = (("resolved", clock_time("2026-06-20 08:00")), ("end_unknown", False))
    journal.do(c.Edit(record_id=spasm.id, fields=fields))
    end = journal.diary.episodes[0].resolved

    assert end is not None
    assert end.zone == "Asia/Tokyo"


def test_a_moment_left_alone_keeps_its_day(journal: Journal) -> None:
    odd = drink(day=day(5))
    with_records(journal, odd)
    journal.do(c.Edit(record_id=odd.id, fields=(("at", odd.at), ("volume_ml", 330))))

    assert journal.diary.of_kind(Drink)[0].day == day(5)


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (episode(1, hours=2), (("resolved", moment(2)),)),
        (episode(1, hours=2), (("onset", moment(-1)),)),
        (drink(1), (("volume_ml", -3),)),
        (check_in(1), (("day", day(-1)),)),
    ],
)
def test_an_edit_to_nonsense_is_refused(journal: Journal, record: Record, fields: c.Fields) -> None:
    with_records(journal, record)
    before = journal.diary
    with pytest.raises(InvalidEntry):
        journal.do(c.Edit(record_id=record.id, fields=fields))

    assert journal.diary == before


def test_a_check_in_of_a_day_that_is_still_to_come_here_can_be_corrected(journal: Journal) -> None:
    flown_west = check_in(-1)
    with_records(journal, flown_west)
    journal.do(c.Edit(record_id=flown_west.id, fields=(("day", day(-1)), ("note", "landed"))))

    assert journal.diary.of_kind(CheckIn)[0].note == "landed"


def test_a_check_in_moves_only_to_a_day_without_one(journal: Journal) -> None:
    one, two = check_in(1), check_in(2)
    with_records(journal, one, two)
    with pytest.raises(InvalidEntry, match="check-in already"):
        journal.do(c.Edit(record_id=one.id, fields=(("day", day(2)),)))
    journal.do(c.Edit(record_id=one.id, fields=(("day", day(3)),)))

    assert [each.day for each in journal.diary.of_kind(CheckIn)] == [day(3), day(2)]


def test_a_questionnaire_moves_only_to_a_day_without_the_same(journal: Journal) -> None:
    one, two, other = peg(1, 4, 4, 4), peg(2, 5, 5, 5), roland_morris(3, 9)
    with_records(journal, one, two, other)
    with pytest.raises(InvalidEntry, match="has this questionnaire already"):
        journal.do(c.Edit(record_id=one.id, fields=(("day", day(2)),)))
    journal.do(c.Edit(record_id=one.id, fields=(("day", day(3)),)))

    assert [each.day for each in journal.diary.of_kind(Score)] == [day(3), day(3), day(2)]


def test_a_questionnaire_stays_whole_when_it_is_changed(journal: Journal) -> None:
    one = peg(1, 4, 4, 4)
    with_records(journal, one)
    for answers in ((("pain", 3),), (("activity", 11), ("enjoyment", 1), ("pain", 1))):
        with pytest.raises(InvalidEntry, match="Each of the 3 questions needs a number"):
            journal.do(c.Edit(record_id=one.id, fields=(("answers", answers),)))
    better = (("activity", 1), ("enjoyment", 1), ("pain", 1))
    journal.do(c.Edit(record_id=one.id, fields=(("answers", better),)))

    assert journal.diary.of_kind(Score)[0].answers == better


def test_a_part_of_a_questionnaire_from_elsewhere_can_still_be_moved(journal: Journal) -> None:
    part = replace(peg(1, 4, 4, 4), answers=(("pain", 4),))
    with_records(journal, part)
    journal.do(c.Edit(record_id=part.id, fields=(("day", day(2)),)))

    assert journal.diary.of_kind(Score)[0].day == day(2)


def test_a_course_does_not_begin_on_a_day_to_come(journal: Journal) -> None:
    physio = treatment("Physiotherapy")
    begun = course(1, treatment_id=physio.id)
    with_records(journal, physio, begun)
    with pytest.raises(InvalidEntry, match="not come yet"):
        journal.do(c.Edit(record_id=begun.id, fields=(("first_day", day(-1)),)))


def test_a_visit_may_be_moved_ahead(journal: Journal) -> None:
    planned = visit(0)
    with_records(journal, planned)
    journal.do(c.Edit(record_id=planned.id, fields=(("day", day(-10)),)))

    assert [each.day for each in journal.diary.of_kind(Visit)] == [day(-10)]


@pytest.mark.parametrize(
    "command", [c.Edit(record_id="gone", fields=()), c.Delete(record_id="gone")]
)
def test_what_is_gone_is_said(journal: Journal, command: c.Command) -> None:
    with pytest.raises(NoSuchRecord):
        journal.do(command)


def test_a_deleted_spasm_leaves_its_readings_and_doses(journal: Journal) -> None:
    ibuprofen, spasm = treatment(), episode(1, hours=2)
    dose = use(1, of=ibuprofen, spasm=spasm)
    felt = reading(1, episode_id=spasm.id, use_id=dose.id)
    with_records(journal, ibuprofen, spasm, dose, felt)
    journal.do(c.Delete(record_id=spasm.id))

    assert journal.diary.uses[0].episode_id is None
    assert (journal.diary.readings[0].episode_id, journal.diary.readings[0].use_id) == (
        None,
        dose.id,
    )
    journal.do(c.Delete(record_id=dose.id))
    assert journal.diary.readings[0].use_id is None


def test_undo_of_a_deletion_links_everything_again(journal: Journal) -> None:
    ibuprofen, spasm = treatment(), episode(1, hours=2)
    dose, felt = use(1, of=ibuprofen, spasm=spasm), reading(1, episode_id=spasm.id)
    with_records(journal, ibuprofen, spasm, dose, felt)
    before = journal.diary
    journal.do(c.Delete(record_id=spasm.id))
    journal.undo()

    assert journal.diary == before


@pytest.mark.parametrize("using", ["use", "course"])
def test_a_treatment_that_was_used_is_not_deleted(journal: Journal, using: str) -> None:
    ibuprofen = treatment()
    other = use(1, of=ibuprofen) if using == "use" else course(treatment_id=ibuprofen.id)
    with_records(journal, ibuprofen, other)
    with pytest.raises(InvalidEntry, match="stays in the history") as refused:
        journal.do(c.Delete(record_id=ibuprofen.id))

    assert "Archive it" in refused.value.next_step


def test_a_treatment_that_was_never_used_is_deleted(journal: Journal) -> None:
    ibuprofen = treatment()
    with_records(journal, ibuprofen)
    journal.do(c.Delete(record_id=ibuprofen.id))

    assert journal.diary.of_kind(Treatment) == ()


def test_a_deleted_factor_is_retired(journal: Journal) -> None:
    own = Factor(id="f", recorded_at=moment(9), name="gardening", lag=Lag.SAME_DAY, created=day(9))
    with_records(journal, own)
    journal.do(c.Delete(record_id="f"))

    assert journal.diary.of_kind(Factor)[0].retired == day()


def test_a_deleted_entry_comes_back_from_the_bin(journal: Journal, reopened: Journal) -> None:
    glass = drink(1)
    with_records(journal, glass)
    journal.do(c.Delete(record_id=glass.id))
    assert [each.change.before for each in reopened.deleted()] == [glass]
    journal.do(c.Restore(record_id=glass.id))

    assert journal.diary.of_kind(Drink) == (glass,)
    assert journal.deleted() == ()


def test_what_is_not_in_the_bin_does_not_come_back(journal: Journal) -> None:
    other = drink(1)
    with_records(journal, other)
    journal.do(c.Delete(record_id=other.id))
    with pytest.raises(NoSuchRecord):
        journal.do(c.Restore(record_id="gone"))


def test_a_check_in_brought_back_fills_only_what_is_unanswered(journal: Journal) -> None:
    old = check_in(1, worst=6, sleep_h=5.0, note="bad night")
    with_records(journal, old)
    journal.do(c.Delete(record_id=old.id))
    journal.do(c.SaveCheckIn(day=day(1), answers=(("worst", Nrs(2)),)))
    journal.do(c.Restore(record_id=old.id))
    (kept,) = journal.diary.of_kind(CheckIn)

    assert (kept.worst, kept.sleep_h, kept.note) == (2, 5.0, "bad night")


def test_each_thing_that_was_asked_is_filled_by_itself(journal: Journal) -> None:
    old = check_in(1, exposures=(("heavy_load", True), ("stress", True)))
    with_records(journal, old)
    journal.do(c.Delete(record_id=old.id))
    journal.do(c.SaveCheckIn(day=day(1), answers=(("exposures", (("stress", False),)),)))
    journal.do(c.Restore(record_id=old.id))

    assert journal.diary.of_kind(CheckIn)[0].exposures == (("heavy_load", True), ("stress", False))


@pytest.mark.parametrize(
    ("present", "old"),
    [({"worst": 2}, {"worst": 7, "average": 5}), ({"average": 5}, {"worst": 3, "average": 1})],
)
def test_a_number_that_contradicts_the_newer_check_in_is_not_filled_in(
    journal: Journal, present: dict[str, int], old: dict[str, int]
) -> None:
    deleted = check_in(1, **{"worst": None} | old, sleep_h=5.0)
    with_records(journal, deleted)
    journal.do(c.Delete(record_id=deleted.id))
    typed = tuple((name, Nrs(pain)) for name, pain in present.items())
    journal.do(c.SaveCheckIn(day=day(1), answers=typed))
    journal.do(c.Restore(record_id=deleted.id))
    (kept,) = journal.diary.of_kind(CheckIn)

    said = {"worst": kept.worst, "average": kept.average}
    assert said == {"worst": None, "average": None} | present
    assert kept.sleep_h == 5.0


def test_a_check_in_comes_back_whole_where_there_is_none(journal: Journal) -> None:
    old = check_in(1)
    with_records(journal, old)
    journal.do(c.Delete(record_id=old.id))
    journal.do(c.Restore(record_id=old.id))

    assert journal.diary.of_kind(CheckIn) == (old,)


def test_a_running_spasm_does_not_come_back_beside_another(journal: Journal) -> None:
    first = running(0)
    with_records(journal, first)
    journal.do(c.Delete(record_id=first.id))
    journal.do(c.LogEpisode())
    with pytest.raises(RunningSpasmExists):
        journal.do(c.Restore(record_id=first.id))


def test_links_to_what_is_gone_are_dropped_when_an_entry_comes_back(journal: Journal) -> None:
    ibuprofen, spasm = treatment(), episode(1, hours=2)
    dose = use(1, of=ibuprofen, spasm=spasm)
    felt = reading(1, episode_id=spasm.id, use_id=dose.id)
    with_records(journal, ibuprofen, spasm, dose, felt)
    for gone in (felt, dose, spasm):
        journal.do(c.Delete(record_id=gone.id))
    journal.do(c.Restore(record_id=felt.id))
    journal.do(c.Restore(record_id=dose.id))

    assert journal.diary.of_kind(Reading)[0].episode_id is None
    assert journal.diary.of_kind(Reading)[0].use_id is None
    assert journal.diary.of_kind(TreatmentUse)[0].episode_id is None


def test_links_to_what_is_there_come_back_with_the_entry(journal: Journal) -> None:
    ibuprofen, spasm = treatment(), episode(1, hours=2)
    dose = use(1, of=ibuprofen, spasm=spasm)
    felt = reading(1, episode_id=spasm.id, use_id=dose.id)
    with_records(journal, ibuprofen, spasm, dose, felt)
    journal.do(c.Delete(record_id=felt.id))
    journal.do(c.Restore(record_id=felt.id))

    assert journal.diary.readings == (felt,)


def test_a_spasm_comes_back_with_its_readings_and_doses(journal: Journal) -> None:
    ibuprofen, spasm = treatment(), episode(1, hours=2)
    dose = use(1, of=ibuprofen, spasm=spasm)
    felt = reading(1, episode_id=spasm.id, use_id=dose.id)
    with_records(journal, ibuprofen, spasm, dose, felt)
    before = journal.diary
    journal.do(c.Delete(record_id=spasm.id))
    journal.do(c.Restore(record_id=spasm.id))
    assert journal.diary == before
    journal.do(c.Delete(record_id=dose.id))
    journal.do(c.Restore(record_id=dose.id))

    assert journal.diary == before


def test_a_link_made_or_an_entry_deleted_since_stays_so_when_a_spasm_comes_back(
    journal: Journal,
) -> None:
    spasm, other = episode(2, hours=2), episode(1, hours=2)
    felt, gone = reading(2, episode_id=spasm.id), reading(2, "10:30", episode_id=spasm.id)
    with_records(journal, spasm, other, felt, gone)
    journal.do(c.Delete(record_id=spasm.id))
    journal.do(c.Edit(record_id=felt.id, fields=(("episode_id", other.id),)))
    journal.do(c.Delete(record_id=gone.id))
    journal.do(c.Restore(record_id=spasm.id))

    assert [each.episode_id for each in journal.diary.readings] == [other.id]


def test_undo_of_bringing_back_a_spasm_loosens_its_links_again(journal: Journal) -> None:
    spasm = episode(1, hours=2)
    with_records(journal, spasm, reading(1, episode_id=spasm.id))
    journal.do(c.Delete(record_id=spasm.id))
    before = journal.diary
    journal.do(c.Restore(record_id=spasm.id))
    journal.undo()

    assert journal.diary == before


def test_a_dose_does_not_come_back_without_its_treatment(journal: Journal) -> None:
    ibuprofen = treatment()
    dose = use(1, of=ibuprofen)
    with_records(journal, ibuprofen, dose)
    journal.do(c.Delete(record_id=dose.id))
    journal.do(c.Delete(record_id=ibuprofen.id))
    with pytest.raises(NoSuchRecord):
        journal.do(c.Restore(record_id=dose.id))


def test_an_import_fills_an_empty_journal_and_can_be_undone(journal: Journal) -> None:
    ibuprofen, spasm = treatment(), episode(1, hours=2)
    records = (use(1, of=ibuprofen, spasm=spasm), spasm, ibuprofen, profile(allergies="latex"))
    journal.do(c.ImportRecords(records=records))
    assert len(journal.diary.by_id) == 4
    journal.undo()

    assert len(journal.diary.by_id) == 0
    assert journal.diary.profile is None


def test_a_journal_with_entries_takes_no_import(journal: Journal) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    with pytest.raises(Refusal, match="has entries already"):
        journal.do(c.ImportRecords(records=(drink(),)))


def test_filling_anew_replaces_everything(journal: Journal, reopened: Journal) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    heat = treatment("Heat", kind=TreatmentKind.HEAT)
    journal.fill([heat], replace=True)

    assert tuple(journal.diary.by_id) == (heat.id,)
    assert journal.undo_label is None
    assert timedelta(0) == journal.now.utc - reopened.now.utc
