"""The History page by keyboard, with large text, and in narrow windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from spasmlog.journal import commands as c
from spasmlog.ui.history_page import HistoryPage
from spasmlog.ui.look import Look
from tests import build
from tests.ui.sitting import ALL, GLASSES, NEW, READING, Seat, Sitting


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(*ALL)


def stops(top: QWidget) -> list[QWidget]:
    """Everything that the keyboard can stand on."""
    return [
        each
        for each in top.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.isVisibleTo(top)
    ]


@pytest.mark.parametrize("chosen", [None, *(each.id for each in ALL), *(f"new:{k}" for k in NEW)])
def test_everything_that_takes_the_keyboard_has_a_name(
    sitting: Sitting, chosen: str | None
) -> None:
    sitting.do(c.Delete(record_id="glass-16"))
    sitting.chosen = chosen
    sitting.refresh()
    page = sitting.page
    page.editor.more.setChecked(True)
    page.editor.show()

    nameless = [each for each in stops(page) if not each.accessibleName()]

    assert nameless == []


def test_tab_goes_through_the_page_in_reading_order(sitting: Sitting) -> None:
    sitting.do(c.Delete(record_id="glass-16"))
    sitting.open("dose")
    page = sitting.page
    page.month.before.setFocus()
    parts: list[QWidget] = [page.month, page.bin, page.day, page.editor]
    seen: list[int] = []

    for _press in range(60):
        at = QApplication.focusWidget()
        assert at is not None
        part = next((n for n, each in enumerate(parts) if each.isAncestorOf(at)), None)
        if part is not None and (not seen or seen[-1] != part):
            seen.append(part)
        QTest.keyClick(at, Qt.Key.Key_Tab)

    assert seen[:4] == [0, 1, 2, 3]


def test_tab_goes_through_a_form_from_its_first_field_to_its_buttons(sitting: Sitting) -> None:
    sitting.open("dose")
    editor = sitting.page.editor
    first = sitting.entry("treatment_id").box.field
    sitting.type("note", "changed, so that it can be saved")
    first.setFocus()
    order: list[QWidget] = []

    for _press in range(40):
        at = QApplication.focusWidget()
        assert at is not None
        order.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)

    wanted = [
        first,
        sitting.lines("dose_mg")[0],
        sitting.lines("at")[0],
        sitting.lines("at")[1],
        sitting.lines("note")[0],
        editor.more,
        editor.save,
        editor.cancel,
    ]
    assert [each for each in order if each in wanted][: len(wanted)] == wanted


@pytest.mark.parametrize(("wide", "columns"), [(1019, 3), (979, 2), (799, 2), (600, 1)])
def test_columns_stack_where_there_is_less_room(sitting: Sitting, wide: int, columns: int) -> None:
    page = sitting.page
    page.resize(wide, 800)
    QApplication.processEvents()
    left, day, editor = (
        each.mapTo(page, QPoint(0, 0)) for each in (page.month, page.day, page.editor)
    )

    assert (day.x() > left.x()) == (columns > 1)
    assert (editor.x() > day.x()) == (columns == 3)
    assert (editor.y() > day.y()) == (columns < 3)


@pytest.mark.parametrize(("scale", "wide"), [(1.0, 799), (1.5, 1179), (2.0, 1179), (2.0, 799)])
@pytest.mark.parametrize("chosen", ["spasm", "check-in", "dose"])
def test_nothing_is_cut_off_with_large_text(
    sitting: Sitting, worn: Look, scale: float, wide: int, chosen: str
) -> None:
    sitting.do(c.Delete(record_id="glass-16"))
    sitting.open(chosen)
    worn.set("light", scale)
    try:
        area = scrolled(sitting.page, wide)
        cut = [
            (type(each).__name__, each.accessibleName())
            for each in sitting.page.findChildren(QWidget)
            if each.isVisibleTo(sitting.page) and not fits(each, sitting.page)
        ]
        assert cut == []
        assert sitting.page.width() <= area.viewport().width()
    finally:
        sitting.page.setParent(None)
        worn.set("light", 1.0)


def scrolled(page: HistoryPage, wide: int) -> QScrollArea:
    """The page in a scroll area, as the window has it."""
    area, holder = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    area.setWidget(holder)
    area.resize(wide, 700)
    area.show()
    for _turn in range(3):
        QApplication.processEvents()
    return area


def fits(widget: QWidget, page: QWidget) -> bool:
    """Inside the page, and as large as its words need."""
    area = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    room = 6  # for the rings of calendar tiles
    inside = page.rect().adjusted(-room, -room, room, room).contains(area)
    needed = widget.minimumSizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed.setHeight(widget.heightForWidth(widget.width()))
    return inside and widget.width() >= needed.width() and widget.height() >= needed.height()


def test_paging_makes_no_part_of_the_calendar_or_the_list_anew(sitting: Sitting) -> None:
    page = sitting.page

    def parts() -> set[QWidget]:
        tops = (page.month, page.day.list, page.day.heading, page.day.sub)
        return {each for top in tops for each in (top, *top.findChildren(QWidget))}

    before = parts()

    for back in range(40):
        page.go(build.day(back))

    assert parts() == before


def test_a_new_entry_takes_the_keyboard_to_its_first_field(sitting: Sitting) -> None:
    action = next(a for a in sitting.page.day.menu.actions() if a.data() == "new:visit")

    action.trigger()

    assert sitting.lines("day")[0].hasFocus()


def test_esc_closes_an_entry_and_goes_back_to_the_list(sitting: Sitting) -> None:
    sitting.open("reading")
    note = sitting.lines("note")[0]
    note.setFocus()

    QTest.keyClick(note, Qt.Key.Key_Escape)

    assert sitting.chosen is None
    assert sitting.page.day.list.hasFocus()


def test_esc_keeps_what_was_typed(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")

    QTest.keyClick(sitting.lines("note")[0], Qt.Key.Key_Escape)

    assert sitting.chosen == "reading"
    assert sitting.entry("note").raw() == "mine"
    assert sitting.page.day.list.hasFocus()


def test_after_a_deletion_the_keyboard_is_on_the_list_or_on_what_adds(seat: Seat) -> None:
    sitting = seat(READING, GLASSES[0])
    sitting.open("reading")
    sitting.page.editor.delete.click()
    assert sitting.page.day.list.hasFocus()
    sitting.open("glass-12")

    sitting.page.editor.delete.click()

    assert sitting.page.day.add.hasFocus()


@pytest.mark.parametrize("looking", [True, False])
def test_the_row_that_the_keyboard_is_on_is_in_sight(sitting: Sitting, looking: bool) -> None:
    if looking:
        sitting.look_for("")
    area = scrolled(sitting.page, 1100)
    area.resize(1100, 260)
    rows = sitting.page.found.list if looking else sitting.page.day.list
    rows.setFocus()

    QTest.keyClick(rows, Qt.Key.Key_End)
    QApplication.processEvents()

    row = rows.visualRect(rows.currentIndex())
    assert rows.currentIndex().row() == rows.model().rowCount() - 1
    spot = rows.viewport().mapTo(area.viewport(), row.center())
    assert area.viewport().rect().contains(spot)
    sitting.page.setParent(None)


@pytest.mark.parametrize("looking", [True, False])
def test_after_a_save_the_keyboard_is_on_the_row_of_the_entry(
    sitting: Sitting, looking: bool
) -> None:
    if looking:
        sitting.look_for("")
    sitting.open("reading")
    sitting.type("note", "mine")
    save = sitting.page.editor.save
    save.setFocus()

    QTest.keyClick(save, Qt.Key.Key_Space)

    found, listed = sitting.page.found.list, sitting.page.day.list
    ids = found.ids if looking else [row.id for row in listed.rows]
    rows = found if looking else listed
    assert rows.hasFocus()
    assert ids[rows.currentIndex().row()] == "reading"


def test_a_new_entry_saved_in_a_field_leaves_the_keyboard_in_its_form(sitting: Sitting) -> None:
    action = next(a for a in sitting.page.day.menu.actions() if a.data() == "new:drink")
    action.trigger()
    field = QApplication.focusWidget()
    assert field is not None

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert sitting.chosen not in (None, "new:drink")
    at = QApplication.focusWidget()
    assert at is not None
    assert sitting.page.editor.isAncestorOf(at)


def test_a_save_that_shows_what_waited_leaves_the_keyboard_in_the_list(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")
    sitting.open("spasm")
    save = sitting.page.editor.unsaved.save
    save.setFocus()

    save.click()

    assert sitting.page.day.list.hasFocus()


def test_a_save_in_a_field_leaves_the_keyboard_in_it(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")
    note = sitting.lines("note")[0]
    note.setFocus()

    QTest.keyClick(note, Qt.Key.Key_Return)

    assert note.hasFocus()
