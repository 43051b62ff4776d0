"""Why a journal is not open, what is safe, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.errors import DamagedJournal, Refusal
from spasmlog.ui.look import Look
from spasmlog.ui.refusal_page import RefusalPage

DAMAGED = DamagedJournal("It is damaged.", "Restore the newest backup.")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Callable[..., RefusalPage]:
    look = Look("light", 1.0)
    look.apply(qapp)

    def made(
        refusal: Refusal = DAMAGED, path: Path | None = Path("/elsewhere/j"), chosen: str = ""
    ) -> RefusalPage:
        page = RefusalPage(look, refusal, path, lambda _parent: chosen)
        page.setParent(None)
        qtbot.addWidget(page)
        page.show()
        return page

    return made


def said(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel)).replace("\u200b", "")


def test_it_says_why_what_to_do_and_which_file(page: Callable[..., RefusalPage]) -> None:
    told = said(page())

    for piece in ("It is damaged.", "Restore the newest backup.", "/elsewhere/j"):
        assert piece in told


def test_without_a_file_or_a_next_step_there_is_no_empty_line(
    page: Callable[..., RefusalPage],
) -> None:
    assert "None" not in said(page(Refusal("No."), None))


def test_each_button_says_what_is_wanted(page: Callable[..., RefusalPage], qtbot: QtBot) -> None:
    shown = page(chosen="/elsewhere/other.spasmlog")
    asked: list[object] = []
    shown.try_again.connect(lambda: asked.append("again"))
    shown.other_chosen.connect(asked.append)
    shown.help_wanted.connect(lambda: asked.append("help"))
    for button in (shown.again, shown.other, shown.help):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked == ["again", Path("/elsewhere/other.spasmlog"), "help"]


def test_a_dialog_that_is_left_chooses_nothing(
    page: Callable[..., RefusalPage], qtbot: QtBot
) -> None:
    shown = page()
    with qtbot.assertNotEmitted(shown.other_chosen):
        QTest.mouseClick(shown.other, Qt.MouseButton.LeftButton)


def test_the_keyboard_begins_at_trying_again(page: Callable[..., RefusalPage]) -> None:
    shown = page()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    shown.setFocus()

    assert shown.again.hasFocus()


def test_the_key_to_the_emergency_signs_is_named(page: Callable[..., RefusalPage]) -> None:
    shown = page()
    help_ = shown.help
    before = help_.sizeHint().width()
    help_.set_hint("")

    assert before > help_.sizeHint().width() > 0
