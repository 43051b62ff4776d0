"""Names in any script: the shipped fonts first, then the machine's, then a visible mark."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

from spasmlog.charts.font_files import characters_of, usable_faces
from spasmlog.charts.machine_fonts import faces_for, font_folders
from spasmlog.errors import Refusal
from spasmlog.report import glyphs
from spasmlog.report.pdf import compile_pdf, pages_png, sheet
from spasmlog.report.written import typed
from tests.build import episode, treatment, use
from tests.report.fonts_made import font_place, made_font, save_collection, save_font
from tests.report.making import CHART, page, tool, words

CHINESE = "布洛芬"
NOTE = "\ufffd: a sign that cannot be printed here."
CHARTS = {"pain_trend": CHART}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return font_place(tmp_path, monkeypatch)


def printed(*lines: str) -> bytes:
    """A page with these lines, as a person may have typed them."""
    return compile_pdf(replace(page(), method=tuple(typed(each, 500) for each in lines)), CHARTS)


def fonts_in(tmp_path: Path, made: bytes) -> list[str]:
    """Each font of the PDF, told by poppler: name, whether embedded, a subset, readable as text."""
    return tool(tmp_path, made, "pdffonts", "{}").splitlines()[2:]


def test_what_the_shipped_fonts_lack_is_printed_in_a_font_of_the_machine(
    folder: Path, tmp_path: Path
) -> None:
    save_font(folder, "Test Han", CHINESE)
    made = printed(f"takes {CHINESE} 400")
    said = words(tmp_path, made)
    (used,) = (line for line in fonts_in(tmp_path, made) if "TestHan" in line)

    assert f"takes {CHINESE} 400" in said
    assert NOTE not in said
    assert re.match(r"[A-Z]{6}\+TestHan-Regular .* yes yes yes +\d+ +\d+$", used)


def test_the_same_fonts_give_the_same_bytes(folder: Path) -> None:
    save_font(folder, "Test Han", CHINESE)

    assert printed(CHINESE) == printed(CHINESE)


def test_what_no_font_has_becomes_a_mark_with_its_note(folder: Path, tmp_path: Path) -> None:
    save_font(folder, "Test Han", "布洛")
    said = words(tmp_path, printed(f"takes {CHINESE}"))

    assert "takes 布洛\ufffd" in said
    assert NOTE in said


def test_a_machine_without_such_a_font_still_gives_a_page(tmp_path: Path) -> None:
    said = words(tmp_path, printed(f"takes {CHINESE}"))

    assert "takes \ufffd\ufffd\ufffd" in said
    assert NOTE in said


def test_fonts_add_up(folder: Path, tmp_path: Path) -> None:
    save_font(folder, "Test Han", "布洛")
    save_font(folder, "Test Rest", "芬イ")

    assert f"{CHINESE}イ" in words(tmp_path, printed(f"{CHINESE}イ"))


def test_the_preview_uses_the_same_fonts(folder: Path) -> None:
    asked = replace(page(), method=(CHINESE,))
    without = pages_png(asked, CHARTS, ppi=40)
    save_font(folder, "Test Han", CHINESE)
    faces_for.cache_clear()

    assert pages_png(asked, CHARTS, ppi=40) != without


def test_no_font_is_looked_for_where_none_is_needed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_folder: object) -> None:
        raise AssertionError("the folders were read")

    monkeypatch.setattr(os, "walk", never)

    assert printed("ibuprofène אקמול إيبوبروفين आइबुप्रोफेन Ибупрофен").startswith(b"%PDF")


def test_fonts_are_looked_for_in_the_folders_of_the_person_and_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/people/robin")
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setenv("XDG_DATA_DIRS", "")

    assert [str(each) for each in font_folders()] == [
        "/people/robin/.local/share/fonts",
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/people/robin/.fonts",
    ]


@pytest.mark.parametrize("share", [0.0, 0.02, 0.1, 0.5, 0.9, 0.99])
def test_a_damaged_font_is_passed_over(folder: Path, tmp_path: Path, share: float) -> None:
    path = save_font(folder, "Test Han", CHINESE)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    assert "takes " in words(tmp_path, printed(f"takes {CHINESE}"))


def test_no_flipped_byte_of_a_font_stops_the_page(folder: Path) -> None:
    whole = bytearray(save_font(folder, "Test Han", CHINESE).read_bytes())
    for at in range(0, len(whole), 29):
        path = folder / f"flipped-{at}.ttf"
        path.write_bytes(bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]))
        assert len(usable_faces(path)) <= 1
        assert len(characters_of(path)) <= 4

    assert printed(CHINESE).startswith(b"%PDF")


def test_a_file_that_is_no_font_is_passed_over(folder: Path, tmp_path: Path) -> None:
    (folder / "a.ttf").write_text("nothing of the kind")
    (folder / "b.ttc").write_bytes(b"ttcf")
    (folder / "c.otf").symlink_to(folder / "nowhere.otf")
    (folder / "d.ttf").mkdir()
    (folder / "readme.txt").write_text("not asked")
    save_font(folder, "Test Han", CHINESE)

    assert CHINESE in words(tmp_path, printed(CHINESE))


def test_a_font_whose_maker_allows_no_embedding_is_not_used(folder: Path, tmp_path: Path) -> None:
    builder = made_font("Test Han", CHINESE)
    builder.font["OS/2"].fsType = 2
    builder.save(folder / "TestHan.ttf")

    assert NOTE in words(tmp_path, printed(CHINESE))


def test_a_font_of_pictures_is_not_used(folder: Path, tmp_path: Path) -> None:
    builder = made_font("Test Emoji", "\U0001f600")
    outline = {"SolidFill": 0}
    builder.setupCOLR({"sign1F600": [("sign1F600", outline["SolidFill"])]}, version=0)
    builder.setupCPAL([[(0.0, 0.0, 0.0, 1.0)]])
    builder.save(folder / "TestEmoji.ttf")

    assert NOTE in words(tmp_path, printed("\U0001f600"))


def test_a_font_without_an_os2_table_can_be_used(folder: Path, tmp_path: Path) -> None:
    builder = made_font("Test Han", CHINESE)
    del builder.font["OS/2"]
    builder.save(folder / "TestHan.ttf")

    assert "takes" in words(tmp_path, printed(f"takes {CHINESE}"))
    assert len(usable_faces(folder / "TestHan.ttf")) == 1


def test_a_font_that_the_engine_cannot_read_is_not_counted_on(folder: Path, tmp_path: Path) -> None:
    save_font(folder, "Test Han", CHINESE)
    with TTFont(folder / "TestHan-Regular.ttf") as font:
        font.recalcBBoxes = False
        del font["hmtx"], font["hhea"]
        font.save(folder / "without.ttf")
    (folder / "TestHan-Regular.ttf").unlink()

    assert NOTE in words(tmp_path, printed(CHINESE))


def test_a_font_that_promises_what_it_does_not_print_costs_no_page(
    folder: Path, tmp_path: Path
) -> None:
    """It has the sign, and puts the empty box in its place when the page is set."""
    builder = made_font("Test Han", CHINESE)
    rule = "feature ccmp { sub sign05E03 by .notdef; } ccmp;"
    addOpenTypeFeaturesFromString(builder.font, f"languagesystem DFLT dflt; {rule}")
    builder.save(folder / "TestHan.ttf")
    said = words(tmp_path, printed(f"takes {CHINESE}"))

    assert "takes \ufffd\ufffd\ufffd" in said
    assert NOTE in said


def test_without_room_for_temporary_files_the_page_is_made_in_the_shipped_fonts(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_font(folder, "Test Han", CHINESE)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    made = printed(f"takes {CHINESE}")

    assert NOTE in words(tmp_path, made)
    assert sheet(made, 0, 30).startswith(b"\x89PNG")


def test_a_page_that_cannot_be_made_for_another_reason_fails_loudly() -> None:
    with pytest.raises(typst.TypstError, match="pain_trend"):
        compile_pdf(page(episode(3)), {})


def test_a_font_that_promises_every_sign_and_prints_a_box_is_not_used(
    folder: Path, tmp_path: Path
) -> None:
    save_font(folder, "LastResort", CHINESE)

    assert NOTE in words(tmp_path, printed(CHINESE))


def test_a_font_named_as_a_shipped_one_does_not_veil_it(folder: Path, tmp_path: Path) -> None:
    save_font(folder, "Noto Sans", f"{CHINESE}abcdefghijklmnopqrstuvwxyz")
    made = printed(f"takes {CHINESE}")

    assert NOTE in words(tmp_path, made)
    assert all("NotoSans" in line for line in fonts_in(tmp_path, made))


@pytest.mark.parametrize(
    ("text", "family"), [("芬", "Han SC"), ("芬イ", "Han JP"), ("芬이", "Han KR")]
)
def test_chinese_characters_take_the_forms_of_the_script_beside_them(
    folder: Path, tmp_path: Path, text: str, family: str
) -> None:
    save_collection(folder / "han.ttc", ("Han JP", "Han KR", "Han SC"), "芬イ이")
    used = [line for line in fonts_in(tmp_path, printed(text)) if "NotoSans" not in line]

    assert [family.replace(" ", "") in line for line in used] == [True]


def test_what_is_bold_is_bold_in_a_font_of_the_machine_too(folder: Path, tmp_path: Path) -> None:
    save_font(folder, "Test Han", CHINESE)
    made_font("Test Han", CHINESE, style="Bold").save(folder / "TestHan-Bold.ttf")
    plain = use(3, of=(pills := treatment(CHINESE)), side_effect=CHINESE)
    made = compile_pdf(page(pills, plain), CHARTS)
    used = [line.split()[0][7:] for line in fonts_in(tmp_path, made) if "TestHan" in line]

    assert sorted(used) == ["TestHan-Bold", "TestHan-Regular"]


def test_ordinary_fonts_come_before_special_ones(folder: Path) -> None:
    for name in ("Aa Bold", "Bb Mono", "Cc[wght]", "Dd", "Ee Sans", "Ff Sans SC"):
        made_font(name, CHINESE).save(folder / f"{name}.ttf")

    def order(characters: str) -> list[str]:
        left = frozenset(characters)
        found: list[str] = []
        while faces := faces_for(left, (folder,)):
            found.append(faces[0].family)
            faces[0].path.unlink()
            faces_for.cache_clear()
        return found

    assert order(CHINESE) == ["Ff Sans SC", "Ee Sans", "Dd", "Aa Bold", "Bb Mono", "Cc[wght]"]


def test_text_from_right_to_left_reads_so_beside_text_from_left_to_right(tmp_path: Path) -> None:
    made = printed("Before אקמול פעמיים after")
    boxes = tool(tmp_path, made, "pdftotext", "-bbox", "{}", "-")
    found = re.findall(r'xMin="([\d.]+)".*>([^<]*)</word>', boxes)
    at = {word.strip("\u2068\u2069"): float(x) for x, word in found}
    # poppler tells the letters of a word here as they stand, the last one first
    first, second = "אקמול"[::-1], "פעמיים"[::-1]

    assert at["Before"] < at[second] < at[first] < at["after"]


def test_text_from_right_to_left_is_copied_in_the_order_in_which_it_is_spoken(
    tmp_path: Path,
) -> None:
    said = tool(tmp_path, printed("Before אקמול פעמיים after"), "pdftotext", "{}", "-")

    assert "אקמול פעמיים" in said


@pytest.mark.parametrize(
    "word", ["Ibuprofène", "Ελλάδα", "Ибупрофен", "إيبوبروفين", "אקמול", "आइबुप्रोफेन"]
)
def test_letters_of_each_script_are_the_ones_that_were_typed(tmp_path: Path, word: str) -> None:
    made = printed(f"takes {word} daily")
    said = tool(tmp_path, made, "pdftotext", "{}", "-").replace("\u2069", "")

    assert word in said.replace(" ", "")
    assert "\ufffd" not in said


def fonts_without(tmp_path: Path, *patterns: str) -> Path:
    """The shipped fonts but for some."""
    left = tmp_path / "left"
    shutil.copytree(glyphs.font_folder(), left)
    for pattern in patterns:
        for file in left.glob(pattern):
            file.unlink()
    return left


def ship(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have the program find its fonts in this folder."""
    for module in ("glyphs", "pdf"):
        monkeypatch.setattr(f"spasmlog.report.{module}.font_folder", lambda: folder)


