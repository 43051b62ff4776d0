"""What is filled in and ticked says what was meant, and never more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from spasmlog.ui import inputs
from spasmlog.ui.inputs import (
    Choice,
    ClockField,
    DayField,
    LabelledField,
    Stepper,
    Switch,
    Tick,
    label,
)
from spasmlog.ui.look import Look
from tests.ui.kit.seen import (
    name_of,
    pixel,
    show_fitting,
    turn_wheel,
)

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def test_the_common_door_knows_its_parts_and_no_others() -> None:
    assert {name for name in inputs.__all__ if getattr(inputs, name)} == set(inputs.__all__)
    with pytest.raises(AttributeError, match="NoSuchPart"):
        _ = inputs.NoSuchPart


@pytest.mark.parametrize("kind", [Switch, Tick])
class TestMarks:
    def test_turns_over_by_click_and_by_space(
        self, look: Look, qtbot: QtBot, kind: type[Tick]
    ) -> None:
        mark = kind(look, "I was told to limit fluids")
        show_fitting(mark, qtbot)

        QTest.mouseClick(mark, LEFT, NONE, QPoint(mark.width() - 2, mark.height() // 2))
        assert mark.isChecked()
        QTest.keyClick(mark, Qt.Key.Key_Space)
        assert not mark.isChecked()
        assert name_of(mark) == "I was told to limit fluids"

    def test_looks_different_on_off_and_unusable(
        self, look: Look, qtbot: QtBot, kind: type[Tick]
    ) -> None:
        mark = kind(look, name="Ticked")
        show_fitting(mark, qtbot)
        off = mark.grab().toImage()
        mark.setChecked(True)
        on = mark.grab().toImage()
        mark.setEnabled(False)

        assert len({name_of(mark), "Ticked"}) == 1
        assert off != on
        assert mark.grab().toImage() != on

    def test_its_words_wrap(self, look: Look, qtbot: QtBot, kind: type[Tick]) -> None:
        mark = kind(look, "Numb between the legs, around the back passage or the genitals")
        qtbot.addWidget(mark)

        assert mark.heightForWidth(150) > 2 * mark.heightForWidth(2000)
        assert mark.minimumSizeHint().width() < 150


def test_a_switch_moves_its_knob_and_changes_its_ground(look: Look, qtbot: QtBot) -> None:
    switch = Switch(look, name="Lock")
    show_fitting(switch, qtbot)
    high = switch.height() / 2

    assert pixel(switch, 12, high) == look.color("raised")
    switch.setChecked(True)
    assert pixel(switch, 12, high) == look.color("accent")
    assert pixel(switch, 28, high) == look.color("accent-text")


def test_a_label_stands_above_its_field_and_names_it(look: Look, qtbot: QtBot) -> None:
    note = QLineEdit()
    field = LabelledField(look, "Note & more", note, "Kept as it is typed.")
    show_fitting(field, qtbot)

    assert field.label.buddy() is note
    assert name_of(note) == "Note & more"
    assert field.label.geometry().bottom() < note.geometry().top()
    field.set_hint("Too long.")
    assert field.hint.text() == "Too long."
    field.set_hint("")
    assert field.hint.isHidden()


def test_a_label_keeps_the_name_that_a_field_has(look: Look, qtbot: QtBot) -> None:
    worst = Stepper(look, "Worst pain of Saturday", 0, 10)
    field = LabelledField(look, "Worst pain", worst)
    show_fitting(field, qtbot)

    assert name_of(worst) == "Worst pain of Saturday"


@pytest.mark.parametrize("kind", [Choice, ClockField, DayField])
def test_scrolling_past_a_field_does_not_take_the_keyboard_to_it(
    look: Look, qtbot: QtBot, kind: type[Choice] | type[ClockField] | type[DayField]
) -> None:
    field = kind(look, "Field")
    qtbot.addWidget(field)

    # A wheel that is turned by hand, unlike one that a test turns, takes the focus first.
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_choice_is_turned_by_keys_and_by_the_wheel_only_in_focus(
    look: Look, qtbot: QtBot
) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    other, choice = QLineEdit(), Choice(look, "Country")
    choice.addItems(["Germany", "Poland"])
    column.addWidget(other)
    column.addWidget(choice)
    show_fitting(page, qtbot)

    other.setFocus()
    turn_wheel(choice)
    assert choice.currentText() == "Germany"
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "Poland"
    turn_wheel(choice)
    assert choice.currentText() == "Germany"
    # On this system a list is named by its label; the name itself is its value.
    assert choice.accessibleName() == "Country"
    assert name_of(choice) == "Germany"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_letters_look_for_a_name_in_the_open_list_and_choose_nothing(
    look: Look, qtbot: QtBot
) -> None:
    choice = Choice(look, "Country")
    choice.addItems(["Spain", "Uganda", "United Kingdom", "United States"])
    show_fitting(choice, qtbot)
    chosen: list[int] = []
    choice.activated.connect(chosen.append)
    choice.setFocus()

    QTest.keyClick(choice, Qt.Key.Key_U)
    assert choice.view().isVisible()
    QTest.keyClicks(choice.view(), "nited s")
    assert choice.view().currentIndex().row() == 3
    assert (choice.currentText(), chosen) == ("Spain", [])

    with qtbot.waitSignal(choice.folded):
        QTest.keyClick(choice.view(), Qt.Key.Key_Escape)
    assert (choice.currentText(), chosen) == ("Spain", [])

    QTest.keyClick(choice, Qt.Key.Key_U)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert (choice.currentText(), chosen) == ("Uganda", [1])


@pytest.mark.parametrize("kind", [ClockField, DayField])
def test_times_and_days_are_named_and_ignore_the_wheel_without_focus(
    look: Look, qtbot: QtBot, kind: type[ClockField] | type[DayField]
) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    other, when = QLineEdit(), kind(look, "Began at")
    column.addWidget(other)
    column.addWidget(when)
    show_fitting(page, qtbot)
    when.setDate(QDate(2026, 11, 22))
    when.setTime(QTime(19, 40))
    before = when.dateTime()

    other.setFocus()
    turn_wheel(when)
    assert when.dateTime() == before
    when.setFocus()
    turn_wheel(when)
    assert when.dateTime() != before
    assert name_of(when) == "Began at"


def test_days_are_written_without_doubt_and_times_by_the_locale(look: Look, qtbot: QtBot) -> None:
    day, clock = DayField(look, "Day"), ClockField(look, "Time")
    for field in (day, clock):
        show_fitting(field, qtbot)
    day.setDate(QDate(2026, 11, 2))
    clock.setTime(QTime(19, 40))

    assert day.text() == "2 Nov 2026"
    assert clock.text() == "19:40"


def test_text_from_outside_is_never_read_as_markup(look: Look, qtbot: QtBot) -> None:
    written = label("<b>bold</b>", "quiet", wrap=True)
    qtbot.addWidget(written)

    assert written.textFormat() == Qt.TextFormat.PlainText
    assert written.wordWrap()
