"""What Insights works out behind the page: how far to trust it, and what was used for spasms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spasmlog.analysis.gaps import GapEdge, Leaning
from spasmlog.analysis.trust_strip import trust_strip
from spasmlog.charts.base import Asked
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import Record, Treatment
from spasmlog.domain.scales import Region, TreatmentKind
from spasmlog.rules import assess
from spasmlog.views.insights import SINCE_VISIT, InsightsView, insights_view
from spasmlog.views.insights_trust import TrustView, told, trust_view
from spasmlog.views.insights_uses import UsesView, uses_view
from tests.build import (
    TODAY,
    check_in,
    day,
    diary,
    episode,
    moment,
    reading,
    treatment,
    use,
    visit,
)
from tests.views.lives import IBUPROFEN, came_back_once, comes_back

HEAT = treatment("Heat", kind=TreatmentKind.HEAT, usual_dose_mg=None)


def view_of(lived: Diary) -> InsightsView:
    return insights_view(lived, assess(lived))


def trusted(lived: Diary) -> TrustView:
    found = trust_view(lived, DAY_START)
    assert found is not None
    return found


def facts(view: TrustView) -> dict[str, str]:
    return {fact.about: fact.told for fact in view.facts}


def treated(days_ago: int, *of: Treatment, region: Region = Region.LOW_BACK) -> tuple[Record, ...]:
    spasm = episode(days_ago, hours=3, region=region)
    return (
        spasm,
        reading(days_ago, "09:20", 6, episode_id=spasm.id),
        *(use(days_ago, "09:30", of=each, spasm=spasm) for each in of),
        reading(days_ago, "10:30", 2, episode_id=spasm.id),
    )


def used(lived: Diary, first: int = 89, place: Region | None = None) -> UsesView:
    return uses_view(Asked(diary=lived, first=day(first), last=TODAY, place=place))


def rows(view: UsesView) -> list[list[str]]:
    return [[cell.text for cell in row] for row in view.cells.rows]


# What can be chosen


def test_days_since_the_last_visit_come_last() -> None:
    view = view_of(diary(check_in(50), visit(20)))

    last = view.spans[-1]
    assert (last.days, last.text, last.first, last.last) == (
        *(SINCE_VISIT, "Since visit", day(20), TODAY),
    )
    assert view.span(SINCE_VISIT) is last


def test_a_choice_that_is_not_offered_any_more_is_the_first() -> None:
    view = view_of(diary(check_in(50)))

    assert view.span(SINCE_VISIT) is view.spans[0]


def test_places_are_those_that_had_a_spasm_from_the_neck_down() -> None:
    lived = diary(
        episode(1, hours=1), episode(5, hours=1, region=Region.NECK), episode(7, region=None)
    )

    assert view_of(lived).places == (
        (None, "All places"),
        (Region.NECK, "Neck"),
        (Region.LOW_BACK, "Lower back"),
    )


def test_the_years_of_the_journal_can_be_looked_at_the_newest_first() -> None:
    assert view_of(diary(check_in(800))).years == (2026, 2025, 2024)
    assert view_of(diary()).years == (2026,)


def test_returns_are_part_of_the_signal_that_fires() -> None:
    often, once = view_of(comes_back()).returning, view_of(came_back_once()).returning

    assert often is not None
    assert (often.rule, often.level) == ("R10", "routine")
    assert once is not None
    assert once.rule == "R09"
    assert view_of(diary(check_in(1))).returning is None


def test_a_treatment_of_today_alone_is_told_as_one_that_counts_tomorrow() -> None:
    found = used(diary(HEAT, *treated(0, HEAT)))

    assert found.none == "Only a spasm of today has a treatment; it counts once the day is over."


# How far to trust it


def test_the_strip_says_what_the_numbers_rest_on() -> None:
    days = [check_in(ago) for ago in range(1, 41) if ago not in (7, 8, 9)]
    late = replace(days[-1], recorded_at=moment(30))
    lived = diary(*days[:-1], late, *treated(20, HEAT), use(10, of=HEAT))

    assert facts(trusted(lived)) == {
        "Days logged": "37 of 40 (92 %)",
        "Check-ins typed on the day": "36 of 37 (97 %)",
        "Longest gap": "3 days from 22 Jun",
        "Reading after a treatment": "1 of 2 (50 %)",
    }


def test_what_there_is_none_of_is_left_out() -> None:
    view = trusted(diary(episode(1, hours=1), episode(2, hours=1)))

    assert facts(view) == {"Days logged": "2 of 2 (100 %)", "Longest gap": "none"}


def test_the_details_say_it_in_sentences() -> None:
    view = trusted(diary(*(check_in(ago) for ago in range(1, 31))))

    assert view.details[:2] == (
        "Looked at: the last 30 days that are over.",
        "30 of 30 days logged (100 %).",
    )
    assert view.details[-1].startswith(
        "Whether the days beside gaps are better or worse cannot be told yet."
    )
    assert view.effects == ()


def test_before_a_day_is_over_there_is_nothing_to_trust() -> None:
    assert trust_view(diary(), DAY_START) is None
    assert trust_view(diary(check_in(0)), DAY_START) is None


def test_too_few_days_take_verdicts_away() -> None:
    view = trusted(diary(check_in(60), check_in(1)))

    assert view.effects[0].startswith("Fewer than half of the days are logged")


@pytest.mark.parametrize(
    ("leaning", "words"),
    [
        (Leaning.BAD_DAYS_MORE, "may be logged more"),
        (Leaning.BAD_DAYS_LESS, "may be logged less"),
    ],
)
def test_bad_days_logged_otherwise_stand_in_the_strip(leaning: Leaning, words: str) -> None:
    lived = diary(*(check_in(ago) for ago in range(1, 31)))
    found = trust_strip(lived)
    assert found is not None
    difference = -2.0 if leaning is Leaning.BAD_DAYS_MORE else 2.0
    leans = replace(found, edge=GapEdge(difference=difference, p=0.01, edges=12, inner=18))

    view = told(leans, lived)
    assert facts(view)["Bad days"] == words
    assert view.effects[0].startswith("Days next to gaps are")
    assert "cannot be told yet" not in view.details[-1]


# What was used


def test_what_was_used_for_spasms_the_most_used_first() -> None:
    lived = diary(
        IBUPROFEN, HEAT, *treated(50, HEAT), *treated(40, IBUPROFEN), *treated(10, IBUPROFEN)
    )

    view = used(lived)
    assert view.cells.headings[0] == "What was used"
    assert rows(view) == [
        ["Ibuprofen", "2", "2", "22 May to 21 Jun"],
        ["Heat", "1", "1", "12 May"],
    ]
    assert [name for _id, name in view.choices] == ["Ibuprofen", "Heat"]
    assert view.choices[0][0] == IBUPROFEN.id
    assert view.none == ""


def test_two_used_together_are_a_row_and_a_choice_of_their_own() -> None:
    view = used(diary(IBUPROFEN, HEAT, *treated(10, IBUPROFEN, HEAT)))

    assert [row[0] for row in rows(view)] == ["Heat and ibuprofen"]
    assert view.choices[0][1] == "Heat and ibuprofen"


def test_a_use_without_readings_counts_but_is_not_followed() -> None:
    spasm = episode(10, hours=3, peak=None)
    view = used(diary(HEAT, spasm, use(10, of=HEAT, spasm=spasm)))

    assert rows(view) == [["Heat", "1", "0", "21 Jun"]]


def test_only_the_days_and_the_place_asked_for_count() -> None:
    lived = diary(
        HEAT, *treated(50, HEAT), *treated(10, HEAT), *treated(5, HEAT, region=Region.NECK)
    )

    assert rows(used(lived, first=20)) == [["Heat", "2", "2", "21 Jun to 26 Jun"]]
    assert rows(used(lived, place=Region.NECK)) == [["Heat", "1", "1", "26 Jun"]]


def test_uses_without_a_spasm_are_said_below_for_all_places() -> None:
    lived = diary(HEAT, *treated(10, HEAT), use(8, of=HEAT), use(7, of=HEAT))

    assert used(lived).basis.endswith("2 uses were not logged for a spasm.")
    assert used(lived, place=Region.LOW_BACK).basis == (
        "A spasm counts once, by what was used for it first."
    )


def test_where_nothing_was_used_that_is_said() -> None:
    view = used(diary(check_in(1)))

    assert (view.cells.rows, view.choices) == ((), ())
    assert view.none == "No spasm that began on these days has a treatment."
