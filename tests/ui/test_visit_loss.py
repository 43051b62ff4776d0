"""What is typed about a visit is never lost without a word, whatever is refused or left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Visit
from spasmlog.journal.commands import LogDrink
from spasmlog.ui.page import Place
from spasmlog.ui.visit_during import DuringPage
from spasmlog.ui.visit_page import VisitPage
from spasmlog.ui.visit_unsaved import UnsavedPage
from tests.build import day, reading, visit
from tests.living import Living, living

LONG = "x" * 50_000
"""More than what is left of the pages of a small file."""


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody whose last visit is forty days ago."""
    with living(qtbot, records=(visit(40, id="old"), reading(1))) as made:
        made.start()
        yield made


@contextmanager
def full(made: Living) -> Iterator[None]:
    """For a while there is no room on the disk."""
    database = made.around.desk.journal.database
    with database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    yield
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")


def open_page(made: Living, chosen: str | None) -> VisitPage:
    made.around.visit = chosen
    return come_back(made)


def come_back(made: Living) -> VisitPage:
    made.window.go(Place(page="visit"))
    page = made.window.page("visit")
    assert isinstance(page, VisitPage)
    return page


def during(made: Living) -> DuringPage:
    made.press("F11")
    page = made.session.visiting.during
    assert page is not None
    return page


def asks(made: Living) -> UnsavedPage:
    page = made.top
    assert isinstance(page, UnsavedPage)
    return page


def visits(made: Living) -> tuple[Visit, ...]:
    return made.diary.of_kind(Visit)


def write_over(made: Living, field: QWidget, text: str) -> None:
    field.setFocus()
    made.press("Ctrl+A")
    made.type(text)
    made.press("Tab")


def test_what_is_refused_as_the_page_is_left_is_still_there_after_other_saves(
    person: Living,
) -> None:
    page = open_page(person, "old")
    with full(person):
        page.notes.plan.setPlainText(LONG)
        person.press("Ctrl+1")
        assert "disk is full" in person.toast.text
        assert page.draft.held
    person.press("w")
    assert len(person.diary.of_kind(Drink)) == 1
    come_back(person)
    assert page.notes.plan.toPlainText() == LONG
    assert "disk is full" in page.notes.problem.text()
    page.draft.flush()

    assert visits(person)[0].plan == LONG
    assert not page.notes.problem.isVisible()


def test_from_the_word_about_it_the_page_tries_again_with_what_it_holds_by_then(
    person: Living,
) -> None:
    page = open_page(person, "")
    with full(person):
        page.notes.said.setPlainText(LONG)
        person.press("Ctrl+1")
    person.click(person.toast_button("Try again"))
    page.draft.flush()

    (made,) = [each for each in visits(person) if each.id != "old"]
    assert made.said == LONG
    assert not page.draft.held


def test_a_new_visit_that_was_refused_is_made_by_the_next_word(person: Living) -> None:
    page = open_page(person, "")
    with full(person):
        page.notes.said.setPlainText(LONG)
        person.press("Ctrl+1")
    come_back(person)
    page.notes.plan.setFocus()
    person.type("Walk")
    person.press("Tab")

    (made,) = [each for each in visits(person) if each.id != "old"]
    assert (made.said, made.plan) == (LONG, "Walk")


def test_why_nothing_was_saved_stays_while_the_window_is_shown_anew(person: Living) -> None:
    page = open_page(person, "old")
    with full(person):
        page.notes.said.setPlainText(LONG)
        page.draft.flush()
        person.window.moved()
        assert page.notes.problem.isVisible()
        assert not person.toast.isVisible()
    page.draft.flush()

    assert not page.notes.problem.isVisible()


def test_the_whole_screen_is_not_left_before_its_words_are_saved(person: Living) -> None:
    open_page(person, "old")
    page = during(person)
    with full(person):
        page.said.setPlainText(LONG)
        person.press("Escape")
        assert person.session.visiting.during is page
        assert "disk is full" in page.problem.text()
        person.press("Ctrl+1")
        assert person.top is page
    person.press("Escape")

    assert person.session.visiting.during is None
    assert visits(person)[0].said == LONG


def test_the_whole_screen_does_not_open_over_words_that_are_not_saved(person: Living) -> None:
    page = open_page(person, "old")
    with full(person):
        page.notes.said.setPlainText(LONG)
        person.press("Ctrl+1")
        person.press("F11")
        assert person.session.visiting.during is None
        assert person.window.current == "visit"
        assert page.notes.problem.isVisible()
    during(person)

    assert visits(person)[0].said == LONG


def test_a_next_visit_that_cannot_be_read_does_not_keep_the_whole_screen_away(
    person: Living,
) -> None:
    page = open_page(person, "old")
    write_over(person, page.notes.follow_up, "soonish")
    during(person)
    person.press("Escape")
    write_over(person, page.notes.follow_up, "30 Jul")

    assert visits(person)[0].follow_up == day(-29)


