"""What the window says and where its keyboard stands once a questionnaire is saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Score
from spasmlog.settings import Settings
from spasmlog.ui.score_landing import Landing
from spasmlog.ui.so_far_card import SoFarCard
from tests.build import drink, reading
from tests.living import Living, living

ASKED = Settings(theme="light", monthly_roland_morris=True)


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """A month after the first entry, with both questionnaires switched on."""
    with living(qtbot, records=(reading(40), drink(0, "08:00")), chosen=ASKED) as made:
        made.start()
        yield made


def test_a_save_by_keys_is_said_and_the_keys_after_it_take_nothing_back(person: Living) -> None:
    person.use("Show the sentences")
    person.type("y")
    person.press("Tab")
    person.press("Space")

    assert person.toast.text == "Saved: Roland-Morris, 1 of 24."
    before = person.diary
    assert len(before.of_kind(Score)) == 1
    person.press("Tab")
    person.press("Space")
    assert person.diary is before


def test_from_where_the_keyboard_stands_then_tab_goes_into_that_card(person: Living) -> None:
    person.use("Not this week", "Show the sentences")
    person.type("y")
    person.press("Return")
    so_far: SoFarCard = person.page.so_far
    assert so_far.hasFocus()

    person.press("Tab")
    assert QApplication.focusWidget() is so_far.rows
    person.press("Shift+Tab")
    assert not so_far.hasFocus()


def test_with_no_card_before_it_the_page_itself_has_the_keyboard(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    card, field = QWidget(host), QWidget(host)
    field.setParent(card)
    host.show()

    Landing(host).leave(card, field)

    assert host.focusWidget() is host
