"""A chart on the screen: worked out and drawn on a thread, read by pointer, key and ear."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.charts.base import Prepared, Table
from spasmlog.charts.home import settle
from spasmlog.charts.style import Style
from spasmlog.errors import Refusal
from spasmlog.ui.cards import HatchedFrame
from spasmlog.ui.chart_canvas import ChartCanvas
from spasmlog.ui.chart_columns import Samples
from spasmlog.ui.chart_table import ChartTable
from spasmlog.ui.figure_foot import FigureFoot
from spasmlog.ui.figure_saving import AskForName, Saving, ask_for_name
from spasmlog.ui.figure_work import Work, WorkedOut, as_rows, drawn, warm, worked_out
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Latest, Tasks

if TYPE_CHECKING:
    from spasmlog.charts.picture import Picture

__all__ = ["FigureView", "Work", "warm"]

HandOut = Callable[[Prepared], None]
DEBOUNCE_MS = 120
LEAST_WIDTH = 200


class FigureView(QWidget):
    """A chart with its caption and its table; nothing is worked out before it is seen.

    First comes what is said of it, then the picture; the table only when it is asked for. Of
    several charts that wait, the one with the lowest `place` comes first.
    """

    drawn = Signal()
    """A new picture is on the screen."""
    tabled = Signal()
    """The table holds the numbers of the chart."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        name: str,
        place: int = 0,
        ask: AskForName = ask_for_name,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        settle()
        self._look, self._place = look, place
        self._works, self._draws, self._tables = Latest(tasks), Latest(tasks), Latest(tasks)
        self._work: Work | None = None
        self._prepared: Prepared | None = None
        self._working = self._as_table = self._missing = False
        self._has_rows = True
        self._wish: HandOut | None = None
        self._tabling: Prepared | None = None
        self._tabled: Prepared | None = None
        self._asked_for: tuple[object, ...] = ()
        self._shown_for: tuple[object, ...] = ()
        self.canvas = ChartCanvas(look, name)
        self.frame = HatchedFrame(look, "")
        self.frame.hide()
        self._table: ChartTable | None = None
        self.foot = FigureFoot(look, name)
        self._saving = Saving(tasks, self.foot, name, ask, self)
        self._lay_out()
        self._connect()

    @property
    def as_table(self) -> bool:
        """Whether the table is in front."""
        return self._as_table

    @property
    def prepared(self) -> Prepared | None:
        """The chart as it was worked out, None while it is not."""
        return self._prepared

    def show_work(self, work: Work) -> None:
        """Show the chart that this piece of work comes to; what was shown stays until then."""
        self._drop()
        self._work, self._prepared = work, None
        self._asked_for = self._shown_for = ()
        self._go_on()

    def refuse(self, refusal: Refusal) -> None:
        """Say in place of the caption why the chart is not there."""
        self._working, self._tabling, self._wish = False, None, None
        self.foot.set_ready(self._prepared is not None)
        self.foot.caption.setText(str(refusal))
        self.foot.caption.show()
        self.foot.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at need not be worked out."""
        super().hideEvent(event)
        self._drop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown_for and self._shown_for != self._wanted():
            self._debounce.start()
        else:
            self._go_on()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._go_on()
        return super().event(event)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.canvas, self.frame, self.foot):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE_MS)
        self._debounce.timeout.connect(self._go_on)
        self._look.changed.connect(self._go_on)
        foot = self.foot
        foot.switch.clicked.connect(self._switch)
        foot.save.clicked.connect(lambda: self._hand_out(self._saving.picture))
        foot.copy.clicked.connect(lambda: self._hand_out(self._saving.copy))
        foot.save_table.clicked.connect(lambda: self._hand_out(self._saving.table))

    def _drop(self) -> None:
        """Nobody waits any more for what is under way."""
        for latest in (self._works, self._draws, self._tables):
            latest.cancel()
        self._working = False
        self._asked_for, self._tabling = self._shown_for, None

    def _wanted(self) -> tuple[object, ...]:
        """What a picture depends on beside the diary."""
        return (self.width(), self.devicePixelRatioF(), self._look.theme, self._look.scale)

    def _go_on(self) -> None:
        """Ask for the next thing that is not there, nor on its way."""
        self._debounce.stop()
        if self._work is None or not self.isVisible():
            return
        if self._prepared is None:
            if not self._working:
                self._working = True
                work = partial(worked_out, self._work, self._place)
                self._works.run(work, self._take, self.refuse, "work out a chart")
        elif self._as_table:
            self._fill_table(self._prepared)
        elif self._prepared.missing is None:
            self._draw(self._prepared)

    def _take(self, found: WorkedOut) -> None:
        prepared = found.prepared
        self._working, self._prepared, self._has_rows = False, prepared, found.has_rows
        self.foot.show_words(found.sentence, found.more)
        self.foot.set_ready(True)
        self.canvas.take_words(found.sentence, prepared.tip)
        self._missing = prepared.missing is not None
        if prepared.missing is not None:
            self._say_missing(*prepared.missing)
        self._as_table = self._as_table and self._has_rows
        self._show_stage()
        self._go_on()
        wish, self._wish = self._wish, None
        if wish is not None and not self._missing:
            wish(prepared)

    def _say_missing(self, heading: str, missing: str) -> None:
        """What is lacking; a heading that is the title of the chart says nothing new."""
        same = heading == self.canvas.accessibleName()
        self.frame.set_text(*((missing,) if same else (heading, missing)))

    def _show_stage(self) -> None:
        """Picture, table, or the frame that says what is missing."""
        missing = self._missing
        self.frame.setVisible(missing and not self._as_table)
        self.canvas.setVisible(not missing and not self._as_table)
        self.foot.show_for(as_table=self._as_table, missing=missing)
        self.foot.setVisible(self._has_rows)
        if self._table is not None:
            self._table.setVisible(self._as_table)

    def _draw(self, prepared: Prepared) -> None:
        """Ask for a picture, unless the one that is there or on its way will do."""
        wanted = self._wanted()
        if self._asked_for == wanted:
            return
        self._asked_for = wanted
        work = partial(drawn, prepared, self._style(), self._place)
        self._draws.run(work, self._take_picture, self.refuse, "draw a chart")

    def _style(self) -> Style:
        look = self._look
        return Style.screen(
            look.theme.roles,
            look.theme.pain,
            max(self.width(), LEAST_WIDTH),
            scale=look.scale,
            dpr=self.devicePixelRatioF(),
        )

    def _take_picture(self, made: tuple[Picture, QImage, float]) -> None:
        self._shown_for = self._asked_for
        self.canvas.take_picture(*made)
        self.drawn.emit()

    def _switch(self) -> None:
        """While the chart is worked out anew, the old numbers stand there until the new come."""
        self._as_table = not self._as_table
        if self._as_table:
            shown = self.frame if self._missing else self.canvas
            self._make_table().stand_in_for(shown.height())
        self._show_stage()
        self._go_on()

    def _make_table(self) -> ChartTable:
        if self._table is None:
            self._table = ChartTable(self._look, self.canvas.accessibleName())
            self._table.hide()
            self._column.insertWidget(1, self._table)
            self._table.copied.connect(self._copy)
            QWidget.setTabOrder(self.canvas, self._table)
        return self._table

    def _fill_table(self, prepared: Prepared) -> None:
        """Ask for the numbers, unless they are there or on their way."""
        if prepared is self._tabling or prepared is self._tabled:
            return
        self._tabling = prepared
        work = partial(as_rows, prepared, self._place)
        self._tables.run(work, self._take_table, self.refuse, "table a chart")

    def _take_table(self, made: tuple[Table, Samples]) -> None:
        self._tabled, self._tabling = self._tabling, None
        self._make_table().show_table(*made)
        self.tabled.emit()

    def _copy(self, rows: tuple[int, ...]) -> None:
        if self._prepared is not None:
            self._saving.copy(self._prepared, rows)

    def _hand_out(self, hand_out: HandOut) -> None:
        """At once, or as soon as what is being worked out anew is there."""
        if self._prepared is None:
            self._wish = hand_out
        else:
            hand_out(self._prepared)
