"""The quick bar in the real window: keys alone, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Episode, Reading
from spasmlog.domain.scales import Nrs, Region
from spasmlog.settings import Settings
from spasmlog.ui.buttons import Button, Chip
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
    made.undo.click()
    assert person.diary.of_kind(Episode) == ()
    assert not made.isVisible()


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


def test_a_chip_leads_to_its_words_and_an_offer_takes_their_place(person: Living) -> None:
    made = bar(person)
    typed(made, "7 neck ibuprofne")
    place = next(each for each in made.chips.widgets if isinstance(each, Chip))
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
        for each in (*quick.findChildren(QAbstractButton), quick.meaning, quick.keys):
            if each.isVisibleTo(quick):
                assert quick.rect().contains(
                    each.rect().translated(each.mapTo(quick, each.rect().topLeft()))
                )
                assert each.height() >= each.minimumSizeHint().height()
