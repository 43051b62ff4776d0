"""Where a spasm was, in the words of a row."""

from __future__ import annotations

import pytest

from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Nrs, Region, Side, Spread
from spasmlog.views.entries import place
from tests.build import episode

LEFT, RIGHT = ("back-lower-left", Nrs(7)), ("back-lower-right", Nrs(3))


@pytest.mark.parametrize(
    ("spasm", "words"),
    [
        (episode(region=None), ""),
        (episode(region=Region.NECK), "neck"),
        (episode(side=Side.LEFT, spread=Spread.CALF), "lower back, left, down to the calf"),
        (episode(region=None, areas=(LEFT,)), "lower back, left"),
        (episode(region=None, areas=(LEFT, RIGHT)), "lower back, both sides"),
        (episode(region=Region.NECK, side=Side.MIDDLE, areas=(LEFT,)), "neck, middle"),
    ],
)
def test_a_place_is_told_as_it_was_said_or_else_as_it_was_marked(
    spasm: Episode, words: str
) -> None:
    assert place(spasm) == words
