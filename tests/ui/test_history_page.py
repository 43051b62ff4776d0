"""The History page: the day's list, what can be added, the bin, undo and redo, all by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from spasmlog.domain.records import CheckIn, Drink
from spasmlog.errors import InvalidEntry
from spasmlog.journal import commands as c
from spasmlog.ui.day_card import DayCard
from spasmlog.ui.look import Look
from spasmlog.ui.text_entries import OptionList
from tests import build
from tests.ui.sitting import ALL, IBUPROFEN, NEW, Seat, Sitting


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(*ALL)


def rows(sitting: Sitting) -> list[str]:
    return [row.text for row in sitting.page.day.list.rows]


def press_row(sitting: Sitting, text: str, key: Qt.Key) -> None:
    """Go to a row and press a key on it."""
    shown = sitting.page.day.list
    at = rows(sitting).index(text)
    model = shown.model()
    assert model is not None
    shown.setFocus()
    shown.setCurrentIndex(model.index(at, 0))
    QTest.keyClick(shown, key)


def click_row(card: DayCard, text: str) -> None:
    at = [row.text for row in card.list.rows].index(text)
    model = card.list.model()
    assert model is not None
    spot = card.list.visualRect(model.index(at, 0)).center()
    QTest.mouseClick(
        card.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )


def test_a_day_is_shown_with_its_head_and_its_rows(sitting: Sitting) -> None:
    day = sitting.page.day

    assert day.heading.text() == "Wednesday 1 July"
    assert day.sub.text() == "worst pain 7, typed the same day"
    assert "It let go" in rows(sitting)
    assert sitting.page.month.heading.text() == "July 2026"


def test_a_click_on_a_row_opens_the_entry(sitting: Sitting) -> None:
    click_row(sitting.page.day, "Pain")

    assert sitting.chosen == "reading"
    form = sitting.page.editor.form
    assert form is not None
    assert form.title == "Pain reading, 1 July"


def test_enter_on_a_row_opens_the_entry(sitting: Sitting) -> None:
    press_row(sitting, "It let go", Qt.Key.Key_Return)

    assert sitting.chosen == "spasm"


def test_glasses_unfold_to_each_of_them_and_fold_again(sitting: Sitting) -> None:
    assert "Water" not in rows(sitting)

    press_row(sitting, "Water, 3 glasses", Qt.Key.Key_Return)
    assert rows(sitting).count("Water") == 3
    press_row(sitting, "Water", Qt.Key.Key_Return)
    assert sitting.chosen == "glass-12"
    click_row(sitting.page.day, "Water, 3 glasses")

    assert "Water" not in rows(sitting)


def test_a_glass_that_is_chosen_is_unfolded(sitting: Sitting) -> None:
    sitting.open("glass-14")

    assert rows(sitting).count("Water") == 3
    assert not sitting.page.day.list.area_of("glass-14").isEmpty()


def test_the_chosen_row_stands_in_a_box(sitting: Sitting, worn: Look) -> None:
    day = sitting.page.day

    def ground(key: str) -> str:
        area = day.list.area_of(key)
        at = day.list.viewport().mapTo(day, area.center() - QPoint(area.width() // 2 + 4, 0))
        return day.grab().toImage().pixelColor(at).name()

    sitting.open("spasm")

    assert ground("spasm") == worn.color("raised").name()
    assert ground("reading") == worn.color("surface").name()


def test_del_on_a_row_deletes_the_entry_and_keeps_the_keyboard_there(sitting: Sitting) -> None:
    press_row(sitting, "Pain", Qt.Key.Key_Delete)

    assert sitting.asked == [c.Delete(record_id="reading")]
    assert "Pain" not in rows(sitting)


@pytest.mark.parametrize("text", ["It let go", "Water, 3 glasses"])
def test_del_on_a_row_that_is_no_entry_does_nothing(sitting: Sitting, text: str) -> None:
    press_row(sitting, text, Qt.Key.Key_Delete)

    assert sitting.asked == []


def test_a_refusal_that_is_not_of_the_form_is_left_to_the_window(sitting: Sitting) -> None:
    sitting.page.bin.restored.emit(("never there",))

    assert [each.sentence for each in sitting.refused] == ["This entry is not in the bin any more."]
    assert sitting.page.editor.refusal.isHidden()
    assert not sitting.page.show_refusal(InvalidEntry("from elsewhere"))


@pytest.mark.parametrize("kind", NEW)
def test_each_kind_can_be_added_to_a_day(seat: Seat, kind: str) -> None:
    sitting = seat(IBUPROFEN)
    sitting.choose_day(build.day(2))
    action = next(a for a in sitting.page.day.menu.actions() if a.data() == f"new:{kind}")

    action.trigger()
    fill(sitting, kind)
    sitting.page.editor.save_all()

    assert sitting.refused == []
    made = [each for each in sitting.journal.diary.by_id.values() if each.id != "ibu"]
    assert [each.id for each in made] == [sitting.chosen]
    assert sitting.day == build.day(2)
    assert len(sitting.page.day.list.rows) >= 1


def fill(sitting: Sitting, kind: str) -> None:
    """The least that an entry of this kind needs."""
    view = sitting.page.editor.main.view
    assert view is not None
    for name, entry in view.entries.items():
        if len(entry.lines) == 2 and not entry.box.isHidden():
            hour = "10" if name == "resolved" else "9"
            sitting.type(name, f"{build.day(2):%d %b}", hour)
    if kind in ("use", "course"):
        choice = view.entries["treatment_id"].box.field
        assert isinstance(choice, OptionList)
        choice.setCurrentIndex(0)
    if kind == "reading":
        sitting.type("pain", "4")
    if kind == "check_in":
        sitting.type("worst", "4")


# Offscreen, a menu can neither be raised nor take the whole keyboard.
@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_the_menu_opens_at_the_button_and_names_every_kind(sitting: Sitting) -> None:
    sitting.page.offer_kinds()

    menu = sitting.page.day.menu
    assert menu.isVisible()
    assert [each.text() for each in menu.actions()][:3] == [
        "Spasm",
        "Pain reading",
        "Dose or treatment",
    ]
    menu.close()


def test_a_check_in_that_is_there_is_opened_by_the_menu(sitting: Sitting) -> None:
    action = next(a for a in sitting.page.day.menu.actions() if a.text() == "Check-in")

    action.trigger()

    assert sitting.chosen == "check-in"


def test_a_day_without_an_entry_says_that_blank_is_not_zero(sitting: Sitting) -> None:
    sitting.page.go(build.day(300))

    day = sitting.page.day
    assert not day.empty.isHidden()
    assert day.list.isHidden()
    assert day.sub.text() == "no entry"
    assert day.add.isEnabled()


def test_going_to_an_entry_of_a_day_opens_it(sitting: Sitting) -> None:
    sitting.choose_day(build.day(3))

    sitting.page.go(build.TODAY, "dose")

    assert (sitting.day, sitting.chosen) == (build.TODAY, "dose")
    assert not sitting.page.day.list.area_of("dose").isEmpty()


def test_the_bin_is_hidden_until_something_is_deleted_and_brings_it_back(
    sitting: Sitting,
) -> None:
    page = sitting.page
    assert page.bin.isHidden()
    page.go(build.TODAY, "activity")
    page.editor.delete.click()
    assert not page.bin.isHidden()
    assert [each.accessibleName() for each in page.bin.backs] == ["Bring back Walk, 20 min"]
    sitting.choose_day(build.day(9))

    page.bin.backs[0].click()

    assert "activity" in sitting.journal.diary.by_id
    assert page.bin.isHidden()
    assert (sitting.day, sitting.chosen) == (build.TODAY, "activity")


def test_a_full_bin_shows_the_newest_and_more_on_request(sitting: Sitting) -> None:
    for each in ("glass-12", "glass-14", "glass-16", "activity", "stretch"):
        sitting.do(c.Delete(record_id=each))
    found = sitting.page.bin
    assert len(found.backs) == 3
    assert found.all.text() == "Show 2 more"

    found.all.click()

    assert len(found.backs) == 5
    assert found.all.text() == "Show fewer"


def test_undo_and_redo_say_what_they_would_do_and_ask_for_it(sitting: Sitting) -> None:
    page = sitting.page
    assert page.undo.isHidden()
    sitting.do(c.Delete(record_id="reading"))
    assert page.undo.text() == "Undo: Delete entry"

    page.undo.click()
    assert "Pain" in rows(sitting)
    assert page.undo.isHidden()
    assert page.redo.text() == "Redo: Delete entry"
    page.redo.click()

    assert "Pain" not in rows(sitting)


def test_a_step_of_another_page_leaves_this_one_where_it_is(sitting: Sitting) -> None:
    sitting.choose_day(build.day(2))
    step = sitting.journal.do(c.LogDrink(volume_ml=250))

    sitting.page.saved(step)

    assert (sitting.day, sitting.chosen) == (build.day(2), None)


def test_editing_a_course_in_its_middle_stays_on_the_day(sitting: Sitting) -> None:
    sitting.open("course")

    sitting.type("plan", "eight weeks")
    sitting.save()

    assert (sitting.day, sitting.chosen) == (build.TODAY, "course")


def test_a_check_in_moved_to_another_day_is_followed(sitting: Sitting) -> None:
    sitting.open("check-in")

    sitting.type("day", "28 Jun")
    sitting.save()

    kept = sitting.kept("check-in")
    assert isinstance(kept, CheckIn)
    assert kept.day == sitting.day == date(2026, 6, 28)


def test_drinks_of_a_day_can_be_changed_one_by_one(sitting: Sitting) -> None:
    press_row(sitting, "Water, 3 glasses", Qt.Key.Key_Return)
    press_row(sitting, "Water", Qt.Key.Key_Return)

    sitting.type("volume_ml", "330")
    sitting.page.editor.save_all()

    glass = sitting.kept("glass-12")
    assert isinstance(glass, Drink)
    assert glass.volume_ml == 330
