"""Several entries at once in History: chosen, moved, changed, duplicated, deleted, brought back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from spasmlog.domain.records import CheckIn, Drink, Episode, Factor, Reading
from spasmlog.domain.scales import Lag, Side
from spasmlog.journal import commands as c
from spasmlog.ui.day_card import DayCard
from spasmlog.ui.found_card import FoundCard
from spasmlog.ui.several_bar import SeveralBar
from spasmlog.views.words import said
from tests import build
from tests.ui.sitting import ALL, READING, SPASM, Seat, Sitting, type_over

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# Offscreen, a menu can neither be raised nor take the whole keyboard.
menus = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(*ALL)


def at(rows: QListView, row: int) -> None:
    rows.setCurrentIndex(rows.model().index(row, 0))


def row_of(card: DayCard | FoundCard, key: str) -> int:
    if isinstance(card, FoundCard):
        return card.list.ids.index(key)
    return [each.id for each in card.list.rows].index(key)


def click(card: DayCard | FoundCard, key: str, held: Qt.KeyboardModifier | None = None) -> None:
    shown = card.list
    index = shown.model().index(row_of(card, key), 0)
    shown.scrollTo(index)
    QTest.mouseClick(
        shown.viewport(),
        Qt.MouseButton.LeftButton,
        held or Qt.KeyboardModifier.NoModifier,
        shown.visualRect(index).center(),
    )


def press(key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held or Qt.KeyboardModifier.NoModifier)


def put(bar: SeveralBar, name: str, text: str) -> None:
    """Type over a line of the form that is open in the bar."""
    assert bar.form is not None
    type_over(bar.form.entries[name].lines[0], text)


def choose(sitting: Sitting, *keys: str) -> SeveralBar:
    """Choose these of the day by clicks alone."""
    card = sitting.page.day
    card.several.begin.click()
    for key in keys:
        click(card, key)
    return card.several


def test_ctrl_and_a_click_choose_several_and_open_nothing(sitting: Sitting) -> None:
    day = sitting.page.day
    click(day, "reading")
    assert sitting.chosen == "reading"
    assert day.several.isHidden()

    click(day, "dose", CTRL)

    assert sitting.chosen == "reading"
    assert day.several.title.text() == "2 entries chosen"
    assert day.several.kinds.text() == "1 pain reading, 1 dose or treatment"


def test_several_are_chosen_by_clicks_alone(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "activity", "stretch")

    assert bar.title.text() == "3 entries chosen"
    assert sitting.chosen is None
    click(sitting.page.day, "stretch")

    assert bar.title.text() == "2 entries chosen"


def test_shift_arrows_and_ctrl_a_choose_by_keys(sitting: Sitting) -> None:
    day = sitting.page.day
    day.list.setFocus()
    at(day.list, 0)

    press(Qt.Key.Key_Down, SHIFT)
    assert day.several.title.text() == "2 entries chosen"
    press(Qt.Key.Key_A, CTRL)

    assert len(day.list.chosen) == len(day.list.rows)
    assert day.several.title.text() == f"{len(ALL) - 1} entries chosen"


def test_space_chooses_and_lets_go_once_several_are_asked_for(sitting: Sitting) -> None:
    day = sitting.page.day
    day.several.begin.click()
    assert day.several.title.text() == "Click entries to choose them, or press Space"
    day.list.setFocus()

    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert len(day.list.chosen) == 2
    press(Qt.Key.Key_Space)

    assert len(day.list.chosen) == 1
    assert day.several.begin.text() == "Stop choosing"


def test_a_group_of_glasses_stands_for_each_of_them(sitting: Sitting) -> None:
    bar = choose(sitting, "drinks")

    assert bar.title.text() == "3 entries chosen"
    assert bar.kinds.text() == "3 drinks"


def test_chosen_entries_are_moved_to_a_day_as_one_step(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "activity")
    bar.buttons["move"].click()
    put(bar, "to_day", "28 Jun 2026")

    bar.do.click()

    assert sitting.asked == [c.Move(record_ids=("reading", "activity"), to_day=build.day(3))]
    moved = sitting.kept("reading")
    assert isinstance(moved, Reading)
    assert (moved.day, moved.at.clock.hour) == (build.day(3), 9)
    assert bar.isHidden()
    assert sitting.day == build.TODAY
    sitting.journal.undo()
    assert sitting.kept("reading") == READING


def test_the_day_that_is_offered_is_the_one_before_and_follows_the_calendar(
    sitting: Sitting,
) -> None:
    sitting.look_for("")
    found = sitting.page.found
    click(found, "reading", CTRL)
    click(found, "dose", CTRL)
    found.several.buttons["move"].click()
    assert found.several.form is not None
    assert found.several.form.raws["to_day"] == "30 Jun 2026"

    sitting.choose_day(build.day(7))

    assert found.several.form.raws["to_day"] == "24 Jun 2026"


def test_chosen_entries_are_moved_by_a_time_and_what_has_none_is_named_before(
    sitting: Sitting,
) -> None:
    bar = choose(sitting, "reading", "check-in")
    bar.buttons["move"].click()
    assert bar.form is not None
    assert bar.note.text() == ""
    how = bar.form.entries["how"]
    how.put("time")
    bar.form.changed.emit()
    bar.form._show_what_is_there()
    assert bar.note.text() == "This leaves out: 1 check-in."
    assert bar.do.text() == "Move 1 entry by this time"
    put(bar, "by", "30 min")

    bar.do.click()

    assert sitting.asked == [c.Move(record_ids=("reading",), by=timedelta(minutes=-30))]


def test_what_cannot_be_read_is_said_and_nothing_is_asked(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "dose")
    bar.buttons["move"].click()
    put(bar, "to_day", "one day")

    bar.do.click()

    assert sitting.asked == []
    assert bar.form is not None
    assert not bar.form.entries["to_day"].box.hint.isHidden()


def test_a_refusal_stands_in_the_bar_and_nothing_chosen_is_lost(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "dose")
    bar.buttons["move"].click()
    put(bar, "to_day", "4 Jul 2026")

    bar.do.click()

    assert not bar.refusal.isHidden()
    assert sitting.refused == []
    assert bar.title.text() == "2 entries chosen"
    assert sitting.kept("reading") == READING


def test_fields_are_changed_in_all_that_have_them(sitting: Sitting) -> None:
    bar = choose(sitting, "spasm", "reading", "check-in", "answer")
    bar.buttons["change"].click()
    assert bar.form is not None
    assert bar.form.entries["side"].field.label == "Side (1 of 4)"
    assert bar.note.text() == "This leaves out: 1 safety answer."
    bar.form.entries["side"].put(Side.LEFT)
    bar.form.entries["add"].put(frozenset({"stress"}))
    bar.form.entries["note"].put("seen on Monday")

    bar.do.click()

    spasm, check_in = sitting.kept("spasm"), sitting.kept("check-in")
    assert isinstance(spasm, Episode)
    assert isinstance(check_in, CheckIn)
    assert (spasm.side, spasm.note) == (Side.LEFT, "seen on Monday")
    assert "stress" in spasm.exposures
    assert ("stress", True) in check_in.exposures
    reading = sitting.kept("reading")
    assert isinstance(reading, Reading)
    assert reading.note == "seen on Monday"
    step = sitting.journal.undo().inverse()
    assert said(step, sitting.journal.diary).text == "3 entries changed."
    assert sitting.kept("spasm") == SPASM
    assert sitting.kept("reading") == READING


def test_a_change_of_nothing_asks_for_nothing(sitting: Sitting) -> None:
    bar = choose(sitting, "spasm", "reading")
    bar.buttons["change"].click()

    bar.do.click()

    assert sitting.asked == []
    assert bar.form is not None


def test_several_are_deleted_at_once_and_brought_back_by_undo(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "activity", "drinks")

    bar.buttons["delete"].click()

    known = sitting.journal.diary.by_id
    assert not {"reading", "activity", "glass-12"} & known.keys()
    assert bar.isHidden()
    assert len(sitting.page.bin.rows) == 5
    sitting.journal.undo()
    assert sitting.kept("reading") == READING


def test_del_on_a_chosen_row_deletes_all_that_are_chosen(sitting: Sitting) -> None:
    day = sitting.page.day
    click(day, "activity")
    click(day, "stretch", CTRL)
    day.list.setFocus()

    press(Qt.Key.Key_Delete)

    assert sitting.asked == [c.DeleteMany(record_ids=("stretch", "activity"))]


def test_several_are_duplicated_to_a_day(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "activity")
    bar.buttons["copy"].click()
    put(bar, "to_day", "29 Jun 2026")

    bar.do.click()

    diary = sitting.journal.diary
    assert [each.pain for each in diary.on(Reading, build.day(2))] == [2]
    assert sitting.kept("reading") == READING
    sitting.journal.undo()
    assert diary.on(Reading, build.day(2)) != sitting.journal.diary.on(Reading, build.day(2))


def test_what_nothing_chosen_can_be_treated_with_is_not_offered(seat: Seat) -> None:
    answers = [each for each in ALL if each.id == "answer"]
    sitting = seat(*answers, READING)
    bar = choose(sitting, "answer")

    usable = {what for what, button in bar.buttons.items() if button.isEnabled()}

    assert usable == {"delete"}


def test_esc_closes_the_form_then_the_bar(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "dose")
    bar.buttons["move"].click()
    assert bar.form is not None
    bar.form.entries["how"].box.field.setFocus()

    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.form is None
    assert not bar.isHidden()
    QTest.keyClick(bar, Qt.Key.Key_Escape)

    assert bar.isHidden()
    assert sitting.page.day.list.hasFocus()
    assert sitting.page.day.list.chosen == ()


def test_choose_none_leaves_the_bar(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "dose")

    bar.none.click()

    assert bar.isHidden()
    assert bar.begin.text() == "Choose several"
    assert sitting.page.day.list.chosen == ()


def test_ctrl_d_duplicates_an_entry_and_opens_the_copy(sitting: Sitting) -> None:
    day = sitting.page.day
    day.list.setFocus()
    at(day.list, row_of(day, "activity"))

    press(Qt.Key.Key_D, CTRL)

    assert sitting.asked == [c.Duplicate(record_id="activity")]
    assert sitting.chosen not in (None, "activity")
    assert sitting.journal.diary.by_id.keys() >= {sitting.chosen, "activity"}


def test_ctrl_m_moves_one_entry_and_follows_it(sitting: Sitting) -> None:
    day = sitting.page.day
    day.list.setFocus()
    at(day.list, row_of(day, "activity"))

    press(Qt.Key.Key_M, CTRL)
    assert day.several.title.text() == "1 entry chosen"
    put(day.several, "to_day", "30 Jun 2026")
    assert day.several.form is not None
    QTest.keyClick(day.several.form.entries["to_day"].lines[0], Qt.Key.Key_Return)

    assert sitting.asked == [c.Move(record_ids=("activity",), to_day=build.day(1))]
    assert (sitting.day, sitting.chosen) == (build.day(1), "activity")


def test_keys_on_the_page_are_for_the_entry_that_is_open(sitting: Sitting) -> None:
    sitting.open("activity")

    QTest.keyClick(sitting.page, Qt.Key.Key_D, CTRL)
    assert sitting.asked == [c.Duplicate(record_id="activity")]
    sitting.open("stretch")
    QTest.keyClick(sitting.page, Qt.Key.Key_M, CTRL)

    assert sitting.page.day.several.kinds.text() == "1 stretching"


@menus
@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Menu, None), (Qt.Key.Key_F10, SHIFT)])
def test_a_row_has_a_menu_by_key(
    sitting: Sitting, key: Qt.Key, held: Qt.KeyboardModifier | None
) -> None:
    day = sitting.page.day
    day.list.setFocus()
    at(day.list, row_of(day, "reading"))

    press(key, held)

    offered = [each.text().split("\t")[0] for each in day.acts.menu.actions()]
    assert offered == [
        "Open",
        "Duplicate",
        "Duplicate to a day",
        "Move",
        "Delete",
        "Choose several",
    ]
    day.acts.menu.close()


@menus
@pytest.mark.parametrize(
    ("words", "shown"),
    [("Duplicate to a day", "Duplicate 1 entry"), ("Move", "Move 1 entry")],
)
def test_the_menu_opens_the_form_that_is_needed(sitting: Sitting, words: str, shown: str) -> None:
    pick(sitting, "reading", words)

    assert sitting.page.day.several.do.text() == shown


def pick(sitting: Sitting, key: str, words: str) -> None:
    """Choose from the menu of a row."""
    day = sitting.page.day
    index = day.list.model().index(row_of(day, key), 0)
    day.list.customContextMenuRequested.emit(day.list.visualRect(index).center())
    (action,) = [a for a in day.acts.menu.actions() if a.text().split("\t")[0] == words]
    action.trigger()
    day.acts.menu.close()


@menus
def test_the_menu_opens_deletes_and_begins_to_choose(sitting: Sitting) -> None:
    pick(sitting, "reading", "Open")
    assert sitting.chosen == "reading"
    pick(sitting, "reading", "Delete")
    assert "reading" not in sitting.journal.diary.by_id
    pick(sitting, "activity", "Choose several")

    assert sitting.page.day.list.choosing.several


@menus
def test_the_end_of_a_spasm_can_be_moved_with_it_and_is_not_deleted(sitting: Sitting) -> None:
    day = sitting.page.day
    index = day.list.model().index(row_of(day, "spasm/end"), 0)

    day.list.customContextMenuRequested.emit(day.list.visualRect(index).center())

    offered = [each.text().split("\t")[0] for each in day.acts.menu.actions()]
    assert offered == ["Open", "Duplicate to a day", "Move", "Choose several"]
    day.acts.menu.close()


def test_found_entries_are_chosen_changed_and_stay_found(seat: Seat) -> None:
    drinks = [build.drink(ago, "10:00", id=f"d-{ago}", volume_ml=200) for ago in range(1, 9)]
    sitting = seat(*drinks, READING)
    sitting.page.finder.field.setFocus()
    QTest.keyClicks(sitting.page.finder.field, "drink")
    found = sitting.page.found
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_A, CTRL)
    assert found.several.title.text() == "8 entries chosen"
    found.several.buttons["change"].click()
    assert found.several.form is not None
    found.several.form.entries["volume_ml"].put(330)

    found.several.do.click()

    assert {each.volume_ml for each in sitting.journal.diary.of_kind(Drink)} == {330}
    assert len(found.list.ids) == 8
    assert found.list.chosen == ()
    assert found.list.hasFocus()


def test_what_is_chosen_stays_so_while_the_diary_moves_on(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "activity")

    sitting.journal.do(c.LogDrink(volume_ml=250))

    assert bar.title.text() == "2 entries chosen"
    sitting.look_for("")
    found = sitting.page.found
    click(found, "stretch", CTRL)
    click(found, "dose", CTRL)
    sitting.journal.do(c.LogDrink(volume_ml=250))
    assert set(found.list.chosen) == {"stretch", "dose"}


def test_an_entry_that_was_moved_says_how_often_it_was_changed(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "activity")
    bar.buttons["move"].click()
    put(bar, "to_day", "28 Jun 2026")
    bar.do.click()
    sitting.open("reading", 3)

    editor = sitting.page.editor
    assert "changed once" in editor.history.text()
    editor.history.click()

    assert editor.versions.texts[0].endswith("When: 1 Jul 2026 09:30, now 28 Jun 2026 09:30")


def test_several_are_brought_back_from_the_bin_at_once(sitting: Sitting) -> None:
    for each in ("glass-12", "glass-14", "activity"):
        sitting.do(c.Delete(record_id=each))
    held = sitting.page.bin
    assert held.together.isHidden()
    held.several.click()
    assert held.ticks[0].accessibleName() == "Choose Walk, 20 min"
    for tick in held.ticks[:2]:
        tick.click()
    assert held.together.text() == "Bring back 2 entries"

    held.together.click()

    assert sitting.asked[-1] == c.RestoreMany(record_ids=("activity", "glass-14"))
    assert {"activity", "glass-14"} <= sitting.journal.diary.by_id.keys()
    assert [each.record_id for each in held.rows] == ["glass-12"]
    assert held.several.isHidden()
    assert len(held.backs) == 1


def test_boxes_in_the_bin_are_empty_again_once_nothing_is_chosen(sitting: Sitting) -> None:
    for each in ("glass-12", "glass-14"):
        sitting.do(c.Delete(record_id=each))
    held = sitting.page.bin
    held.several.click()
    held.ticks[0].click()

    held.several.click()
    held.several.click()

    assert [each.isChecked() for each in held.ticks] == [False, False]
    assert held.together.isHidden()


def test_what_is_left_out_of_a_deletion_is_said_before_it_is_done(seat: Seat) -> None:
    own = Factor(
        id="own",
        recorded_at=build.moment(),
        name="Long drive",
        lag=Lag.SAME_DAY,
        created=build.TODAY,
    )
    sitting = seat(own, READING)
    bar = choose(sitting, "own", "reading")

    bar.buttons["delete"].click()
    assert sitting.asked == []
    assert bar.note.text() == "This leaves out: 1 other entry."
    assert bar.do.hasFocus()
    bar.do.click()

    assert sitting.asked == [c.Delete(record_id="reading")]


def test_a_key_for_what_cannot_be_done_shows_what_can(sitting: Sitting) -> None:
    day = sitting.page.day
    day.list.setFocus()
    at(day.list, row_of(day, "answer"))

    press(Qt.Key.Key_M, CTRL)

    assert sitting.asked == []
    assert day.several.form is None
    assert not day.several.buttons["move"].isEnabled()
    assert day.several.buttons["delete"].isEnabled()


def test_other_keys_in_the_bar_are_left_to_the_window(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "dose")

    QTest.keyClick(bar, Qt.Key.Key_7)

    assert bar.title.text() == "2 entries chosen"
    assert sitting.asked == []


def test_a_step_that_would_change_nothing_is_said_to(sitting: Sitting) -> None:
    bar = choose(sitting, "reading", "activity")
    bar.buttons["move"].click()
    put(bar, "to_day", "1 Jul 2026")

    bar.do.click()

    assert sitting.asked == []
    assert not bar.refusal.isHidden()
    assert bar.refusal.accessibleName().startswith("This would leave everything as it is.")
    bar.cancel.click()
    bar.buttons["change"].click()
    assert bar.refusal.isHidden()
    bar.do.click()
    assert not bar.refusal.isHidden()


def test_the_bar_closes_when_the_entry_it_was_asked_of_is_gone(sitting: Sitting) -> None:
    sitting.do(c.Duplicate(record_id="reading"))
    page, (copy,) = sitting.page, [each for each in sitting.journal.diary.by_id if "id-" in each]
    page.day.acts.ask("move", (copy,))
    assert page.day.several.title.text() == "1 entry chosen"

    sitting.journal.undo()

    assert page.day.several.isHidden()
    assert page.day.several.form is None


@pytest.mark.parametrize("key", ["spasm/end", "drinks"])
def test_del_on_a_row_that_is_not_chosen_deletes_none_of_those_that_are(
    sitting: Sitting, key: str
) -> None:
    choose(sitting, "reading", "activity")
    day = sitting.page.day
    day.list.setFocus()
    flags = QItemSelectionModel.SelectionFlag
    row = day.list.model().index(row_of(day, key), 0)
    day.list.selectionModel().setCurrentIndex(row, flags.NoUpdate)

    press(Qt.Key.Key_Delete)

    assert sitting.asked == []
    assert day.several.title.text() == "2 entries chosen"


def test_what_was_typed_for_one_entry_is_not_typed_for_the_next(sitting: Sitting) -> None:
    day = sitting.page.day
    day.acts.ask("move", ("reading",))
    put(day.several, "to_day", "20 Jun 2026")
    day.several.do.click()
    assert sitting.asked == [c.Move(record_ids=("reading",), to_day=build.day(11))]
    sitting.choose_day(build.TODAY)

    day.acts.ask("move", ("activity",))

    assert day.several.form is not None
    assert day.several.form.raws["to_day"] == "30 Jun 2026"


def test_every_entry_in_the_bin_can_be_reached(sitting: Sitting) -> None:
    copies = tuple(c.Duplicate(record_id="glass-12") for _each in range(70))
    sitting.journal.do(c.Together(commands=copies))
    made = tuple(each for each in sitting.journal.diary.by_id if each.startswith("id-"))
    sitting.do(c.DeleteMany(record_ids=made))
    bin_card, seen = sitting.page.bin, [len(sitting.page.bin.backs)]
    said = [bin_card.all.text()]

    for _press in range(3):
        bin_card.all.click()
        seen.append(len(bin_card.backs))
        said.append(bin_card.all.text())

    assert seen == [3, 63, 70, 3]
    assert said == ["Show 60 more", "Show 7 more", "Show fewer", "Show 60 more"]
