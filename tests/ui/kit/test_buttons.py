"""A button says what it does, and does it by mouse and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from spasmlog.ui.inputs import (
    Button,
    Chip,
)
from spasmlog.ui.look import Look
from tests.ui.kit.seen import (
    hover,
    name_of,
    show_fitting,
)

LEFT = Qt.MouseButton.LeftButton


class TestButton:
    @pytest.mark.parametrize("kind", ["normal", "primary", "flat", "danger", "toast"])
    @pytest.mark.parametrize("size", ["normal", "roomy", "primary"])
    def test_is_named_by_its_words_and_presses(
        self, look: Look, qtbot: QtBot, kind: str, size: str
    ) -> None:
        button = Button("Ibuprofen\n400 mg", look, kind, size, "pill")
        show_fitting(button, qtbot)

        assert name_of(button) == "Ibuprofen, 400 mg"
        with qtbot.waitSignal(button.clicked, timeout=0):
            QTest.mouseClick(button, LEFT)

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
    def test_is_pressed_by_enter_and_by_space(self, look: Look, qtbot: QtBot, key: Qt.Key) -> None:
        button = Button("Save", look)
        show_fitting(button, qtbot)
        button.setFocus()

        with qtbot.waitSignal(button.clicked, timeout=0):
            QTest.keyClick(button, key)

    def test_takes_words_as_they_are(self, look: Look, qtbot: QtBot) -> None:
        button = Button("Heat & ice", look)
        show_fitting(button, qtbot)

        assert name_of(button) == "Heat & ice"
        assert button.shortcut().isEmpty()

    def test_without_words_is_as_wide_as_high_and_has_a_name(
        self, look: Look, qtbot: QtBot
    ) -> None:
        button = Button("", look, size="roomy", icon="minus", name="One glass less")
        show_fitting(button, qtbot)

        assert button.sizeHint().width() == button.sizeHint().height() == 44
        assert name_of(button) == button.toolTip() == "One glass less"

    def test_grows_with_icon_hint_and_lines(self, look: Look) -> None:
        bare = Button("Find", look).sizeHint()

        assert Button("Find", look, icon="search").sizeHint().width() > bare.width()
        assert Button("Find", look, hint="Ctrl+F").sizeHint().width() > bare.width()
        assert Button("a\nb\nc", look).sizeHint().height() > bare.height()

    def test_looks_different_when_off_down_checked_and_under_the_pointer(
        self, look: Look, qtbot: QtBot
    ) -> None:
        button = Button("Save", look)
        button.setCheckable(True)
        show_fitting(button, qtbot)
        hover(button, on=False)
        pictures = [button.grab().toImage()]
        button.setDown(True)
        pictures.append(button.grab().toImage())
        button.setDown(False)
        button.setChecked(True)
        pictures.append(button.grab().toImage())
        button.setChecked(False)
        hover(button, on=True)
        pictures.append(button.grab().toImage())
        button.setEnabled(False)
        pictures.append(button.grab().toImage())

        for at, picture in enumerate(pictures):
            assert all(picture != other for other in pictures[at + 1 :])

    def test_can_take_another_icon_hint_and_kind(self, look: Look, qtbot: QtBot) -> None:
        button = Button("Save", look)
        show_fitting(button, qtbot)
        width, before = button.sizeHint().width(), button.grab().toImage()

        button.set_icon("plus")
        button.set_hint("S")
        button.set_kind("primary")
        button.resize(button.sizeHint())

        assert button.sizeHint().width() > width
        assert button.grab(QRect(0, 0, 8, 32)).toImage() != before.copy(0, 0, 8, 32)


def test_a_chip_asks_a_question_with_a_dashed_border(look: Look, qtbot: QtBot) -> None:
    asks, says = Chip("how many mg", look, question=True), Chip("how many mg", look)
    for chip in (asks, says):
        show_fitting(chip, qtbot)

    assert asks.sizeHint().height() == 28
    assert asks.grab().toImage() != says.grab().toImage()
    assert name_of(asks) == "how many mg"
