"""One day of the calendar: its date, what it was like, and whether it is the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton

from spasmlog.i18n import _
from spasmlog.ui.drawings import box, hatch, painter_on, ring
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look
from spasmlog.ui.pointing import Pointing
from spasmlog.views.month import CLEAR, PAIN, UNKNOWN, DayCell

if TYPE_CHECKING:
    from spasmlog.ui.month_view import MonthView

ROOM = 5
"""Around each tile, for the ring of the chosen one; the rooms of neighbours overlap."""


class DayTile(QAbstractButton):
    """One day: its number, and the worst pain in the colour of the ramp."""

    def __init__(self, look: Look, grid: MonthView) -> None:
        super().__init__(grid)
        self._look, self._grid = look, grid
        self.cell: DayCell | None = None
        self._bold = self._marked = False
        self._pointing = Pointing()
        self.setMouseTracking(True)
        self.setCheckable(True)
        self.clicked.connect(self._press)

    def show_cell(self, cell: DayCell, *, chosen: bool, today: bool, marked: bool) -> None:
        """Show a day; `marked` says that it holds something that was found."""
        if (self.cell, self._marked) != (cell, marked):
            self.cell, self._marked = cell, marked
            found = _("{day}, found here").format(day=cell.spoken)
            self.setAccessibleName(found if marked else cell.spoken)
            self.setToolTip(self.accessibleName())
        self._bold = today
        self.setChecked(chosen)
        stop = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(stop)
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802  # Qt's own name
        """Stay as the calendar has set it."""

    def ring_area(self) -> QRectF:
        """The focus ring goes around the ring of the chosen day."""
        room = 0 if self.isChecked() else ROOM
        return QRectF(self.rect()).adjusted(room, room, -room, -room)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pointing.shown()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point(event.globalPosition())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(event.globalPosition())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointing.left()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._grid.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.cell is None:
            return
        painter = painter_on(self)
        area = QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM)
        self._paint_ground(painter, area, self.cell)
        self._paint_number(painter, area, self.cell)
        if self.cell.state in (PAIN, CLEAR) and not self.cell.outside:
            self._paint_pain(painter, area, self.cell)
        if self._marked:
            self._paint_mark(painter, area, self.cell)
        if self.isChecked():
            ring(painter, area, self._look.color("text"))
        painter.end()

    def _paint_ground(self, painter: QPainter, area: QRectF, cell: DayCell) -> None:
        look, hovered = self._look, self._pointing.on
        line = look.color("text" if hovered else "ramp-line")
        width = look.theme.border + (1 if hovered else 0)
        if cell.outside:
            if hovered:
                box(painter, area, line=look.color("line-strong"))
        elif cell.level is not None:
            box(painter, area, fill=look.color(f"pain-{cell.level}"), line=line, width=width)
        elif cell.state == PAIN:
            box(painter, area, fill=look.color("raised"), line=line, width=width)
        else:
            fill = hatch(look, 5, self.devicePixelRatioF()) if cell.state == UNKNOWN else None
            quiet = look.color("text" if hovered else "line")
            box(painter, area, fill=fill, line=quiet, width=width)

    def _paint_number(self, painter: QPainter, area: QRectF, cell: DayCell) -> None:
        look = self._look
        inked = cell.level is not None and not cell.outside
        ink = f"pain-text-{cell.level}" if inked else "text-quiet"
        painter.setFont(look.font(12, 600 if self._bold else 400))
        words, number = painter.fontMetrics(), str(cell.day.day)
        spot = QRectF(
            area.left() + 5,
            area.top() + 3,
            words.horizontalAdvance(number) + 4,
            words.height(),
        )
        if self.isRightToLeft():
            spot.moveRight(area.right() - 5)
        if cell.state == UNKNOWN and not cell.outside:
            box(painter, spot.adjusted(-1, 0, 1, 0), fill=look.color("surface"), radius=4)
        painter.setPen(look.color("text" if self._bold and not inked else ink))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_pain(self, painter: QPainter, area: QRectF, cell: DayCell) -> None:
        """The number that stands for the day; a spasm's mark where none was typed."""
        look, inner = self._look, area.adjusted(6, 3, -6, -3)
        if cell.level is None:
            side = look.px(16)
            left = inner.left() if self.isRightToLeft() else inner.right() - side
            drawn = pixmap("spasm", look, "text", 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, inner.bottom() - side), drawn)
            return
        painter.setFont(look.font(14, 600))
        painter.setPen(look.color(f"pain-text-{cell.level}"))
        far = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        flags = far | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, flags, str(cell.level))

    def _paint_mark(self, painter: QPainter, area: QRectF, cell: DayCell) -> None:
        """A dot in the corner that neither the date nor the pain needs, in the ink of the day."""
        inked = cell.level is not None and not cell.outside
        ink = f"pain-text-{cell.level}" if inked else "text"
        side = self._look.px(5)
        left = area.right() - 4 - side if self.isRightToLeft() else area.left() + 4
        dot = QRectF(left, area.bottom() - 8 - side, side, side)
        box(painter, dot, fill=self._look.color(ink), radius=side / 2)

    def _point(self, at: QPointF) -> None:
        if not self._pointing.on and self._pointing.moved(at):
            self.update()

    def _press(self) -> None:
        if self.cell is not None:
            self._grid.choose(self.cell.day)
