"""The sentences and tips, which stand for the chart where it is not seen."""

from __future__ import annotations

import pytest

from spasmlog.charts import CHARTS, Asked, tip
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Intensity, Region, Sex
from tests.build import (
    TODAY,
    activity,
    check_in,
    course,
    day,
    diary,
    drink,
    episode,
    profile,
    stretch,
    treatment,
    use,
    visit,
)
from tests.charts.scenes import back, person, steady

HATCHED = "Hatched days have no entry; they are not zero."
NEEDS = "The line needs a number on 4 days out of 7."


def trend(picture: Diary, days: int = 30, ending: int = 1) -> str:
    return CHARTS["pain_trend"].describe(picture, day(days + ending - 1), day(ending))


def more(name: str, picture: Diary, days: int = 30, ending: int = 1) -> str:
    asked = Asked(diary=picture, first=day(days + ending - 1), last=day(ending))
    return CHARTS[name].prepare(asked).more()


def test_the_sentence_counts_logged_days_and_zeros() -> None:
    picture = diary(check_in(1, 0), check_in(2, 0), check_in(3, 5), check_in(4, 2))

    assert trend(picture) == (
        f"Pain was logged on 4 of 30 days, and 2 of those were zero (open circles). {HATCHED}"
    )
    assert more("pain_trend", picture) == NEEDS


def test_one_zero_is_one_open_circle() -> None:
    assert "and 1 of those was zero (open circle)." in trend(diary(check_in(1, 0)))


def test_no_zero_is_said_as_such() -> None:
    assert trend(diary(check_in(1, 4))).startswith(
        "Pain was logged on 1 of 30 days, none of them zero."
    )


def test_spasm_days_are_counted() -> None:
    assert " 3 had a spasm. " in trend(diary(episode(9, hours=48)))


def test_a_pain_day_without_a_number_is_a_cross() -> None:
    cross = "A cross is a day with pain but no number."

    assert cross in trend(diary(episode(3, peak=None)))
    assert cross not in trend(diary(episode(3, peak=4)))


def test_nothing_logged_is_said_and_is_not_zero() -> None:
    assert trend(diary(drink(3))) == f"Nothing is logged on these 30 days yet. {HATCHED}"
    assert more("pain_trend", diary(drink(3))) == ""


def test_the_day_that_is_not_over_is_not_counted() -> None:
    shown = diary(check_in(0, 7), check_in(1, 3))

    assert trend(shown, days=10, ending=0).startswith("Pain was logged on 1 of 9 days")
    assert more("pain_trend", shown, 10, 0).endswith("1 Jul is not over and not counted.")


def test_a_day_alone_that_is_not_over_has_no_count() -> None:
    said = trend(diary(check_in(0, 7)), days=1, ending=0)

    assert said == f"Only today has an entry; it counts once it is over. {HATCHED}"


def test_a_day_alone_that_is_over_is_one_day() -> None:
    assert trend(diary(check_in(1, 7)), days=1).startswith("Pain was logged on 1 of 1 day, none")


def test_years_are_described_by_weeks() -> None:
    said = trend(diary(check_in(1, 7), episode(3, peak=None)), days=900)

    assert "Each step is the average of a week." in said
    assert "cross" not in said


def test_where_the_line_breaks_for_want_of_numbers_that_is_said() -> None:
    picture = diary(check_in(1, 7), episode(3, peak=None))

    assert more("pain_trend", picture) == (
        f"{NEEDS} It breaks too where more than 20 % of the pain days have no number."
    )
    assert more("pain_trend", picture, 900) == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("drinks", "Drinks: known on 2 of 10 days, middle value 1.5 l."),
        ("activity", "Activity: known on 2 of 10 days, middle value 25 min."),
        ("stretching", "Stretching: known on 2 of 10 days, middle value 5 min."),
    ],
)
def test_an_amount_is_described_by_its_known_days(name: str, said: str) -> None:
    picture = diary(
        *(drink(1, volume_ml=1000), drink(2, volume_ml=2000)),
        *(activity(1, minutes=30), activity(2, minutes=20, intensity=Intensity.VIGOROUS)),
        *(stretch(1, seconds=240), stretch(2, seconds=360)),
    )

    described = CHARTS[name].describe(picture, day(10), day(1))

    assert described.startswith(said)
    assert HATCHED in described
    light = "Light activity counts as 0 here."
    assert more(name, picture, 10) == (light if name == "activity" else "")


