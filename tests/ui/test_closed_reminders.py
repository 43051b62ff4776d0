"""The switch for reminders while the window is closed, in the real window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from spasmlog import paths, settings
from spasmlog.reminder_timer import install, standing
from spasmlog.settings import Settings
from spasmlog.ui.page import Place
from tests.living import Living, living


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot) as made:
        made.start()
        made.window.go(Place(page="settings"))
        made.settle()
        yield made


def card(person: Living) -> Any:
    return person.window.page("settings").reminders  # type: ignore[attr-defined]  # of this page


def test_it_is_set_up_and_removed_behind_the_window(person: Living) -> None:
    card(person).closed.click()
    person.until(lambda: person.around.settings.remind_while_closed)

    assert standing(paths.own_journal()) is not None
    assert card(person).closed.isChecked()
    assert settings.read(paths.config_folder()).remind_while_closed

    card(person).closed.click()
    person.until(lambda: not person.around.settings.remind_while_closed)
    assert standing(paths.own_journal()) is None
    assert not card(person).closed.isChecked()


def test_what_cannot_be_set_up_is_told_and_the_switch_shows_the_truth(
    person: Living, tmp_path: Path
) -> None:
    (tmp_path / "xdg_config_home").write_text("a file where a folder should be")

    card(person).closed.click()
    person.until(card(person).problem.isVisible)

    assert "could not be set up" in card(person).problem.text()
    assert not card(person).closed.isChecked()
    assert not person.around.settings.remind_while_closed


def test_of_two_clicks_in_a_row_the_last_one_holds(person: Living) -> None:
    person.session.closed.ask(True)
    person.session.closed.ask(False)
    person.until(lambda: not person.around.tasks.busy)

    assert standing(paths.own_journal()) is None
    assert not card(person).closed.isChecked()


def test_before_the_journal_is_open_nothing_is_changed(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        made.session.closed.ask(True)

        assert not made.around.tasks.busy
        assert standing(paths.own_journal()) is None


def test_what_was_set_up_for_a_program_in_another_place_is_written_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "executable", "/opt/old/python")
        install(paths.own_journal())
    (entry,) = (tmp_path / "xdg_config_home" / "autostart").iterdir()
    assert "/opt/old/python" in entry.read_text(encoding="utf-8")

    with living(qtbot, chosen=Settings(remind_while_closed=True)) as made:
        made.start()

    assert sys.executable in entry.read_text(encoding="utf-8")
