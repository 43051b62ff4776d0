"""Rows hold real text, open and are deleted by key, and grow with what is in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.look import Look
from spasmlog.ui.record_table import Row, RowList
from tests.ui.kit.gallery import ROWS
from tests.ui.kit.seen import name_of, put_up

LEFT = Qt.MouseButton.LeftButton
LONG = Row(
    id="x",
    time="12:00",
    icon="note",
    text="A long note that goes on and on, from the lower back down into the left calf " * 4,
    quiet="typed at 12:40, changed twice since then",
    value="a great deal better than before",
)


def _rows(look: Look, qtbot: QtBot, rows: tuple[Row, ...] = ROWS, width: int = 560) -> RowList:
    shown = RowList(look)
    shown.resize(width, 100)
    shown.show_rows(rows)
    put_up(shown, qtbot)
    return shown


def test_each_row_is_read_out_whole(look: Look, qtbot: QtBot) -> None:
    shown = _rows(look, qtbot)
    model = shown.model()

    said = [model.index(at, 0).data() for at in range(model.rowCount())]

    assert said[1] == "18:40, Ibuprofen, 400 mg"
    assert said[4] == "08:15, Pain on waking, 3, added later, at 12:02"
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == said[1]
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert name_of(shown) == "Entries"


def test_enter_and_a_double_click_open_and_del_asks_to_delete(look: Look, qtbot: QtBot) -> None:
    shown = _rows(look, qtbot)
    shown.setFocus()
    opened: list[str] = []
    asked: list[str] = []
    shown.opened.connect(opened.append)
    shown.delete_asked.connect(asked.append)

    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    middle = shown.visualRect(shown.model().index(3, 0)).center()
    QTest.mouseClick(shown.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseDClick(shown.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle)
    # The test library leaves the button down after a double click.
    QTest.mouseRelease(shown.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle)

    assert opened == ["b", "d"]
    assert asked == ["c"]


def test_keys_on_an_empty_list_do_nothing(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    shown = RowList(look)
    QVBoxLayout(page).addWidget(shown)
    put_up(page, qtbot)

    with qtbot.assertNotEmitted(shown.opened), qtbot.assertNotEmitted(shown.delete_asked):
        QTest.keyClick(shown, Qt.Key.Key_Return)
        QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert shown.height() == 0
    assert shown.ring_area().height() == 0


def test_the_keyboards_row_stays_when_the_rows_are_shown_again(look: Look, qtbot: QtBot) -> None:
    shown = _rows(look, qtbot)
    shown.setCurrentIndex(shown.model().index(2, 0))

    shown.show_rows((Row(id="new", time="20:00", icon="drop", text="Water"), *ROWS))
    assert shown.currentIndex().row() == 3

    shown.show_rows(ROWS[:2])
    assert not shown.currentIndex().isValid()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [320, 560, 1100])
def test_the_list_is_as_high_as_its_rows_and_never_scrolls(
    look: Look, qtbot: QtBot, scale: float, width: int
) -> None:
    look.set("light", scale)
    shown = _rows(look, qtbot, (*ROWS, LONG), width)

    heights = [shown.sizeHintForRow(at) for at in range(6)]

    assert shown.height() == sum(heights)
    assert shown.verticalScrollBar().maximum() == 0
    assert min(heights) >= look.px(31)
    assert heights[5] > heights[1]


def test_narrower_rows_are_higher_rows(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    shown = RowList(look)
    shown.show_rows((LONG,))
    column.addWidget(shown)
    column.addStretch(1)
    page.resize(900, 600)
    put_up(page, qtbot)
    before = shown.height()

    page.resize(400, 600)

    qtbot.waitUntil(lambda: shown.height() > before)


def test_a_list_that_does_not_grow_keeps_its_height(look: Look, qtbot: QtBot) -> None:
    shown = RowList(look, grow=False, name="Records")
    shown.show_rows(ROWS * 9)
    shown.resize(500, 120)
    put_up(shown, qtbot)

    assert shown.height() == 120
    assert shown.verticalScrollBar().maximum() > 0
    assert name_of(shown) == "Records"


def test_the_ring_goes_around_the_row_in_focus(look: Look, qtbot: QtBot) -> None:
    shown = _rows(look, qtbot)
    shown.clearFocus()
    shown.setFocus()

    assert shown.currentIndex().row() == 0
    first = shown.ring_area()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.ring_area().top() == first.bottom()


def test_rows_are_drawn_from_the_reading_side(look: Look, qtbot: QtBot, qapp: QApplication) -> None:
    rows = (Row(id="a", time="19:05", icon="", text="", value=""),)
    shown = _rows(look, qtbot, rows)
    shown.clearFocus()
    left = shown.grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = shown.grab().toImage()

    half = left.width() // 2
    high = range(left.height())
    inked = [x for x in range(left.width()) for y in high if left.pixelColor(x, y).alpha()]
    turned = [x for x in range(right.width()) for y in high if right.pixelColor(x, y).alpha()]
    assert inked
    assert max(inked) < half
    assert turned
    assert min(turned) > half


def test_no_parent_means_the_rows_themselves(look: Look, qtbot: QtBot) -> None:
    assert _rows(look, qtbot).model().rowCount(QModelIndex()) == 5
