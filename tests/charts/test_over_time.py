"""Course, rate, calendar, time of day and weekdays as they are drawn from any diary."""

from __future__ import annotations

import logging
from typing import cast

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from spasmlog.charts.picture import picture
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style, ink_on
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region
from tests.analysis.days import lived
from tests.build import TODAY, check_in, course, day, diary, episode, visit
from tests.charts.drawn import clashes, hatched, line, points, rects, texts, xs
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
from tests.charts.scenes import STYLES, parts, person

LIGHT = Style.light(984)
PRINT = Style.print(7.35)


def drawn(
    name: str, of: Diary, days: int = 365, style: Style = LIGHT, place: Region | None = None
) -> Drawing:
    figure = prepared(name, of, days, place).draw(style)
    assert isinstance(figure, Drawing)
    return figure


def strokes(figure: Figure, gid: str) -> list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    found = (cast(LineCollection, each) for each in parts(figure, gid))
    return [np.asarray(segment) for each in found for segment in each.get_segments()]


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
@pytest.mark.parametrize("scene", ["awkward", "year", "tens", "two", "5000"])
@pytest.mark.parametrize(("width", "scale"), [(480, 1.0), (480, 2.0), (984, 1.0), (3840, 2.0)])
def test_no_word_touches_another_or_leaves_the_figure(
    name: str, scene: str, width: float, scale: float
) -> None:
    styles = [*(make(width, scale=scale) for make in STYLES.values()), Style.print(width / 96)]
    for style in styles:
        figure = drawn(name, SCENES[scene], 90 if scene == "two" else 365, style)
        assert list(clashes(figure)) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scene", ["none", "unknown"])
def test_without_an_entry_there_are_words_instead_of_bare_axes(name: str, scene: str) -> None:
    found = prepared(name, SCENES[scene], 90)
    assert found.missing is not None
    figure = cast(Drawing, found.draw(LIGHT))

    assert " ".join(texts(figure)["missing"]) == " ".join(found.missing)
    assert figure.plots == ()


def test_each_week_is_a_dot_at_its_mean_and_a_week_of_zeros_an_open_one() -> None:
    figure = drawn("weekly_course", lived([*[6] * 7, *[None] * 7, *[0] * 7]), 22)
    found = {
        (float(x), float(y)): dots.get_markerfacecolor()
        for dots in parts(figure, "week")
        if isinstance(dots, Line2D)
        for x, y in zip(*map(np.asarray, dots.get_data()), strict=True)
    }

    assert found == {
        (day(18).toordinal(), 6.0): LIGHT.pain[6],
        (day(4).toordinal(), 0.0): LIGHT.paper,
    }
    assert hatched(figure) == {day(ago) for ago in range(8, 15)}
    assert texts(figure)["count"] == ["7", "0", "7"]


def test_the_line_needs_four_shown_weeks_in_a_row() -> None:
    values = [*[4] * 28, *[None] * 7, *[2] * 28]
    figure = drawn("weekly_course", lived(values), len(values) + 1)
    drawn_line = np.asarray(line(figure, "line").get_ydata(), dtype=float)

    assert [None if np.isnan(each) else each for each in drawn_line] == [
        *[None] * 3,
        4.0,
        *[None] * 4,
        2.0,
    ]
    assert texts(figure)["line-latest"] == ["2.0, to 30 Jun"]


def test_a_week_cut_by_the_edge_is_drawn_as_far_as_it_reaches_in() -> None:
    shown = lived([5] * 60, episode(31, hours=1, peak=5))
    figure = drawn("weekly_course", shown, 31)

    assert xs(figure, "week")[0] == day(29).toordinal() - 0.5
    assert len(xs(figure, "line")) == 5
    assert not np.isnan(np.asarray(line(figure, "line").get_ydata(), dtype=float)).any()
    assert strokes(figure, "onset") == []
    assert texts(figure)["count"] == ["7"] * 5
    assert texts(drawn("weekly_course", shown, 30))["count"] == ["7"] * 5
    narrow = drawn("weekly_course", shown, 30, Style.light(480, scale=2))
    assert texts(narrow)["count"] == ["7"] * 4


def test_the_two_periods_are_shaded_with_their_means_and_what_the_data_fit() -> None:
    figure = drawn("weekly_course", worse(), 200)
    means = [segment[0][1] for segment in strokes(figure, "mean")]

    assert len(rects(figure, "shade")) == 2
    assert means == sorted(means)
    assert len(strokes(figure, "fit")) == 3
    assert texts(figure)["period"] == ["60 days before: 2.5", "last 60 days: 6.4"]


