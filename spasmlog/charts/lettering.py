"""Letters: which shipped font draws which text, how wide that is, and how it is made to fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import matplotlib
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontEntry, FontProperties, fontManager
from matplotlib.ft2font import FT2Font

from spasmlog.charts.font_files import Face
from spasmlog.charts.machine_fonts import faces_for, font_folders
from spasmlog.charts.style import PX_PER_INCH, Style
from spasmlog.paths import shipped

SIZE = 12.0
"""Design pixels of a label."""
REPLACED = "\N{WHITE SQUARE}"
_CUTS = ("SemiBold", "Bold")


class Lettering:
    """Measures in design pixels, at the text scale and in the fonts of a style."""

    def __init__(self, style: Style) -> None:
        self._scale, self._fonts, self._dpr = style.scale, style.fonts, style.dpr

    def properties(self, text: str, size: float = SIZE, bold: bool = False) -> FontProperties:
        """The fonts for this text, the main one first."""
        return _properties(self._fonts, text, self._points(size), bold)

    def width(self, text: str, size: float = SIZE, bold: bool = False) -> float:
        """How wide a text is."""
        return _width(self._fonts, text, self._points(size), bold, self._dpr)

    def _points(self, size: float) -> float:
        return size * self._scale * 72 / PX_PER_INCH

    def widest(self, texts: Iterable[str], size: float = SIZE, bold: bool = False) -> float:
        """How wide the widest of them is; 0 without any."""
        return max((self.width(text, size, bold) for text in texts), default=0.0)

    def fit(self, text: str, room: float, size: float = SIZE, bold: bool = False) -> str:
        """The text, cut short with an ellipsis where it is wider than `room`."""
        if self.width(text, size, bold) <= room:
            return text
        low, high = 0, len(text) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(_cut(text, middle), size, bold) <= room:
                low = middle
            else:
                high = middle - 1
        return _cut(text, low)

    def wrap(self, text: str, room: float, size: float = SIZE, bold: bool = False) -> list[str]:
        """The text broken at spaces into lines no wider than `room`, each word cut if it must."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.width(longer, size, bold) <= room:
                lines[-1] = longer
            else:
                lines.append(self.fit(word, room, size, bold))
        return [line for line in lines if line]


def _properties(fonts: tuple[str, ...], text: str, points: float, bold: bool) -> FontProperties:
    return FontProperties(family=_families(fonts, text, bold), size=points)


@lru_cache(maxsize=4096)
def _width(fonts: tuple[str, ...], text: str, points: float, bold: bool, dpr: float) -> float:
    """Kept, as measuring is most of the work of a layout."""
    font = _properties(fonts, text, points, bold)
    wide, _high, _deep = _renderer(dpr).get_text_width_height_descent(text, font, ismath=False)
    return float(wide) / dpr


@cache
def _renderer(dpr: float) -> RendererAgg:
    return RendererAgg(1, 1, PX_PER_INCH * dpr)


def legible(text: str) -> str:
    """One line of it: without control characters, and a square for what no font can draw."""
    flat = " ".join("".join(map(_plain, unicodedata.normalize("NFC", text))).split())
    missing = _missing(flat)
    return "".join(REPLACED if ord(letter) in missing else letter for letter in flat)


def _plain(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cf", "Cs", "Co", "Cn") or letter in "\N{VARIATION SELECTOR-16}":
        return ""
    return " " if kind in ("Cc", "Zl", "Zp", "Zs") else letter


def _cut(text: str, letters: int) -> str:
    return text[:letters].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def _missing(text: str) -> set[int]:
    left = {ord(letter) for letter in text}
    for path in _files():
        if not left:
            break
        left -= _drawn_by(path)
    return left.difference(*(_drawn_by(face.path, face.index) for face in _borrowed(left)))


def _borrowed(codes: set[int]) -> tuple[Face, ...]:
    """Fonts of the machine for characters that no shipped one draws."""
    return faces_for(frozenset(map(chr, codes)), font_folders()) if codes else ()


@cache
def _files() -> tuple[Path, ...]:
    """The upright cuts that are shipped, the widest-reaching first; matplotlib's own last."""
    folder = shipped("resources", "fonts")
    found = sorted([*folder.rglob("*-Regular.ttf"), *folder.rglob("*-Subset.ttf")])
    own = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
    return (*found, own)


@cache
def _drawn_by(path: Path, index: int = 0) -> frozenset[int]:
    """The characters of a font; none of one that cannot be read."""
    try:
        return frozenset(FT2Font(str(path), face_index=index).get_charmap())
    except (OSError, RuntimeError):
        return frozenset()


@cache
def _ordered(names: tuple[str, ...]) -> tuple[Path, ...]:
    """All font files, those named first."""
    wanted = [name.replace(" ", "") for name in names]

    def place(path: Path) -> int:
        name = path.stem.partition("-")[0]
        return wanted.index(name) if name in wanted else len(wanted)

    return tuple(sorted(_files(), key=place))


def _families(names: tuple[str, ...], text: str, bold: bool) -> list[str]:
    """The main font, and of the others only those that this text needs."""
    main, *others = _ordered(names)
    chosen, left = [main], {ord(letter) for letter in text} - _drawn_by(main)
    for path in others:
        found = left & _drawn_by(path) if left else None
        if found:
            chosen.append(path)
            left -= found
    families = [_family(_cut_of(path, bold)) for path in chosen]
    for face in _borrowed(left):
        found = left & _drawn_by(face.path, face.index)
        if found:
            families.append(_family(face.path, face.index))
            left -= found
    return families


def _cut_of(path: Path, bold: bool) -> Path:
    heavier = (path.with_stem(path.stem.replace("Regular", cut)) for cut in _CUTS)
    return next((each for each in heavier if each.is_file()), path) if bold else path


@cache
def _family(path: Path, index: int = 0) -> str:
    """A name of our own for a font file, so that no font of the system can stand in for it."""
    name = f"spasmlog {path} {index}"
    entry = FontEntry(fname=str(path), index=index, name=name, size="scalable")
    fontManager.ttflist.insert(0, entry)
    return name
