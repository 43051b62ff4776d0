"""The editor: every field by hand, read forgivingly and saved as it was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QPlainTextEdit

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import CheckIn, Drink, Episode, Reading
from spasmlog.domain.scales import (
    Effect,
    Limited,
    Movement,
    Region,
)
from spasmlog.journal import commands as c
from spasmlog.ui.answer_grid import AnswerGrid
from spasmlog.ui.chip_box import ChipBox
from spasmlog.ui.segmented import Segmented
from spasmlog.ui.text_entries import OptionList
from tests import build
from tests.ui.sitting import CHECK_IN, DOSE, IBUPROFEN, READING, SPASM, Seat, Sitting

NOTE = "ألم في الظهر 😀 \u200f\u00a0and\u00a0back " * 400


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(IBUPROFEN, SPASM, DOSE, READING, CHECK_IN)


def at_clock(days_ago: int, clock: str) -> Moment:
    return build.moment(days_ago, clock)


def test_a_time_typed_forgivingly_is_saved(sitting: Sitting) -> None:
    sitting.open("reading")

    sitting.type("at", "30 jun", "7:5")
    sitting.save()

    reading = sitting.kept("reading")
    assert isinstance(reading, Reading)
    assert (reading.at, reading.day) == (at_clock(1, "07:05"), build.day(1))


def test_a_time_left_is_written_as_fields_do(sitting: Sitting) -> None:
    sitting.open("reading")

    sitting.type("at", "30 jun", "7:5")

    assert sitting.entry("at").raw() == ("30 Jun 2026", "07:05")


def test_only_what_was_changed_is_asked_for(sitting: Sitting) -> None:
    sitting.open("spasm")

    sitting.type("note", "in the garden")
    sitting.save()

    assert sitting.asked == [c.Edit(record_id="spasm", fields=(("note", "in the garden"),))]


def test_the_page_follows_an_entry_that_moves_to_another_day(sitting: Sitting) -> None:
    sitting.open("reading")

    sitting.type("at", "28 Jun", "10:00")
    sitting.save()

    assert (sitting.day, sitting.chosen) == (date(2026, 6, 28), "reading")


@pytest.mark.parametrize(
    "texts", [("soon", "10:00"), ("1 Jul 2026", "later"), ("14", "10:00"), ("1 Jul 2026", "")]
)
def test_what_is_not_understood_is_said_beside_it_and_kept(
    sitting: Sitting, texts: tuple[str, str]
) -> None:
    sitting.open("reading")

    sitting.type("at", *texts)
    sitting.save()

    assert sitting.said("at") != ""
    assert sitting.entry("at").raw() == texts
    assert sitting.asked == []


def test_what_is_wrong_is_no_longer_said_while_it_is_typed_anew(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("at", "1 Jul", "later")
    assert sitting.said("at") != ""

    QTest.keyClicks(sitting.lines("at")[1], "1")

    assert sitting.said("at") == ""


def test_saving_goes_to_the_first_field_that_cannot_be_read(sitting: Sitting) -> None:
    sitting.open("dose")
    sitting.type("dose_mg", "a lot")
    sitting.page.editor.save.setFocus()

    sitting.page.editor.save_all()

    assert sitting.lines("dose_mg")[0].hasFocus()


def test_a_long_note_with_other_scripts_is_kept_to_the_letter(sitting: Sitting) -> None:
    sitting.open("reading")

    sitting.type("note", NOTE)
    sitting.save()

    assert len(NOTE) > 10_000
    reading = sitting.kept("reading")
    assert isinstance(reading, Reading)
    assert reading.note == NOTE


def test_a_note_that_nobody_touched_is_not_changed_by_being_shown(seat: Seat) -> None:
    odd = "a\u00a0b\r\nc\u2028d\te"
    sitting = seat(replace(READING, note=odd))
    sitting.open("reading")

    assert not sitting.page.editor.is_dirty
    sitting.type("at", "1 Jul", "08:00")
    sitting.save()

    reading = sitting.kept("reading")
    assert isinstance(reading, Reading)
    assert reading.note == odd


def test_every_kind_of_widget_hands_back_what_was_chosen(sitting: Sitting) -> None:
    sitting.open("spasm")
    place, off = sitting.entry("region").box.field, sitting.entry("exposures").box.field
    grid, flare = sitting.entry("movements").box.field, sitting.entry("flare").box.field
    assert isinstance(place, OptionList)
    assert isinstance(off, ChipBox)
    assert isinstance(grid, AnswerGrid)

    place.setCurrentIndex(place.findText("Neck"))
    QTest.mouseClick(off.chips["stress"], Qt.MouseButton.LeftButton)
    QTest.keyClick(flare, Qt.Key.Key_Space)
    for _press in range(2):
        QTest.keyClick(grid.tiles[0], Qt.Key.Key_Space)
    sitting.page.editor.save_all()

    spasm = sitting.kept("spasm")
    assert isinstance(spasm, Episode)
    assert spasm.region is Region.NECK
    assert spasm.exposures == {"stress"}
    assert spasm.flare
    assert spasm.movements == ((Movement.BEND, Effect.WORSE),)
    assert type(spasm.movements[0][1]) is Effect


def test_a_movement_turns_through_its_answers_and_back_to_none(sitting: Sitting) -> None:
    sitting.open("spasm")
    grid = sitting.entry("movements").box.field
    assert isinstance(grid, AnswerGrid)
    tile, said = grid.tiles[0], []

    for _press in range(4):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        said.append(tile.accessibleName())

    assert said == ["Bend: better", "Bend: worse", "Bend: same", "Bend: not answered"]
    assert not sitting.page.editor.is_dirty


def test_pain_is_stepped_and_can_be_taken_out(sitting: Sitting) -> None:
    sitting.open("spasm")
    (box,) = sitting.lines("peak")

    QTest.keyClick(box, Qt.Key.Key_Up)
    assert sitting.entry("peak").raw() == 8
    assert isinstance(box, QAbstractSpinBox)
    box.stepBy(-20)
    sitting.page.editor.save_all()

    spasm = sitting.kept("spasm")
    assert isinstance(spasm, Episode)
    assert spasm.peak is None


def test_a_number_half_typed_is_taken_when_saved_by_enter(sitting: Sitting) -> None:
    sitting.open("check-in")
    (box,) = sitting.lines("fluids_ml")
    box.setFocus()
    assert isinstance(box, QAbstractSpinBox)
    box.selectAll()

    QTest.keyClicks(box, "1500")
    QTest.keyClick(box, Qt.Key.Key_Return)

    check_in = sitting.kept("check-in")
    assert isinstance(check_in, CheckIn)
    assert check_in.fluids_ml == 1500


def test_enter_saves_and_in_a_note_it_is_a_new_line(sitting: Sitting) -> None:
    sitting.open("reading")
    note = sitting.lines("note")[0]
    assert isinstance(note, QPlainTextEdit)
    note.setFocus()

    QTest.keyClicks(note, "one")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "two")
    assert sitting.asked == []
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert sitting.asked == [c.Edit(record_id="reading", fields=(("note", "one\ntwo"),))]


def test_what_is_answered_by_a_word_is_saved_as_that_word(sitting: Sitting) -> None:
    sitting.open("check-in")
    limited = sitting.entry("limited").box.field
    assert isinstance(limited, Segmented)
    tile = limited.focusProxy()
    assert tile is not None

    for _press in range(3):
        tile = limited.focusProxy()
        assert tile is not None
        QTest.keyClick(tile, Qt.Key.Key_Right)
    sitting.save()

    check_in = sitting.kept("check-in")
    assert isinstance(check_in, CheckIn)
    assert check_in.limited is Limited.A_LOT


def test_the_time_of_an_end_is_asked_only_where_there_is_one(sitting: Sitting) -> None:
    sitting.open("spasm")
    assert not sitting.entry("resolved").box.isHidden()

    sitting.end(2)

    assert sitting.entry("resolved").box.isHidden()
    sitting.save()
    spasm = sitting.kept("spasm")
    assert isinstance(spasm, Episode)
    assert spasm.end_unknown
    assert spasm.resolved is None


def box_of(sitting: Sitting, name: str) -> QAbstractSpinBox:
    box = sitting.entry(name).box.field.focusProxy()
    assert isinstance(box, QAbstractSpinBox)
    return box


def test_the_number_of_a_new_entry_is_typed_over_at_once(sitting: Sitting) -> None:
    sitting.page._open("new:drink")
    QTest.keyClicks(box_of(sitting, "volume_ml"), "500")
    sitting.save()

    (drunk,) = sitting.journal.diary.of_kind(Drink)
    assert drunk.volume_ml == 500


def test_a_number_over_its_limit_is_refused_and_not_saved_as_a_smaller_one(
    sitting: Sitting,
) -> None:
    sitting.page._open("new:drink")
    box = box_of(sitting, "volume_ml")
    QTest.keyClicks(box, "99999")
    sitting.save()

    assert sitting.journal.diary.of_kind(Drink) == ()
    assert sitting.entry("volume_ml").box.hint.text().startswith("At most ")

    box.selectAll()
    QTest.keyClicks(box, "400")
    sitting.save()
    assert [each.volume_ml for each in sitting.journal.diary.of_kind(Drink)] == [400]
