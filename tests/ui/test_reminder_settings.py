"""The cards on reminders and on spasms, in Settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from spasmlog.domain.moment import DAY_START
from spasmlog.errors import Refusal
from spasmlog.journal.journal import Journal
from spasmlog.settings import Settings
from spasmlog.store.database import Database
from spasmlog.ui.look import Look
from spasmlog.ui.reminder_settings import RemindersCard, SpasmCard
from spasmlog.ui.settings_page import SettingsPage
from spasmlog.views.settings import SettingsView, settings_view
from tests.build import diary, moment


@pytest.fixture
def journal() -> Iterator[Journal]:
    database = Database.in_memory()
    yield Journal(database, lambda: moment(), lambda: "an-id", lambda: DAY_START)
    database.close()


@pytest.fixture
def tray() -> list[bool]:
    """Whether the desktop has a tray: the last of these."""
    return [True]


@pytest.fixture
def card(qtbot: QtBot, worn: Look, journal: Journal, tray: list[bool]) -> RemindersCard:
    card = RemindersCard(worn, lambda: tray[-1])
    qtbot.addWidget(card)
    card.resize(720, 700)
    card.show_view(view(journal))
    card.show()
    return card


def view(journal: Journal, settings: Settings | None = None, **texts: Any) -> SettingsView:
    shown = settings_view(diary(), settings or Settings(), journal)
    return replace(shown, reminders=replace(shown.reminders, **texts))


def told(signal: Any) -> list[Any]:
    heard: list[Any] = []
    signal.connect(heard.append)
    return heard


def type_into(line: Any, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_all_is_off_until_it_is_wanted(card: RemindersCard) -> None:
    switches = (card.relief, card.evening, card.peg, card.full, card.closed, card.tray)

    assert [each.text() for each in switches if each.isChecked()] == []


def test_every_switch_holds_at_once(card: RemindersCard) -> None:
    changed = told(card.changed)

    for switch in (card.relief, card.evening, card.peg, card.full, card.tray):
        switch.click()

    assert changed[-1] == Settings(
        remind_relief=True,
        remind_evening=True,
        remind_peg=True,
        reminders_in_full=True,
        stay_in_tray=True,
    )
    assert len(changed) == 5


def test_the_minutes_and_the_times_hold_when_they_are_left(card: RemindersCard) -> None:
    changed = told(card.changed)

    card.after.activated.emit(1)
    type_into(card.at.line, "7 pm")
    type_into(card.quiet_from.line, "23")
    type_into(card.quiet_to.line, "6:30")

    assert changed[-1] == Settings(
        relief_after_min=45, evening_at="19:00", quiet_from="23:00", quiet_to="06:30"
    )


def test_a_time_that_cannot_be_is_told_and_kept_as_typed(
    card: RemindersCard, journal: Journal
) -> None:
    changed = told(card.changed)

    type_into(card.at.line, "noon")
    type_into(card.quiet_to.line, "25:00")
    card.show_view(view(journal))

    assert changed == []
    assert card.at.hint.text().startswith("That is not a time.")
    assert card.at.line.text() == "noon"
    assert card.quiet_to.hint.text().startswith("A time has hours from 0 to 23")

    type_into(card.at.line, "20:30")
    assert card.at.hint.text() == "For the check-in, and for PEG where it is due."


def test_a_refused_time_says_which_still_holds_and_goes_when_the_page_is_left(
    card: RemindersCard, journal: Journal
) -> None:
    card.show_view(view(journal, Settings(quiet_to="06:30")))
    type_into(card.quiet_to.line, "25:00")
    refused = card.quiet_to.hint.text()
    card.hide()
    card.show()

    assert refused.endswith("06:30 still holds.")
    assert card.quiet_to.line.text() == "06:30"
    assert card.quiet_to.hint.text() == ""
    assert card.quiet_to.line.property("wrong") is False


def test_what_the_times_mean_together_is_told_below_them(
    card: RemindersCard, journal: Journal
) -> None:
    same = Settings(quiet_from="20:00", quiet_to="23:00", remind_evening=True)

    card.show_view(view(journal, same))
    assert card.at.hint.text().startswith("That lies in the quiet hours")
    assert card.quiet_to.hint.isHidden()

    card.show_view(view(journal, replace(same, quiet_to="20:00")))
    assert card.at.hint.text().startswith("For the check-in")
    assert card.quiet_to.hint.text().startswith("The same time twice")


def test_peg_cannot_be_switched_on_where_it_is_not_asked(
    card: RemindersCard, journal: Journal
) -> None:
    assert card.peg.isEnabled()
    card.show_view(view(journal, Settings(weekly_peg=False)))

    assert not card.peg.isEnabled()
    assert "under Questionnaires" in words(card)


def test_without_a_tray_the_switch_is_dead_and_says_why(
    card: RemindersCard, journal: Journal, tray: list[bool]
) -> None:
    assert card.tray.isEnabled()
    assert "no tray" not in words(card)
    tray.append(False)
    card.show_view(view(journal))

    assert not card.tray.isEnabled()
    assert "This desktop shows no tray." in words(card)


def words(card: RemindersCard) -> str:
    return "\n".join(each.text() for each in card._told.values() if not each.isHidden())


def test_for_a_closed_window_it_is_asked_for_and_what_came_of_it_is_shown(
    card: RemindersCard, journal: Journal
) -> None:
    asked, changed = told(card.closed_asked), told(card.changed)
    card.show_view(view(journal, can_while_closed=True, while_closed=False))

    card.closed.click()
    assert (asked, changed) == ([True], [])

    card.answer_closed(Refusal("The disk is full."))
    card.show_view(view(journal, can_while_closed=True, while_closed=False))
    assert not card.closed.isChecked()
    assert card.problem.isVisible()
    assert card.problem.text() == "The disk is full."

    card.answer_closed(None)
    card.show_view(view(journal, can_while_closed=True, while_closed=True))
    assert card.closed.isChecked()
    assert not card.problem.isVisible()


def test_a_sample_is_asked_for_through_the_page(qtbot: QtBot, worn: Look) -> None:
    page = SettingsPage(worn)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.reminder_tried):
        page.reminders.try_one.click()


def test_flare_mode_opens_by_itself_where_that_is_wanted(
    qtbot: QtBot, worn: Look, journal: Journal
) -> None:
    card = SpasmCard(worn)
    qtbot.addWidget(card)
    changed = told(card.changed)
    card.show_view(view(journal))
    assert not card.flare.isChecked()

    card.flare.click()

    assert changed == [Settings(flare_by_itself=True)]
    card.show_view(view(journal, Settings(flare_by_itself=True)))
    assert card.flare.isChecked()
