"""Pain two hours later: a dot a spasm, the left alone first, and no share from too few."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from spasmlog.charts.two_hours_layout import Dots
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region
from tests.analysis.treated_life import HEAT, ICE, TENS, heated, spasm
from tests.build import day, treatment
from tests.charts.drawn import texts
from tests.charts.scenes import parts
from tests.charts.treated_scenes import alones, heats, of, prepared, used_with, very_many

LIGHT = Style.light(984)
ONCE = "A spasm counts as eased once a number says so; it may have eased before."
CAUTION = (
    "Spasms often ease by themselves, and people treat the worst ones, so this does not show that "
    "a treatment was the reason."
)


def drawn(shown: Diary, style: Style = LIGHT) -> Figure:
    return prepared("two_hours", shown).draw(style)


def dots(figure: Figure) -> list[list[float]]:
    """Where the dots of each row lie, from the left."""
    rows = (cast(Line2D, each) for each in parts(figure, "spasm"))
    return [sorted(float(x) for x in np.asarray(row.get_xdata())) for row in rows]


def test_the_sentence_tells_each_treatment_after_those_left_alone() -> None:
    shown = of(*heats(6, to=3), *heats(2, start=40, to=6), *used_with(ICE, 2, 80), *alones(7))

    found = prepared("two_hours", shown)

    assert found.describe() == (
        "Each dot is one spasm: its pain two hours later, less its pain before. "
        "Left alone: 0 of 7 had eased within 2 hours (0 %; the data fit 0 to 35 %). "
        "Heat: 6 of 8 had eased within 2 hours (75 %; the data fit 41 to 93 %). "
        f"{CAUTION}"
    )
    assert found.more() == (
        "Too few to tell, under 5 (open dots): Ice 2. "
        f"{ONCE} 10 treated spasms with a reading before and after."
    )


def test_where_no_treatment_has_enough_that_is_said_first() -> None:
    found = prepared("two_hours", of(*heats(2)))

    assert found.describe().endswith(
        f"less its pain before. Too few to tell, under 5 (open dots): Heat 2. {CAUTION}"
    )
    assert "Too few" not in found.more()


def test_what_is_left_out_is_counted() -> None:
    unread = spasm(200, ("09:50", 6), used=(("10:00", HEAT),))
    said = prepared("two_hours", of(*heats(5), unread)).more()

    assert said.endswith(
        "5 treated spasms with a reading before and after. 1 use has no after-reading."
    )


def test_before_the_first_pair_of_readings_it_says_what_is_missing() -> None:
    unread = [spasm(ago, used=(("10:00", HEAT),)) for ago in (9, 20, 30)]

    assert prepared("two_hours", of(*unread)).missing == (
        "Pain two hours later",
        "Heat: 0 uses logged with a reading afterwards; a summary starts at 5. "
        "3 uses have no reading before.",
    )


def test_without_a_treatment_it_says_so() -> None:
    assert prepared("two_hours", of(*alones(3))).missing == (
        "Pain two hours later",
        "No treatment was put in for a spasm in these days.",
    )


@pytest.mark.parametrize(
    ("place", "last", "today"), [(None, 0, True), (None, 1, False), (Region.NECK, 0, False)]
)
def test_a_treatment_of_today_alone_counts_once_the_day_is_over(
    place: Region | None, last: int, today: bool
) -> None:
    shown = of(heated(0, ("11:00", 2)))
    told = "Only a spasm of today has a treatment; it counts once the day is over."

    for name in ("two_hours", "relief", "easing"):
        found = prepared(name, shown, place=place, last=last)
        assert (found.describe() == told) is today


def test_the_rows_say_how_many_had_eased_with_the_range() -> None:
    written = texts(drawn(of(*heats(6), *used_with(ICE, 3, 80), *alones(5))))

    assert written["row"] == [
        *("Left alone", "5 times", "0 of 5", "range 0 to 43 %"),
        *("Heat", "6 times", "6 of 6", "range 61 to 100 %"),
        *("Ice", "3 times", "too few to tell"),
    ]
    assert written["heading"] == ["eased within 2 hours"]


def test_no_share_is_given_of_those_left_alone_where_few_have_a_number_by_then() -> None:
    late = [spasm(400 + 2 * at, ("09:50", 6), ("15:00", 1)) for at in range(34)]
    shown = of(*heats(6), *alones(3), *late)
    said = prepared("two_hours", shown).describe()
    words = " ".join(texts(drawn(shown))["row"][:9])

    assert "34 of 37 similar spasms left alone have no number within 2 hours, so they" in said
    assert "Left alone:" not in said
    assert "34 of 37" in words
    assert "0 of 37" not in words


def test_with_none_like_them_the_yardstick_is_empty() -> None:
    assert texts(drawn(of(*heats(1))))["row"][:3] == ["Left alone", "0 times", "none so far"]


def test_one_that_nobody_followed_for_two_hours_makes_the_share_an_estimate() -> None:
    short = heated(200, ("10:30", 5))
    written = texts(drawn(of(*heats(5), short)))["row"]

    assert written[3:] == ["Heat", "6 times, 1 with no number then", "about 100 %"]


def test_each_dot_lies_at_its_change_and_only_enough_of_them_are_filled() -> None:
    figure = drawn(of(*heats(5, to=3), *used_with(ICE, 2, 80), *alones(5)))
    alone, heat, ice = dots(figure)
    rows = [cast(Line2D, each) for each in parts(figure, "spasm")]

    assert (len(alone), len(heat), len(ice)) == (5, 5, 2)
    assert len(set(heat)) == 1
    assert max(heat) < min(ice) < min(alone)
    assert [each.get_markerfacecolor() for each in rows] == [
        LIGHT.paper,
        LIGHT.treatment,
        LIGHT.paper,
    ]


def test_the_axis_reaches_from_five_lower_to_two_higher_and_further_where_it_must() -> None:
    signs = ["\N{MINUS SIGN}5", "\N{MINUS SIGN}4", "\N{MINUS SIGN}3"]

    assert texts(drawn(of(*heats(1))))["label"][:3] == signs
    assert texts(drawn(of(*heats(1))))["label"][-1] == "+2"
    assert texts(drawn(of(*heats(1, to=10))))["label"][-1] == "+4"
    assert texts(drawn(of(*heats(1, to=0))))["label"][0] == "\N{MINUS SIGN}6"


def test_a_place_has_the_day_and_both_numbers_and_a_row_its_result() -> None:
    figure = drawn(of(*heats(8)))

    assert isinstance(figure, Drawing)
    stack, result = [each.words.split("\n") for each in figure.spots][-2:]
    assert stack[:2] == ["Heat, \N{MINUS SIGN}4", "8 spasms, the latest:"]
    assert stack[-1] == "21 Jun 2026: 6, then 2"
    assert result == ["Heat", "8 times", "8 of 8 eased within 2 hours", "range 68 to 100 %"]


def test_narrow_charts_have_the_words_above_the_dots() -> None:
    figure = drawn(of(*heats(6)), Style.light(480, scale=2))

    assert "6 of 6 eased within 2 hours" in texts(figure)["row"]
    assert "heading" not in texts(figure)


def test_of_very_many_treatments_the_most_used_are_drawn_and_the_rest_counted() -> None:
    many = [treatment(f"Thing {at:02d}") for at in range(14)]
    told = [each for at, what in enumerate(many) for each in used_with(what, 1, 10 + 4 * at)]
    figure = drawn(of(tuple(many), *told))

    assert texts(figure)["row"][-1] == "6 more were used; the table has them."
    assert len(parts(figure, "spasm")) == 8
    assert "Thing 03 1 and 10 more." in prepared("two_hours", of(tuple(many), *told)).describe()


def test_thousands_of_spasms_share_dots_and_say_so() -> None:
    figure = drawn(very_many())

    assert texts(figure)["row"][-1].startswith("Each dot stands for up to")
    assert max(len(row) for row in dots(figure)) < 3333


@pytest.mark.parametrize(("count", "columns", "high"), [(1, 1, 1), (7, 1, 7), (8, 2, 4)])
def test_stacks_are_even(count: int, columns: int, high: int) -> None:
    found = Dots.of(8, 60, 1.0)
    places = found.places(count, 0, 0)

    assert found.shape(count) == (count, columns, high)
    assert len({round(x, 6) for x, _y in places}) == columns
    assert abs(sum(y for _x, y in places)) < 1e-6


def test_a_table_has_a_row_a_spasm_with_what_is_not_known() -> None:
    table = prepared("two_hours", of(heated(20, ("10:30", 5)), heated(10, ("12:00", 2)))).table()

    assert table.headings[:3] == ("What was used", "Day", "Pain before")
    assert table.rows == (
        ("Heat", day(20), 6, None, None, None),
        ("Heat", day(10), 6, 2, -4, True),
    )
    assert [table.text(0, column) for column in (3, 5)] == ["no number", "not known"]


def test_one_that_let_go_or_eased_only_after_the_two_hours_says_when() -> None:
    used = (("10:00", HEAT),)
    over = spasm(20, ("09:50", 8), used=used, hours=3 + 10 / 60)
    lower = spasm(10, ("09:50", 8), ("12:30", 3), used=used, hours=9)
    chart = prepared("two_hours", of(over, lower))
    figure = chart.draw(LIGHT)

    assert [row[3:] for row in chart.table().rows] == [
        (0, -8, "no, let go after 2 h 10 min"),
        (3, -5, "no, eased after 2 h 30 min"),
    ]
    assert isinstance(figure, Drawing)
    words = "\n".join(each.words for each in figure.spots)
    assert "8, then 0 (let go after 2 h 10 min)" in words
    assert "8, then 3\n" in words


def test_only_the_place_asked_for_is_counted() -> None:
    neck = [heated(10 + 3 * at, ("11:00", 2), region=Region.NECK) for at in range(5)]
    shown = of(*heats(6, start=100), *neck)

    assert len(prepared("two_hours", shown).table().rows) == 11
    assert len(prepared("two_hours", shown, place=Region.NECK).table().rows) == 5
    assert prepared("two_hours", shown, place=Region.ARM).missing is not None


def test_a_combination_is_a_row_of_its_own() -> None:
    used = (("10:00", HEAT), ("10:10", TENS))
    both = [spasm(100 + 3 * at, ("09:50", 6), ("11:30", 3), used=used) for at in range(5)]

    assert "TENS and heat" in texts(drawn(of(*both)))["row"]
