"""The made PDF, read with poppler, qpdf and pikepdf: tagged, embedded, the same every time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Limited, Nrs, Region, Side, TreatmentKind
from spasmlog.paths import shipped
from spasmlog.report import NameShown, Options, Paper, Preset
from spasmlog.report.pdf import compile_pdf, pages_png
from spasmlog.report.written import typed
from tests.build import (
    check_in,
    course,
    diary,
    episode,
    profile,
    treatment,
    use,
    visit,
)
from tests.report.making import CHART, empty_pdf, page, page_of, pdf, peg, tool, whole_pdf, words

PREVIEW = "@" + "preview"
"""What a template would name to have a package fetched; in two parts, so that no file names it."""
EVERYTHING = Options(sections=Preset.EVERYTHING.sections)
NAMES = (
    "#set page(width: 1cm)",
    f"\\ $x$ *b* _i_ <b> {PREVIEW}/x:1.0 `raw` // c",
    '"]) #panic("out")',
    "party \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "tab\tnul\x00bell\x07\x1b[31m\u2028",
    "إيبوبروفين 400 مغ (مرتين)",
    "אקמול 500 (פעמיים)",
    "布洛芬 イブプロフェン 이부프로펜",
    "आइबुप्रोफेन",
    "ยาแก้ปวด",
    "turned \u202egnirts\u202c\u2067 back",
    "Z\u0335\u0330\u0321a\u0334\u0316l\u0338g\u0337o" * 5,
    "≥ 2 → ½ − ✓ ⚠ ❤\ufe0f",
    "Ибупрофен Ελλάδα ქართული հայերեն",
)


def ordinary() -> list[Record]:
    """Half a year of a person with all that stands on the page."""
    pills, heat = treatment(), treatment("Heat wrap", kind=TreatmentKind.HEAT)
    regular = treatment("Amlodipine", regular=True)
    days = range(4, 84, 9)
    spasms = [episode(n, hours=5, side=Side.LEFT, peak=Nrs(4 + n % 4)) for n in days]
    return [
        profile(name_for_report="Robin Example", birth_year=1982, allergies="Penicillin"),
        *(pills, heat, regular, *spasms),
        *(use(n, of=pills, spasm=each) for n, each in zip(days, spasms, strict=True)),
        *(check_in(n, worst=n % 5, limited=Limited.A_BIT) for n in range(1, 180)),
        *(course(30, 10, treatment_id=heat.id, plan="evenings"), peg(50, 6, 6, 7), peg(2, 5, 5, 6)),
        visit(9, who="GP", questions=("Why does it keep coming back?",)),
    ]


@pytest.fixture(scope="module")
def made() -> bytes:
    """The pages with their real charts and all that can stand on them, made once."""
    return whole_pdf(diary(*ordinary()), EVERYTHING)


def pages_of(made: bytes) -> int:
    with pikepdf.open(io.BytesIO(made)) as file:
        return len(file.pages)


def test_the_page_is_tagged_titled_and_in_its_language(made: bytes, tmp_path: Path) -> None:
    said = tool(tmp_path, made, "pdfinfo", "{}")

    assert re.search(r"Title: +Back spasm summary, R\. E\., 3 Apr to 1 Jul 2026", said)
    assert re.search(r"Tagged: +yes", said)
    assert re.search(r"CreationDate: +Wed Jul +1", said)
    with pikepdf.open(io.BytesIO(made)) as file:
        assert str(file.Root.Lang) == "en"
        with file.open_metadata() as data:
            assert data["pdfuaid:part"] == "1"
            assert (data["pdfaid:part"], data["pdfaid:conformance"]) == ("2", "A")


def test_all_fonts_lie_inside_and_nothing_is_a_picture(made: bytes, tmp_path: Path) -> None:
    fonts = tool(tmp_path, made, "pdffonts", "{}").splitlines()[2:]

    assert fonts
    assert all(re.search(r" yes yes yes +\d+ +\d+$", line) for line in fonts)
    assert all("NotoSans" in line for line in fonts)
    assert len(tool(tmp_path, made, "pdfimages", "-list", "{}").splitlines()) == 2


def test_the_file_is_sound(made: bytes, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in tool(tmp_path, made, "qpdf", "--check", "{}")


def test_headings_table_and_figures_are_what_they_look_like(made: bytes, tmp_path: Path) -> None:
    structure = tool(tmp_path, made, "pdfinfo", "-struct-text", "{}")

    assert structure.count("H1 ") == 1
    assert 'H2 "Treatments tried"' in structure
    assert structure.count("Table (block)") == 7 + receipts_in(structure)
    for part in ("THead", "TBody", "TH <", "TD", "Figure", "L (block)"):
        assert part in structure


def receipts_in(structure: str) -> int:
    """The signals whose entries stand on the later pages, each in a table of its own."""
    found = structure.count("H3 ")
    assert found > 0
    return found


def alts(made: bytes) -> list[str]:
    """The descriptions of all figures, in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == pikepdf.Name.Figure:
                found.append(str(node.get("/Alt")))
            walk(node.get("/K"))

    with pikepdf.open(io.BytesIO(made)) as file:
        walk(file.Root.StructTreeRoot.K)
    return found


