"""The doctor's page from a diary in one go: content, chart, and the finished file or its pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.report.blocks import Options, Paper, Report
from spasmlog.report.content import TIMELINE, content
from spasmlog.report.pdf import PREVIEW_PPI, Charts, compile_pdf, pages_png
from spasmlog.rules import assess, book

_MM_PER_INCH = 25.4
_MARGINS_MM = 28
_WIDTH_MM = {Paper.A4: 210.0, Paper.LETTER: 215.9}
_CHART_HEIGHTS_MM = {TIMELINE: 68, f"{TIMELINE}-low": 52}
"""The chart as it should be, and a lower one for a page that would not fit on its sheet."""


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
    diary: Diary, first: date, last: date, options: Options, now: Moment
) -> tuple[Report, Charts]:
    """What the pages say, and the chart on them; needs the whole diary, not its first part."""
    from spasmlog.charts import CHARTS

    period = Period(first, last)
    assessment = assess(diary.as_of(min(last, diary.today)), book(options.personal))
    chart = CHARTS[TIMELINE]
    described = chart.describe(diary, first, last)
    report = content(diary, period, options, assessment, described, made=now.clock.date())
    return report, _timelines(diary, period, options)


def _timelines(diary: Diary, period: Period, options: Options) -> Charts:
    """The chart as SVG in both heights, as wide as the text and with labels of 9 points."""
    from spasmlog.charts import CHARTS, settle

    settle()  # before matplotlib, which the next line loads, reads settings of its own
    from spasmlog.charts.saving import svg
    from spasmlog.charts.style import Style

    draw = CHARTS[TIMELINE].draw
    width = (_WIDTH_MM[options.paper] - _MARGINS_MM) / _MM_PER_INCH
    styles = {
        name: replace(Style.print(width, height / _MM_PER_INCH), scale=1.0)
        for name, height in _CHART_HEIGHTS_MM.items()
    }
    return {
        name: svg(draw(diary, period.first, period.last, style)) for name, style in styles.items()
    }
