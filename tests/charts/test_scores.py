"""The charts of questionnaires: drawn, said and told as rows from any diary."""

from __future__ import annotations

import logging
from datetime import date
from typing import cast

import numpy as np
import pytest
from matplotlib.text import Text

from spasmlog.charts import CHARTS, Asked
from spasmlog.charts.picture import picture
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from tests.build import TODAY, course, day, diary, visit
from tests.charts.drawn import clashes, hatched, points, rects, texts, xs
from tests.charts.scenes import MARKS, STYLES, parts
from tests.charts.scored_scenes import NAMES, SCENES, peg, prepared, roland_morris
from tests.charts.test_over_time import strokes

LIGHT = Style.light(984)


def drawn(name: str, of: Diary, days: int = 90, style: Style = LIGHT) -> Drawing:
    figure = prepared(name, of, days).draw(style)
    assert isinstance(figure, Drawing)
    return figure


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scene", SCENES)
def test_any_diary_is_drawn_without_a_warning(
    name: str, scene: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        for days in (1, 90, 3653):
            found = prepared(name, SCENES[scene], days)
            made = picture(found.draw(LIGHT))
            assert len(made.pixels) == made.width * made.height * 4
            assert found.describe().endswith(".")
            assert "nan" not in found.describe().lower()
            assert "{" not in found.describe()

    assert caplog.records == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scene", ["two", "gap", "tens", "daily", "decade", "person", "eventful"])
@pytest.mark.parametrize(("width", "scale"), [(480, 1.0), (480, 2.0), (984, 1.0), (3840, 2.0)])
def test_no_word_touches_another_or_leaves_the_figure(
    name: str, scene: str, width: float, scale: float
) -> None:
    days = 3653 if scene == "decade" else 90
    found = prepared(name, SCENES[scene], days, MARKS)
    styles = [*(make(width, scale=scale) for make in STYLES.values()), Style.print(width / 96)]
    for style in styles:
        assert list(clashes(found.draw(style))) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_value_of_a_score_on_the_first_day_keeps_off_the_scale(scale: float) -> None:
    shown = diary(*(peg(ago, 5, 6, 5) for ago in (29, 20, 3)))

    figure = prepared("peg_trend", shown, 30, ()).draw(Style.light(480, scale=scale))
    assert len(texts(figure)["value"]) == 3
    assert list(clashes(figure)) == []


@pytest.mark.parametrize(
    ("scene", "why"),
    [
        ("none", "It has not been answered yet."),
        ("one", "One so far in these days: 5.0 on 22 Jun 2026. A course takes two."),
    ],
)
def test_below_two_scores_there_are_words_instead_of_bare_axes(scene: str, why: str) -> None:
    found = prepared("peg_trend", SCENES[scene])
    figure = cast(Drawing, found.draw(LIGHT))

    assert found.missing == ("Too few scores for a course: PEG", why)
    assert " ".join(texts(figure)["missing"]) == " ".join(found.missing)
    assert figure.plots == ()


def test_scores_before_these_days_are_not_called_unanswered() -> None:
    found = prepared("peg_trend", diary(peg(100, 4, 4, 4)), 90)

    assert found.missing is not None
    assert found.missing[1] == "None in these days; the last was on 23 Mar 2026."


def test_each_score_is_a_dot_with_its_value_and_a_zero_an_open_one() -> None:
    figure = drawn("peg_trend", diary(peg(30, 7, 8, 6), peg(23, 0, 0, 0), peg(16, 5, 5, 6)))

    assert xs(figure, "score") == [day(30).toordinal(), day(16).toordinal()]
    assert xs(figure, "zero") == [day(23).toordinal()]
    assert texts(figure)["value"] == ["5.3", "0.0", "7.0"]
    assert texts(figure)["title"] == ["PEG, 0 to 10"]


def test_the_three_numbers_span_a_range_and_ticked_statements_do_not() -> None:
    spans = [
        (float(low[1]), float(high[1]))
        for low, high in strokes(drawn("peg_trend", SCENES["two"]), "range")
    ]

    assert spans == [(4.0, 6.0), (4.0, 6.0)]
    assert strokes(drawn("roland_morris", SCENES["two"]), "range") == []


@pytest.mark.parametrize(("apart", "lines"), [(35, 1), (36, 0)])
def test_a_line_joins_only_scores_near_one_another(apart: int, lines: int) -> None:
    figure = drawn("peg_trend", diary(peg(apart + 3, 4, 4, 4), peg(3, 6, 6, 6)))

    assert len(strokes(figure, "line")) == lines


def test_days_far_from_any_score_are_hatched() -> None:
    figure = drawn("peg_trend", diary(peg(70, 4, 4, 4), peg(10, 6, 6, 6)))

    assert hatched(figure) == {
        *(day(ago) for ago in range(77, 90)),
        *(day(ago) for ago in range(17, 64)),
        *(day(ago) for ago in range(4)),
    }


def test_the_value_of_a_dip_stands_below_its_dot() -> None:
    shown = diary(peg(30, 8, 8, 8), peg(20, 4, 4, 4), peg(10, 8, 8, 8))
    figure = drawn("peg_trend", shown)
    written = [each for each in parts(figure, "value") if isinstance(each, Text)]
    dots = {each.get_text(): each.get_position()[1] for each in written}
    plot = figure.plots[0]
    middle = plot.bottom + (plot.top - plot.bottom) * 0.4

    assert dots["4.0"] < middle < dots["8.0"]


def test_where_values_would_hide_the_course_only_the_newest_is_written() -> None:
    figure = drawn("peg_trend", SCENES["decade"], 3653)

    assert texts(figure)["value"] == ["0.0"]
    assert sum(points(figure, "score")) + sum(points(figure, "zero")) == 520


def test_roland_morris_reaches_to_24() -> None:
    figure = drawn("roland_morris", SCENES["two"])

    assert figure.plots[0].highest == 24
    assert texts(figure)["label"] == ["12", "24", "0"]
    assert texts(figure)["value"] == ["24", "0"]


def test_courses_are_bands_and_visits_lines() -> None:
    shown = diary(peg(30, 4, 4, 4), peg(9, 4, 4, 4), course(30, 10), visit(20))
    figure = drawn("peg_trend", shown)

    assert len(rects(figure, "course")) == 1
    assert texts(figure)["visit-name"] == ["Visit, GP"]


def test_in_print_only_greys_are_used() -> None:
    figure = drawn("peg_trend", SCENES["gap"], style=Style.print(7.35))
    made = picture(figure)
    pixels = np.frombuffer(made.pixels, dtype=np.uint8).reshape(-1, 4).astype(int)

    assert int(abs(pixels[:, 0] - pixels[:, 1]).max()) <= 1
    assert int(abs(pixels[:, 1] - pixels[:, 2]).max()) <= 1


def test_the_course_is_said_with_what_people_noticed_as_a_change() -> None:
    shown = diary(peg(30, 7, 6, 6), peg(23, 5, 5, 6), peg(2, 4, 4, 5))

    assert prepared("peg_trend", shown).describe() == (
        "3 scores in these days, the latest 4.3 on 29 Jun 2026. "
        "On 1 Jun 2026 it was 6.3. "
        "The difference is one that people in studies noticed as a change (2 points and 30 %). "
        "A line joins scores at most 5 weeks apart. "
        "Hatched days have no score; they are not zero. "
        "The upright lines reach from the lowest to the highest of the three numbers. "
        "PEG is the mean of three numbers from 0 to 10 about the past week: pain, enjoyment of "
        "life and general activity. Higher is worse. "
        "Krebs EE et al. J Gen Intern Med 2009;24:733-738."
    )


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (8, 4, "On 22 Jun 2026 it was 8. The difference is less than people in studies noticed"),
        (20, 15, "The difference is less than people in studies noticed as a change (5 points"),
        (16, 11, "The difference is one that people in studies noticed as a change (5 points"),
        (0, 5, "The difference is one that people in studies noticed as a change (5 points"),
        (7, 7, "That is the same as on 22 Jun 2026."),
    ],
)
def test_roland_morris_needs_5_points_and_30_percent(before: int, now: int, said: str) -> None:
    shown = diary(roland_morris(9, before), roland_morris(2, now))

    assert said in prepared("roland_morris", shown).describe()


