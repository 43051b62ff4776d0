"""Pain before a treatment and about two hours later: which readings count, and which do not."""

from __future__ import annotations

from typing import Any

import pytest

from spasmlog.analysis.period import Period
from spasmlog.analysis.relief import Pair, Relief, pairs, relief
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Nrs, ReadingWord, TreatmentKind
from tests.build import TODAY, day, diary, episode, reading, treatment, use

MONTH = Period(day(30), TODAY)
IBUPROFEN = treatment()
HEAT = treatment("Heat", kind=TreatmentKind.HEAT)


def treated(
    *readings: tuple[str, int],
    takes: tuple[tuple[str, Any], ...] = (("10:00", IBUPROFEN),),
    **changes: Any,
) -> tuple[Pair, ...]:
    """A spasm 5 days ago at 09:00 with these readings and treatments."""
    spasm = episode(5, "09:00", **changes)
    records: list[Record] = [IBUPROFEN, HEAT, spasm]
    records += [reading(5, clock, pain, episode_id=spasm.id) for clock, pain in readings]
    records += [use(5, clock, of=what, spasm=spasm) for clock, what in takes]
    return pairs(diary(*records), MONTH)


def numbers(found: tuple[Pair, ...]) -> list[tuple[int, int | None]]:
    return [(int(each.before), None if each.after is None else int(each.after)) for each in found]


def pair(before: int, after: int | None) -> Pair:
    later = None if after is None else Nrs(after)
    return Pair(episode_id="e", treatment_id="t", before=Nrs(before), after=later)


def test_the_reading_before_and_the_one_nearest_two_hours_make_a_pair() -> None:
    found = treated(("09:10", 5), ("09:50", 7), ("11:00", 6), ("12:10", 3), ("13:50", 1))

    assert numbers(found) == [(7, 3)]
    assert found[0].treatment_id == IBUPROFEN.id


@pytest.mark.parametrize(
    ("clock", "counts"),
    [("08:59", False), ("09:00", True), ("10:05", True), ("10:06", False)],
)
def test_before_reaches_from_an_hour_before_to_five_minutes_after(clock: str, counts: bool) -> None:
    assert bool(treated((clock, 6), ("12:00", 2))) is counts


@pytest.mark.parametrize(
    ("clock", "counts"),
    [("10:59", False), ("11:00", True), ("14:00", True), ("14:01", False)],
)
def test_after_reaches_from_one_to_four_hours(clock: str, counts: bool) -> None:
    assert bool(treated(("09:50", 6), (clock, 2))) is counts


def test_a_spasm_that_let_go_counts_as_zero_from_then_on() -> None:
    assert numbers(treated(("09:50", 6), hours=2.5)) == [(6, 0)]
    assert numbers(treated(("09:50", 6), ("11:10", 4), hours=3)) == [(6, 0)]
    assert numbers(treated(("09:50", 6), ("11:50", 4), hours=4.5)) == [(6, 4)]


def test_a_spasm_that_let_go_sooner_has_eased_and_gives_no_number() -> None:
    (found,) = treated(("09:50", 6), ("10:10", 4), hours=1.2)

    assert (found.after, found.eased) == (None, True)
    assert relief([found]) == Relief(before=None, after=None, n=0, eased=1, of=1)
    assert relief([found, pair(8, 4)]) == Relief(before=8.0, after=4.0, n=1, eased=2, of=2)


def test_a_spasm_that_let_go_long_after_says_nothing_of_two_hours() -> None:
    assert treated(("09:50", 6), hours=9) == ()


def test_a_spasm_that_had_let_go_before_its_treatment_has_no_pair() -> None:
    assert treated(("09:50", 6), hours=0.9) == ()
    assert treated(("09:50", 6), ("12:00", 1), hours=1) == ()


def test_the_end_is_never_the_pain_before() -> None:
    """A spasm that lets go within five minutes of its treatment began it at its last reading."""
    assert numbers(treated(("09:50", 6), hours=62 / 60)) == [(6, None)]
    assert treated(hours=62 / 60) == ()


def test_two_treatments_at_a_time_are_a_combination_and_left_out() -> None:
    both = (("10:00", IBUPROFEN), ("10:30", HEAT))

    assert treated(("09:50", 6), ("12:00", 2), takes=both) == ()


def test_the_same_treatment_again_is_no_combination() -> None:
    twice = (("10:00", IBUPROFEN), ("10:20", IBUPROFEN))

    assert numbers(treated(("09:50", 6), ("12:00", 2), takes=twice)) == [(6, 2)]


def test_what_comes_after_another_treatment_is_not_looked_at() -> None:
    later = (("10:00", IBUPROFEN), ("11:30", HEAT))

    assert numbers(treated(("09:50", 6), ("11:20", 5), ("12:00", 2), takes=later)) == [(6, 5)]
    assert treated(("09:50", 6), ("12:00", 2), takes=later) == ()


def test_a_reading_that_was_asked_about_the_dose_belongs_to_the_spasm() -> None:
    spasm = episode(5)
    dose = use(5, "10:00", of=IBUPROFEN, spasm=spasm)
    known = diary(
        spasm,
        dose,
        reading(5, "09:50", 6, episode_id=spasm.id),
        reading(5, "11:00", 4, use_id=dose.id),
        reading(5, "12:00", 1),  # not linked: about something else
        reading(5, "12:05", None, word=ReadingWord.SOME, use_id=dose.id),
    )

    assert numbers(pairs(known, MONTH)) == [(6, 4)]


def test_a_spasm_left_alone_or_without_a_reading_before_has_no_pair() -> None:
    assert treated(("09:50", 6), ("12:00", 2), takes=()) == ()
    assert treated(("12:00", 2)) == ()


def test_a_spasm_outside_the_period_has_no_pair() -> None:
    spasm = episode(40, hours=2)
    known = diary(
        spasm, use(40, "10:00", spasm=spasm), reading(40, "09:55", 6, episode_id=spasm.id)
    )

    assert pairs(known, MONTH) == ()
    assert numbers(pairs(known, Period(day(50), TODAY))) == [(6, 0)]


@pytest.mark.parametrize(
    ("before", "after", "eased"),
    [
        (3, 1, True),
        (3, 2, False),
        (6, 4, True),  # 2 points, a third
        (7, 5, False),  # 2 points, less than 30 %
        (10, 7, True),  # exactly 30 %
        (10, 8, False),
        (2, 0, False),  # began too low to be told
    ],
)
def test_eased_is_two_points_and_thirty_percent(before: int, after: int, eased: bool) -> None:
    assert pair(before, after).eased is eased


def test_the_middle_values_stand_on_all_pairs_and_easing_on_those_from_three_up() -> None:
    found = relief([pair(7, 5), pair(6, 2), pair(2, 0), pair(8, 4)])

    assert found == Relief(before=6.5, after=3.0, n=4, eased=2, of=3)


def test_without_a_pair_nothing_is_said() -> None:
    assert relief([]) is None
