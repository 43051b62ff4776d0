"""The outline of the body, and what its places are called."""

from __future__ import annotations

import pytest

from spasmlog.charts.body_outline import (
    BACK,
    FRONT,
    HIGH,
    MIDDLES,
    WIDE,
    Outline,
    head_of,
    left_of_picture,
    outlines,
    spine,
)
from spasmlog.charts.words_body import part_name
from spasmlog.domain.scales import BODY_PARTS


def points(outline: Outline) -> list[tuple[float, float]]:
    return [point for stroke in outline.strokes for point in stroke.points]


def test_every_place_that_can_be_kept_is_drawn_once() -> None:
    drawn = [each.part for each in outlines()]

    assert sorted(drawn) == sorted(BODY_PARTS)


@pytest.mark.parametrize("outline", outlines(), ids=lambda each: each.part)
def test_a_place_is_a_closed_curve_on_its_own_side_of_its_figure(outline: Outline) -> None:
    kinds = [each.kind for each in outline.strokes]
    side = outline.part.rpartition("-")[2]
    on_the_left = side == left_of_picture(outline.view)
    middle = MIDDLES[outline.view]

    assert (kinds[0], kinds[-1]) == ("M", "Z")
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for x, y in points(outline))
    assert all(x <= middle if on_the_left else x >= middle for x, _y in points(outline))


def test_seen_from_behind_left_is_left_and_from_before_it_is_right() -> None:
    assert (left_of_picture(BACK), left_of_picture(FRONT)) == ("left", "right")


def test_the_two_halves_of_a_figure_mirror_each_other() -> None:
    drawn = {each.part: points(each) for each in outlines()}

    for (left, y), (right, same) in zip(
        drawn["back-lower-left"], drawn["back-lower-right"], strict=True
    ):
        assert (left + right, y) == pytest.approx((2 * MIDDLES[BACK], same))


def test_head_and_spine_stand_on_the_middle_line() -> None:
    assert head_of(FRONT)[0] == MIDDLES[FRONT]
    assert {x for x, _y in spine()} == {MIDDLES[BACK]}
    assert spine()[0][1] < spine()[1][1]


def test_no_two_places_are_called_the_same_and_none_by_its_id() -> None:
    names = [part_name(part) for part in BODY_PARTS]

    assert len(set(names)) == len(BODY_PARTS)
    assert not [name for name in names if "-" in name or name in BODY_PARTS]
    assert part_name("back-lower-left") == "lower back, left"
