"""The page: built in steps, read by Tab, named throughout, and fitting in any window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import (
    Activity,
)
from spasmlog.domain.scales import (
    Nrs,
    TreatmentKind,
)
from spasmlog.journal.commands import (
    Dose,
    LogEpisode,
    LogReading,
    LogUse,
)
from spasmlog.ui.look import Look
from spasmlog.ui.today_page import TodayPage
from tests.ui.kit.seen import focusable, name_of
from tests.ui.today.stage import Stage, click, on_stage, press


def test_the_page_is_built_in_steps_and_is_live_after_the_first(qtbot: QtBot, look: Look) -> None:
    page = TodayPage(look)
    qtbot.addWidget(page)
    asked: list[object] = []
    page.asked.connect(asked.append)
    steps = page.build_steps()
    next(steps)
    page.show()

    press(page.now.strip.focusProxy(), Qt.Key.Key_5)

    assert asked == [LogReading(pain=Nrs(5))]
    assert len(list(steps)) > 5


def test_a_view_that_comes_early_finishes_the_building(qtbot: QtBot, look: Look) -> None:
    with on_stage(qtbot, look) as stage:
        page = TodayPage(look)
        qtbot.addWidget(page)
        steps = page.build_steps()
        next(steps)
        page.show_view(stage.life.view())

    assert list(steps) == []
    assert not page.so_far.isHidden()


def test_without_a_form_a_refusal_is_left_to_the_window(stage: Stage) -> None:
    stage.do(LogEpisode())
    stage.page.asked.emit(LogEpisode())

    assert len(stage.banners) == 1


def everything_open(stage: Stage) -> None:
    stage.do(LogEpisode())
    stage.do(LogUse(dose=Dose(name="Heat", kind=TreatmentKind.HEAT, minutes=20)))
    click(stage.page.now.details)
    for row in ("stretch", "walk", "treat"):
        click(stage.page.quick.others[row])
    stage.go(hours=1)
    QApplication.processEvents()


def test_everything_that_takes_the_keyboard_has_a_name(evening: Stage) -> None:
    everything_open(evening)

    stops = focusable(evening.page)

    assert len(stops) > 60
    assert [type(each).__name__ for each in stops if not name_of(each).strip()] == []


def test_tab_follows_the_order_of_reading(evening: Stage) -> None:
    everything_open(evening)
    page = evening.page
    visited: list[QWidget] = []
    at = page.now.strip.focusProxy()
    assert at is not None
    at.setFocus()
    for _stop in range(200):
        focus = page.focusWidget()
        assert focus is not None
        if focus in visited:
            break
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    def first_of(card: QWidget) -> int:
        return next(at for at, stop in enumerate(visited) if card.isAncestorOf(stop))

    safety, details = page.panels.safety, page.panels.details
    assert safety is not None
    assert details is not None
    order = [safety, details, page.relief, page.so_far, page.check_in, page.water, page.quick]
    assert [first_of(card) for card in order] == sorted(first_of(card) for card in order)
    assert visited[first_of(safety)] is safety.none


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_in_the_smallest_window_nothing_is_wider_than_the_page(
    qtbot: QtBot, look: Look, scale: float
) -> None:
    look.set("light", scale)
    with on_stage(qtbot, look, "19:40", wide=800) as stage:
        qtbot.waitUntil(lambda: stage.page.check_in.fields is not None)
        everything_open(stage)
        stage.page.panels.toggle_earlier()
        stage.go(hours=13)
        QApplication.processEvents()
        stage.page.adjustSize()

        assert stage.page.minimumSizeHint().width() <= 800
        assert stage.page.columns.narrow


def test_narrow_the_last_three_stand_alone_and_the_rest_is_one_press_away(
    qtbot: QtBot, look: Look
) -> None:
    with on_stage(qtbot, look, wide=800) as stage:
        QApplication.processEvents()
        quick = stage.page.quick
        assert quick.short.isVisible()
        assert not quick.rows.isVisible()
        click(quick.again[1])
        assert [each.minutes for each in stage.life.diary.of_kind(Activity)] == [20]

        click(quick.unfold)

        assert quick.rows.isVisible()


def test_a_spasm_of_a_year_ago_can_be_typed_in(stage: Stage) -> None:
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier
    assert form is not None
    form.began.day.setDate(QDate(2025, 7, 1))
    form.ended.day.setDate(QDate(2025, 7, 1))

    click(form.save)

    assert stage.life.diary.episodes[0].day.year == 2025
