"""Which spasms left alone are comparable to the treated ones, and where their clock starts."""

from __future__ import annotations

from typing import Any

import pytest

from spasmlog.analysis.left_alone import Compared, LeftAlone
from spasmlog.analysis.treated import Use, treated
from spasmlog.domain.scales import OnsetExact, Region
from tests.analysis.treated_life import HEAT, Told, alone, bouts_of, heated, spasm
from tests.build import TODAY

TREATED = heated(30, ("11:00", 4))


def compared(*told: Told) -> Compared:
    bouts = bouts_of(*told)
    uses = [each for each in treated(bouts, TODAY) if isinstance(each, Use)]
    return LeftAlone.of(bouts, TODAY).beside(uses)


def counts(*told: Told) -> tuple[int, int]:
    found = compared(*told)
    return len(found.treated), len(found.alone)


def test_one_of_the_same_place_delay_and_pain_is_comparable() -> None:
    found = compared(TREATED, alone(5, ("11:00", 3)))

    assert len(found.treated) == 1
    (match,) = found.alone
    assert (match.before, match.minutes, match.eased) == (6, 70, True)


@pytest.mark.parametrize(
    ("clock", "comparable"),
    [("09:29", False), ("09:30", True), ("10:30", True), ("10:31", False)],
)
def test_the_number_is_within_half_an_hour_of_the_same_delay(clock: str, comparable: bool) -> None:
    other = spasm(5, (clock, 6), ("12:00", 3))

    assert counts(TREATED, other) == ((1, 1) if comparable else (0, 0))


@pytest.mark.parametrize(("pain", "comparable"), [(4, False), (5, True), (7, True), (8, False)])
def test_the_pain_is_within_one_point(pain: int, comparable: bool) -> None:
    other = spasm(5, ("10:00", pain), ("12:00", 0))

    assert counts(TREATED, other) == ((1, 1) if comparable else (0, 0))


def test_the_latest_number_within_the_delay_decides() -> None:
    eased_by_then = spasm(5, ("09:40", 6), ("10:20", 3), ("12:00", 2))
    not_by_then = spasm(5, ("09:40", 6), ("10:40", 3))

    assert counts(TREATED, eased_by_then) == (0, 0)
    assert compared(TREATED, not_by_then).alone[0].minutes == 60


@pytest.mark.parametrize(
    "changes",
    [
        {"region": Region.NECK},
        {"region": None},
        {"onset_exact": OnsetExact.DAY},
        {"clock": "08:00"},
        {"hours": 0.75},
    ],
)
def test_another_place_an_unknown_delay_or_one_that_had_let_go_is_not(
    changes: dict[str, Any],
) -> None:
    assert counts(TREATED, alone(5, ("11:00", 3), **changes)) == (0, 0)


def test_a_treated_one_without_a_known_delay_has_no_match() -> None:
    by_day = heated(30, ("11:00", 4), onset_exact=OnsetExact.DAY)

    assert counts(by_day, alone(5, ("11:00", 3))) == (0, 0)


def test_one_that_cannot_be_followed_or_is_too_low_to_ease_is_no_match() -> None:
    assert counts(TREATED, alone(5)) == (0, 0)
    low = spasm(30, ("09:50", 3), ("11:00", 1), used=(("10:00", HEAT),))
    assert counts(low, spasm(5, ("10:00", 2), ("11:00", 0))) == (0, 0)
    assert counts(low, spasm(5, ("10:00", 3), ("11:00", 0))) == (1, 1)


def test_a_treated_one_coming_on_again_is_not_one_left_alone() -> None:
    again = spasm(30, ("16:50", 6), ("17:30", 1), clock="16:00")

    assert counts(heated(30, ("11:00", 4), hours=3), again) == (0, 0)


def test_what_began_on_the_unfinished_day_is_not_in() -> None:
    assert counts(TREATED, alone(0, ("11:00", 3))) == (0, 0)


def test_one_that_matches_several_is_counted_once_from_the_nearest_delay() -> None:
    other = spasm(5, ("09:40", 6), ("10:25", 6), ("11:00", 2))
    early = spasm(40, ("09:30", 6), ("11:00", 4), used=(("09:35", HEAT),))
    later = spasm(30, ("10:20", 6), ("11:00", 4), used=(("10:24", HEAT),))

    found = compared(early, later, other)

    assert (len(found.treated), len(found.alone)) == (2, 1)
    assert found.alone[0].minutes == 35
    assert compared(early, other).alone[0].minutes == 80


def test_a_treated_one_without_a_match_leaves_the_comparison() -> None:
    other_place = heated(20, ("11:00", 4), region=Region.NECK)

    assert counts(TREATED, other_place, alone(5, ("11:00", 3))) == (1, 1)


def test_one_that_needs_no_treatment_for_years_has_its_numbers_all_the_same() -> None:
    long = spasm(
        5, *((f"{hour:02d}:{minute:02d}", 6) for hour in range(10, 24) for minute in (0, 30))
    )

    found = compared(TREATED, long)

    assert (found.alone[0].minutes, found.alone[0].eased) == (13 * 60, False)
