"""Fonts of the machine, for characters that the shipped ones lack; looked for only then."""

from __future__ import annotations

import os
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from spasmlog.charts.font_files import Face, characters_of, usable_faces
from spasmlog.paths import shipped

_KINDS = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_SPECIAL = ("bold", "light", "thin", "black", "medium", "italic", "oblique", "mono", "cond")
_VARIABLE = ("vf", "[", "variable")
_EMPTY = ("lastresort", "last resort", "adobeblank", "adobe blank")
"""Fonts that claim every character and print a box for each."""


def font_folders() -> tuple[Path, ...]:
    """Where fonts lie on this machine, the person's own first."""
    own = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    places = (own, *(Path(each) for each in shared.split(":") if each))
    return (*(place / "fonts" for place in places), Path.home() / ".fonts")


@lru_cache(maxsize=64)
def faces_for(lacking: frozenset[str], folders: tuple[Path, ...]) -> tuple[Face, ...]:
    """As few fonts as have these characters, as far as any has them, each with its bold.

    Reads each font of the folders the first time, until all characters are found: not for a
    thread that a window waits for.
    """
    if not lacking:
        return ()
    country = _country(lacking)
    left = {ord(each) for each in lacking}
    found: list[Face] = []
    for path in sorted(_files(folders), key=lambda each: (_rank(each, country), str(each))):
        if not left:
            break
        face = _best(path, country) if left.intersection(characters_of(path)) else None
        have = left.intersection(_in(face))
        if face and have:
            bold = _best(path.with_name(path.name.replace("Regular", "Bold")), country)
            found.append(face)
            if bold and bold != face and have.issubset(_in(bold)):
                found.append(bold)
            left -= have
    return tuple(found)


def _in(face: Face | None) -> array[int]:
    return characters_of(face.path, face.index) if face else array("L")


def _files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        for parent, _folders, names in os.walk(folder):
            paths = (Path(parent, name) for name in names)
            yield from (path for path in paths if path.suffix.lower() in _KINDS)


def _country(characters: frozenset[str]) -> str:
    """Whose forms of the Chinese characters are meant, as the names of fonts say it."""
    names = " ".join(unicodedata.name(each, "") for each in characters)
    if "HANGUL" in names:
        return "KR"
    return "JP" if "HIRAGANA" in names or "KATAKANA" in names else "SC"


def _rank(path: Path, country: str) -> tuple[bool, ...]:
    """What sorts a font that is nearest to the shipped ones first."""
    name = path.stem.lower()
    return (
        any(each in name for each in _VARIABLE),
        any(each in name for each in _SPECIAL),
        country.lower() not in name and "cjk" not in name,
        "sans" not in name,
    )


def _best(path: Path, country: str) -> Face | None:
    """The face of a file that is meant; none named as a shipped one, which it would veil."""
    faces = [face for face in usable_faces(path) if _has_a_name_of_its_own(face)]
    return min(
        faces, key=lambda face: (country not in face.family.split(), face.index), default=None
    )


def _has_a_name_of_its_own(face: Face) -> bool:
    known = face.family in _shipped_names()
    return bool(face.family) and not known and not face.family.lower().startswith(_EMPTY)


@cache
def _shipped_names() -> frozenset[str]:
    files = shipped("resources", "fonts").rglob("*.ttf")
    return frozenset(face.family for file in files for face in usable_faces(file))
