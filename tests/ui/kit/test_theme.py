"""Colours keep the contrast that the tokens promise, and the style sheet is whole."""

from __future__ import annotations

import re

import pytest

from spasmlog.ui.theme import THEME_NAMES, contrast, high_contrast, style_sheet, theme, tokens

SYSTEM = {
    "paper": "#000000",
    "raised": "#101010",
    "text": "#FFFFFF",
    "accent": "#FFFF00",
    "accent-text": "#000000",
}


def _promises(name: str) -> list[tuple[str, str, float, float]]:
    told = tokens()["themes"][name]["contrast"]
    return [
        (one["fg"].replace("_", "-"), one["bg"].replace("_", "-"), one["ratio"], one["minimum"])
        for one in told
    ]


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_promised_pair_of_colours_has_the_contrast_it_needs(name: str) -> None:
    colours = theme(name)
    promises = _promises(name)

    assert len(promises) == 89
    for ink, ground, told, needed in promises:
        ratio = contrast(colours.role(ink), colours.role(ground))
        assert ratio >= needed, (name, ink, ground)
        assert ratio == pytest.approx(told, abs=0.01), (name, ink, ground)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_number_on_each_step_of_pain_is_readable(name: str) -> None:
    colours = theme(name)

    assert len(colours.pain) == len(colours.pain_text) == 11
    for level in range(11):
        ratio = contrast(colours.role(f"pain-{level}"), colours.role(f"pain-text-{level}"))
        assert ratio >= 4.5


def test_contrast_runs_from_one_to_twenty_one_either_way_round() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#7F867F", "#7F867F") == 1


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_style_sheet_has_no_blank_left_and_no_colour_of_its_own(name: str) -> None:
    sheet = style_sheet(theme(name), 1.0)
    body = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)

    assert "$" not in body
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", body)) <= set(theme(name).roles.values())


def test_sizes_of_text_in_the_style_sheet_grow_with_the_text_scale() -> None:
    assert "font-size: 26px" in style_sheet(theme("light"), 1.0)
    assert "font-size: 52px" in style_sheet(theme("light"), 2.0)


def test_a_blank_that_no_token_fills_is_a_fault() -> None:
    with pytest.raises(KeyError, match="no-such-role"):
        theme("light").role("no-such-role")


@pytest.mark.parametrize("name", THEME_NAMES)
def test_high_contrast_takes_the_systems_colours_and_thick_borders(name: str) -> None:
    colours = high_contrast(theme(name), SYSTEM)

    assert colours.border == 2
    assert colours.pain == theme(name).pain
    assert set(colours.roles) == set(theme(name).roles)
    assert set(colours.roles.values()) <= set(SYSTEM.values())
    for role in ("text", "text-quiet", "line-strong", "focus", "hydration", "emergency"):
        assert contrast(colours.role(role), colours.role("surface")) == pytest.approx(21)
    assert contrast(colours.role("accent-text"), colours.role("accent")) > 4.5
    assert contrast(colours.role("emergency-text"), colours.role("emergency")) > 4.5
