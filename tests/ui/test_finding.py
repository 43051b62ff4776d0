"""Finding in the real window: Ctrl+F from anywhere, the index behind the page, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Record
from spasmlog.ui.page import Place
from tests import build
from tests.living import Living, living

RECORDS: tuple[Record, ...] = (
    build.reading(0, "08:00", id="today", pain=4, note="piano"),
    build.reading(2, "08:00", id="two", pain=8, note="piano moved"),
    build.reading(900, "08:00", id="long-ago", pain=9, note="first piano"),
)


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody who has written of a piano for years."""
    with living(qtbot, records=RECORDS) as made:
        made.start()
        yield made


def found(person: Living) -> tuple[str, ...]:
    ids: tuple[str, ...] = person.page.found.list.ids
    return ids


def look_for(person: Living, text: str) -> None:
    person.press("Ctrl+F")
    person.type(text)
    person.until(lambda: person.session.finding.is_ready)


@pytest.mark.parametrize("page", ["today", "insights", "history", "settings"])
def test_ctrl_f_leads_from_any_page_into_the_field(person: Living, page: str) -> None:
    person.window.go(Place(page=page))

    person.press("Ctrl+F")

    assert person.window.current == "history"
    assert QApplication.focusWidget() is person.page.finder.field


def test_what_is_typed_before_the_index_is_there_is_found_once_it_is(person: Living) -> None:
    person.press("Ctrl+F")
    assert not person.session.finding.is_ready
    person.type("piano")
    assert person.page.finder.sentence.text() == "The entries are still being read."
    assert not person.page.found.list.ids

    person.until(lambda: bool(found(person)))

    assert found(person) == ("today", "two", "long-ago")
    assert person.page.finder.sentence.text().startswith("3 entries")


def test_what_is_logged_meanwhile_is_found(person: Living) -> None:
    look_for(person, "pain")
    person.until(lambda: len(found(person)) == 3)

    person.page.finder.left.emit()
    person.page.setFocus()
    person.window.frame.setFocus()
    person.press("6")

    assert len(found(person)) == 4


def test_a_link_to_a_day_ends_the_search(person: Living) -> None:
    look_for(person, "piano")
    person.until(lambda: bool(found(person)))

    person.window.go(Place(page="history", day=build.day(2), record_id="two"))

    assert person.page.found.isHidden()
    assert person.page.finder.field.text() == ""
    assert not person.page.day.isHidden()


def test_the_search_stays_while_another_page_is_looked_at(person: Living) -> None:
    look_for(person, "piano moved")
    person.until(lambda: bool(found(person)))

    person.press("Ctrl+1")
    person.press("Ctrl+2")

    assert person.page.finder.field.text() == "piano moved"
    assert found(person) == ("two",)


def test_left_and_right_go_by_days_where_the_keyboard_is_nowhere(person: Living) -> None:
    person.press("Ctrl+2")
    person.window.frame.setFocus()

    person.press("Left")
    person.press("Left")
    person.press("Right")

    assert person.page.month.month.tile_of(build.day(1)).isChecked()


def test_arrows_are_left_alone_on_other_pages(person: Living) -> None:
    person.press("Ctrl+2")
    person.press("Ctrl+1")
    person.window.frame.setFocus()

    person.press("Left")
    person.press("Ctrl+2")

    assert person.page.month.month.tile_of(build.TODAY).isChecked()


def test_several_are_deleted_said_and_brought_back_by_keys_alone(person: Living) -> None:
    look_for(person, "piano")
    person.until(lambda: len(found(person)) == 3)

    person.press("Down")
    person.press("Ctrl+A")
    person.press("Del")
    assert person.diary.readings == ()
    assert person.session.toast.text == "3 entries deleted."
    person.press("Ctrl+Z")

    assert len(person.diary.readings) == 3
    assert len(found(person)) == 3


def test_what_was_found_is_not_worked_out_again_while_nothing_has_changed(
    person: Living,
) -> None:
    look_for(person, "piano")
    person.until(lambda: bool(found(person)))
    before = person.session.finding.searched()

    person.clock.go(minutes=1)
    person.session._tick()

    assert person.session.finding.searched() is before


def test_today_is_the_day_of_the_settings_also_after_they_have_changed(person: Living) -> None:
    look_for(person, "today")
    person.until(lambda: found(person) == ("today",))

    around = person.window.around
    around.settings = replace(around.settings, day_start="10:00")  # it is 9 o'clock: still before
    person.window.moved()
    person.until(lambda: person.session.finding.is_ready and found(person) == ())

    assert person.page.finder.sentence.text().startswith("Nothing found")


def test_another_journal_is_not_searched_with_the_index_of_the_first(person: Living) -> None:
    look_for(person, "piano")
    person.until(lambda: bool(found(person)))

    person.window.around.desk.opened.emit()

    assert not person.session.finding.is_ready
    assert person.window.around.search is None
    person.session.finding.prepare()
    person.window.around.desk.opened.emit()
    person.settle()
    assert not person.session.finding.is_ready


def test_an_index_that_nobody_waits_for_changes_nothing_on_the_page(person: Living) -> None:
    person.press("Ctrl+F")

    person.until(lambda: person.session.finding.is_ready)

    assert person.page.found.isHidden()
    assert not person.page.day.isHidden()
