"""The scales and lists of words; their ids are stored and exchanged, so they never change."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from enum import StrEnum
from typing import Any

import pytest

from spasmlog.domain import scales
from spasmlog.domain.scales import (
    BODY_PARTS,
    EMERGENCY_SIGNS,
    MEDICINES,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Nrs,
    Region,
    Sign,
    TreatmentKind,
)
from spasmlog.errors import InvalidEntry
from spasmlog.paths import shipped

WORDS = [
    each for each in vars(scales).values() if isinstance(each, type) and issubclass(each, StrEnum)
]


@pytest.mark.parametrize("value", range(11))
def test_pain_is_a_number_from_0_to_10(value: int) -> None:
    assert Nrs(value) == value


@pytest.mark.parametrize("value", [-1, 11, True, False, 3.0, "3", None])
def test_pain_is_nothing_else(value: Any) -> None:
    with pytest.raises(InvalidEntry, match="whole number from 0 to 10"):
        Nrs(value)


def test_the_body_parts_are_the_regions_of_the_drawing_without_the_heads() -> None:
    drawing = ET.parse(shipped("resources", "bodymap.svg"))
    regions = [each.get("id") for each in drawing.iter() if each.get("class") == "region"]
    heads = [each.get("id") for each in drawing.iter() if each.get("class") == "head"]

    assert sorted(map(str, regions)) == sorted(BODY_PARTS)
    assert sorted(map(str, heads)) == ["back-head", "front-head"]


@pytest.mark.parametrize(
    ("part", "region"),
    [
        ("back-neck-left", Region.NECK),
        ("front-neck-right", Region.NECK),
        ("back-upper-left", Region.UPPER_BACK),
        ("back-mid-right", Region.MID_BACK),
        ("back-lower-left", Region.LOW_BACK),
        ("back-buttock-left", Region.BUTTOCK),
        ("back-thigh-left", Region.LEG),
        ("front-shin-right", Region.LEG),
        ("back-calf-right", Region.LEG),
        ("front-foot-left", Region.LEG),
        ("back-shoulder-left", Region.ARM),
        ("front-arm-right", Region.ARM),
        ("front-chest-left", Region.OTHER),
        ("front-hip-right", Region.OTHER),
    ],
)
def test_a_part_rolls_up_to_its_region(part: str, region: Region) -> None:
    assert BODY_PARTS[part] is region


def test_every_sign_belongs_to_one_level() -> None:
    assert tuple(Sign) == EMERGENCY_SIGNS + PROMPT_SIGNS + ROUTINE_SIGNS
    assert (EMERGENCY_SIGNS[0], EMERGENCY_SIGNS[-1]) == (
        Sign.SADDLE_NUMBNESS,
        Sign.RAPID_LIMB_WEAKNESS,
    )
    assert (PROMPT_SIGNS[0], PROMPT_SIGNS[-1]) == (Sign.FEVER, Sign.BETWEEN_SHOULDER_BLADES)
    assert (len(EMERGENCY_SIGNS), len(PROMPT_SIGNS), len(ROUTINE_SIGNS)) == (11, 10, 4)


def test_medicines_are_the_kinds_before_ice() -> None:
    listed = list(TreatmentKind)

    assert set(listed[: listed.index(TreatmentKind.ICE)]) == MEDICINES


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_ids_are_plain_lower_case_words(words: type[StrEnum]) -> None:
    assert all(word == word.name.lower() and word.isascii() for word in words)
