"""The copy behind a passphrase: read by nobody without it, and by everybody with it."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from spasmlog.errors import InvalidEntry
from spasmlog.report.locking import doubt_about, locked, page_sizes
from spasmlog.report.pdf import compile_pdf
from tests.report.making import CHART, page, pdf, tool

SECRET = "vier Wörter, 一つ und mehr"
CHARTS = {"pain_trend": CHART}


@pytest.fixture(scope="module")
def made() -> bytes:
    return compile_pdf(page(), CHARTS, SECRET)


def test_it_opens_with_the_passphrase_and_not_without(made: bytes) -> None:
    for wrong in ("", "vier Worter, 一つ und mehr", SECRET.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(made), password=wrong)

    with pikepdf.open(io.BytesIO(made), password=SECRET) as file:
        assert len(file.pages) == 1


def test_programs_that_are_not_ours_open_it_too(made: bytes, tmp_path: Path) -> None:
    said = tool(tmp_path, made, "pdftotext", "-upw", SECRET, "{}", "-")
    told = tool(tmp_path, made, "pdfinfo", "-upw", SECRET, "{}")
    checked = tool(tmp_path, made, "qpdf", "--check", f"--password={SECRET}", "{}")

    assert "Back spasm summary" in said
    assert "algorithm:AES-256" in told
    assert "Tagged:          yes" in told
    assert "stream encryption method: AESv3" in checked
    assert "No syntax or stream encoding errors" in checked


def test_programs_that_are_not_ours_are_refused_without_it(made: bytes, tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        tool(tmp_path, made, "pdftotext", "{}", "-")

    assert "Incorrect password" in refused.value.stderr


def test_nothing_of_it_can_be_read_in_the_file(made: bytes) -> None:
    """Neither the title nor what else is told about it: those are encrypted like the pages."""
    for word in ("spasm", "pdfuaid", "2026"):
        assert word.encode() not in made
        assert word.encode("utf-16-be") not in made
    assert b"/EncryptMetadata false" not in made


def how(made: bytes) -> dict[str, Any]:
    with pikepdf.open(io.BytesIO(made), password=SECRET) as file:
        with file.open_metadata() as told:
            claims = {key: told.get(key) for key in ("pdfuaid:part", "pdfaid:part")}
        return claims | {
            "allow": file.allow,
            "tagged": bool(file.Root.MarkInfo.Marked),
            "lang": str(file.Root.Lang),
        }


def test_it_claims_to_be_accessible_and_no_archive(made: bytes) -> None:
    found = how(made)

    assert found["pdfuaid:part"] == "1"
    assert found["pdfaid:part"] is None
    assert (found["tagged"], found["lang"]) == (True, "en")


def test_it_may_be_read_aloud_copied_and_printed(made: bytes) -> None:
    allowed = how(made)["allow"]

    assert allowed.accessibility
    assert allowed.extract
    assert allowed.print_highres


def test_the_pages_are_those_of_the_open_copy(made: bytes, tmp_path: Path) -> None:
    open_words = tool(tmp_path, pdf(), "pdftotext", "{}", "-")

    assert tool(tmp_path, made, "pdftotext", "-upw", SECRET, "{}", "-") == open_words


def test_letters_made_of_two_parts_are_one_passphrase_however_they_are_typed() -> None:
    made = locked(pdf(), "vier Wo\u0308rter zusammen")

    with pikepdf.open(io.BytesIO(made), password="vier W\u00f6rter zusammen") as file:
        assert len(file.pages) == 1


def test_a_passphrase_as_long_as_can_be_opens_it() -> None:
    made = locked(pdf(), "ä" * 63 + "b")

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(made), password="ä" * 63 + "c")
    with pikepdf.open(io.BytesIO(made), password="ä" * 63 + "b") as file:
        assert len(file.pages) == 1


REFUSED = {
    " \t ": "Without a passphrase anyone who has the file can read it.",
    "four unrelated\nwords": "The passphrase holds a sign that cannot be typed everywhere.",
    "four unrelated \ud800": "The passphrase holds a sign that cannot be typed everywhere.",
    "unrelated words²": "The passphrase holds a sign that other programs may read differently.",
    "ä" * 64: "The passphrase is longer than other programs can read.",
}


@pytest.mark.parametrize(("passphrase", "said"), list(REFUSED.items()))
def test_a_passphrase_that_programs_would_not_read_alike_is_refused(
    passphrase: str, said: str
) -> None:
    with pytest.raises(InvalidEntry) as refused:
        compile_pdf(page(), CHARTS, passphrase)

    assert refused.value.sentence == said == doubt_about(passphrase)
    assert refused.value.next_step == "Choose another passphrase."


@pytest.mark.parametrize(
    ("passphrase", "weak"),
    [
        ("short", True),
        ("eleven char", True),
        ("aaaaaaaaaaaaaaaa", True),
        ("twelve chars", False),
        (SECRET, False),
    ],
)
def test_a_weak_passphrase_is_told_and_still_taken(passphrase: str, weak: bool) -> None:
    guessed = "This passphrase can be guessed in a short time. Four unrelated words are harder."

    assert doubt_about(passphrase) == (guessed if weak else "")
    assert locked(pdf(), passphrase).startswith(b"%PDF")


def test_no_passphrase_is_told_plainly() -> None:
    assert doubt_about("") == "Without a passphrase anyone who has the file can read it."


def test_the_sizes_of_the_pages_are_those_of_the_paper() -> None:
    ((width, height),) = page_sizes(pdf())

    assert (round(width, 1), round(height, 1)) == (595.3, 841.9)
