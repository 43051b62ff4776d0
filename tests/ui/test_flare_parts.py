"""Large words and buttons: as large as there is room for, and never too small to be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.flare_parts import FLOOR, BigButton, Line, Lines, fitted
from spasmlog.ui.flare_strip import FlareStrip
from spasmlog.ui.look import Look

TITLE, QUIET = Line(text="A glass of water", px=20), Line(text="2 so far", px=16, weight=400)


def sizes(look: Look, wide: int, high: int, *lines: Line, grown: float = 1.0) -> list[int]:
    return [each.font.pixelSize() for each in fitted(look, lines, wide, high, grown)]


def test_words_are_written_as_large_as_designed_where_there_is_room(worn: Look) -> None:
    assert sizes(worn, 400, 100, TITLE, QUIET) == [20, 16]
    assert sizes(worn, 400, 100, TITLE, QUIET, grown=1.5) == [30, 24]


def test_where_there_is_less_they_shrink_together_and_break_into_lines(worn: Look) -> None:
    big = Line(text="Spasm running for 1 h 12 min", px=48)
    (size,) = sizes(worn, 300, 60, big)

    assert FLOOR < size < 48
    (found,) = fitted(worn, [big], 300, 120)
    assert found.high > found.font.pixelSize() * 2


def test_what_has_no_room_is_left_out_from_the_end_and_the_last_is_cut(worn: Look) -> None:
    assert [each.line for each in fitted(worn, [TITLE, QUIET], 300, 30)] == [TITLE]
    (cut,) = fitted(worn, [TITLE, QUIET], 90, 30)
    assert cut.font.pixelSize() == FLOOR
    assert cut.line.text.startswith("A glass")
    assert cut.line.text.endswith("…")
    (rows,) = fitted(worn, [Line(text="word " * 60, px=20)], 200, 70)
    assert rows.line.text.count("word") > 4
    assert rows.high <= 70


def test_without_words_nothing_is_written(worn: Look) -> None:
    assert fitted(worn, [Line(text="", px=20)], 300, 100) == ()


def test_lines_are_told_to_a_screen_reader_in_one(qtbot: QtBot, worn: Look) -> None:
    lines = Lines(worn)
    qtbot.addWidget(lines)
    lines.show_lines(TITLE, Line(text="", px=16), QUIET)

    assert lines.accessibleName() == "A glass of water 2 so far"


def hover(widget: QWidget, *, on: bool) -> None:
    middle = QPointF(5, 5)
    enters, leaves = QEnterEvent(middle, middle, middle), QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(widget, enters if on else leaves)


def test_a_button_shows_that_the_pointer_is_on_it(qtbot: QtBot, worn: Look) -> None:
    button = BigButton(worn, "drop")
    qtbot.addWidget(button)
    button.show_words("Water & more", "2 so far")
    button.resize(300, 100)
    plain = button.grab().toImage()
    hover(button, on=True)
    lit = button.grab().toImage()
    hover(button, on=False)

    assert button.accessibleName() == "Water & more, 2 so far"
    assert [each.line.text for each in button.shown] == ["Water & more", "2 so far"]
    assert lit != plain
    assert button.grab().toImage() == plain


@pytest.mark.parametrize("made", ["button", "strip"])
def test_none_of_them_is_meant_to_be_smaller_than_a_finger(
    qtbot: QtBot, worn: Look, made: str
) -> None:
    widget = BigButton(worn) if made == "button" else FlareStrip(worn)
    qtbot.addWidget(widget)

    assert min(widget.sizeHint().width(), widget.sizeHint().height()) >= 64


def test_a_number_that_is_pressed_looks_pressed(qtbot: QtBot, worn: Look) -> None:
    strip = FlareStrip(worn)
    qtbot.addWidget(strip)
    strip.stand([QRect(100 * at, 0, 86, 80) for at in range(11)])
    tile = strip.tiles[3]
    before = tile.grab().toImage()
    tile.setDown(True)

    assert tile.grab().toImage() != before
    assert strip.width() == 100 * 10 + 86 + 12
