"""Which characters the fonts of the page have, so that what none has is replaced by a mark."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from spasmlog.paths import shipped
from spasmlog.report.written import MARK

FAMILIES = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Kannada",
    "Noto Sans Malayalam",
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Khmer",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Math",
    "Noto Sans Symbols2",
)
"""In the order in which the template looks for a character."""
_JOINERS = "\u200c\u200d"


def font_folder() -> Path:
    """Where the fonts of the page lie."""
    return shipped("resources", "fonts", "noto")


def printable(text: str) -> str:
    """The text with each character that no font has replaced by a mark."""
    if text.isascii():
        return text
    return "".join(_shown(each) for each in _clusters(text))


def _clusters(text: str) -> Iterator[str]:
    """Each letter with the marks that stand on it, which have to come from one font."""
    held = ""
    for each in text:
        joined = held[-1:] == _JOINERS[1] and not each.isascii()
        if held and (joined or _goes_on(each)):
            held += each
        else:
            yield held
            held = each
    yield held


def _goes_on(character: str) -> bool:
    mark = unicodedata.category(character).startswith("M")
    return mark or character in _JOINERS or _is_selector(character)


def _shown(cluster: str) -> str:
    bare = "".join(each for each in cluster if not _is_selector(each))
    if not bare or any(_covers(family, bare) for family in FAMILIES):
        return bare
    first = bare[0]
    return first + MARK if any(_covers(family, first) for family in FAMILIES) else MARK


def _is_selector(character: str) -> bool:
    """Whether it only chooses how the sign before it looks: its variant, or a colour of skin."""
    return (
        "\ufe00" <= character <= "\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _covers(family: str, characters: Iterable[str]) -> bool:
    have = _coverage(family)
    return all(ord(each) in have for each in characters)


@cache
def _coverage(family: str) -> frozenset[int]:
    """The characters that every weight of a family has."""
    files = sorted(font_folder().glob(f"{family.replace(' ', '')}-*.ttf"))
    return frozenset.intersection(*(_characters(each) for each in files))


def _characters(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        best: Mapping[int, str] = font.getBestCmap()
        return frozenset(best)
