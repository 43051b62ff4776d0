"""Reports of small diaries, as text and as a PDF read with tools that are not ours."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from spasmlog.analysis.period import Period, last_days
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record, Score
from spasmlog.report import Options, Report, as_text, report_pdf
from spasmlog.report.blocks import Lead, Strip
from spasmlog.report.content import content
from spasmlog.report.pdf import compile_pdf
from tests.build import TODAY, day, diary, moment
from tests.views.lives import assessed

NOW = moment(0, "18:00")
CHART = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 80" width="400" height="80">'
    b'<path d="M0 80 L400 0" stroke="#000"/></svg>'
)
"""Stands for the chart where the page around it is looked at: matplotlib takes a second."""


def page(
    *records: Record, period: Period | None = None, today: Any = TODAY, **options: Any
) -> Report:
    """The blocks of the page of the last 90 days."""
    return page_of(diary(*records, today=today), period, **options)


def page_of(known: Diary, period: Period | None = None, **options: Any) -> Report:
    days = period or last_days(known.today)
    asked = Options(**options)
    at_end = assessed(known.as_of(min(days.last, known.today)), personal=asked.personal)
    return content(known, days, asked, at_end, {"pain_trend": "What the chart shows."})


def lead_of(report: Report) -> Lead:
    """The sentence at its head, which is there."""
    assert report.lead is not None
    return report.lead


def strip_of(report: Report) -> Strip:
    """The numbers side by side, which are there."""
    assert report.strip is not None
    return report.strip


def text(*records: Record, **options: Any) -> str:
    """Every word of the page."""
    return as_text(page(*records, **options))


def pdf(*records: Record, **options: Any) -> bytes:
    """The page as a PDF, with a plain line as its chart."""
    return compile_pdf(page(*records, **options), {"pain_trend": CHART})


def whole_pdf(known: Diary, options: Options | None = None) -> bytes:
    """The page with its real chart."""
    days = last_days(known.today)
    return report_pdf(known, days.first, days.last, options or Options(), NOW)


def tool(tmp_path: Path, made: bytes, *command: str) -> str:
    """What a tool of poppler or qpdf says of the PDF; `{}` stands for the file."""
    file = tmp_path / "page.pdf"
    file.write_bytes(made)
    words = [str(file) if word == "{}" else word for word in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def words(tmp_path: Path, made: bytes) -> str:
    """The text of a PDF as a reader copies it, on one line, without the marks of direction."""
    said = tool(tmp_path, made, "pdftotext", "-raw", "{}", "-")
    return " ".join(said.translate({0x2068: None, 0x2069: None, 0x200B: None}).split())


def peg(days_ago: int, activity: int, enjoyment: int, pain: int) -> Score:
    answers = (("activity", activity), ("enjoyment", enjoyment), ("pain", pain))
    return Score(
        id=f"peg-{days_ago}",
        recorded_at=moment(days_ago),
        day=day(days_ago),
        instrument="peg",
        answers=answers,
    )


@cache
def empty_pdf() -> bytes:
    """The page of an empty journal with its real chart, made once."""
    return whole_pdf(diary())
