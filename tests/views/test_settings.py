"""What the Settings page shows, and what it makes of what was typed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Sex, TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.journal.commands import AddTreatment, Edit, SaveProfile
from spasmlog.journal.journal import Journal
from spasmlog.rules import RULES
from spasmlog.settings import Settings
from spasmlog.store.backup import copy_daily, folder_of
from spasmlog.store.database import Database
from spasmlog.views.settings import (
    MedicineLine,
    MedicineTexts,
    ProfileTexts,
    SettingsView,
    journal_facts,
    settings_view,
)
from spasmlog.views.settings_read import (
    medicine_commands,
    profile_commands,
    read_birth_year,
    read_day_start,
    read_dose,
    read_emergency_number,
    read_since,
)
from tests.build import TODAY, ZONE, day, diary, moment, profile, treatment

NOTHING = ProfileTexts()
IBUPROFEN = MedicineTexts(id="one", name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose="400")
CATALOGUE = (MedicineLine(name="Ibuprofen", said="", texts=IBUPROFEN),)


@pytest.fixture
def journal() -> Iterator[Journal]:
    database = Database.in_memory()
    yield Journal(database, lambda: moment(), lambda: "an-id", lambda: DAY_START)
    database.close()


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "journal.spasmlog"
    Database.open(path).close()
    return path


def shown(journal: Journal, *records: Record, settings: Settings | None = None) -> SettingsView:
    return settings_view(diary(*records), settings or Settings(), journal)


def test_nobody_is_known_before_anything_is_entered(journal: Journal) -> None:
    view = shown(journal)

    assert view.profile == NOTHING
    assert view.medicines == ()
    assert view.day_start == "03:00"


def test_the_person_stands_there_as_the_fields_write_it(journal: Journal) -> None:
    person = profile(
        birth_year=1981,
        sex=Sex.F,
        problem_since=date(2019, 3, 4),
        fluid_limit=True,
        risks=frozenset({"thin bones", "Steroids"}),
        allergies="penicillin\nnuts",
        name_for_report="S. R.",
    )

    texts = shown(journal, person).profile

    assert texts == ProfileTexts(
        birth_year="1981",
        sex="f",
        problem_since="4 Mar 2019",
        fluid_limit=True,
        risks="Steroids, thin bones",
        allergies="penicillin\nnuts",
        name_for_report="S. R.",
    )


def test_regular_medicines_come_first_and_archived_ones_last(journal: Journal) -> None:
    view = shown(
        journal,
        treatment("Heat", kind=TreatmentKind.HEAT, usual_dose_mg=None),
        treatment("Zinc", regular=True, prescribed=True, usual_dose_mg=5.5),
        treatment("Aspirin", archived=True, regular=True),
    )

    assert [each.name for each in view.medicines] == ["Zinc", "Heat", "Aspirin"]
    assert view.medicines[0].said == "Ibuprofen, 5.5 mg, prescribed, regular"
    assert view.medicines[1].said == "Heat"
    assert view.medicines[2].texts.archived


def test_a_size_that_is_not_offered_is_offered_while_it_holds(journal: Journal) -> None:
    view = shown(journal, settings=Settings(glass_ml=180, text_percent=110))

    assert (180, "180 ml") in view.glasses
    assert (110, "110 %") in view.scales
    assert view.countries[0][0] == ""


def test_every_rule_tells_its_numbers_and_where_they_come_from(journal: Journal) -> None:
    rules = shown(journal).rules

    assert len(rules) == len(RULES)
    assert any("Paracetamol, at most: 4000 mg (NHS)" in rule.numbers for rule in rules)


def test_the_program_says_that_everything_stays_here(journal: Journal) -> None:
    about = "\n".join(shown(journal).about)

    assert "Everything stays on this computer" in about
    assert "GNU General Public License" in about


def test_a_journal_in_memory_has_no_folder(journal: Journal) -> None:
    facts = shown(journal).journal

    assert facts.folder is None
    assert facts.backup == ""


def test_a_journal_without_a_copy_says_when_one_is_made(stored: Path) -> None:
    facts = journal_facts(stored, TODAY, ZONE)

    assert facts.folder == stored.parent
    assert facts.path == str(stored)
    assert facts.size.endswith(" MB")
    assert facts.backup == "No copy yet: one is made after the first entry of a day."


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (TODAY, "Last backup today 10:12, checked."),
        (day(3), "Last backup 28 Jun 2026 10:12, checked."),
    ],
)
def test_the_last_copy_is_told_with_its_time(stored: Path, made: date, said: str) -> None:
    written = datetime(2026, 7, 1, 8, 12, tzinfo=UTC).timestamp()
    copy = copy_daily(stored, made)
    os.utime(copy.path, (written, written))

    assert journal_facts(stored, TODAY, ZONE).backup == said


def test_a_copy_that_cannot_be_looked_at_is_told_without_a_time(stored: Path) -> None:
    folder_of(stored).mkdir()
    (folder_of(stored) / f"journal-{TODAY}.spasmlog").symlink_to(stored.parent / "gone")

    assert journal_facts(stored, TODAY, ZONE).backup == "Last backup today, checked."


def test_a_journal_that_is_gone_has_the_size_of_nothing(tmp_path: Path) -> None:
    assert journal_facts(tmp_path / "gone.spasmlog", TODAY, ZONE).size == "0.0 MB"


def test_only_what_was_touched_of_the_profile_is_saved() -> None:
    was = ProfileTexts(risks="a, b", allergies="nuts", birth_year="1981")
    typed = replace(
        was,
        sex="m",
        problem_since="2019-03-04",
        risks=" thin bones , ,steroids",
        name_for_report=" S. R. ",
        fluid_limit=True,
    )

    (command,) = profile_commands(was, typed, TODAY)

    assert isinstance(command, SaveProfile)
    assert dict(command.fields) == {
        "sex": Sex.M,
        "problem_since": date(2019, 3, 4),
        "risks": frozenset({"thin bones", "steroids"}),
        "name_for_report": "S. R.",
        "fluid_limit": True,
    }


def test_what_is_emptied_is_not_known_any_more() -> None:
    was = ProfileTexts(birth_year="1981", sex="f", problem_since="4 Mar 2019", allergies="nuts")

    (command,) = profile_commands(was, NOTHING, TODAY)

    told = {"birth_year": None, "sex": None, "problem_since": None, "allergies": ""}
    assert dict(command.fields) == told


def test_a_profile_that_was_not_touched_asks_for_nothing() -> None:
    assert profile_commands(NOTHING, NOTHING, TODAY) == ()


@pytest.mark.parametrize("typed", ["1899", "2027", "81", "nineteen", "-1981", "1981.5", "9" * 5000])
def test_a_year_of_birth_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(InvalidEntry, match="A year of birth lies between 1900 and 2026"):
        read_birth_year(typed, TODAY)


def test_a_problem_cannot_have_begun_later_than_today_or_before_birth() -> None:
    with pytest.raises(InvalidEntry, match="has not come yet"):
        read_since("2 Jul 2026", TODAY)
    with pytest.raises(InvalidEntry, match="not a date"):
        read_since("long ago", TODAY)
    typed = ProfileTexts(birth_year="1990", problem_since="1 Jan 1989")
    with pytest.raises(InvalidEntry, match="before the year of birth"):
        profile_commands(NOTHING, typed, TODAY)


def test_a_new_medicine_is_added_with_everything_typed() -> None:
    typed = MedicineTexts(
        name=" Amlodipine ", kind=TreatmentKind.OTHER_MEDICINE, dose="2.5 mg", regular=True
    )

    assert medicine_commands(MedicineTexts(), typed, CATALOGUE) == (
        AddTreatment(
            name="Amlodipine",
            kind=TreatmentKind.OTHER_MEDICINE,
            usual_dose_mg=2.5,
            regular=True,
        ),
    )


def test_of_a_known_medicine_only_what_was_touched_is_changed() -> None:
    typed = replace(IBUPROFEN, dose="", archived=True)

    assert medicine_commands(IBUPROFEN, typed, CATALOGUE) == (
        Edit(record_id="one", fields=(("usual_dose_mg", None), ("archived", True))),
    )
    assert medicine_commands(IBUPROFEN, IBUPROFEN, CATALOGUE) == ()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (MedicineTexts(name=" "), "A treatment needs a name."),
        (MedicineTexts(name="X"), "Choose what kind it is"),
        (replace(IBUPROFEN, id="", name="iBUPROFEN"), "iBUPROFEN is in the list already."),
        (replace(IBUPROFEN, id="", name="X", dose="-3"), "A dose is a number of mg above 0."),
        (replace(IBUPROFEN, id="", name="X", dose="0"), "A dose is a number of mg above 0."),
        (replace(IBUPROFEN, id="", name="X", dose="two"), "That is not a number."),
    ],
)
def test_a_medicine_that_cannot_be_is_refused(typed: MedicineTexts, why: str) -> None:
    with pytest.raises(InvalidEntry, match=why):
        medicine_commands(MedicineTexts(), typed, CATALOGUE)


def test_the_case_of_a_name_can_be_changed() -> None:
    (command,) = medicine_commands(IBUPROFEN, replace(IBUPROFEN, name="IBUPROFEN"), CATALOGUE)

    assert command == Edit(record_id="one", fields=(("name", "IBUPROFEN"),))


def test_no_dose_is_not_a_dose_of_nothing() -> None:
    assert read_dose(" ") is None


@pytest.mark.parametrize(("typed", "kept"), [("4", "04:00"), ("0:30", "00:30"), ("12:00", "12:00")])
def test_a_day_starts_at_night_or_in_the_morning(typed: str, kept: str) -> None:
    assert read_day_start(typed) == kept


@pytest.mark.parametrize("typed", ["12:01", "23:00", "late", "25:00", ""])
def test_a_start_of_the_day_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(InvalidEntry):
        read_day_start(typed)


@pytest.mark.parametrize("typed", ["", "112", "+353 1 234 5678"])
def test_a_telephone_number_is_kept_as_typed(typed: str) -> None:
    assert read_emergency_number(typed) == typed


@pytest.mark.parametrize("typed", ["mum", "+", "0" * 21])
def test_a_telephone_number_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(InvalidEntry):
        read_emergency_number(typed)
