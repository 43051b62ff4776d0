"""The pages of the Report page, made on a thread: what they are made from and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from spasmlog.ui.tasks import Progress

if TYPE_CHECKING:
    from spasmlog.analysis.period import Period
    from spasmlog.domain.diary import Diary
    from spasmlog.domain.moment import Moment
    from spasmlog.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What pages are made from. Equal wishes make the same pages."""

    diary: Diary
    now: Moment
    period: Period
    paper: str
    name: str
    personal: bool = True

    def same_as(self, other: Wanted | None) -> bool:
        """Whether the pages are the same; the minute that they are made in does not matter."""
        if other is None or self.diary is not other.diary:
            return False
        same_day = self.now.clock.date() == other.now.clock.date()
        return same_day and self._chosen == other._chosen

    @property
    def _chosen(self) -> tuple[object, ...]:
        return (self.period, self.paper, self.name, self.personal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Pages that are ready: for what, and their pictures at so many pixels an inch."""

    wanted: Wanted
    report: Report
    charts: Mapping[str, bytes]
    images: tuple[QImage, ...]
    ppi: float


def make(progress: Progress, wanted: Wanted, ppi: float, before: Made | None) -> Made:
    """On a thread: pages of the same content are only drawn anew."""
    from spasmlog.report.pdf import pages_png

    report, charts = _prepared(wanted, before)
    progress.check()
    pages = pages_png(report, charts, ppi)
    progress.check()
    images = tuple(QImage.fromData(page) for page in pages)
    return Made(wanted=wanted, report=report, charts=charts, images=images, ppi=ppi)


def save(_progress: Progress, wanted: Wanted, path: Path, made: Made | None) -> Path:
    """On a thread: what is saved is what the preview shows."""
    from spasmlog.report.pdf import compile_pdf, save_pdf

    report, charts = _prepared(wanted, made)
    save_pdf(path, compile_pdf(report, charts))
    return path


def _prepared(wanted: Wanted, before: Made | None) -> tuple[Report, Mapping[str, bytes]]:
    if before is not None and wanted.same_as(before.wanted):
        return before.report, before.charts
    from spasmlog.report import NameShown, Options, Paper, prepared

    options = Options(
        paper=Paper(wanted.paper), name=NameShown(wanted.name), personal=wanted.personal
    )
    first, last = wanted.period.first, wanted.period.last
    return prepared(wanted.diary, first, last, options, wanted.now)
