"""What else the editor does with an entry: delete, link, list, versions, and new ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spasmlog.domain.records import Course, Drink, Episode, Reading, Treatment
from spasmlog.domain.scales import (
    ReadingWord,
    Sign,
    TreatmentKind,
)
from spasmlog.journal import commands as c
from spasmlog.ui.chip_box import LinkBox
from spasmlog.ui.form_view import FormView
from spasmlog.ui.text_entries import OptionList
from tests import build
from tests.ui.sitting import CHECK_IN, DOSE, IBUPROFEN, READING, SPASM, Seat, Sitting, type_over


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(IBUPROFEN, SPASM, DOSE, READING, CHECK_IN)


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


def test_a_reading_can_be_a_word_alone(seat: Seat) -> None:
    sitting = seat(READING)  # beside a spasm of the day the word would be refused
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
