"""What is said of course, rate, calendar, time of day and weekdays, and their rows."""

from __future__ import annotations

from datetime import date

import pytest

from spasmlog.charts import Asked
from spasmlog.charts.base import Table
from spasmlog.charts.spasm_days import spasm_days
from spasmlog.domain.scales import OnsetExact, Region
from tests.analysis.days import lived
from tests.build import TODAY, check_in, course, day, diary, episode, visit
from tests.charts.over_time_scenes import (
    NAMES,
    SCENES,
    between,
    fridays,
    last_year,
    mornings,
    prepared,
    worse,
)
from tests.charts.scenes import person


def rows(table: Table) -> list[list[str]]:
    return [
        [table.text(row, column) for column in range(len(table.headings))]
        for row in range(len(table.rows))
    ]


def test_the_course_says_weeks_change_standing_and_trend() -> None:
    found = prepared("weekly_course", worse(episode(9, hours=1)), 200)

    assert found.describe() == (
        "Last 60 days: worse than before. "
        "Average worst pain was 6.5 in the last 60 days and 2.5 in the 60 before "
        "(4.0 higher; the data fit 3.7 to 4.2 higher). 60 and 60 of 60 days logged. "
        "Last 26 weeks: pain is rising. "
        "Every 4 weeks: 1.2 higher (the data fit 0.1 to 2.0 higher). "
        "120 days used, 62 unknown."
    )
    assert found.more() == (
        "Each dot is the average worst pain of a week. "
        "Weeks with a number on at least 4 days: 17 of 18. The rest is hatched. "
        "The line is the mean of 4 such weeks in a row. "
        "1 spasm began, as a tick beneath. "
        "The short lines are the averages of the two periods; the upright bar is what the data "
        "fit for the later one. Stretches of 14 days that count: 9 of 9. "
        "Early: the same at the last 2 weekly looks, on the days to 28 Jun."
    )


def test_of_a_year_that_is_over_no_present_change_is_told() -> None:
    found = between("weekly_course", person(3), *last_year())

    assert "60" not in found.describe()
    assert "weekly look" not in found.describe()
    assert found.describe().startswith("Each dot is the average worst pain of a week.")
    assert found.more() == ""
    rate = between("spasm_rate", person(3), *last_year())
    assert "Last 60 days" not in rate.describe()
    assert "weekly look" not in rate.more()


def test_a_place_is_said_and_pain_stays_whole() -> None:
    shown = lived([3] * 60, episode(9, hours=1), episode(5, hours=1, region=Region.NECK))
    only = "Spasms are of one place only, neck; pain is of all places."

    assert "1 spasm began" in prepared("weekly_course", shown, 60, Region.NECK).more()
    for name in ("weekly_course", "spasm_rate", "hours", "weekdays"):
        assert only in prepared(name, shown, 60, Region.NECK).describe()
        assert "of one place only" not in prepared(name, shown, 60).describe()
    assert (
        "neck: 1 day. Worst pain is of all places."
        in prepared("calendar", shown, 60, Region.NECK).describe()
    )


def test_the_course_as_rows_tells_no_entry_from_none() -> None:
    shown = lived([*[4] * 7, *[None] * 7, *[2] * 4, *[None] * 3], episode(20, hours=1, peak=4))

    assert rows(prepared("weekly_course", shown, 22).table()) == [
        ["10 Jun 2026", "16 Jun 2026", "7", "4", "not 4 weeks in a row", "1"],
        ["17 Jun 2026", "23 Jun 2026", "0", "too few days", "not 4 weeks in a row", "no entry"],
        ["24 Jun 2026", "30 Jun 2026", "4", "2", "not 4 weeks in a row", "0"],
    ]


def test_a_week_that_is_logged_but_has_no_numbers_says_so_in_its_row() -> None:
    bare = [episode(ago, peak=None) for ago in range(1, 8)]
    (row,) = rows(prepared("weekly_course", diary(*bare), 7).table())

    tip = prepared("weekly_course", diary(*bare), 7).tip
    assert row[2:4] == ["0", "pain without a number"]
    assert tip is not None
    assert "Pain on 7 of these days has no number" in tip(day(3))


def test_the_tip_of_a_week_says_what_is_drawn_there() -> None:
    shown = lived([4] * 28, episode(3, hours=1, peak=4), visit(3), course(9, 1))
    tip = prepared("weekly_course", shown, 29).tip
    assert tip is not None

    assert tip(day(3)).split("\n") == [
        "24 Jun 2026 to 30 Jun 2026",
        "A number on 7 of 7 days",
        "Average worst pain 4.0",
        "Average of 4 weeks 4.0",
        "1 spasm began",
        "Visit, GP",
    ]
    assert tip(day(0)) == "Wednesday 1 Jul 2026\nNot over, and not counted yet"
    assert tip(day(29)) == "Tuesday 2 Jun 2026\nNo entry"


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        (0, "Nothing is logged in these days yet."),
        (3, "A week needs a number on at least 4 of its 7 days; the fullest so far has 3."),
    ],
)
def test_a_course_of_too_few_days_says_what_is_missing(days: int, missing: str) -> None:
    found = prepared("weekly_course", lived([3] * days), 60)

    assert found.missing == ("Too few days for a weekly average", missing)


