"""A number between its bounds, or no answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDoubleSpinBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from spasmlog.ui.inputs import LabelledField, Stepper
from spasmlog.ui.look import Look
from tests.ui.kit.seen import (
    child_names,
    name_of,
    show_fitting,
    turn_wheel,
)

LEFT = Qt.MouseButton.LeftButton


class TestStepper:
    def test_a_dash_stands_for_no_answer(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        show_fitting(worst, qtbot)
        box = worst.findChild(QDoubleSpinBox)
        assert box is not None

        assert worst.value() is None
        assert worst.whole() is None
        assert box.text() == "–"

    def test_plus_and_minus_step_within_the_bounds(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 2)
        show_fitting(worst, qtbot)
        less, more = worst.findChildren(QAbstractButton)
        seen: list[object] = []
        worst.changed.connect(seen.append)

        for button in (more, more, more, more, less, less, less, less):
            QTest.mouseClick(button, LEFT)

        assert seen == [0, 1, 2, 1, 0, None]

    def test_typed_digits_go_to_it_and_emptying_it_takes_the_answer_back(
        self, look: Look, qtbot: QtBot
    ) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        show_fitting(worst, qtbot)
        worst.setFocus()
        box = worst.findChild(QDoubleSpinBox)
        assert box is not None
        box.selectAll()

        QTest.keyClicks(box, "7")
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert worst.whole() == 7

        box.selectAll()
        QTest.keyClick(box, Qt.Key.Key_Backspace)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert worst.value() is None

    def test_what_lies_outside_the_bounds_cannot_be_typed(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        show_fitting(worst, qtbot)
        worst.setFocus()
        box = worst.findChild(QDoubleSpinBox)
        assert box is not None
        box.selectAll()

        QTest.keyClicks(box, "-12x3")
        QTest.keyClick(box, Qt.Key.Key_Return)

        assert worst.whole() == 1

    def test_what_lies_over_the_limit_is_told_until_it_is_typed_again(
        self, look: Look, qtbot: QtBot
    ) -> None:
        drunk = Stepper(look, "Amount", 10, 3000, 10, "ml")
        field = LabelledField(look, "Amount", drunk, "as the glass holds")
        show_fitting(field, qtbot)
        box = drunk.findChild(QDoubleSpinBox)
        assert box is not None
        box.selectAll()

        QTest.keyClicks(box, "99999")
        over = drunk.limit_passed, field.hint.text()
        box.selectAll()
        QTest.keyClicks(box, "500")

        assert over == ("At most 3,000 ml. Type it again.",) * 2
        assert (drunk.limit_passed, field.hint.text()) == ("", "as the glass holds")

    def test_a_number_on_its_way_to_the_smallest_may_be_typed(
        self, look: Look, qtbot: QtBot
    ) -> None:
        year = Stepper(look, "Born in", 1900, 2026)
        show_fitting(year, qtbot)
        year.setFocus()
        box = year.findChild(QDoubleSpinBox)
        assert box is not None
        box.selectAll()

        QTest.keyClicks(box, "1971")
        QTest.keyClick(box, Qt.Key.Key_Return)

        assert year.whole() == 1971

    def test_steps_of_a_half_keep_a_decimal(self, look: Look, qtbot: QtBot) -> None:
        hours = Stepper(look, "Hours sitting", 0, 24, 0.5, "h")
        show_fitting(hours, qtbot)
        box = hours.findChild(QDoubleSpinBox)
        assert box is not None

        hours.set_value(6.5)

        assert hours.value() == 6.5
        assert box.text() == "6.5 h"

    def test_telling_it_is_no_change(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        show_fitting(worst, qtbot)

        with qtbot.assertNotEmitted(worst.changed):
            worst.set_value(3)
            worst.set_value(None)

    def test_the_wheel_turns_it_only_while_it_has_the_focus(self, look: Look, qtbot: QtBot) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        other, worst = QLineEdit(), Stepper(look, "Worst pain", 0, 10)
        other.setAccessibleName("other")
        column.addWidget(other)
        column.addWidget(worst)
        worst.set_value(3)
        show_fitting(page, qtbot)
        box = worst.findChild(QDoubleSpinBox)
        assert box is not None

        other.setFocus()
        turn_wheel(box)
        assert worst.whole() == 3
        worst.setFocus()
        turn_wheel(box)
        assert worst.whole() == 4

    def test_every_part_has_a_name(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        show_fitting(worst, qtbot)

        assert name_of(worst) == "Worst pain"
        assert child_names(worst) == ["Worst pain, less", "Worst pain", "Worst pain, more"]

    def test_minus_stands_at_the_reading_side(
        self, look: Look, qtbot: QtBot, qapp: QApplication
    ) -> None:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        worst = Stepper(look, "Worst pain", 0, 10)
        show_fitting(worst, qtbot)

        less, more = worst.findChildren(QAbstractButton)
        assert less.x() > more.x()
