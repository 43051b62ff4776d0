"""Taking entries to another day or time, and copying one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

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
    Score,
    Stretch,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import Lag, Sign
from spasmlog.errors import InvalidEntry, NoSuchRecord, NoSuchTime, Refusal
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from tests.build import (
    activity,
    answer,
    check_in,
    clock_time,
    course,
    day,
    drink,
    episode,
    moment,
    reading,
    running,
    stretch,
    treatment,
    use,
    visit,
)
from tests.charts.scored_scenes import peg
from tests.journal.conftest import Clock


def clocks(journal: Journal, record: Record) -> list[str]:
    """What the clock showed at the beginning, and at the end of a spasm that has one."""
    found = journal.diary.by_id[record.id]
    if isinstance(found, Episode):
        return [f"{each.clock:%Y-%m-%d %H:%M}" for each in (found.onset, found.resolved) if each]
    assert isinstance(found, Reading | Drink | Activity | Stretch | TreatmentUse)
    return [f"{found.at.clock:%Y-%m-%d %H:%M}"]


def move(
    journal: Journal, *records: Record, to_day: date | None = None, by: timedelta | None = None
) -> None:
    journal.do(c.Move(record_ids=tuple(each.id for each in records), to_day=to_day, by=by))


def test_entries_keep_their_clock_time_on_another_day(journal: Journal) -> None:
    entries = [
        reading(1, "10:20"),
        drink(2, "23:50"),
        activity(3, "16:00"),
        stretch(4, "13:00"),
        episode(2, "09:00", hours=2),
    ]
    journal.fill(entries)
    move(journal, *entries, to_day=day(9))

    moved = [clocks(journal, each)[0] for each in entries]
    assert [each[:10] for each in moved] == ["2026-06-22"] * 5
    assert [each[11:] for each in moved] == ["10:20", "23:50", "16:00", "13:00", "09:00"]
    assert {getattr(journal.diary.by_id[each.id], "day", None) for each in entries} == {day(9)}


def test_a_move_is_one_step_to_undo_and_to_redo(journal: Journal, reopened: Journal) -> None:
    entries = [reading(1), drink(2)]
    journal.fill(entries)
    before = journal.diary
    move(journal, *entries, to_day=day(9))
    after = journal.diary
    assert journal.undo_label == "Move entries"
    journal.undo()
    assert journal.diary == before
    journal.redo()
    assert journal.diary == after


def test_an_entry_of_the_small_hours_stays_one_of_its_diary_day(journal: Journal) -> None:
    late = drink(0, "02:10")
    journal.fill([late])
    move(journal, late, to_day=day(5))

    assert journal.diary.of_kind(Drink)[0].day == day(5)
    assert clocks(journal, late) == ["2026-06-27 02:10"]


def test_the_day_asked_for_is_the_day_it_gets_where_days_begin_at_another_hour_now(
    journal: Journal, clock: Clock
) -> None:
    early = drink(1, "04:00")
    journal.fill([early])
    clock.day_start = time(5)
    move(journal, early, to_day=day(3))

    assert journal.diary.of_kind(Drink)[0].day == day(3)
    assert clocks(journal, early) == ["2026-06-29 04:00"]


def test_a_spasm_over_midnight_stays_as_long_as_it_was(journal: Journal) -> None:
    spasm = episode(1, "22:00", hours=9)
    journal.fill([spasm])
    move(journal, spasm, to_day=day(6))
    moved = journal.diary.episodes[0]

    assert clocks(journal, spasm) == ["2026-06-25 22:00", "2026-06-26 07:00"]
    assert (moved.day, moved.resolved_day) == (day(6), day(5))


def test_a_spasm_in_the_night_of_the_change_of_clocks_stays_as_long_as_it_was(
    journal: Journal,
) -> None:
    spasm = episode(1, "22:00", hours=9)
    journal.fill([spasm])
    move(journal, spasm, to_day=date(2026, 3, 28))
    moved = journal.diary.episodes[0]

    assert moved.resolved is not None
    assert moved.resolved.utc - moved.onset.utc == timedelta(hours=9)
    assert clocks(journal, spasm) == ["2026-03-28 22:00", "2026-03-29 08:00"]


def test_a_clock_time_that_the_day_does_not_have_is_refused_with_the_next(
    journal: Journal,
) -> None:
    spasm = episode(1, "02:30")
    journal.fill([spasm, drink(1)])
    with pytest.raises(NoSuchTime) as refused:
        move(journal, spasm, to_day=date(2026, 3, 28))

    assert "02:30" in refused.value.sentence
    assert "03:00" in refused.value.next_step
    assert clocks(journal, spasm) == ["2026-06-30 02:30"]


def test_what_is_linked_to_a_spasm_goes_along_and_keeps_its_links(journal: Journal) -> None:
    pill = treatment()
    spasm = episode(1, "22:00", hours=9)
    dose = use(1, "23:00", of=pill, spasm=spasm)
    relief = reading(0, "00:30", use_id=dose.id)
    morning = reading(0, "06:00", episode_id=spasm.id)
    apart = reading(1, "12:00")
    journal.fill([pill, spasm, dose, relief, morning, apart])
    move(journal, spasm, to_day=day(8))
    diary = journal.diary

    assert clocks(journal, dose) == ["2026-06-23 23:00"]
    assert clocks(journal, relief) == ["2026-06-24 00:30"]
    assert clocks(journal, morning) == ["2026-06-24 06:00"]
    assert clocks(journal, apart) == ["2026-06-30 12:00"]
    assert {each.id for each in diary.linked_readings(spasm.id)} == {morning.id}
    assert {each.id for each in diary.linked_readings(dose.id)} == {relief.id}
    assert {each.id for each in diary.linked_uses(spasm.id)} == {dose.id}


def test_what_is_chosen_beside_its_spasm_goes_where_the_spasm_goes(journal: Journal) -> None:
    spasm = episode(2, "22:00", hours=9)
    morning = reading(1, "06:00", episode_id=spasm.id)
    journal.fill([spasm, morning])
    move(journal, morning, spasm, to_day=day(8))

    assert clocks(journal, morning) == ["2026-06-24 06:00"]


def test_a_dose_that_leaves_its_spasm_takes_its_relief_check_and_loses_the_link(
    journal: Journal,
) -> None:
    pill, spasm = treatment(), episode(1, hours=2)
    dose = use(1, of=pill, spasm=spasm)
    relief = reading(1, "11:00", use_id=dose.id, episode_id=spasm.id)
    journal.fill([pill, spasm, dose, relief])
    move(journal, dose, to_day=day(4))
    moved, checked = journal.diary.of_kind(TreatmentUse)[0], journal.diary.readings[0]

    assert (moved.day, moved.episode_id) == (day(4), None)
    assert (checked.day, checked.use_id, checked.episode_id) == (day(4), dose.id, None)


def test_a_move_to_its_own_day_changes_nothing(journal: Journal) -> None:
    spasm = episode(1, hours=2)
    linked = reading(1, episode_id=spasm.id)
    journal.fill([spasm, linked])
    step = journal.do(c.Move(record_ids=(linked.id,), to_day=day(1)))

    assert step.changes == ()
    assert journal.undo_label is None


def test_what_belongs_to_a_whole_day_moves_with_its_length(journal: Journal) -> None:
    pill = treatment()
    entries = [
        course(30, 20, treatment_id=pill.id),
        replace(course(10, treatment_id=pill.id), plan="still running"),
        visit(6),
        check_in(3),
        peg(5, 4, 4, 4),
    ]
    journal.fill([pill, *entries])
    move(journal, *entries, to_day=day(8))
    diary = journal.diary
    spans = {(each.first_day, each.last_day) for each in diary.of_kind(Course)}

    assert spans == {(day(8), day(-2)), (day(8), None)}
    kept = (diary.of_kind(Visit)[0], diary.of_kind(CheckIn)[0], diary.of_kind(Score)[0])
    assert [each.day for each in kept] == [day(8)] * 3


def test_a_day_has_one_check_in_also_after_a_move(journal: Journal) -> None:
    first, second = check_in(3), check_in(2)
    journal.fill([first, second])
    with pytest.raises(InvalidEntry, match="That day has a check-in already"):
        move(journal, first, to_day=day(2))
    with pytest.raises(InvalidEntry, match="That day has a check-in already"):
        move(journal, first, second, to_day=day(9))

    assert [each.day for each in journal.diary.of_kind(CheckIn)] == [day(3), day(2)]


def test_a_day_has_one_of_each_questionnaire_also_after_a_move(journal: Journal) -> None:
    first, second = peg(14, 4, 4, 4), peg(7, 5, 5, 5)
    journal.fill([first, second])
    with pytest.raises(InvalidEntry, match="That day has this questionnaire already"):
        move(journal, first, to_day=day(7))


def test_nothing_but_a_visit_moves_to_a_day_that_has_not_come(journal: Journal) -> None:
    planned, drunk, asked = visit(3), drink(1), check_in(1)
    journal.fill([planned, drunk, asked])
    move(journal, planned, to_day=day(-14))
    for record in (drunk, asked):
        with pytest.raises(InvalidEntry, match="has not come yet"):
            move(journal, record, to_day=day(-1))

    assert journal.diary.of_kind(Visit)[0].day == day(-14)


def test_today_at_a_time_that_has_not_come_is_refused_and_all_stay(journal: Journal) -> None:
    early, late = drink(1, "08:00"), drink(1, "23:00")
    journal.fill([early, late])
    with pytest.raises(InvalidEntry, match="has not come yet"):
        move(journal, early, late, to_day=day(0))

    assert {each.day for each in journal.diary.of_kind(Drink)} == {day(1)}


def test_a_spasm_that_would_end_ahead_of_the_clock_is_refused(journal: Journal) -> None:
    spasm = episode(1, "17:00", hours=5)
    journal.fill([spasm])
    with pytest.raises(InvalidEntry, match="has not come yet"):
        move(journal, spasm, to_day=day(0))


@pytest.mark.parametrize("to_day", [date.min, date(1850, 1, 1), date.max])
def test_a_day_of_another_age_is_refused(journal: Journal, to_day: date) -> None:
    spasm = episode(1, "00:30", hours=2)
    journal.fill([spasm, reading(1, episode_id=spasm.id)])
    with pytest.raises(InvalidEntry):
        move(journal, spasm, to_day=to_day)


def test_what_belongs_to_its_day_alone_is_not_moved(journal: Journal) -> None:
    asked = answer(1, Sign.FEVER)
    own = Factor(
        id="factor", recorded_at=moment(9), name="Long drive", lag=Lag.SAME_DAY, created=day(9)
    )
    journal.fill([asked, own, drink(1)])
    for record in (asked, own):
        with pytest.raises(InvalidEntry) as refused:
            move(journal, record, to_day=day(4))
        assert "safety answers" in refused.value.next_step


def test_entries_are_shifted_by_a_time_and_their_days_follow(journal: Journal) -> None:
    spasm, drunk = episode(1, "02:00", hours=2), drink(0, "11:00")
    linked = reading(1, "02:30", episode_id=spasm.id)
    journal.fill([spasm, drunk, linked])
    move(journal, spasm, drunk, by=timedelta(hours=2, minutes=-30))
    moved = journal.diary.episodes[0]

    assert clocks(journal, spasm) == ["2026-06-30 03:30", "2026-06-30 05:30"]
    assert (moved.day, moved.resolved_day) == (day(1), day(1))
    assert clocks(journal, drunk) == ["2026-07-01 12:30"]
    assert clocks(journal, linked) == ["2026-06-30 02:30"]


def test_a_running_spasm_and_one_of_unknown_end_are_shifted_as_they_are(journal: Journal) -> None:
    still, over = running(0, "09:00"), episode(3, "09:00")
    journal.fill([still, over])
    move(journal, still, over, by=timedelta(hours=-1))
    earlier, later = journal.diary.episodes

    assert clocks(journal, still) == ["2026-07-01 08:00"]
    assert (later.is_running, earlier.end_unknown) == (True, True)


def test_a_shift_never_leads_into_the_future_or_out_of_time(journal: Journal) -> None:
    drunk = drink(0, "11:00")
    journal.fill([drunk])
    for by in (timedelta(hours=12), timedelta.max, timedelta.min):
        with pytest.raises(InvalidEntry):
            move(journal, drunk, by=by)


def test_what_has_no_clock_time_is_not_shifted(journal: Journal) -> None:
    drunk, asked = drink(1), check_in(1)
    journal.fill([drunk, asked])
    with pytest.raises(InvalidEntry, match="no clock time"):
        move(journal, drunk, asked, by=timedelta(hours=1))

    assert clocks(journal, drunk) == ["2026-06-30 11:00"]


def test_a_move_needs_a_day_or_a_time_and_not_both(journal: Journal) -> None:
    drunk = drink(1)
    journal.fill([drunk])
    with pytest.raises(Refusal, match="to a day, or by"):
        move(journal, drunk)
    with pytest.raises(Refusal, match="to a day, or by"):
        move(journal, drunk, to_day=day(2), by=timedelta(hours=1))


def test_an_entry_named_twice_moves_once_and_one_that_is_gone_is_refused(
    journal: Journal,
) -> None:
    drunk = drink(1)
    journal.fill([drunk])
    move(journal, drunk, drunk, by=timedelta(hours=1))
    with pytest.raises(NoSuchRecord):
        journal.do(c.Move(record_ids=(drunk.id, "gone"), to_day=day(4)))

    assert clocks(journal, drunk) == ["2026-06-30 12:00"]


def copy_of(journal: Journal, record: Record) -> Record:
    """The only other record of its kind."""
    (copy,) = (each for each in journal.diary.of_kind(type(record)) if each.id != record.id)
    return copy


def test_a_copy_is_a_new_entry_of_the_same_moment(journal: Journal) -> None:
    drunk = drink(1, "11:00", volume_ml=330)
    journal.fill([drunk])
    journal.do(c.Duplicate(record_id=drunk.id))
    copy = copy_of(journal, drunk)

    assert isinstance(copy, Drink)
    assert (copy.at, copy.day, copy.volume_ml) == (drunk.at, drunk.day, 330)
    assert copy.recorded_at.utc == moment(0, "18:40").utc
    assert journal.undo_label == "Duplicate entry"
    journal.undo()
    assert journal.diary.of_kind(Drink) == (drunk,)


def test_a_copy_on_another_day_keeps_its_clock_time_and_no_link(journal: Journal) -> None:
    pill, spasm = treatment(), episode(1, hours=2)
    dose = use(1, "09:40", of=pill, spasm=spasm)
    relief = reading(1, "10:40", use_id=dose.id, episode_id=spasm.id)
    journal.fill([pill, spasm, dose, relief])
    for record in (dose, relief):
        journal.do(c.Duplicate(record_id=record.id, to_day=day(4)))
    again, checked = copy_of(journal, dose), copy_of(journal, relief)

    assert isinstance(again, TreatmentUse)
    assert isinstance(checked, Reading)
    assert (again.day, again.episode_id, again.dose_mg) == (day(4), None, dose.dose_mg)
    assert (checked.day, checked.use_id, checked.episode_id) == (day(4), None, None)
    assert clocks(journal, again) == ["2026-06-27 09:40"]


def test_a_copy_on_the_same_day_keeps_its_links(journal: Journal) -> None:
    pill, spasm = treatment(), episode(1, hours=2)
    dose = use(1, "09:40", of=pill, spasm=spasm)
    journal.fill([pill, spasm, dose])
    journal.do(c.Duplicate(record_id=dose.id, to_time=clock_time("2026-06-30 10:15")))
    again = copy_of(journal, dose)

    assert isinstance(again, TreatmentUse)
    assert again.episode_id == spasm.id
    assert clocks(journal, again) == ["2026-06-30 10:15"]


def test_a_copy_at_another_moment_belongs_to_its_day_and_takes_as_long(journal: Journal) -> None:
    spasm = episode(1, "22:00", hours=9)
    journal.fill([spasm])
    journal.do(c.Duplicate(record_id=spasm.id, to_time=clock_time("2026-06-27 01:00")))
    copy = copy_of(journal, spasm)

    assert isinstance(copy, Episode)
    assert (copy.day, copy.resolved_day) == (date(2026, 6, 26), date(2026, 6, 27))
    assert clocks(journal, copy) == ["2026-06-27 01:00", "2026-06-27 10:00"]


def test_a_copy_of_a_running_spasm_does_not_run(journal: Journal) -> None:
    still = running(0, "09:00")
    journal.fill([still])
    journal.do(c.Duplicate(record_id=still.id, to_day=day(2)))
    copy = copy_of(journal, still)

    assert isinstance(copy, Episode)
    assert (copy.is_running, copy.end_unknown) == (False, True)
    assert journal.diary.running == still


def test_a_copied_check_in_says_so_and_needs_a_day_without_one(journal: Journal) -> None:
    asked = check_in(1, worst=4)
    journal.fill([asked])
    journal.do(c.Duplicate(record_id=asked.id, to_day=day(0)))
    copy = copy_of(journal, asked)

    assert isinstance(copy, CheckIn)
    assert (copy.day, copy.worst, copy.copied) == (day(0), 4, True)
    with pytest.raises(InvalidEntry, match="That day has a check-in already"):
        journal.do(c.Duplicate(record_id=asked.id))


def test_a_copied_questionnaire_needs_a_day_without_one(journal: Journal) -> None:
    scored = peg(7, 4, 4, 4)
    journal.fill([scored])
    with pytest.raises(InvalidEntry, match="That day has this questionnaire already"):
        journal.do(c.Duplicate(record_id=scored.id))
    journal.do(c.Duplicate(record_id=scored.id, to_day=day(1)))

    assert copy_of(journal, scored).id != scored.id


def test_what_has_no_clock_time_is_not_copied_to_one(journal: Journal) -> None:
    asked = check_in(1)
    journal.fill([asked, stretch(1)])
    with pytest.raises(InvalidEntry, match="no clock time"):
        journal.do(c.Duplicate(record_id=asked.id, to_time=clock_time("2026-06-28 10:00")))

    assert len(journal.diary.of_kind(CheckIn)) == len(journal.diary.of_kind(Stretch)) == 1


def test_a_safety_answer_is_not_copied(journal: Journal) -> None:
    asked = answer(1, Sign.FEVER)
    journal.fill([asked])
    with pytest.raises(InvalidEntry, match="cannot be moved or copied"):
        journal.do(c.Duplicate(record_id=asked.id, to_day=day(4)))


def test_copies_made_together_are_linked_to_one_another(journal: Journal) -> None:
    pill, spasm = treatment(), episode(1, hours=2)
    dose = use(1, "09:40", of=pill, spasm=spasm)
    relief = reading(1, "10:40", use_id=dose.id, episode_id=spasm.id)
    journal.fill([pill, spasm, dose, relief])
    ids = (relief.id, dose.id, spasm.id, spasm.id)
    journal.do(c.DuplicateMany(record_ids=ids, to_day=day(4)))
    copy, again, checked = (copy_of(journal, each) for each in (spasm, dose, relief))

    assert isinstance(again, TreatmentUse)
    assert isinstance(checked, Reading)
    assert again.episode_id == checked.episode_id == copy.id
    assert checked.use_id == again.id
    assert journal.undo_label == "Duplicate entries"


def test_copies_without_their_spasm_are_linked_to_nothing_on_another_day(
    journal: Journal,
) -> None:
    spasm = episode(1, hours=2)
    near = reading(1, "10:40", episode_id=spasm.id)
    journal.fill([spasm, near])
    journal.do(c.DuplicateMany(record_ids=(near.id,), to_day=day(4)))
    copy = copy_of(journal, near)

    assert isinstance(copy, Reading)
    assert copy.episode_id is None


def test_one_that_cannot_be_copied_leaves_none(journal: Journal) -> None:
    drunk, asked = drink(1), answer(1, Sign.FEVER)
    journal.fill([drunk, asked])
    with pytest.raises(InvalidEntry, match="cannot be moved or copied"):
        journal.do(c.DuplicateMany(record_ids=(drunk.id, asked.id), to_day=day(4)))

    assert journal.diary.of_kind(Drink) == (drunk,)
