"""Days until it came back, line by line, and how many were still free of a spasm, as a curve."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import Region
from tests.analysis.treated_life import HEAT, ICE, Told, spasm
from tests.build import course, day, episode, running
from tests.charts.drawn import rects, texts
from tests.charts.scenes import parts
from tests.charts.treated_scenes import PHYSIO, of, prepared

LIGHT = Style.light(984)
ALONE = "Spasms come back by themselves too, so this does not show what a treatment did."
SIGNALS = (
    "The signals of spasms that come back count otherwise. They look at treated spasms only, at "
    "returns from 24 hours to 30 days, and past a new course or a gap."
)
SHARED = (
    "Times that follow each other share the same bad month, so the true range is wider. "
    f"Treatments used in different seasons cannot be compared. {SIGNALS}"
)


def treated(*days_ago: int, what: Treatment = HEAT, peak: int = 6) -> list[Told]:
    """Spasms of three hours, treated; each is the return of the one before."""
    used = (("10:00", what),)
    return [spasm(ago, ("09:50", peak), used=used, hours=3) for ago in days_ago]


def every_way(logged: int = 500) -> Diary:
    """A clock for each way to end, an everywhere course and a spasm without a place."""
    nowhere = spasm(300, ("09:50", 6), used=(("10:00", HEAT),), hours=3, region=None)
    neck = spasm(200, ("09:50", 6), used=(("10:00", ICE),), hours=3, region=Region.NECK)
    unknown = episode(190, hours=2, peak=None, region=Region.NECK)
    arm = spasm(60, ("09:50", 6), used=(("10:00", ICE),), hours=3, region=Region.ARM)
    again = course(50, 40, treatment_id=PHYSIO.id, region=Region.ARM)
    return of(*treated(20, 11), (*nowhere, *neck, unknown, *arm, again), logged=logged)


def drawn(name: str, shown: Diary, style: Style = LIGHT) -> Figure:
    return prepared(name, shown).draw(style)


def count(figure: Figure, gid: str) -> int:
    """How many lines or marks this name has."""
    lines = sum(
        len(each.get_segments()) for each in parts(figure, gid) if isinstance(each, LineCollection)
    )
    points = sum(
        len(np.asarray(each.get_xdata())) for each in parts(figure, gid) if isinstance(each, Line2D)
    )
    return lines + points


def words(figure: Figure) -> list[str]:
    assert isinstance(figure, Drawing)
    return [each.words for each in figure.spots]


def test_the_list_is_told_by_treatment() -> None:
    shown = of(*treated(40, 31, 25), *treated(20, what=ICE), logged=60)

    found = prepared("returns", shown)

    assert found.describe() == (
        "After spasms treated with heat, spasms came back after 9, 6 and 5 days. "
        "After spasms treated with ice, no spasm has come back; 1 still holding at 20 days. "
        f"Each list has the oldest first. {ALONE}"
    )
    assert found.more() == SIGNALS


def test_finished_courses_are_told_apart_from_treated_spasms() -> None:
    courses = tuple(course(100 * at, 100 * at - 20, treatment_id=PHYSIO.id) for at in (3, 2, 1))
    came = tuple(episode(100 * at - 26, hours=3) for at in (3, 2))
    said = prepared("returns", of(courses, came, logged=320)).describe()

    assert said.startswith(
        "After finishing physiotherapy courses, spasms came back after 6 and 6 days; "
        "the latest course is holding at 80 days."
    )


def test_of_many_treatments_all_are_told_together() -> None:
    several = [each for at in range(4) for each in treated(40 - 7 * at, what=(HEAT, ICE)[at % 2])]
    both = spasm(4, used=(("10:00", HEAT), ("10:10", ICE)), hours=3)
    third = spasm(60, used=(("10:00", PHYSIO),), hours=3)
    fourth = spasm(50, used=(("10:00", PHYSIO), ("10:10", ICE)), hours=3)

    assert (
        prepared("returns", of(*several, both, third, fourth, logged=90))
        .describe()
        .startswith(
            "After treated spasms, spasms came back after 10, 10, 7, 7, 7 and 15 days; "
            "1 still holding at 4 days. Each list has the oldest first."
        )
    )


def test_each_way_to_end_has_its_words_and_its_shape() -> None:
    figure = drawn("returns", every_way())

    assert texts(figure)["ended"] == [
        "not back so far, day 11",
        "back on day 9",
        "not back so far, day 40",
        "another course, day 10",
        "a spasm of unknown strength, day 10",
        "not back by day 90",
    ]
    assert count(figure, "return") == 1
    assert count(figure, "arrow") == 2
    assert count(figure, "stop") == 3


def test_a_gap_without_entries_ends_a_line() -> None:
    figure = drawn("returns", of(*treated(60), logged=20))

    assert texts(figure)["ended"] == ["no entries from day 1"]


def test_a_line_says_what_was_used_when_and_where() -> None:
    figure = drawn("returns", every_way())

    assert texts(figure)["row"][:4] == ["Heat", "20 Jun, lower back", "Heat", "11 Jun, lower back"]
    assert texts(figure)["row"][-2:] == ["Heat", "4 Sept 2025, place not stated"]
    assert words(figure)[0] == "Heat\n20 Jun, lower back\nnot back so far, day 11"


def test_a_course_for_every_place_says_so() -> None:
    anywhere = course(90, 60, treatment_id=PHYSIO.id)

    assert texts(drawn("returns", of((anywhere,), logged=100)))["row"] == [
        "Physiotherapy, course",
        "2 May, all places",
    ]


def test_of_many_clocks_the_newest_are_drawn_and_the_rest_counted() -> None:
    shown = of(*treated(*range(8, 108, 5)), logged=120)
    figure = drawn("returns", shown)

    assert len(texts(figure)["ended"]) == 12
    assert texts(figure)["ended"][0] == "not back so far, day 8"
    assert texts(figure)["more"] == ["and 8 earlier ones"]
    assert len(prepared("returns", shown).table().rows) == 20


def test_in_a_height_that_is_given_stand_as_many_as_fit() -> None:
    shown = of(*treated(*range(8, 108, 5)), logged=120)
    low = drawn("returns", shown, Style.light(984, 300))

    assert len(texts(low)["ended"]) == 4
    assert texts(low)["more"] == ["and 16 earlier ones"]
    assert low.bbox.height <= 300
    assert len(texts(drawn("returns", shown, Style.light(984, 40)))["ended"]) == 1


def to_axis(figure: Figure) -> list[float]:
    """The days at which the spots of a chart of returns lie."""
    assert isinstance(figure, Drawing)
    left = min(float(segment[0][0]) for segment in segments(figure, "start"))
    right = max(float(segment[0][0]) for segment in segments(figure, "grid"))
    last = float(texts(figure)["label"][-1].removesuffix(" days"))
    return [round((each.x - left) / (right - left) * last, 1) for each in figure.spots]


def segments(figure: Figure, gid: str) -> list[np.ndarray[Any, Any]]:
    shapes = (each for each in parts(figure, gid) if isinstance(each, LineCollection))
    return [np.asarray(segment) for shape in shapes for segment in shape.get_segments()]


def test_a_line_ends_at_its_own_day_of_the_axis() -> None:
    figure = drawn("returns", every_way())

    assert to_axis(figure) == [11, 9, 40, 10, 10, 90]
    assert parts(figure, "break") == []


def test_a_line_much_longer_than_all_returns_is_broken_and_shows_it() -> None:
    holds = course(350, 330, treatment_id=PHYSIO.id, region=Region.ARM)
    figure = drawn("returns", of(*treated(20, 11), (holds,), logged=400))

    assert texts(figure)["ended"][-1] == "not back so far, day 330"
    assert to_axis(figure) == [11, 9, 90]
    assert len(segments(figure, "break")) == 2
    ((left, _low, right, _high),) = rects(figure, "ended-ground")
    assert max(float(part[0][0]) for part in segments(figure, "holding")) > right > left


def test_the_axis_reaches_as_far_as_the_lines_where_they_are_not_long() -> None:
    holds = treated(80)[0]
    neck = [
        spasm(ago, ("09:50", 6), used=(("10:00", ICE),), hours=3, region=Region.NECK)
        for ago in (30, 20)
    ]
    figure = drawn("returns", of(holds, *neck, logged=90))

    assert texts(figure)["label"][-1] == "90 days"
    assert "not back so far, day 80" in texts(figure)["ended"]
    assert parts(figure, "break") == []


def test_without_a_return_the_axis_reaches_as_far_as_the_lines() -> None:
    assert texts(drawn("returns", of(*treated(80), logged=90)))["label"][-1] == "90 days"


def test_a_clock_of_very_many_years_still_has_an_axis() -> None:
    ended = course(4100, 4000, treatment_id=PHYSIO.id)
    figure = prepared("returns", of((ended,), logged=4200), 5000).draw(LIGHT)

    assert texts(figure)["label"] == ["0", "730", "1,460", "2,190", "2,920", "4,000 days"]
    assert texts(figure)["ended"] == ["not back so far, day 4000"]


@pytest.mark.parametrize("name", ["returns", "holding"])
def test_without_a_clock_it_says_what_runs(name: str) -> None:
    going: Told = (running(5), course(5, treatment_id=PHYSIO.id))

    assert prepared(name, of(going)).missing is not None
    assert prepared(name, of(going)).describe() == "1 course is still running."
    assert prepared(name, of()).describe() == (
        "No treated spasm let go in these days, and no course ended."
    )


def test_a_return_that_only_the_signals_count_is_told_in_its_line_and_in_the_sentence() -> None:
    again = course(38, 30, treatment_id=PHYSIO.id)
    found = prepared("returns", of(*treated(40), (again, episode(31, peak=6)), logged=60))
    figure = found.draw(LIGHT)

    assert "The signals count 1 return more, as they look on" in found.describe()
    assert any(
        each.endswith("another course, day 2\nThe signals count a return on day 9")
        for each in words(figure)
    )
    assert found.table().rows[-1][-1] == (
        "another course, day 2; the signals count a return on day 9"
    )


def test_a_table_of_returns_has_the_newest_first() -> None:
    table = prepared("returns", every_way()).table()

    assert table.headings[:4] == ("What was treated with", "Place", "Counted from", "Days")
    assert table.rows[1] == ("Heat", "Lower back", day(20), 9, True, "back on day 9")
    assert table.rows[-1][1] == "Place not stated"
    days = [row[2] for row in table.rows if isinstance(row[2], date)]
    assert days == sorted(days, reverse=True)
    assert len(days) == 6


def test_holding_is_told_with_its_shares_and_cautions() -> None:
    found = prepared("holding", of(*treated(*range(8, 98, 10)), logged=120))

    assert found.describe() == (
        "After treated spasms: 8 of 9 are known to have come back. Half were back by day 10. "
        f"{ALONE}"
    )
    assert found.more() == (
        "A stroke beneath the line is one time followed, a short one where nothing came back. "
        f"An open circle is one that still holds. {SHARED}"
    )


def test_the_table_of_what_holds_has_a_row_for_a_week_a_fortnight_and_a_month() -> None:
    rows = prepared("holding", of(*treated(*range(8, 98, 10)), logged=120)).table().rows

    assert [(row[1], row[2], row[5]) for row in rows] == [
        (7, 100, 9),
        (8, 100, 9),
        (10, 0, 8),
        (14, 0, 0),
        (30, 0, 0),
    ]


def test_the_strokes_alone_are_told_where_nothing_holds() -> None:
    said = prepared("holding", of(*treated(200, 190, 180), logged=230)).more()

    assert "open circle" not in said
    assert "1 had not come back after 90 days." in said


def test_from_three_clocks_there_is_a_curve_from_eight_a_band_from_five_the_middle() -> None:
    for clocks, half, band in ((3, False, False), (5, True, False), (8, True, True)):
        days = [8 + 10 * at + at % 3 for at in range(clocks)]
        figure = drawn("holding", of(*treated(*days), logged=150))
        assert parts(figure, "curve")
        assert bool(parts(figure, "half")) is half
        assert bool(parts(figure, "band")) is band


def test_from_fewer_clocks_it_says_how_many_it_takes() -> None:
    assert prepared("holding", of(*treated(20, 11), logged=60)).missing == (
        "Still free of a spasm",
        "After treated spasms: 1 of 2 are known to have come back. "
        "2 so far; a curve starts at 3, a middle value at 5.",
    )


def test_clocks_that_still_hold_are_open_circles_and_each_has_a_stroke_beneath() -> None:
    figure = drawn("holding", of(*treated(50, 38, 24, 8), logged=80))

    assert count(figure, "holding") == 1
    assert count(figure, "rug") == 4
    assert texts(figure)["row"][0] == "After treated spasms, 4 times"


def compared() -> Diary:
    """Two treatments with ten clocks each: after one it came back sooner."""
    told: list[Told] = []
    for at in range(10):
        start = 30 * at + 10
        told += treated(start + 26, what=HEAT) + treated(start + 23, what=ICE)
    return of(*told, logged=400)


def test_two_treatments_have_curves_only_where_they_can_be_compared() -> None:
    figure = drawn("holding", compared())
    few = drawn("holding", of(*treated(60, 50, 40), *treated(30, 20, 10, what=ICE), logged=90))

    assert texts(figure)["row"].count("Heat, 10 times") == 1
    assert texts(figure)["row"].count("Ice, 10 times") == 1
    assert len(parts(figure, "curve-other")) > 0
    assert " No verdict on heat beside ice. " in prepared("holding", compared()).describe()
    assert "Heat: counted from" in prepared("holding", compared()).more()
    assert "Ice: counted from" in prepared("holding", compared()).more()
    assert parts(few, "curve-other") == []


def test_a_table_of_holding_has_a_row_a_step_with_limits_from_eight_clocks() -> None:
    few = prepared("holding", of(*treated(50, 38, 24, 8), logged=80)).table()
    many = prepared("holding", of(*treated(*range(8, 98, 10)), logged=120)).table()

    assert few.rows[-1] == ("After treated spasms", 16, 0, None, None, 1)
    assert few.text(0, 3) == "too few"
    assert many.headings[1:3] == ("Day", "Still free, %")
    assert len(many.rows) == 5
    assert many.text(0, 3) == "no limits"


def test_a_step_has_words() -> None:
    figure = drawn("holding", of(*treated(50, 38, 24, 8), logged=80))

    assert words(figure)[0] == "After treated spasms\nafter 12 days\n67 % still free of a spasm"
