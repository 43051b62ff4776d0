"""Which characters the fonts of the pages have, so that what none has is replaced by a mark."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spasmlog.charts.font_files import characters_of
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
"""The families that are shipped, in the order in which the pages look for a character."""
_JOINERS = "\u200c\u200d"
_NEVER_PRINTED = "\ufeff\u180e"
"""The mark of the order of bytes, which PDF/A does not allow, and a separator without a shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Fonts of one name; it has the characters that each of its weights has."""

    name: str
    weights: tuple[array[int], ...]

    def has(self, characters: str) -> bool:
        return all(_holds(weight, ord(each)) for weight in self.weights for each in characters)


def font_folder() -> Path:
    """Where the fonts of the pages lie."""
    return shipped("resources", "fonts", "noto")


def bundled() -> tuple[Family, ...]:
    """The shipped families that are there and whole, in their order."""
    return _families(font_folder())


@cache
def _families(folder: Path) -> tuple[Family, ...]:
    found = ((name, _weights(folder, name)) for name in FAMILIES)
    return tuple(Family(name=name, weights=weights) for name, weights in found if weights)


def _weights(folder: Path, name: str) -> tuple[array[int], ...]:
    files = sorted(folder.glob(f"{name.replace(' ', '')}-*.ttf"))
    return tuple(have for have in map(characters_of, files) if have)


def _holds(have: Sequence[int], code: int) -> bool:
    at = bisect_left(have, code)
    return at < len(have) and have[at] == code


def printable(text: str, more: Sequence[Family] = ()) -> str:
    """The text with a mark for each character that neither a shipped font has nor one of `more`.

    Control characters become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    families = (*bundled(), *more)
    return "".join(_shown(each, families) for each in _clusters(text))


def lacking(text: str) -> frozenset[str]:
    """The characters that no shipped font has and another could."""
    asked = {each for each in text if not each.isascii() and not _is_no_sign(each)}
    return frozenset(each for each in asked if not any(family.has(each) for family in bundled()))


def _is_no_sign(character: str) -> bool:
    """Whether no font has it for certain: of controls, of private use, or not a character."""
    return unicodedata.category(character).startswith("C") or _is_unseen(character)


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
    return mark or character in _JOINERS or _is_unseen(character)


def _shown(cluster: str, families: Sequence[Family]) -> str:
    bare = "".join(each for each in cluster if not _is_unseen(each))
    if unicodedata.category(cluster[:1] or " ") == "Cc":
        return " "
    if not bare or any(family.has(bare) for family in families):
        return bare
    first = bare[0]
    return first + MARK if any(family.has(first) for family in families) else MARK


def _is_unseen(character: str) -> bool:
    """Whether it cannot be seen: it chooses how the sign before it looks, or marks an order."""
    return (
        "\ufe00" <= character <= "\ufe0f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0000" <= character <= "\U000e01ef"
        or character in _NEVER_PRINTED
    )
