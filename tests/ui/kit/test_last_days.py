"""The last days show what was written down, and hatch what was not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.ui.last_days import DayTile, LastDays
from spasmlog.ui.look import Look
from tests.ui.kit.gallery import DAYS
from tests.ui.kit.seen import child_names, focusable, hover, pixel, put_up

LEFT = Qt.MouseButton.LeftButton


def _days(look: Look, qtbot: QtBot, width: int = 560) -> LastDays:
    days = LastDays(look)
    days.show_days(DAYS)
    days.resize(width, days.heightForWidth(width))
    put_up(days, qtbot)
    return days


def _tiles(days: LastDays) -> list[DayTile]:
    return [tile for tile in days.findChildren(DayTile) if not tile.isHidden()]


def test_each_day_is_named_with_what_is_known_of_it(look: Look, qtbot: QtBot) -> None:
    names = child_names(_days(look, qtbot))

    assert len(names) == 14
    assert names[0] == "8 Nov: worst pain 2"
    assert names[3] == "11 Nov: no entry"
    assert names[9] == "17 Nov: worst pain 0"
    assert names[10] == "18 Nov: entry without a number"


def test_no_entry_zero_no_number_and_pain_look_different(look: Look, qtbot: QtBot) -> None:
    tiles = _tiles(_days(look, qtbot))
    pictures = [tiles[at].grab().toImage() for at in (3, 9, 10, 13)]

    for at, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[at + 1 :])
    assert pixel(tiles[13], 5, 6) == look.color("pain-4")


def test_a_day_is_chosen_by_click_and_by_key(look: Look, qtbot: QtBot) -> None:
    days = _days(look, qtbot)
    tiles = _tiles(days)

    with qtbot.waitSignal(days.chosen, timeout=0) as chosen:
        QTest.mouseClick(tiles[6], LEFT)
    assert chosen.args == [6]

    QTest.keyClick(tiles[6], Qt.Key.Key_Right)
    assert tiles[7].hasFocus()
    with qtbot.waitSignal(days.chosen, timeout=0) as chosen:
        QTest.keyClick(tiles[7], Qt.Key.Key_Return)
    assert chosen.args == [7]


def test_tab_comes_to_the_newest_day_and_the_row_is_one_stop(look: Look, qtbot: QtBot) -> None:
    days = _days(look, qtbot)

    assert focusable(days) == [_tiles(days)[-1]]


def test_other_days_take_the_place_of_the_first(look: Look, qtbot: QtBot) -> None:
    days = _days(look, qtbot)
    kept = _tiles(days)

    days.show_days(tuple((f"{at} Nov", at, True) for at in range(14)))
    assert _tiles(days) == kept
    assert child_names(days)[5] == "5 Nov: worst pain 5"

    days.show_days(DAYS[:3])
    assert len(_tiles(days)) == 3
    assert focusable(days)[-1] is _tiles(days)[-1]

    days.show_days(())
    assert _tiles(days) == []
    assert days.grab().width() == days.width()


def test_a_day_in_focus_keeps_it_when_the_days_are_shown_again(look: Look, qtbot: QtBot) -> None:
    days = _days(look, qtbot)
    _tiles(days)[-1].setFocus()
    QTest.keyClick(_tiles(days)[-1], Qt.Key.Key_Home)

    days.show_days(DAYS)

    assert _tiles(days)[0].hasFocus()
    assert focusable(days) == [_tiles(days)[0]]


@pytest.mark.parametrize(("scale", "width", "rows"), [(1.0, 560, 1), (2.0, 560, 2)])
def test_the_days_stand_in_two_rows_where_one_is_too_narrow(
    look: Look, qtbot: QtBot, scale: float, width: int, rows: int
) -> None:
    look.set("light", scale)
    days = _days(look, qtbot, width)

    tops = {tile.y() for tile in _tiles(days)}

    assert len(tops) == rows
    for tile in _tiles(days):
        assert days.rect().contains(tile.geometry())
        assert tile.width() >= days.minimumSizeHint().width() // 7


def test_the_oldest_stands_at_the_reading_side(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    tiles = _tiles(_days(look, qtbot))

    assert tiles[0].x() > tiles[-1].x()


def test_the_day_under_the_pointer_is_outlined(look: Look, qtbot: QtBot) -> None:
    tile = _tiles(_days(look, qtbot))[0]
    hover(tile, on=False)
    before = tile.grab().toImage()

    hover(tile, on=True)

    assert tile.grab().toImage() != before
