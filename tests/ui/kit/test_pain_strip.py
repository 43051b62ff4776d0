"""One press or one key on the strip says how bad it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.buttons import Button
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip, PainTile, band_word
from tests.ui.kit.seen import child_names, focusable, hover, name_of, pixel, put_up, spoken

LEFT = Qt.MouseButton.LeftButton


def _strip(look: Look, qtbot: QtBot, *, compact: bool = False, width: int = 900) -> PainStrip:
    strip = PainStrip(look, compact)
    strip.resize(width, strip.heightForWidth(width))
    put_up(strip, qtbot)
    return strip


def _tiles(strip: PainStrip) -> list[PainTile]:
    return strip.findChildren(PainTile)


@pytest.mark.parametrize("level", range(11))
def test_a_click_chooses_a_number(look: Look, qtbot: QtBot, level: int) -> None:
    strip = _strip(look, qtbot)

    with qtbot.waitSignal(strip.chosen, timeout=0) as chosen:
        QTest.mouseClick(_tiles(strip)[level], LEFT)

    assert chosen.args == [level]


@pytest.mark.parametrize(("key", "level"), [*((str(n), n) for n in range(10)), ("t", 10)])
def test_a_digit_chooses_and_t_is_ten(look: Look, qtbot: QtBot, key: str, level: int) -> None:
    strip = _strip(look, qtbot)
    strip.setFocus()

    with qtbot.waitSignal(strip.chosen, timeout=0) as chosen:
        QTest.keyClicks(_tiles(strip)[0], key)

    assert chosen.args == [level]


def test_a_digit_that_is_typed_with_shift_is_meant_here_too(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)

    with qtbot.waitSignal(strip.chosen, timeout=0) as chosen:
        QTest.keyClicks(_tiles(strip)[0], "7", Qt.KeyboardModifier.ShiftModifier)

    assert chosen.args == [7]


def test_a_digit_with_control_held_is_somebody_elses(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)

    with qtbot.assertNotEmitted(strip.chosen):
        QTest.keyClick(_tiles(strip)[0], Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_move_without_choosing_and_enter_or_space_chooses(
    look: Look, qtbot: QtBot, key: Qt.Key
) -> None:
    strip = _strip(look, qtbot)
    strip.setFocus()
    tiles = _tiles(strip)

    with qtbot.assertNotEmitted(strip.chosen):
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget() or tiles[0], Qt.Key.Key_Right)
        QTest.keyClick(tiles[3], Qt.Key.Key_Left)
    with qtbot.waitSignal(strip.chosen, timeout=0) as chosen:
        QTest.keyClick(tiles[2], key)

    assert tiles[2].hasFocus()
    assert chosen.args == [2]


def test_home_and_end_reach_the_ends_and_arrows_stop_there(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)
    strip.setFocus()
    tiles = _tiles(strip)

    QTest.keyClick(tiles[0], Qt.Key.Key_End)
    QTest.keyClick(tiles[10], Qt.Key.Key_Right)
    assert tiles[10].hasFocus()

    QTest.keyClick(tiles[10], Qt.Key.Key_Home)
    QTest.keyClick(tiles[0], Qt.Key.Key_Left)
    assert tiles[0].hasFocus()


def test_the_strip_is_one_stop_for_tab_at_the_number_it_shows(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    before, strip, after = Button("a", look), PainStrip(look), Button("b", look)
    for widget in (before, strip, after):
        column.addWidget(widget)
    strip.set_value(7)
    put_up(page, qtbot)
    before.setFocus()

    assert focusable(strip) == [_tiles(strip)[7]]
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert _tiles(strip)[7].hasFocus()
    QTest.keyClick(_tiles(strip)[7], Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_from_right_to_left_the_arrows_follow_the_eye(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip = _strip(look, qtbot)
    strip.setFocus()
    tiles = _tiles(strip)

    assert tiles[0].x() > tiles[10].x()
    QTest.keyClick(tiles[0], Qt.Key.Key_Left)
    assert tiles[1].hasFocus()


def test_a_screen_reader_meets_eleven_named_numbers(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)
    strip.set_value(4)

    names = child_names(strip)

    assert name_of(strip) == "Pain, 0 to 10"
    assert names == [f"Pain {level}, {band_word(level)}" for level in range(11)]
    checked = [spoken(strip).child(at).state().checked for at in range(11)]
    assert checked == [level == 4 for level in range(11)]
    assert spoken(strip).child(4).role() == QAccessible.Role.RadioButton


def test_words_run_from_none_to_worst() -> None:
    words = [band_word(level) for level in range(11)]

    assert words == ["none", *["mild"] * 3, *["moderate"] * 3, *["severe"] * 3, "worst"]


def test_the_ring_is_drawn_around_what_it_was_told_and_nothing_else(
    look: Look, qtbot: QtBot
) -> None:
    strip = _strip(look, qtbot)
    tile = _tiles(strip)[6]
    rim = QPoint(tile.x() + 1, tile.y() + tile.height() // 2)

    assert pixel(strip, rim.x(), rim.y()) != look.color("text")
    strip.set_value(6)
    assert strip.value() == 6
    assert pixel(strip, rim.x(), rim.y()) == look.color("text")
    strip.set_value(None)
    assert strip.value() is None
    assert pixel(strip, rim.x(), rim.y()) != look.color("text")
    assert not any(tile.isChecked() for tile in _tiles(strip))


def test_choosing_shows_nothing_by_itself(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)

    QTest.mouseClick(_tiles(strip)[3], LEFT)

    assert strip.value() is None
    assert not _tiles(strip)[3].isChecked()


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_each_tile_wears_its_step_of_the_ramp(look: Look, qtbot: QtBot, theme_name: str) -> None:
    look.set(theme_name, 1.0)
    strip = _strip(look, qtbot)

    for level, tile in enumerate(_tiles(strip)):
        assert pixel(tile, 12, 12) == look.color(f"pain-{level}")


def test_hovered_and_pressed_tiles_look_different(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)
    tile = _tiles(strip)[5]
    hover(tile, on=False)
    at_rest = tile.grab().toImage()

    tile.setDown(True)
    pressed = tile.grab().toImage()
    tile.setDown(False)
    hover(tile, on=True)
    hovered = tile.grab().toImage()

    assert at_rest != pressed
    assert at_rest != hovered
    assert pressed != hovered


@pytest.mark.parametrize(
    ("scale", "width", "rows"), [(1.0, 900, 1), (1.0, 400, 2), (1.5, 1100, 1), (2.0, 1100, 2)]
)
def test_the_strip_breaks_where_it_is_narrow_or_the_text_large(
    look: Look, qtbot: QtBot, scale: float, width: int, rows: int
) -> None:
    look.set("light", scale)
    strip = _strip(look, qtbot, width=width)

    tops = [tile.y() for tile in _tiles(strip)]

    assert len(set(tops)) == rows
    assert tops[:6] == [tops[0]] * 6
    assert tops[6:] == [tops[6]] * 5
    for tile in _tiles(strip):
        assert strip.rect().contains(tile.geometry())


def test_tiles_follow_a_change_of_the_text_at_once(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)
    before = _tiles(strip)[0].height()

    look.set("light", 2.0)

    assert _tiles(strip)[0].height() > 1.5 * before


def test_the_compact_strip_keeps_one_row_of_small_tiles(look: Look, qtbot: QtBot) -> None:
    strip = PainStrip(look, compact=True)
    strip.resize(strip.sizeHint())
    put_up(strip, qtbot)

    tiles = _tiles(strip)
    assert {tile.y() for tile in tiles} == {0}
    assert {(tile.width() - 8, tile.height() - 8) for tile in tiles} == {(26, 32)}
    assert tiles[1].x() - tiles[0].x() == 29


def test_a_press_between_two_tiles_still_counts_as_one_of_them(look: Look, qtbot: QtBot) -> None:
    strip = _strip(look, qtbot)
    between = _tiles(strip)[4].geometry().right() - 3

    hit = strip.childAt(QPointF(between, 30).toPoint())

    assert isinstance(hit, PainTile)
