"""Blocks to PDF and to pictures of the pages: the only file that knows the PDF engine, typst."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from spasmlog.i18n import _
from spasmlog.paths import shipped
from spasmlog.report.blocks import Report
from spasmlog.report.body_map import draw
from spasmlog.report.glyphs import FAMILIES, font_folder, printable
from spasmlog.report.saving import save_pdf
from spasmlog.report.written import MARK

if TYPE_CHECKING:
    import typst

__all__ = ["PREVIEW_PPI", "Charts", "compile_pdf", "pages_png", "save_pdf"]

PREVIEW_PPI = 96.0

Charts = Mapping[str, bytes]
"""The charts of a report as SVG, by their names."""


def compile_pdf(report: Report, charts: Charts) -> bytes:
    """The report as a PDF: tagged, all fonts inside, the same bytes for the same report.

    Made to PDF/UA-1 and PDF/A-2a: the engine refuses a figure without a description.
    """
    made = datetime.combine(report.heading.day, time(), UTC)
    with _compiler(report, charts) as compiler:
        (pdf,) = _files(compiler.compile(pdf_standards=["ua-1", "a-2a"], timestamp=made))
    return pdf


def pages_png(report: Report, charts: Charts, ppi: float = PREVIEW_PPI) -> tuple[bytes, ...]:
    """Each page as a PNG, as the same engine lays it out for paper."""
    with _compiler(report, charts) as compiler:
        return _files(compiler.compile(format="png", ppi=ppi))


def _files(made: bytes | list[bytes] | None) -> tuple[bytes, ...]:
    """One file, or one for each page."""
    if isinstance(made, bytes):
        return (made,)
    return tuple(made or ())


@contextmanager
def _compiler(report: Report, charts: Charts) -> Iterator[typst.Compiler]:
    """The engine with this page; it finds no file and no package of its own anywhere."""
    import typst

    with tempfile.TemporaryDirectory() as nothing:
        yield typst.Compiler(
            shipped("resources", "report", "summary.typ").read_bytes(),
            root=nothing,
            font_paths=_fonts(),
            sys_inputs=_inputs(report, charts),
            package_path=nothing,
            package_cache_path=nothing,
        )


def _fonts() -> typst.Fonts:
    """The fonts shipped with the page, and none of the machine's."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )


def _inputs(report: Report, charts: Charts) -> dict[str, str]:
    """What the template reads: the page and its drawings, each as one JSON text."""
    page = plain(report) | {"title": printable(report.title)}
    if MARK in json.dumps(page, ensure_ascii=False):
        note = _("{mark}: a sign that cannot be printed here.").format(mark=MARK)
        page["method"].append(note)
    drawings = {name: svg.decode() for name, svg in charts.items()}
    if report.where is not None:
        drawings["body_map"] = draw(dict(report.where.parts), report.where.total).decode()
    return {
        "page": json.dumps(page),
        "drawings": json.dumps(drawings),
        "fonts": json.dumps(FAMILIES),
    }


def plain(value: Any) -> Any:
    """A block as what JSON holds; what the fonts cannot print is replaced by a mark."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value
