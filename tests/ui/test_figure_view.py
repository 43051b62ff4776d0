"""The chart on the screen: drawn elsewhere, read by pointer, keys and screen reader."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event, get_ident
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from spasmlog.charts import CHARTS, Asked, Prepared, tip
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from spasmlog.errors import NotSaved
from spasmlog.ui.chart_table import ChartTable
from spasmlog.ui.figure_view import FigureView
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Tasks
from tests.build import TODAY, check_in, day, diary, drink

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROOT = Path(__file__).parents[2]
SHOWN = diary(*(check_in(ago, ago % 6) for ago in range(30) if ago not in (4, 5)), drink(2))
FIRST = day(29)
NAME = "Worst pain each day"


class Drawer:
    """Draws the trend, and remembers for which styles and on which threads."""

    def __init__(self, shown: Diary = SHOWN) -> None:
        self.shown = shown
        self.styles: list[Style] = []
        self.threads: set[int] = set()
        self.may_draw = Event()
        self.may_draw.set()

    def __call__(self, style: Style) -> Figure:
        assert self.may_draw.wait(20)
        self.styles.append(style)
        self.threads.add(get_ident())
        return CHARTS["pain_trend"].draw(self.shown, FIRST, TODAY, style)

    def prepared(self, sentence: str = "30 days.") -> Prepared:
        return Prepared(
            describe=lambda: sentence,
            table=lambda: CHARTS["pain_trend"].table(self.shown, FIRST, TODAY),
            draw=self,
            tip=lambda on: tip(self.shown, on),
        )

    def show_in(self, view: FigureView, sentence: str = "30 days.") -> None:
        made = self.prepared(sentence)
        view.show_work(lambda _progress: made)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.close()


@pytest.fixture
def view(qtbot: QtBot, look: Look, tasks: Tasks) -> FigureView:
    view = FigureView(look, tasks, NAME)
    qtbot.addWidget(view)
    view.resize(800, 500)
    return view


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def drawn(qtbot: QtBot, view: FigureView, drawer: Drawer) -> FigureView:
    """The view with its first picture."""
    with qtbot.waitSignal(view.drawn, timeout=30_000):
        drawer.show_in(view)
        view.show()
    return view


def press(view: FigureView, *keys: Qt.Key) -> date | None:
    for key in keys:
        QTest.keyClick(view.canvas, key)
    return view.canvas.day


def hover(view: FigureView, x: float) -> None:
    QTest.mouseMove(view.canvas, QPoint(round(x), 60))


def place(view: FigureView, on: date) -> float:
    picture = view.canvas.picture
    assert picture is not None
    assert picture.span is not None
    return picture.span.x(on.toordinal())


def spoken(view: FigureView, what: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(view.canvas).text(what)


def test_nothing_is_drawn_before_it_is_seen(view: FigureView, drawer: Drawer) -> None:
    drawer.show_in(view)

    assert view.canvas.picture is None
    assert drawer.styles == []
    assert view.prepared is None


def test_an_empty_frame_stands_there_until_the_picture_comes(
    qtbot: QtBot, view: FigureView, drawer: Drawer
) -> None:
    drawer.may_draw.clear()
    drawer.show_in(view)
    view.show()

    assert not view.grab().toImage().isNull()
    assert view.canvas.picture is None
    with qtbot.waitSignal(view.drawn, timeout=30_000):
        drawer.may_draw.set()
    assert view.canvas.picture is not None


def test_the_chart_is_drawn_off_the_windows_thread(drawn: FigureView, drawer: Drawer) -> None:
    assert get_ident() not in drawer.threads
    assert len(drawer.styles) == 1


def test_the_picture_is_as_wide_as_the_view_and_as_high_as_the_chart_needs(
    drawn: FigureView,
) -> None:
    picture = drawn.canvas.picture

    assert picture is not None
    assert picture.width == drawn.width() == 800
    assert drawn.canvas.sizeHint().height() == picture.height


def test_a_screen_reader_is_told_the_name_and_the_sentence(drawn: FigureView) -> None:
    assert spoken(drawn, QAccessible.Text.Name) == NAME
    assert spoken(drawn, QAccessible.Text.Description) == "30 days."


def test_arrows_move_the_cursor_day_by_day(drawn: FigureView) -> None:
    assert press(drawn, Qt.Key.Key_Left) == TODAY
    assert press(drawn, Qt.Key.Key_Left, Qt.Key.Key_Left) == day(2)
    assert press(drawn, Qt.Key.Key_Right) == day(1)
    assert press(drawn, Qt.Key.Key_Right, Qt.Key.Key_Right) == TODAY
    assert press(drawn, Qt.Key.Key_PageUp) == day(7)
    assert press(drawn, Qt.Key.Key_Home) == FIRST
    assert press(drawn, Qt.Key.Key_Left) == FIRST
    assert press(drawn, Qt.Key.Key_PageDown) == day(22)
    assert press(drawn, Qt.Key.Key_End) == TODAY
    assert press(drawn, Qt.Key.Key_Escape) is None


def test_the_cursor_says_what_is_drawn_at_its_day(drawn: FigureView) -> None:
    press(drawn, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left)

    assert drawn.canvas.tip.split("\n") == [
        *("Monday 29 Jun 2026", "Worst pain 2", "7-day average 1.6", "Drinks 0.25 l")
    ]
    press(drawn, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert "No entry" in drawn.canvas.tip


def test_the_cursor_is_drawn_over_the_picture(drawn: FigureView) -> None:
    before = drawn.canvas.grab().toImage()
    press(drawn, Qt.Key.Key_Home)

    assert drawn.canvas.grab().toImage() != before


def test_a_key_does_nothing_before_there_is_a_picture(view: FigureView, drawer: Drawer) -> None:
    drawer.show_in(view)

    assert press(view, Qt.Key.Key_Left, Qt.Key.Key_Home) is None
    assert view.canvas.tip == ""


def test_the_pointer_finds_the_day_under_it(drawn: FigureView) -> None:
    hover(drawn, place(drawn, day(10)))
    assert drawn.canvas.day == day(10)

    hover(drawn, 2)
    assert drawn.canvas.day is None


def to_table(qtbot: QtBot, view: FigureView) -> None:
    with qtbot.waitSignal(view.tabled, timeout=30_000):
        view.foot.switch.click()


def test_the_table_holds_the_same_numbers(qtbot: QtBot, drawn: FigureView) -> None:
    assert drawn.foot.switch.accessibleName() == f"Show as table: {NAME}"
    to_table(qtbot, drawn)
    (table,) = drawn.findChildren(ChartTable)
    model = table.model()
    last = [model.data(model.index(29, column)) for column in range(model.columnCount())]
    gap = [model.data(model.index(25, column)) for column in range(3)]

    assert drawn.as_table
    assert table.isVisible()
    assert not drawn.canvas.isVisible()
    assert table.accessibleName() == f"{NAME}, as a table"
    assert model.rowCount() == 30
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Worst pain"
    assert last[:4] == ["1 Jul 2026", "0", "yes", "not over"]
    assert gap == ["27 Jun 2026", "no entry", "no"]
    assert table.currentIndex().row() == 29

    drawn.foot.switch.click()
    assert not drawn.as_table
    assert drawn.canvas.isVisible()
    assert drawn.foot.switch.accessibleName() == f"Show as table: {NAME}"


def test_the_table_follows_the_chart(qtbot: QtBot, drawn: FigureView) -> None:
    to_table(qtbot, drawn)
    with qtbot.waitSignal(drawn.tabled, timeout=30_000):
        Drawer(diary(check_in(0, 9))).show_in(drawn)
    (table,) = drawn.findChildren(QTableView)

    assert table.model().data(table.model().index(29, 1)) == "9"


def test_many_sizes_on_the_way_are_one_drawing(
    qtbot: QtBot, drawn: FigureView, drawer: Drawer
) -> None:
    with qtbot.waitSignal(drawn.drawn, timeout=30_000):
        for width in (790, 760, 730, 700):
            drawn.resize(width, 500)
            QApplication.processEvents()

    assert [style.width for style in drawer.styles] == [800, 700]


def test_another_theme_and_text_size_are_drawn_anew(
    qtbot: QtBot, drawn: FigureView, drawer: Drawer, look: Look
) -> None:
    with qtbot.waitSignal(drawn.drawn, timeout=30_000):
        look.set("dark", 1.5)

    assert drawer.styles[-1].scale == 1.5
    assert drawn.canvas.grab().toImage().pixelColor(1, 1) == look.color("surface")


def test_coming_back_into_sight_unchanged_draws_nothing(
    qtbot: QtBot, drawn: FigureView, drawer: Drawer
) -> None:
    drawn.hide()
    drawn.show()

    assert len(drawer.styles) == 1


def test_what_changed_out_of_sight_is_drawn_when_it_is_seen_again(
    qtbot: QtBot, drawn: FigureView, drawer: Drawer, look: Look
) -> None:
    drawn.hide()
    look.set("dark", 1.0)
    assert len(drawer.styles) == 1

    with qtbot.waitSignal(drawn.drawn, timeout=30_000):
        drawn.show()
    assert len(drawer.styles) == 2


def test_only_the_newest_chart_arrives(qtbot: QtBot, view: FigureView) -> None:
    late, newest = Drawer(), Drawer(diary())
    late.may_draw.clear()
    view.show()
    late.show_in(view, "old")
    with qtbot.waitSignal(view.drawn, timeout=30_000):
        newest.show_in(view, "new")
        late.may_draw.set()

    assert view.foot.caption.text() == "new"
    assert len(newest.styles) == 1
    with qtbot.assertNotEmitted(view.drawn, wait=50):
        pass


def test_a_cursor_outside_the_new_days_goes_away(qtbot: QtBot, drawn: FigureView) -> None:
    press(drawn, Qt.Key.Key_Home)
    with qtbot.waitSignal(drawn.drawn, timeout=30_000):
        asked = Asked(diary=SHOWN, first=day(9), last=TODAY)
        drawn.show_work(lambda _progress: CHARTS["drinks"].prepare(asked))

    assert drawn.canvas.day is None
    assert press(drawn, Qt.Key.Key_Home) == day(9)


def test_a_refusal_is_said_in_place_of_the_caption(
    qtbot: QtBot, view: FigureView, drawer: Drawer
) -> None:
    def refuse(_style: Style) -> Figure:
        raise NotSaved("The fonts are gone.", "Install them again.")

    made = replace(Drawer().prepared(), draw=refuse)
    view.show_work(lambda _progress: made)
    view.show()

    qtbot.waitUntil(lambda: view.foot.caption.text() == "The fonts are gone. Install them again.")


def test_the_window_loads_no_matplotlib_and_warming_loads_it_elsewhere() -> None:
    source = """
import sys, threading
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from spasmlog.ui.figure_view import FigureView, warm
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Tasks
app, tasks = QApplication([]), Tasks()
view = FigureView(Look(), tasks, "chart")
before = "matplotlib" in sys.modules
warm(tasks)
while tasks.busy:
    app.processEvents()
print(before, "matplotlib.figure" in sys.modules, "matplotlib.pyplot" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "False True False\n"
