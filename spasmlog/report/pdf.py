"""Blocks to PDF and to pictures of the pages: the only file that knows the PDF engine, typst."""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spasmlog.charts.font_files import Face, characters_of
from spasmlog.charts.machine_fonts import faces_for, font_folders
from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.paths import shipped
from spasmlog.report.blocks import Report, as_text
from spasmlog.report.body_map import draw
from spasmlog.report.glyphs import FAMILIES, Family, bundled, font_folder, lacking, printable
from spasmlog.report.locking import locked, page_alone, page_sizes
from spasmlog.report.saving import save_pdf
from spasmlog.report.written import MARK

if TYPE_CHECKING:
    import typst

__all__ = [
    "PREVIEW_PPI",
    "PRINT_PPI",
    "Charts",
    "compile_pdf",
    "pages_png",
    "save_pdf",
    "sheet",
    "sheets",
]

PREVIEW_PPI = 96.0
PRINT_PPI = 600.0
_FORGETS_AFTER = 11
"""So many runs later the engine has let go of the picture of a page."""
_PIECE = 1 << 14
_TEMPLATE = ("summary.typ", "first_page.typ", "details.typ", "sheets.typ")
"""The parts of the template, each of which knows those before it."""
_HAIR = 0.01
_ONE_SHEET = b"""
#let (width, height) = (float(sys.inputs.width) * 1pt, float(sys.inputs.height) * 1pt)
#set page(width: width, height: height, margin: 0pt)
#let pdf = bytes(json(bytes(sys.inputs.pdf)))
#image(pdf, format: "pdf", width: width - 0.001pt, height: height - 0.02pt, fit: "stretch")
"""
"""Laid out with a point for each pixel. The engine draws an image in the next whole pixels that
hold it and then fits it in: a hair less than the page, or it would lose lines of pixels."""

