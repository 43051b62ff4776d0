"""What is typed and not saved is not lost without a word when the window is closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from spasmlog import app as wiring
from spasmlog.domain.records import Drink, Episode
from spasmlog.domain.scales import Nrs
from spasmlog.ui.ending import end, keep
from spasmlog.ui.page import Place
from tests.build import TODAY, drink, running
from tests.living import Living, living

ONCE = "Not saved yet: save it, or close again to let it go."


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody in a spasm, with a glass of water in the journal."""
    with living(qtbot, records=(running(0, "08:30", id="spasm"), drink(0, id="glass"))) as made:
        made.start()
        yield made


def on_disk(made: Living) -> tuple[Episode, ...]:
    with wiring.writing(made.path, made.clock) as journal:
        return journal.diary.episodes


def open_entry(made: Living, record_id: str) -> None:
    made.window.go(Place(page="history", day=TODAY, record_id=record_id))


def mark_the_map(made: Living) -> None:
    open_entry(made, "spasm")
    figure = made.page.editor.main.view.entries["areas"].box.field.figure
    spot = figure.spot_of("back-lower-left").toPoint()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=spot)
    QTest.keyClicks(figure.tiles["back-lower-left"], "7")


def asks_once(made: Living, page: str, words: QLabel) -> None:
    made.window.go(Place(page="settings"))
    assert not made.window.close()
    assert made.window.current == page
    assert words.isVisible()
    assert words.text() == ONCE
    assert made.window.close()


def test_marks_on_the_map_of_the_editor_are_asked_about_once(person: Living) -> None:
    mark_the_map(person)

    asks_once(person, "history", person.page.editor.not_saved.words)

    assert on_disk(person)[0].areas == ()


def test_what_is_typed_on_after_that_is_asked_about_again(person: Living) -> None:
    mark_the_map(person)
    assert not person.window.close()
    person.page.editor.main.view.entries["note"].box.field.setPlainText("in the garden")

    assert not person.window.close()


def test_escape_in_the_editor_says_what_stays_unsaved(person: Living) -> None:
    mark_the_map(person)
    editor = person.page.editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)

    assert editor.not_saved.words.isVisible()
    assert editor.not_saved.words.text() == "Not saved yet"

    editor.save_all()
    assert editor.not_saved.words.isHidden()


def test_a_number_that_is_half_typed_is_asked_about(person: Living) -> None:
    open_entry(person, "glass")
    box = person.page.editor.main.view.entries["volume_ml"].box.field.focusProxy()
    box.selectAll()
    QTest.keyClicks(box, "500")

    asks_once(person, "history", person.page.editor.not_saved.words)


@pytest.mark.parametrize("row", ["stretch", "walk", "treat"])
def test_a_quick_form_with_something_typed_is_asked_about_once(person: Living, row: str) -> None:
    person.page.quick.open_form(row)
    form = person.page.quick.forms[row]
    line = {"stretch": "group", "walk": "other", "treat": "name"}[row]
    QTest.keyClicks(getattr(form, line), "rowing")

    asks_once(person, "today", form.unsaved.words)


def test_a_folded_form_is_unfolded_to_be_asked_about(person: Living) -> None:
    person.page.panels.toggle_earlier()
    form = person.page.panels.earlier
    QTest.keyClicks(form.words, "in bed")
    person.page.panels.toggle_earlier()

    asks_once(person, "today", form.unsaved.words)


@pytest.mark.parametrize("what", ["over", "peak", "time"])
def test_a_spasm_at_another_time_counts_as_typed_with_any_of_it(person: Living, what: str) -> None:
    person.page.panels.toggle_earlier()
    form = person.page.panels.earlier
    assert not form.typed
    match what:
        case "over":
            form.over.set_value("unknown")
        case "peak":
            form.peak.chosen.emit(0)
        case _:
            form.began.clock.stepUp()

    assert form.typed


def test_details_that_are_saved_are_asked_about_no_more(person: Living) -> None:
    person.page.panels.toggle_details()
    form = person.page.panels.details
    form.note_text.setPlainText("in bed")
    assert not person.window.close()
    assert form.unsaved.words.text() == ONCE

    person.click(form.save)

    assert form.unsaved.words.isHidden()
    assert person.window.close()
    assert on_disk(person)[0].note == "in bed"


def test_the_end_of_the_session_keeps_changes_of_an_entry_and_waits_for_nobody(
    person: Living,
) -> None:
    mark_the_map(person)
    person.window.go(Place(page="today"))
    person.page.panels.toggle_details()
    person.page.panels.details.note_text.setPlainText("in bed")
    person.page.panels.toggle_earlier()
    QTest.keyClicks(person.page.panels.earlier.words, "half a")

    end(person.session)

    assert not person.window.isVisible()
    (kept,) = on_disk(person)
    assert kept.areas == (("back-lower-left", Nrs(7)),)
    assert kept.note == "in bed"


def test_of_a_new_entry_that_is_half_written_the_end_of_the_session_keeps_nothing(
    person: Living,
) -> None:
    open_entry(person, "new:drink")
    person.page.editor.main.view.entries["volume_ml"].box.field.focusProxy().stepUp()

    end(person.session)

    assert not person.window.isVisible()
    with wiring.writing(person.path, person.clock) as journal:
        assert len(journal.diary.of_kind(Drink)) == 1


def test_at_the_logout_of_the_desktop_it_is_kept_too(person: Living) -> None:
    mark_the_map(person)
    keep(person.session)

    assert person.diary.episodes[0].areas == (("back-lower-left", Nrs(7)),)
