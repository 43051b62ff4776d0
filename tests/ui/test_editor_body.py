"""The body map and the movements of a spasm, in the editor and down to the journal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Effect, Movement, Nrs, Region, Spread
from spasmlog.journal import commands as c
from spasmlog.ui.answer_grid import AnswerGrid, AnswerTile
from spasmlog.ui.body_map import BodyMap
from spasmlog.ui.look import Look
from tests import build
from tests.ui.sitting import Seat, Sitting
from tests.ui.test_history_keys import fits, scrolled

SPASM = build.episode(0, "11:05", hours=4, id="spasm", peak=Nrs(7), region=None)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    made = seat(SPASM)
    made.open("spasm")
    QApplication.processEvents()
    return made


def body(sitting: Sitting) -> BodyMap:
    field = sitting.entry("areas").box.field
    assert isinstance(field, BodyMap)
    return field


def grid(sitting: Sitting) -> AnswerGrid:
    field = sitting.entry("movements").box.field
    assert isinstance(field, AnswerGrid)
    return field


def mark(sitting: Sitting, part: str, number: str) -> None:
    figure = body(sitting).figure
    QTest.mouseClick(figure, LEFT, pos=figure.spot_of(part).toPoint())
    QTest.keyClicks(figure.tiles[part], number)


def spasm(sitting: Sitting) -> Episode:
    kept = sitting.kept("spasm")
    assert isinstance(kept, Episode)
    return kept


def test_places_with_their_pain_are_saved_and_nothing_else_is(sitting: Sitting) -> None:
    mark(sitting, "back-thigh-left", "2")
    mark(sitting, "back-lower-left", "7")
    sitting.save()

    marked = (("back-lower-left", Nrs(7)), ("back-thigh-left", Nrs(2)))
    assert sitting.asked == [c.Edit(record_id="spasm", fields=(("areas", marked),))]
    kept = spasm(sitting)
    assert kept.areas == marked
    assert (kept.region, kept.side, kept.spread) == (None, None, None)
    assert kept.place is Region.LOW_BACK
    assert not sitting.page.editor.is_dirty


def test_undo_takes_a_place_off_the_map_and_redo_brings_it_back(sitting: Sitting) -> None:
    mark(sitting, "back-lower-left", "7")
    sitting.save()

    sitting.journal.undo()
    assert spasm(sitting).areas == ()
    assert body(sitting).value() == {}

    sitting.journal.redo()
    assert body(sitting).value() == {"back-lower-left": 7}


def test_a_place_that_is_cleared_is_gone_from_the_journal(seat: Seat) -> None:
    sitting = seat(
        build.episode(0, "11:05", hours=4, id="spasm", areas=(("back-mid-left", Nrs(3)),))
    )
    sitting.open("spasm")
    body(sitting).setFocus()
    body(sitting).figure.go_to("back-mid-left")

    QTest.keyClick(body(sitting).figure.tiles["back-mid-left"], Qt.Key.Key_Delete)
    sitting.save()

    assert spasm(sitting).areas == ()


def test_what_is_marked_and_not_saved_is_put_back_by_cancel(sitting: Sitting) -> None:
    mark(sitting, "back-lower-left", "7")
    assert sitting.page.editor.is_dirty

    QTest.mouseClick(sitting.page.editor.cancel, LEFT)

    assert body(sitting).value() == {}
    assert sitting.asked == []


def test_a_mark_on_the_calf_leaves_what_was_said_of_how_far_pain_reaches(seat: Seat) -> None:
    sitting = seat(build.episode(0, "11:05", hours=4, id="spasm", spread=Spread.THIGH))
    sitting.open("spasm")

    mark(sitting, "back-calf-left", "3")
    sitting.save()

    assert spasm(sitting).spread is Spread.THIGH
    assert spasm(sitting).areas == (("back-calf-left", Nrs(3)),)


def test_a_new_spasm_takes_its_places_along(seat: Seat) -> None:
    sitting = seat()
    sitting.open("new:spasm")
    sitting.type("onset", "1 Jul", "9")
    sitting.type("resolved", "1 Jul", "10")

    mark(sitting, "front-chest-right", "4")
    sitting.page.editor.save_all()

    (made,) = sitting.journal.diary.episodes
    assert made.areas == (("front-chest-right", Nrs(4)),)


def test_the_worst_pain_is_asked_first_and_stands_beside_the_map(sitting: Sitting) -> None:
    page, figure = sitting.page, body(sitting).figure
    worst = sitting.entry("peak").box
    view = sitting.page.editor.main.view
    assert view is not None

    view.focus_first()

    assert worst.isAncestorOf(QApplication.focusWidget() or page)
    assert body(sitting).beside.isAncestorOf(worst)
    assert worst.mapTo(page, QPoint(0, 0)).x() > figure.mapTo(page, QPoint(0, 0)).x()


def test_another_entry_and_back_shows_the_map_without_a_place_chosen(seat: Seat) -> None:
    other = build.episode(0, "16:00", hours=1, id="other", areas=(("back-mid-left", Nrs(3)),))
    sitting = seat(SPASM, other)
    sitting.open("other")
    figure = body(sitting).figure
    QTest.mouseClick(figure, LEFT, pos=figure.spot_of("back-mid-left").toPoint())
    assert not body(sitting).numbers.isHidden()

    sitting.open("spasm")

    assert body(sitting).value() == {}
    assert body(sitting).numbers.isHidden()


def test_two_rows_of_four_movements_turn_by_press_space_and_enter(sitting: Sitting) -> None:
    tiles = grid(sitting).tiles
    rows = [tile.y() for tile in tiles]
    assert rows == [rows[0]] * 4 + [rows[4]] * 4
    assert rows[4] > rows[0]

    QTest.mouseClick(tiles[0], LEFT)
    QTest.keyClick(tiles[0], Qt.Key.Key_Space)
    assert tiles[0].accessibleName() == "Bend: worse"
    QTest.keyClick(tiles[0], Qt.Key.Key_Right)
    QTest.keyClick(tiles[1], Qt.Key.Key_Return)
    assert sitting.asked == []
    sitting.save()

    assert spasm(sitting).movements == (
        (Movement.BEND, Effect.WORSE),
        (Movement.SIT, Effect.BETTER),
    )


@pytest.mark.parametrize(
    ("start", "key", "goal"),
    [
        (0, Qt.Key.Key_Right, 1),
        (3, Qt.Key.Key_Right, 4),
        (1, Qt.Key.Key_Left, 0),
        (1, Qt.Key.Key_Down, 5),
        (6, Qt.Key.Key_Up, 2),
        (2, Qt.Key.Key_Up, 2),
        (2, Qt.Key.Key_Home, 0),
        (2, Qt.Key.Key_End, 7),
        (7, Qt.Key.Key_Right, 7),
    ],
)
def test_movements_are_one_stop_for_tab_with_arrows_inside(
    sitting: Sitting, start: int, key: Qt.Key, goal: int
) -> None:
    tiles = grid(sitting).tiles
    tiles[start].setFocus()

    QTest.keyClick(tiles[start], key)

    assert tiles[goal].hasFocus()
    reached = [each for each in tiles if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == [tiles[goal] if goal != start else tiles[0]]


def test_from_right_to_left_the_arrows_of_the_movements_follow_the_eye(
    sitting: Sitting, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        tiles = grid(sitting).tiles
        tiles[0].setFocus()

        QTest.keyClick(tiles[0], Qt.Key.Key_Left)

        assert tiles[1].hasFocus()
        assert tiles[0].grab().toImage() != tiles[1].grab().toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_answers_stand_beside_their_words_where_there_is_room(sitting: Sitting) -> None:
    wide, narrow = 800, 362
    made = grid(sitting)
    tile = made.tiles[0]
    assert isinstance(tile, AnswerTile)

    assert made.heightForWidth(wide) < made.heightForWidth(narrow)
    assert tile.heightForWidth(200) < tile.heightForWidth(80)


def test_other_keys_on_a_movement_are_somebody_elses(sitting: Sitting) -> None:
    tile = grid(sitting).tiles[0]
    tile.setFocus()

    QTest.keyClick(tile, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(tile, Qt.Key.Key_X)

    assert tile.hasFocus()
    assert tile.answer is None


@pytest.mark.parametrize(("scale", "wide"), [(1.0, 1019), (1.0, 600), (2.0, 1179), (2.0, 799)])
def test_nothing_is_cut_off_while_a_place_is_chosen(
    sitting: Sitting, worn: Look, scale: float, wide: int
) -> None:
    worn.set("light", scale)
    try:
        area = scrolled(sitting.page, wide)
        mark(sitting, "back-lower-left", "7")
        QApplication.processEvents()
        inside = [each for each in body(sitting).findChildren(QWidget) if each.isVisible()]

        assert [each for each in inside if not fits(each, sitting.page)] == []
        assert sitting.page.width() <= area.viewport().width()
    finally:
        sitting.page.setParent(None)
        worn.set("light", 1.0)