@pytest.mark.parametrize("where", ["page", "during"])
def test_closing_asks_once_before_words_are_lost(qtbot: QtBot, person: Living, where: str) -> None:
    page: VisitPage | DuringPage = open_page(person, "old")
    if where == "during":
        page = during(person)
    said = page.said if isinstance(page, DuringPage) else page.notes.said
    with full(person):
        said.setPlainText(LONG)
        person.window.close()
        person.window.close()
        assert person.window.isVisible()
        person.click(asks(person).stay)
        assert said.isVisible()
        assert said.toPlainText() == LONG
        person.window.close()
        QTest.keyClick(asks(person), Qt.Key.Key_Escape)
        assert said.isVisible()
    person.window.close()

    assert not person.window.isVisible()
    with living(qtbot, clock=person.clock) as later:
        later.start()
        assert visits(later)[0].said == LONG


def test_who_closes_anyway_is_not_held_back(person: Living) -> None:
    page = open_page(person, "old")
    write_over(person, page.notes.follow_up, "soonish")
    person.press("Ctrl+1")
    person.window.close()
    assert "Closing now loses it" in person.texts()
    person.click(asks(person).close_anyway)

    assert not person.window.isVisible()


def test_who_stays_is_shown_what_is_not_saved(person: Living) -> None:
    page = open_page(person, "old")
    write_over(person, page.notes.follow_up, "soonish")
    person.press("Ctrl+1")
    person.window.close()
    QTest.keyClick(asks(person), Qt.Key.Key_A)
    person.click(asks(person).stay)

    assert person.window.current == "visit"
    assert page.notes.next_field.hint.isVisible()
    write_over(person, page.notes.follow_up, "30 Jul")
    assert visits(person)[0].follow_up == day(-29)


def test_a_day_that_cannot_be_read_keeps_nothing_else_from_the_journal(person: Living) -> None:
    page = open_page(person, "")
    write_over(person, page.prepare.day, "next tuesday")
    write_over(person, page.prepare.who, "Dr X")
    page.notes.said.setFocus()
    person.type("Refer to surgeon")
    person.press("Ctrl+1")
    (made,) = [each for each in visits(person) if each.id != "old"]
    assert (made.day, made.who, made.said) == (day(), "Dr X", "Refer to surgeon")
    come_back(person)

    assert page.prepare.day.text() == "next tuesday"
    assert page.prepare.day_field.hint.isVisible()
    write_over(person, page.prepare.day, "4 Jul 2026")
    assert visits(person)[-1].day == day(-3)


def test_another_visit_is_not_shown_while_a_day_here_cannot_be_read(person: Living) -> None:
    page = open_page(person, "")
    write_over(person, page.prepare.who, "Dr X")
    write_over(person, page.prepare.day, "soon")
    person.use("Visits: 22 May, GP")
    assert page.prepare.who.text() == "Dr X"
    assert page.visits.value() == visits(person)[-1].id
    assert page.prepare.day_field.hint.isVisible()
    write_over(person, page.prepare.day, "today")
    person.use("Visits: 22 May, GP")

    assert page.prepare.who.text() == "GP"


@pytest.mark.parametrize("where", ["page", "during"])
def test_the_visit_stays_in_its_place_once_its_first_words_are_saved(
    qtbot: QtBot, where: str
) -> None:
    with living(qtbot, records=(visit(1, id="held"), visit(-20, id="next"))) as made:
        made.start()
        page: VisitPage | DuringPage = open_page(made, None)
        if where == "during":
            page = during(made)
        (page.said if isinstance(page, DuringPage) else page.notes.said).setFocus()
        made.type("Rest.")
        page.draft.flush()
        assert made.around.visit == "held"
        made.type(" Walk.")
        page.draft.flush()

        assert [each.said for each in visits(made)] == ["Rest. Walk.", ""]


def test_the_line_on_today_leads_past_nothing_that_is_not_saved(qtbot: QtBot) -> None:
    with living(qtbot, records=(visit(40, id="old"), visit(-2, id="next"))) as made:
        made.start()
        page = open_page(made, "old")
        write_over(made, page.notes.follow_up, "soonish")
        made.press("Ctrl+1")
        made.click(made.session.visiting.line.button)
        assert page.notes.follow_up.text() == "soonish"
        write_over(made, page.notes.follow_up, "30 Jul")

        assert [each.follow_up for each in visits(made)] == [day(-29), None]


def test_what_is_refused_of_something_else_is_not_said_beside_the_notes(person: Living) -> None:
    page = open_page(person, "old")
    page.notes.said.setPlainText("Rest")
    person.around.desk.do(LogDrink(volume_ml=0))

    assert person.toast.isVisible()
    assert not page.notes.problem.isVisible()
    page.draft.flush()
    assert visits(person)[0].said == "Rest"