def test_the_rate_is_told_with_its_change_and_standing() -> None:
    spasms = [episode(ago, hours=1) for ago in (2, 9, 16, 23)]
    found = prepared("spasm_rate", lived([3] * 130, *spasms), 57)

    assert found.describe() == (
        "The 28 days to 30 Jun 2026: 4 spasms in 28 logged days: 1.0 a week "
        "(the data fit 0.27 to 2.6). 0 days are unknown. "
        "Last 60 days: can't tell yet whether spasms began more or less often. "
        "3 spasms in 60 logged days now, 0 spasms in 60 logged days before. "
        "How many times as often: the data fit at least 0.41 times, with no useful upper limit."
    )
    assert found.more() == (
        "Each dot is 28 days, its line what the data fit: 2 of 2 have 14 logged days. "
        "The rest is hatched. "
        "Spasms less than 24 hours apart in one place count as one. "
        "Looked at on the days to 28 Jun."
    )


def test_the_rate_as_rows_and_tips() -> None:
    spasms = [episode(ago, hours=1) for ago in (2, 9, 16, 23)]
    found = prepared("spasm_rate", lived([*[None] * 28, *[3] * 28], *spasms), 57)
    assert found.tip is not None

    assert rows(found.table()) == [
        ["6 May 2026", "2 Jun 2026", "no entry", "0", "too few days", "too few days"],
        ["3 Jun 2026", "30 Jun 2026", "4", "28", "1", "0.27 to 2.6"],
    ]
    assert found.tip(day(2)).split("\n")[:4] == [
        "3 Jun 2026 to 30 Jun 2026",
        "28 logged days",
        "4 spasms",
        "1.0 a week",
    ]
    assert "Too few for a rate" in found.tip(day(40))
    assert found.tip(TODAY) == "Wednesday 1 Jul 2026\nNot over, and not counted yet"
    assert found.tip(day(57)) == "Tuesday 5 May 2026\nNo entry"
    shorter = prepared("spasm_rate", lived([3] * 60), 50).tip
    assert shorter is not None
    assert shorter(day(40)) == "Friday 22 May 2026\nBefore the first whole 28 days"


def test_the_weeks_are_those_of_the_whole_diary_whatever_days_are_asked_for() -> None:
    spasm = episode(31, hours=1, peak=5)
    shown = lived([5] * 60, spasm)
    whole, part = (rows(prepared("weekly_course", shown, days).table()) for days in (61, 31))

    assert part == whole[-5:]
    assert part[0] == ["27 May 2026", "2 Jun 2026", "7", "5", "5", "1"]


@pytest.mark.parametrize(
    ("logged", "days", "missing"),
    [
        (20, 20, "A rate takes 28 days that are over."),
        (0, 60, "Nothing is logged in these days yet."),
        (13, 60, "A rate takes 14 logged days of 28; the fullest so far has 13."),
    ],
)
def test_a_rate_of_too_few_days_says_what_is_missing(logged: int, days: int, missing: str) -> None:
    found = prepared("spasm_rate", lived([3] * logged), days)

    assert found.missing == ("Too few days for a rate", missing)
    assert found.describe() == missing
    assert found.more() == ""


def test_the_calendar_counts_its_days() -> None:
    shown = diary(check_in(1, 0), check_in(2, 7), episode(4, peak=5))

    assert prepared("calendar", shown, 10).describe() == (
        "Pain was logged on 3 of 9 days; zero on 1. 1 had a spasm. "
        "Each field is a day with its worst pain; spasm days are bold and framed. "
        "Hatched days have no entry; they are not zero."
    )
    assert prepared("calendar", shown, 10).more() == "1 Jul is not over and not counted."


def test_a_calendar_of_many_years_says_which_one_it_shows() -> None:
    found = prepared("calendar", person(3), 900)

    assert found.describe().startswith("2 Jul 2025 to 1 Jul 2026. Pain was logged on")
    assert len(found.table().rows) == 365


def test_the_rows_of_a_calendar_end_with_today() -> None:
    table = between("calendar", person(1), date(2026, 1, 1), date(2026, 12, 31)).table()

    assert (table.rows[0][0], table.rows[-1][0]) == (date(2026, 1, 1), TODAY)


def test_a_leap_year_is_whole() -> None:
    table = between("calendar", person(3), date(2024, 1, 1), date(2024, 12, 31)).table()

    assert len(table.rows) == 366


