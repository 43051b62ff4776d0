"""The days and the place of Insights where there is little room for their choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.build import diary, visit
from tests.dressing import dressed
from tests.ui.insights_shown import (
    Shown,
    both,
    choose,
    long_life,
    press,
    treated_life,
    view_of,
)

Show = Callable[[int, int, float], Shown]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[Show]:
    """The page in so much room, at a text scale."""
    made: list[Shown] = []
    with ExitStack() as worn:

        def in_room(wide: int, high: int, scale: float) -> Shown:
            look = worn.enter_context(dressed(qapp, scale))
            made.append(Shown(look, qtbot, size=(wide, high)))
            return made[-1]

        yield in_room
        for shown in made:
            shown.tasks.close()


@pytest.fixture
def narrow(show: Show) -> Shown:
    return show(600, 500, 1.0)


@pytest.fixture
def large(show: Show) -> Shown:
    return show(786, 428, 2.0)


def test_where_it_is_narrow_one_button_says_what_is_chosen_and_opens_it(narrow: Shown) -> None:
    narrow.show(view_of(treated_life()))
    filters = narrow.page.filters
    before = filters.height()

    assert not filters.panel.isVisible()
    assert filters.tabs.height() == before
    assert filters.fold.text() == "90 days, all places"
    QTest.keyClick(filters.fold, Qt.Key.Key_Space)
    assert filters.panel.isVisible()
    choose(narrow, 365)
    filters.places.setCurrentText("Neck")
    assert filters.fold.text() == "1 year, neck"
    QTest.keyClick(filters.fold, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert not filters.panel.isVisible()
    assert filters.height() == before
    assert narrow.control("Days and place: 1 year, neck") is filters.fold


def test_without_a_place_to_choose_the_button_names_the_days_alone(narrow: Shown) -> None:
    narrow.show(view_of(long_life()))

    assert narrow.page.filters.fold.text() == "90 days"


def test_in_large_text_the_first_chart_is_on_the_first_screen(large: Shown) -> None:
    large.show(view_of(both()))
    large.finish()
    trust = large.page.trust
    facts = [each for each in trust.facts.widgets if each.isVisible()]
    top = large.overview.mapTo(large.page, QPoint(0, 0)).y()

    assert len(facts) == 1
    assert top + 80 < 428
    press(trust.more)
    assert [each for each in trust.facts.widgets if each.isVisible()] != facts
    press(trust.more)
    assert [each for each in trust.facts.widgets if each.isVisible()] == facts


def test_in_large_text_the_days_stand_upright_where_they_are_opened(large: Shown) -> None:
    large.show(view_of(diary(*treated_life().by_id.values(), visit(20))))
    filters = large.page.filters
    press(filters.fold)
    QApplication.processEvents()
    months, year = (large.control(f"Days shown: {text}") for text in ("90 days", "1 year"))

    assert months.x() == year.x()
    assert months.width() < filters.width() / 2
