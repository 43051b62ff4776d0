"""Each shipped icon is drawn, in the colour that was asked for."""

from __future__ import annotations

import pytest

from spasmlog.paths import shipped
from spasmlog.ui.cards import LEVELS
from spasmlog.ui.icons import icon, pixmap
from spasmlog.ui.look import Look
from spasmlog.ui.record_table import ROLE_OF_ICON

NAMES = sorted(
    path.stem
    for path in shipped("resources", "icons").glob("*.svg")
    if "#" not in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_of_its_role(look: Look, name: str) -> None:
    picture = pixmap(name, look, "hydration", 48).toImage()

    inked = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert {color.name() for color in inked} == {look.color("hydration").name()}


def test_an_icon_grows_with_the_text_and_with_the_screen(look: Look) -> None:
    look.set("light", 2.0)

    picture = pixmap("clock", look, size=20, dpr=1.5)

    assert picture.width() == 60
    assert picture.deviceIndependentSize().width() == 40


def test_an_icon_is_drawn_once_and_then_kept(look: Look) -> None:
    first, again = pixmap("clock", look), pixmap("clock", look)
    other = pixmap("clock", look, "accent")

    assert first.cacheKey() == again.cacheKey()
    assert first.cacheKey() != other.cacheKey()


def test_another_theme_draws_another_icon(look: Look) -> None:
    light = pixmap("clock", look)
    look.set("dark", 1.0)

    assert pixmap("clock", look).cacheKey() != light.cacheKey()


def test_an_icon_for_qts_own_widgets_is_the_same_drawing(look: Look) -> None:
    drawn = icon("clock", look, "accent", 24)

    size = drawn.availableSizes()[0]
    assert size.width() == 24
    assert drawn.pixmap(size).toImage() == pixmap("clock", look, "accent", 24).toImage()


def test_the_icons_that_the_kit_names_are_there() -> None:
    named = {icon for _role, icon, _word in LEVELS.values()} | set(ROLE_OF_ICON)

    assert named <= set(NAMES)
