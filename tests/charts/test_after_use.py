"""Relief over time and time to easing: each use a line, a step for each that eased."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from spasmlog.charts.chosen import choices, id_of
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from tests.analysis.treated_life import HEAT, ICE, TENS, heated, spasm
from tests.build import day
from tests.charts.drawn import texts
from tests.charts.scenes import parts
from tests.charts.treated_scenes import alones, asked, heats, of, prepared, used_with

LIGHT = Style.light(984)
REASON = "Spasms often ease by themselves, so this does not show that heat was the reason."


def segments(figure: Figure, gid: str) -> list[list[tuple[float, float]]]:
    """The lines of this name, as points."""
    found = [cast(LineCollection, each) for each in parts(figure, gid)]
    lines = (np.asarray(line) for shape in found for line in shape.get_segments())
    return [[(float(x), float(y)) for x, y in line] for line in lines]


def marks(figure: Figure, gid: str) -> list[tuple[float, float]]:
    found = [cast(Line2D, each) for each in parts(figure, gid)]
    return [
        (float(x), float(y))
        for each in found
        for x, y in zip(np.asarray(each.get_xdata()), np.asarray(each.get_ydata()), strict=True)
    ]


def words(figure: Figure) -> list[str]:
    assert isinstance(figure, Drawing)
    return [each.words for each in figure.spots]


def drawn(name: str, shown: Diary, treatment: str = "") -> Figure:
    return prepared(name, shown, treatment=treatment).draw(LIGHT)


def test_relief_is_told_with_what_the_lines_are() -> None:
    found = prepared("relief", of(*heats(8)))

    assert found.describe() == (
        f"Heat, 8 times: each thin line is one use, the bold one their middle value. {REASON}"
    )
    assert found.more() == (
        "A dot is where it eased. "
        "In the 8 times you used heat for a spasm of 6, 8 had eased within 2 hours (100 %; the "
        "data fit 68 to 100 %), half by 60 minutes."
    )


def test_time_to_easing_is_told_beside_those_left_alone() -> None:
    found = prepared("easing", of(*heats(8), *alones(7)))

    assert found.describe() == (
        "In the 8 times you used heat for a spasm of 6, 8 had eased within 2 hours (100 %; the "
        "data fit 68 to 100 %), half by 60 minutes. In 7 similar spasms left alone, 0 had. "
        f"Treated ones eased more often: the data fit 52 to 100 points more. {REASON}"
    )
    assert found.more() == (
        "The line falls with each spasm that eased; a stroke is one nobody followed on. "
        "The dashed line is of similar spasms left alone. Half had eased by 60 minutes. "
        "A treated spasm eased more than an untreated one in 10 of 10 pairings (data fit 7 to 10). "
        "A spasm counts as eased once a number says so; it may have eased before."
    )


@pytest.mark.parametrize("name", ["relief", "easing"])
def test_from_too_few_uses_there_is_only_what_is_missing(name: str) -> None:
    found = prepared(name, of(*heats(3)))

    assert found.missing is not None
    assert found.missing[1] == (
        "Heat: 3 uses logged with a reading afterwards; a summary starts at 5."
    )
    assert len(found.table().rows) > 0


@pytest.mark.parametrize("name", ["relief", "easing"])
def test_the_treatment_asked_for_is_shown_else_the_most_used(name: str) -> None:
    shown = of(*heats(6), *used_with(ICE, 8, 100))

    assert "that ice was the reason" in prepared(name, shown).describe()
    assert "that heat was the reason" in prepared(name, shown, treatment=HEAT.id).describe()
    assert prepared(name, shown, treatment=TENS.id).describe() == (
        "TENS: not used by itself for a spasm in these days."
    )


def test_the_choices_are_the_treatments_used_most_used_first() -> None:
    used = (("10:00", HEAT), ("10:10", TENS))
    both = [spasm(200 + 3 * at, ("09:50", 6), ("11:30", 3), used=used) for at in range(2)]
    shown = of(*heats(6), *used_with(ICE, 8, 100), *both)
    combined = id_of(tuple(sorted((HEAT.id, TENS.id))))

    assert choices(asked(shown)) == (
        (ICE.id, "Ice"),
        (HEAT.id, "Heat"),
        (combined, "TENS and heat"),
    )
    assert "2 uses" in prepared("easing", shown, treatment=combined).describe()


def test_a_thin_line_ends_after_four_hours_and_a_dot_is_where_it_eased() -> None:
    late = heated(200, ("12:00", 6), ("16:00", 2))
    figure = drawn("relief", of(*heats(5), late))
    lines = segments(figure, "use")
    right = max(x for line in lines for x, _y in line)

    assert len(lines) == 6
    assert len(marks(figure, "eased")) == 5
    # The one that eased after six hours is drawn as far as the line between its numbers goes.
    assert sum(line[-1][0] == right for line in lines) == 6


def test_a_spasm_that_let_go_stays_at_nothing_until_the_end() -> None:
    over = [heated(10 + 3 * at, hours=2) for at in range(5)]
    figure = drawn("relief", of(*over))
    lines = segments(figure, "use")

    assert {len(line) for line in lines} == {3}
    assert {line[-1][1] for line in lines} == {line[-2][1] for line in lines}


def test_a_number_in_the_last_minute_alone_is_no_line() -> None:
    late = [heated(10 + 3 * at, ("14:00", 6)) for at in range(5)]

    assert len(segments(drawn("relief", of(*late)), "use")) == 5
    assert marks(drawn("relief", of(*late)), "eased") == []


def test_the_middle_value_is_bold_named_and_has_words_each_half_hour() -> None:
    figure = drawn("relief", of(*heats(5)))
    (middle,) = parts(figure, "middle")

    assert np.asarray(cast(LineCollection, middle).get_linewidth())[0] > 2
    assert texts(figure)["end"] == ["middle value"]
    assert "At the start\nmiddle value 6" in words(figure)
    assert "After 30 minutes\nmiddle value 4" in words(figure)


def test_each_use_has_its_day_and_when_it_eased() -> None:
    never = heated(200, ("12:00", 6))
    said = words(drawn("relief", of(*heats(5), never)))

    assert "21 Jun 2026\n6 before\neased after 60 minutes" in said
    assert "13 Dec 2025\n6 before\nnot eased after 2 hours" in said


def test_of_very_many_uses_the_newest_have_lines() -> None:
    shown = of(*heats(104))

    assert len(segments(drawn("relief", shown), "use")) == 100
    assert " 4 earlier uses have no line. " in prepared("relief", shown).more()


def test_the_step_curve_falls_where_spasms_eased_and_stops_are_strokes() -> None:
    lost = heated(200, ("10:30", 5))
    figure = drawn("easing", of(*heats(4), *heats(2, start=100, clock="12:00"), lost))
    (curve,) = segments(figure, "curve")
    falls = [(a[0], a[1] - b[1]) for a, b in pairwise(curve) if a[1] > b[1]]

    assert len(falls) == 2
    assert len(segments(figure, "stop")) == 1
    assert parts(figure, "band") == []


def test_a_band_comes_from_ten_uses_and_not_where_nothing_eased() -> None:
    mixed = [*heats(6), *heats(6, start=100, clock="12:00")]
    never = [heated(10 + 3 * at, ("11:00", 6)) for at in range(12)]

    assert parts(drawn("easing", of(*mixed)), "band")
    assert parts(drawn("easing", of(*never)), "band") == []
    assert parts(drawn("easing", of(*never)), "half") == []


def test_those_left_alone_are_dashed_and_both_curves_have_names() -> None:
    figure = drawn("easing", of(*heats(8), *alones(7)))
    written = texts(figure)

    assert parts(figure, "curve-other")
    assert written["row"][:2] == ["Heat, 8 times", "Left alone, 7 times"]
    assert sorted(written["name"]) == ["Heat", "Left alone"]
    assert written["count-name"] == ["Heat", "Left alone"]


def test_only_uses_like_one_left_alone_stand_beside_those() -> None:
    strong = [
        spasm(500 + 3 * at, ("09:50", 10), ("11:00", 2), used=(("10:00", HEAT),)) for at in range(3)
    ]
    shown = of(*heats(8), *strong, *alones(7))
    assert texts(drawn("easing", shown))["row"][0] == "Heat, 8 of 11 times"
    assert len(prepared("easing", shown).table().rows) == 15


def test_the_counts_beneath_end_where_nobody_is_left() -> None:
    figure = drawn("easing", of(*heats(8)))

    assert texts(figure)["count"] == ["8", "8", "8"]
    assert texts(figure)["tick-label"] == ["0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4"]
    assert "Not yet eased. Dotted: half by 60 minutes." in texts(figure)["row"]


def test_a_step_has_words_with_its_share() -> None:
    assert words(drawn("easing", of(*heats(8)))) == ["Heat\nafter 60 minutes\n0 % not yet eased"]


def test_a_table_of_easing_has_a_row_a_spasm() -> None:
    table = prepared("easing", of(heated(20, ("11:00", 5), ("12:30", 5)), *heats(5, 100))).table()

    assert table.headings == (
        *("What was used", "Day", "Pain before"),
        *("Minutes followed", "Eased by then"),
    )
    assert table.rows[-1] == ("Heat", day(20), 6, 150, False)
    assert table.rows[0] == ("Heat", day(112), 6, 60, True)


def test_a_table_of_relief_has_a_row_a_number() -> None:
    rows = prepared("relief", of(*heats(1))).table().rows

    assert rows == (
        (day(10), 0, 6, False),
        (day(10), 60, 2, True),
        (day(10), 240, 2, True),
    )
