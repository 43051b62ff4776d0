"""From a diary to the finished pages in one go, for the window and the command line."""

from __future__ import annotations

import io

from PIL import Image

from spasmlog.report import Options, prepared, report_pages, report_pdf
from tests.build import TODAY, check_in, day, diary, moment
from tests.report.making import NOW, lead_of


def test_the_pages_are_shown_as_they_will_be_printed() -> None:
    (picture,) = report_pages(diary(), day(6), TODAY, Options(), NOW, ppi=30)

    assert Image.open(io.BytesIO(picture)).size == (248, 351)


def test_the_page_is_dated_by_the_clock() -> None:
    report, _charts = prepared(diary(), day(6), day(1), Options(), moment(-2))

    assert report.heading.made == "Made 3 Jul 2026"


def test_days_that_lie_ahead_are_drawn_and_not_counted() -> None:
    known = diary(check_in(0), check_in(1))
    made = report_pdf(known, day(3), day(-3), Options(), NOW)
    report, _charts = prepared(known, day(3), day(-3), Options(), NOW)

    assert made.startswith(b"%PDF")
    assert lead_of(report).strong == "0 spasm days in 1 logged."
