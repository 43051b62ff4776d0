"""The strip of past signals: a row each, with a bar for each time that it matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.drawings import CENTER, box, hatch, painter_on, ring
from spasmlog.ui.look import Look
from spasmlog.ui.signal_history_plan import WRAP, Lane, Strip, dates_of, strip_of

if TYPE_CHECKING:
    from spasmlog.views.signal_history import Bar, Row, SignalHistoryView

ROLES = {"info": "info", "routine": "routine", "prompt": "prompt", "emergency": "prompt"}
"""The past is told calmly: what was an emergency then is as high as it gets, but not red."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
REACH = 3
"""So far beside a thin bar a click still meets it."""
Spot = tuple[int, int]
"""A bar, by the numbers of its row and of itself in it."""


class SignalStrip(QWidget):
    """One Tab stop. Left and Right go from bar to bar, Up and Down to another row, Enter opens."""

    opened = Signal(object)
    """The first day of the bar that was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: SignalHistoryView | None = None
        self._at: Spot | None = None
        self._plans: dict[tuple[int, float], Strip] = {}
        self.setAccessibleName(_("Signals over time"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.follow(self)

    @property
    def words(self) -> str:
        """What is said of the bar that the keyboard or the pointer is on; empty without one."""
        bar = self._bar(self._at)
        return "" if bar is None else bar.spoken

    def show_view(self, view: SignalHistoryView) -> None:
        """Show these rows."""
        self._view, self._at = view, None
        self._plans.clear()
        self.setAccessibleDescription("; ".join(row.spoken for row in view.rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._look.px(360)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if self._view is None else self._plan(self._view, width).high

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        goal, bar = self._goal(key), self._bar(self._at)
        if goal is not None:
            self._put(goal)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words))
        elif bar is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(bar.began)
        elif bar is not None and key == Qt.Key.Key_Escape:
            self._put(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = self._spot_at(event.position())
        hand = Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(hand)
        self._put(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        bar = self._bar(self._spot_at(event.position()))
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(bar.began)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._put(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._put(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        view = self._view
        if view is None:
            return
        strip = self._plan(view, self.width())
        painter = painter_on(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._paint_dates(painter, view, strip)
        blank = hatch(self._look, 5, self.devicePixelRatioF())
        for at, (row, lane) in enumerate(zip(view.rows, strip.lanes, strict=True)):
            self._paint_words(painter, at, row, lane)
            self._paint_line(painter, row, lane, strip, blank)
        self._paint_ring(painter, strip)
        painter.end()

    def _plan(self, view: SignalHistoryView, wide: int) -> Strip:
        """Measured once for each width that the layout tries."""
        size = (wide, self._look.scale)
        if size not in self._plans:
            self._plans[size] = strip_of(view, self._look, wide)
        return self._plans[size]

    def _bar(self, at: Spot | None) -> Bar | None:
        if self._view is None or at is None:
            return None
        return self._view.rows[at[0]].bars[at[1]]

    def _put(self, at: Spot | None) -> None:
        if at != self._at:
            self._at = at
            self.update()

    def _goal(self, key: Qt.Key) -> Spot | None:
        """The bar that a key leads to; it enters at the newest of the first row."""
        view = self._view
        if view is None or not view.rows or key not in (*STEPS, *ROWS, *ENDS):
            return None
        row, bar = self._at or (0, len(view.rows[0].bars))
        if key in ROWS and self._at is not None:
            row = min(max(row + ROWS[key], 0), len(view.rows) - 1)
            return row, len(view.rows[row].bars) - 1
        last = len(view.rows[row].bars) - 1
        if key in ENDS:
            return row, last if key == Qt.Key.Key_End else 0
        return row, min(max(bar + STEPS.get(key, 0), 0), last)

    def _spot_at(self, point: QPointF) -> Spot | None:
        """The bar below the pointer; of several thin ones the nearest."""
        if self._view is None:
            return None
        strip = self._plan(self._view, self.width())
        for at, (row, lane) in enumerate(zip(self._view.rows, strip.lanes, strict=True)):
            if lane.line.adjusted(-REACH, -REACH, REACH, REACH).contains(point):
                spots = (strip.bar(lane, bar, self._look) for bar in row.bars)
                far = ((_beside(spot, point.x()), number) for number, spot in enumerate(spots))
                nearest, number = min(far)
                return (at, number) if nearest <= REACH else None
        return None

    def _paint_dates(self, painter: QPainter, view: SignalHistoryView, strip: Strip) -> None:
        look = self._look
        painter.setFont(look.font(12))
        for area, text in dates_of(view, strip, look):
            painter.setPen(look.color("text-quiet"))
            painter.drawText(area, CENTER, text)
        painter.setPen(QPen(look.color("grid"), look.theme.border))
        for day, _text in view.ticks:
            for lane in strip.lanes:
                x = round(strip.x(day)) + 0.5
                painter.drawLine(QPointF(x, lane.line.top()), QPointF(x, lane.line.bottom()))

    def _paint_words(self, painter: QPainter, at: int, row: Row, lane: Lane) -> None:
        """The title, and the newest time or the one that is pointed at."""
        look, pointed = self._look, self._at is not None and self._at[0] == at
        shown = row.bars[self._at[1]] if pointed and self._at else row.bars[-1]
        painter.setPen(look.color("text"))
        painter.setFont(look.font(14, 500))
        painter.drawText(lane.title, WRAP, row.title)
        painter.setPen(look.color("text" if pointed else "text-quiet"))
        painter.setFont(look.font(14))
        right = lane.words.x() > 0
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(lane.words, side | Qt.AlignmentFlag.AlignTop, shown.words)

    def _paint_line(
        self, painter: QPainter, row: Row, lane: Lane, strip: Strip, blank: QBrush
    ) -> None:
        look = self._look
        for first, last in row.blanks:
            left, right = strip.span(first, last)
            painter.fillRect(QRectF(left, lane.line.top(), right - left, lane.line.height()), blank)
        painter.setPen(QPen(look.color("line-strong"), look.theme.border))
        low = round(lane.line.bottom()) + 0.5
        painter.drawLine(QPointF(0, low), QPointF(strip.wide, low))
        for bar in row.bars:
            spot = strip.bar(lane, bar, look)
            box(painter, spot, fill=look.color(ROLES[bar.level]), radius=1)

    def _paint_ring(self, painter: QPainter, strip: Strip) -> None:
        bar = self._bar(self._at)
        if bar is not None and self._at is not None:
            spot = strip.bar(strip.lanes[self._at[0]], bar, self._look)
            ring(painter, spot, self._look.color("text"), radius=1, gap=1)


def _beside(spot: QRectF, x: float) -> float:
    """How far a point lies beside a bar; 0 on it."""
    return max(spot.left() - x, x - spot.right(), 0.0)