def test_the_rows_hold_the_score_and_its_three_numbers() -> None:
    table = prepared("peg_trend", SCENES["gap"]).table()

    assert table.headings == (
        "Day",
        "PEG, 0 to 10",
        "Pain",
        "Enjoyment of life",
        "General activity",
    )
    assert table.rows == ((day(80), "10.0", 10, 10, 10), (day(20), "0.0", 0, 0, 0))
    assert prepared("roland_morris", SCENES["one"]).table().rows == ((day(9), "12"),)


def test_a_day_tells_its_score_or_the_one_that_still_speaks() -> None:
    shown = diary(peg(20, 7, 8, 6), peg(9, 4, 5, 5), roland_morris(9, 3), roland_morris(40, 3))
    tip = prepared("peg_trend", shown).tip
    other = prepared("roland_morris", shown).tip
    assert tip is not None
    assert other is not None

    assert tip(day(9)) == (
        "Monday 22 Jun 2026\nPEG 4.7\nPain 4, Enjoyment of life 5 and General activity 5"
    )
    assert tip(day(5)).splitlines()[1] == "PEG 4.7 on 22 Jun"
    assert tip(day(1)) == "Tuesday 30 Jun 2026\nNo score"
    assert other(day(9)).splitlines()[1:] == ["Roland-Morris 3", "3 of 24 statements"]


def test_days_that_are_asked_for_bound_what_is_shown() -> None:
    shown = diary(*(peg(ago, 4, 4, 4) for ago in (40, 30, 20, 10)))
    asked = Asked(diary=shown, first=day(30), last=day(20))

    found = CHARTS["peg_trend"].prepare(asked).table()
    assert [cast(date, row[0]) for row in found.rows] == [day(30), day(20)]
    assert TODAY not in [row[0] for row in found.rows]