@pytest.mark.parametrize("pattern", ["*", "NotoSans-*"])
def test_missing_letters_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    ship(monkeypatch, fonts_without(tmp_path, pattern))
    with pytest.raises(Refusal, match="A font that the pages are printed in is missing") as refused:
        printed("x")

    assert refused.value.next_step == "Install SpasmLog again."


def test_damaged_letters_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = fonts_without(tmp_path)
    for file in left.glob("NotoSans-*"):
        file.write_bytes(file.read_bytes()[:1000])
    ship(monkeypatch, left)
    with pytest.raises(Refusal, match="missing or damaged"):
        printed("x")


def test_a_missing_weight_is_replaced_by_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, fonts_without(tmp_path, "NotoSans-Bold*"))

    assert "No day with an entry" in words(tmp_path, printed("x"))


def test_the_letters_of_a_missing_script_become_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, fonts_without(tmp_path, "NotoSansArabic*"))
    said = words(tmp_path, printed("takes إيب twice"))

    assert "takes ��� twice" in said
    assert NOTE in said


def test_the_letters_of_a_missing_script_come_from_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    ship(monkeypatch, fonts_without(tmp_path, "NotoSansHebrew*"))
    save_font(folder, "Test Hebrew", "אקמול")

    assert "\ufffd" not in words(tmp_path, printed("takes אקמול twice"))


def test_the_fonts_that_are_named_are_the_fonts_that_are_shipped() -> None:
    files = glyphs.font_folder().glob("*.ttf")

    assert {name.replace(" ", "") for name in glyphs.FAMILIES} == {
        each.name.split("-")[0] for each in files
    }
    assert [family.name for family in glyphs.bundled()] == list(glyphs.FAMILIES)


@pytest.mark.parametrize("font", sorted(glyphs.font_folder().glob("*.ttf")), ids=lambda f: f.name)
def test_a_shipped_font_may_be_embedded_and_is_made_of_outlines(font: Path) -> None:
    with TTFont(font) as opened:
        assert opened["OS/2"].fsType == 0
    assert len(usable_faces(font)) == 1