def test_a_period_out_of_sight_is_not_drawn_and_a_part_of_it_is() -> None:
    assert len(rects(drawn("weekly_course", worse(), 30), "shade")) == 1
    first, last = last_year()
    assert parts(between("weekly_course", person(3), first, last).draw(LIGHT), "shade") == []


def test_without_a_comparison_there_is_no_bar_of_what_the_data_fit() -> None:
    figure = drawn("weekly_course", lived([4] * 40), 90)

    assert parts(figure, "fit") == []
    assert len(rects(figure, "shade")) == 2


def test_onsets_are_ticks_of_the_place_that_is_asked_for() -> None:
    shown = lived([3] * 60, episode(9, hours=1), episode(5, hours=1, region=Region.NECK))

    assert len(strokes(drawn("weekly_course", shown, 60), "onset")) == 2
    assert len(strokes(drawn("weekly_course", shown, 60, place=Region.NECK), "onset")) == 1


def test_courses_are_bands_and_visits_lines() -> None:
    shown = lived([3] * 60, course(30, 10), visit(20))
    for name in ("weekly_course", "spasm_rate"):
        figure = drawn(name, shown, 60)
        assert len(rects(figure, "course")) == 1
        assert texts(figure)["visit-name"] == ["Visit, GP"]


def test_a_rate_is_a_dot_with_its_limits_and_none_an_open_circle_at_zero() -> None:
    spasms = [episode(ago, hours=1) for ago in (2, 9, 16, 23)]
    figure = drawn("spasm_rate", lived([3] * 56, *spasms), 57)

    assert xs(figure, "zero") == [day(42).toordinal() - 0.5]
    assert np.asarray(line(figure, "rate").get_ydata()) == pytest.approx([1.0])
    assert texts(figure)["count"] == ["0", "4", "28", "28"]
    assert texts(figure)["rate-value"] == ["0", "1.0"]


def test_a_window_with_too_few_days_is_hatched_and_not_zero() -> None:
    figure = drawn("spasm_rate", lived([*[None] * 20, *[3] * 36]), 57)

    assert parts(figure, "rate") == []
    assert len(xs(figure, "zero")) == 1
    assert hatched(figure) == {day(ago) for ago in range(29, 57)}


def test_logged_days_before_the_first_window_are_not_hatched() -> None:
    figure = drawn("spasm_rate", lived([3] * 60), 50)

    assert parts(figure, "no-entry") == []
    assert len(xs(figure, "zero")) == 1


def test_limits_that_leave_the_plot_end_in_an_arrow() -> None:
    """Spasms that come in runs: what fits them reaches far."""
    run = [episode(ago, hours=1) for ago in (3, 36, 38, 40, 42)]
    figure = drawn("spasm_rate", lived([3] * 120, *run), 60)

    assert figure.plots[0].highest == 3
    assert xs(figure, "fit-open") == [day(ago).toordinal() - 0.5 for ago in (42, 14)]


def test_a_day_of_the_calendar_has_its_number_and_a_spasm_day_a_frame() -> None:
    figure = drawn("calendar", diary(check_in(1, 0), check_in(2, 7), episode(4, peak=5)), 10)

    assert texts(figure)["number"] == ["5", "7", "0"]
    assert len(rects(figure, "spasm")) == 1
    assert len(rects(figure, "day")) == 3
    assert len(figure.spots) == 10
    assert figure.spots[-3].words.startswith("Monday 29 Jun 2026\nWorst pain 7")


def test_a_pain_day_without_a_number_is_a_cross_in_the_calendar() -> None:
    figure = drawn("calendar", diary(episode(4, peak=None)), 10)

    assert len(xs(figure, "no-number")) == 1
    assert "number" not in texts(figure)


def test_a_week_begins_as_the_locale_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from spasmlog.i18n import use_language

    shown = diary(*(check_in(ago, 3) for ago in range(1, 30)))
    assert texts(drawn("calendar", shown, 30))["weekday"] == ["Mon", "Wed", "Fri", "Sun"]
    monkeypatch.setenv("LC_ALL", "en_US")
    monkeypatch.setenv("LANGUAGE", "en_US")
    assert use_language("en_US")
    assert texts(drawn("calendar", shown, 30))["weekday"] == ["Sun", "Tue", "Thu", "Sat"]


