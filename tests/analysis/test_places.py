"""Where the spasms of some days were, counted."""

from __future__ import annotations

import pytest
from hypothesis import given

from spasmlog.analysis.period import last_days
from spasmlog.analysis.places import Places, RegionCount, parts_of, places, side_of
from spasmlog.domain.records import Episode, Record
from spasmlog.domain.scales import BODY_PARTS, Nrs, Region, Side
from tests.build import TODAY, diary, episode
from tests.strategies import journals

LOWER, THIGH = ("back-lower-left", Nrs(3)), ("back-thigh-left", Nrs(6))


def found(*spasms: Episode, days: int = 90) -> Places:
    return places(diary(*spasms), last_days(TODAY, days))


def test_nothing_logged_is_nowhere() -> None:
    nothing = Places(placed=(), regions=(), parts=(), off_map=0, sideless=0, today=0, unplaced=0)
    assert found() == nothing


def test_a_spasm_at_another_place_is_on_no_place_of_the_map() -> None:
    seen = found(episode(1, region=Region.OTHER), episode(2))

    assert (len(seen.placed), seen.off_map, seen.sideless) == (2, 1, 1)


def test_a_spasm_before_the_days_is_not_counted_and_one_of_today_is_told() -> None:
    seen = found(episode(7, region=Region.NECK), episode(6), episode(0), days=7)

    assert [each.region for each in seen.regions] == [Region.LOW_BACK]
    assert (len(seen.placed), seen.today) == (2, 1)


def test_regions_are_counted_by_side_the_commonest_first() -> None:
    seen = found(
        episode(1, region=Region.NECK, side=Side.RIGHT),
        episode(2, side=Side.LEFT),
        episode(3, side=Side.BOTH),
        episode(4, side=Side.MIDDLE),
        episode(5),
        episode(6, region=None),
    )

    assert seen.regions == (
        RegionCount(region=Region.LOW_BACK, left=1, right=0, both=2, unsaid=1),
        RegionCount(region=Region.NECK, left=0, right=1, both=0, unsaid=0),
    )
    assert (seen.sideless, seen.unplaced) == (1, 1)
    assert seen.parts == (
        ("back-lower-left", 4),
        ("back-lower-right", 3),
        ("back-neck-right", 1),
    )


@pytest.mark.parametrize(
    ("spasm", "parts", "side"),
    [
        (episode(region=None), [], None),
        (episode(region=Region.OTHER), [], None),
        (
            episode(region=Region.LEG, side=Side.RIGHT),
            ["back-thigh-right", "back-calf-right"],
            Side.RIGHT,
        ),
        (episode(), ["back-lower-left", "back-lower-right"], None),
        (episode(areas=(LOWER, THIGH)), ["back-lower-left", "back-thigh-left"], Side.LEFT),
        (episode(areas=(LOWER,), side=Side.MIDDLE), ["back-lower-left"], Side.MIDDLE),
        (
            episode(areas=(LOWER, ("back-lower-right", Nrs(1)))),
            ["back-lower-left", "back-lower-right"],
            Side.BOTH,
        ),
        (episode(areas=(LOWER, ("front-foot-right", Nrs(0)))), ["back-lower-left"], Side.LEFT),
        (episode(areas=(("back-lower-left", Nrs(0)),)), [], None),
    ],
)
def test_what_is_marked_goes_before_what_follows_from_the_region(
    spasm: Episode, parts: list[str], side: Side | None
) -> None:
    assert (parts_of(spasm), side_of(spasm)) == (parts, side)


@given(records=journals(most=8))
def test_no_place_has_more_spasms_than_there_are(records: tuple[Record, ...]) -> None:
    seen = places(diary(*records), last_days(TODAY, 4000))

    assert all(0 < n <= len(seen.placed) for _part, n in seen.parts)
    assert {part for part, _n in seen.parts} <= set(BODY_PARTS)
    by_region = [each.left + each.right + each.both + each.unsaid for each in seen.regions]
    assert sum(by_region) == len(seen.placed)
