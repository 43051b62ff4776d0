"""All keys on one panel: what it shows is what is bound, and it is left as it was come to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Reading
from spasmlog.settings import Settings
from spasmlog.ui import keys
from spasmlog.ui.day_tile import DayTile
from spasmlog.ui.keys_list import KeyList
from spasmlog.ui.keys_panel import KeysPanel
from spasmlog.ui.page import Place
from spasmlog.ui.record_table import RowList
from tests.build import drink, reading
from tests.living import Living, living
from tests.whole.test_accessibility import assert_room, nameless

SIZES = [((1280, 800), 100), ((1280, 800), 150), ((900, 600), 100), ((900, 600), 200)]


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot) as made:
        made.start()
        yield made


def panel(made: Living) -> KeysPanel:
    return made.session.all_keys.panel


def shown(made: Living) -> dict[str, str]:
    """What the panel says that each key does."""
    rows = [row for each in panel(made).lists for row in each.rows]
    return {" ".join(row.keys): row.words for row in rows}


def in_focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("opens", ["?", "Ctrl+/"])
@pytest.mark.parametrize("closes", ["?", "Ctrl+/", "Esc"])
def test_all_keys_are_shown_and_left_with_the_keyboard_where_it_was(
    person: Living, opens: str, closes: str
) -> None:
    began = person.page.now.began
    began.setFocus()
    person.press(opens)
    assert panel(person).isVisible()
    assert panel(person).isAncestorOf(in_focus())
    person.press(closes)

    assert not panel(person).isVisible()
    assert in_focus() is began


def test_a_question_mark_is_text_inside_of_a_text_field(person: Living) -> None:
    person.press("Ctrl+K")
    person.type("?")

    assert person.session.quick.bar.line.text() == "?"
    assert not person.session.all_keys.shown


def test_what_is_shown_is_what_the_window_has_bound(person: Living) -> None:
    made = person.window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    bound = sorted(each.key().toString() for each in made)
    told = sorted(each for group in keys.MAP for row in group.rows for each in row.shortcuts)
    person.press("?")

    assert bound == told
    words = " ".join(shown(person)).split()
    assert [each for each in bound if each not in words] == []


def test_every_shortcut_asks_for_what_its_row_names(person: Living) -> None:
    asked: list[str] = []
    person.window.key_asked.connect(asked.append)
    went: list[str] = []
    person.window.went.connect(lambda: went.append(person.window.current))
    # What covers or opens more, or ends the program.
    elsewhere = ("save_pdf", "during_visit", "back", "add", "hide", "flare", "quit")
    for shortcut, action in keys.SHORTCUTS:
        if action not in elsewhere:
            person.press(shortcut)
            person.press("Esc")
            assert (went if action in keys.PAGES else asked)[-1] == action
            person.press("Ctrl+1")


@pytest.mark.parametrize("letters", [True, False])
def test_every_character_acts_as_its_row_says(qtbot: QtBot, letters: bool) -> None:
    with living(qtbot, chosen=Settings(single_letters=letters)) as made:
        made.start()
        asked: list[str] = []
        made.window.key_asked.connect(asked.append)
        for typed in (*keys.DIGITS, *keys.TYPED):
            QTest.keyClicks(made.window, typed)
            made.press("Esc")
        made.press("?")
        off = [row for each in panel(made).lists for row in each.rows if row.off]

    always = [*(f"pain {digit}" for digit in keys.DIGITS)]
    on_letters = [action for typed, action in keys.TYPED.items() if typed.isalpha()]
    assert sorted(asked) == sorted([*always, "keys", "keys", *(on_letters if letters else ())])
    assert {row.keys[0] for row in off} == (set() if letters else set("TSENDW"))


def test_letters_that_are_switched_off_are_shown_so_with_the_way_to_settings(
    qtbot: QtBot,
) -> None:
    with living(qtbot, chosen=Settings(single_letters=False)) as made:
        made.start()
        made.press("?")
        assert shown(made)["S"] == "A spasm began (off)"
        assert "Single letters are switched off." in made.texts(panel(made))
        made.use("Open Settings")

        assert made.window.current == "settings"
        assert not made.session.all_keys.shown


def test_the_keys_of_the_page_that_is_seen_are_shown_with_those_of_everywhere(
    person: Living,
) -> None:
    for page, title in (("insights", "On this page: Insights"), ("settings", "")):
        person.window.go(Place(page=page))
        person.press("?")
        heads = [each for each in person.texts(panel(person)).split("\n") if "On this" in each]
        assert heads == ([title] if title else [])
        assert shown(person)["Ctrl+1"] == "Today"
        person.press("Esc")


def test_a_key_of_the_map_closes_it_and_acts(person: Living) -> None:
    person.press("?")
    person.press("7")

    assert [int(each.pain or 0) for each in person.diary.of_kind(Reading)] == [7]
    assert not person.session.all_keys.shown
    person.press("?")
    person.press("Ctrl+K")
    assert in_focus() is person.session.quick.bar.line
    assert not person.session.all_keys.shown


def test_going_to_a_page_leaves_no_keyboard_in_the_panel(person: Living) -> None:
    person.press("?")
    person.press("Ctrl+2")

    assert not person.session.all_keys.shown
    assert in_focus() is person.window.frame.places.currentWidget()


def test_nothing_opens_over_the_emergency_page(person: Living) -> None:
    person.press("F1")
    person.press("Ctrl+/")

    assert not person.session.all_keys.shown


def test_tab_stays_inside_and_arrows_lead_through_every_row(person: Living) -> None:
    person.press("?")
    lists = panel(person).lists
    met: list[QWidget] = []
    while in_focus() not in met:
        met.append(in_focus())
        person.press("Tab")
    assert met == [*lists, panel(person).close_button]
    person.press("Shift+Tab")
    assert in_focus() is panel(person).close_button
    person.press("Tab")
    read = []
    for _row in range(sum(len(each.rows) for each in lists)):
        rows = in_focus()
        assert isinstance(rows, KeyList)
        read.append(rows.rows[rows.currentIndex().row()].spoken)
        person.press("Down")

    assert read == [row.spoken for each in lists for row in each.rows]
    assert in_focus() is lists[0]
    person.press("Up")
    assert in_focus() is lists[-1]


def test_a_press_beside_it_closes_and_one_on_it_does_not(person: Living) -> None:
    person.press("?")
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel(person), left, pos=panel(person).card.geometry().center())
    assert panel(person).isVisible()
    QTest.mouseClick(panel(person), left, pos=QPoint(3, 3))
    assert not panel(person).isVisible()
    person.press("?")
    person.click(panel(person).close_button)

    assert not panel(person).isVisible()


def test_a_screen_reader_reads_lists_with_names(person: Living) -> None:
    person.press("?")
    spoken = person.spoken(panel(person)).split("\n")
    root = QAccessible.queryAccessibleInterface(panel(person))
    roles = [QAccessible.queryAccessibleInterface(each).role() for each in panel(person).lists]

    assert {"In pain", "Entries", "Pages", "Anywhere", "In the quick bar"} <= set(spoken)
    assert "Ctrl+K: Quick bar" in spoken
    assert list(nameless(root)) == []
    assert set(roles) == {QAccessible.Role.List}


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("letters", [True, False])
def test_nothing_is_cut_at_any_size(
    qtbot: QtBot, size: tuple[int, int], percent: int, letters: bool
) -> None:
    chosen = Settings(theme="light", text_percent=percent, single_letters=letters)
    with living(qtbot, chosen=chosen) as made:
        made.window.resize(*size)
        made.start()
        made.press("?")
        over = panel(made)
        assert over.rect().contains(over.card.geometry())
        qtbot.waitUntil(lambda: assert_room(made), timeout=10_000)
        for each in over.lists:
            last = each.visualRect(each.model().index(len(each.rows) - 1, 0))
            assert last.bottom() <= each.viewport().height()
            each.setFocus()
            each.setCurrentIndex(each.model().index(len(each.rows) - 1, 0))
            low = each.mapTo(over.area.viewport(), last.bottomLeft()).y()
            assert 0 < low <= over.area.viewport().height()


def test_it_grows_with_the_window(person: Living) -> None:
    person.press("?")
    before = panel(person).card.width()
    person.window.resize(900, 600)

    assert panel(person).card.width() < before
    assert panel(person).rect() == person.window.frame.rect()


def test_settings_lead_to_all_keys_and_get_the_keyboard_back(person: Living) -> None:
    person.press("Ctrl+,")
    person.settle()
    button = person.page.day.keys
    button.setFocus()
    person.press("Space")
    assert person.session.all_keys.shown
    person.press("Esc")

    assert in_focus() is button
    assert person.window.current == "settings"


def test_it_is_no_window_of_its_own_and_the_window_stays_active(
    person: Living, qapp: QApplication
) -> None:
    windows = len(qapp.allWindows())
    person.press("?")
    for _turn in range(5):
        qapp.processEvents()

    assert len(qapp.allWindows()) == windows
    assert qapp.activeWindow() is person.window
    assert panel(person).isAncestorOf(in_focus())


def test_the_keys_of_the_calendar_do_what_the_panel_says(person: Living) -> None:
    person.press("Ctrl+2")
    person.settle()

    def after(pressed: str) -> date:
        person.window.go(Place(page="history", day=date(2026, 5, 14)))
        tiles = person.page.findChildren(DayTile)
        next(each for each in tiles if each.isVisible() and each.isChecked()).setFocus()
        person.press(pressed)
        assert person.around.day is not None
        return person.around.day

    told = {key for row in keys.HERE["history"].rows for key in row.keys}
    leads = {
        "Left": date(2026, 5, 13),
        "Right": date(2026, 5, 15),
        "PgUp": date(2026, 4, 14),
        "PgDown": date(2026, 6, 14),
        "Ctrl+PgUp": date(2025, 5, 14),
        "Ctrl+PgDown": date(2027, 5, 14),
        "Home": date(2026, 5, 11),
        "End": date(2026, 5, 17),
    }
    assert {key.replace("Down", "Dn") for key in leads} <= told
    person.window.go(Place(page="history", day=date(2026, 5, 14)))
    found = {key: after(key) for key in leads if key != "Ctrl+PgDown"}
    assert found == {key: day for key, day in leads.items() if key != "Ctrl+PgDown"}


def test_the_keys_of_a_list_do_what_the_panel_says(qtbot: QtBot) -> None:
    with living(qtbot, records=(drink(0, "08:10"), reading(0, "08:30", 4))) as made:
        made.start()
        rows = next(each for each in made.page.findChildren(RowList) if each.isVisible())
        rows.setFocus()
        made.press("Del")
        assert [type(each) for each in made.diary.by_id.values()] == [Drink]
        made.press("Down")
        made.press("Return")

        assert made.window.current == "history"
        assert made.around.record_id in made.diary.by_id


def test_the_keys_of_the_pages_for_the_doctor_do_what_the_panel_says(person: Living) -> None:
    person.press("Ctrl+5")
    person.settle()
    preview = person.page.preview
    seen = []
    for pressed in ("Ctrl+0", "Ctrl++", "Ctrl+-", "Ctrl+-"):
        person.press(pressed)
        seen.append(preview.zoom)

    fit, larger, smaller, smallest = seen
    assert fit != larger
    assert (larger or 0) > (smaller or 0) > (smallest or 0)
