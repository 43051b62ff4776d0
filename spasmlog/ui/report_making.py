"""What is done for the Report page on a thread: pages laid out, drawn, saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader

from spasmlog.ui.tasks import Progress

if TYPE_CHECKING:
    from datetime import time

    from spasmlog.analysis.period import Period
    from spasmlog.domain.diary import Diary
    from spasmlog.domain.moment import Moment
    from spasmlog.report import Report, Section

POINTS = 72
FINE_PPI = 180.0
"""From here on a line of pixels is too thin to be missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What pages are made from. Equal wishes make the same pages."""

    diary: Diary
    now: Moment
    period: Period
    sections: frozenset[Section]
    paper: str
    name: str
    personal: bool
    day_start: time

    def same_as(self, other: Wanted | None) -> bool:
        """Whether the pages are the same; the minute that they are made in does not matter."""
        if other is None or self.diary is not other.diary:
            return False
        same_day = self.now.clock.date() == other.now.clock.date()
        return same_day and self._chosen == other._chosen

    @property
    def _chosen(self) -> tuple[object, ...]:
        return (
            self.period,
            self.sections,
            self.paper,
            self.name,
            self.personal,
            self.day_start,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Pages that are ready: for what, as the file that is saved, and how large each is."""

    wanted: Wanted
    report: Report
    charts: Mapping[str, bytes]
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Pictures of some of the pages, at so many pixels an inch."""

    made: Made
    pictures: Mapping[int, QImage]
    ppi: float


def make(progress: Progress, wanted: Wanted, seen: Sequence[int], ppi: float) -> Drawn:
    """New pages, with pictures of those that are going to be seen first."""
    made = laid_out(wanted, progress.check)
    there = [at for at in seen if at < len(made.sizes)] or [len(made.sizes) - 1]
    return draw(progress, made, there, ppi)


def draw(progress: Progress, made: Made, pages: Sequence[int], ppi: float) -> Drawn:
    """Pictures of these pages, ready to be painted."""
    pictures = {}
    for at in pages:
        progress.check()
        pictures[at] = _for_screen(made, at, ppi)
    return Drawn(made=made, pictures=pictures, ppi=ppi)


def picture(made: Made, at: int, ppi: float, finer: int = 1) -> QImage:
    """One page, as the engine draws it, perhaps so many times finer than it is shown."""
    from spasmlog.report.pdf import sheet

    held = QBuffer()
    held.setData(QByteArray(sheet(made.pdf, at, finer * ppi)))
    held.open(QBuffer.OpenModeFlag.ReadOnly)
    # A reader lets the window go on while it reads, which `QImage.fromData` does not.
    reader = QImageReader(held, QByteArray(b"png"))
    wide, high = (round(side * ppi) for side in made.sizes[at])
    reader.setScaledSize(QSize(wide, high))
    return reader.read()


def _for_screen(made: Made, at: int, ppi: float) -> QImage:
    """A page drawn finer than it is shown.

    The engine puts a page into whole pixels by leaving out lines of them: in small type, a colon.
    """
    finer = next((each for each in (1, 2) if each * ppi >= FINE_PPI), 3)
    return picture(made, at, ppi, finer).convertToFormat(QImage.Format.Format_RGB32)


def save(
    _progress: Progress, wanted: Wanted, path: Path, made: Made | None, passphrase: str
) -> Path:
    """What is saved is what the preview shows, locked where there is a passphrase."""
    from spasmlog.report.pdf import compile_pdf, save_pdf

    whole = ready(wanted, made)
    pdf = compile_pdf(whole.report, whole.charts, passphrase) if passphrase else whole.pdf
    save_pdf(path, pdf)
    return path


def ready(wanted: Wanted, made: Made | None) -> Made:
    """The pages of the preview where they are what is wanted, and new ones otherwise."""
    if made is not None and wanted.same_as(made.wanted):
        return made
    return laid_out(wanted)


def laid_out(wanted: Wanted, check: Callable[[], None] = lambda: None) -> Made:
    """The pages as a file, and how large they are; `check` may leave the work between steps."""
    from spasmlog.report import NameShown, Options, Paper, as_text, prepared
    from spasmlog.report.locking import page_sizes
    from spasmlog.report.pdf import compile_pdf

    options = Options(
        paper=Paper(wanted.paper),
        name=NameShown(wanted.name),
        personal=wanted.personal,
        sections=wanted.sections,
        day_start=wanted.day_start,
    )
    first, last = wanted.period.first, wanted.period.last
    report, charts = prepared(wanted.diary, first, last, options, wanted.now)
    check()
    pdf = compile_pdf(report, charts)
    check()
    sizes = tuple((wide / POINTS, high / POINTS) for wide, high in page_sizes(pdf))
    text = as_text(report)
    return Made(wanted=wanted, report=report, charts=charts, pdf=pdf, sizes=sizes, text=text)
