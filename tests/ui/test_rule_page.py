"""The page of a rule: leafed through by buttons, by the list, by keys; and a way to its signal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.rules import RULES, Rule
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.rule_page import RulePage
from spasmlog.views.rule_page import rule_page_view
from tests.ui.kit.seen import focusable, name_of, put_up


class Shown:
    """The page in a scrolled place, which goes where it wants to go, as the window does."""

    def __init__(self, look: Look, qtbot: QtBot) -> None:
        self.page = RulePage(look)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.page)
        self.area.resize(1048, 500)
        self.wanted: list[object] = []
        self.page.wanted.connect(self._go)
        self.page.show_view(rule_page_view("R10"))
        put_up(self.area, qtbot)
        qtbot.waitUntil(lambda: len(self.page.list.rows.rows) == len(RULES))

    def _go(self, place: Place) -> None:
        self.wanted.append(place)
        if place.page == "rule":
            self.page.show_view(rule_page_view(place.rule))

    @property
    def heading(self) -> str:
        return self.page.card.heading.text()


@pytest.fixture
def shown(worn: Look, qtbot: QtBot) -> Shown:
    return Shown(worn, qtbot)


def texts(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_all_that_a_rule_says_of_itself_is_on_its_page(shown: Shown, rule: Rule) -> None:
    view = rule_page_view(rule.id)
    shown.page.show_view(view)
    seen = texts(shown.page.card)

    assert {view.rule, view.title, view.sure, view.note} <= set(seen)
    assert all({each.heading, each.text} <= set(seen) for each in view.parts)
    assert shown.page.card.numbers.rows == len(view.numbers.rows)
    assert shown.page.card.numbers.isVisible() is bool(view.numbers.rows)
    assert all({each.line, each.url} <= set(seen) for each in view.publications)
    assert [each.text() for each in shown.page.card.tags if each.isVisible()] == [
        label for _word, label in view.levels
    ]


def test_the_signal_of_this_rule_is_one_press_away(shown: Shown) -> None:
    press(shown.page.signal)

    assert shown.wanted == [Place(page="signals", rule="R10")]


def test_the_book_is_leafed_through_to_its_ends(shown: Shown) -> None:
    for _rule in RULES:
        press(shown.page.before)
    first = shown.heading
    assert not shown.page.before.isEnabled()
    for _rule in RULES:
        press(shown.page.after)

    assert (first, shown.heading) == (RULES[0].title, RULES[-1].title)
    assert not shown.page.after.isEnabled()


def test_a_rule_of_the_list_is_opened_by_a_press_or_by_enter(shown: Shown) -> None:
    rows = shown.page.list.rows
    spot = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    assert shown.heading == RULES[1].title
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)

    assert shown.heading == RULES[2].title
    assert rows.currentIndex().row() == 2
    assert shown.wanted == [Place(page="rule", rule=RULES[at].id) for at in (1, 2)]


def test_another_rule_is_read_from_its_beginning_and_the_same_one_is_left_alone(
    shown: Shown,
) -> None:
    bar = shown.area.verticalScrollBar()
    bar.setValue(200)
    shown.page.show_view(rule_page_view("R10"))
    assert bar.value() == 200
    shown.page.show_view(rule_page_view("R16"))

    assert bar.value() == 0


def test_no_link_opens_a_browser(shown: Shown) -> None:
    assert all(not each.openExternalLinks() for each in shown.page.findChildren(QLabel))
    assert all(
        each.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        for each in shown.page.card.sources.addresses
    )


def test_everything_that_takes_the_keyboard_has_a_name(shown: Shown) -> None:
    assert all(name_of(each) for each in focusable(shown.page))
