"""Where the spasms were: counted by region and side, and on the parts of the map."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from spasmlog.analysis.period import last_days
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Nrs, Region, Side
from spasmlog.report.blocks import Where
from spasmlog.report.body_map import draw
from spasmlog.report.places import where
from tests.build import TODAY, diary, episode


def found(*spasms: Episode) -> Where:
    seen = where(diary(*spasms), last_days(TODAY))
    assert seen is not None
    return seen


def rows(seen: Where) -> list[tuple[str, str, str, str, str]]:
    return [(each.place, each.left, each.right, each.both, each.unsaid) for each in seen.rows]


def test_without_a_place_there_is_no_map() -> None:
    assert where(diary(), last_days(TODAY)) is None
    assert where(diary(episode(region=None)), last_days(TODAY)) is None


def test_sides_are_counted_apart_and_the_commonest_place_comes_first() -> None:
    seen = found(
        episode(1, region=Region.NECK),
        episode(2, side=Side.LEFT),
        episode(3, side=Side.LEFT),
        episode(4, side=Side.RIGHT),
        episode(5, side=Side.BOTH),
        episode(6, side=Side.MIDDLE),
        episode(7, region=None),
    )

    assert rows(seen) == [("Lower back", "2", "1", "2", ""), ("Neck", "", "", "", "1")]
    assert dict(seen.parts) == {
        "back-lower-left": 4,
        "back-lower-right": 3,
        "back-neck-left": 1,
        "back-neck-right": 1,
    }
    assert (seen.title, seen.total) == ("Where: 6 spasms on 6 days", 6)
    assert seen.note == "No side stated: both halves shaded. 1 spasm has no place."
    assert seen.alt == (
        "Body map of where the spasms were. Lower back: left 2, right 1 and both sides or middle "
        "2; Neck: side not stated 1."
    )


def test_places_marked_on_the_map_say_region_and_side_where_nothing_else_does() -> None:
    marked = (("back-lower-left", Nrs(3)), ("back-thigh-left", Nrs(6)), ("front-shin-left", Nrs(0)))
    seen = found(episode(1, region=None, areas=marked))

    assert rows(seen) == [("Leg", "1", "", "", "")]
    assert dict(seen.parts) == {"back-lower-left": 1, "back-thigh-left": 1}
    assert seen.note == ""


def test_places_marked_on_both_sides_are_both() -> None:
    marked = (("back-lower-left", Nrs(3)), ("back-lower-right", Nrs(6)))

    assert rows(found(episode(areas=marked))) == [("Lower back", "", "", "1", "")]


def test_what_has_no_place_on_the_map_is_counted_all_the_same() -> None:
    seen = found(episode(region=Region.OTHER, side=Side.LEFT))

    assert rows(seen) == [("Other place", "1", "", "", "")]
    assert seen.parts == ()


def drawn(parts: dict[str, int], total: int = 10) -> ElementTree.Element:
    return ElementTree.fromstring(draw(parts, total))


def texts(parts: dict[str, int]) -> list[str]:
    return [str(each.text) for each in drawn(parts).iter("{http://www.w3.org/2000/svg}text")]


def test_the_map_prints_its_counts_and_the_sides_of_the_body() -> None:
    assert texts({"back-lower-left": 7, "back-lower-right": 3}) == ["Left", "Right", "7", "3"]


def test_from_the_front_right_and_left_change_places() -> None:
    assert texts({"front-belly-right": 2}) == ["Left", "Right", "Right", "Left", "2"]


@pytest.mark.parametrize(
    ("count", "fill"),
    [(1, "#D0D0D0"), (3, "#D0D0D0"), (4, "#A0A0A0"), (6, "#A0A0A0"), (7, "#585858")],
)
def test_the_more_of_the_spasms_the_darker(count: int, fill: str) -> None:
    fills = [each.get("fill") for each in drawn({"back-mid-left": count}).iter()]

    assert fills.count(fill) == 1


def test_the_left_of_the_back_is_drawn_on_the_left_of_the_picture() -> None:
    (left,) = [each for each in drawn({"back-mid-left": 9}).iter() if each.get("fill") == "#585858"]
    (right,) = [
        each for each in drawn({"back-mid-right": 9}).iter() if each.get("fill") == "#585858"
    ]

    assert left.get("transform") == "scale(-1 1)"
    assert right.get("transform") is None
    assert left.get("d") == right.get("d")


def height(parts: dict[str, int]) -> float:
    return float(str(drawn(parts).get("viewBox")).split()[3])


def test_the_legs_are_drawn_only_where_something_lies_on_them() -> None:
    assert height({"back-lower-left": 1}) < height({"back-calf-left": 1})


def test_labels_of_places_close_together_are_moved_apart() -> None:
    close = {f"back-{part}-left": 1 for part in ("upper", "shoulder", "mid", "lower", "buttock")}
    heights = [
        float(str(each.get("y")))
        for each in drawn(close).iter("{http://www.w3.org/2000/svg}text")
        if each.text == "1"
    ]

    assert len(heights) == 5
    assert all(below - above >= 28.9 for above, below in pairwise(heights))
