"""What a person presses and fills in says what was meant, and never more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, QRect, Qt, QTime
from PySide6.QtGui import QWheelEvent
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

from spasmlog.ui import inputs
from spasmlog.ui.inputs import (
    Button,
    Chip,
    Choice,
    ClockField,
    DayField,
    LabelledField,
    Segmented,
    Stepper,
    Switch,
    Tick,
    label,
)
from spasmlog.ui.look import Look
from tests.ui.kit.seen import child_names, focusable, hover, name_of, pixel, put_up

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
LIMITED = (("no", "No"), ("bit", "A bit"), ("lot", "A lot"))


def _shown(widget: QWidget, qtbot: QtBot) -> None:
    widget.resize(widget.sizeHint())
    put_up(widget, qtbot)


def _wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turn)


def test_the_common_door_knows_its_parts_and_no_others() -> None:
    assert {name for name in inputs.__all__ if getattr(inputs, name)} == set(inputs.__all__)
    with pytest.raises(AttributeError, match="NoSuchPart"):
        _ = inputs.NoSuchPart


class TestButton:
    @pytest.mark.parametrize("kind", ["normal", "primary", "flat", "danger", "toast"])
    @pytest.mark.parametrize("size", ["normal", "roomy", "primary"])
    def test_is_named_by_its_words_and_presses(
        self, look: Look, qtbot: QtBot, kind: str, size: str
    ) -> None:
        button = Button("Ibuprofen\n400 mg", look, kind, size, "pill")
        _shown(button, qtbot)

        assert name_of(button) == "Ibuprofen, 400 mg"
        with qtbot.waitSignal(button.clicked, timeout=0):
            QTest.mouseClick(button, LEFT)

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
    def test_is_pressed_by_enter_and_by_space(self, look: Look, qtbot: QtBot, key: Qt.Key) -> None:
        button = Button("Save", look)
        _shown(button, qtbot)
        button.setFocus()

        with qtbot.waitSignal(button.clicked, timeout=0):
            QTest.keyClick(button, key)

    def test_takes_words_as_they_are(self, look: Look, qtbot: QtBot) -> None:
        button = Button("Heat & ice", look)
        _shown(button, qtbot)

        assert name_of(button) == "Heat & ice"
        assert button.shortcut().isEmpty()

    def test_without_words_is_as_wide_as_high_and_has_a_name(
        self, look: Look, qtbot: QtBot
    ) -> None:
        button = Button("", look, size="roomy", icon="minus", name="One glass less")
        _shown(button, qtbot)

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
        _shown(button, qtbot)
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
        _shown(button, qtbot)
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
        _shown(chip, qtbot)

    assert asks.sizeHint().height() == 28
    assert asks.grab().toImage() != says.grab().toImage()
    assert name_of(asks) == "how many mg"


class TestSegmented:
    def test_is_unanswered_until_something_is_chosen(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        _shown(limited, qtbot)

        assert limited.value() is None
        with qtbot.waitSignal(limited.changed, timeout=0) as changed:
            QTest.mouseClick(limited.findChildren(QAbstractButton)[1], LEFT)
        assert changed.args == ["bit"]
        assert limited.value() == "bit"

    def test_the_same_answer_again_is_no_change(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        _shown(limited, qtbot)
        limited.set_value("bit")

        with qtbot.assertNotEmitted(limited.changed):
            QTest.mouseClick(limited.findChildren(QAbstractButton)[1], LEFT)

    def test_can_be_told_without_a_change(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        _shown(limited, qtbot)

        with qtbot.assertNotEmitted(limited.changed):
            limited.set_value("lot")
            assert limited.value() == "lot"
            limited.set_value(None)
            assert limited.value() is None

    def test_arrows_choose_and_it_is_one_stop(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        _shown(limited, qtbot)
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
        _shown(limited, qtbot)
        limited.setFocus()

        QTest.keyClick(limited.findChildren(QAbstractButton)[0], Qt.Key.Key_Space)

        assert limited.value() == "no"

    def test_names_question_and_answers(self, look: Look, qtbot: QtBot) -> None:
        limited = Segmented(look, LIMITED, "Did pain limit you?")
        _shown(limited, qtbot)

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
        _shown(limited, qtbot)
        limited.resize(width, limited.heightForWidth(width))

        parts = limited.findChildren(QAbstractButton)
        assert len({part.x() for part in parts}) == 1
        assert len({part.y() for part in parts}) == 3
        assert limited.grab().height() >= 3 * look.px(32)


class TestStepper:
    def test_a_dash_stands_for_no_answer(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        _shown(worst, qtbot)
        box = worst.findChild(QDoubleSpinBox)
        assert box is not None

        assert worst.value() is None
        assert worst.whole() is None
        assert box.text() == "–"

    def test_plus_and_minus_step_within_the_bounds(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 2)
        _shown(worst, qtbot)
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
        _shown(worst, qtbot)
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
        _shown(worst, qtbot)
        worst.setFocus()
        box = worst.findChild(QDoubleSpinBox)
        assert box is not None
        box.selectAll()

        QTest.keyClicks(box, "-12x3")
        QTest.keyClick(box, Qt.Key.Key_Return)

        assert worst.whole() == 1

    def test_a_number_on_its_way_to_the_smallest_may_be_typed(
        self, look: Look, qtbot: QtBot
    ) -> None:
        year = Stepper(look, "Born in", 1900, 2026)
        _shown(year, qtbot)
        year.setFocus()
        box = year.findChild(QDoubleSpinBox)
        assert box is not None
        box.selectAll()

        QTest.keyClicks(box, "1971")
        QTest.keyClick(box, Qt.Key.Key_Return)

        assert year.whole() == 1971

    def test_steps_of_a_half_keep_a_decimal(self, look: Look, qtbot: QtBot) -> None:
        hours = Stepper(look, "Hours sitting", 0, 24, 0.5, "h")
        _shown(hours, qtbot)
        box = hours.findChild(QDoubleSpinBox)
        assert box is not None

        hours.set_value(6.5)

        assert hours.value() == 6.5
        assert box.text() == "6.5 h"

    def test_telling_it_is_no_change(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        _shown(worst, qtbot)

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
        _shown(page, qtbot)
        box = worst.findChild(QDoubleSpinBox)
        assert box is not None

        other.setFocus()
        _wheel(box)
        assert worst.whole() == 3
        worst.setFocus()
        _wheel(box)
        assert worst.whole() == 4

    def test_every_part_has_a_name(self, look: Look, qtbot: QtBot) -> None:
        worst = Stepper(look, "Worst pain", 0, 10)
        _shown(worst, qtbot)

        assert name_of(worst) == "Worst pain"
        assert child_names(worst) == ["Worst pain, less", "Worst pain", "Worst pain, more"]

    def test_minus_stands_at_the_reading_side(
        self, look: Look, qtbot: QtBot, qapp: QApplication
    ) -> None:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        worst = Stepper(look, "Worst pain", 0, 10)
        _shown(worst, qtbot)

        less, more = worst.findChildren(QAbstractButton)
        assert less.x() > more.x()


@pytest.mark.parametrize("kind", [Switch, Tick])
class TestMarks:
    def test_turns_over_by_click_and_by_space(
        self, look: Look, qtbot: QtBot, kind: type[Tick]
    ) -> None:
        mark = kind(look, "I was told to limit fluids")
        _shown(mark, qtbot)

        QTest.mouseClick(mark, LEFT, NONE, QPoint(mark.width() - 2, mark.height() // 2))
        assert mark.isChecked()
        QTest.keyClick(mark, Qt.Key.Key_Space)
        assert not mark.isChecked()
        assert name_of(mark) == "I was told to limit fluids"

    def test_looks_different_on_off_and_unusable(
        self, look: Look, qtbot: QtBot, kind: type[Tick]
    ) -> None:
        mark = kind(look, name="Ticked")
        _shown(mark, qtbot)
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
    _shown(switch, qtbot)
    high = switch.height() / 2

    assert pixel(switch, 12, high) == look.color("raised")
    switch.setChecked(True)
    assert pixel(switch, 12, high) == look.color("accent")
    assert pixel(switch, 28, high) == look.color("accent-text")


def test_a_label_stands_above_its_field_and_names_it(look: Look, qtbot: QtBot) -> None:
    note = QLineEdit()
    field = LabelledField(look, "Note & more", note, "Kept as it is typed.")
    _shown(field, qtbot)

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
    _shown(field, qtbot)

    assert name_of(worst) == "Worst pain of Saturday"


def test_a_choice_is_turned_by_keys_and_by_the_wheel_only_in_focus(
    look: Look, qtbot: QtBot
) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    other, choice = QLineEdit(), Choice(look, "Country")
    choice.addItems(["Germany", "Poland"])
    column.addWidget(other)
    column.addWidget(choice)
    _shown(page, qtbot)

    other.setFocus()
    _wheel(choice)
    assert choice.currentText() == "Germany"
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "Poland"
    _wheel(choice)
    assert choice.currentText() == "Germany"
    # On this system a list is named by its label; the name itself is its value.
    assert choice.accessibleName() == "Country"
    assert name_of(choice) == "Germany"


@pytest.mark.parametrize("kind", [ClockField, DayField])
def test_times_and_days_are_named_and_ignore_the_wheel_without_focus(
    look: Look, qtbot: QtBot, kind: type[ClockField] | type[DayField]
) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    other, when = QLineEdit(), kind(look, "Began at")
    column.addWidget(other)
    column.addWidget(when)
    _shown(page, qtbot)
    when.setDate(QDate(2026, 11, 22))
    when.setTime(QTime(19, 40))
    before = when.dateTime()

    other.setFocus()
    _wheel(when)
    assert when.dateTime() == before
    when.setFocus()
    _wheel(when)
    assert when.dateTime() != before
    assert name_of(when) == "Began at"


def test_days_are_written_without_doubt_and_times_by_the_locale(look: Look, qtbot: QtBot) -> None:
    day, clock = DayField(look, "Day"), ClockField(look, "Time")
    for field in (day, clock):
        _shown(field, qtbot)
    day.setDate(QDate(2026, 11, 2))
    clock.setTime(QTime(19, 40))

    assert day.text() == "2 Nov 2026"
    assert clock.text() == "19:40"


def test_text_from_outside_is_never_read_as_markup(look: Look, qtbot: QtBot) -> None:
    written = label("<b>bold</b>", "quiet", wrap=True)
    qtbot.addWidget(written)

    assert written.textFormat() == Qt.TextFormat.PlainText
    assert written.wordWrap()
