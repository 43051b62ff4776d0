"""The editor loses nothing that was typed: not by a refusal, not by time, not by moving on."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from spasmlog.domain.records import Episode, Reading
from spasmlog.domain.scales import (
    Nrs,
)
from spasmlog.journal import commands as c
from spasmlog.ui.chip_box import LinkBox
from spasmlog.ui.text_entries import NoteEdit
from tests import build
from tests.ui.sitting import CHECK_IN, DOSE, IBUPROFEN, READING, SPASM, Seat, Sitting


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(IBUPROFEN, SPASM, DOSE, READING, CHECK_IN)


REFUSED: list[tuple[str, str, tuple[str, ...], str]] = [
    ("spasm", "resolved", ("1 Jul", "10:00"), "A spasm cannot let go before it began."),
    ("reading", "at", ("1 Jul", "20:00"), "20:00 has not come yet."),
    ("reading", "at", ("29 Mar", "2:30"), "02:30 does not exist on that day"),
    ("check-in", "day", ("29 Jun",), "That day has a check-in already."),
    ("check-in", "day", ("3 Jul",), "That day has not come yet."),
    ("dose", "dose_mg", ("-3",), "A dose is a number of mg above 0."),
]


@pytest.mark.parametrize(("record_id", "field", "texts", "sentence"), REFUSED)
def test_what_the_journal_refuses_is_said_in_the_form_and_kept(
    seat: Seat, record_id: str, field: str, texts: tuple[str, ...], sentence: str
) -> None:
    records = (IBUPROFEN, SPASM, DOSE, READING, CHECK_IN, build.check_in(2))
    sitting = seat(*records)
    sitting.open(record_id)
    before = sitting.kept(record_id)

    sitting.type(field, *texts)
    typed = sitting.entry(field).raw()
    sitting.save()

    editor = sitting.page.editor
    assert editor.refusal.words.text().startswith(sentence)
    assert not editor.refusal.isHidden()
    assert sitting.entry(field).raw() == typed
    assert editor.is_dirty
    assert sitting.kept(record_id) == before
    assert sitting.refused == []


def test_a_refusal_goes_with_the_next_save_that_succeeds(sitting: Sitting) -> None:
    sitting.open("dose")
    sitting.type("dose_mg", "-3")
    sitting.save()

    sitting.type("dose_mg", "600")
    sitting.save()

    assert sitting.page.editor.refusal.isHidden()
    assert not sitting.page.editor.is_dirty


def test_a_second_running_spasm_offers_to_end_the_first(seat: Seat) -> None:
    sitting = seat(build.running(0, "16:00", id="first"), SPASM)
    sitting.open("spasm")
    sitting.end(1)
    sitting.save()
    editor = sitting.page.editor
    assert "A spasm is running already" in editor.refusal.words.text()
    assert not editor.refusal.foot.isHidden()

    editor.refusal.end.click()

    first, second = sitting.kept("first"), sitting.kept("spasm")
    assert isinstance(first, Episode)
    assert isinstance(second, Episode)
    assert first.resolved is not None
    assert second.is_running
    assert editor.refusal.isHidden()
    assert sitting.chosen == "spasm"


def test_other_refusals_offer_nothing_to_end(sitting: Sitting) -> None:
    sitting.open("dose")
    sitting.type("dose_mg", "-3")
    sitting.save()

    assert sitting.page.editor.refusal.foot.isHidden()


def test_time_that_passes_leaves_what_is_half_typed_and_the_cursor(sitting: Sitting) -> None:
    sitting.open("reading")
    note, day = sitting.lines("note")[0], sitting.lines("at")[0]
    assert isinstance(note, NoteEdit)
    assert isinstance(day, QLineEdit)
    note.setFocus()
    QTest.keyClicks(note, "half way")
    cursor = note.textCursor()
    cursor.setPosition(4)
    note.setTextCursor(cursor)
    day.setText("14 No")

    sitting.wait(seconds=30)

    assert note.toPlainText() == "half way"
    assert note.textCursor().position() == 4
    assert note.hasFocus()
    assert day.text() == "14 No"


def test_time_that_passes_leaves_a_number_half_typed(sitting: Sitting) -> None:
    sitting.open("check-in")
    (box,) = sitting.lines("fluids_ml")
    assert isinstance(box, QAbstractSpinBox)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "15")

    sitting.wait(seconds=30)

    assert box.text() == "15 ml"


def test_a_field_left_alone_follows_what_changes_elsewhere(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")

    sitting.journal.do(c.Edit(record_id="reading", fields=(("pain", Nrs(9)),)))

    assert sitting.entry("pain").raw() == 9
    assert sitting.entry("note").raw() == "mine"


def test_what_is_typed_stays_when_the_form_gets_another_field(sitting: Sitting) -> None:
    sitting.journal.do(c.Delete(record_id="dose"))
    sitting.open("spasm")
    sitting.type("note", "mine")
    assert "uses" not in sitting.page.editor.main.view.entries  # type: ignore[union-attr]  # open

    sitting.journal.undo()

    assert sitting.entry("note").raw() == "mine"
    assert isinstance(sitting.entry("uses").box.field, LinkBox)


def test_another_entry_waits_until_changes_are_saved(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")

    sitting.choose("dose")

    editor = sitting.page.editor
    assert editor.is_held
    assert editor.form is not None
    assert editor.form.key == "reading"
    assert sitting.entry("note").raw() == "mine"
    editor.unsaved.save.click()
    reading = sitting.kept("reading")
    assert isinstance(reading, Reading)
    assert reading.note == "mine"
    assert not editor.is_held
    assert editor.form.key == "dose"
    assert sitting.chosen == "dose"


def test_another_day_waits_until_changes_are_discarded(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")

    sitting.page.go(build.day(5))
    editor = sitting.page.editor
    assert editor.is_held
    editor.unsaved.discard.click()

    assert editor.form is None
    assert not editor.is_dirty
    assert sitting.kept("reading") == READING
    assert sitting.day == build.day(5)


def test_changes_that_cannot_be_saved_stay_while_something_waits(sitting: Sitting) -> None:
    sitting.open("dose")
    sitting.type("dose_mg", "-3")
    sitting.choose("reading")
    editor = sitting.page.editor

    editor.unsaved.save.click()

    assert editor.is_held
    assert editor.form is not None
    assert editor.form.key == "dose"
    assert sitting.entry("dose_mg").raw() == "-3"
    assert not editor.refusal.isHidden()


def test_coming_back_to_the_entry_takes_it_up_again(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")
    sitting.choose("dose")

    sitting.choose("reading")

    assert not sitting.page.editor.is_held
    assert sitting.entry("note").raw() == "mine"


def test_a_form_opened_anew_for_another_day_is_another_form(sitting: Sitting) -> None:
    sitting.open("new:drink")
    sitting.type("volume_ml", "500")
    sitting.choose_day(build.day(1))

    sitting.choose("new:drink")

    editor = sitting.page.editor
    assert editor.is_held
    editor.unsaved.discard.click()
    assert editor.form is not None
    assert editor.form.day == build.day(1)


def test_an_entry_that_goes_away_while_it_is_changed_is_not_lost(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")

    sitting.journal.do(c.Delete(record_id="reading"))

    editor = sitting.page.editor
    assert editor.is_held
    assert sitting.entry("note").raw() == "mine"
    editor.unsaved.save.click()
    assert "not in the journal any more" in editor.refusal.words.text()
    assert sitting.entry("note").raw() == "mine"


def test_cancel_puts_back_what_is_kept_and_then_closes(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")
    editor = sitting.page.editor

    editor.cancel.click()
    assert sitting.entry("note").raw() == ""
    assert editor.form is not None
    editor.cancel.click()

    assert sitting.page.editor.form is None
    assert sitting.chosen is None


def test_cancel_of_a_new_entry_closes_it_at_once(sitting: Sitting) -> None:
    sitting.open("new:drink")
    sitting.type("volume_ml", "500")

    sitting.page.editor.cancel.click()

    assert sitting.chosen is None
    assert sitting.page.editor.form is None


def test_saving_is_offered_only_where_there_is_something_to_save(sitting: Sitting) -> None:
    sitting.open("reading")
    editor = sitting.page.editor
    assert not editor.save.isEnabled()

    sitting.type("note", "mine")

    assert editor.save.isEnabled()


def test_typing_the_same_in_other_words_asks_for_nothing(sitting: Sitting) -> None:
    sitting.open("reading")
    for line, text in zip(sitting.lines("at"), ("1.7.26", "930"), strict=True):
        assert isinstance(line, QLineEdit)
        line.setText(text)

    sitting.save()

    assert sitting.asked == []
    assert sitting.entry("at").raw() == ("1 Jul 2026", "09:30")
    assert not sitting.page.editor.is_dirty
