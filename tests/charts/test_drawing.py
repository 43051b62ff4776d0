"""What is drawn where: no unknown day as a zero, no line over a gap, no word over another."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast
from weakref import ref

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D

from spasmlog.charts import CHARTS, Asked, Mark
from spasmlog.charts.daily_lanes import axis_top
from spasmlog.charts.pain_trend import pain_trend
from spasmlog.charts.picture import locate, picture, span_of
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style, mixed
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region
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
    treatment,
    use,
    visit,
)
from tests.charts.drawn import clashes, hatched, line, rects, texts, xs
from tests.charts.scenes import (
    MARKS,
    STYLES,
    awkward,
    back,
    many_spasms,
    parts,
    person,
    steady,
)

LIGHT = Style.light(984)
PRINT = Style.print(7.35)


def trend(shown: Diary, days: int = 30, style: Style = LIGHT, **more: Any) -> Drawing:
    return pain_trend(Asked(diary=shown, first=back(days), last=TODAY, **more), style)


def test_a_day_has_a_bar_as_high_as_its_worst_pain_in_the_colour_of_the_ramp() -> None:
    figure = trend(diary(check_in(2, 7)))
    ((left, low, right, high),) = rects(figure, "worst")
    (shape,) = parts(figure, "worst")

    assert (low, high) == (0, 7)
    assert left < day(2).toordinal() < right
    assert isinstance(shape, PolyCollection)
    colour = np.round(np.asarray(shape.get_facecolor())[0][:3] * 255).astype(int)
    assert "#" + "".join(f"{part:02X}" for part in colour) == LIGHT.pain[7]


def test_the_pain_axis_is_always_0_to_10() -> None:
    figure = trend(steady(30, 1))

    assert [plot.highest for plot in figure.plots] == [10]
    assert texts(figure)["label"][:3] == ["0", "5", "10"]


def test_a_logged_zero_is_an_open_circle_and_an_unknown_day_is_none() -> None:
    figure = trend(diary(check_in(2, 0), check_in(5, 4)))

    assert xs(figure, "zero") == [day(2).toordinal()]
    assert line(figure, "zero").get_markerfacecolor() == LIGHT.paper


def test_unknown_days_are_hatched_and_no_others() -> None:
    figure = trend(diary(*(check_in(ago, 4) for ago in range(30) if ago not in (3, 4, 11))))

    assert hatched(figure) == {day(3), day(4), day(11)}


def test_a_day_with_only_a_drink_or_a_reading_of_zero_is_hatched() -> None:
    figure = trend(diary(*(check_in(ago, 4) for ago in range(1, 30)), drink(0)))

    assert hatched(figure) == {day(0)}
    assert parts(figure, "zero") == []


def test_a_pain_day_without_a_number_is_a_cross_and_no_zero() -> None:
    figure = trend(diary(episode(2, peak=None)))

    assert xs(figure, "no-number") == [day(2).toordinal()]
    assert parts(figure, "zero") == []
    assert day(2) not in hatched(figure)


def test_the_line_is_broken_in_a_gap() -> None:
    shown = diary(*(check_in(ago, 3) for ago in range(30) if not 8 <= ago < 18))
    drawn = np.asarray(line(trend(shown), "mean").get_ydata(), dtype=float)
    broken = [day(29 - at) for at in np.flatnonzero(np.isnan(drawn)).tolist()]

    assert broken == [
        *(day(ago) for ago in range(29, 26, -1)),
        *(day(ago) for ago in range(14, 4, -1)),
        TODAY,
    ]


def test_a_lone_value_of_the_line_is_a_dot() -> None:
    shown = diary(*(check_in(ago, 3) for ago in (3, 5, 7, 9)))

    assert xs(trend(shown), "lone") == [day(3).toordinal()]


@pytest.mark.parametrize("height", [None, 40 / 25.4, 52 / 25.4])
@pytest.mark.parametrize("width", [480 / 96, 7.17])
def test_the_name_of_a_medicine_is_whole_beside_its_lane(
    width: float, height: float | None
) -> None:
    names = ("Ibuprofen", "Diclofenac 75 mg slow release")
    drugs = [treatment(name) for name in names]
    uses = [use(ago, of=drug) for drug in drugs for ago in (3, 9)]
    for style in (Style.print(width, height), replace(Style.print(width, height), scale=1.0)):
        figure = trend(diary(*drugs, *uses, check_in(1)), style=style)

        written = " ".join(texts(figure)["label"])
        assert all(name in written for name in names)
        assert list(clashes(figure)) == []


def test_the_line_is_named_at_its_end() -> None:
    written = texts(trend(steady(30, 4)))

    assert written["line-name"] == ["7-day average"]
    assert written["line-latest"] == ["4.0 on 30 Jun"]


def test_an_empty_chart_says_so_and_is_hatched_without_a_line() -> None:
    figure = trend(diary())

    assert texts(figure)["note"] == ["Nothing logged in these days yet"]
    assert hatched(figure) == {day(ago) for ago in range(30)}
    assert parts(figure, "mean") == []


@pytest.mark.parametrize(
    ("days", "said"), [(1, "1 logged day so far"), (3, "3 logged days so far")]
)
def test_few_days_are_counted_and_have_no_line(days: int, said: str) -> None:
    figure = trend(steady(days, 4))

    assert texts(figure)["note"] == [said]
    assert parts(figure, "mean") == []
    assert len(rects(figure, "worst")) == days


def test_lanes_show_spasms_medicines_and_courses() -> None:
    pills, drops = treatment("Ibuprofen"), treatment("Drops")
    shown = diary(
        *(pills, drops, treatment("Unused"), episode(9, hours=30), episode(3)),
        *(use(3, of=drops), *(use(ago, of=pills) for ago in (3, 9))),
        course(12, 5, treatment_id=pills.id, plan="four weeks"),
    )
    figure = trend(shown)

    assert len(rects(figure, "spasm")) == 2
    assert [
        len(np.asarray(cast(Line2D, each).get_xdata())) for each in parts(figure, "medicine")
    ] == [
        2,
        1,
    ]
    assert texts(figure)["label"][3:] == ["Spasm", "Ibuprofen", "Drops", "Course"]
    assert texts(figure)["course-name"] == ["Ibuprofen, four weeks"]


def test_only_the_two_medicines_used_most_have_a_lane() -> None:
    all_three = [treatment(name) for name in ("First", "Second", "Third")]
    doses = [use(ago, of=each) for at, each in enumerate(all_three, 1) for ago in range(at)]

    assert texts(trend(diary(*all_three, *doses)))["label"][3:] == ["Spasm", "Third", "Second"]


def test_a_medicine_that_is_not_in_the_catalogue_still_has_a_lane() -> None:
    assert "Medicine" in texts(trend(diary(use(1))))["label"]


def test_a_visit_is_a_dotted_line_with_a_name() -> None:
    figure = trend(diary(visit(9), visit(20, who="")))

    (lines,) = parts(figure, "visit")
    assert isinstance(lines, LineCollection)
    assert len(lines.get_segments()) == 2
    assert texts(figure)["visit-name"] == ["Visit, GP", "Doctor's visit"]


def test_marks_are_rows_by_signal_most_urgent_first() -> None:
    figure = trend(steady(90, 3), 90, marks=MARKS)

    assert texts(figure)["signal-name"] == [
        "Get medical help now",
        "An answer that needs a doctor today or tomorrow",
        "Back after treatment",
        "2 more signals",
    ]
    assert [
        len(np.asarray(cast(Line2D, each).get_xdata())) for each in parts(figure, "signal")
    ] == [*(1, 1, 3, 2)]


def test_a_mark_outside_the_days_is_not_drawn() -> None:
    mark = Mark(day=day(31), label="Too early", level="info")

    assert parts(trend(steady(3, 3), marks=(mark,)), "signal") == []


def test_amounts_are_drawn_on_the_same_days_as_the_trend() -> None:
    figure = CHARTS["overview"].draw(person(1), back(90), TODAY, LIGHT)
    assert isinstance(figure, Drawing)
    edges = {float(plot.data.transform((TODAY.toordinal(), 0))[0]) for plot in figure.plots}

    assert [plot.name for plot in figure.plots] == ["pain", "drinks", "activity", "stretching"]
    assert len(edges) == 1


def test_an_amount_of_zero_is_a_circle_and_an_unknown_one_hatched() -> None:
    shown = diary(check_in(1, None, moderate_min=0), activity(2))
    figure = CHARTS["activity"].draw(shown, back(4), TODAY, LIGHT)

    assert xs(figure, "zero") == [day(1).toordinal()]
    assert hatched(figure) == {day(0), day(3)}
    assert len(rects(figure, "activity-bars")) == 1


def test_an_amount_without_entries_says_so() -> None:
    figure = CHARTS["stretching"].draw(diary(check_in(1, 3)), back(30), TODAY, LIGHT)

    assert texts(figure)["note"] == ["Nothing logged in these days yet"]


@pytest.mark.parametrize(("highest", "top"), [(0, 2), (2, 2), (2.1, 3), (14, 15), (2000.5, 2001)])
def test_an_axis_ends_at_a_round_number_above_every_value(highest: float, top: float) -> None:
    assert axis_top(highest, 2) == top


def test_over_120_days_bars_of_one_height_join_into_an_area() -> None:
    figure = trend(steady(200, 4), 200)

    assert len(rects(figure, "worst")) == 1


def test_over_two_years_weeks_are_drawn_with_their_range() -> None:
    shown = diary(*(check_in(ago, ago % 7) for ago in range(1, 800)))
    figure = trend(shown, 800)

    assert parts(figure, "worst") == []
    assert {(low, high) for _left, low, _right, high in rects(figure, "range")} == {(0, 6)}
    assert texts(figure)["line-name"] == ["Weekly average"]


def test_a_week_with_too_few_days_is_a_gap() -> None:
    shown = diary(*(check_in(ago, 3) for ago in range(1, 800) if not 15 <= ago < 19))
    figure = trend(shown, 800)
    drawn = np.asarray(line(figure, "mean").get_ydata(), dtype=float)

    assert np.flatnonzero(np.isnan(drawn)).tolist() == [len(drawn) - 3]


def test_in_print_spasm_days_are_dark_and_everything_is_grey() -> None:
    figure = trend(diary(check_in(5, 4), episode(2, peak=4), visit(3)), style=PRINT, marks=MARKS)
    (shape,) = parts(figure, "worst")
    used = {
        tuple(np.round(colour[:3], 3))
        for each in figure.findobj(PolyCollection)
        if isinstance(each, PolyCollection)
        for colour in np.asarray(each.get_facecolor())
    }

    assert isinstance(shape, PolyCollection)
    light, dark = np.asarray(shape.get_facecolor())[:, 0]
    assert dark < light
    assert all(len(set(colour)) == 1 for colour in used)


@pytest.mark.parametrize(
    "shown",
    [
        diary(),
        diary(check_in(1, 3)),
        diary(check_in(1, 0), drink(2)),
        diary(drink(1), visit(2)),
        steady(60, 4),
        many_spasms(5000),
        awkward(),
    ],
    ids=["none", "one", "two", "all-unknown", "constant", "5000-spasms", "awkward"],
)
def test_any_diary_is_drawn_without_a_warning(
    shown: Diary, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        for name, days in (("overview", 30), ("overview", 3653), ("drinks", 1), ("activity", 400)):
            found = picture(CHARTS[name].draw(shown, back(days), TODAY, LIGHT, MARKS))
            assert len(found.pixels) == found.width * found.height * 4

    assert caplog.records == []


def styles(width: float, scale: float) -> list[Style]:
    return [
        *(make(width, scale=scale) for make in STYLES.values()),
        Style.print(width / 96),
    ]


@pytest.mark.parametrize(
    ("width", "scale"), [(480, 1.0), (480, 2.0), (1120, 1.0), (1120, 2.0), (3840, 2.0)]
)
@pytest.mark.parametrize(
    ("shown", "days"),
    [(person(1), 90), (person(1), 365), (awkward(), 90), (diary(), 90), (steady(2, 3), 30)],
    ids=["quarter", "year", "awkward", "empty", "few"],
)
def test_no_word_touches_another_or_leaves_the_figure(
    width: float, scale: float, shown: Diary, days: int
) -> None:
    for style in styles(width, scale):
        figure = CHARTS["overview"].draw(shown, back(days), TODAY, style, MARKS)
        assert list(clashes(figure)) == []


@pytest.mark.parametrize("days", [1, 2, 7, 14, 45, 121, 300, 732, 1100, 3653])
def test_dates_never_touch_and_the_last_is_always_there(days: int) -> None:
    for style in (Style.light(480, scale=2), LIGHT):
        figure = trend(person(10), days, style)
        assert list(clashes(figure)) == []
        assert texts(figure)["date"][-1].startswith("1 Jul")
        assert len(texts(figure)["date"]) <= 8


def test_a_drawing_does_not_keep_its_pixels_and_can_be_drawn_again() -> None:
    figure = trend(person(1))
    canvas = ref(figure.canvas)
    first = picture(figure)

    assert canvas() is None
    assert not isinstance(figure.canvas, FigureCanvasAgg)
    assert picture(figure).pixels == first.pixels


def test_clashing_words_would_be_seen() -> None:
    figure = trend(steady(30, 4))
    figure.text(0.5, 0.5, "one")
    figure.text(0.5, 0.5, "other")

    assert list(clashes(figure)) == ["'one' touches 'other'"]


def test_a_height_that_is_given_goes_to_the_plot() -> None:
    figure = trend(steady(30, 4), style=Style.light(984, 600))

    assert figure.bbox.height == 600


def test_a_height_too_low_for_the_words_is_not_kept() -> None:
    figure = trend(steady(30, 4), style=Style.light(984, 20))

    assert figure.bbox.height > 100
    assert list(clashes(figure)) == []


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_a_day_is_found_again_by_its_pixel(dpr: float) -> None:
    figure = trend(steady(30, 4), style=Style.light(984, dpr=dpr))
    span = span_of(figure)
    found = picture(figure)

    assert found.width == round(984 * dpr)
    assert found.span == span
    assert 0 < found.top < found.bottom < found.height
    for each in (day(29), day(7), day()):
        assert locate(figure, span.x(each.toordinal())) == each
    assert locate(figure, span.left - 1) is None
    assert locate(figure, span.right + 1) is None


def test_a_period_that_ends_before_it_begins_is_drawn_as_its_first_day() -> None:
    asked = Asked(diary=diary(), first=TODAY, last=TODAY - timedelta(days=3))
    figure = pain_trend(asked, LIGHT)

    assert span_of(figure).days == range(TODAY.toordinal(), TODAY.toordinal() + 1)


def test_a_mixed_colour_lies_halfway() -> None:
    assert mixed("#000000", "#FF8002") == "#7F4001"


def test_a_place_marks_only_its_own_spasms_and_leaves_the_worst_pain_whole() -> None:
    shown = diary(episode(9, peak=7, region=Region.NECK), episode(5, peak=4), check_in(2, 3))
    figure = trend(shown, style=PRINT, place=Region.NECK)
    (shape,) = parts(figure, "worst")

    assert isinstance(shape, PolyCollection)
    assert len(rects(figure, "spasm")) == 1
    assert [high for _left, _low, _right, high in rects(figure, "worst")] == [7, 4, 3]
    neck, *others = np.asarray(shape.get_facecolor())[:, 0]
    assert all(neck < other for other in others)


def test_the_reference_is_a_dotted_line_and_missing_for_who_was_told_to_drink_little() -> None:
    for limited, lines in ((False, 1), (True, 0)):
        shown = diary(profile(fluid_limit=limited), drink(2))
        figure = CHARTS["drinks"].draw(shown, back(30), TODAY, LIGHT)

        assert len(parts(figure, "reference")) == lines
        (title,) = texts(figure)["title"]
        assert ("reference" in title) is bool(lines)


def test_words_look_alike_the_second_time_and_in_any_place() -> None:
    first, again = (picture(trend(steady(30, 4))).pixels for _time in range(2))

    assert first == again
