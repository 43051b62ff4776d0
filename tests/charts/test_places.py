"""Where it was: what is said, drawn and listed of the places of spasms."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

from spasmlog.analysis.gates import PLACES_SPASMS
from spasmlog.analysis.period import last_days
from spasmlog.analysis.places import Places, places
from spasmlog.charts import CHARTS, Asked, Prepared
from spasmlog.charts.body_outline import outlines
from spasmlog.charts.places_drawn import shade
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import BODY_PARTS, Nrs, Region, Side
from tests.build import TODAY, day, diary, episode
from tests.charts.drawn import clashes, texts
from tests.charts.over_time_scenes import SCENES
from tests.charts.scenes import STYLES, parts

LIGHT = Style.light(984)


def asked(*spasms: Episode) -> Prepared:
    return of(diary(*spasms))


def of(lived: Diary, days: int = 90) -> Prepared:
    return CHARTS["places"].prepare(Asked(diary=lived, first=day(days - 1), last=TODAY))


def marked(*names: str) -> tuple[tuple[str, Nrs], ...]:
    return tuple((name, Nrs(5)) for name in sorted(names))


def drawn(found: Prepared, style: Style = LIGHT) -> Drawing:
    figure = found.draw(style)
    assert isinstance(figure, Drawing)
    return figure


def test_the_commonest_places_are_said_with_their_counts() -> None:
    spasms = [episode(ago, areas=marked("back-lower-left")) for ago in range(1, 6)]
    found = asked(*spasms, episode(7, areas=marked("back-lower-left", "back-thigh-left")))

    assert found.describe() == (
        "6 spasms with a place: lower back, left 6; back of the thigh, left 1."
    )
    assert found.missing is None


def test_places_beyond_the_fourth_are_counted_together() -> None:
    many = ("back-arm-left", "back-calf-left", "back-foot-left", "back-mid-left", "back-neck-left")
    (said,) = (
        asked(*(episode(ago, areas=marked(*many)) for ago in range(1, 6)))
        .describe()
        .split(": ")[1:]
    )

    assert said.endswith("mid back, left 5; and 1 more place.")


def test_what_the_map_does_not_show_is_told() -> None:
    found = asked(
        episode(0, side=Side.LEFT),
        episode(1),
        episode(2, region=Region.OTHER),
        episode(3, region=None),
    )

    assert found.describe() == (
        "3 spasms with a place: lower back, left 2; lower back, right 1. "
        "Fewer than 5 spasms: too few to say where they usually are. "
        "1 of them is at a place that the map does not have. "
        "Of 1 the side is not stated: both halves are counted. "
        "1 spasm has no place. 1 began today."
    )
    assert "Days without an entry are unknown" in found.more()


def test_places_that_are_not_on_the_map_alone_are_still_counted() -> None:
    found = asked(*(episode(ago, region=Region.OTHER, side=Side.LEFT) for ago in range(1, 6)))

    assert found.describe() == (
        "5 spasms with a place. 5 of them are at a place that the map does not have."
    )
    assert found.table().rows == (("Not on the map", 5, "100 %"),)


def test_the_table_has_every_place_with_its_share() -> None:
    found = asked(episode(1, side=Side.LEFT), episode(2, side=Side.BOTH))

    assert found.table().headings == ("Place", "Spasms", "Share")
    assert found.table().rows == (
        ("Lower back, left", 2, "100 %"),
        ("Lower back, right", 1, "50 %"),
    )


@pytest.mark.parametrize(
    ("spasms", "words"),
    [
        ((), "No spasm that began in these days is logged; days without one are not zero."),
        ((episode(1, region=None), episode(2, region=None)), "2 spasms have no place."),
    ],
)
def test_without_a_place_there_are_words_instead_of_a_body(
    spasms: tuple[Episode, ...], words: str
) -> None:
    found = asked(*spasms)

    assert found.missing == ("No spasm with a place in these days", words)
    assert (found.describe(), found.more()) == (words, "")
    assert " ".join(texts(drawn(found))["missing"]) == " ".join(found.missing)


def test_the_back_is_always_drawn_and_the_front_where_something_lies_there() -> None:
    behind = texts(drawn(asked(episode(1))))["side"]
    both = texts(drawn(asked(episode(1, areas=marked("front-chest-left")))))["side"]

    assert behind == ["Left", "Right", "Back"]
    assert both == ["Left", "Right", "Back", "Right", "Left", "Front"]


def test_each_place_has_its_number_and_a_spot_that_says_it() -> None:
    figure = drawn(asked(episode(1, side=Side.LEFT), episode(2)))

    assert texts(figure)["count"] == ["2", "1"]
    assert [each.words for each in figure.spots] == [
        "Lower back, left\n2 of 2 spasms",
        "Lower back, right\n1 of 2 spasms",
    ]
    left, right = figure.spots
    assert left.x < right.x


def test_beside_the_body_the_places_are_listed_where_there_is_room() -> None:
    found = asked(episode(1, side=Side.LEFT), episode(2))

    assert texts(drawn(found))["list"] == [
        *("2 spasms with a place", "Lower back, left", "2 of 2", "Lower back, right", "1 of 2"),
    ]
    assert "list" not in texts(drawn(found, Style.light(300)))


def counted(n: int, total: int) -> Places:
    here = [episode(ago, areas=marked("back-mid-left")) for ago in range(1, n + 1)]
    rest = [episode(ago, areas=marked("back-neck-left")) for ago in range(n + 1, total + 1)]
    return places(diary(*here, *rest), last_days(TODAY))


def test_a_place_is_darker_the_more_of_the_spasms_lie_there() -> None:
    shades = [shade(counted(n, 9), LIGHT, n) for n in (0, 1, 3, 4, 6, 7, 9)]

    assert shades[0] == LIGHT.paper
    assert shades[1] == shades[2] != shades[0]
    assert shades[3] == shades[4] != shades[2]
    assert shades[5] == shades[6] != shades[4]
    assert shades == sorted(shades, reverse=True)


def test_below_the_least_count_no_place_is_darker_than_another() -> None:
    few, enough = PLACES_SPASMS - 1, PLACES_SPASMS

    assert shade(counted(few, few), LIGHT, few) == shade(counted(1, few), LIGHT, 1)
    assert shade(counted(enough, enough), LIGHT, enough) != shade(counted(1, enough), LIGHT, 1)


def test_the_shades_are_on_the_drawing() -> None:
    figure = drawn(asked(*(episode(ago, side=Side.LEFT) for ago in range(1, 7))))
    fills = [to_hex(cast(PathPatch, each).get_facecolor()) for each in parts(figure, "place")]

    dark = shade(counted(6, 6), LIGHT, 6).lower()
    assert fills.count(dark) == 1
    assert len(fills) == len(outlines()) / 2


@pytest.mark.parametrize("scene", ["awkward", "year", "tens", "two", "5000"])
@pytest.mark.parametrize(("width", "scale"), [(300, 1.0), (480, 2.0), (984, 1.0), (3840, 2.0)])
def test_no_word_touches_another_or_leaves_the_figure(
    scene: str, width: float, scale: float
) -> None:
    styles = [*(make(width, scale=scale) for make in STYLES.values()), Style.print(width / 96)]
    for style in styles:
        assert list(clashes(drawn(of(SCENES[scene], 365), style))) == []


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sets(st.sampled_from(sorted(BODY_PARTS)), max_size=40), min_size=1, max_size=30))
def test_numbers_in_any_places_can_all_be_read(lists: list[set[str]]) -> None:
    spasms = [episode(at + 1, areas=marked(*names)) for at, names in enumerate(lists)]
    found = of(diary(*spasms))

    for style in (LIGHT, Style.light(300), Style.light(360), Style.light(640, scale=2.0)):
        assert list(clashes(drawn(found, style))) == []
