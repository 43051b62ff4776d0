"""Sidebar, header and one scrolled place for each page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from spasmlog.ui.frame import CONTENT, GUTTER, Frame
from spasmlog.ui.look import Look
from spasmlog.ui.sidebar import NARROW, NavButton, Sidebar

ITEMS = (
    ("today", "today", "Today", "Ctrl+1"),
    ("history", "calendar", "History", ""),
    ("emergency", "emergency", "Emergency signs", "F1"),
)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    look = Look("light", 1.0)
    look.apply(qapp)
    return look


@pytest.fixture
def frame(qtbot: QtBot, look: Look) -> Frame:
    frame = Frame(look, ITEMS)
    qtbot.addWidget(frame)
    for name in ("today", "history"):
        frame.add(name, QWidget())
    frame.resize(1280, 800)
    frame.show()
    return frame


def test_a_place_is_shown_with_its_title_and_marked(frame: Frame) -> None:
    frame.show_place("history", "History")

    assert frame.title.text() == "History"
    assert frame.dock.isVisible()
    assert frame.sidebar.button("history").isChecked()
    assert not frame.sidebar.button("today").isChecked()
    frame.show_place("today", "Today")
    assert not frame.dock.isVisible()


def test_a_page_is_no_wider_than_can_be_read(frame: Frame, look: Look) -> None:
    frame.resize(2400, 800)
    area = frame.places.currentWidget()
    assert isinstance(area, QScrollArea)
    holder = area.widget()
    page = holder and holder.findChild(QWidget)
    assert page is not None

    assert page.width() <= CONTENT
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_where_it_is_narrow_only_icons_are_left(frame: Frame, look: Look) -> None:
    wide = frame.sidebar.width()
    frame.resize(1000, 600)
    assert frame.sidebar.width() == NARROW < wide
    frame.resize(1280, 800)
    look.set("light", 1.75)

    assert frame.sidebar.width() < wide


def test_pressing_a_page_chooses_it(qtbot: QtBot, frame: Frame) -> None:
    chosen: list[str] = []
    frame.sidebar.chosen.connect(chosen.append)
    for name in ("history", "emergency"):
        QTest.mouseClick(frame.sidebar.button(name), Qt.MouseButton.LeftButton)

    assert chosen == ["history", "emergency"]
    assert not frame.sidebar.button("emergency").isCheckable()


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_the_badge_is_painted_and_told(
    qtbot: QtBot, look: Look, narrow: bool, mirrored: bool
) -> None:
    sidebar = Sidebar(look, ITEMS)
    qtbot.addWidget(sidebar)
    sides = Qt.LayoutDirection
    sidebar.setLayoutDirection(sides.RightToLeft if mirrored else sides.LeftToRight)
    sidebar.set_narrow(narrow)
    sidebar.resize(sidebar.width(), 400)
    sidebar.show()
    button = sidebar.button("history")
    bare = button.grab().toImage()
    button.set_badge(3)
    with_badge = button.grab().toImage()
    described = button.accessibleDescription()
    button.set_badge(0)

    assert with_badge != bare
    assert "3" in described
    assert button.accessibleDescription() == ""
    assert button.grab().toImage() == bare


def test_a_button_shows_that_the_pointer_is_on_it(qtbot: QtBot, look: Look) -> None:
    button = NavButton(look, "today", "Today", "")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    before = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    middle = button.rect().center().toPointF()
    QApplication.sendEvent(button, QEnterEvent(middle, middle, middle))

    assert button.grab().toImage() != before
    assert button.toolTip() == "Today"
    assert button.minimumSizeHint().width() < button.sizeHint().width()


@pytest.mark.parametrize("wide", [1280, 1000])
def test_the_key_to_the_emergency_signs_is_seen_beside_the_word_and_without_it(
    frame: Frame, look: Look, wide: int
) -> None:
    frame.resize(wide, 800)
    shown = frame.sidebar.button("emergency")
    plain = NavButton(look, "emergency", "Emergency signs", "F1", "emergency")
    plain.set_narrow(wide < 1080)
    plain.setParent(frame)
    plain.setGeometry(shown.geometry())

    ink = sum(_inked(shown)) - sum(_inked(plain))

    assert ink > 20


def _inked(button: NavButton) -> list[bool]:
    """Which pixels are of the words, the icon or the key."""
    picture = button.grab().toImage()
    ground = picture.pixelColor(0, 0)
    return [
        picture.pixelColor(x, y) != ground
        for x in range(picture.width())
        for y in range(picture.height())
    ]


TAKEN = 68


def foot_of(frame: Frame, page_high: int) -> tuple[QPushButton, QScrollBar]:
    """A page with a button at its end, and what scrolls it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    button = QPushButton("Save")
    column.addWidget(button)
    page.setMinimumHeight(page_high)
    frame.add("settings", page)
    frame.show_place("settings", "Settings")
    QApplication.processEvents()
    area = frame.places.currentWidget()
    assert isinstance(area, QScrollArea)
    return button, area.verticalScrollBar()


def free(frame: Frame, button: QWidget) -> bool:
    """Whether it ends above what is taken of the foot, and not out of sight."""
    QApplication.processEvents()
    end = button.mapTo(frame.body, QPoint(0, button.height())).y()
    return end <= frame.body.height() - TAKEN


@pytest.mark.parametrize("high", [100, 2000])
def test_what_stands_on_the_foot_covers_no_button_at_the_end_of_a_page(
    frame: Frame, high: int
) -> None:
    button, bar = foot_of(frame, high)
    bar.setValue(bar.maximum())
    assert not free(frame, button)
    frame.leave_free(TAKEN)
    above = free(frame, button)
    frame.leave_free(0)

    assert above
    assert not free(frame, button)
    assert bar.value() == bar.maximum()


def test_a_page_that_can_be_scrolled_on_stays_as_it_is_until_its_end(frame: Frame) -> None:
    button, bar = foot_of(frame, 2000)
    before = bar.maximum()
    frame.leave_free(TAKEN)
    assert bar.maximum() == before
    bar.setValue(before)

    assert bar.maximum() == before + TAKEN + GUTTER
    assert bar.value() == bar.maximum()
    assert free(frame, button)


def test_a_page_with_nothing_to_be_used_there_stays_as_it_is(frame: Frame) -> None:
    frame.show_place("history", "History")
    before = frame.places.height()
    frame.leave_free(TAKEN)
    QApplication.processEvents()

    assert frame.places.height() == before
