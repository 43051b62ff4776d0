"""From Signals to what is said in general, and through the window there and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import Sign
from spasmlog.rules import assess
from spasmlog.ui.about_card import AboutCard
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.views.signals import signals_view
from tests.build import answer, diary, running
from tests.living import living
from tests.ui.kit.seen import put_up
from tests.views.lives import comes_back


@pytest.fixture
def card(worn: Look, qtbot: QtBot) -> AboutCard:
    card = AboutCard(worn)
    put_up(card, qtbot)
    return card


def test_it_leads_to_spasms_in_general_and_to_the_rules(card: AboutCard) -> None:
    wanted: list[object] = []
    card.wanted.connect(wanted.append)
    for button in (card.telling, card.rules):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert wanted == [Place(page="telling"), Place(page="rule", rule="R01")]


def test_what_is_said_of_spasms_waits_while_an_emergency_stands(card: AboutCard) -> None:
    urgent, other = diary(answer(0, Sign.SADDLE_NUMBNESS)), comes_back()
    card.show_about(signals_view(urgent, assess(urgent)))
    assert card.telling.isHidden()
    assert card.rules.isVisible()

    card.show_about(signals_view(other, assess(other)))

    assert card.telling.isVisible()


def test_a_rule_is_reached_from_its_card_leafed_from_and_left_again(qtbot: QtBot) -> None:
    with living(qtbot, records=tuple(comes_back().by_id.values())) as made:
        made.start()
        made.window.go(Place(page="signals", rule="R10"))
        made.settle()
        made.until(lambda: "R10" in made.page.signals)
        made.page.wanted.emit(Place(page="rule", rule="R10"))
        rule = made.page
        heading = rule.card.heading.text()
        QTest.mouseClick(rule.after, Qt.MouseButton.LeftButton)
        other = rule.card.heading.text()
        made.window.moved()
        assert (heading, rule.card.heading.text()) == ("Keeps coming back", other)
        assert other != heading
        QTest.mouseClick(rule.signal, Qt.MouseButton.LeftButton)

        assert made.window.current == "signals"


def test_the_page_about_spasms_is_reached_from_today_and_left_again(qtbot: QtBot) -> None:
    with living(qtbot, records=(running(0, "08:40"),)) as made:
        made.start()
        assert made.page.telling_row.isVisible()
        QTest.mouseClick(made.page.telling, Qt.MouseButton.LeftButton)
        assert made.window.current == "telling"
        QTest.mouseClick(made.page.help.button, Qt.MouseButton.LeftButton)
        assert made.window.covered
        made.press("Esc")
        made.press("Ctrl+1")

        assert made.window.current == "today"
