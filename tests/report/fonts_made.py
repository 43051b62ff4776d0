"""Small fonts made for a test and laid where a machine keeps its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection


def font_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the machine's fonts, empty still."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    folder = tmp_path / "share" / "fonts" / "made"
    folder.mkdir(parents=True)
    return folder


def made_font(family: str, characters: str, style: str = "Regular") -> FontBuilder:
    """A font in which each of these characters is a box of its own height."""
    builder = FontBuilder(1000, isTTF=True)
    names = {ord(each): f"sign{ord(each):05X}" for each in characters}
    order = [".notdef", *names.values()]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _box(300 + 7 * n) for n, name in enumerate(order)})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    called = f"{family.replace(' ', '')}-{style}"
    builder.setupNameTable({"familyName": family, "styleName": style, "psName": called})
    weight = 700 if style == "Bold" else 400
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWeightClass=weight, fsType=0)
    builder.setupPost()
    return builder


def _box(height: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, height), (700, height), (700, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def save_font(folder: Path, family: str, characters: str) -> Path:
    path = folder / f"{family.replace(' ', '')}-Regular.ttf"
    made_font(family, characters).save(path)
    return path


def save_collection(path: Path, families: Iterable[str], characters: str) -> Path:
    """One file with a font for each of the families."""
    collection = TTCollection()
    collection.fonts = [made_font(family, characters).font for family in families]
    collection.save(path)
    return path
