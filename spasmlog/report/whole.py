"""The doctor's pages from a diary in one go: content, charts, the finished file or its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.report.blocks import Options, Paper, Report
from spasmlog.report.content import TIMELINE, content
from spasmlog.report.details import CHARTS_OF, HOURS, days_of
from spasmlog.report.firing import since_words
from spasmlog.report.function import TREND
from spasmlog.report.pdf import PREVIEW_PPI, Charts, compile_pdf, pages_png
from spasmlog.report.sections import Section
from spasmlog.rules import Assessment, Finding, Level, assess, book

if TYPE_CHECKING:
    from spasmlog.charts import Prepared

_MM_PER_INCH = 25.4
_MARGINS_MM, _GUTTER_MM = 28.0, 8.0
_WIDTH_MM = {Paper.A4: 210.0, Paper.LETTER: 215.9}
_TIMELINE_HEIGHT_MM = {Paper.A4: 67.0, Paper.LETTER: 56.0}
_STEP_MM, _LOWEST_MM, _HIGHEST_MM = 4.0, 46.0, 70.0
_ROWS = 7
"""With so many signals and treatments the timeline has that height: with more it is drawn lower,
with fewer higher, so that all have room."""
_HALF_HEIGHT_MM = {TREND: 48.0, HOURS: 38.0}
_SECTION_OF = {TIMELINE: Section.TIMELINE, **{name: each for each, name in CHARTS_OF.items()}}


def report_pdf(diary: Diary, first: date, last: date, options: Options, now: Moment) -> bytes:
    """The pages of the days from `first` to `last` as a PDF, made at `now`."""
    report, charts = prepared(diary, first, last, options, now)
    return compile_pdf(report, charts)


def report_pages(
    diary: Diary,
    first: date,
    last: date,
    options: Options,
    now: Moment,
    ppi: float = PREVIEW_PPI,
) -> tuple[bytes, ...]:
    """The same pages as pictures (PNG), for a preview."""
    report, charts = prepared(diary, first, last, options, now)
    return pages_png(report, charts, ppi)


def prepared(
    diary: Diary,
    first: date,
    last: date,
    options: Options,
    now: Moment,
) -> tuple[Report, Charts]:
    """What the pages say, and their charts; needs the whole diary, not its first part."""
    period = Period(first, last)
    assessment = assess(diary.as_of(min(last, diary.today)), book(options.personal))
    charts = _charts(diary, period, options)
    described = {name: each.describe() for name, each in charts.items()}
    since = since_words(diary, period, assessment)
    made, urgent = now.clock.date(), _urgent(diary, assessment, options)
    report = content(diary, period, options, assessment, described, made, since, urgent)
    return report, _drawn(charts, report)


def _urgent(diary: Diary, at_end: Assessment, options: Options) -> tuple[Finding, ...]:
    """What cannot wait today and is not said as of the end of the period."""
    if at_end.as_of >= diary.today:
        return ()
    said = {each.rule.id for each in at_end.shown}
    return tuple(
        each
        for each in assess(diary, book(options.personal)).shown
        if (each.verdict.level or Level.INFO) >= Level.PROMPT and each.rule.id not in said
    )


def _charts(diary: Diary, period: Period, options: Options) -> Mapping[str, Prepared]:
    """The charts of the sections that are on, worked out; those with too little are left out."""
    from spasmlog.charts import CHARTS, Asked

    def asked(of: Period) -> Asked:
        return Asked(diary=diary, first=of.first, last=of.last)

    found = {
        name: CHARTS[name].prepare(asked(days_of(name, period)))
        for name, section in _SECTION_OF.items()
        if section in options.sections and name in CHARTS
    }
    return {name: each for name, each in found.items() if name == TIMELINE or each.missing is None}


def _drawn(charts: Mapping[str, Prepared], report: Report) -> Charts:
    """Each as SVG, as wide as its place on the page and with labels of 9 points."""
    from spasmlog.charts import settle

    settle()  # before matplotlib, which the next line loads, reads settings of its own
    from spasmlog.charts.saving import svg
    from spasmlog.charts.style import Style

    def style(name: str) -> Style:
        width, height = _size_mm(name, report)
        high = None if height is None else height / _MM_PER_INCH
        return replace(Style.print(width / _MM_PER_INCH, high), scale=1.0)

    return {name: svg(each.draw(style(name))) for name, each in charts.items()}


def _size_mm(name: str, report: Report) -> tuple[float, float | None]:
    """How wide and how high a chart is drawn; None: as high as it needs."""
    whole = _WIDTH_MM[report.options.paper] - _MARGINS_MM
    if name == TIMELINE:
        return whole, _timeline_height_mm(report)
    return (whole - _GUTTER_MM) / 2, _HALF_HEIGHT_MM.get(name)


def _timeline_height_mm(report: Report) -> float:
    treatments = report.tried.groups if report.tried else ()
    rows = len(report.signals.notes) + sum(len(group.rows) for group in treatments)
    height = _TIMELINE_HEIGHT_MM[report.options.paper] - _STEP_MM * (rows - _ROWS)
    return min(max(height, _LOWEST_MM), _HIGHEST_MM)
