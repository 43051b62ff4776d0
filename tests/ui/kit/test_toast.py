"""The toast says what was saved, offers to take it back, and does not run away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.look import Look
from spasmlog.ui.toast import Toast
from tests.ui.kit.seen import hover, name_of, pixel, put_up

LEFT = Qt.MouseButton.LeftButton
SHORT = 0.02


class StillLook(Look):
    """A look on a system that asks for less motion."""

    def motion(self, ms: int) -> int:
        return 0 * ms


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    field = QLineEdit()
    field.setAccessibleName("field")
    column.addWidget(field)
    page.resize(900, 600)
    put_up(page, qtbot)
    field.setFocus()
    return page


def _field(page: QWidget) -> QLineEdit:
    field = page.findChild(QLineEdit)
    assert field is not None
    return field


def _fading(toast: Toast) -> bool:
    effect = toast.graphicsEffect()
    return effect is not None and effect.isEnabled()


def _toast(page: QWidget, look: Look) -> Toast:
    toast = Toast(page, look)
    hover(toast, on=False)
    return toast


def test_it_says_its_words_in_the_corner_and_goes_by_itself(
    look: Look, qtbot: QtBot, page: QWidget
) -> None:
    toast = _toast(page, look)
    assert toast.isHidden()

    toast.say("drop", "Glass 6 added.", seconds=SHORT)

    assert toast.isVisible()
    assert toast.text == name_of(toast) == "Glass 6 added."
    assert toast.geometry().bottomLeft() - page.rect().bottomLeft() == QPoint(24, -24)
    qtbot.waitUntil(toast.isHidden)


def test_at_most_two_things_can_be_done_and_one_is_enough(
    look: Look, qtbot: QtBot, page: QWidget
) -> None:
    done: list[str] = []
    toast = _toast(page, look)
    actions = [(word, "undo", lambda word=word: done.append(word)) for word in ("a", "b", "c")]

    toast.say("body", "Pain 3 saved.", actions)
    assert [button.text() for button in toast.buttons] == ["a", "b"]
    QTest.mouseClick(toast.buttons[1], LEFT)

    assert done == ["b"]
    assert toast.isHidden()


def test_what_is_done_may_say_something_itself(look: Look, page: QWidget) -> None:
    toast = _toast(page, look)

    toast.say("body", "Saved.", [("Undo", "undo", lambda: toast.say("undo", "Undone."))])
    QTest.mouseClick(toast.buttons[0], LEFT)

    assert toast.isVisible()
    assert toast.text == "Undone."
    assert toast.buttons == ()


def test_a_newer_word_takes_the_place_of_the_older(look: Look, page: QWidget) -> None:
    toast = _toast(page, look)

    toast.say("drop", "Glass 5 added.", [("Undo", "undo", toast.hide)])
    toast.say("drop", "Glass 6 added.")

    assert toast.text == "Glass 6 added."
    assert toast.buttons == ()


def test_it_stays_while_the_keyboard_is_on_it(look: Look, qtbot: QtBot, page: QWidget) -> None:
    toast = _toast(page, look)
    toast.say("drop", "Glass 6 added.", [("Undo", "undo", toast.hide)], seconds=SHORT)
    toast.buttons[0].setFocus()

    assert not toast.counting
    assert toast.isVisible()

    _field(page).setFocus()
    assert toast.counting
    qtbot.waitUntil(toast.isHidden)


def test_it_stays_while_the_pointer_is_on_it(look: Look, qtbot: QtBot, page: QWidget) -> None:
    toast = _toast(page, look)
    toast.say("drop", "Glass 6 added.", seconds=SHORT)
    hover(toast, on=True)

    assert not toast.counting
    assert toast.isVisible()

    hover(toast, on=False)
    assert toast.counting
    qtbot.waitUntil(toast.isHidden)


def test_tab_reaches_its_buttons_and_escape_sends_it_away(
    look: Look, qtbot: QtBot, page: QWidget
) -> None:
    toast = _toast(page, look)
    toast.say("drop", "Glass 6 added.", [("Undo", "undo", toast.hide)])

    QTest.keyClick(_field(page), Qt.Key.Key_Tab)
    assert toast.buttons[0].hasFocus()
    QTest.keyClick(toast.buttons[0], Qt.Key.Key_Escape)

    qtbot.waitUntil(toast.isHidden)


def test_what_is_done_by_the_keyboard_gives_it_back_where_it_was(look: Look, page: QWidget) -> None:
    toast = _toast(page, look)
    other = QLineEdit(page)
    other.show()
    done: list[str] = []
    toast.say("drop", "Glass 6 added.", [("Undo", "undo", lambda: done.append("undo"))])
    other.setFocus()
    toast.buttons[0].setFocus()
    QTest.keyClick(toast.buttons[0], Qt.Key.Key_Space)
    after_undo = QApplication.focusWidget()
    toast.say("drop", "Glass 6 added.", [("Undo", "undo", toast.hide)])
    toast.buttons[0].setFocus()
    toast.say("drop", "Glass 7 added.")

    assert done == ["undo"]
    assert after_undo is QApplication.focusWidget() is other


def test_where_the_keyboard_was_may_be_gone_by_now(look: Look, page: QWidget) -> None:
    toast = _toast(page, look)
    other = QLineEdit(page)
    other.show()
    toast.say("drop", "Glass 6 added.", [("Undo", "undo", toast.hide)])
    other.setFocus()
    toast.buttons[0].setFocus()
    other.hide()
    QTest.keyClick(toast.buttons[0], Qt.Key.Key_Space)

    assert QApplication.focusWidget() is _field(page)


def test_said_below_something_else_it_counts_from_when_it_is_seen(
    look: Look, qtbot: QtBot, page: QWidget
) -> None:
    inside = QWidget(page)
    inside.resize(800, 300)
    toast = _toast(inside, look)
    toast.say("drop", "Glass 6 added.", seconds=SHORT)
    hidden = toast.counting
    inside.show()

    assert (hidden, toast.counting) == (False, True)
    qtbot.waitUntil(toast.isHidden)


def test_it_is_dark_on_light_and_light_on_dark(look: Look, qtbot: QtBot, page: QWidget) -> None:
    toast = _toast(page, look)
    toast.say("drop", "Glass 6 added.")
    qtbot.waitUntil(lambda: not _fading(toast))
    assert pixel(toast, 8, 22) == look.color("text")

    look.set("dark", 1.0)
    assert pixel(toast, 8, 22) == look.color("text")
    assert look.color("text").lightness() > 200


def test_nothing_fades_where_the_system_asks_for_less_motion(
    look: Look, qtbot: QtBot, page: QWidget
) -> None:
    toast = _toast(page, StillLook())

    toast.say("drop", "Glass 6 added.")
    assert not _fading(toast)
    toast.leave()
    assert toast.isHidden()


def test_leaving_when_it_is_gone_already_does_nothing(look: Look, page: QWidget) -> None:
    toast = _toast(page, look)

    toast.leave()

    assert toast.isHidden()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_words_wrap_inside_the_window(
    look: Look, qtbot: QtBot, page: QWidget, scale: float
) -> None:
    look.set("light", scale)
    toast = _toast(page, look)
    words = "Ibuprofen 400 mg saved for 18:40, after the spasm of 18:28. " * 3

    toast.say("pill", words, [("It is a spasm", "spasm", toast.hide), ("Undo", None, toast.hide)])

    assert page.rect().contains(toast.geometry())
    for button in toast.buttons:
        assert button.width() >= button.sizeHint().width()
    label = toast.findChildren(QWidget)[1]
    assert label.height() >= label.heightForWidth(label.width())


def test_it_follows_the_window_and_the_reading_side(
    look: Look, qtbot: QtBot, page: QWidget, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    toast = _toast(page, look)
    toast.say("drop", "Glass 6 added.")

    page.resize(1200, 700)

    qtbot.waitUntil(lambda: page.width() - toast.geometry().right() < 30)
    assert page.height() - toast.geometry().bottom() < 30


def test_it_says_how_much_of_the_foot_it_stands_on_and_when_it_is_gone(
    qtbot: QtBot, page: QWidget
) -> None:
    toast, taken = _toast(page, StillLook()), list[int]()
    toast.took.connect(taken.append)
    page.resize(900, 590)
    assert taken == []  # it is not there

    toast.say("drop", "Glass 6 added.")
    toast.leave()

    assert taken == [44 + 24, 0]
    toast.say("drop", "Glass 7 added.", [("Undo", "undo", lambda: None)])
    QTest.mouseClick(toast.buttons[0], LEFT)
    assert taken[2:] == [44 + 24, 0]


def test_it_goes_by_itself_where_it_came_up_beneath_a_pointer_that_rests(
    look: Look, qtbot: QtBot, page: QWidget
) -> None:
    toast = _toast(page, look)
    toast.say("drop", "Glass 6 added.", seconds=SHORT)
    rests = QPointF(QCursor.pos())
    QApplication.sendEvent(toast, QEnterEvent(rests, rests, rests))

    assert toast.counting
    qtbot.waitUntil(toast.isHidden)


def test_it_stays_once_that_pointer_moves(look: Look, page: QWidget) -> None:
    toast = _toast(page, look)
    toast.say("drop", "Glass 6 added.")
    QTest.mouseMove(toast, QPoint(20, 10))

    assert not toast.counting