def test_hours_are_counted_and_judged() -> None:
    found = prepared("hours", mornings(24))

    assert found.describe().startswith(
        "Spasms begin more often between 07:00 and 11:00: 24 of 24 in waking hours."
    )
    assert found.describe().endswith("The dotted line is an even share.")
    assert found.more().startswith(
        "07:00 to 11:00: 24 spasms, 11:00 to 15:00: 0 spasms, 15:00 to 19:00: 0 spasms, "
        "19:00 to 23:00: 0 spasms. On average at about 08:30. "
        "Only spasms without one on the day before are counted."
    )


def test_spasms_of_which_only_the_day_is_known_are_told_in_place_of_the_chart() -> None:
    days = [episode(ago, onset_exact=OnsetExact.DAY, hours=1) for ago in (3, 9, 15)]
    found = prepared("hours", diary(*days), 20)

    assert found.missing is not None
    assert "Of 3 of them only the day is known." in found.missing[1]
    assert prepared("hours", lived([3] * 20), 20).describe() == (
        "Not collected yet: it takes 20 spasms with a time in waking hours, there are 0. "
        "0 days are unknown."
    )


def test_too_few_hours_have_counts_but_no_mean() -> None:
    found = prepared("hours", mornings(5))

    assert found.missing is None
    assert "Not collected yet: it takes 20 spasms" in found.describe()
    assert "On average" not in found.describe() + found.more()
    assert rows(found.table())[0] == ["07:00 to 11:00", "5"]
    assert rows(found.table())[-2:] == [["Woke with it", "0"], ["Only the day is known", "0"]]


def test_weekdays_are_told_twice_and_as_rows() -> None:
    found = prepared("weekdays", fridays(30))

    assert (
        "Average worst pain: Weekdays differ. Friday is highest: average worst pain 8.0 on"
        in found.describe()
    )
    assert "Spasms: Weekdays differ. Friday is highest: a spasm began on" in found.describe()
    friday = rows(found.table())[4]
    assert friday[0] == "Friday"
    assert friday[3] == friday[4]
    assert friday[5] == "100 %"


def test_chance_begins_at_the_same_place_each_time() -> None:
    for name in ("hours", "weekdays"):
        first, again = (prepared(name, person(1)).describe() for _time in range(2))
        assert first == again


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scene", SCENES)
def test_every_row_has_all_its_cells_and_no_unknown_day_is_a_zero(name: str, scene: str) -> None:
    found = prepared(name, SCENES[scene], 90)
    table = found.table()

    assert all(len(row) == len(table.headings) == len(table.blanks) for row in table.rows)
    assert all(all(row) for row in rows(table))
    if found.missing is not None:
        assert all(found.missing)


def test_the_days_of_a_spasm_are_those_it_touched_within_the_period() -> None:
    shown = diary(episode(9, hours=72), episode(2, region=Region.NECK))
    asked = Asked(diary=shown, first=day(8), last=day(1))

    assert spasm_days(asked) == {day(ago).toordinal() for ago in (8, 7, 6, 2)}


@pytest.mark.parametrize("name", ["weekly_course", "spasm_rate", "hours", "weekdays"])
def test_an_entry_of_today_alone_is_told_as_one_that_counts_tomorrow(name: str) -> None:
    found = prepared(name, diary(check_in(0, 4)), 60)

    assert found.missing is not None
    assert found.missing[1] == "Only today has an entry; it counts once it is over."
    assert (found.describe(), found.more()) == (found.missing[1], "")


@pytest.mark.parametrize("name", ["pain_trend", "overview", "calendar"])
def test_a_picture_of_today_alone_has_a_caption_that_agrees(name: str) -> None:
    found = prepared(name, diary(check_in(0, 4)), 60)

    assert found.missing is None
    assert found.describe().startswith("Only today has an entry; it counts once it is over.")
    assert "Pain was logged" not in found.describe()


def test_weeks_whose_pain_has_no_number_have_no_dot_and_say_why() -> None:
    picture = diary(
        *(check_in(age, 0) for age in range(1, 29) if age % 7 > 2),
        *(episode(age, peak=None) for age in range(1, 29) if age % 7 in (1, 2)),
    )
    found = prepared("weekly_course", picture, 28)

    assert found.missing is not None
    assert found.missing[1] == "Pain on 8 of these days has no number."
    assert found.tip is not None
    assert "Pain on 2 of these days has no number" in found.tip(day(3))


def test_a_weekday_whose_pain_has_no_number_has_no_average() -> None:
    values: list[int | None] = [None if day(ago).weekday() == 3 else 4 for ago in range(70, 0, -1)]
    bare = (episode(ago, peak=None) for ago in range(1, 71) if day(ago).weekday() == 3)
    found = prepared("weekdays", lived(values, *bare), 80)

    thursday = next(row for row in rows(found.table()) if row[0] == "Thursday")
    assert thursday[1:3] == ["no average", "0"]
    assert "so weekdays are not compared" in found.describe()
