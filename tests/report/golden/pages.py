"""The pages that are kept as pictures: drawn at 80 dots an inch, and compared with what is kept."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from PIL import Image, ImageChops

from spasmlog.analysis.period import last_days
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Profile
from spasmlog.journal.made_up import made_up_person
from spasmlog.report import NameShown, Options, Paper, Preset, Report
from spasmlog.report.pdf import Charts, sheets
from spasmlog.report.whole import prepared
from tests.build import ZONE, diary
from tests.report.making import NOW

FOLDER = Path(__file__).parent
PPI = 80.0
MOST = 4
"""Of each choice the first pages: what comes later is more of the same table."""
SHADES = 16
FAR_APART = 96
"""Two shades of 256 that an edge drawn a hair further to one side does not reach."""
SHARE = 0.0002
"""So many of the pixels may be so far apart: about a letter of a page."""

CHOICES: Mapping[str, Options] = {
    **{each.value: Options(sections=each.sections) for each in Preset},
    "letter": Options(paper=Paper.LETTER, name=NameShown.FULL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How much of a page is another: the share of its pixels, and a picture of them."""

    share: float
    where: Image.Image

    @property
    def alike(self) -> bool:
        return self.share <= SHARE


@cache
def journal() -> Diary:
    """Two years of a made-up person with a name."""
    lived = made_up_person(NOW, 2, seed=7, zone=ZONE)
    named = (
        replace(each, name_for_report="Robin Example") for each in lived if type(each) is Profile
    )
    return diary(*(each for each in lived if type(each) is not Profile), *named)


def report_of(choice: str) -> tuple[Report, Charts]:
    """The pages of the last 90 days, without the version of the program."""
    days = last_days(journal().today)
    report, charts = prepared(journal(), days.first, days.last, CHOICES[choice], NOW)
    return replace(report, heading=replace(report.heading, program="SpasmLog")), charts


def pictures(report: Report, charts: Charts) -> tuple[Image.Image, ...]:
    """The first pages of the PDF in a few shades of grey."""
    pages = islice(sheets(report, charts, PPI), MOST)
    return tuple(_grey(Image.open(io.BytesIO(each))) for each in pages)


def _grey(page: Image.Image) -> Image.Image:
    step = 255 // (SHADES - 1)
    shades = [round(each / step) * step for each in range(256)]
    return page.convert("L").point(shades)


def kept(choice: str) -> tuple[Path, ...]:
    """The pictures that are kept of a choice, in the order of the pages."""
    return tuple(sorted(FOLDER.glob(f"{choice}-*.png")))


def compared(one: Image.Image, other: Image.Image) -> Compared:
    """Of two pictures of different sizes all is another."""
    if one.size != other.size:
        return Compared(share=1.0, where=other)
    far = ImageChops.difference(one, other).point([255 * (n > FAR_APART) for n in range(256)])
    return Compared(share=far.histogram()[255] / (one.width * one.height), where=far)
