"""The small table and the links of days: widths, keys, what is read out, both directions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.beside import Beside
from spasmlog.ui.cell_table import CellTable, shared_widths
from spasmlog.ui.day_links import DayLinks, DayTile
from spasmlog.ui.look import Look
from spasmlog.views.cells import Cell, Cells, day_link
from tests.build import TODAY, day
from tests.dressing import dressed
from tests.ui.kit.seen import put_up, spoken

CELLS = Cells(
    headings=("Ended", "Treated with", "Days between"),
    rows=(
        (Cell(text="14 Jun", day=day(17)), Cell(text="Ice"), Cell(text="15", share=1.0)),
        (Cell(text="6 Jun", day=day(25)), Cell(text="Heat"), Cell(text="8", share=0.5)),
    ),
)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    with dressed(qapp) as look:
        yield look


class Heard(QWidget):
    """A window that notes the keys that nothing in it wanted."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.keys: list[str] = []
        QVBoxLayout(self).addWidget(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.text())


def table_of(look: Look, qtbot: QtBot, wide: int = 600) -> tuple[CellTable, Heard]:
    table = CellTable(look, "Receipts")
    table.show_cells(CELLS)
    heard = Heard(table)
    heard.resize(wide, 200)
    put_up(heard, qtbot)
    return table, heard


def is_bar(table: CellTable, x: int, y: int, look: Look) -> bool:
    color: QColor = table.viewport().grab().toImage().pixelColor(x, y)
    return color == look.color("routine")


def test_it_is_as_high_as_its_rows_and_as_wide_as_there_is_room(look: Look, qtbot: QtBot) -> None:
    table, _heard = table_of(look, qtbot)

    assert table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2) == (
        table.viewport().width()
    )
    assert table.viewport().height() == table.rowHeight(0) + table.rowHeight(1)


def test_dates_are_never_broken_however_narrow_it_is(look: Look) -> None:
    widths = shared_widths(look, CELLS, 150)

    assert widths[0] == shared_widths(look, CELLS, 120)[0]
    assert widths[2] < shared_widths(look, CELLS, 600)[2]


def test_a_bar_stands_before_its_number_from_the_reading_side(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    table, _heard = table_of(look, qtbot)
    spot = table.visualRect(table.model().index(0, 2))
    middle = spot.center().y()
    assert is_bar(table, spot.left() + 3, middle, look)
    assert not is_bar(table, spot.right() - 3, middle, look)

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()

    spot = table.visualRect(table.model().index(0, 2))
    assert is_bar(table, spot.right() - 3, middle, look)
    assert not is_bar(table, spot.left() + 3, middle, look)


def test_a_day_is_read_out_with_what_it_does(look: Look, qtbot: QtBot) -> None:
    table, _heard = table_of(look, qtbot)
    role = Qt.ItemDataRole.AccessibleTextRole

    assert table.model().index(0, 0).data(role) == "Show 14 Jun 2026 in History"
    assert table.model().index(0, 1).data(role) == "Ice"
    assert spoken(table).rect().height() > 0


def test_digits_and_letters_are_left_to_the_window(look: Look, qtbot: QtBot) -> None:
    table, heard = table_of(look, qtbot)
    table.setFocus()

    QTest.keyClicks(table, "7w")

    assert heard.keys == ["7", "w"]


def test_the_pointer_shows_what_can_be_opened(look: Look, qtbot: QtBot) -> None:
    table, _heard = table_of(look, qtbot)
    for column, shape in (
        (0, Qt.CursorShape.PointingHandCursor),
        (1, Qt.CursorShape.ArrowCursor),
    ):
        spot = table.visualRect(table.model().index(0, column))
        QTest.mouseMove(table.viewport(), spot.topLeft() + QPoint(4, 8))
        assert table.viewport().cursor().shape() == shape


def test_other_cells_keep_the_place_of_the_keyboard(look: Look, qtbot: QtBot) -> None:
    table, _heard = table_of(look, qtbot)
    table.setCurrentIndex(table.model().index(1, 2))

    table.show_cells(Cells(headings=CELLS.headings, rows=CELLS.rows[:1]))

    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 2)


def test_larger_text_makes_higher_rows(look: Look, qtbot: QtBot) -> None:
    table, _heard = table_of(look, qtbot)
    before = table.rowHeight(0)

    look.set("dark", 2.0)

    assert table.rowHeight(0) > before


def links_of(look: Look, qtbot: QtBot, wide: int = 400) -> tuple[DayLinks, Heard]:
    links = DayLinks(look, "Days")
    links.show_days(tuple(day_link(day(ago), TODAY) for ago in (1, 5, 9, 400)))
    heard = Heard(links)
    heard.resize(wide, 200)
    put_up(heard, qtbot)
    return links, heard


def test_a_press_on_a_day_says_which(look: Look, qtbot: QtBot) -> None:
    links, _heard = links_of(look, qtbot)
    chosen: list[object] = []
    links.chosen.connect(chosen.append)
    first, second, *_others = links.findChildren(DayTile)
    assert first.accessibleName() == "Show 30 Jun 2026 in History"

    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)

    assert chosen == [day(1), day(5)]


def test_days_break_into_lines_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    links, _heard = links_of(look, qtbot)

    assert links.heightForWidth(100) > 3 * links.heightForWidth(1000)
    assert links.sizeHint().height() == links.heightForWidth(1000)


def test_days_are_set_from_the_right_where_that_is_read_first(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    links, _heard = links_of(look, qtbot)
    first = links.focusProxy()
    assert first is not None
    assert first.x() == 0

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()

    assert first.geometry().right() == links.width() - 1


def test_fewer_days_take_the_others_away(look: Look, qtbot: QtBot) -> None:
    links, _heard = links_of(look, qtbot)

    links.show_days((day_link(day(3), TODAY),))

    visible = [each for each in links.findChildren(QWidget) if each.isVisible()]
    assert [each.accessibleName() for each in visible] == ["Show 28 Jun 2026 in History"]
    links.show_days(())
    assert links.sizeHint().height() == 0


def test_two_columns_become_one_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    beside = Beside(look, (3, 1), 500)
    left, right = QWidget(), QWidget()
    for card in (left, right):
        card.setMinimumHeight(40)
    beside.show_cards((left,), (right,))
    beside.resize(800, 300)
    put_up(beside, qtbot)
    assert right.x() > left.width()
    assert left.width() > 2 * right.width()

    beside.resize(480, 300)
    QApplication.processEvents()

    assert beside.narrow
    assert (right.x(), right.y() > left.y()) == (0, True)
    assert not beside.show_cards((left,), (right,))
    assert beside.show_cards((right,), ())
    assert not left.isVisible()
