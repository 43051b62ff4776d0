"""The Report page under keys and clicks, with real pages and real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Diary
from spasmlog.errors import NotSaved
from spasmlog.ui.look import Look
from spasmlog.ui.remembered import Remembered
from spasmlog.ui.report_page import ReportPage
from spasmlog.ui.tasks import Tasks
from spasmlog.views.report import ReportView, report_view
from tests.build import TODAY, check_in, day, diary, episode, moment, visit
from tests.ui.kit.seen import focusable, name_of

NOW = moment(clock="10:00")
LIVED = diary(episode(3, hours=2), check_in(3), visit(40))
LONG_ENOUGH_MS = 60_000


class Asked:
    """Stands where the person chooses a name; notes what was suggested."""

    def __init__(self) -> None:
        self.answer = ""
        self.suggested: list[str] = []
        self.opened: list[Path] = []
        self.opens = True

    def name(self, _parent: QWidget, suggested: str) -> str:
        self.suggested.append(suggested)
        return self.answer

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.opens


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def look(qapp: QApplication) -> Look:
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


Maker = Callable[[], ReportPage]


@pytest.fixture
def made(qtbot: QtBot, look: Look, tasks: Tasks, asked: Asked, tmp_path: Path) -> Maker:
    def make() -> ReportPage:
        remembered = Remembered(tmp_path / "state")
        page = ReportPage(look, tasks, remembered, ask=asked.name, open_file=asked.open)
        qtbot.addWidget(page)
        page.resize(1048, 700)
        page.show()
        return page

    return make


@pytest.fixture
def page(made: Maker) -> ReportPage:
    return made()


def view() -> ReportView:
    return report_view(LIVED, NOW)


def unread() -> ReportView:
    """A diary of which no pages are made yet: quick."""
    return report_view(Diary.of(TODAY, (), (), full_from=day(10)), NOW)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def idle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.busy, timeout=LONG_ENOUGH_MS)


def chip(page: ReportPage, text: str) -> QAbstractButton:
    chips = page.options.chips.findChildren(QAbstractButton)
    return next(each for each in chips if each.text() == text)


def type_into(page: ReportPage, first: str) -> None:
    page.options.first.setFocus()
    page.options.first.selectAll()
    QTest.keyClicks(page.options.first, first)
    QTest.keyClick(page.options.first, Qt.Key.Key_Return)


def test_the_pages_are_made_and_shown_with_all_their_words(
    page: ReportPage, qtbot: QtBot, tasks: Tasks
) -> None:
    page.show_view(view())
    assert page.preview.said.text() == "Making the pages"

    idle(qtbot, tasks)

    assert page.preview.said.text() == "1 page"
    sheet = page.preview.sheets[0]
    assert sheet.accessibleName() == "Page 1 of 1"
    assert sheet.width() < page.preview.area.width()
    assert "Back spasm summary" in page.preview.area.accessibleDescription()

    page.show_view(report_view(LIVED, moment(clock="10:30")))
    assert not tasks.busy, "the minute alone makes no new pages"


def test_a_nearer_page_is_larger_and_drawn_as_sharp(
    page: ReportPage, qtbot: QtBot, tasks: Tasks
) -> None:
    page.show_view(view())
    idle(qtbot, tasks)
    before, zoom = page.preview.sheets[0].width(), page.preview.zoom

    click(page.preview.nearer)
    idle(qtbot, tasks)
    sheet = page.preview.sheets[0]
    assert page.preview.zoom > zoom
    assert sheet.width() > before
    assert abs(sheet.grab().width() - page.preview.sheets[0].width()) <= 1

    click(page.preview.farther)
    assert page.preview.zoom <= zoom + 0.2
    click(page.preview.whole)
    assert page.preview.zoom == pytest.approx(zoom, abs=0.01)


def test_a_pdf_is_saved_under_the_suggested_name_and_can_be_opened(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, asked: Asked, tmp_path: Path
) -> None:
    target = tmp_path / "mine.pdf"
    asked.answer = str(target)
    page.show_view(view())
    assert not page.open.isVisible()

    page.save_pdf()
    assert not page.save.isEnabled()
    idle(qtbot, tasks)

    assert target.read_bytes().startswith(b"%PDF-")
    assert Path(asked.suggested[0]).name == "Back spasm summary 2026-07-01.pdf"
    assert page.told.text() == f"Saved as {target}"
    click(page.open)
    assert asked.opened == [target]
    asked.opens = False
    click(page.open)
    assert page.told.text().startswith("No program opened")

    asked.answer = ""
    page.save_pdf()
    assert Path(asked.suggested[1]).parent == tmp_path
    assert not tasks.busy


def test_a_refusal_of_saving_is_one_sentence_with_try_again(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, asked: Asked, tmp_path: Path
) -> None:
    asked.answer = str(tmp_path / "nowhere" / "mine.pdf")
    page.show_view(view())

    click(page.save)
    idle(qtbot, tasks)

    assert page.refused.text().startswith("There is no folder")
    assert page.save.isEnabled()
    assert not page.told.isVisible()

    asked.answer = str(tmp_path / "mine.pdf")
    click(page.again)
    idle(qtbot, tasks)
    assert (tmp_path / "mine.pdf").exists()
    assert not page.refused.isVisible()
    assert not page.again.isVisible()


def test_pages_that_cannot_be_made_lose_no_choice_and_can_be_made_again(
    page: ReportPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tasks: Tasks
) -> None:
    import spasmlog.report

    def refuse(*_all: object) -> object:
        raise NotSaved("The disk is full.", "Free some space.")

    page.options.name.set_value("full")
    with monkeypatch.context() as broken:
        broken.setattr(spasmlog.report, "prepared", refuse)
        page.show_view(view())
        idle(qtbot, tasks)

    assert page.unmade.text() == "The disk is full. Free some space."
    assert page.preview.said.text() == "The pages could not be made."
    assert page.options.name.value() == "full"

    click(page.remake)
    idle(qtbot, tasks)
    assert page.preview.said.text() == "1 page"
    assert not page.unmade.isVisible()


def test_days_that_cannot_be_are_told_beside_the_fields_and_kept(
    page: ReportPage, tasks: Tasks, asked: Asked
) -> None:
    page.show_view(unread())

    type_into(page, "some day")

    assert page.options.problem.isVisible()
    assert page.options.problem.text().startswith("From: That is not a date.")
    page.show_view(unread())
    assert page.options.first.text() == "some day"
    page.save_pdf()
    assert asked.suggested == []

    click(chip(page, "90 days"))
    assert page.options.first.text() == "3 Apr 2026"
    assert not page.options.problem.isVisible()


def test_typed_days_stay_when_the_diary_moves(page: ReportPage) -> None:
    page.show_view(unread())

    type_into(page, "1 May 2026")
    page.show_view(unread())

    assert page.options.first.text() == "1 May 2026"
    assert page.options.chips.value() is None


def test_while_the_journal_is_being_read_nothing_is_made(page: ReportPage, tasks: Tasks) -> None:
    page.show_view(unread())

    assert page.preview.said.text() == "The journal is still being read"
    assert not tasks.busy


def test_the_last_choices_are_remembered(page: ReportPage, made: Maker) -> None:
    page.show_view(unread())
    click(chip(page, "1 year"))
    for row, at in ((page.options.name, 0), (page.options.paper, 1)):
        click(row.findChildren(QAbstractButton)[at])

    again = made()
    again.show_view(unread())

    assert again.options.name.value() == "full"
    assert again.options.paper.value() == "letter"
    assert again.options.chips.value() == "year"


def test_a_chip_pressed_again_stays_chosen(page: ReportPage) -> None:
    page.show_view(unread())

    click(chip(page, "1 year"))
    click(chip(page, "1 year"))

    assert page.options.chips.value() == "year"


@pytest.mark.parametrize("kept", [{"name": 3, "paper": "skin", "span": []}, {}])
def test_nonsense_that_was_remembered_is_forgotten(
    made: Maker, tmp_path: Path, kept: dict[str, object]
) -> None:
    Remembered(tmp_path / "state").keep("report", kept)

    page = made()
    page.show_view(unread())

    assert page.options.name.value() == "initials"
    assert page.options.paper.value() == "a4"
    assert page.options.chips.value() == "days"


def test_where_it_is_narrow_the_options_stand_below(page: ReportPage, qapp: QApplication) -> None:
    page.show_view(unread())

    page.resize(600, 900)
    qapp.processEvents()

    assert page.options.mapTo(page, page.options.rect().topLeft()).y() > page.preview.height()


def test_every_control_has_a_name(page: ReportPage) -> None:
    page.show_view(unread())

    controls = focusable(page)

    assert len(controls) > 8
    assert [each for each in controls if not name_of(each)] == []
