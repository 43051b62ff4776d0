"""The focus ring shows where the keyboard is, and only the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.buttons import Button
from spasmlog.ui.focus_ring import FocusRing
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip, PainTile
from spasmlog.ui.record_table import Row, RowList
from spasmlog.ui.stepper import Stepper
from tests.ui.kit.seen import pixel, put_up

LEFT = Qt.MouseButton.LeftButton


class Page(QWidget):
    """Two buttons, a strip and a stepper in a window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.first, self.second = Button("First", look), Button("Second", look)
        self.strip, self.stepper = PainStrip(look), Stepper(look, "Worst pain", 0, 10)
        column = QVBoxLayout(self)
        for widget in (self.first, self.second, self.strip, self.stepper):
            column.addWidget(widget)
        self.ring = FocusRing(look, self)
        self.resize(700, 400)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> Page:
    page = Page(look)
    put_up(page, qtbot)
    return page


def test_tab_brings_the_ring_to_each_control_in_turn(look: Look, page: Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.ring.target is page.first

    QTest.keyClick(page.first, Qt.Key.Key_Tab)

    assert page.ring.target is page.second
    spot = page.second.geometry()
    assert pixel(page, spot.center().x(), spot.top() - 3) == look.color("focus")
    assert pixel(page, spot.center().x(), page.first.geometry().top() - 3) != look.color("focus")


def test_a_press_of_the_mouse_brings_no_ring(page: Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.mouseClick(page.second, LEFT)

    assert page.second.hasFocus()
    assert page.ring.target is None


def test_a_press_on_the_control_in_focus_takes_the_ring_away(page: Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.mouseClick(page.first, LEFT)

    assert page.first.hasFocus()
    assert page.ring.target is None


def test_keys_after_the_mouse_bring_it_back(page: Page) -> None:
    QTest.mouseClick(page.first, LEFT)

    QTest.keyClick(page.first, Qt.Key.Key_Tab)

    assert page.ring.target is page.second


def test_it_goes_along_with_the_arrows_inside_a_strip(page: Page) -> None:
    tiles = page.strip.findChildren(PainTile)
    page.second.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.second, Qt.Key.Key_Tab)

    QTest.keyClick(tiles[0], Qt.Key.Key_Right)

    assert page.ring.target is tiles[1]


def test_it_stands_outside_the_ring_of_the_chosen_tile(look: Look, page: Page) -> None:
    tiles = page.strip.findChildren(PainTile)
    plain = tiles[5].ring_area()

    page.strip.set_value(5)

    assert tiles[5].ring_area().contains(plain)
    assert tiles[5].ring_area() != plain


def test_it_goes_around_the_whole_of_a_stepper(look: Look, page: Page) -> None:
    page.stepper.setFocus(Qt.FocusReason.TabFocusReason)

    spot = page.stepper.geometry()
    assert pixel(page, spot.center().x(), spot.top() - 3) == look.color("focus")
    assert pixel(page, spot.left() - 3, spot.center().y()) == look.color("focus")


def test_it_goes_along_with_the_rows_inside_a_list(look: Look, page: Page, qtbot: QtBot) -> None:
    rows = RowList(look, parent=page)
    rows.setGeometry(0, 260, 300, 140)
    rows.show_rows(
        tuple(Row(id=str(at), time="10:00", icon="glass", text="Water") for at in range(3))
    )
    rows.show()
    rows.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)

    def around_row() -> bool:
        row = rows.ring_area().translated(rows.pos()).toRect()
        return pixel(page, row.center().x(), row.top() - 3) == look.color("focus")

    assert rows.currentIndex().row() == 2
    qtbot.waitUntil(around_row)


def test_it_moves_with_its_control(look: Look, page: Page) -> None:
    page.second.setFocus(Qt.FocusReason.TabFocusReason)

    page.second.move(page.second.x(), page.second.y() + 20)

    spot = page.second.geometry()
    assert pixel(page, spot.center().x(), spot.top() - 3) == look.color("focus")


def test_it_leaves_with_the_focus(page: Page) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)

    page.first.clearFocus()

    assert page.ring.target is None


def test_it_never_takes_a_click_or_the_focus(page: Page, qtbot: QtBot) -> None:
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    above = QApplication.widgetAt(page.first.mapToGlobal(page.first.rect().center()))

    assert above is page.first
    assert page.childAt(page.first.geometry().center()) is page.first


def test_it_scrolls_with_its_page_and_outlives_it(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    area = QScrollArea()
    area.setWidgetResizable(True)
    inside = Page(look)
    inside.setMinimumHeight(900)
    area.setWidget(inside)
    other = Button("Other", look)
    column.addWidget(area)
    column.addWidget(other)
    ring = FocusRing(look, window)
    window.resize(600, 300)
    put_up(window, qtbot)
    inside.second.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is inside.second

    area.verticalScrollBar().setValue(20)
    spot = inside.second.geometry()
    assert pixel(inside, spot.center().x(), spot.top() - 3) == look.color("focus")

    area.takeWidget().deleteLater()
    QApplication.sendPostedEvents(inside, 0)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(other, Qt.Key.Key_Tab)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is other


def test_each_window_has_its_own(look: Look, page: Page, qtbot: QtBot) -> None:
    second = Page(look)
    page.first.setFocus(Qt.FocusReason.TabFocusReason)
    put_up(second, qtbot)

    second.first.setFocus(Qt.FocusReason.TabFocusReason)

    assert second.ring.target is second.first
    assert page.ring.target is None
