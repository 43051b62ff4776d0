"""PDF/UA-1 and PDF/A-2a, as far as programs that are not ours can tell of the finished file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import pdfa

from spasmlog.report import Options, Paper, Preset
from tests.build import diary, episode
from tests.report.making import empty_pdf, pdf, tool, whole_pdf
from tests.report.test_pdf import full, ordinary

# What the checker, which knows level B of PDF/A alone, does not take from a file of level A that
# is PDF/UA too: its metadata with their declared extension, a set of glyphs, an outline's target.
BEYOND_THE_CHECKER = (
    r"ISO_19005_2:6\.6\.2\.3\.1-1 .* XMP (namespace|property) (xmpTPg|pdfa|pdfuaid)",
    r"ISO_19005_2:6\.6\.2\.3\.1-2 .* XMP property xmpMM:History is not checked",
    r"ISO_19005_2:6\.6\.4-3 .* pdfaid:conformance is 'A', expected 'B'",
    r"ISO_19005_2:6\.2\.11\.4\.2-2 .* /CIDSet on a CIDFontType2 subset is not checked",
    r"pikepdf:schema-OutlineItem .* /Dest: '\d+ 0 R' is not valid",
)
SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "sh", "Do"}


def made_of(name: str) -> bytes:
    if name == "empty":
        return empty_pdf()
    if name == "one":
        return whole_pdf(diary(episode(0)))
    if name == "full":
        return whole_pdf(full(), Options(paper=Paper.LETTER))
    return whole_pdf(diary(*ordinary()), Options(sections=Preset(name).sections))


@pytest.fixture(scope="module", params=["empty", "one", "full", *Preset])
def made(request: pytest.FixtureRequest) -> bytes:
    """The pages of small, full and ordinary journals, and of each ready choice of sections."""
    return made_of(str(request.param))


@pytest.fixture(scope="module")
def opened(made: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made)) as file:
        yield file


def parts(node: Any) -> Iterator[Any]:
    """Each part of the structure below a part of it, in reading order."""
    for kid in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                yield kid
            if "/K" in kid:
                yield from parts(kid.K)


def structure(file: pikepdf.Pdf) -> list[Any]:
    return list(parts(file.Root.StructTreeRoot.K))


def of_kind(file: pikepdf.Pdf, *kinds: str) -> list[Any]:
    return [part for part in structure(file) if str(part.S) in kinds]


def attribute(part: Any, name: str) -> Any:
    owners = part.get("/A", [])
    found = owners if isinstance(owners, pikepdf.Array) else [owners]
    return next((each[name] for each in found if name in each), None)


def test_no_rule_of_pdf_a_is_broken(made: bytes) -> None:
    findings = [str(each) for each in pdfa.validate_written(io.BytesIO(made), "2b").findings]
    known = re.compile("|".join(BEYOND_THE_CHECKER))

    assert [each for each in findings if not known.search(each)] == []


def test_both_standards_are_claimed_and_the_claim_is_declared(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
        assert str(told["dc:title"]).startswith("Back spasm summary")
        assert "http://www.aiim.org/pdfua/ns/id/" in str(told)


def test_a_reader_is_told_title_and_language_and_that_it_is_tagged(opened: pikepdf.Pdf) -> None:
    assert bool(opened.Root.MarkInfo.Marked)
    assert not opened.Root.MarkInfo.get("/Suspects", False)
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert str(opened.Root.Lang) == "en"
    assert all(page.get("/Tabs", "/S") == "/S" for page in opened.pages)


@pytest.mark.parametrize(
    ("tag", "told"), [("de", "de"), ("pt-BR", "pt"), ("en_GB", "en"), ("zh-Hant-TW", "zh")]
)
def test_the_language_is_told_without_its_country(tag: str, told: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(language=tag))) as file:
        assert str(file.Root.Lang) == told


def test_nothing_acts_and_nothing_is_attached(opened: pikepdf.Pdf) -> None:
    for key in ("/OpenAction", "/AA", "/AcroForm", "/AF"):
        assert key not in opened.Root
    assert not opened.attachments
    assert all("/AA" not in page and not page.get("/Annots") for page in opened.pages)


def test_headings_begin_at_the_first_level_and_skip_none(opened: pikepdf.Pdf) -> None:
    levels = [int(str(part.S)[2:]) for part in structure(opened) if re.match(r"/H\d", str(part.S))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_figure_has_a_description_and_a_place(opened: pikepdf.Pdf) -> None:
    for figure in of_kind(opened, "/Figure"):
        assert len(str(figure.get("/Alt", ""))) > 20
        assert attribute(figure, "/BBox") is not None


def test_each_table_has_headings_that_say_what_they_head(opened: pikepdf.Pdf) -> None:
    for table in of_kind(opened, "/Table"):
        inside = list(parts(table.K))
        headings = [part for part in inside if part.S == "/TH"]

        assert headings
        assert {str(attribute(each, "/Scope")) for each in headings} <= {"/Column", "/Row"}
        assert len({widths(row) for row in inside if row.S == "/TR"}) == 1


def widths(row: Any) -> int:
    """How many columns the cells of a row span together."""
    cells = [part for part in parts(row.K) if part.S in ("/TH", "/TD")]
    return sum(int(attribute(cell, "/ColSpan") or 1) for cell in cells)


def test_what_is_on_a_page_is_either_text_in_order_or_said_to_be_ornament(
    opened: pikepdf.Pdf,
) -> None:
    for page in opened.pages:
        depth = 0
        for step in pikepdf.parse_content_stream(page):
            name = str(step.operator)
            depth += name in ("BDC", "BMC")
            depth -= name == "EMC"
            assert depth > 0 or name not in SHOWS_TEXT | PAINTS, name
        assert depth == 0


def test_each_piece_of_text_is_in_the_structure_once(opened: pikepdf.Pdf) -> None:
    told = [number for part in structure(opened) for number in marked(part)]
    shown = [
        (page.objgen, int(step.operands[1]["/MCID"]))
        for page in opened.pages
        for step in pikepdf.parse_content_stream(page)
        if isinstance(step, pikepdf.ContentStreamInstruction)
        and str(step.operator) == "BDC"
        and "/MCID" in step.operands[1]
    ]

    assert len(told) == len(set(told))
    assert set(told) == set(shown)


def marked(part: Any) -> Iterator[tuple[Any, int]]:
    """The pieces of pages that a part of the structure stands for itself."""
    kids = part.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield part.Pg.objgen, kid
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            yield kid.get("/Pg", part.get("/Pg")).objgen, int(kid.MCID)


def test_pages_are_read_in_their_order(opened: pikepdf.Pdf) -> None:
    numbers = {page.objgen: number for number, page in enumerate(opened.pages)}
    read = [numbers[page] for part in structure(opened) for page, _number in marked(part)]

    assert read == sorted(read)


def test_fonts_lie_inside_and_nothing_is_a_picture(made: bytes, tmp_path: Path) -> None:
    fonts = tool(tmp_path, made, "pdffonts", "{}").splitlines()[2:]

    assert fonts
    assert all(re.match(r"[A-Z]{6}\+NotoSans.* yes yes yes +\d+ +\d+$", line) for line in fonts)
    assert len(tool(tmp_path, made, "pdfimages", "-list", "{}").splitlines()) == 2


def test_the_file_is_sound_and_small(made: bytes, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in tool(tmp_path, made, "qpdf", "--check", "{}")
    assert len(made) <= 400_000
