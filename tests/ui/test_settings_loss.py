"""What is typed in Settings is not lost without a word when the window is closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog import app as wiring
from spasmlog.domain.records import Profile
from spasmlog.ui.page import Place
from spasmlog.ui.profile_card import ProfileCard
from spasmlog.ui.settings_page import SettingsPage
from tests.build import reading
from tests.living import Living, living


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody in Settings."""
    with living(qtbot, records=(reading(1),)) as made:
        made.start()
        made.window.go(Place(page="settings"))
        yield made


def settings(made: Living) -> SettingsPage:
    page = made.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def card(made: Living) -> ProfileCard:
    return settings(made).profile


def write(made: Living, field: QWidget, text: str) -> None:
    field.setFocus()
    made.type(text)


def on_disk(made: Living) -> Profile | None:
    """What the file holds once the window is closed."""
    with wiring.writing(made.path, made.clock) as journal:
        return journal.diary.profile


def test_a_name_that_is_being_typed_is_saved_when_the_window_is_closed(person: Living) -> None:
    write(person, card(person).lines["name_for_report"], "Ada")

    assert person.window.close()

    kept = on_disk(person)
    assert kept is not None
    assert kept.name_for_report == "Ada"


def test_a_name_typed_before_another_page_was_opened_is_saved_too(person: Living) -> None:
    write(person, card(person).lines["name_for_report"], "Ada")
    person.window.go(Place(page="today"))

    assert person.window.close()

    kept = on_disk(person)
    assert kept is not None
    assert kept.name_for_report == "Ada"


def test_what_cannot_be_read_holds_the_window_once_and_says_why(person: Living) -> None:
    write(person, card(person).lines["birth_year"], "1492")
    person.window.go(Place(page="today"))

    assert not person.window.close()

    assert person.window.current == "settings"
    assert card(person).problem.text() == (
        "A year of birth lies between 1900 and 2026. This is not saved yet. Closing the window "
        "again leaves it out."
    )
    assert card(person).lines["birth_year"].text() == "1492"
    person.until(lambda: card(person).lines["birth_year"].hasFocus())
    assert person.window.close()
    assert on_disk(person) is None


def test_what_is_put_right_after_that_is_saved(person: Living) -> None:
    year = card(person).lines["birth_year"]
    write(person, year, "1492")
    assert not person.window.close()
    year.clear()
    write(person, year, "1992")

    assert person.window.close()

    kept = on_disk(person)
    assert kept is not None
    assert kept.birth_year == 1992


def test_the_emergency_page_can_be_closed_whatever_is_typed_below(person: Living) -> None:
    write(person, card(person).lines["birth_year"], "1492")
    person.press("F1")

    assert person.window.close()


def test_with_nothing_typed_the_window_closes_and_writes_nothing(person: Living) -> None:
    assert person.window.close()
    assert on_disk(person) is None


def test_a_line_that_takes_effect_when_left_is_left(person: Living) -> None:
    line = settings(person).emergency.number.line
    line.clear()
    write(person, line, "144")

    assert person.window.close()

    assert person.around.settings.emergency_number == "144"