def test_only_the_last_year_is_in_the_calendar_and_any_year_can_be() -> None:
    ten = person(10)
    first, last = last_year()

    assert len(drawn("calendar", ten, 3653).spots) == 365
    figure = cast(Drawing, between("calendar", ten, first, last).draw(LIGHT))
    assert len(figure.spots) == 365
    assert texts(figure)["month"][-1] == f"Jan {first.year}"


def test_days_to_come_are_left_blank() -> None:
    this_year = TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31)
    figure = cast(Drawing, between("calendar", person(1), *this_year).draw(LIGHT))

    assert len(figure.spots) == (TODAY - this_year[0]).days + 1


def test_a_narrow_calendar_breaks_into_bands_and_keeps_its_numbers() -> None:
    wide, narrow = (drawn("calendar", person(1), 365, Style.light(w)) for w in (984, 480))

    assert narrow.bbox.height > 1.5 * wide.bbox.height
    assert len(texts(narrow)["number"]) == len(texts(wide)["number"])


def test_a_calendar_too_narrow_for_numbers_still_tells_zeros() -> None:
    figure = drawn("calendar", diary(*(check_in(ago, 0) for ago in range(1, 300))), 365, TINY)

    assert "number" not in texts(figure)
    assert sum(points(figure, "zero")) == 299


TINY = Style.light(200)


def test_in_print_a_field_is_filled_as_high_as_the_pain() -> None:
    figure = drawn("calendar", diary(check_in(1, 10), check_in(2, 5), check_in(3, 0)), 10, PRINT)
    heights = [high - low for _left, low, _right, high in rects(figure, "level")]

    assert heights[0] == pytest.approx(heights[1] / 2)
    used = {
        tuple(np.round(colour[:3], 3))
        for each in figure.findobj(PolyCollection)
        if isinstance(each, PolyCollection)
        for colour in np.asarray(each.get_facecolor())
    }
    assert all(len(set(colour)) == 1 for colour in used)


def test_the_hour_that_stands_out_is_bold_and_sleep_is_apart() -> None:
    figure = drawn("hours", mornings(24))

    assert texts(figure)["n"] == ["24", "0", "0", "0", "0"]
    assert texts(figure)["note"] == ["On average at about 08:30."]
    assert parts(figure, "even") != []
    assert [spot.words for spot in figure.spots][-1] == "Woke with it\n0 spasms"


def test_below_the_gate_hours_and_weekdays_are_grey_without_words() -> None:
    hours, week = drawn("hours", mornings(5)), drawn("weekdays", lived([3] * 20), 90)

    assert parts(hours, "even") == []
    assert "note" not in texts(hours)
    assert parts(week, "fit") == []
    for figure, gid in ((hours, "band"), (week, "weekday-bar")):
        assert {fill(each) for each in parts(figure, gid)} == {LIGHT.hatch.upper()}


def fill(shape: object) -> str:
    assert isinstance(shape, PolyCollection)
    colour = np.round(np.asarray(shape.get_facecolor())[0][:3] * 255).astype(int)
    return "#" + "".join(f"{part:02X}" for part in colour)


def test_the_weekday_that_is_highest_is_bold_with_limits_for_each() -> None:
    figure = drawn("weekdays", fridays(30))
    weights = [str(cast(Text, each).get_fontfamily()) for each in parts(figure, "value")]

    assert len(strokes(figure, "fit")) == 7 * 3
    assert [spot.words.split("\n")[0] for spot in figure.spots][:2] == ["Monday", "Tuesday"]
    assert texts(figure)["weekday"][:7] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert ["Bold" in each for each in weights] == [at % 7 == 4 for at in range(14)]


def test_a_weekday_that_was_never_logged_is_hatched() -> None:
    shown = diary(*(check_in(ago, 3) for ago in range(1, 60) if day(ago).weekday() != 2))
    figure = drawn("weekdays", shown, 90)

    assert len(parts(figure, "unknown")) == 2
    assert "Wednesday\nNo entry" in [spot.words for spot in figure.spots]


@pytest.mark.parametrize(("ground", "ink"), [("#FFFFFF", "#000000"), ("#501020", "#FFFFFF")])
def test_ink_stands_out_from_its_ground(ground: str, ink: str) -> None:
    assert ink_on(ground) == ink
