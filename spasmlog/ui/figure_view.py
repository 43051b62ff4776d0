"""A chart on the screen: drawn to pixels on a thread of its own, read by pointer, key and ear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasmlog.charts.base import Table
from spasmlog.charts.home import settle
from spasmlog.charts.style import Style
from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.chart_canvas import ChartCanvas
from spasmlog.ui.chart_table import ChartTable
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Latest, Progress, Tasks

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.picture import Picture

Draw = Callable[[Style], "Figure"]
Tip = Callable[[date], str]
DEBOUNCE_MS = 120
LEAST_WIDTH = 200
_ONE_AT_A_TIME = Lock()
"""Drawing shares its processor with the window: two at once would only be slower."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view shows: how it is drawn and said, its numbers, and the words of each day."""

    draw: Draw
    sentence: str
    table: Table
    tip: Tip


def warm(tasks: Tasks) -> None:
    """Load matplotlib on a thread, after the first paint, so that the first chart comes soon."""
    settle()
    tasks.run(_load, lambda _done: None, lambda _refusal: None, "load the charts")


def _load(_progress: Progress) -> None:
    import spasmlog.charts.daily_lanes
    import spasmlog.charts.picture  # noqa: F401  # loaded for those who draw later


class FigureView(QWidget):
    """A chart with its caption and its table; nothing is drawn before it is seen."""

    drawn = Signal()
    """A new picture is on the screen."""

    def __init__(self, look: Look, tasks: Tasks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle()
        self._look, self._latest = look, Latest(tasks)
        self._shown: Shown | None = None
        self._drawn_for: tuple[object, ...] = ()
        self.canvas = ChartCanvas(look, name)
        self._table: ChartTable | None = None
        self.caption = label("", "quiet", wrap=True)
        self.switch = Button(_("Show as table"), look, "flat", icon="table")
        self.switch.clicked.connect(self._switch)
        self._lay_out()
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE_MS)
        self._debounce.timeout.connect(self._draw)
        look.changed.connect(self._draw)

    @property
    def as_table(self) -> bool:
        """Whether the table is in front."""
        return self._table is not None and not self._table.isHidden()

    def show_chart(self, draw: Draw, sentence: str, table: Table, tip: Tip) -> None:
        """Show this chart; `draw` runs on another thread and must not touch Qt."""
        self._shown = Shown(draw, sentence, table, tip)
        self._drawn_for = ()
        self.caption.setText(sentence)
        self.canvas.take_words(sentence, tip)
        if self._table is not None:
            self._table.show_table(table)
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(640), super().sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawn_for and self._drawn_for != self._wanted():
            self._debounce.start()
        else:
            self._draw()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.canvas)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(16)
        self._foot.addWidget(self.caption, 1)
        leading_top = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        self._foot.addWidget(self.switch, 0, leading_top)
        column.addLayout(self._foot)
        self._look.changed.connect(self._turn_foot)
        self._turn_foot()

    def _turn_foot(self) -> None:
        """The button beside the caption, or below it where the text is large."""
        upright = QBoxLayout.Direction.TopToBottom
        beside = QBoxLayout.Direction.LeftToRight
        self._foot.setDirection(upright if self._look.large else beside)

    def _wanted(self) -> tuple[object, ...]:
        """What a picture depends on beside the diary."""
        return (self.width(), self.devicePixelRatioF(), self._look.theme, self._look.scale)

    def _draw(self) -> None:
        """Ask for a picture, unless the one that is there or on its way will do."""
        self._debounce.stop()
        wanted = self._wanted()
        if self._shown is None or not self.isVisible() or self._drawn_for == wanted:
            return
        self._drawn_for = wanted
        style, draw = self._style(), self._shown.draw
        self._latest.run(
            lambda progress: _picture(draw, style, progress),
            self._take,
            self._refuse,
            "draw a chart",
        )

    def _style(self) -> Style:
        look = self._look
        return Style.screen(
            look.theme.roles,
            look.theme.pain,
            max(self.width(), LEAST_WIDTH),
            scale=look.scale,
            dpr=self.devicePixelRatioF(),
        )

    def _take(self, made: tuple[Picture, QImage, float]) -> None:
        self.canvas.take_picture(*made)
        self.drawn.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self.caption.setText(f"{refusal.sentence} {refusal.next_step}".strip())

    def _switch(self) -> None:
        if self._table is None:
            self._table = ChartTable(self._look, self.canvas.accessibleName())
            self._column.insertWidget(1, self._table)
            self._table.hide()
            if self._shown is not None:
                self._table.show_table(self._shown.table)
        to_table = not self.as_table
        if to_table:
            self._table.stand_in_for(self.canvas.height())
        self.canvas.setVisible(not to_table)
        self._table.setVisible(to_table)
        self.switch.set_text(_("Show as chart") if self.as_table else _("Show as table"))
        self.switch.set_icon("chart" if self.as_table else "table")


def _picture(draw: Draw, style: Style, progress: Progress) -> tuple[Picture, QImage, float]:
    """On its thread: the figure built and drawn, and its pixels as Qt paints them fastest."""
    from spasmlog.charts.picture import picture

    with _ONE_AT_A_TIME:
        progress.check()
        figure = draw(style)
        progress.check()
        made = picture(figure)
    line = made.width * 4
    raw = QImage(made.pixels, made.width, made.height, line, QImage.Format.Format_RGBA8888)
    image = raw.convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(style.dpr)
    return made, image, style.dpr
