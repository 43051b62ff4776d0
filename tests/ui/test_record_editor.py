"""The editor: every field by hand, nothing typed is lost, and what is refused is said beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import CheckIn, Course, Drink, Episode, Reading, Record, Treatment
from spasmlog.domain.scales import (
    Effect,
    Limited,
    Movement,
    Nrs,
    ReadingWord,
    Region,
    Sign,
    TreatmentKind,
)
from spasmlog.journal import commands as c
from spasmlog.ui.answer_grid import AnswerGrid
from spasmlog.ui.chip_box import ChipBox, LinkBox
from spasmlog.ui.form_view import FormView
from spasmlog.ui.look import Look
from spasmlog.ui.segmented import Segmented
from spasmlog.ui.text_entries import NoteEdit, OptionList
from tests import build
from tests.ui.sitting import Sitting, type_over

IBUPROFEN = build.treatment(id="ibu")
SPASM = build.episode(0, "11:05", hours=4, id="spasm", peak=Nrs(7))
DOSE = build.use(0, "11:20", id="dose", of=IBUPROFEN, spasm=SPASM)
READING = build.reading(0, "09:30", id="reading", pain=2)
CHECK_IN = build.check_in(0, id="check-in")
NOTE = "ألم في الظهر 😀 \u200f\u00a0and\u00a0back " * 400


Seat = Callable[..., Sitting]


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def seat(qapp: QApplication, look: Look) -> Iterator[Seat]:
    """Sit down before a page with these records; it is cleared away afterwards."""
    seated: list[Sitting] = []

    def sit(*records: Record) -> Sitting:
        sitting = Sitting(look, records)
        seated.append(sitting)
        sitting.page.resize(1019, 800)
        sitting.page.show()
        QTest.qWaitForWindowActive(sitting.page)
        return sitting

    yield sit
    for sitting in seated:
        sitting.close()


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


def end_of(sitting: Sitting, choice: int) -> None:
    ended = sitting.entry("ended").box.field
    assert isinstance(ended, Segmented)
    ended.set_value(choice)
    ended.changed.emit(choice)


def test_the_time_of_an_end_is_asked_only_where_there_is_one(sitting: Sitting) -> None:
    sitting.open("spasm")
    assert not sitting.entry("resolved").box.isHidden()

    end_of(sitting, 2)

    assert sitting.entry("resolved").box.isHidden()
    sitting.save()
    spasm = sitting.kept("spasm")
    assert isinstance(spasm, Episode)
    assert spasm.end_unknown
    assert spasm.resolved is None


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
    end_of(sitting, 1)
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


def test_delete_takes_the_entry_out_and_what_was_typed_with_it(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")

    sitting.page.editor.delete.click()

    assert "reading" not in sitting.journal.diary.by_id
    assert not sitting.page.editor.is_held
    assert sitting.page.editor.form is None


def test_a_safety_answer_is_taken_back_as_a_mistake(seat: Seat) -> None:
    sitting = seat(build.answer(0, Sign.FEVER, id="yes"))
    sitting.open("yes")
    editor = sitting.page.editor
    assert editor.save.isHidden()
    assert editor.delete.isHidden()
    assert editor.mistake.text() == "Answered by mistake"

    editor.mistake.click()

    assert sitting.asked == [c.Delete(record_id="yes")]
    assert sitting.journal.diary.answers == ()


def test_what_a_dose_is_of_is_changed_in_its_own_section(sitting: Sitting) -> None:
    sitting.open("dose")
    editor = sitting.page.editor
    assert editor.more.text() == "In your list: Ibuprofen"
    assert editor.listed.isHidden()
    editor.more.click()
    assert not editor.listed.isHidden()
    listed = editor.listed.view
    assert isinstance(listed, FormView)

    type_over(listed.entries["usual_dose_mg"].lines[0], "600")
    type_over(listed.entries["name"].lines[0], "Ibuprofen 600")
    sitting.type("note", "after food")
    sitting.save()

    treatment = sitting.kept("ibu")
    assert isinstance(treatment, Treatment)
    assert (treatment.name, treatment.usual_dose_mg) == ("Ibuprofen 600", 600.0)
    assert [type(each) for each in sitting.asked] == [c.Edit, c.Edit]
    assert not editor.is_dirty
    assert sitting.chosen == "dose"


def test_a_linked_dose_is_a_way_to_it(sitting: Sitting) -> None:
    sitting.open("spasm")
    links = sitting.entry("uses").box.field
    assert isinstance(links, LinkBox)

    QTest.mouseClick(links.chips["dose"], Qt.MouseButton.LeftButton)

    assert sitting.chosen == "dose"
    form = sitting.page.editor.form
    assert form is not None
    assert form.key == "dose"


def test_earlier_versions_stand_behind_when_it_was_typed(sitting: Sitting) -> None:
    sitting.open("reading")
    wanted: list[str] = []
    sitting.page.versions_wanted.connect(wanted.append)
    editor = sitting.page.editor
    assert editor.typed.text() == "typed 09:30"
    assert editor.history.isHidden()
    sitting.type("note", "mine")
    sitting.save()
    assert editor.history.text() == "typed 09:30, changed once"
    assert editor.versions.isHidden()

    editor.history.click()

    assert not editor.versions.isHidden()
    assert editor.versions.texts == ("18:40: Note: changed",)
    assert wanted == ["reading"]
    editor.history.click()
    assert editor.versions.isHidden()


NEW: list[tuple[str, dict[str, tuple[str, ...]], type[Any]]] = [
    ("new:spasm", {"onset": ("1 Jul", "9"), "resolved": ("1 Jul", "10")}, Episode),
    ("new:reading", {"pain": ("4",), "at": ("1 Jul", "8:15")}, Reading),
    ("new:drink", {"volume_ml": ("330",), "at": ("1 Jul", "8:15")}, Drink),
]


@pytest.mark.parametrize(("key", "texts", "kind"), NEW)
def test_a_new_entry_is_saved_and_opened(
    sitting: Sitting, key: str, texts: dict[str, tuple[str, ...]], kind: type[Any]
) -> None:
    before = set(sitting.journal.diary.by_id)
    sitting.open(key)

    for name, typed in texts.items():
        sitting.type(name, *typed)
    sitting.page.editor.save_all()

    (made,) = set(sitting.journal.diary.by_id) - before
    assert isinstance(sitting.kept(made), kind)
    assert sitting.chosen == made
    form = sitting.page.editor.form
    assert form is not None
    assert form.key == made


def test_a_new_entry_that_is_refused_stays(sitting: Sitting) -> None:
    sitting.open("new:reading")

    sitting.type("at", "1 Jul", "8")
    sitting.page.editor.save_all()

    editor = sitting.page.editor
    assert editor.refusal.words.text() == "A reading needs a number or a word."
    assert sitting.entry("at").raw() == ("1 Jul 2026", "08:00")
    assert sitting.chosen == "new:reading"


def test_a_course_of_something_new_adds_it_to_the_list_first(sitting: Sitting) -> None:
    sitting.open("new:course", days_ago=3)
    choice = sitting.entry("treatment_id").box.field
    kind = sitting.entry("kind").box.field
    assert isinstance(choice, OptionList)
    assert isinstance(kind, OptionList)

    choice.setCurrentIndex(choice.findText("Another"))
    sitting.type("name", "Physio at the clinic")
    kind.setCurrentIndex(kind.findText("Physiotherapy"))
    sitting.type("plan", "six weeks")
    sitting.page.editor.save_all()

    (course,) = sitting.journal.diary.courses
    treatment = sitting.journal.diary.get(Treatment, course.treatment_id)
    assert treatment is not None
    assert (treatment.name, treatment.kind) == (
        "Physio at the clinic",
        TreatmentKind.PHYSIOTHERAPY,
    )
    assert course.plan == "six weeks"
    assert sitting.chosen == course.id
    assert not sitting.page.editor.is_dirty


def test_a_course_refused_after_its_treatment_was_added_does_not_add_it_twice(
    sitting: Sitting,
) -> None:
    sitting.open("new:course")
    choice = sitting.entry("treatment_id").box.field
    assert isinstance(choice, OptionList)
    choice.setCurrentIndex(choice.findText("Another"))
    sitting.type("name", "Physio")
    sitting.type("last_day", "28 Jun")

    sitting.save()
    assert not sitting.page.editor.refusal.isHidden()
    assert choice.currentText() == "Physio"
    sitting.type("last_day", "28 Aug")
    sitting.save()

    names = [each.name for each in sitting.journal.diary.treatments]
    assert names == ["Ibuprofen", "Physio"]
    (course,) = sitting.journal.diary.of_kind(Course)
    assert course.last_day == date(2026, 8, 28)


def test_a_reading_can_be_a_word_alone(sitting: Sitting) -> None:
    sitting.open("new:reading")
    word = sitting.entry("word").box.field
    assert isinstance(word, OptionList)

    word.setCurrentIndex(word.findText("No spasm so far"))
    sitting.save()

    found = sitting.journal.diary.on(Reading, build.TODAY)
    assert found[-1].word is ReadingWord.NO_SPASM


def test_an_entry_is_not_saved_twice(sitting: Sitting) -> None:
    sitting.open("new:drink")
    sitting.save()
    sitting.wait(minutes=1)
    sitting.save()

    assert len(sitting.journal.diary.on(Drink, build.TODAY)) == 1


def test_a_new_entry_of_today_begins_now_and_moves_on_with_the_clock(sitting: Sitting) -> None:
    sitting.open("new:drink")
    assert sitting.entry("at").raw() == ("1 Jul 2026", "18:40")

    sitting.wait(minutes=2)

    assert sitting.entry("at").raw() == ("1 Jul 2026", "18:42")
    assert not sitting.page.editor.is_dirty
    assert sitting.journal.now.utc - build.moment(0, "18:40").utc == timedelta(minutes=2)
