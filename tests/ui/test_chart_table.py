"""The columns of a chart's table: headings wrap before anything has to be scrolled sideways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.charts.base import Table
from spasmlog.ui.chart_columns import Measured, measured, samples
from spasmlog.ui.chart_table import ChartTable
from spasmlog.ui.look import Look
from tests.dressing import dressed

HEADINGS = ("What was used", "Day", "Pain before", "Minutes followed", "Eased by then")
EASING = Table(
    HEADINGS,
    tuple(("Diclofenac gel", date(2026, 9, 12), 7, 120, True) for _ in range(8)),
    ("",) * len(HEADINGS),
)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    with dressed(qapp) as look:
        yield look


def shown(look: Look, qtbot: QtBot, wide: int, table: Table = EASING) -> ChartTable:
    made = ChartTable(look, "Time until it eased")
    qtbot.addWidget(made)
    made.resize(wide, 320)
    made.show()
    made.show_table(table, samples(table))
    QApplication.processEvents()
    return made


def widths(look: Look, table: Table) -> Measured:
    return measured(look, table.headings, samples(table))


def test_at_half_width_headings_wrap_and_nothing_scrolls_sideways(look: Look, qtbot: QtBot) -> None:
    wide, half = shown(look, qtbot, 900), shown(look, qtbot, 400)

    assert half.horizontalScrollBar().maximum() == 0
    assert half.horizontalHeader().height() > wide.horizontalHeader().height()


def test_a_cell_is_never_cut_short(look: Look, qtbot: QtBot) -> None:
    half = shown(look, qtbot, 300)
    least = widths(look, EASING).least

    assert tuple(half.columnWidth(at) for at in range(len(HEADINGS) - 1)) == least[:-1]
    assert half.horizontalScrollBar().maximum() > 0


def test_columns_follow_the_width_and_the_size_of_text(look: Look, qtbot: QtBot) -> None:
    table = shown(look, qtbot, 400)
    before = table.columnWidth(1)
    table.resize(900, 320)
    QApplication.processEvents()
    assert table.columnWidth(1) >= before
    look.set("light", 2.0)

    assert table.columnWidth(1) > 1.5 * before


def test_the_widest_cell_is_found_among_the_rows_looked_at(look: Look) -> None:
    rows = tuple((date(2026, 1, 1) + timedelta(at), "no entry") for at in range(4000))
    longest = (date(2036, 9, 30), "a spasm of unknown strength")
    both = widths(look, Table(("Day", "How"), (*rows, longest), ("", "")))

    assert both.least[1] > 2 * widths(look, Table(("Day", "How"), rows, ("", ""))).least[1]


def test_without_a_row_the_headings_alone_are_measured(look: Look) -> None:
    none = widths(look, Table(HEADINGS, (), ("",) * 5))

    assert all(low < wide for low, wide in zip(none.least[2:], none.natural[2:], strict=True))


def test_spare_room_goes_to_the_headings_that_wrap() -> None:
    both = Measured(natural=(100, 200), least=(100, 100))

    assert both.shared(500) == (100, 200)
    assert both.shared(250) == (100, 150)
    assert both.shared(50) == (100, 100)


def test_a_table_that_was_never_seen_measures_nothing(look: Look, qtbot: QtBot) -> None:
    made = ChartTable(look, "Time until it eased")
    qtbot.addWidget(made)
    made.show_table(EASING, samples(EASING))
    usual = made.horizontalHeader().defaultSectionSize()
    assert made.columnWidth(0) == usual
    made.show()

    assert made.columnWidth(0) != usual
    assert made.model().headerData(2, Qt.Orientation.Horizontal) == "Pain before"


def test_many_rows_are_written_as_they_are_seen(look: Look, qtbot: QtBot) -> None:
    rows = tuple((date(2026, 1, 1) + timedelta(at), at) for at in range(3000))
    table = Table(("Day", "Count"), rows, ("", ""))
    made = shown(look, qtbot, 400, table)
    model = made.model()
    written = [model.data(model.index(at, column)) for at in range(3000) for column in range(2)]

    assert written[:2] == ["1 Jan 2026", "0"]
    assert written[-1] == "2,999"
    assert model.data(model.index(0, 0)) == "1 Jan 2026"
    made.show_table(EASING, samples(EASING))
    assert model.data(model.index(0, 0)) == "Diclofenac gel"
