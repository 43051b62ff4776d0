"""What the records of a day add up to: unknown is not zero, and a spasm outweighs a typed 0."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given

from spasmlog.domain.day_facts import DayFacts, Earlier, days_of
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Intensity, Limited, Nrs, ReadingWord
from tests import build
from tests.strategies import journals, moments

DAY = build.day()


def facts(*records: Record) -> DayFacts:
    return build.diary(*records).facts_on(DAY)


def test_a_day_without_an_entry_is_unknown() -> None:
    day = facts()

    assert day == DayFacts(day=DAY)
    assert not day.logged
    assert not day.clear
    assert (day.worst, day.fluids_ml, day.moderate_min, day.stretch_s) == (None, None, None, None)


def test_a_typed_zero_is_a_clear_day() -> None:
    day = facts(build.check_in(worst=0))

    assert day.clear
    assert (day.explicit, day.worst, day.sources) == (0, 0, ())


def test_a_check_in_without_pain_leaves_the_day_unlogged() -> None:
    day = facts(build.check_in(worst=None, limited=Limited.A_LOT, sleep_h=7.5, sitting_h=9.0))

    assert not day.logged
    assert (day.limited, day.sitting_h, day.slept_badly) == (Limited.A_LOT, 9.0, None)


def test_typed_pain_makes_a_pain_day() -> None:
    check_in = build.check_in(worst=4, slept_badly=True)

    day = facts(check_in)

    assert day.pain
    assert (day.explicit, day.worst, day.slept_badly) == (4, 4, True)
    assert day.sources == (check_in.id,)


def test_a_reading_of_1_makes_a_pain_day_but_is_no_explicit_value() -> None:
    reading = build.reading(pain=1)

    day = facts(reading)

    assert day.pain
    assert day.logged
    assert (day.explicit, day.worst, day.sources) == (None, 1, (reading.id,))


@pytest.mark.parametrize(
    "changes",
    [
        {"pain": 0},
        {"pain": 0, "word": ReadingWord.GONE},
        {"pain": None, "word": ReadingWord.NO_SPASM},
        {"pain": None, "word": ReadingWord.SOME},
    ],
)
def test_a_reading_without_pain_alone_leaves_the_day_unknown(changes: dict[str, Any]) -> None:
    assert facts(build.reading(**changes)) == DayFacts(day=DAY)


def test_the_worst_is_the_largest_of_what_was_typed_read_and_peaked() -> None:
    spasm = build.episode(peak=Nrs(5))

    assert facts(build.check_in(worst=3), build.reading(pain=4), spasm).worst == 5
    assert facts(build.check_in(worst=7), build.reading(pain=4), spasm).worst == 7
    assert facts(build.check_in(worst=3), build.reading(pain=8), spasm).worst == 8


def test_a_spasm_outweighs_a_typed_zero() -> None:
    day = facts(build.check_in(worst=0), build.episode(peak=Nrs(6)))

    assert day.pain
    assert not day.clear
    assert (day.explicit, day.worst) == (0, 6)


def test_a_spasm_without_a_number_beside_a_typed_zero_is_a_pain_day_without_a_number() -> None:
    day = facts(build.check_in(worst=0), build.episode(peak=None))

    assert day.pain
    assert day.worst is None


def test_the_peak_of_a_spasm_counts_its_linked_readings() -> None:
    spasm = build.episode(3, peak=Nrs(4))
    later = build.reading(2, pain=9, episode_id=spasm.id)

    picture = build.diary(spasm, later)

    assert picture.facts_on(build.day(3)).worst == 9
    assert picture.facts_on(build.day(2)).worst == 9


def test_a_spasm_touches_every_day_to_its_end_but_peaks_on_the_first() -> None:
    spasm = build.episode(2, "20:00", hours=48, peak=Nrs(6))

    picture = build.diary(spasm)

    assert [picture.facts_on(build.day(ago)).pain for ago in (3, 2, 1, 0)] == [
        False,
        True,
        True,
        True,
    ]
    assert [picture.facts_on(build.day(ago)).worst for ago in (2, 1, 0)] == [6, None, None]
    assert picture.facts_on(build.day(1)).spasms == (spasm.id,)


@pytest.mark.parametrize("spasm", [build.running(5), build.episode(5, end_unknown=True)])
def test_a_spasm_without_an_end_touches_only_its_first_day(spasm: Record) -> None:
    assert list(build.diary(spasm).facts) == [build.day(5)]


def test_an_amount_is_the_larger_of_what_was_summed_and_typed() -> None:
    drinks = [build.drink(volume_ml=200), build.drink(volume_ml=300)]

    assert facts(*drinks).fluids_ml == 500
    assert facts(*drinks, build.check_in(fluids_ml=400)).fluids_ml == 500
    assert facts(*drinks, build.check_in(fluids_ml=1500)).fluids_ml == 1500
    assert facts(build.check_in(fluids_ml=0)).fluids_ml == 0
    assert facts(build.check_in()).fluids_ml is None


def test_a_typed_total_of_drinks_is_remembered_as_typed() -> None:
    assert facts(build.check_in(fluids_ml=100), build.drink()).fluids_typed
    assert not facts(build.check_in(), build.drink()).fluids_typed


def test_light_activity_alone_is_an_amount_of_nothing() -> None:
    day = facts(build.activity(intensity=Intensity.LIGHT))

    assert (day.moderate_min, day.vigorous_min) == (0, 0)


def test_of_two_pairs_of_activity_the_one_that_counts_for_more_is_taken_whole() -> None:
    done = [
        build.activity(minutes=30, intensity=Intensity.MODERATE),
        build.activity(minutes=10, intensity=Intensity.VIGOROUS),
    ]

    def pair(**typed: int) -> tuple[int | None, int | None]:
        day = facts(*done, build.check_in(**typed))
        return day.moderate_min, day.vigorous_min

    assert pair() == (30, 10)
    assert pair(moderate_min=40) == (30, 10)
    assert pair(moderate_min=60) == (60, 0)
    assert pair(vigorous_min=30) == (0, 30)
    assert pair(moderate_min=49, vigorous_min=0) == (30, 10)


def test_activity_that_was_only_typed_counts_an_unanswered_half_as_nothing() -> None:
    assert facts(build.check_in(vigorous_min=5)).moderate_min == 0
    assert facts(build.check_in(moderate_min=5)).vigorous_min == 0


def test_stretching_is_that_of_the_muscle_group_that_got_most() -> None:
    done = [
        build.stretch(group="hips", seconds=60),
        build.stretch(group="hips", seconds=90),
        build.stretch(group="neck", seconds=120),
        build.stretch(seconds=70),
        build.stretch(seconds=75),
    ]

    assert facts(*done).stretch_s == 150
    assert facts(*done[2:]).stretch_s == 145
    assert facts(*done, build.check_in(stretch_s=600)).stretch_s == 600
    assert facts(build.check_in(stretch_s=0)).stretch_s == 0


def test_an_exposure_that_was_not_asked_is_unknown() -> None:
    day = facts(build.check_in(exposures=(("heavy_load", False), ("stress", True))))

    assert dict(day.exposures) == {"heavy_load": False, "stress": True}


def test_a_day_with_a_treatment_is_treated_but_not_logged() -> None:
    day = facts(build.use())

    assert day.treated
    assert not day.logged


@given(journals(moments(timedelta(days=3))))
def test_a_day_is_kept_when_anything_is_known_of_it(records: tuple[Record, ...]) -> None:
    picture = build.diary(*records)
    touched = {day for record in records for day in days_of(record)}

    for day in touched | set(picture.facts):
        found = picture.facts_on(day)
        assert found.known == (found != DayFacts(day=day)) == (day in picture.facts)


def test_a_compact_row_stands_for_records_that_are_not_read_yet() -> None:
    long_ago = date(2020, 5, 5)
    rows = [
        Earlier(day=long_ago, explicit=Nrs(0)),
        Earlier(day=long_ago + timedelta(days=1), highest_reading=Nrs(4)),
        Earlier(day=long_ago + timedelta(days=2), explicit=Nrs(2), highest_reading=Nrs(3)),
        Earlier(day=long_ago + timedelta(days=3)),
        Earlier(day=long_ago + timedelta(days=4), highest_reading=Nrs(0)),
    ]

    picture = Diary.of(DAY, (), rows, full_from=DAY)
    days = [picture.facts_on(row.day) for row in rows]

    assert [each.clear for each in days] == [True, False, False, False, False]
    assert [each.pain for each in days] == [False, True, True, False, False]
    assert [each.explicit for each in days] == [0, None, 2, None, None]
    assert [each.worst for each in days] == [0, 4, 3, None, None]


def test_a_compact_row_adds_its_reading_to_the_spasm_of_its_day() -> None:
    spasm = build.episode(500, peak=Nrs(5))
    row = Earlier(day=spasm.day, highest_reading=Nrs(8))

    day = Diary.of(DAY, [spasm], [row], full_from=build.day(400)).facts_on(spasm.day)

    assert (day.pain, day.worst, day.explicit) == (True, 8, None)


def test_a_spasm_outweighs_the_zero_of_a_compact_row() -> None:
    spasm = build.episode(500, peak=Nrs(5))
    row = Earlier(day=spasm.day, explicit=Nrs(0))

    day = Diary.of(DAY, [spasm], [row], full_from=build.day(400)).facts_on(spasm.day)

    assert (day.pain, day.worst, day.explicit) == (True, 5, 0)


FIRST = build.check_in(
    0,
    3,
    limited=Limited.A_BIT,
    slept_badly=True,
    sitting_h=7.0,
    fluids_ml=900,
    moderate_min=30,
    exposures=(("heavy_load", False), ("stress", True)),
)
SECOND = build.check_in(
    0,
    8,
    limited=Limited.NO,
    slept_badly=False,
    sitting_h=4.0,
    vigorous_min=20,
    stretch_s=60,
    exposures=(("heavy_load", True), ("stress", False)),
)
THIRD = build.check_in(0, None, fluids_ml=1200)


@pytest.mark.parametrize("typed", list(permutations((FIRST, SECOND, THIRD))))
def test_of_several_check_ins_of_a_day_the_larger_answers_count_in_any_order(
    typed: tuple[Record, ...],
) -> None:
    found = facts(*typed)

    assert (found.explicit, found.worst) == (8, 8)
    assert (found.limited, found.slept_badly, found.sitting_h) == (Limited.A_BIT, True, 7.0)
    assert (found.fluids_ml, found.stretch_s) == (1200, 60)
    assert (found.moderate_min, found.vigorous_min) == (0, 20)
    assert found.exposures == (("heavy_load", True), ("stress", True))
    assert set(found.sources) == {FIRST.id, SECOND.id}


def test_of_several_check_ins_without_an_answer_nothing_is_known() -> None:
    found = facts(build.check_in(0, None, note="one"), build.check_in(0, None, note="two"))

    assert found.moderate_min is None
    assert not found.known
