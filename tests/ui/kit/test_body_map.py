"""A place on the body is chosen by a press or by arrows, and gets a number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import BODY_PARTS, Nrs
from spasmlog.ui.body_figure import PartTile
from spasmlog.ui.body_map import BodyMap
from spasmlog.ui.body_paths import body_parts, hit, neighbour
from spasmlog.ui.body_picture import number_spot
from spasmlog.ui.buttons import Button
from spasmlog.ui.look import Look
from tests.ui.kit.seen import child_names, focusable, name_of, pixel, put_up

LEFT = Qt.MouseButton.LeftButton
LOWER, BUTTOCK = "back-lower-left", "back-buttock-left"
PARTS = sorted(BODY_PARTS)


def body(look: Look, qtbot: QtBot, width: int = 380) -> BodyMap:
    made = BodyMap(look)
    made.resize(width, made.heightForWidth(width))
    put_up(made, qtbot)
    return made


def press(made: BodyMap, part: str) -> None:
    spot = made.figure.spot_of(part).toPoint()
    QTest.mouseClick(made.figure, LEFT, pos=spot)


def here() -> str:
    """The place that has the keyboard."""
    tile = QApplication.focusWidget()
    assert isinstance(tile, PartTile)
    return tile.part


def key(which: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which)


def keys(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


@pytest.mark.parametrize("part", PARTS)
def test_every_place_can_be_pressed_and_given_a_number(look: Look, qtbot: QtBot, part: str) -> None:
    made = body(look, qtbot)

    press(made, part)
    with qtbot.waitSignal(made.changed, timeout=0):
        keys("7")

    assert made.value() == {part: 7}
    assert here() == part


@pytest.mark.parametrize("start", ["back-lower-left", "front-foot-left", "back-neck-right"])
def test_arrows_lead_to_every_place_from_anywhere(start: str) -> None:
    met, ahead = {start}, [start]
    while ahead:
        part = ahead.pop()
        steps = {neighbour(part, *way) for way in ((1, 0), (-1, 0), (0, 1), (0, -1))}
        ahead += steps - met
        met |= steps

    assert met == set(BODY_PARTS)


@pytest.mark.parametrize(
    ("start", "way", "goal"),
    [
        (LOWER, (0, 1), BUTTOCK),
        (LOWER, (0, -1), "back-mid-left"),
        (LOWER, (1, 0), "back-lower-right"),
        (LOWER, (-1, 0), "back-arm-left"),
        ("back-shoulder-right", (0, 1), "back-arm-right"),
        ("back-arm-right", (1, 0), "front-arm-right"),
        ("back-foot-left", (0, 1), "back-foot-left"),
    ],
)
def test_an_arrow_goes_to_the_nearest_place_that_way(
    start: str, way: tuple[int, int], goal: str
) -> None:
    assert neighbour(start, *way) == goal


def test_the_middle_of_each_place_lies_inside_and_a_press_beside_the_body_means_none() -> None:
    for part, each in body_parts().items():
        assert each.path.contains(each.middle)
        assert hit(each.middle, 0) == part
    assert hit(QPointF(180, 10), 6) is None


def test_a_press_just_beside_a_narrow_place_still_means_it(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    box = body_parts()["back-foot-left"].path.boundingRect()
    below = QPointF(box.center().x(), box.bottom()) * made.figure.scale + QPointF(0, 3)

    assert made.figure.part_at(below) == "back-foot-left"
    assert made.figure.part_at(below + QPointF(0, 9)) is None


def test_a_press_beside_the_body_or_of_another_button_changes_nothing(
    look: Look, qtbot: QtBot
) -> None:
    made = body(look, qtbot)

    QTest.mouseClick(made.figure, LEFT, pos=QPoint(made.figure.width() // 2, 2))
    right = made.figure.spot_of(LOWER).toPoint()
    QTest.mouseClick(made.figure, Qt.MouseButton.RightButton, pos=right)

    assert made.numbers.isHidden()
    assert not made.hint.isHidden()


def test_the_numbers_below_rate_the_place_that_was_pressed(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    press(made, LOWER)
    assert not made.numbers.isHidden()
    assert made.hint.isHidden()
    assert made.numbers.words.text() == "Lower back, left"
    assert not made.numbers.clear.isEnabled()

    made.numbers.strip.chosen.emit(10)
    assert made.value() == {LOWER: 10}
    assert here() == LOWER
    assert made.numbers.strip.value() == 10

    made.numbers.clear.click()
    assert made.value() == {}
    assert made.numbers.strip.value() is None


def test_enter_on_a_place_goes_to_the_numbers_and_back_with_one(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    made.setFocus()

    key(Qt.Key.Key_Return)
    assert made.numbers.strip.isAncestorOf(QApplication.focusWidget() or made)
    keys("4")

    assert made.value() == {LOWER: 4}
    assert here() == LOWER


def test_arrows_home_and_end_move_and_what_is_typed_belongs_where_the_keyboard_is(
    look: Look, qtbot: QtBot
) -> None:
    made = body(look, qtbot)
    made.setFocus()
    assert here() == LOWER

    key(Qt.Key.Key_Down)
    keys("3")
    key(Qt.Key.Key_Home)
    keys("t")
    key(Qt.Key.Key_End)
    keys("0")

    ends = tuple(body_parts())
    assert made.value() == {BUTTOCK: 3, ends[0]: 10, ends[-1]: 0}


@pytest.mark.parametrize("clearing", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_del_clears_a_place_and_says_so_once(look: Look, qtbot: QtBot, clearing: Qt.Key) -> None:
    made = body(look, qtbot)
    made.set_value({LOWER: Nrs(7)})
    made.setFocus()

    with qtbot.waitSignal(made.changed, timeout=0):
        key(clearing)
    with qtbot.assertNotEmitted(made.changed):
        key(clearing)

    assert made.value() == {}


def test_other_keys_and_keys_with_control_are_somebody_elses(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    made.setFocus()
    tile = QApplication.focusWidget()
    assert tile is not None

    with qtbot.assertNotEmitted(made.changed):
        QTest.keyClick(tile, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(tile, Qt.Key.Key_X)

    assert tile.hasFocus()


def test_a_digit_behind_shift_counts(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    made.setFocus()
    tile = QApplication.focusWidget()
    assert tile is not None

    QTest.keyClick(tile, Qt.Key.Key_6, Qt.KeyboardModifier.ShiftModifier)

    assert made.value() == {LOWER: 6}


def test_the_map_is_one_stop_for_tab_wherever_the_keyboard_was(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    before, made, after = Button("a", look), BodyMap(look), Button("b", look)
    for widget in (before, made, after):
        column.addWidget(widget)
    page.resize(400, 600)
    put_up(page, qtbot)

    assert focusable(made.figure) == [made.figure.tiles[LOWER]]
    made.setFocus()
    key(Qt.Key.Key_Right)
    assert focusable(made.figure) == [made.figure.tiles["back-lower-right"]]
    before.setFocus()
    key(Qt.Key.Key_Tab)
    assert here() == "back-lower-right"


def test_a_screen_reader_meets_forty_places_each_with_its_pain(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    made.set_value({LOWER: Nrs(7)})

    names = child_names(made.figure)

    assert name_of(made) == "Body map"
    assert len(names) == len(set(names)) == len(BODY_PARTS)
    assert "Lower back, left: 7" in names
    assert "Lower back, right: not marked" in names


def test_what_was_put_in_comes_back_and_lets_go_of_the_place_only_if_it_is_new(
    look: Look, qtbot: QtBot
) -> None:
    made = body(look, qtbot)
    marked = {part: Nrs(at % 11) for at, part in enumerate(PARTS)}

    with qtbot.assertNotEmitted(made.changed):
        made.set_value(marked)
    assert made.value() == marked

    press(made, LOWER)
    made.set_value(marked)
    assert not made.numbers.isHidden()
    made.set_value({})
    assert made.numbers.isHidden()
    assert made.value() == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_place_has_the_colour_of_its_pain(
    look: Look, qtbot: QtBot, theme: str, scale: float
) -> None:
    look.set(theme, scale)
    made = body(look, qtbot, round(380 * scale))
    made.set_value({LOWER: Nrs(7)})
    corner = made.figure.spot_of(LOWER) + QPointF(-10, 0) * scale

    assert pixel(made.figure, corner.x(), corner.y()) == look.color("pain-7")
    there = made.figure.spot_of("back-lower-right")
    assert pixel(made.figure, there.x(), there.y()) == look.color("raised")


def test_each_number_has_a_place_of_its_own(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    scale = made.figure.scale
    spots = [number_spot(each) * scale for each in body_parts().values()]

    apart = [(a - b).manhattanLength() for at, a in enumerate(spots) for b in spots[:at]]

    assert min(apart) >= 16


def test_all_forty_numbers_are_drawn_in_readable_ink(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    for each in body_parts().values():
        made.set_value({each.part: Nrs(10)})
        spot = number_spot(each) * made.figure.scale
        picture = made.figure.grab().toImage()
        around = [spot.toPoint() + QPoint(x, y) for x in range(-8, 9) for y in range(-5, 6)]
        shades = {picture.pixelColor(point).lightness() for point in around}

        assert max(shades) - min(shades) > 150, each.part


def test_the_pointer_outlines_a_place_and_its_tip_names_it(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    spot = made.figure.spot_of(LOWER).toPoint()
    plain = made.figure.grab().toImage()

    QTest.mouseMove(made.figure, spot)
    qtbot.waitUntil(lambda: made.figure.grab().toImage() != plain)

    assert made.figure.toolTip() == "Lower back, left"
    QApplication.sendEvent(made.figure, QEvent(QEvent.Type.Leave))
    assert made.figure.grab().toImage() == plain
    assert made.figure.toolTip() == ""


def test_from_right_to_left_the_body_is_not_mirrored(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    before = body(look, qtbot).figure.grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    made = body(look, qtbot)

    assert made.figure.grab().toImage() == before
    assert made.figure.spot_of(LOWER).x() < made.figure.spot_of("back-lower-right").x()
    made.setFocus()
    key(Qt.Key.Key_Right)
    assert here() == "back-lower-right"


@pytest.mark.parametrize(("width", "beside"), [(360, True), (348, True), (340, False)])
def test_fields_stand_beside_the_figure_where_there_is_room_and_below_where_not(
    look: Look, qtbot: QtBot, width: int, beside: bool
) -> None:
    made = BodyMap(look)
    fields = [Button("a", look), Button("b", look)]
    made.put_beside(fields)
    made.resize(width, made.heightForWidth(width))
    put_up(made, qtbot)
    figure, column = made.figure.geometry(), made.beside.geometry()

    assert (column.left() > figure.right()) is beside
    assert (column.top() > figure.bottom()) is not beside
    assert not figure.intersects(column)
    below = max(figure.bottom(), column.bottom())
    assert made.hint.geometry().top() > below
    assert made.hint.geometry().bottom() < made.height()


def test_the_chosen_place_is_outlined_in_the_ink_of_text(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    press(made, LOWER)
    box = body_parts()[LOWER].path.boundingRect()
    edge = QPointF(box.right(), box.center().y()) * made.figure.scale

    near = [pixel(made.figure, edge.x() + x, edge.y()) for x in range(-2, 3)]

    assert look.color("text") in near
    assert QColor(look.theme.role("raised")) not in near[1:3]
    assert all(a != b for a, b in pairwise(near[1:4:2]))


def test_the_numbers_stand_below_the_figure_alone_where_the_fields_are_higher(
    look: Look, qtbot: QtBot
) -> None:
    made = BodyMap(look)
    made.put_beside([Button(str(at), look) for at in range(14)])
    made.resize(460, made.heightForWidth(460))
    put_up(made, qtbot)

    press(made, LOWER)

    assert made.numbers.geometry().top() > made.figure.geometry().bottom()
    assert made.numbers.geometry().right() <= made.figure.geometry().right()
    assert made.numbers.geometry().bottom() <= made.beside.geometry().bottom()


def test_another_theme_draws_the_body_anew(look: Look, qtbot: QtBot) -> None:
    made = body(look, qtbot)
    light = made.figure.grab().toImage()
    look.set("dark", 1.0)
    dark = made.figure.grab().toImage()

    look.set("light", 1.0)

    assert dark != light
    assert made.figure.grab().toImage() == light