def test_an_amount_without_entries_is_no_zero() -> None:
    described = CHARTS["drinks"].describe(diary(check_in(1, 4)), day(10), day(1))

    assert described == f"Nothing is logged on these 10 days yet. {HATCHED}"
    assert more("drinks", diary(check_in(1, 4)), 10) == ""


def test_an_amount_known_only_on_the_day_that_is_not_over() -> None:
    described = CHARTS["drinks"].describe(diary(drink(0)), day(4), day())

    assert described == (
        "Drinks: only today, which counts once it is over. "
        f"The dotted line: reference 1.6 l a day. {HATCHED}"
    )
    assert more("drinks", diary(drink(0)), 5, 0) == "1 Jul is not over and not counted."


def test_amounts_over_years_are_described_by_weeks() -> None:
    described = CHARTS["stretching"].describe(diary(stretch(1)), day(900), day(1))

    assert "Each step is the average of a week." in described


def test_the_overview_says_all_four() -> None:
    described = CHARTS["overview"].describe(steady(9, 4), day(10), day(1))

    assert described.startswith("Pain was logged on 8 of 10 days, none of them zero.")
    assert more("overview", steady(9, 4), 10) == (
        f"Drinks: no entry. Activity: no entry. Stretching: no entry. {NEEDS}"
    )


def test_a_tip_says_what_is_drawn_at_its_day() -> None:
    pills, physio = treatment("Ibuprofen"), treatment("Physiotherapy")
    picture = diary(
        *(pills, physio, use(2, of=pills), use(2, "18:00", of=pills)),
        *(course(9, 1, treatment_id=physio.id), course(20, 8, treatment_id=pills.id)),
        *(episode(2, peak=7), drink(2, volume_ml=1250), stretch(2), activity(2)),
        *(visit(2), visit(2, who=""), *(check_in(ago, 3) for ago in (3, 4, 5))),
    )

    assert tip(picture, day(2)).split("\n") == [
        "Monday 29 Jun 2026",
        "Worst pain 7",
        "7-day average 4.0",
        "1 spasm",
        "Used: Ibuprofen",
        "Course: Physiotherapy",
        "Visit, GP",
        "Visit",
        "Drinks 1.25 l",
        "Activity 20 min",
        "Stretching 5 min",
    ]


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (diary(), "No entry"),
        (diary(check_in(2, 0)), "Worst pain 0"),
        (diary(episode(2, peak=None)), "Pain, no number\n1 spasm"),
    ],
)
def test_a_tip_tells_unknown_from_zero_and_from_pain_without_a_number(
    picture: Diary, said: str
) -> None:
    assert tip(picture, day(2)) == f"Monday 29 Jun 2026\n{said}"


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_describes_a_whole_life(name: str) -> None:
    described = CHARTS[name].describe(person(10), back(3653), TODAY)

    assert described.endswith(".")
    assert "{" not in described


def test_a_place_is_said_and_that_the_worst_pain_is_of_all_places() -> None:
    picture = diary(episode(3, peak=7, region=Region.NECK), episode(5, peak=4))
    asked = Asked(diary=picture, first=day(30), last=day(1), place=Region.NECK)
    said = CHARTS["overview"].prepare(asked).describe()

    assert "Spasms are marked for one place only, neck: 1 day. Worst pain is of all places." in said
    assert "had a spasm" not in said


def test_a_reference_is_no_goal_and_not_said_to_who_was_told_to_drink_little() -> None:
    free = diary(drink(1), profile(sex=Sex.M))
    limited = diary(drink(1), profile(fluid_limit=True))

    assert "The dotted line: reference 2 l a day." in CHARTS["drinks"].describe(
        free, day(10), day(1)
    )
    assert "reference" not in CHARTS["drinks"].describe(limited, day(10), day(1))


def test_a_tip_says_why_pain_days_without_a_number_have_no_average() -> None:
    clear = (check_in(age, 0) for age in (2, 3, 4, 5))
    picture = diary(*clear, episode(1, peak=None), episode(6, peak=None))

    said = tip(picture, day(1)).splitlines()

    assert "No 7-day average: pain on 2 of these days has no number" in said
    assert not any(line.startswith("7-day average") for line in said)


def test_the_rows_say_too_why_pain_days_without_a_number_have_no_average() -> None:
    picture = diary(*(episode(age, peak=None) for age in range(1, 8)))
    table = CHARTS["pain_trend"].table(picture, day(7), day(1))

    assert table.text(6, 3) == "pain without a number"
    assert table.text(0, 3) == "too few days"
