"""The preview with many pages: which are asked for, which are let go, where one stays."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.ui.look import Look
from spasmlog.ui.report_preview import SHARPEST, Preview

A4 = (210 / 25.4, 297 / 25.4)


@pytest.fixture
def preview(qtbot: QtBot, qapp: QApplication) -> Preview:
    look = Look()
    look.apply(qapp)
    preview = Preview(look)
    qtbot.addWidget(preview)
    preview.resize(700, 600)
    preview.show()
    return preview


def blank(preview: Preview) -> QImage:
    wide, high = (round(side * preview.ppi) for side in A4)
    return QImage(wide, high, QImage.Format.Format_RGB32)


def fill(preview: Preview) -> int:
    """Draw all that is asked for; returns how many pages that was."""
    count = 0
    while lacking := preview.lacking():
        preview.show_picture(lacking[0], blank(preview), preview.ppi)
        count += 1
    return count


def with_pages(preview: Preview, count: int) -> None:
    preview.show_pages([A4] * count, {0: blank(preview)}, preview.ppi)
    QApplication.processEvents()


def held(preview: Preview) -> int:
    return sum(not each.is_blank for each in preview.sheets)


def test_only_pages_that_are_seen_and_their_neighbours_are_drawn(preview: Preview) -> None:
    with_pages(preview, 60)

    fill(preview)

    assert held(preview) <= 4
    bar = preview.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert fill(preview) >= 2
    assert held(preview) <= 4
    assert preview.sheets[0].is_blank
    assert all(not preview.sheets[at].is_blank for at in preview.seen())


def test_the_page_that_is_seen_is_asked_for_before_its_neighbours(preview: Preview) -> None:
    with_pages(preview, 20)
    preview.area.verticalScrollBar().setValue(preview.sheets[7].y() + 10)

    assert preview.lacking()[0] in preview.seen()
    assert preview.lacking()[-1] not in preview.seen()


def test_another_zoom_asks_for_other_pictures_and_stays_in_its_place(preview: Preview) -> None:
    with_pages(preview, 20)
    fill(preview)
    preview.area.verticalScrollBar().setValue(preview.sheets[7].y())
    fill(preview)

    preview.set_zoom(2.0)

    assert 7 in preview.seen()
    assert preview.lacking()
    assert not preview.sheets[7].is_blank, "the picture of the other zoom stays meanwhile"


def test_pages_that_are_gone_are_hidden(preview: Preview) -> None:
    with_pages(preview, 5)
    with_pages(preview, 2)

    assert [each.isVisible() for each in preview.sheets] == [True, True, False, False, False]
    assert preview.sheets[1].accessibleName() == "Page 2 of 2"
    assert max(preview.lacking(), default=0) < 2


def test_the_place_stays_while_the_pages_change(preview: Preview) -> None:
    with_pages(preview, 8)
    preview.area.verticalScrollBar().setValue(1234)

    with_pages(preview, 8)

    assert preview.area.verticalScrollBar().value() == 1234


def test_steps_end_where_there_are_no_more(preview: Preview) -> None:
    with_pages(preview, 2)
    for _each in range(20):
        preview.step(1)
    assert preview.zoom == 3.0
    assert not preview.nearer.isEnabled()
    assert preview.ppi <= SHARPEST
    for _each in range(20):
        preview.step(-1)
    assert preview.zoom == 0.33
    assert not preview.farther.isEnabled()
    preview.step(-1)
    assert preview.percent.text() == "33 %"


def test_a_sheet_of_another_size_shows_nothing_of_the_one_before(preview: Preview) -> None:
    with_pages(preview, 1)
    assert not preview.sheets[0].is_blank

    preview.show_pages([(8.5, 11.0)], {}, preview.ppi)

    assert preview.sheets[0].is_blank
    assert preview.lacking() == (0,)