def test_each_figure_has_its_description(made: bytes) -> None:
    timeline, places, peg, hours, days = alts(made)

    assert timeline.startswith("Pain was logged on ")
    assert peg.startswith("2 scores in these days")
    assert days.startswith("Pain was logged on ")
    assert hours.startswith("Not collected yet: it takes 20 spasms")
    assert places == "Body map of where the spasms were. Lower back: left 9."


def test_the_words_can_be_copied(made: bytes, tmp_path: Path) -> None:
    said = words(tmp_path, made)

    for part in (
        "Recorded by the patient, not a diagnosis",
        "9 spasm days in 89 logged",
        "Amlodipine 400 mg",
        "Why does it keep coming back?",
        f"1 of {pages_of(made)}",
    ):
        assert part in said


def test_an_ordinary_journal_fits_on_one_sheet_its_details_on_the_next_then_its_entries(
    made: bytes, tmp_path: Path
) -> None:
    first, second, *others = tool(tmp_path, made, "pdftotext", "{}", "-").split("\f")[:-1]

    for part in ("Treatments tried", "Questions from the patient", "How complete this is"):
        assert part in first
    for part in ("PEG answers", "Calendar", "All medicines, as entered", "How this was made"):
        assert part not in first
        assert part in second
    assert "What would switch it off" in "".join(others)
    assert all("Back spasm summary, details" in each for each in (second, *others))


@pytest.mark.parametrize("paper", Paper)
def test_without_the_entries_it_is_two_sheets(paper: Paper) -> None:
    made = whole_pdf(diary(*ordinary()), Options(paper=paper))

    assert pages_of(made) == 2


@pytest.mark.parametrize("paper", Paper)
def test_why_i_came_is_one_sheet_however_full_the_journal(paper: Paper) -> None:
    why = Options(paper=paper, sections=Preset.WHY.sections)

    assert [pages_of(whole_pdf(each, why)) for each in (diary(*ordinary()), full())] == [1, 1]


def test_a_receipt_is_printed_as_it_stands_in_the_window(made: bytes, tmp_path: Path) -> None:
    said = words(tmp_path, made)

    assert "Treated spasm ended Treated with Next spasm Days between" in said
    assert "This is not a diagnosis." in said


def test_the_same_diary_gives_the_same_bytes() -> None:
    records = ordinary()

    assert whole_pdf(diary(*records)) == whole_pdf(diary(*records))


def test_paper_is_as_large_as_was_asked(tmp_path: Path) -> None:
    for paper, size in ((Paper.A4, "595.276 x 841.89"), (Paper.LETTER, "612 x 792")):
        assert size in tool(tmp_path, pdf(paper=paper), "pdfinfo", "{}")


def test_the_language_of_the_page_is_told() -> None:
    with pikepdf.open(io.BytesIO(pdf(language="de"))) as file:
        assert str(file.Root.Lang) == "de"


def test_an_empty_journal_gives_a_good_page(tmp_path: Path) -> None:
    assert "No day with an entry on pain" in words(tmp_path, empty_pdf())
    assert pages_of(empty_pdf()) == 1


def test_one_entry_gives_a_good_page(tmp_path: Path) -> None:
    made = whole_pdf(diary(episode(0)))

    assert "1 spasm began today" in words(tmp_path, made)
    assert pages_of(made) <= 2


def full() -> Diary:
    """400 spasms and 60 treatments in 90 days."""
    many = [treatment(f"Treatment number {n}", regular=n % 5 == 0) for n in range(60)]
    places, sides = list(Region), [*Side, None]
    spasms = [
        episode(
            1 + n % 89,
            f"{4 + n % 20:02d}:{n % 60:02d}",
            hours=1 + n % 7,
            region=places[n % 8],
            side=sides[n % 5],
        )
        for n in range(400)
    ]
    uses = [
        use(1 + n % 89, "23:30", of=many[n % 60], spasm=each, side_effect="drowsy" * (n % 3 == 0))
        for n, each in enumerate(spasms)
    ]
    return diary(*many, *spasms, *uses)


