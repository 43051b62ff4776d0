"""Where everything of flare mode stands: room for every finger in every window."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from spasmlog.ui.flare_places import GAP, Places, grown, places

SIZES = [(900, 600), (1024, 768), (1280, 720), (1280, 800), (1920, 1080), (3840, 2160)]
each_size = pytest.mark.parametrize("size", SIZES)


def targets(found: Places) -> list[QRect]:
    """Everything that can be pressed."""
    foot = [each for each in found.foot if not each.isEmpty()]
    return [found.main, *found.tiles, found.undo, *found.actions, *foot]


def apart(one: QRect, two: QRect) -> int:
    """The pixels between two rectangles."""
    across = max(two.left() - one.right(), one.left() - two.right()) - 1
    down = max(two.top() - one.bottom(), one.top() - two.bottom()) - 1
    return max(across, down)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("actions", [0, 1, 2, 3])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@each_size
def test_targets_are_large_stand_apart_and_lie_within_the_window(
    size: tuple[int, int], scale: float, actions: int, dark: bool, mirrored: bool
) -> None:
    found = places(size, scale, actions, dark=dark, mirrored=mirrored)
    window = QRect(0, 0, *size)

    assert len(found.actions) == actions
    assert len(targets(found)) == 1 + 11 + 1 + actions + (3 if dark else 2)
    assert all(window.contains(each) for each in (*targets(found), found.words))
    assert min(min(each.width(), each.height()) for each in targets(found)) >= 64
    assert min(apart(one, two) for one, two in combinations(targets(found), 2)) >= GAP
    assert all(apart(found.words, each) >= GAP for each in targets(found))


def test_in_the_designed_window_everything_is_as_large_as_drawn() -> None:
    found = places((1280, 800), 1.0, 3, dark=False)

    assert found.main.height() == 112
    assert {each.height() for each in found.tiles} == {152}
    assert found.main.left() == found.tiles[4].left()


def test_from_the_right_everything_is_mirrored() -> None:
    left, right = (places((1280, 800), 1.0, 3, dark=True, mirrored=m) for m in (False, True))

    for one, two in zip(targets(left), targets(right), strict=True):
        assert (one.top(), one.width()) == (two.top(), two.width())
        assert one.left() == 1280 - two.right() - 1


def test_words_grow_with_the_window_but_are_never_smaller_than_by_design() -> None:
    assert grown((900, 600)) == grown((1280, 800)) == grown((3000, 700)) == 1.0
    assert grown((1920, 1080)) == pytest.approx(1.35)