Charts = Mapping[str, bytes]
"""The charts of a report as SVG, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Type:
    """The fonts that one report is set in; `more` than the shipped ones."""

    fonts: typst.Fonts
    more: tuple[Family, ...]


def compile_pdf(report: Report, charts: Charts, passphrase: str = "") -> bytes:
    """The report as a PDF: tagged, all fonts inside, the same bytes for the same report.

    Made to PDF/UA-1 and PDF/A-2a: the engine refuses a figure without a description. With a
    passphrase it is encrypted, which PDF/A does not allow: such a copy claims PDF/UA-1 alone.
    """
    made = datetime.combine(report.heading.day, time(), UTC)
    standards = ["ua-1"] if passphrase else ["ua-1", "a-2a"]
    (pdf,) = _compiled(report, charts, pdf_standards=standards, timestamp=made)
    return locked(pdf, passphrase) if passphrase else pdf


def pages_png(report: Report, charts: Charts, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
    """Each page as a PNG, as the same engine lays it out for paper."""
    return _compiled(report, charts, format="png", ppi=ppi)


def sheets(report: Report, charts: Charts, ppi: float = PRINT_PPI) -> Iterator[bytes]:
    """The pages of the PDF as PNG for a printer, one at a time."""
    pdf = compile_pdf(report, charts)
    for at in range(len(page_sizes(pdf))):
        yield sheet(pdf, at, ppi)


def sheet(pdf: bytes, at: int, ppi: float = PRINT_PPI) -> bytes:
    """One page of a finished PDF as PNG; the first is 0.

    At 600 dots an inch this takes some 500 MB while it is drawn, however many pages there are.
    """
    width, height = (round(side * ppi / 72) for side in page_sizes(pdf)[at])
    alone = page_alone(pdf, at, width * 72 / ppi, (height - _HAIR) * 72 / ppi)
    inputs = {"pdf": _as_json(alone), "width": str(width), "height": str(height)}
    engine = _engine(_loaded([font_folder()]))
    (drawn,) = _files(engine.compile(_ONE_SHEET, format="png", ppi=72, sys_inputs=inputs))
    for _run in range(_FORGETS_AFTER):
        engine.compile(b"", format="svg", sys_inputs={})
    return drawn


def _as_json(data: bytes) -> str:
    """The bytes as a list of numbers; piece by piece, so that other threads go on meanwhile."""
    pieces = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
    return f"[{','.join(','.join(map(str, piece)) for piece in pieces)}]"


def _files(made: bytes | list[bytes] | None) -> tuple[bytes, ...]:
    """One file, or one for each page."""
    if isinstance(made, bytes):
        return (made,)
    return tuple(made or ())


def _compiled(report: Report, charts: Charts, **how: Any) -> tuple[bytes, ...]:
    """What the engine makes of the report, in the shipped fonts and where it must in others.

    A font of the machine may lack what it promises, so that the engine refuses the page, and
    there may be no place to lay it out for the engine: then the page is made without.
    """
    import typst

    _require_fonts()
    faces = faces_for(_lacking(report), font_folders())
    try:
        return _set_in(faces, report, charts, how)
    except (typst.TypstError, OSError):
        if not faces:
            raise
        return _set_in((), report, charts, how)


def _require_fonts() -> None:
    """Letters have to be there; what other fonts lack is looked for on the machine."""
    if not any(family.name == FAMILIES[0] for family in bundled()):
        raise Refusal(
            _("A font that the pages are printed in is missing or damaged."),
            _("Install SpasmLog again."),
        )


def _lacking(report: Report) -> frozenset[str]:
    return lacking(f"{as_text(report)}{report.title}".replace(MARK, ""))


def _set_in(
    faces: tuple[Face, ...], report: Report, charts: Charts, how: Mapping[str, Any]
) -> tuple[bytes, ...]:
    template = b"\n".join(shipped("resources", "report", each).read_bytes() for each in _TEMPLATE)
    with _type(faces) as found:
        inputs = _inputs(report, charts, found.more)
        return _files(_engine(found.fonts).compile(template, sys_inputs=inputs, **how))


def _engine(fonts: typst.Fonts) -> typst.Compiler:
    """The engine, which finds no file but the template, and no package anywhere."""
    import typst

    own = shipped("resources", "report")
    return typst.Compiler(root=own, font_paths=fonts, package_path=own, package_cache_path=own)


@contextmanager
def _type(faces: tuple[Face, ...]) -> Iterator[_Type]:
    """The shipped fonts and these of the machine, as long as the engine reads them."""
    if not faces:
        yield _Type(fonts=_loaded([font_folder()]), more=())
        return
    with tempfile.TemporaryDirectory() as links:
        yield _linked(faces, Path(links))


def _linked(faces: tuple[Face, ...], links: Path) -> _Type:
    """Each font under the name that the engine gives it, which takes whole folders only."""
    for number, face in enumerate(faces):
        (links / f"{number}{face.path.suffix}").symlink_to(face.path)
    fonts = _loaded([font_folder(), links])
    names = {(info.path, info.index): info.family for info in fonts.fonts()}
    weights: dict[str, list[array[int]]] = {}
    for face in faces:
        if name := names.get((str(face.path.resolve()), face.index)):
            weights.setdefault(name, []).append(characters_of(face.path, face.index))
    more = tuple(Family(name=name, weights=tuple(found)) for name, found in weights.items())
    return _Type(fonts=fonts, more=more)


def _loaded(folders: list[Path]) -> typst.Fonts:
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )


def _inputs(report: Report, charts: Charts, more: tuple[Family, ...]) -> dict[str, str]:
    """What the template reads: the page, its drawings and its fonts, each as one JSON text."""

    def shown(text: str) -> str:
        return printable(text, more)

    page = plain(report, shown) | {"title": shown(report.title)}
    page["options"]["language"] = _language(report.options.language)
    if MARK in json.dumps(page, ensure_ascii=False):
        note = _("{mark}: a sign that cannot be printed here.").format(mark=MARK)
        page["method"].append(note)
    drawings = {name: svg.decode() for name, svg in charts.items()}
    if report.where is not None:
        drawings["body_map"] = draw(dict(report.where.parts), report.where.total).decode()
    return {
        "page": json.dumps(page),
        "drawings": json.dumps(drawings),
        "fonts": json.dumps([family.name for family in (*bundled(), *more)]),
    }


def _language(tag: str) -> str:
    """The language of a tag without its country and script: "pt" of "pt-BR"."""
    return tag.replace("_", "-").partition("-")[0].lower()


def plain(value: Any, shown: Callable[[str], str]) -> Any:
    """A block as what JSON holds, its texts as they are `shown`."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [plain(each, shown) for each in value]
    if is_dataclass(value):
        names = (field.name for field in fields(value))
        return {name: plain(getattr(value, name), shown) for name in names}
    return value
