"""The emergency page on paper: one page, black on white, whatever it has to say."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign
from spasmlog.ui.emergency_page import EmergencyPage
from spasmlog.ui.emergency_printing import AskForPrinter, print_sheet
from spasmlog.ui.look import Look
from spasmlog.views.emergency import EmergencyView, emergency_view
from spasmlog.views.emergency_sheet import sheet
from tests.build import answer, diary, moment, profile, treatment

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

NOW = moment(clock="10:00")
MANY = tuple(treatment(f"Medicine with a long name {n}", regular=True) for n in range(9))


def to_file(path: Path) -> AskForPrinter:
    """As if "Print to file" had been chosen in the dialog."""

    def ask(printer: QPrinter, _parent: QWidget) -> bool:
        printer.setOutputFormat(printer.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    return ask


def ticked(country: str = "IE", *signs: Sign, allergies: str = "penicillin") -> EmergencyView:
    lived = diary(*(answer(0, sign) for sign in signs), profile(allergies=allergies), *MANY)
    return emergency_view(country, "", lived, NOW)


VIEWS = {
    "one yes": ticked("IE", Sign.BOTH_LEGS),
    "every yes, on Letter": ticked("US", *EMERGENCY_SIGNS),
    "nothing ticked": ticked("IE"),
    "no journal": emergency_view("IE", ""),
    "very long allergies": ticked("IE", Sign.BOTH_LEGS, allergies="grass and pollen, " * 60),
}


@pytest.mark.parametrize("said", VIEWS)
def test_all_of_it_is_one_page_in_grey_on_white(
    said: str, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    Look("dark", 2.0).apply(qapp)  # the look of the screen changes nothing on paper
    parent = QWidget()
    qtbot.addWidget(parent)
    made = sheet(VIEWS[said])

    assert print_sheet(made, parent, to_file(tmp_path / "sheet.pdf"))

    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        assert len(pdf.pages) == 1
        wide = round(float(pdf.pages[0].mediabox[2]))
    assert wide == (612 if made.letter else 595)
    image = drawn(tmp_path / "sheet.pdf")
    pixels = image.tobytes()
    assert all(abs(pixels[at] - pixels[at + 2]) <= 2 for at in range(0, len(pixels), 3))
    assert (min(pixels) < 60, max(pixels)) == (True, 255)
    assert set(pixels[: 3 * image.width]) == {255}


def drawn(pdf: Path) -> Image.Image:
    target = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "60", "-png", "-singlefile", pdf, target], check=True)
    return Image.open(target.with_suffix(".png")).convert("RGB")


def words_of(pdf: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(told.stdout.split())


def test_the_words_on_paper_are_those_of_the_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    Look().apply(qapp)
    page = EmergencyPage(Look(), ask=to_file(tmp_path / "sheet.pdf"))
    qtbot.addWidget(page)
    page.show_help(ticked("IE", Sign.SADDLE_NUMBNESS, allergies="<b>nuts</b> & eggs"))
    page.show()
    page.printing.click()

    told = words_of(tmp_path / "sheet.pdf")
    assert page.isVisible()
    assert not page.ways.not_printed.isVisible()
    for piece in ("112", "numb", "Do not drive yourself.", "Medicine with a long name 3"):
        assert piece in told
    assert "Allergies: <b>nuts</b> & eggs" in told


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt's own word of the same failure
def test_what_cannot_be_printed_is_said_in_a_sentence_and_the_page_stays(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    Look().apply(qapp)
    page = EmergencyPage(Look(), ask=to_file(tmp_path / "no such folder" / "sheet.pdf"))
    qtbot.addWidget(page)
    page.show_help(ticked("IE", Sign.BOTH_LEGS))
    page.show()
    page.printing.click()

    assert page.isVisible()
    assert page.ways.not_printed.isVisible()
    assert page.ways.not_printed.text().startswith("It could not be printed.")
    assert page.been_seen.isVisible()


def test_a_dialog_that_is_left_prints_nothing_and_complains_of_nothing(
    qtbot: QtBot, qapp: QApplication
) -> None:
    Look().apply(qapp)
    page = EmergencyPage(Look(), ask=lambda _printer, _parent: False)
    qtbot.addWidget(page)
    page.show_help(ticked("IE", Sign.BOTH_LEGS))
    page.show()
    page.printing.click()

    assert not page.ways.not_printed.isVisible()
    assert page.words.isVisible()
