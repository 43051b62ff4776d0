"""What a press opens is in sight, and keys act wherever the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Reading
from spasmlog.journal.commands import LogDrink
from spasmlog.ui.chart_table import ChartTable
from spasmlog.ui.figure_view import FigureView
from spasmlog.ui.page import Place
from spasmlog.ui.record_table import RowList
from tests.build import drink, reading
from tests.living import Living, living
from tests.views.lives import comes_back


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody who has logged a pain reading and a glass today."""
    with living(qtbot, records=(reading(0, "08:00", 4), drink(0, "08:10"))) as made:
        made.start()
        yield made


def around(part: QWidget) -> QScrollArea:
    """What scrolls the page that a part is on."""
    area = part.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    return area


def seen(part: QWidget) -> bool:
    """Whether the top of a part, and its foot unless it is higher than the page, are in sight."""
    area = around(part)
    top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
    room = area.viewport().height()
    return top >= 0 and (top + part.height() <= room or top == 0)


def below_the_fold(part: QWidget) -> bool:
    """Whether its foot would be out of sight had the page not been scrolled."""
    area = around(part)
    inside = area.widget()
    assert inside is not None
    return part.mapTo(inside, QPoint(0, part.height())).y() > area.viewport().height()


def worked_out(person: Living) -> list[FigureView]:
    """The charts that are there; before, there is nothing to be shown as a table."""
    figures: list[FigureView] = person.page.findChildren(FigureView)
    return [each for each in figures if each.prepared is not None]


def test_numbers_and_letters_act_while_the_keyboard_is_on_the_list_of_the_day(
    person: Living,
) -> None:
    (rows,) = [each for each in person.page.findChildren(RowList) if each.isVisible()]
    rows.setFocus()
    person.press("6")
    person.press("w")

    assert [int(each.pain or 0) for each in person.diary.of_kind(Reading)] == [4, 6]
    assert len(person.diary.of_kind(Drink)) == 2


def test_numbers_act_while_the_keyboard_is_on_a_chart_shown_as_a_table(person: Living) -> None:
    person.press("Ctrl+3")
    chart = "Pain, drinks, activity and stretching"
    person.until(lambda: chart in [each.canvas.accessibleName() for each in worked_out(person)])
    person.use(f"Show as table: {chart}")
    person.until(lambda: any(each.isVisible() for each in person.page.findChildren(ChartTable)))
    table = next(each for each in person.page.findChildren(ChartTable) if each.isVisible())
    table.setFocus()
    person.press("Down")
    person.press("6")

    assert [int(each.pain or 0) for each in person.diary.of_kind(Reading)] == [4, 6]


def test_place_and_details_come_into_sight_below_the_safety_questions(person: Living) -> None:
    person.window.resize(1280, 600)
    person.press("s")
    person.use("Place and details")
    details = person.page.panels.details

    person.until(lambda: below_the_fold(details) and seen(details))


def in_a_narrow_window(person: Living) -> None:
    person.around.look.set("light", 2.0)
    person.window.resize(1280, 600)


def test_what_finds_and_then_what_was_found_come_into_sight_with_large_text(
    person: Living,
) -> None:
    in_a_narrow_window(person)
    person.press("Ctrl+F")
    finder, found = person.page.finder, person.page.found

    person.until(lambda: below_the_fold(finder) and seen(finder))
    assert finder.field.hasFocus()

    person.type("glass")
    person.until(lambda: bool(found.list.ids))
    person.press("Return")
    person.until(lambda: seen(found))


def test_an_entry_that_a_page_leads_to_comes_into_sight_with_large_text(person: Living) -> None:
    in_a_narrow_window(person)
    (glass,) = person.diary.of_kind(Drink)
    person.window.go(Place(page="history", day=glass.day, record_id=glass.id))
    editor = person.page.editor

    person.until(lambda: below_the_fold(editor) and seen(editor))

    person.window.go(Place(page="today"))
    person.window.go(Place(page="history"))
    around(editor).verticalScrollBar().setValue(0)
    person.around.desk.do(LogDrink(volume_ml=200))
    person.settle()
    assert around(editor).verticalScrollBar().value() == 0


@pytest.mark.parametrize("row", ["Stretch", "Walk", "Treat"])
@pytest.mark.parametrize("size", [(1280, 600), (900, 600)])
def test_the_form_of_something_else_comes_into_sight_with_the_keyboard_in_it(
    person: Living, row: str, size: tuple[int, int]
) -> None:
    person.window.resize(*size)
    person.press("s")
    person.settle()
    if size[0] < 1000:
        person.use("All choices")
    person.use(f"{row}: something else")
    form = person.page.quick.forms[row.lower()]

    person.until(lambda: below_the_fold(form) and seen(form))
    assert form.isAncestorOf(person.window.focusWidget())


def test_what_is_typed_after_opening_the_form_of_a_treatment_is_its_name(person: Living) -> None:
    person.use("Treat: something else")

    person.type("Rub")

    assert person.page.quick.forms["treat"].name.text() == "Rub"


@pytest.mark.parametrize("size", [(1280, 780), (900, 600)])
def test_what_can_be_done_about_a_signal_is_in_sight_when_it_is_opened(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    with living(qtbot, records=comes_back().by_id.values()) as made:
        made.window.resize(*size)
        made.start()
        made.window.go(Place(page="signals"))
        made.settle()
        card = made.page.signals["R10"]
        assert card.is_open
        assert card.receipts is not None

        made.until(lambda: below_the_fold(card) and seen(card.receipts.choices))
        assert around(card).verticalScrollBar().value() == 0


def test_the_question_about_unsaved_changes_comes_into_sight(person: Living) -> None:
    person.window.resize(1280, 600)
    person.press("s")
    person.press("Ctrl+2")
    (spasm,) = person.diary.episodes
    person.page.record_chosen.emit(spasm.id)
    editor = person.page.editor
    person.click(person.control("Worst", inside=editor))
    person.press("Up")
    (glass,) = person.diary.of_kind(Drink)
    person.page.record_chosen.emit(glass.id)
    assert editor.is_held
    person.until(lambda: seen(editor.unsaved))

    around(editor).verticalScrollBar().setValue(0)
    person.session._tick()
    assert not seen(editor.unsaved)
    (first,) = person.diary.of_kind(Reading)
    person.page.record_chosen.emit(first.id)
    person.until(lambda: seen(editor.unsaved))


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("name", ["today", "history", "settings"])
def test_at_the_end_of_a_page_what_was_saved_is_said_below_its_last_control(
    person: Living, name: str, size: tuple[int, int]
) -> None:
    person.window.resize(*size)
    person.window.go(Place(page=name))
    person.settle()
    person.press("w")
    bar = around(person.page).verticalScrollBar()
    bar.setValue(0)
    bar.setValue(bar.maximum())
    person.until(lambda: bar.value() == bar.maximum())
    head, window = person.toast.mapTo(person.window, QPoint(0, 0)).y(), person.window
    ends = [
        each.mapTo(window, QPoint(0, each.height())).y() for each in person.controls(person.page)
    ]

    assert person.toast.isVisible()
    assert max(ends) <= head
