"""Font files as they lie on a disk: what each is called, holds, and may be used for."""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_OUTLINES = frozenset({"glyf", "CFF ", "CFF2"})
_PICTURES = frozenset({"CBDT", "sbix", "COLR", "SVG "})
_RESTRICTED = 0x0002
"""Of the field fsType: the maker allows no embedding."""
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_BROKEN = (
    *(OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, AssertionError),
    *(ArithmeticError, NotImplementedError, struct.error),
)
"""What reading the tables of a damaged font can raise, beside what fontTools calls by a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font of a file, which may hold several, counted from 0."""

    path: Path
    index: int
    family: str


@cache
def characters_of(path: Path, index: int = 0) -> array[int]:
    """The code points that a font has a sign for, in rising order; none of a damaged one."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=index) as font:
            return array("L", sorted(font.getBestCmap() or ()))
    except (TTLibError, *_BROKEN):
        return array("L")


@cache
def usable_faces(path: Path) -> tuple[Face, ...]:
    """The fonts of a file that may stand in a document as outlines; none of a damaged one."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        with path.open("rb") as file:
            if path.suffix.lower() in (".ttc", ".otc"):
                return _usable(path, tuple(TTCollection(file, lazy=True)))
            return _usable(path, (TTFont(file, lazy=True),))
    except (TTLibError, *_BROKEN):
        return ()


def _usable(path: Path, fonts: tuple[Any, ...]) -> tuple[Face, ...]:
    return tuple(
        Face(path=path, index=index, family=_family(font))
        for index, font in enumerate(fonts)
        if _may_be_used(font)
    )


def _may_be_used(font: Any) -> bool:
    tables = frozenset(font.keys())
    if not tables & _OUTLINES or tables & _PICTURES:
        return False
    return "OS/2" not in tables or font["OS/2"].fsType & 0x000F != _RESTRICTED


def _family(font: Any) -> str:
    names = font["name"]
    return str(names.getDebugName(_TYPOGRAPHIC_FAMILY) or names.getDebugName(_FAMILY) or "")
