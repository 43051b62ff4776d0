"""The window: pages that are made when wanted, shown anew when stale, and where the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import Nrs
from spasmlog.settings import Settings
from spasmlog.ui.page import Place
from spasmlog.ui.shelf import SHELF
from tests.build import day, drink, episode
from tests.living import Living, living

KEYS = ("Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+,", "Ctrl+1")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot, records=(episode(2, hours=1), drink())) as made:
        made.start()
        yield made


def focus() -> QWidget:
    """What the keyboard is on."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_a_page_is_made_when_it_is_first_wanted(window: Living) -> None:
    assert list(window.window.pages) == ["today"]
    window.press("Ctrl+4")
    window.press("Ctrl+1")
    window.press("Ctrl+4")

    assert sorted(window.window.pages) == ["signals", "today"]


def test_nothing_is_chosen_before_the_person_has_chosen_something(window: Living) -> None:
    assert focus() is window.window.frame
    window.press("Tab")

    assert focus() is window.window.frame.sidebar.button("today")


@pytest.mark.parametrize("keys", KEYS)
def test_a_page_that_is_gone_to_waits_for_tab_with_nothing_chosen(
    window: Living, keys: str
) -> None:
    if keys == "Ctrl+1":
        window.press("Ctrl+2")
    window.page.findChild(QWidget).setFocus()
    window.press(keys)
    window.settle()
    assert focus() is window.window.frame.places.currentWidget()
    window.press("Tab")

    assert window.page.isAncestorOf(focus())


@pytest.mark.parametrize("keys", ["Ctrl+2", "Ctrl+4", "Ctrl+5", "Ctrl+,"])
@pytest.mark.parametrize("on_sidebar", [True, False])
def test_a_page_gone_to_by_key_never_leaves_the_keyboard_on_the_sidebar(
    window: Living, keys: str, on_sidebar: bool
) -> None:
    if on_sidebar:
        window.press("Tab")
    window.press(keys)
    window.settle()
    assert focus() is window.window.frame.places.currentWidget()
    window.press("Tab")

    assert window.page.isAncestorOf(focus())


def test_a_page_without_a_button_takes_the_keyboard_from_the_sidebar(window: Living) -> None:
    window.press("Tab")
    window.window.go(Place(page="patterns"))

    assert focus() is window.window.frame.places.currentWidget()


def test_the_keyboard_stays_in_the_sidebar_while_pages_are_looked_through(window: Living) -> None:
    button = window.window.frame.sidebar.button("signals")
    button.setFocus()
    window.press("Space")

    assert (window.window.current, focus()) == ("signals", button)


def test_help_and_back_leaves_the_keyboard_where_it_was(window: Living) -> None:
    window.page.now.began.setFocus()
    window.press("F1")
    window.press("Esc")

    assert focus() is window.page.now.began


def test_a_hidden_page_is_shown_anew_when_it_is_seen_again(window: Living) -> None:
    window.press("Ctrl+2")
    undo = window.page.undo
    before = undo.accessibleName()
    window.press("Ctrl+1")
    window.press("w")
    hidden = undo.accessibleName()
    window.press("Ctrl+2")

    assert before == hidden != undo.accessibleName() == "Undo: Log drink"


def test_a_place_brings_its_day_record_and_rule(window: Living) -> None:
    spasm = window.diary.episodes[0]
    window.window.go(Place(page="history", day=day(2), record_id=spasm.id))
    window.window.go(Place(page="signals", rule="R10"))

    around = window.around
    assert (around.day, around.record_id, around.rule) == (day(2), spasm.id, "R10")
    window.press("Ctrl+4")
    assert around.rule is None


def test_the_dock_stands_on_every_page_but_today(window: Living) -> None:
    dock = window.window.frame.dock
    seen = {}
    for name in SHELF:
        window.window.go(Place(page=name))
        seen[name] = dock.isVisible()

    assert [name for name, there in seen.items() if not there] == ["today"]


def test_the_dock_logs_from_any_page(window: Living) -> None:
    window.press("Ctrl+4")
    window.use("Pain 6, moderate")

    assert [each.pain for each in window.diary.readings] == [Nrs(6)]


def test_what_covers_the_window_is_left_by_going_to_a_page(window: Living) -> None:
    window.press("F1")
    assert window.window.covered
    window.press("Ctrl+3")

    assert not window.window.covered
    assert window.window.current == "insights"


def test_a_narrow_window_or_large_text_leaves_icons_in_the_sidebar(window: Living) -> None:
    sidebar = window.window.frame.sidebar
    wide = sidebar.width()
    window.window.resize(900, 600)
    narrow = sidebar.width()
    window.window.resize(1280, 800)
    window.session._change_settings(Settings(theme="light", text_percent=150))

    assert wide > narrow
    assert sidebar.width() <= narrow * 1.5
    assert sidebar.button("today").toolTip() == "Today (Ctrl+1)"


def test_the_badge_counts_the_signals_that_wait(window: Living) -> None:
    button = window.window.frame.sidebar.button("signals")
    before = button.accessibleDescription()
    button.set_badge(3)

    assert (before, button.accessibleDescription()) == ("", "3")


@pytest.mark.parametrize("covered", ["", "F1", "F9", "Ctrl+L"])
def test_a_key_ends_the_program_as_closing_its_window_does(window: Living, covered: str) -> None:
    closing: list[bool] = []
    window.window.closing.connect(lambda: closing.append(True))
    if covered:
        window.press(covered)
    window.press("Ctrl+Q")

    assert not window.window.isVisible()
    assert closing == [True]
