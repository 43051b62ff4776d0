"""The Report page under keys and clicks, with real pages and real files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Diary
from spasmlog.errors import NotSaved
from spasmlog.report.sections import Section
from spasmlog.ui.laid_out import lay_out
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.remembered import Remembered
from spasmlog.ui.report_page import ReportPage
from spasmlog.ui.tasks import Tasks
from spasmlog.views.report import ReportView, report_view
from tests.build import TODAY, check_in, day, diary, episode, moment, visit
from tests.ui.kit.seen import focusable, name_of, turn_wheel

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
        folder = tmp_path / "config"
        page = ReportPage(look, tasks, remembered, folder, ask=asked.name, open_file=asked.open)
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


def idle(page: ReportPage, qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: page.complete and not tasks.busy, timeout=LONG_ENOUGH_MS)


def drawn(page: ReportPage, qtbot: QtBot, tasks: Tasks) -> None:
    """Wait until every page that is seen is as sharp as it can be."""
    qtbot.waitUntil(
        lambda: page.complete and not tasks.busy and not page.preview.lacking(),
        timeout=LONG_ENOUGH_MS,
    )


def chip(page: ReportPage, text: str) -> QAbstractButton:
    chips = page.options.days.chips.findChildren(QAbstractButton)
    return next(each for each in chips if each.text() == text)


def type_into(page: ReportPage, first: str) -> None:
    page.options.days.first.setFocus()
    page.options.days.first.selectAll()
    QTest.keyClicks(page.options.days.first, first)
    QTest.keyClick(page.options.days.first, Qt.Key.Key_Return)


def test_the_pages_are_made_and_shown_with_all_their_words(
    page: ReportPage, qtbot: QtBot, tasks: Tasks
) -> None:
    page.show_view(view())
    assert page.preview.said.text() == "Making the pages"

    idle(page, qtbot, tasks)

    count = page.preview.said.text().split()[0]
    sheet = page.preview.sheets[0]
    assert sheet.accessibleName() == f"Page 1 of {count}"
    assert not sheet.is_blank
    assert sheet.width() < page.preview.area.width()
    assert "Back spasm summary" in page.preview.area.accessibleDescription()

    drawn(page, qtbot, tasks)
    page.show_view(report_view(LIVED, moment(clock="10:30")))
    assert not tasks.busy, "the minute alone makes no new pages"


def test_a_nearer_page_is_larger_and_drawn_as_sharp(
    page: ReportPage, qtbot: QtBot, tasks: Tasks
) -> None:
    page.show_view(view())
    idle(page, qtbot, tasks)
    before, zoom = page.preview.sheets[0].width(), page.preview.zoom

    click(page.preview.nearer)
    drawn(page, qtbot, tasks)
    sheet = page.preview.sheets[0]
    assert page.preview.zoom > zoom
    assert sheet.width() > before
    assert sheet.ppi == page.preview.ppi

    QTest.keyClick(page.preview.area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.zoom <= zoom + 0.2
    QTest.keyClick(page.preview.area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.zoom > zoom
    QTest.keyClick(page.preview.area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.zoom == pytest.approx(zoom, abs=0.01)
    idle(page, qtbot, tasks)


def test_a_pdf_is_saved_under_the_suggested_name_and_can_be_opened(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, asked: Asked, tmp_path: Path
) -> None:
    target = tmp_path / "mine.pdf"
    asked.answer = str(target)
    page.show_view(view())
    assert not page.foot.open.isVisible()

    page.foot.save.setFocus()
    click(page.foot.save)
    page.save_pdf()
    assert len(asked.suggested) == 1, "one file at a time"
    assert page.foot.save.hasFocus(), "Enter pressed again must not land on another button"
    idle(page, qtbot, tasks)

    assert target.read_bytes().startswith(b"%PDF-")
    assert Path(asked.suggested[0]).name == "Back spasm summary 2026-07-01.pdf"
    assert page.foot.told.text().replace("\u200b", "") == f"Saved as {target}"
    click(page.foot.open)
    assert asked.opened == [target]
    asked.opens = False
    click(page.foot.open)
    assert page.foot.told.text().startswith("No program opened")

    asked.answer = ""
    page.save_pdf()
    assert Path(asked.suggested[1]).parent == tmp_path
    assert not tasks.busy


def test_a_refusal_of_saving_is_one_sentence_with_try_again(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, asked: Asked, tmp_path: Path
) -> None:
    asked.answer = str(tmp_path / "nowhere" / "mine.pdf")
    page.show_view(view())

    click(page.foot.save)
    idle(page, qtbot, tasks)

    assert page.foot.refused.text().startswith("There is no folder")
    assert not page.foot.told.isVisible()

    asked.answer = str(tmp_path / "mine.pdf")
    click(page.foot.again)
    idle(page, qtbot, tasks)
    assert (tmp_path / "mine.pdf").exists()
    assert not page.foot.refused.isVisible()
    assert not page.foot.again.isVisible()


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
        idle(page, qtbot, tasks)

    assert page.foot.unmade.text() == "The disk is full. Free some space."
    assert page.preview.said.text() == "The pages could not be made."
    assert page.options.name.value() == "full"

    click(page.foot.remake)
    idle(page, qtbot, tasks)
    assert not page.preview.sheets[0].is_blank
    assert not page.foot.unmade.isVisible()


def test_a_fault_of_our_own_is_not_tried_again_and_again_and_loses_nothing(
    page: ReportPage,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    tasks: Tasks,
    asked: Asked,
    tmp_path: Path,
) -> None:
    import spasmlog.report

    faults: list[object] = []

    def fall(*_all: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "excepthook", lambda *fault: faults.append(fault[0]))
    with monkeypatch.context() as broken:
        broken.setattr(spasmlog.report, "prepared", fall)
        page.show_view(view())
        idle(page, qtbot, tasks)
        assert faults == [ZeroDivisionError]
        assert page.preview.said.text() == "The pages could not be made."
        assert page.foot.unmade.text() == "Nothing that was chosen is lost."
        asked.answer = str(tmp_path / "mine.pdf")
        page.save_pdf()
        idle(page, qtbot, tasks)
        assert faults == [ZeroDivisionError] * 2
        assert not page.foot.told.isVisible()

    click(page.foot.remake)
    idle(page, qtbot, tasks)
    assert not page.preview.sheets[0].is_blank
    assert not page.foot.unmade.isVisible()


def test_days_that_cannot_be_are_told_beside_the_fields_and_kept(
    page: ReportPage, tasks: Tasks, asked: Asked
) -> None:
    page.show_view(unread())

    type_into(page, "some day")

    assert page.options.days.problem.isVisible()
    assert page.options.days.problem.text().startswith("From: That is not a date.")
    page.show_view(unread())
    assert page.options.days.first.text() == "some day"
    page.save_pdf()
    assert asked.suggested == []

    click(chip(page, "90 days"))
    assert page.options.days.first.text() == "3 Apr 2026"
    assert not page.options.days.problem.isVisible()


def test_while_days_cannot_be_the_pages_from_before_are_called_that(
    page: ReportPage, qtbot: QtBot, tasks: Tasks
) -> None:
    page.show_view(view())
    idle(page, qtbot, tasks)

    type_into(page, "some day")

    assert page.preview.said.text() == "These are the pages from before"
    assert not page.preview.sheets[0].is_blank
    type_into(page, "22 May 2026")
    assert page.preview.said.text().endswith(("page", "pages")), "the same days again"


def test_typed_days_stay_when_the_diary_moves(page: ReportPage) -> None:
    page.show_view(unread())

    type_into(page, "1 May 2026")
    page.show_view(unread())

    assert page.options.days.first.text() == "1 May 2026"
    assert page.options.days.chips.value() is None


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
    assert again.options.days.chips.value() == "year"


def test_a_chip_pressed_again_stays_chosen(page: ReportPage) -> None:
    page.show_view(unread())

    click(chip(page, "1 year"))
    click(chip(page, "1 year"))

    assert page.options.days.chips.value() == "year"


@pytest.mark.parametrize(
    "kept",
    [
        {"name": 3, "paper": "skin", "span": [], "preset": [], "sections": 7},
        {"preset": "own Nobody", "sections": ["horoscope", None]},
        {},
    ],
)
def test_nonsense_that_was_remembered_is_forgotten(
    made: Maker, tmp_path: Path, kept: dict[str, object]
) -> None:
    Remembered(tmp_path / "state").keep("report", kept)

    page = made()
    page.show_view(unread())

    assert page.options.name.value() == "initials"
    assert page.options.paper.value() == "a4"
    assert page.options.days.chips.value() == "days"


def test_where_it_is_narrow_the_options_stand_below(page: ReportPage, qapp: QApplication) -> None:
    page.show_view(unread())

    page.resize(600, 900)
    qapp.processEvents()

    assert page.options.mapTo(page, page.options.rect().topLeft()).y() > page.preview.height()

    page.resize(1048, 700)
    qapp.processEvents()
    assert page.options.mapTo(page, page.options.rect().topLeft()).y() < page.preview.height()


def test_every_control_has_a_name(page: ReportPage) -> None:
    page.show_view(unread())

    controls = focusable(page)

    assert len(controls) > 8
    assert [each for each in controls if not name_of(each)] == []


@pytest.mark.parametrize("wide", [1048, 600])
def test_tab_goes_in_reading_order_also_after_a_choice_was_added(
    page: ReportPage, wide: int
) -> None:
    page.show_view(unread())
    page.resize(wide, 900)
    presets = page.options.presets
    click(page.options.sections.ticks[Section.CALENDAR])
    click(presets.save_as)
    QTest.keyClicks(presets.naming.line, "Mine")
    QTest.keyClick(presets.naming.line, Qt.Key.Key_Return)

    ticks = page.options.sections.ticks.values()
    order = [presets.chips.widgets[-1], *ticks, presets.rename, presets.remove]
    order[0].setFocus()
    for before, after in pairwise(order):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after


def test_the_visit_is_another_page(page: ReportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wanted) as heard:
        click(page.visit)

    assert heard.args == [Place(page="visit")]


def test_a_name_of_ones_own_is_offered_again_but_not_the_day_in_ours(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, asked: Asked, tmp_path: Path
) -> None:
    page.show_view(view())
    for name in ("for Dr Example.pdf", "Back spasm summary 2026-07-01.pdf"):
        asked.answer = str(tmp_path / name)
        page.save_pdf()
        idle(page, qtbot, tasks)
    page.show_view(report_view(LIVED, moment(-1, clock="10:00")))
    asked.answer = ""
    page.save_pdf()

    assert [Path(each).name for each in asked.suggested] == [
        "Back spasm summary 2026-07-01.pdf",
        "for Dr Example.pdf",
        "Back spasm summary 2026-07-02.pdf",
    ]
    idle(page, qtbot, tasks)


def test_what_is_ticked_decides_what_the_pages_say(
    page: ReportPage, qtbot: QtBot, tasks: Tasks
) -> None:
    page.show_view(view())
    idle(page, qtbot, tasks)
    assert "How complete this is" in page.preview.area.accessibleDescription()

    click(page.options.sections.ticks[Section.TRUST])
    assert not page.preview.sheets[0].is_blank, "the pages before stay until the new ones are there"
    assert page.preview.said.text() == "Making the pages"
    idle(page, qtbot, tasks)

    assert "How complete this is" not in page.preview.area.accessibleDescription()
    assert page.options.presets.told.text() == "Family doctor, changed"


def test_the_newest_of_many_wishes_is_shown(page: ReportPage, qtbot: QtBot, tasks: Tasks) -> None:
    page.show_view(view())
    for button in page.options.name.findChildren(QAbstractButton)[::-1]:
        click(button)
    click(chip(page, "1 year"))
    idle(page, qtbot, tasks)

    made = page.pages.made
    assert made is not None
    assert (made.wanted.name, made.wanted.period.days) == ("full", 365)


def test_a_pdf_with_a_passphrase_opens_with_it_alone(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, asked: Asked, tmp_path: Path
) -> None:
    lock, asked.answer = page.options.lock, str(tmp_path / "locked.pdf")
    page.show_view(view())
    click(lock.on)
    page.save_pdf()
    assert lock.problem.text() == "Type a passphrase, or turn the lock off."
    assert asked.suggested == []
    QTest.keyClicks(lock.first, "four unrelated plain words")
    QTest.keyClicks(lock.again, "four unrelated plain word")
    page.save_pdf()
    assert lock.problem.text() == "The two passphrases are not the same."
    QTest.keyClicks(lock.again, "s")
    assert not lock.problem.isVisible()

    page.save_pdf()
    idle(page, qtbot, tasks)

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "locked.pdf")
    with pikepdf.open(tmp_path / "locked.pdf", password="four unrelated plain words") as opened:
        assert len(opened.pages) >= 1


def test_a_passphrase_is_seen_on_demand_and_gone_when_the_page_is_left(page: ReportPage) -> None:
    lock = page.options.lock
    page.show_view(unread())
    click(lock.on)
    QTest.keyClicks(lock.first, "secret")
    assert lock.first.echoMode() == lock.first.EchoMode.Password
    assert "guessed" in lock.problem.text()
    click(lock.seen)
    assert lock.first.echoMode() == lock.first.EchoMode.Normal

    page.resize(600, 900)
    assert lock.first.text() == "secret", "another layout is not leaving"
    page.hide()
    page.show()

    assert (lock.first.text(), lock.seen.isChecked()) == ("", False)
    assert lock.on.isChecked()
    assert "secret" not in str(page.options.kept())


def test_enter_in_a_passphrase_does_nothing_else(page: ReportPage, asked: Asked) -> None:
    page.show_view(unread())
    click(page.options.lock.on)
    QTest.keyClicks(page.options.lock.first, "secret")
    QTest.keyClick(page.options.lock.first, Qt.Key.Key_Return)

    assert page.options.lock.first.text() == "secret"
    assert asked.suggested == []


def test_before_anything_is_known_of_the_journal_nothing_is_saved_or_printed(
    page: ReportPage, asked: Asked
) -> None:
    click(page.foot.save)
    click(page.foot.print)
    page.show_view(unread())
    click(page.foot.save)
    click(page.foot.print)

    assert asked.suggested == []
    assert page.preview.said.text() == "The journal is still being read"


def test_page_down_goes_by_the_screen_and_stops_at_the_top_of_a_page(
    page: ReportPage, qtbot: QtBot, tasks: Tasks
) -> None:
    click(page.options.sections.ticks[Section.SPASMS])
    page.show_view(view())
    idle(page, qtbot, tasks)
    preview, bar = page.preview, page.preview.area.verticalScrollBar()
    assert len(preview.sheets) > 1
    stops = [bar.value()]
    while bar.value() < bar.maximum():
        QTest.keyClick(preview.area, Qt.Key.Key_PageDown)
        stops.append(bar.value())

    assert preview.sheets[1].y() - 16 in stops
    assert all(after > before for before, after in pairwise(stops))
    QTest.keyClick(preview.area, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    drawn(page, qtbot, tasks)
    assert all(not preview.sheets[at].is_blank for at in preview.seen())


def test_turning_the_wheel_with_control_held_zooms(page: ReportPage) -> None:
    zoom = page.preview.zoom

    turn_wheel(page.preview.area.viewport())
    assert page.preview.zoom == zoom
    turn_wheel(page.preview.area.viewport(), Qt.KeyboardModifier.ControlModifier)

    assert page.preview.zoom > zoom


def test_a_refusal_is_gone_once_something_else_is_chosen_or_the_page_is_left(
    page: ReportPage, qtbot: QtBot, tasks: Tasks, asked: Asked, tmp_path: Path
) -> None:
    page.show_view(view())
    asked.answer = str(tmp_path / "nowhere" / "mine.pdf")
    chosen: tuple[Callable[[], None], ...] = (
        lambda: click(chip(page, "1 year")),
        lambda: click(page.options.sections.ticks[Section.CALENDAR]),
        lambda: page.setVisible(False),
    )
    for choose in chosen:
        click(page.foot.save)
        idle(page, qtbot, tasks)
        assert page.foot.refused.isVisible()
        choose()
        idle(page, qtbot, tasks)
        assert page.foot.refused.text() == ""
        assert not page.foot.again.isVisible()


def test_above_the_options_most_of_the_height_is_the_preview(
    page: ReportPage, qtbot: QtBot
) -> None:
    place = QScrollArea()
    qtbot.addWidget(place)
    place.setWidgetResizable(True)
    place.setWidget(page)
    page.show_view(unread())
    for wide, high in ((600, 700), (600, 1000), (600, 800)):
        place.resize(wide, high)
        place.show()
        page.show()
        lay_out(place)
        assert 0.7 * high < page.preview.height() < 0.9 * high

    place.resize(1048, 700)
    lay_out(place)
    assert page.preview.minimumHeight() == 0, "beside the options it fills what there is"
