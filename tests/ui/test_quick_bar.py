"""The quick bar in the real window: keys alone, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Episode, Reading
from spasmlog.domain.scales import Nrs, Region
from spasmlog.settings import Settings
from spasmlog.ui import editor_bars
from spasmlog.ui.buttons import Button, Chip
from spasmlog.ui.choice import Choice
from spasmlog.ui.quick_bar import QuickBar
from tests.living import Living, living


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot) as made:
        made.start()
        yield made


def bar(person: Living) -> QuickBar:
    person.press("Ctrl+K")
    made = person.session.quick.bar
    person.until(lambda: made.isVisible() and made.line.hasFocus())
    return made


def typed(made: QuickBar, text: str) -> None:
    QTest.keyClicks(made.line, text)


def pressed(made: QuickBar, key: Qt.Key) -> None:
    QTest.keyClick(made.line, key)


def test_a_number_saves_itself_and_says_so(person: Living) -> None:
    made = bar(person)
    typed(made, "7")
    person.until(lambda: bool(person.diary.of_kind(Episode)))

    (spasm,) = person.diary.of_kind(Episode)
    assert spasm.peak == Nrs(7)
    assert made.told.text().startswith("Spasm of 7 began")
    assert made.line.text() == ""
    assert not person.toast.isVisible()


def test_enter_saves_at_once_and_undo_takes_it_back(person: Living) -> None:
    made = bar(person)
    typed(made, "7 neck left ouch")
    pressed(made, Qt.Key.Key_Return)

    (spasm,) = person.diary.of_kind(Episode)
    assert (spasm.region, spasm.note) == (Region.NECK, "ouch")
    assert not made.line.isVisible()
    person.click(made.undo)
    assert person.diary.of_kind(Episode) == ()
    assert made.told.text().startswith("Undone. Deleted: ")
    assert not made.undo.isVisible()
    assert not person.toast.isVisible()


def test_the_bar_says_what_was_kept_before_the_page_behind_is_shown_anew(person: Living) -> None:
    seen: list[str] = []
    made = bar(person)
    person.around.desk.saved.connect(lambda _step: seen.append(person.page.now.title.text()))
    typed(made, "7 neck")
    pressed(made, Qt.Key.Key_Return)
    assert made.told.isVisible()
    assert seen == ["How is it now?"]

    person.until(lambda: person.page.now.title.text().startswith("Spasm running"))
    assert person.window.windowTitle() == "SpasmLog, spasm running"


def test_all_of_a_line_is_said_when_it_is_kept(person: Living) -> None:
    made = bar(person)
    typed(made, "7 low back left 20m lifting ibuprofen 400 heat")
    pressed(made, Qt.Key.Key_Return)

    assert made.told.text() == (
        "Spasm of 7 began at 08:52. Lower back, left. Ibuprofen 400 mg. Heat."
    )


def test_ctrl_z_takes_back_what_the_bar_has_just_saved(person: Living) -> None:
    made = bar(person)
    typed(made, "7 neck left")
    pressed(made, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is made
    person.press("Ctrl+Z")
    assert person.diary.of_kind(Episode) == ()
    assert made.told.text().startswith("Undone. ")
    person.press("Ctrl+Z")

    assert made.told.text().startswith("Undone. ")
    assert person.diary.of_kind(Reading) == ()


def test_ctrl_z_in_the_empty_line_goes_further_back_and_in_a_typed_one_changes_the_text(
    person: Living,
) -> None:
    made = bar(person)
    for glass in ("w", "w"):
        made.open()
        typed(made, glass)
        pressed(made, Qt.Key.Key_Return)
    made.open()
    typed(made, "5")
    person.press("Ctrl+Z")
    assert (made.line.text(), len(person.diary.of_kind(Drink))) == ("", 2)
    person.press("Ctrl+Z")
    made.open()
    person.press("Ctrl+Z")

    assert person.diary.of_kind(Drink) == ()


def test_the_next_thing_can_be_typed_straight_into_the_message(person: Living) -> None:
    made = bar(person)
    typed(made, "7 neck")
    pressed(made, Qt.Key.Key_Return)
    person.type("4")
    assert made.line.isVisible()
    assert made.line.text() == "4"
    assert made.property("role") == "bar"
    person.press("Return")

    assert [each.pain for each in person.diary.of_kind(Reading)] == [7, 4]


def test_the_message_stays_while_the_keyboard_is_on_undo(person: Living) -> None:
    made = bar(person)
    typed(made, "w")
    pressed(made, Qt.Key.Key_Return)
    person.press("Tab")
    assert made.undo.hasFocus()
    made._leave.timeout.emit()
    assert made.isVisible()
    person.press("Space")
    assert person.diary.of_kind(Drink) == ()
    person.press("Tab")
    made._leave.timeout.emit()

    assert not made.isVisible()


def test_tab_steps_through_the_chips_and_stays_in_the_bar(person: Living) -> None:
    made = bar(person)
    typed(made, "4 neck ibuprofen")
    names = []
    for _step in range(6):
        person.press("Tab")
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
    assert names == [
        "Pain 4 of 10",
        "Neck",
        "Ibuprofen, how much?",
        "Leave the amount blank",
        "What happened",
        "Pain 4 of 10",
    ]
    person.press("Shift+Tab")
    assert made.line.hasFocus()
    person.press("Shift+Tab")
    person.press("Return")
    assert made.line.text() == "4 neck ibuprofen,"
    assert person.diary.by_id == {}


def test_tab_leads_to_the_tiles_too_and_from_nowhere_to_the_line(person: Living) -> None:
    made = bar(person)
    person.press("Tab")
    assert made.strip.isAncestorOf(QApplication.focusWidget() or made)
    person.press("3")
    assert made.line.text() == "3"
    made.line.clear()
    made.setFocus()
    person.press("Tab")

    assert made.line.hasFocus()


def test_what_is_typed_on_a_chip_goes_into_the_line_and_never_to_the_window(
    person: Living,
) -> None:
    made = bar(person)
    typed(made, "7 neck")
    person.press("Tab")
    person.type("w")
    assert made.line.text() == "7 neckw"
    person.press("Tab")
    person.press("F8")
    person.press("Escape")

    assert not made.isVisible()
    assert person.diary.by_id == {}


def test_the_tiles_go_once_more_than_a_number_is_said_and_the_line_stays_in_its_place(
    person: Living,
) -> None:
    made = bar(person)
    typed(made, "7")
    assert made.strip.isVisible()
    top = made.line.mapTo(person.window, made.line.rect().topLeft())
    typed(made, " neck")
    QApplication.processEvents()

    assert not made.strip.isVisible()
    assert made.line.mapTo(person.window, made.line.rect().topLeft()) == top


def test_what_is_typed_while_the_line_before_is_being_saved_is_kept(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        quick = bar(made)
        typed(quick, "w")
        pressed(quick, Qt.Key.Key_Return)
        quick.open("7 neck")
        made.session.start(made.path)
        made.settle()

        assert len(made.diary.of_kind(Drink)) == 1
        assert quick.line.text() == "7 neck"
        assert quick.line.isVisible()


def test_what_was_kept_and_why_not_are_said_aloud(
    person: Living, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    class Reader:
        """A screen reader, in place of the one that the system may have."""

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802  # Qt's
            heard.append(event.message())

    monkeypatch.setattr(editor_bars, "QAccessible", Reader)
    made = bar(person)
    typed(made, "11")
    pressed(made, Qt.Key.Key_Return)
    made.line.clear()
    typed(made, "7 neck")
    pressed(made, Qt.Key.Key_Return)

    assert heard == ["Pain is a whole number from 0 to 10.", "Spasm of 7 began at 09:12. Neck."]


def test_any_other_key_stops_what_would_save_itself(person: Living) -> None:
    made = bar(person)
    typed(made, "7")
    assert made._wait.isActive()
    pressed(made, Qt.Key.Key_Left)
    assert not made._wait.isActive()
    pressed(made, Qt.Key.Key_Escape)

    assert not made.isVisible()
    assert person.diary.of_kind(Episode) == ()


def test_what_was_typed_is_kept_when_it_is_closed_and_is_not_saved_by_itself(
    person: Living,
) -> None:
    made = bar(person)
    typed(made, "7")
    pressed(made, Qt.Key.Key_Escape)
    again = bar(person)

    assert again.line.text() == "7"
    assert again.line.selectedText() == "7"
    assert not again._wait.isActive()


def test_a_line_that_says_nothing_yet_says_why_and_keeps_its_text(person: Living) -> None:
    made = bar(person)
    typed(made, "7 20x")
    pressed(made, Qt.Key.Key_Enter)

    assert made.problem.text().startswith("20x cannot be read")
    assert made.line.text() == "7 20x"
    assert person.diary.by_id == {}


def test_what_the_journal_refuses_is_said_in_the_bar(person: Living) -> None:
    made = bar(person)
    typed(made, "7 @23:59")
    pressed(made, Qt.Key.Key_Return)

    assert "has not come yet" in made.problem.text()
    assert made.line.text() == "7 @23:59"
    assert not person.toast.isVisible()
    typed(made, " ")
    assert not made.problem.isVisible()


def test_while_a_spasm_runs_a_number_is_its_reading(person: Living) -> None:
    made = bar(person)
    typed(made, "6")
    pressed(made, Qt.Key.Key_Return)
    person.clock.go(minutes=5)
    typed(made, "4")
    pressed(made, Qt.Key.Key_Return)
    typed(made, "e")
    pressed(made, Qt.Key.Key_Return)

    (spasm,) = person.diary.of_kind(Episode)
    assert [each.pain for each in person.diary.of_kind(Reading)] == [6, 4]
    assert not spasm.is_running


def test_a_tile_is_the_number_before_what_is_typed(person: Living) -> None:
    made = bar(person)
    typed(made, "neck")
    made.strip.chosen.emit(5)
    assert made.line.text() == "5 neck"
    made.strip.chosen.emit(6)
    assert made.line.text() == "6 neck"
    assert made.strip.value() == 6
    made.line.setText("500 ml p")
    made.strip.chosen.emit(2)
    assert made.line.text() == "2 500 ml p"


def test_a_chip_leads_to_its_words_and_an_offer_takes_their_place(person: Living) -> None:
    made = bar(person)
    typed(made, "7 neck ibuprofne")
    place = next(each for each in made.chips.widgets if each.accessibleName() == "Neck")
    assert isinstance(place, Chip)
    place.click()
    assert made.line.selectedText() == "neck"
    (offer,) = [
        each
        for each in made.chips.widgets
        if isinstance(each, Button) and not isinstance(each, Chip)
    ]
    offer.click()
    assert made.line.text() == "7 neck Ibuprofen"
    names = [each.accessibleName() for each in made.chips.widgets]
    assert all(names)


def test_a_line_typed_before_the_journal_is_open_is_saved_when_it_is(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        quick = bar(made)
        typed(quick, "w2 walk 30m")
        pressed(quick, Qt.Key.Key_Return)
        assert quick.is_saving
        pressed(quick, Qt.Key.Key_Return)
        began = made.clock.now
        made.clock.go(minutes=5)
        made.session.start(made.path)
        made.settle()

        assert [each.at for each in made.diary.of_kind(Drink)] == [began.to_second()] * 2
        assert quick.told.text().startswith("Saved: ")


def test_it_leaves_by_itself_after_a_while_unless_something_is_typed(person: Living) -> None:
    made = bar(person)
    typed(made, "w")
    pressed(made, Qt.Key.Key_Return)
    assert made._leave.isActive()
    typed(made, "5")
    assert not made._leave.isActive()
    made.line.clear()
    made._leave.timeout.emit()
    assert not made.isVisible()


def test_the_keyboard_goes_back_to_where_it_was(person: Living) -> None:
    strip = person.window.frame.dock.strip
    person.press("Ctrl+2")
    person.settle()
    before = strip.findChildren(QAbstractButton)[0]
    before.setFocus()
    made = bar(person)
    pressed(made, Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is before


def test_nothing_opens_over_the_emergency_signs(person: Living) -> None:
    person.press("F1")
    person.press("Ctrl+K")

    assert not person.session.quick.bar.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_in_it_is_cut_off(qtbot: QtBot, percent: int) -> None:
    with living(qtbot, chosen=Settings(text_percent=percent)) as made:
        made.start()
        made.window.resize(900, 600)
        quick = bar(made)
        typed(quick, "7 low back left 20m lifting ibuprofen 400 heat 20m sore ibuprofne")
        QApplication.processEvents()
        assert made.window.frame.rect().contains(quick.geometry())
        for each in (
            *quick.findChildren(QAbstractButton),
            quick.meaning,
            *quick.hints.keys.widgets,
        ):
            if each.isVisibleTo(quick):
                assert quick.rect().contains(
                    each.rect().translated(each.mapTo(quick, each.rect().topLeft()))
                )
                assert each.height() >= each.minimumSizeHint().height()


@pytest.mark.parametrize("early", [True, False])
def test_the_keyboard_stays_in_it_when_the_journal_is_there(qtbot: QtBot, early: bool) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("Ctrl+1")
        if early:
            made.press("Ctrl+K")
        made.session.start(made.path)
        if not early:
            made.press("Ctrl+K")
        made.type("7 low back le")
        made.settle()
        made.type("ft")

        assert made.session.quick.bar.line.text() == "7 low back left"
        assert made.diary.by_id == {}


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_over_other_programs_its_corners_are_round_and_its_ground_is_there(person: Living) -> None:
    person.window.hide()
    outer = person.session.quick.outer
    outer.open("7 neck")
    faces = []
    for told in (False, True):
        if told:
            QTest.keyClick(outer.line, Qt.Key.Key_Return)
        shown = outer.grab().toImage()
        faces.append(shown.pixelColor(outer.width() // 2, 6).name())
        assert shown.pixelColor(0, 0).alpha() == 0

    look = person.around.look
    assert faces == [look.color("surface").name(), look.color("text").name()]


OFFSCREEN = ("This plugin does not support raise", "This plugin does not support grabbing")


@pytest.mark.qt_log_ignore(*OFFSCREEN, extend=True)
@pytest.mark.parametrize("way", ["key", "line"])
@pytest.mark.parametrize("kind", ["list", "menu"])
def test_a_list_or_a_menu_that_is_open_makes_room_for_the_bar(
    person: Living, way: str, kind: str
) -> None:
    if kind == "list":
        person.press("Ctrl+,")
        person.settle()
        choice = person.top.findChildren(Choice)[0]
        choice.showPopup()
    else:
        menu = QMenu(person.window)
        menu.addAction("Move")
        menu.popup(person.window.pos())
    person.until(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    if way == "key":
        QTest.keySequence(popup.focusWidget() or popup, "Ctrl+K")
    else:
        person.session.quick.open_anywhere("7 neck")
    made = person.session.quick.bar
    person.until(lambda: made.isVisible() and made.line.hasFocus())

    assert QApplication.activePopupWidget() is None


@pytest.mark.qt_log_ignore(*OFFSCREEN, extend=True)
def test_its_own_key_does_nothing_in_a_bar_over_other_programs(person: Living) -> None:
    person.window.hide()
    person.session.quick.open_anywhere("7 neck")
    outer = person.session.quick.outer
    person.until(lambda: outer.isVisible())
    person.session.quick.open()

    assert outer.isVisible()
    assert not person.session.quick.bar.isVisible()


def test_what_was_saved_stays_readable_while_the_next_line_is_typed(person: Living) -> None:
    made = bar(person)
    typed(made, "4")
    person.until(lambda: made.told.isVisible())
    person.type(" ")
    typed(made, "low back left")
    pressed(made, Qt.Key.Key_Return)
    assert made.earlier.words.text().startswith("Spasm of 4 began at 09:12.")
    assert made.problem.text().startswith("The number is saved already.")
    person.press("Tab")
    assert made.earlier.undo.hasFocus()
    person.click(made.earlier.undo)

    assert person.diary.of_kind(Episode) == ()
    assert made.told.text().startswith("Undone. ")
    assert made.earlier.words.text() == ""


def test_after_a_while_what_was_saved_is_not_said_any_more(person: Living) -> None:
    made = bar(person)
    typed(made, "4")
    pressed(made, Qt.Key.Key_Return)
    person.type("n")
    typed(made, "eck")
    assert made.earlier.isVisible()
    made._just_saved.timeout.emit()
    assert not made.earlier.isVisible()
    typed(made, " left")
    pressed(made, Qt.Key.Key_Return)

    assert made.problem.text().startswith("The line has no number")
