"""Finding in History: typed, found, opened, and left again; calendar and editor go along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spasmlog.ui.buttons import Chip
from spasmlog.ui.found_list import FoundList, FoundPainter, spoken
from tests import build
from tests.ui.sitting import ALL, IBUPROFEN, Seat, Sitting

OLD = build.reading(40, "10:00", id="old", pain=8, note="moving the piano")
NEWER = build.reading(3, "10:00", id="newer", pain=3, note="piano again")


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(*ALL, OLD, NEWER)


def look_for(sitting: Sitting, text: str) -> None:
    """Type into the field, as with the keyboard."""
    field = sitting.page.finder.field
    field.setFocus()
    QTest.keyClicks(field, text)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, held)


def spot(rows: FoundList, record_id: str) -> QPoint:
    model = rows.model()
    return rows.visualRect(model.index(rows.ids.index(record_id), 0)).center()


def click(rows: FoundList, record_id: str) -> None:
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot(rows, record_id))


def test_what_is_typed_is_found_newest_first_in_the_place_of_the_day(sitting: Sitting) -> None:
    look_for(sitting, "piano")

    page = sitting.page
    assert page.found.list.ids == ("newer", "old")
    assert page.day.isHidden()
    assert not page.found.isHidden()
    assert page.finder.sentence.text().startswith("2 entries")


def test_what_is_searched_as_text_is_said(sitting: Sitting) -> None:
    look_for(sitting, "piano")

    assert page_text(sitting) == "searched as text: piano"


def page_text(sitting: Sitting) -> str:
    said = sitting.page.finder.as_text.text()
    return said.replace("\u2068", "").replace("\u2069", "")


def test_days_that_hold_what_was_found_are_marked_while_it_is_looked_for(
    sitting: Sitting,
) -> None:
    look_for(sitting, "piano")
    sitting.choose_day(build.day(3))

    tile = sitting.page.month.month.tile_of(build.day(3))
    assert tile is not None
    assert tile.accessibleName().endswith("found here")
    sitting.look_for(None)

    assert not tile.accessibleName().endswith("found here")


def test_a_found_entry_opens_on_its_day_and_the_search_stays(sitting: Sitting) -> None:
    look_for(sitting, "piano")

    click(sitting.page.found.list, "old")

    assert (sitting.day, sitting.chosen) == (build.day(40), "old")
    assert sitting.page.month.heading.text() == "May 2026"
    form = sitting.page.editor.form
    assert form is not None
    assert form.key == "old"
    assert sitting.page.found.list.ids == ("newer", "old")
    assert sitting.page.found.list.open_id == "old"


def test_keys_alone_find_and_open_an_entry(sitting: Sitting) -> None:
    sitting.page.find_now()
    at = QApplication.focusWidget()
    assert at is sitting.page.finder.field
    QTest.keyClicks(at, "piano")

    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    assert sitting.chosen == "old"


def test_esc_clears_the_field_and_then_leaves_it(sitting: Sitting) -> None:
    look_for(sitting, "piano")

    press(Qt.Key.Key_Escape)
    assert sitting.search is None
    assert sitting.page.finder.field.text() == ""
    assert sitting.page.finder.field.hasFocus()
    assert not sitting.page.day.isHidden()
    press(Qt.Key.Key_Escape)

    assert sitting.page.day.list.hasFocus()


def test_a_field_emptied_by_hand_shows_the_day_again(sitting: Sitting) -> None:
    look_for(sitting, "p")
    assert sitting.search == "p"

    press(Qt.Key.Key_Backspace)

    assert sitting.search is None
    assert sitting.page.found.isHidden()


def test_blanks_alone_look_for_nothing_and_stay_where_they_are_typed(sitting: Sitting) -> None:
    look_for(sitting, " ")

    assert sitting.search is None
    assert sitting.page.finder.field.text() == " "


def test_a_blank_at_the_end_is_left_to_whoever_types_on(sitting: Sitting) -> None:
    look_for(sitting, "piano ")
    QTest.keyClicks(sitting.page.finder.field, "again")

    assert sitting.page.finder.field.text() == "piano again"
    assert sitting.page.found.list.ids == ("newer",)


def chip(sitting: Sitting, words: str) -> Chip:
    (found,) = [
        each
        for each in sitting.page.finder.chips.widgets
        if isinstance(each, Chip) and each.text() == words
    ]
    return found


def test_a_usual_search_is_put_into_the_field_and_done(sitting: Sitting) -> None:
    chip(sitting, "pain 7 or more").click()

    assert sitting.search == sitting.page.finder.field.text() == "pain>=7"
    assert "old" in sitting.page.found.list.ids
    assert "newer" not in sitting.page.found.list.ids


def test_all_entries_are_listed_by_a_chip_and_left_by_it(sitting: Sitting) -> None:
    everything = [each.id for each in (*ALL, OLD, NEWER) if each is not IBUPROFEN]

    sitting.page.finder.all.click()
    assert sitting.search == ""
    assert sorted(sitting.page.found.list.ids) == sorted(everything)
    assert sitting.page.finder.all.isChecked()
    sitting.page.finder.all.click()

    assert sitting.search is None
    assert not sitting.page.finder.all.isChecked()


def test_of_all_entries_no_day_is_marked(sitting: Sitting) -> None:
    sitting.page.finder.all.click()

    tile = sitting.page.month.month.tile_of(build.TODAY)
    assert tile is not None
    assert not tile.accessibleName().endswith("found here")
    assert sitting.page.month.found.isHidden()


def test_nothing_found_is_said_in_the_place_of_the_list(sitting: Sitting) -> None:
    look_for(sitting, "zzzz")

    found = sitting.page.found
    assert found.list.isHidden()
    assert not found.empty.isHidden()
    press(Qt.Key.Key_Down)
    assert sitting.page.finder.field.hasFocus()


def test_the_way_back_ends_the_search_on_the_day(sitting: Sitting) -> None:
    look_for(sitting, "piano")
    click(sitting.page.found.list, "old")
    assert sitting.page.found.back.text() == "Back to Friday 22 May"

    sitting.page.found.back.click()

    assert sitting.search is None
    assert sitting.page.day.heading.text() == "Friday 22 May"
    assert sitting.page.day.list.hasFocus()
    assert sitting.chosen == "old"


def test_a_day_chosen_in_the_calendar_brings_its_rows_into_sight(seat: Seat) -> None:
    readings = [build.reading(ago, "10:00", id=f"r-{ago}", pain=2) for ago in range(200)]
    sitting = seat(*readings)
    sitting.page.finder.all.click()
    rows = sitting.page.found.list
    QApplication.processEvents()

    sitting.choose_day(build.day(120))

    assert rows.viewport().rect().contains(spot(rows, "r-120"))
    assert rows.ids[rows.currentIndex().row()] == "r-120"


def test_what_is_half_typed_in_the_editor_stays_while_something_is_found(
    sitting: Sitting,
) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")
    look_for(sitting, "piano")
    click(sitting.page.found.list, "old")

    assert sitting.entry("note").raw() == "mine"
    assert sitting.page.editor.is_held


def test_a_found_row_is_said_with_its_day(sitting: Sitting) -> None:
    look_for(sitting, "piano")

    rows = sitting.page.found.list
    index = rows.model().index(0, 0)
    assert index.data() == spoken(rows.row(0))
    assert str(index.data()).startswith("28 Jun 2026, 10:00, Pain, 3")
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("Pain\n")


def test_rows_follow_an_entry_that_is_changed_and_one_that_is_deleted(sitting: Sitting) -> None:
    look_for(sitting, "piano")
    click(sitting.page.found.list, "newer")
    sitting.type("pain", "5")
    sitting.save()

    assert sitting.page.found.list.row(0).value == "5"
    sitting.page.editor.delete.click()

    assert sitting.page.found.list.ids == ("old",)


def test_what_is_typed_on_a_found_row_is_the_next_question_and_logs_nothing(
    sitting: Sitting,
) -> None:
    look_for(sitting, "piano")
    press(Qt.Key.Key_Return)
    rows, before = sitting.page.found.list, sitting.asked[:]
    assert rows.hasFocus()

    QTest.keyClicks(rows, "m")
    QTest.keyClicks(QApplication.focusWidget() or rows, "oving")

    assert sitting.page.finder.field.text() == "moving"
    assert (sitting.search, rows.ids) == ("moving", ("old",))
    assert sitting.asked == before


def test_a_command_key_on_a_found_row_is_no_question(sitting: Sitting) -> None:
    look_for(sitting, "piano")
    press(Qt.Key.Key_Return)

    QTest.sendKeyEvent(
        QTest.KeyAction.Click,
        sitting.page.found.list,
        Qt.Key.Key_7,
        "7",
        Qt.KeyboardModifier.AltModifier,
    )

    assert sitting.page.finder.field.text() == "piano"


def test_a_blank_on_a_found_row_still_chooses_it(sitting: Sitting) -> None:
    look_for(sitting, "piano")
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_Space)

    assert len(sitting.page.found.list.chosen) == 1


def test_move_takes_the_keyboard_to_the_day_that_is_asked(sitting: Sitting) -> None:
    look_for(sitting, "piano")
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    form = sitting.page.found.several.form
    assert form is not None
    assert form.entries["to_day"].box.field.hasFocus()


def test_left_and_right_go_a_day_back_and_on_where_no_field_has_the_keyboard(
    sitting: Sitting,
) -> None:
    sitting.page.day.list.setFocus()

    press(Qt.Key.Key_Left)
    assert sitting.day == build.day(1)
    QTest.keyClick(sitting.page, Qt.Key.Key_Right)
    assert sitting.day == build.TODAY

    look_for(sitting, "pia")
    press(Qt.Key.Key_Left)
    QTest.keyClicks(sitting.page.finder.field, "x")

    assert sitting.page.finder.field.text() == "pixa"
    assert sitting.day == build.TODAY


def test_right_to_left_the_days_run_the_other_way(sitting: Sitting) -> None:
    sitting.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    QTest.keyClick(sitting.page, Qt.Key.Key_Left)
    assert sitting.day == build.day(-1)
    QTest.keyClick(sitting.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert sitting.day == build.day(-1)


def test_esc_on_a_found_row_leads_back_to_the_field(sitting: Sitting) -> None:
    look_for(sitting, "piano")
    press(Qt.Key.Key_Down)

    press(Qt.Key.Key_Escape)

    assert sitting.page.finder.field.hasFocus()
    assert sitting.page.finder.field.selectedText() == "piano"


def test_right_to_left_a_found_row_is_drawn_the_other_way(sitting: Sitting) -> None:
    look_for(sitting, "piano")
    rows = sitting.page.found.list
    before = rows.grab().toImage()

    sitting.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert rows.grab().toImage() != before


def test_words_of_rows_are_made_when_they_are_seen_and_not_all_kept(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spasmlog.ui.found_list.ROWS_KEPT", 20)
    sitting = seat(*(build.reading(ago, "10:00", id=f"r-{ago}", pain=2) for ago in range(300)))
    sitting.page.finder.all.click()
    rows = sitting.page.found.list
    rows.grab()

    made = len(rows._made)
    for at in range(60):
        assert rows.row(at).record_id == f"r-{at}"

    assert 0 < made <= 20
    assert len(rows._made) <= 20


def test_words_that_would_be_cut_beside_the_value_have_the_first_line_to_themselves(
    sitting: Sitting,
) -> None:
    look_for(sitting, "piano")
    rows = sitting.page.found.list
    painter = rows.itemDelegate()
    assert isinstance(painter, FoundPainter)
    short = replace(rows.row(0), text="Pain", value="3")
    long = replace(short, text="Relief check, 30 min after ibuprofen", value="a little, 7 to 6")

    first, end, second = painter.spots(short, 34, 300)
    assert (first.top(), second.right()) == (end.top(), end.right())
    assert first.right() < end.left()
    first, end, second = painter.spots(long, 34, 300)
    assert first.right() == end.right()
    assert first.bottom() <= end.top() + 1
    assert second.right() < end.left()
