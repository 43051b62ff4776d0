"""A page in bands: all of it, in greys, and no letter cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from spasmlog.ui.report_bands import LEAST, MOST, bands, in_grey

WIDE, HIGH = 203, 1009


def page(every: int, thick: int) -> QImage:
    """A page with a dark line after each so many lines of pixels."""
    drawn = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    for top in range(0, HIGH, every):
        painter.fillRect(QRect(10, top, 180, thick), QColor(200, 30, 30))
    painter.end()
    return drawn


@pytest.mark.parametrize(("every", "thick"), [(50, 20), (1100, 5), (30, 29), (2, 1)])
def test_the_bands_are_the_whole_page(qapp: QApplication, every: int, thick: int) -> None:
    drawn = page(every, thick)
    found = list(bands(in_grey(drawn)))

    assert found[0].top() == 0
    assert found[-1].bottom() == HIGH - 1
    assert [each.top() for each in found[1:]] == [each.bottom() + 1 for each in found[:-1]]
    assert all(each.width() == WIDE for each in found)
    assert max(each.height() for each in found) <= MOST


def test_a_seam_lies_where_nothing_changes(qapp: QApplication) -> None:
    tops = [each.top() for each in bands(in_grey(page(50, 20)))][1:]

    assert len(tops) >= HIGH // MOST
    assert all(20 < top % 50 < 50 or 0 < top % 50 < 20 for top in tops)
    assert all(min(abs(top % 50 - edge) for edge in (0, 20, 50)) >= 7 for top in tops)


def test_where_there_is_no_such_place_a_band_still_ends(qapp: QApplication) -> None:
    heights = [each.height() for each in bands(in_grey(page(2, 1)))]

    assert set(heights[:-1]) == {MOST}


def test_an_empty_page_is_cut_into_small_bands(qapp: QApplication) -> None:
    heights = [each.height() for each in bands(in_grey(page(1100, 5)))]

    assert max(heights[1:-1]) <= LEAST + 1


def test_colours_become_the_greys_of_qt(qapp: QApplication) -> None:
    drawn = page(50, 20)

    assert in_grey(drawn) == drawn.convertToFormat(QImage.Format.Format_Grayscale8)
