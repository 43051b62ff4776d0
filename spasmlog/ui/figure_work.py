"""The stages of a chart, each on a thread in its turn: worked out, drawn to pixels, tabled."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage

from spasmlog.charts.base import Prepared, Table
from spasmlog.charts.home import settle
from spasmlog.charts.style import Style
from spasmlog.ui.chart_columns import Samples, samples
from spasmlog.ui.given_back import give_back
from spasmlog.ui.tasks import Progress, Tasks
from spasmlog.ui.turns import Turns

if TYPE_CHECKING:
    from spasmlog.charts.picture import Picture

T = TypeVar("T")
Work = Callable[[Progress], Prepared]
"""Works a chart out, on a thread; must not touch Qt."""
TURNS = Turns()


def warm(tasks: Tasks) -> None:
    """Load matplotlib and scipy on a thread, after the first paint: the first chart comes soon."""
    settle()
    tasks.run(_load, lambda _done: None, lambda _refusal: None, "load the charts")


def _load(progress: Progress) -> None:
    import spasmlog.charts.daily_lanes
    import spasmlog.charts.picture  # noqa: F401  # loaded for those who draw later

    progress.check()
    import scipy.stats  # noqa: F401  # the same

    # What they are made of stays for good: looked at by the collector again and again, it would
    # stop the window for longer than a blink each time.
    gc.freeze()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOut:
    """A chart, what is said of it, what is said when asked, and whether its table has a row."""

    prepared: Prepared
    sentence: str
    more: str
    has_rows: bool


def worked_out(work: Work, place: int, progress: Progress) -> WorkedOut:
    """The chart before it is drawn; of one that is drawn, the table is not looked at yet."""
    with TURNS.turn(place, progress):
        prepared = work(progress)
        progress.check()
        return WorkedOut(
            prepared=prepared,
            sentence=prepared.describe(),
            more=prepared.more(),
            has_rows=prepared.missing is None or bool(prepared.table().rows),
        )


def drawn(
    prepared: Prepared, style: Style, place: int, progress: Progress
) -> tuple[Picture, QImage, float]:
    """The picture, its pixels as Qt paints them fastest, and how many make a design pixel."""
    from spasmlog.charts.picture import picture

    with TURNS.turn(place, progress):
        figure = prepared.draw(style)
        progress.check()
        made = picture(figure)
    line = made.width * 4
    raw = QImage(made.pixels, made.width, made.height, line, QImage.Format.Format_RGBA8888)
    image = raw.convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(style.dpr)
    made = replace(made, pixels=b"")
    if TURNS.idle:
        give_back()
    return made, image, style.dpr


def as_rows(prepared: Prepared, place: int, progress: Progress) -> tuple[Table, Samples]:
    """The numbers, and the longest texts of each column."""
    with TURNS.turn(place, progress):
        table = prepared.table()
        return table, samples(table)


def in_turn(work: Callable[[], T], place: int, progress: Progress) -> T:
    """Something that is worked out for the same page."""
    with TURNS.turn(place, progress):
        return work()
