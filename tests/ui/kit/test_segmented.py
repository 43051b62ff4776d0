"""One answer out of few: none until chosen, by mouse or by arrows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
)
from pytestqt.qtbot import QtBot

from spasmlog.ui.inputs import (
    Segmented,
)
from spasmlog.ui.look import Look
from tests.ui.kit.seen import (
    child_names,
    focusable,
    name_of,
    show_fitting,
)

LEFT = Qt.MouseButton.LeftButton
LIMITED = (("no", "No"), ("bit", "A bit"), ("lot", "A lot"))


class TestSegmented:
    def test_is_unanswered_until_something_is_chosen(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        show_fitting(limited, qtbot)

        assert limited.value() is None
        with qtbot.waitSignal(limited.changed, timeout=0) as changed:
            QTest.mouseClick(limited.findChildren(QAbstractButton)[1], LEFT)
        assert changed.args == ["bit"]
        assert limited.value() == "bit"

    def test_the_same_answer_again_is_no_change(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        show_fitting(limited, qtbot)
        limited.set_value("bit")

        with qtbot.assertNotEmitted(limited.changed):
            QTest.mouseClick(limited.findChildren(QAbstractButton)[1], LEFT)

    def test_can_be_told_without_a_change(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        show_fitting(limited, qtbot)

        with qtbot.assertNotEmitted(limited.changed):
            limited.set_value("lot")
            assert limited.value() == "lot"
            limited.set_value(None)
            assert limited.value() is None

    def test_arrows_choose_and_it_is_one_stop(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        show_fitting(limited, qtbot)
        limited.set_value("no")
        limited.setFocus()
        parts = limited.findChildren(QAbstractButton)

        assert focusable(limited) == [parts[0]]
        QTest.keyClick(parts[0], Qt.Key.Key_Right)
        assert limited.value() == "bit"
        QTest.keyClick(parts[1], Qt.Key.Key_Down)
        assert limited.value() == "lot"
        QTest.keyClick(parts[2], Qt.Key.Key_Home)
        assert limited.value() == "no"
        assert focusable(limited) == [parts[0]]

    def test_space_answers_where_nothing_was_answered(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        show_fitting(limited, qtbot)
        limited.setFocus()

        QTest.keyClick(limited.findChildren(QAbstractButton)[0], Qt.Key.Key_Space)

        assert limited.value() == "no"

    def test_names_question_and_answers(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        show_fitting(limited, qtbot)

        assert name_of(limited) == "Did pain limit you?"
        assert child_names(limited) == [
            "Did pain limit you?: No",
            "Did pain limit you?: A bit",
            "Did pain limit you?: A lot",
        ]

    @pytest.mark.parametrize(("scale", "width"), [(2.0, 900), (1.0, 90)])
    def test_stands_upright_where_the_text_is_large_or_the_place_narrow(
        self, look: Look, qtbot: QtBot, scale: float, width: int
    ) -> None:
        look.set("light", scale)
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        show_fitting(limited, qtbot)
        limited.resize(width, limited.heightForWidth(width))

        parts = limited.findChildren(QAbstractButton)
        assert len({part.x() for part in parts}) == 1
        assert len({part.y() for part in parts}) == 3
        assert limited.grab().height() >= 3 * look.px(32)
