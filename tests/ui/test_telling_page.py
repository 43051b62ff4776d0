"""The page about spasms in general: where it leads, and how it gives way to an emergency."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import Sign
from spasmlog.rules import assess
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.telling_page import TellingPage
from spasmlog.views.telling import telling_view
from tests.build import answer, diary
from tests.ui.kit.seen import focusable, name_of, put_up


@pytest.fixture
def page(worn: Look, qtbot: QtBot) -> TellingPage:
    page = TellingPage(worn)
    page.resize(1019, 800)
    put_up(page, qtbot)
    page.show_view(telling_view(None))
    return page


def texts(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def test_all_of_it_is_on_the_page(page: TellingPage) -> None:
    view = telling_view(None)
    seen = texts(page)

    for part in (*view.main, *view.beside):
        assert part.heading in seen
        assert all(item.cited in seen for item in part.items)
        assert all(item.sure in seen for item in part.items if item.sure)
    assert {view.title, view.lead, view.help, view.note} <= set(seen)
    assert all({each.line, each.url} <= set(seen) for each in view.publications)


def test_every_way_on_leads_where_it_says(page: TellingPage) -> None:
    wanted: list[object] = []
    page.wanted.connect(wanted.append)
    for button in (page.help.button, page.signals, page.rules):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert wanted == [
        Place(page="emergency"),
        Place(page="signals"),
        Place(page="rule", rule="R10"),
    ]


def test_an_emergency_puts_the_words_away_and_they_come_back_after_it(page: TellingPage) -> None:
    away = telling_view(assess(diary(answer(0, Sign.SADDLE_NUMBNESS))))
    page.show_view(away)
    assert page.beside.isHidden()
    assert away.help in texts(page)
    assert page.help.button.isVisible()

    page.show_view(telling_view(None))

    assert page.beside.isVisible()
    assert page.sources.addresses[0].isVisible()


def test_opened_in_an_emergency_it_has_the_words_once_that_is_over(
    worn: Look, qtbot: QtBot
) -> None:
    page = TellingPage(worn)
    put_up(page, qtbot)
    page.show_view(telling_view(assess(diary(answer(0, Sign.SADDLE_NUMBNESS)))))
    page.show_view(telling_view(None))

    assert telling_view(None).main[0].heading in texts(page)


def test_addresses_are_reached_and_copied_by_keyboard(page: TellingPage, qtbot: QtBot) -> None:
    first = page.sources.addresses[0]
    assert first in focusable(page)
    first.setFocus()
    QTest.keySequence(first, "Ctrl+A")

    assert first.selectedText() == "https://www.nice.org.uk/guidance/ng59"
    assert first.openExternalLinks() is False


def test_everything_that_takes_the_keyboard_has_a_name(page: TellingPage) -> None:
    assert all(name_of(each) for each in focusable(page))
