"""The calendar: what each day looks like and is called, and how the keyboard moves in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Nrs
from spasmlog.ui.look import Look
from spasmlog.ui.month_card import MonthCard
from spasmlog.ui.month_view import MonthView
from spasmlog.views.month import month_of
from tests import build

DIARY = build.diary(
    build.episode(1, hours=4, peak=Nrs(7)),
    build.check_in(2, worst=0),
    build.episode(4, peak=None),
)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def month(qtbot: QtBot, look: Look) -> MonthView:
    """The calendar as the page uses it: what is chosen is shown next."""
    month = MonthView(look)
    qtbot.addWidget(month)
    month.chosen.connect(lambda day: show(month, day))
    show(month, build.day(1))
    month.resize(300, month.sizeHint().height())
    month.show()
    qtbot.waitExposed(month)
    return month


def show(month: MonthView, day: date, diary: Diary = DIARY) -> None:
    month.show_month(month_of(diary, day), day)


def chosen_of(month: MonthView) -> list[date]:
    chosen: list[date] = []
    month.chosen.connect(chosen.append)
    return chosen


def press(month: MonthView, key: Qt.Key) -> None:
    tile = month.focusProxy()
    assert tile is not None
    QTest.keyClick(tile, key)


def test_each_day_has_its_name(month: MonthView) -> None:
    tile = month.tile_of(build.day(1))

    assert tile is not None
    assert tile.accessibleName() == "Tuesday 30 June, worst pain 7, one spasm"
    assert tile.isChecked()


def test_a_click_asks_for_the_day(month: MonthView) -> None:
    chosen = chosen_of(month)
    tile = month.tile_of(date(2026, 6, 10))
    assert tile is not None

    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)

    assert chosen == [date(2026, 6, 10)]


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 6, 16)),
        (Qt.Key.Key_Right, date(2026, 6, 18)),
        (Qt.Key.Key_Up, date(2026, 6, 10)),
        (Qt.Key.Key_Down, date(2026, 6, 24)),
        (Qt.Key.Key_PageUp, date(2026, 5, 17)),
        (Qt.Key.Key_PageDown, date(2026, 7, 17)),
        (Qt.Key.Key_Home, date(2026, 6, 15)),
        (Qt.Key.Key_End, date(2026, 6, 21)),
    ],
)
def test_keys_move_by_day_week_and_month(month: MonthView, key: Qt.Key, day: date) -> None:
    show(month, date(2026, 6, 17))
    chosen = chosen_of(month)

    press(month, key)

    assert chosen == [day]


@pytest.mark.parametrize(
    ("key", "day"),
    [(Qt.Key.Key_PageUp, date(2025, 6, 17)), (Qt.Key.Key_PageDown, date(2027, 6, 17))],
)
def test_paging_with_ctrl_moves_by_a_year(month: MonthView, key: Qt.Key, day: date) -> None:
    show(month, date(2026, 6, 17))
    chosen = chosen_of(month)
    tile = month.focusProxy()
    assert tile is not None

    QTest.keyClick(tile, key, Qt.KeyboardModifier.ControlModifier)

    assert chosen == [day]


def roll(month: MonthView, notches: float) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    month.wheelEvent(event)
    return event


def test_the_wheel_turns_months_and_leaves_the_page_where_it_is(month: MonthView) -> None:
    show(month, date(2026, 6, 17))
    chosen = chosen_of(month)

    events = [roll(month, 1), roll(month, -1), roll(month, -0.5)]

    assert chosen == [date(2026, 5, 17), date(2026, 6, 17)]
    assert all(event.isAccepted() for event in events)


@pytest.mark.parametrize(("high", "turned"), [(200, []), (1200, [date(2026, 5, 17)])])
def test_the_wheel_scrolls_past_the_calendar_where_the_page_can_be_scrolled(
    month: MonthView, qtbot: QtBot, high: int, turned: list[date]
) -> None:
    show(month, date(2026, 6, 17))
    chosen, page = chosen_of(month), QScrollArea()
    qtbot.addWidget(page)
    page.setWidget(month)
    page.resize(400, high)
    page.show()
    qtbot.waitExposed(page)

    event = roll(month, 1)

    assert chosen == turned
    assert event.isAccepted() is bool(turned)
    page.takeWidget()


def test_small_turns_of_the_wheel_add_up_to_a_month(month: MonthView) -> None:
    show(month, date(2026, 6, 17))
    chosen = chosen_of(month)

    for _turn in range(4):
        roll(month, -0.25)

    assert chosen == [date(2026, 7, 17)]


def test_a_day_that_holds_what_was_found_is_marked_and_says_so(
    month: MonthView, look: Look
) -> None:
    tile = month.tile_of(build.day(1))
    assert tile is not None
    before = tile.grab().toImage()

    month.show_month(month_of(DIARY, build.day(1)), build.day(1), frozenset({build.day(1)}))

    assert tile.accessibleName() == "Tuesday 30 June, worst pain 7, one spasm, found here"
    assert tile.grab().toImage() != before
    show(month, build.day(1))
    assert tile.accessibleName() == "Tuesday 30 June, worst pain 7, one spasm"
    assert tile.grab().toImage() == before


def test_the_key_below_the_calendar_tells_of_found_days_only_while_there_are_some(
    qtbot: QtBot, look: Look
) -> None:
    card = MonthCard(look)
    qtbot.addWidget(card)
    month = month_of(DIARY, build.day(1))

    card.show_month(month, build.day(1), frozenset({build.day(1)}))
    assert not card.found.isHidden()
    card.show_month(month, build.day(1))

    assert card.found.isHidden()


def test_the_keyboard_goes_along_into_the_next_month(month: MonthView) -> None:
    show(month, date(2026, 6, 30))
    month.setFocus()

    press(month, Qt.Key.Key_Right)

    tile = month.tile_of(date(2026, 7, 1))
    assert tile is not None
    assert tile.hasFocus()
    assert tile.isChecked()


def test_the_keyboard_is_not_taken_from_elsewhere(month: MonthView) -> None:
    elsewhere = QLineEdit(month)
    elsewhere.show()
    elsewhere.setFocus()

    show(month, date(2026, 7, 1))

    assert elsewhere.hasFocus()
    assert not any(tile.hasFocus() for tile in month.tiles)


def test_only_the_chosen_day_is_a_tab_stop(month: MonthView) -> None:
    stops = [
        tile
        for tile in month.tiles
        if not tile.isHidden() and tile.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]

    assert [tile.cell.day for tile in stops if tile.cell] == [build.day(1)]


def test_other_keys_are_left_alone(month: MonthView) -> None:
    chosen = chosen_of(month)

    press(month, Qt.Key.Key_A)
    tile = month.focusProxy()
    assert tile is not None
    QTest.keyClick(tile, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert chosen == []


def test_right_to_left_the_week_runs_the_other_way(month: MonthView) -> None:
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chosen = chosen_of(month)
    first, second = (month.tile_of(date(2026, 6, day)) for day in (15, 16))
    assert first is not None
    assert second is not None

    press(month, Qt.Key.Key_Left)

    assert first.x() > second.x()
    assert chosen == [build.TODAY]


def test_tiles_do_not_overlap_and_stay_inside(month: MonthView) -> None:
    shown = [tile for tile in month.tiles if not tile.isHidden()]
    room = 5
    areas = [tile.geometry().adjusted(room, room, -room, -room) for tile in shown]

    assert all(month.rect().contains(area) for area in areas)
    assert not any(a.intersects(b) for a in areas for b in areas if a is not b)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_pain_is_painted_in_the_colour_of_the_ramp(
    month: MonthView, look: Look, theme: str, direction: Qt.LayoutDirection
) -> None:
    look.set(theme, 1.0)
    month.setLayoutDirection(direction)
    tile = month.tile_of(build.day(1))
    assert tile is not None

    middle = tile.grab().toImage().pixelColor(QPoint(tile.width() // 2, tile.height() // 2 - 2))

    assert middle == look.color("pain-7")


def test_a_day_without_an_entry_is_hatched_and_a_logged_zero_is_not(
    month: MonthView, look: Look
) -> None:
    def inks(day: date) -> set[str]:
        tile = month.tile_of(day)
        assert tile is not None
        image = tile.grab().toImage()
        line = image.height() // 2
        return {image.pixelColor(x, line).name() for x in range(12, image.width() - 12)}

    assert len(inks(build.day(3))) > 1
    assert inks(build.day(2)) == {look.color("pain-0").name()}


def test_the_card_leads_to_other_months_years_and_today(qtbot: QtBot, look: Look) -> None:
    card = MonthCard(look)
    qtbot.addWidget(card)
    diary = build.diary(build.drink(800))
    card.show_month(month_of(diary, build.day(1)), build.day(1))
    chosen: list[date] = []
    card.chosen.connect(chosen.append)

    card.before.click()
    card.after.click()
    card.today.click()
    card.year.activated.emit(0)

    assert card.heading.text() == "June 2026"
    assert [card.year.itemText(at) for at in range(card.year.count())] == ["2024", "2025", "2026"]
    assert chosen == [date(2026, 5, 30), date(2026, 7, 30), build.TODAY, date(2024, 6, 30)]


def test_ten_years_are_paged_by_day_alone(month: MonthView) -> None:
    """The calendar asks the diary for nothing but the facts of the days that it shows."""
    records = [build.check_in(ago, worst=3) for ago in range(0, 3650, 10)]
    whole = build.diary(*records)
    facts_only = Diary(today=whole.today, facts=whole.facts)

    for years in range(10):
        day = build.TODAY - timedelta(days=365 * years)
        assert month_of(facts_only, day) == month_of(whole, day)


def test_a_hatched_day_may_hold_entries_and_the_key_says_of_what_there_is_none(
    look: Look, qtbot: QtBot
) -> None:
    month = month_of(build.diary(build.drink(1)), build.day(1))
    card = MonthCard(look)
    qtbot.addWidget(card)
    card.show_month(month, build.day(1))

    words = {each.text() for each in card.findChildren(QLabel)}
    cells = {cell.day: cell for cell in month.cells}

    assert cells[build.day(1)].spoken.endswith("no entry of pain")
    assert {"no pain, logged", "no entry of pain"} <= words


def framed(month: MonthView, day: date) -> QImage:
    tile = month.tile_of(day)
    assert tile is not None
    return tile.grab().toImage()


def test_only_a_pointer_that_is_brought_there_frames_a_day(month: MonthView) -> None:
    day = build.TODAY + timedelta(days=3)
    show(month, build.TODAY)
    month.hide()
    month.show()
    tile = month.tile_of(day)
    assert tile is not None
    plain, rests = framed(month, day), QPointF(QCursor.pos())

    QApplication.sendEvent(tile, QEnterEvent(rests, rests, rests))
    resting = framed(month, day)
    QTest.mouseMove(tile, QPoint(9, 9))
    brought = framed(month, day)
    QApplication.sendEvent(tile, QEvent(QEvent.Type.Leave))

    assert resting == plain == framed(month, day)
    assert brought != plain
