"""What logging does, and what it refuses."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Activity, Drink, Episode, Reading, Stretch, Treatment
from spasmlog.domain.scales import (
    Intensity,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    TreatmentKind,
)
from spasmlog.errors import InvalidEntry, NoSuchRecord, NoSuchTime, RunningSpasmExists
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from tests.build import clock_time, day, moment
from tests.journal.conftest import Clock

IBUPROFEN = c.Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)


def the_spasm(journal: Journal) -> Episode:
    (spasm,) = journal.diary.episodes
    return spasm


def test_a_spasm_that_begins_now_runs(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogEpisode(region=Region.LOW_BACK, side=Side.LEFT))
    spasm = the_spasm(journal)

    assert spasm.is_running
    assert spasm.onset == clock.now
    assert (spasm.region, spasm.side) == (Region.LOW_BACK, Side.LEFT)
    assert journal.diary.readings == ()


def test_the_strength_of_a_running_spasm_is_also_a_reading_of_it(journal: Journal) -> None:
    journal.do(c.LogEpisode(onset=moment(0, "18:20"), peak=Nrs(7)))
    (reading,) = journal.diary.readings

    assert the_spasm(journal).peak == 7
    assert (reading.pain, reading.episode_id) == (7, the_spasm(journal).id)
    assert reading.at == moment(0, "18:40")


def test_the_strength_of_a_spasm_that_is_over_is_its_peak_alone(journal: Journal) -> None:
    journal.do(c.LogEpisode(onset=moment(0, "14:00"), lasted=timedelta(hours=1), peak=Nrs(7)))

    assert the_spasm(journal).resolved == moment(0, "15:00")
    assert journal.diary.readings == ()


def test_a_spasm_can_be_typed_with_clock_times(journal: Journal) -> None:
    journal.do(
        c.LogEpisode(
            onset=clock_time("2026-06-30 23:30"),
            resolved=clock_time("2026-07-01 01:10"),
            onset_exact=OnsetExact.MINUTE,
        )
    )
    spasm = the_spasm(journal)

    assert spasm.day == spasm.resolved_day == day(1)
    assert spasm.recorded_at == moment(0, "18:40")


def test_a_spasm_over_with_its_end_not_known_does_not_run(journal: Journal) -> None:
    journal.do(c.LogEpisode(onset=moment(0, "14:00"), end_unknown=True))

    assert journal.diary.running is None


@pytest.mark.parametrize(
    "command",
    [
        c.LogEpisode(onset=moment(0, "18:45")),
        c.LogEpisode(onset=moment(0, "14:00"), resolved=moment(0, "19:00")),
        c.LogEpisode(onset=moment(0, "14:00"), resolved=moment(0, "13:00")),
        c.LogEpisode(onset=moment(0, "14:00"), lasted=timedelta(hours=-1)),
        c.LogEpisode(onset=moment(0, "18:00"), lasted=timedelta(hours=2)),
        c.LogReading(pain=Nrs(3), at=moment(0, "20:00")),
        c.LogDrink(volume_ml=0),
        c.LogDrink(volume_ml=-250),
        c.LogActivity(kind="", minutes=20, intensity=Intensity.LIGHT),
        c.LogActivity(kind="walk", minutes=0, intensity=Intensity.LIGHT),
        c.LogStretch(seconds=-60),
        c.LogUse(dose=c.Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=-3.0)),
        c.LogUse(dose=c.Dose(name="  ", kind=TreatmentKind.HEAT)),
        c.LogReading(),
    ],
)
def test_nonsense_is_refused_and_nothing_is_written(journal: Journal, command: c.Command) -> None:
    before = journal.diary
    with pytest.raises(InvalidEntry):
        journal.do(command)

    assert journal.diary == before
    assert journal.undo_label is None


def test_a_clock_time_that_does_not_exist_offers_the_next_one(
    journal: Journal, clock: Clock
) -> None:
    clock.now = Moment.from_clock(clock_time("2026-03-29 12:00"), "Europe/Berlin")
    with pytest.raises(NoSuchTime) as refused:
        journal.do(c.LogEpisode(onset=clock_time("2026-03-29 02:30")))

    assert "02:30" in refused.value.sentence
    assert "03:00" in refused.value.next_step


def test_a_second_running_spasm_is_refused_and_names_the_first(journal: Journal) -> None:
    journal.do(c.LogEpisode())
    with pytest.raises(RunningSpasmExists) as refused:
        journal.do(c.LogEpisode(onset=moment(0, "18:00")))

    assert refused.value.episode_id == the_spasm(journal).id
    assert "End the first" in refused.value.next_step


def test_a_finished_spasm_can_be_logged_while_another_runs(journal: Journal) -> None:
    journal.do(c.LogEpisode())
    journal.do(c.LogEpisode(onset=moment(1, "14:00"), lasted=timedelta(hours=1)))

    assert len(journal.diary.episodes) == 2


def test_it_let_go(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogEpisode())
    clock.go(minutes=72)
    journal.do(c.EndEpisode(episode_id=the_spasm(journal).id))

    assert the_spasm(journal).resolved == clock.now
    assert journal.diary.running is None


def test_an_end_before_the_beginning_is_refused(journal: Journal) -> None:
    journal.do(c.LogEpisode())
    with pytest.raises(InvalidEntry, match="before it began"):
        journal.do(c.EndEpisode(episode_id=the_spasm(journal).id, at=moment(0, "18:00")))

    assert journal.diary.running is not None


def test_an_end_that_nobody_knows(journal: Journal) -> None:
    journal.do(c.LogEpisode())
    journal.do(c.LeaveEndUnknown(episode_id=the_spasm(journal).id))

    assert the_spasm(journal).end_unknown
    assert journal.diary.running is None


def test_a_spasm_that_is_gone_cannot_be_ended(journal: Journal) -> None:
    with pytest.raises(NoSuchRecord):
        journal.do(c.EndEpisode(episode_id="gone"))


def test_a_reading_belongs_to_the_spasm_that_runs(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogReading(pain=Nrs(2)))
    journal.do(c.LogEpisode())
    clock.go(minutes=5)
    journal.do(c.LogReading(pain=Nrs(5)))
    journal.do(c.LogReading(pain=Nrs(4), at=moment(0, "12:00")))
    by_time = [each.episode_id for each in journal.diary.readings]

    assert by_time == [None, None, the_spasm(journal).id]


def test_gone_is_a_pain_of_zero(journal: Journal) -> None:
    journal.do(c.LogReading(word=ReadingWord.GONE))

    assert journal.diary.readings[0].pain == 0


def test_no_spasm_so_far_is_never_a_zero(journal: Journal) -> None:
    journal.do(c.LogReading(word=ReadingWord.NO_SPASM))

    assert journal.diary.readings[0].pain is None
    assert not journal.diary.facts_on(day()).logged


@pytest.mark.parametrize(
    "spasm",
    [
        c.LogEpisode(),
        c.LogEpisode(onset=moment(0, "09:00"), lasted=timedelta(minutes=20)),
        c.LogEpisode(onset=moment(1, "22:00"), resolved=moment(0, "08:00")),
        c.LogEpisode(onset=moment(1, "22:00")),
        c.LogEpisode(onset=moment(0, "09:00"), end_unknown=True),
    ],
)
def test_no_spasm_so_far_is_refused_on_a_day_that_holds_one(
    journal: Journal, spasm: c.LogEpisode
) -> None:
    journal.do(spasm)
    with pytest.raises(InvalidEntry, match=r"^A spasm is logged on 1 Jul 2026. If that is wrong"):
        journal.do(c.LogReading(word=ReadingWord.NO_SPASM))

    assert journal.undo_label == "Log spasm"


@pytest.mark.parametrize(
    "spasm",
    [
        c.LogEpisode(onset=moment(1, "09:00"), lasted=timedelta(minutes=20)),
        c.LogEpisode(onset=moment(1, "22:00"), end_unknown=True),
        c.LogEpisode(onset=moment(0, "12:00"), lasted=timedelta(minutes=20)),
    ],
)
def test_no_spasm_so_far_is_kept_where_none_had_begun_by_then(
    journal: Journal, spasm: c.LogEpisode
) -> None:
    journal.do(spasm)
    journal.do(c.LogReading(word=ReadingWord.NO_SPASM, at=moment(0, "11:00")))

    assert [each.word for each in journal.diary.readings] == [ReadingWord.NO_SPASM]


@pytest.mark.parametrize(
    ("command", "label"),
    [
        (c.LogReading(pain=Nrs(3)), "Log pain"),
        (c.LogReading(word=ReadingWord.NO_SPASM), "No spasm so far"),
        (c.LogReading(word=ReadingWord.SOME), "Log relief"),
        (c.LogReading(word=ReadingWord.SOME, pain=Nrs(3)), "Log relief"),
    ],
)
def test_a_step_is_called_by_what_was_logged(
    journal: Journal, command: c.LogReading, label: str
) -> None:
    journal.do(command)

    assert journal.undo_label == label


def test_a_reading_becomes_a_spasm(journal: Journal) -> None:
    journal.do(c.LogReading(pain=Nrs(6)))
    (reading,) = journal.diary.readings
    journal.do(c.MakeSpasmOfReading(reading_id=reading.id))
    spasm = the_spasm(journal)

    assert (spasm.onset, spasm.peak, spasm.is_running) == (reading.at, 6, True)
    assert journal.diary.readings[0].episode_id == spasm.id


def test_a_reading_does_not_become_a_second_running_spasm(journal: Journal) -> None:
    journal.do(c.LogReading(pain=Nrs(6)))
    reading = journal.diary.get(Reading, journal.diary.readings[0].id)
    assert reading is not None
    journal.do(c.LogEpisode())
    with pytest.raises(RunningSpasmExists):
        journal.do(c.MakeSpasmOfReading(reading_id=reading.id))


def test_glasses_are_added_and_taken_back(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    clock.go(minutes=1)
    journal.do(c.LogDrink(volume_ml=330))
    journal.do(c.TakeBackDrink())

    assert [each.volume_ml for each in journal.diary.of_kind(Drink)] == [250]


def test_without_a_glass_today_none_is_taken_back(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    clock.go(days=1)
    with pytest.raises(NoSuchRecord):
        journal.do(c.TakeBackDrink())

    assert len(journal.diary.of_kind(Drink)) == 1


def test_activity_and_stretching(journal: Journal) -> None:
    journal.do(c.LogActivity(kind="walk", minutes=20, intensity=Intensity.MODERATE))
    journal.do(c.LogStretch(seconds=300, group="low back", routine="cat and cow"))
    (walk,) = journal.diary.of_kind(Activity)
    (stretch,) = journal.diary.of_kind(Stretch)

    assert (walk.kind, walk.minutes, walk.day) == ("walk", 20, day())
    assert (stretch.seconds, stretch.group) == (300, "low back")


def test_a_dose_is_taken_for_the_spasm_that_runs(journal: Journal) -> None:
    journal.do(c.LogEpisode())
    journal.do(c.LogUse(dose=IBUPROFEN))
    (dose,) = journal.diary.uses

    assert dose.episode_id == the_spasm(journal).id
    assert (dose.kind, dose.dose_mg) == (TreatmentKind.IBUPROFEN, 400.0)


def test_a_dose_can_be_apart_from_the_spasm_or_for_another(journal: Journal) -> None:
    journal.do(c.LogEpisode(onset=moment(1, "10:00"), lasted=timedelta(hours=1)))
    earlier = the_spasm(journal).id
    journal.do(c.LogEpisode())
    journal.do(c.LogUse(dose=IBUPROFEN, apart=True))
    journal.do(c.LogUse(dose=IBUPROFEN, episode_id=earlier))

    assert {each.episode_id for each in journal.diary.uses} == {None, earlier}


def test_a_new_name_makes_one_entry_of_the_catalogue(journal: Journal) -> None:
    journal.do(c.LogUse(dose=IBUPROFEN))
    journal.do(c.LogUse(dose=c.Dose(name=" ibuprofen ", kind=TreatmentKind.OTHER)))
    (known,) = journal.diary.of_kind(Treatment)
    journal.do(c.LogUse(dose=c.Dose(treatment_id=known.id, dose_text="2 tablets")))

    assert known.name == "Ibuprofen"
    assert {each.treatment_id for each in journal.diary.uses} == {known.id}


def test_a_new_name_is_as_prescribed_as_its_first_dose_says(journal: Journal) -> None:
    journal.do(c.LogUse(dose=c.Dose(name="Diclofenac", kind=TreatmentKind.NSAID, prescribed=True)))
    journal.do(c.LogUse(dose=c.Dose(name="Diclofenac", kind=TreatmentKind.NSAID)))
    journal.do(c.LogUse(dose=IBUPROFEN))
    journal.do(c.LogUse(dose=c.Dose(name="Ibuprofen", prescribed=True)))

    known = {each.name: each.prescribed for each in journal.diary.of_kind(Treatment)}
    assert known == {"Diclofenac": True, "Ibuprofen": False}
    assert {(each.kind, each.prescribed) for each in journal.diary.uses} == {
        (TreatmentKind.NSAID, True),
        (TreatmentKind.IBUPROFEN, False),
    }


def test_a_new_treatment_and_its_first_dose_are_one_step(journal: Journal) -> None:
    journal.do(c.LogUse(dose=c.Dose(name="Diclofenac", kind=TreatmentKind.NSAID, prescribed=True)))
    journal.undo()

    assert not journal.diary.by_id


def test_a_dose_of_something_that_is_gone_is_refused(journal: Journal) -> None:
    with pytest.raises(NoSuchRecord):
        journal.do(c.LogUse(dose=c.Dose(treatment_id="gone")))


def test_a_spasm_and_what_was_taken_for_it_are_one_step(journal: Journal) -> None:
    journal.do(c.LogEpisode(peak=Nrs(7), doses=(IBUPROFEN,)))
    assert journal.diary.uses[0].at == moment(0, "18:40")
    journal.undo()

    assert not journal.diary.by_id


def test_what_was_taken_for_a_past_spasm_was_taken_then(journal: Journal) -> None:
    heat = c.Dose(name="Heat", kind=TreatmentKind.HEAT, minutes=20)
    later = c.Dose(name="Heat", kind=TreatmentKind.HEAT, at=moment(0, "14:30"))
    journal.do(
        c.LogEpisode(onset=moment(0, "14:00"), lasted=timedelta(hours=1), doses=(heat, later))
    )

    assert [each.at for each in journal.diary.uses] == [moment(0, "14:00"), moment(0, "14:30")]


def test_a_day_begins_when_the_person_says(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogDrink(volume_ml=250, at=moment(0, "02:00")))
    clock.day_start = time(0)
    journal.do(c.LogDrink(volume_ml=250, at=moment(0, "02:30")))

    assert [each.day for each in journal.diary.of_kind(Drink)] == [day(1), day(0)]
