"""The doctor's pages on paper: all of them or some, in true size, and stopped on demand."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.report.sections import Section
from spasmlog.ui.look import Look
from spasmlog.ui.remembered import Remembered
from spasmlog.ui.report_page import ReportPage
from spasmlog.ui.tasks import Tasks
from spasmlog.views.report import report_view
from tests.build import check_in, diary, episode, moment

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

NOW = moment(clock="10:00")
LIVED = diary(episode(3, hours=2), check_in(3))
LONG_ENOUGH_MS = 60_000
A4, LETTER = (595, 842), (612, 792)


class Dialog:
    """Stands where the system asks for a printer: prints into a file."""

    def __init__(self, file: Path) -> None:
        self.file, self.taken = file, True
        self.pages = (0, 0)
        self.asked = 0

    def ask(self, printer: QPrinter, _parent: QWidget) -> bool:
        self.asked += 1
        printer.setOutputFormat(printer.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        printer.setResolution(150)  # a tenth of the time and of the memory
        printer.setFromTo(*self.pages)
        return self.taken


@pytest.fixture
def dialog(tmp_path: Path) -> Dialog:
    return Dialog(tmp_path / "printed.pdf")


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def page(
    qtbot: QtBot, qapp: QApplication, tasks: Tasks, dialog: Dialog, tmp_path: Path
) -> ReportPage:
    look = Look()
    look.apply(qapp)
    remembered = Remembered(tmp_path / "state")
    page = ReportPage(look, tasks, remembered, tmp_path / "config", ask_printer=dialog.ask)
    page.options.sections.ticks[Section.SPASMS].setChecked(True)  # a page of its own
    qtbot.addWidget(page)
    page.resize(1048, 700)
    page.show()
    return page


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def printed(page: ReportPage, qtbot: QtBot, tasks: Tasks) -> None:
    click(page.foot.print)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=LONG_ENOUGH_MS)


def sizes(file: Path) -> list[tuple[int, int]]:
    with pikepdf.open(file) as opened:
        boxes = [[float(each) for each in page.mediabox] for page in opened.pages]
    return [(round(box[2]), round(box[3])) for box in boxes]


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_every_page_is_printed_on_its_paper(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog, paper: str, size: tuple[int, int]
) -> None:
    page.options.paper.set_value(paper)
    page.show_view(report_view(LIVED, NOW))
    printed(page, qtbot, tasks)

    assert page.pages.made is not None
    count = len(page.pages.made.sizes)
    assert count > 1
    assert sizes(dialog.file) == [size] * count
    assert page.foot.told.text() == f"{count} pages sent to the printer"
    assert not page.foot.stop.isVisible()


def test_all_pages_into_a_file_are_the_pages_themselves(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog
) -> None:
    page.show_view(report_view(LIVED, NOW))
    printed(page, qtbot, tasks)

    assert page.pages.made is not None
    assert dialog.file.read_bytes() == page.pages.made.pdf


def test_it_stands_on_paper_where_it_stands_in_the_file(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog, tmp_path: Path
) -> None:
    dialog.pages = (1, 1)
    page.show_view(report_view(LIVED, NOW))
    printed(page, qtbot, tasks)
    assert page.pages.made is not None
    (tmp_path / "saved.pdf").write_bytes(page.pages.made.pdf)

    paper, saved = (drawn(tmp_path / name) for name in ("printed.pdf", "saved.pdf"))
    assert paper.getbbox() is not None
    apart = [abs(a - b) for a, b in zip(ink(paper), ink(saved), strict=True)]
    assert max(apart) <= 2, "half a millimetre"
    assert ImageStat.Stat(paper).mean[0] == pytest.approx(ImageStat.Stat(saved).mean[0], abs=3)


def drawn(file: Path) -> Image.Image:
    """The first page at 72 pixels an inch, dark on bright."""
    out = file.with_suffix("")
    command = ["pdftoppm", "-r", "72", "-gray", "-singlefile", "-png", str(file), str(out)]
    subprocess.run(command, check=True)
    return Image.open(out.with_suffix(".png"))


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The edges of all that is printed."""
    box = picture.point(lambda grey: 255 if grey < 160 else 0).getbbox()
    assert box is not None
    return box


def test_only_the_pages_that_were_named_are_printed(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog
) -> None:
    dialog.pages = (2, 2)
    page.show_view(report_view(LIVED, NOW))
    printed(page, qtbot, tasks)

    assert len(sizes(dialog.file)) == 1
    assert page.foot.told.text() == "1 page sent to the printer"


def test_a_page_that_there_is_not_is_refused_with_try_again(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog
) -> None:
    dialog.pages = (70, 71)
    page.show_view(report_view(LIVED, NOW))
    printed(page, qtbot, tasks)
    assert page.foot.refused.text() == "There is no page of that number."

    dialog.pages = (1, 1)
    click(page.foot.again)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=LONG_ENOUGH_MS)
    assert len(sizes(dialog.file)) == 1
    assert not page.foot.refused.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin")  # it is told to the person instead
def test_a_printer_that_does_not_take_it_is_told(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog
) -> None:
    dialog.file = dialog.file.parent / "nowhere" / "printed.pdf"
    dialog.pages = (1, 1)
    page.show_view(report_view(LIVED, NOW))
    printed(page, qtbot, tasks)

    assert page.foot.refused.text().startswith("The printer did not take the pages.")


def test_leaving_the_dialog_prints_nothing(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog
) -> None:
    dialog.taken = False
    page.show_view(report_view(LIVED, NOW))
    printed(page, qtbot, tasks)

    assert not dialog.file.exists()
    assert not page.foot.told.isVisible()


def test_printing_can_be_stopped(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, dialog: Dialog
) -> None:
    page.show_view(report_view(LIVED, NOW))
    click(page.foot.print)
    assert page.foot.stop.isVisible()
    page.print_pages()
    assert dialog.asked == 1, "one print at a time"
    click(page.foot.stop)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=LONG_ENOUGH_MS)

    assert page.foot.told.text() == "Printing was stopped."
    assert not page.foot.stop.isVisible()


def test_days_that_cannot_be_are_not_printed(page: ReportPage, dialog: Dialog) -> None:
    page.show_view(report_view(LIVED, NOW))
    page.options.days.first.setText("some day")
    click(page.foot.print)

    assert dialog.asked == 0
    assert page.options.days.problem.isVisible()