def test_a_very_full_journal_goes_on_over_the_page_with_its_headings(tmp_path: Path) -> None:
    made = whole_pdf(full(), EVERYTHING)
    pages = tool(tmp_path, made, "pdftotext", "{}", "-").split("\f")[:-1]

    behind = next(n for n, each in enumerate(pages) if "The entries behind the signals" in each)
    assert 3 <= behind < len(pages) <= 24
    assert all("Days until" in each for each in pages[:behind] if "drowsy" in each)
    assert sum("drowsy" in each for each in pages[:behind]) > 1
    assert all(f"{n} of {len(pages)}" in each for n, each in enumerate(pages, 1))
    assert "Treatments tried, continued" in words(tmp_path, made)
    assert all(f"Treatment number {n} " in words(tmp_path, made) for n in range(60))


def test_any_name_is_data_and_never_markup(tmp_path: Path) -> None:
    things = [treatment(name) for name in NAMES]
    spasms = [episode(5 + n, hours=3) for n in range(len(things))]
    uses = [
        use(5 + n, of=each, spasm=spasm, side_effect=each.name)
        for n, (each, spasm) in enumerate(zip(things, spasms, strict=True))
    ]
    person = profile(name_for_report="ليلى 李 \U0001f600 Ann", allergies="\u202eפניצילין #x")
    asked = visit(2, who=NAMES[5], questions=NAMES[3:6])
    made = whole_pdf(diary(*things, *spasms, *uses, person, asked), Options(name=NameShown.FULL))
    said = words(tmp_path, made).replace(" ", "")

    for part in (*NAMES[:3], "party \ufffd", "\ufffd: a sign that cannot be printed here."):
        assert "".join(part.split()) in said
    assert "≥2→½−✓⚠❤" in said
    assert "A4" in tool(tmp_path, made, "pdfinfo", "{}")


@pytest.mark.parametrize("block", [*range(0, 0x3100, 0x400), 0xA000, 0xF800, 0xFC00, 0x1F300])
def test_no_character_makes_it_fail(block: int) -> None:
    """Each character alone, behind a letter, and before one."""
    characters = [chr(each) for each in range(block, block + 0x400)]
    texts = (
        " ".join(characters),
        " ".join(f"x{each}" for each in characters),
        "".join(characters),
        "न".join(characters),
    )
    lines = tuple(typed(text, 10_000) for text in texts)

    assert compile_pdf(replace(page(), method=lines), {"pain_trend": CHART}).startswith(b"%PDF")


def test_texts_of_any_length_still_give_a_good_page(tmp_path: Path) -> None:
    long, word = "word " * 2_000, "x" * 10_000
    pills, other = treatment(long), treatment(word)
    spasm = episode(5, hours=3, note=long)
    made = whole_pdf(
        diary(
            *(pills, other, spasm),
            use(5, of=pills, spasm=spasm, side_effect=long, dose_text=long, note=word),
            use(5, "10:00", of=other, side_effect=word, dose_mg=None, dose_text=word),
            course(30, treatment_id=pills.id, plan=long),
            profile(name_for_report=long, allergies=word),
            visit(3, who=word, questions=(long, word, long), said=long, plan=word),
        )
    )

    assert pages_of(made) <= 3  # of allergies as little as can be is left out
    assert "[…]: a longer text, shortened here" in words(tmp_path, made)


@pytest.mark.parametrize("known", [diary(*ordinary()), full()], ids=["ordinary", "full"])
def test_the_preview_shows_the_same_pages(known: Diary) -> None:
    report, charts = page_of(known), {"pain_trend": CHART}
    pictures = pages_png(report, charts, ppi=40)
    sizes = [Image.open(io.BytesIO(each)).size for each in pictures]

    assert sizes == [(331, 468)] * pages_of(compile_pdf(report, charts))


def test_the_page_needs_no_colour() -> None:
    report = page(*ordinary())
    (picture, *_more) = pages_png(report, {"pain_trend": CHART}, ppi=60)
    shown = Image.open(io.BytesIO(picture)).convert("RGB")
    red, green, blue = shown.split()

    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_no_template_fetches_anything() -> None:
    templates = list(shipped("resources", "report").glob("*.typ"))

    assert templates
    assert all(PREVIEW not in each.read_text() for each in templates)
    assert all("#import" not in each.read_text() for each in templates)


def test_the_template_names_no_font_of_its_own() -> None:
    files = shipped("resources", "report").glob("*.typ")
    template = "".join(each.read_text() for each in files)

    assert "fallback: false" in template
    assert re.findall(r"\bfont: *(\S+)", template) == ["fonts,"]


def test_a_report_is_put_into_words_without_the_engine_the_charts_or_the_fonts() -> None:
    code = """
import sys
from tests.report.making import text
from tests.build import episode
assert "spasm day" in text(episode(3))
heavy = {"typst", "matplotlib", "numpy", "fontTools", "PySide6", "sqlalchemy"} & sys.modules.keys()
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=shipped("resources").parent)
