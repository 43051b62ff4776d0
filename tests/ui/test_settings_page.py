"""The Settings page under keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Step
from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Sex, TreatmentKind
from spasmlog.errors import NotSaved
from spasmlog.journal.commands import AddTreatment, Edit, SaveProfile
from spasmlog.journal.journal import Journal
from spasmlog.settings import Settings
from spasmlog.store.database import Database
from spasmlog.ui.look import Look
from spasmlog.ui.settings_page import SettingsPage
from spasmlog.views.settings import SettingsView, settings_view
from tests.build import diary, moment, profile, treatment
from tests.ui.kit.seen import focusable, name_of

STEP = Step("Change profile", ())


@pytest.fixture
def journal() -> Iterator[Journal]:
    database = Database.in_memory()
    yield Journal(database, lambda: moment(), lambda: "an-id", lambda: DAY_START)
    database.close()


@pytest.fixture
def look(qapp: QApplication) -> Look:
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def page(qtbot: QtBot, look: Look, journal: Journal, opened: list[Path]) -> SettingsPage:
    page = SettingsPage(look, open_folder=opened.append)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(1048, 700)
    page.show_view(view(journal))
    area.show()
    return page


def view(journal: Journal, *records: Record, settings: Settings | None = None) -> SettingsView:
    return settings_view(diary(*records), settings or Settings(), journal)


def told(signal: Any) -> list[Any]:
    heard: list[Any] = []
    signal.connect(heard.append)
    return heard


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(line: Any, text: str, *, leave: bool = True) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    if leave:
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_theme_and_the_text_size_hold_at_once(page: SettingsPage) -> None:
    changed = told(page.settings_changed)

    click(page.appearance.theme.findChildren(QAbstractButton)[2])
    scale = page.appearance.scale
    scale.setCurrentIndex(2)
    scale.activated.emit(2)
    scale.activated.emit(2)

    assert changed == [Settings(theme="dark"), Settings(theme="dark", text_percent=150)]


def test_questionnaires_are_switched_on_and_off(page: SettingsPage, journal: Journal) -> None:
    changed = told(page.settings_changed)
    assert page.questionnaires.peg.isChecked()
    assert not page.questionnaires.roland_morris.isChecked()

    page.questionnaires.peg.click()
    page.questionnaires.roland_morris.click()

    both = Settings(weekly_peg=False, monthly_roland_morris=True)
    assert changed == [Settings(weekly_peg=False), both]
    page.show_view(view(journal, settings=both))
    assert not page.questionnaires.peg.isChecked()
    assert page.questionnaires.roland_morris.isChecked()


def test_the_day_the_glass_and_the_letters_hold_at_once(page: SettingsPage) -> None:
    changed = told(page.settings_changed)

    type_into(page.day.start.line, "4")
    page.day.glass.activated.emit(0)
    page.day.letters.click()

    assert changed[-1] == Settings(day_start="04:00", glass_ml=150, single_letters=False)
    assert len(changed) == 3


def test_a_start_of_the_day_that_cannot_be_is_told_and_kept_as_typed(
    page: SettingsPage, journal: Journal
) -> None:
    changed = told(page.settings_changed)

    type_into(page.day.start.line, "23:00")
    page.show_view(view(journal))

    assert changed == []
    assert page.day.start.hint.text() == (
        "A day starts between midnight and noon. 03:00 still holds."
    )
    assert page.day.start.line.text() == "23:00"

    type_into(page.day.start.line, "03:00")
    assert page.day.start.hint.text().startswith("What comes before belongs")


def test_the_country_and_a_number_of_ones_own_are_kept(page: SettingsPage) -> None:
    changed = told(page.settings_changed)
    country = page.emergency.country
    ireland = country.findText("Ireland")

    country.setCurrentIndex(ireland)
    country.activated.emit(ireland)
    type_into(page.emergency.number.line, "mum")
    assert page.emergency.number.hint.text() == "A telephone number is made of digits."
    type_into(page.emergency.number.line, "112")

    assert changed[-1] == Settings(country="IE", emergency_number="112")


def test_what_holds_is_shown_again_after_it_was_changed(
    page: SettingsPage, journal: Journal
) -> None:
    type_into(page.day.start.line, "4")

    page.show_view(view(journal, settings=Settings(day_start="04:00", country="JP")))

    assert page.day.start.line.text() == "04:00"
    assert page.emergency.country.currentText() == "Japan"


def test_the_profile_saves_what_was_touched(page: SettingsPage, journal: Journal) -> None:
    asked = told(page.asked)
    assert not page.profile.save.isEnabled()

    type_into(page.profile.lines["birth_year"], "1981", leave=False)
    page.profile.sex.findChildren(QAbstractButton)[0].click()
    page.profile.allergies.setPlainText("penicillin\nnuts")
    click(page.profile.save)

    assert asked == [
        SaveProfile(
            fields=(("birth_year", 1981), ("sex", Sex.F), ("allergies", "penicillin\nnuts"))
        )
    ]
    known = profile(birth_year=1981, sex=Sex.F, allergies="penicillin\nnuts")
    page.show_view(view(journal, known))
    page.saved(STEP)
    assert not page.profile.save.isEnabled()
    assert page.profile.lines["birth_year"].text() == "1981"


def test_a_date_is_shown_as_it_was_understood_once_it_is_saved(
    page: SettingsPage, journal: Journal
) -> None:
    type_into(page.profile.lines["problem_since"], "2019-3-4")

    page.show_view(view(journal, profile(problem_since=moment(0).clock.date().replace(2019, 3, 4))))
    assert page.profile.lines["problem_since"].text() == "2019-3-4"
    page.saved(STEP)

    assert page.profile.lines["problem_since"].text() == "4 Mar 2019"


def test_nonsense_in_the_profile_is_refused_in_a_sentence_and_kept(page: SettingsPage) -> None:
    asked = told(page.asked)

    type_into(page.profile.lines["birth_year"], "1492")

    assert asked == []
    assert page.profile.problem.isVisible()
    assert page.profile.problem.text() == "A year of birth lies between 1900 and 2026."
    assert page.profile.lines["birth_year"].text() == "1492"


def test_what_is_half_typed_stays_while_the_diary_moves(
    page: SettingsPage, journal: Journal
) -> None:
    type_into(page.profile.lines["risks"], "thin bo", leave=False)
    page.profile.allergies.setPlainText("nu")
    page.profile.fluid_limit.click()

    page.show_view(view(journal, profile(allergies="milk", birth_year=1950)))

    assert page.profile.lines["risks"].text() == "thin bo"
    assert page.profile.allergies.text() == "nu"
    assert page.profile.fluid_limit.isChecked()
    assert page.profile.lines["birth_year"].text() == "1950"


def test_a_refusal_of_the_journal_stands_beside_the_form_that_asked(page: SettingsPage) -> None:
    assert not page.show_refusal(NotSaved("The disk is full."))

    type_into(page.profile.lines["birth_year"], "1981")

    assert page.show_refusal(NotSaved("The disk is full."))
    assert page.profile.problem.text() == "The disk is full."
    assert page.profile.save.isEnabled()


def test_a_medicine_is_added_with_the_keyboard_in_its_form(
    page: SettingsPage, journal: Journal
) -> None:
    asked = told(page.asked)
    form = page.medicines.form

    click(page.medicines.add)
    assert form.isVisible()
    assert not form.archived.isVisible()
    type_into(form.name, "Amlodipine")
    assert form.problem.text() == "Choose what kind it is: signals count by the kind."
    form.kind.put(TreatmentKind.OTHER_MEDICINE)
    type_into(form.dose, "-3")
    assert form.problem.text() == "A dose is a number of mg above 0."
    form.regular.click()
    type_into(form.dose, "5")

    added = AddTreatment(
        name="Amlodipine", kind=TreatmentKind.OTHER_MEDICINE, usual_dose_mg=5.0, regular=True
    )
    assert asked == [added]
    assert page.show_refusal(NotSaved("The disk is full."))
    assert form.problem.text() == "The disk is full."
    click(form.save)
    page.show_view(view(journal, treatment("Amlodipine")))
    page.saved(STEP)
    assert not form.isVisible()
    assert page.medicines.lines[0].name.text() == "Amlodipine"


def test_a_medicine_is_changed_in_its_place(page: SettingsPage, journal: Journal) -> None:
    first, second = treatment("Aspirin"), treatment("Zinc")
    page.show_view(view(journal, first, second))
    asked = told(page.asked)
    form = page.medicines.form

    click(page.medicines.lines[1].button)
    assert page.medicines.lines[1].isAncestorOf(form)
    type_into(form.name, "Zinc tablets", leave=False)
    page.show_view(view(journal, replace(second, regular=True), treatment("Aspirin 2"), first))
    assert page.medicines.lines[0].isAncestorOf(form)
    assert form.name.text() == "Zinc tablets"
    form.archived.click()
    click(form.save)

    told_fields = (("name", "Zinc tablets"), ("archived", True))
    assert asked == [Edit(record_id=second.id, fields=told_fields)]


def test_a_form_in_which_nothing_changed_closes_and_asks_for_nothing(
    page: SettingsPage, journal: Journal
) -> None:
    page.show_view(view(journal, treatment("Aspirin")))
    asked = told(page.asked)

    click(page.medicines.lines[0].button)
    click(page.medicines.form.save)

    assert asked == []
    assert not page.medicines.form.isVisible()


def test_a_form_whose_entry_is_gone_stays_with_what_was_typed(
    page: SettingsPage, journal: Journal
) -> None:
    page.show_view(view(journal, treatment("Aspirin")))
    click(page.medicines.lines[0].button)

    page.show_view(view(journal))

    assert page.medicines.form.isVisible()
    click(page.medicines.form.close_form)
    assert not page.medicines.form.isVisible()


def test_the_folder_of_the_journal_can_be_opened(
    page: SettingsPage, journal: Journal, opened: list[Path], tmp_path: Path
) -> None:
    assert not page.journal.open.isEnabled()
    known = view(journal)
    facts = replace(known.journal, folder=tmp_path, path="/a/b", size="1 MB", backup="Copied.")

    page.show_view(replace(known, journal=facts))
    click(page.journal.open)

    assert opened == [tmp_path]
    assert page.journal.backup.text() == "Copied."
    assert not page.journal.problem.isVisible()


def test_a_folder_that_no_program_opens_is_told(
    qtbot: QtBot, look: Look, journal: Journal, tmp_path: Path
) -> None:
    page = SettingsPage(look, open_folder=lambda _folder: False)
    qtbot.addWidget(page)
    known = view(journal)
    page.show_view(replace(known, journal=replace(known.journal, folder=tmp_path)))
    page.show()

    click(page.journal.open)

    assert page.journal.problem.isVisible()


def test_the_numbers_of_the_rules_unfold_and_fold(page: SettingsPage) -> None:
    assert not page.rules.table.isVisible()

    click(page.rules.unfold)
    assert page.rules.table.isVisible()
    assert page.rules.unfold.text() == "Hide the numbers"

    click(page.rules.unfold)
    assert not page.rules.table.isVisible()


def test_a_heading_brings_its_card_to_the_top_and_stays_in_sight(
    page: SettingsPage, qapp: QApplication
) -> None:
    qapp.processEvents()

    click(page.headings[8])
    qapp.processEvents()

    area = page.parentWidget()
    assert area is not None
    card, heading = page.emergency, page.headings[8]
    assert abs(card.mapTo(page, QPoint(0, 0)).y() + page.y()) < area.height() / 2
    assert 0 <= heading.mapTo(area, QPoint(0, 0)).y() < area.height()
    focus = qapp.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)


def test_where_it_is_narrow_the_headings_make_room(page: SettingsPage, qapp: QApplication) -> None:
    assert page.rail.isVisible()

    page.window().resize(600, 700)
    qapp.processEvents()

    assert not page.rail.isVisible()


def test_every_control_has_a_name(page: SettingsPage, journal: Journal) -> None:
    page.show_view(view(journal, treatment("Aspirin")))
    click(page.medicines.lines[0].button)

    controls = focusable(page)

    assert len(controls) > 25
    assert [each for each in controls if not name_of(each)] == []
