"""Cards, tags and the states in between say what they are in words as well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import LEVELS, Card, EmptyState, ErrorCard, HatchedFrame, Picture, Tag
from spasmlog.ui.drawings import Glasses, LevelTile
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look
from tests.ui.kit.seen import name_of, pixel, put_up


def _words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.text()]


def test_a_card_is_named_by_its_title_and_can_be_renamed(look: Look, qtbot: QtBot) -> None:
    card = Card(look, "Water", "5 glasses", icon="drop")
    qtbot.addWidget(card)

    assert name_of(card) == "Water"
    card.set_title("Drinks")
    card.set_note("6 glasses")
    assert name_of(card) == "Drinks"
    assert _words(card) == ["Drinks", "6 glasses"]


def test_a_card_without_a_title_has_no_empty_header(look: Look, qtbot: QtBot) -> None:
    card = Card(look)
    qtbot.addWidget(card)

    assert card.body.count() == 0


def _apart(a: QColor, b: QColor) -> int:
    """How far two colours are apart; thin strokes never reach their full colour."""
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_a_card_stands_out_from_the_paper(look: Look, qtbot: QtBot, theme_name: str) -> None:
    look.set(theme_name, 1.0)
    card = Card(look, "Water")
    card.resize(300, 100)
    put_up(card, qtbot)

    assert pixel(card, 150, 80) == look.color("surface")
    assert pixel(card, 150, 0) == look.color("line")


@pytest.mark.parametrize("level", sorted(LEVELS))
def test_a_tag_says_its_level_in_shape_word_and_colour(
    look: Look, qtbot: QtBot, level: str
) -> None:
    tag = Tag(look, level)
    tag.resize(tag.sizeHint())
    put_up(tag, qtbot)
    role, _icon, word = LEVELS[level]

    assert name_of(tag) == word
    assert pixel(tag, 4, tag.height() // 2) == look.color(f"{role}-soft")
    picture, ink = tag.grab().toImage(), look.color(role)
    sign = [picture.pixelColor(x, y) for x in range(9, 23) for y in range(tag.height())]
    assert min(_apart(color, ink) for color in sign) < 60


def test_a_tag_can_carry_other_words_and_another_level(look: Look, qtbot: QtBot) -> None:
    tag = Tag(look, "clock", "Asked 18:31")
    qtbot.addWidget(tag)
    assert name_of(tag) == "Asked 18:31"
    narrow = tag.sizeHint().width()

    tag.set_level("prompt")

    assert name_of(tag) == "Speak to someone today or tomorrow"
    assert tag.sizeHint().width() > narrow


def test_levels_differ_in_their_shape_where_they_differ_in_urgency() -> None:
    urgent = [LEVELS[level][1] for level in ("emergency", "prompt", "routine", "info")]

    assert len(set(urgent)) == 4


def test_an_empty_place_says_what_is_blank_and_offers_a_beginning(look: Look, qtbot: QtBot) -> None:
    button = Button("No spasm so far", look)
    empty = EmptyState(look, "today", "Nothing logged yet", "A blank day is not zero.", [button])
    qtbot.addWidget(empty)

    assert name_of(empty) == "Nothing logged yet"
    assert _words(empty) == ["Nothing logged yet", "A blank day is not zero."]
    assert button.window() is empty


def test_a_refusal_is_framed_in_amber_and_never_in_red(look: Look, qtbot: QtBot) -> None:
    card = ErrorCard(look, "Not saved", "Free some space.", [Button("Try again", look)])
    card.resize(400, 200)
    put_up(card, qtbot)

    assert pixel(card, 200, 1) == look.color("prompt")
    assert _words(card) == ["Not saved", "Free some space."]


def test_a_chart_held_back_says_why_to_eye_and_ear(look: Look, qtbot: QtBot) -> None:
    frame = HatchedFrame(look, "9 logged days so far.", "This needs 30.")
    qtbot.addWidget(frame)
    assert name_of(frame) == "9 logged days so far. This needs 30."

    frame.set_text("10 logged days so far.")

    assert name_of(frame) == "10 logged days so far."


def test_a_picture_follows_the_theme(look: Look, qtbot: QtBot) -> None:
    picture = Picture(look, "drop", "hydration")
    qtbot.addWidget(picture)
    before = picture.pixmap().toImage()

    look.set("dark", 1.0)
    assert picture.pixmap().toImage() != before
    look.set("light", 1.0)
    assert picture.pixmap().toImage() == before


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 glasses of water"), (1, "1 glass of water"), (9, "9 glasses of water")],
)
def test_glasses_are_counted_in_words(look: Look, qtbot: QtBot, count: int, said: str) -> None:
    glasses = Glasses(look)
    qtbot.addWidget(glasses)

    glasses.set_count(count)

    assert name_of(glasses) == said


def test_many_glasses_stand_closer_and_then_in_rows(look: Look, qtbot: QtBot) -> None:
    glasses = Glasses(look)
    put_up(glasses, qtbot)
    heights = []
    for count in (5, 16, 17, 40):
        glasses.set_count(count)
        heights.append(glasses.sizeHint().height())
        glasses.resize(120, heights[-1])
        assert not glasses.grab().isNull()

    assert heights[0] == heights[1] < heights[2] < heights[3]


def test_one_more_glass_is_filled_from_the_reading_side(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    glasses = Glasses(look)
    glasses.resize(glasses.sizeHint())
    put_up(glasses, qtbot)
    glasses.set_count(1)

    blue = look.color("hydration")
    assert pixel(glasses, glasses.width() - 14, 20) == blue
    assert pixel(glasses, 14, 20) != blue


def test_the_big_tile_says_a_number_or_that_there_is_none(look: Look, qtbot: QtBot) -> None:
    tile = LevelTile(look)
    tile.resize(tile.sizeHint())
    put_up(tile, qtbot)
    assert name_of(tile) == "Pain not typed"
    assert pixel(tile, 10, 10) != look.color("pain-6")

    tile.set_value(6)

    assert name_of(tile) == "Pain 6 of 10"
    assert pixel(tile, 10, 10) == look.color("pain-6")


def _chips(look: Look) -> list[Button]:
    return [Button(word, look) for word in ("one", "two", "three", "four", "five")]


def test_things_flow_into_as_many_lines_as_the_width_asks_for(look: Look, qtbot: QtBot) -> None:
    flow = Flow(_chips(look))
    put_up(flow, qtbot)

    one_line = flow.sizeHint()
    assert flow.heightForWidth(one_line.width()) == one_line.height() == 32
    assert flow.heightForWidth(one_line.width() - 1) == 2 * 32 + 8
    assert flow.heightForWidth(10) == 5 * 32 + 4 * 8

    flow.resize(150, flow.heightForWidth(150))
    spots = [chip.geometry() for chip in flow.widgets]
    assert all(flow.rect().contains(spot) for spot in spots)
    assert not any(a.intersects(b) for a in spots for b in spots if a != b)


def test_a_hidden_thing_takes_no_room_and_cleared_is_empty(look: Look, qtbot: QtBot) -> None:
    flow = Flow(_chips(look))
    put_up(flow, qtbot)
    before = flow.sizeHint().width()

    flow.widgets[1].hide()
    qtbot.waitUntil(lambda: flow.widgets[2].x() == flow.widgets[0].geometry().right() + 9)
    assert flow.sizeHint().width() < before

    flow.clear()
    assert flow.widgets == ()
    assert flow.heightForWidth(500) == 0


def test_what_is_wide_and_what_wraps_keeps_inside(look: Look, qtbot: QtBot) -> None:
    words = QLabel("words that go on for longer than the line is wide")
    words.setWordWrap(True)
    flow = Flow([words, Button("Undo", look)])
    flow.resize(120, flow.heightForWidth(120))
    put_up(flow, qtbot)

    assert flow.rect().contains(words.geometry())
    assert words.height() >= words.heightForWidth(words.width())


def test_the_line_begins_at_the_reading_side(look: Look, qtbot: QtBot, qapp: QApplication) -> None:
    flow = Flow(_chips(look))
    put_up(flow, qtbot)
    flow.resize(900, 40)
    assert flow.widgets[0].x() == 0

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert flow.widgets[0].geometry().right() == flow.width() - 1
