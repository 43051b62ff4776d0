"""The day on one line: pain above the axis, and what was done about it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, QTime
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.day_plan import HOUR, WORST, Mark, Plan, free_spots, in_lanes
from spasmlog.ui.drawings import CENTER, box, hatch, painter_on
from spasmlog.ui.look import Look

__all__ = ["DayLine", "Mark"]

BELOW = ("drink", "stretch", "activity", "treatment")
LANES = 3


class DayLine(QWidget):
    """A picture of a day; the rows below it hold the same in words. Time runs left to right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._above: tuple[Mark, ...] = ()
        self._below: tuple[Mark, ...] = ()
        self._now: int | None = None
        self._first, self._last = 6 * HOUR, 24 * HOUR
        self._spots: list[tuple[QRectF, str]] = []
        self.label_spots: tuple[QRectF | None, ...] = ()
        """Where the last paint put each number and "now"; None where there was no room."""
        self.setAccessibleName(_("So far today"))
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.follow(self)

    def show_marks(
        self,
        marks: tuple[Mark, ...],
        now_minutes: int | None,
        first_minute: int,
        last_minute: int,
    ) -> None:
        """Show these marks between two times; `now_minutes` is None for a day gone by."""
        ordered = tuple(sorted(marks, key=lambda mark: mark.start))
        self._above = tuple(mark for mark in ordered if mark.kind not in BELOW)
        self._below = tuple(mark for mark in ordered if mark.kind in BELOW)
        self._now, self._first, self._last = now_minutes, first_minute, last_minute
        self.setAccessibleDescription(". ".join(mark.text for mark in ordered if mark.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._look.px(360)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = QFontMetrics(self._look.font(12)).height()
        return round(self._plan(width).base) + self._lanes_high(width) + line + 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        said = [text for spot, text in self._spots if spot.contains(at)]
        self.setToolTip("\n".join(said))
        super().mouseMoveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        plan = self._plan(self.width())
        self._spots = []
        self._paint_axes(painter, plan)
        self._paint_below(painter, plan)
        shapes = self._paint_above(painter, plan)
        self._paint_labels(painter, plan, shapes)
        painter.end()

    def _plan(self, width: int) -> Plan:
        caption = QFontMetrics(self._look.font(12))
        side = caption.horizontalAdvance("10") + 8
        top = caption.height() + 4
        return Plan(
            left=side,
            right=width - caption.horizontalAdvance(_hour(0)) / 2 - 2,
            top=top,
            base=top + self._look.px(54),
            first=self._first,
            last=self._last,
        )

    def _paint_axes(self, painter: QPainter, plan: Plan) -> None:
        look = self._look
        caption = look.font(12)
        high = QFontMetrics(caption).height()
        painter.setFont(caption)
        for pain in (0, WORST // 2, WORST):
            y = round(plan.y(pain)) + 0.5
            painter.setPen(QPen(look.color("text" if pain == 0 else "grid"), 1))
            painter.drawLine(QPointF(plan.left, y), QPointF(plan.right, y))
            painter.setPen(look.color("text-quiet"))
            spot = QRectF(0, y - high / 2, plan.left - 8, high)
            painter.drawText(spot, _flags(Qt.AlignmentFlag.AlignRight), str(pain))
        wide = QFontMetrics(caption).horizontalAdvance(_hour(22 * HOUR)) + 4
        low = plan.base + self._lanes_high(self.width())
        for minute in plan.hours(wide):
            x = round(plan.x(minute)) + 0.5
            painter.setPen(QPen(look.color("text"), 1))
            painter.drawLine(QPointF(x, plan.base), QPointF(x, plan.base + 4))
            painter.setPen(look.color("text-quiet"))
            painter.drawText(QRectF(x - wide, low, 2 * wide, high), CENTER, _hour(minute))

    def _paint_above(self, painter: QPainter, plan: Plan) -> list[QRectF]:
        """Draw spasms, then readings over them; returns what each takes up."""
        shapes = []
        for mark in self._above:
            spasm = mark.kind == "spasm"
            shape = self._block(mark, plan) if spasm else self._dot(mark, plan)
            shapes.append(shape)
            self._spots.append((shape, mark.text))
        for kind in ("spasm", "reading"):
            for mark, shape in zip(self._above, shapes, strict=True):
                if mark.kind == kind == "spasm":
                    self._paint_block(painter, mark, shape)
                elif mark.kind == kind:
                    self._paint_dot(painter, mark, shape, plan)
        return shapes

    def _block(self, mark: Mark, plan: Plan) -> QRectF:
        running = self._now if self._now is not None else self._last
        left = plan.x(mark.start)
        right = max(plan.x(mark.end if mark.end is not None else running), left + 4)
        high = plan.y(WORST if mark.value is None else max(mark.value, 0.5))
        return QRectF(left, high, right - left, plan.base - high)

    def _paint_block(self, painter: QPainter, mark: Mark, shape: QRectF) -> None:
        look = self._look
        ground = hatch(look, dpr=self.devicePixelRatioF())
        if mark.value is not None:
            ground = QBrush(look.color(f"pain-{mark.value}"))
        box(painter, shape, fill=ground, line=look.color("ramp-line"), radius=1)

    def _dot(self, mark: Mark, plan: Plan) -> QRectF:
        radius = self._look.px(5.5)
        x, y = plan.x(mark.start), plan.y(mark.value or 0)
        return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)

    def _paint_dot(self, painter: QPainter, mark: Mark, shape: QRectF, plan: Plan) -> None:
        look, middle = self._look, shape.center()
        painter.setPen(QPen(look.color("ramp-line"), 1.2))
        painter.drawLine(QPointF(middle.x(), plan.base), middle)
        # Zero is drawn as something: an open circle.
        known = mark.value is not None
        painter.setBrush(look.color(f"pain-{mark.value}" if known and mark.value else "surface"))
        painter.drawEllipse(shape)

    def _paint_labels(self, painter: QPainter, plan: Plan, shapes: Sequence[QRectF]) -> None:
        """Numbers and "now", each where nothing else is; one that finds no room is left out."""
        labels = self._values(shapes)
        taken = list(shapes)
        if self._now is not None:
            x = plan.x(self._now)
            self._paint_now(painter, x, plan)
            taken.append(QRectF(x - 1, 0, 2, plan.base))
            words = _("now {time}").format(time=_clock(self._now))
            labels.append((words, 400, self._now_spots(words, plan)))
        whole = QRectF(self.rect())
        wanted = [list(filter(whole.contains, spots)) for _words, _weight, spots in labels]
        self.label_spots = free_spots(wanted, taken)
        painter.setPen(self._look.color("text"))
        for (words, weight, _spots), spot in zip(labels, self.label_spots, strict=True):
            if spot is not None:
                painter.setFont(self._look.font(12, weight))
                painter.drawText(spot, CENTER, words)

    def _values(self, shapes: Sequence[QRectF]) -> list[tuple[str, int, list[QRectF]]]:
        """The numbers, those of spasms first, with their weight and where each may stand."""
        metrics = QFontMetrics(self._look.font(12, 600))
        marks = sorted(
            zip(self._above, shapes, strict=True), key=lambda one: one[0].kind != "spasm"
        )
        return [
            (str(mark.value), 600, _label_spots(shape, str(mark.value), metrics, mark.kind))
            for mark, shape in marks
            if mark.value is not None
        ]

    def _paint_now(self, painter: QPainter, x: float, plan: Plan) -> None:
        pen = QPen(self._look.color("text"), 1.5, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 2), QPointF(x, plan.base))

    def _now_spots(self, words: str, plan: Plan) -> list[QRectF]:
        metrics = QFontMetrics(self._look.font(12))
        wide, high = metrics.horizontalAdvance(words) + 4, metrics.height()
        x, room = plan.x(self._now or 0), self.width()
        lines = [plan.top + row * high for row in (0.25, -1, 1.25, 2.25)]
        after = [QRectF(x + 4, top, wide, high) for top in lines if x + 4 + wide <= room]
        return after + [QRectF(x - 4 - wide, top, wide, high) for top in lines if x - wide >= 4]

    def _lanes_high(self, width: int) -> int:
        lanes = self._lanes(self._plan(width))
        return 8 + (max(lanes, default=0) + 1) * self._look.px(12)

    def _lanes(self, plan: Plan) -> tuple[int, ...]:
        spans = [self._below_span(mark, plan) for mark in self._below]
        return in_lanes(spans, LANES)

    def _below_span(self, mark: Mark, plan: Plan) -> tuple[float, float]:
        half = self._look.px(5)
        start = plan.x(mark.start)
        if mark.kind == "activity" and mark.end is not None:
            return start, max(plan.x(mark.end), start + 2 * half)
        return start - half, start + half

    def _paint_below(self, painter: QPainter, plan: Plan) -> None:
        high = self._look.px(12)
        for mark, lane in zip(self._below, self._lanes(plan), strict=True):
            left, right = self._below_span(mark, plan)
            area = QRectF(left, plan.base + 6 + lane * high, right - left, high - 2)
            self._spots.append((area, mark.text))
            self._paint_sign(painter, mark.kind, area)

    def _paint_sign(self, painter: QPainter, kind: str, area: QRectF) -> None:
        """A drop, a pill, a bar or an open square: shape and colour together."""
        role = "hydration" if kind == "drink" else kind
        color = self._look.color(role)
        if kind == "drink":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPath(_drop(area.adjusted(1, 0, -1, 0)))
        elif kind == "treatment":
            box(painter, area, line=color, radius=2, width=2)
        else:
            flat = area.adjusted(0, 1, 0, -1)
            radius = flat.height() / 2 if kind == "stretch" else 1
            box(painter, flat, fill=color, radius=radius)


def _label_spots(shape: QRectF, words: str, metrics: QFontMetrics, kind: str) -> list[QRectF]:
    """Where a number may stand: over a block; beside a dot, or over it."""
    wide, high = metrics.horizontalAdvance(words) + 2, metrics.height()
    middle = shape.center()
    above = QRectF(middle.x() - wide / 2, shape.top() - high, wide, high)
    right = QRectF(shape.right() + 4, middle.y() - high / 2 - 2, wide, high)
    left = QRectF(shape.left() - 4 - wide, middle.y() - high / 2 - 2, wide, high)
    if kind == "spasm":
        return [above, above.translated(0, -high), right, left]
    return [right, left, above]


def _drop(area: QRectF) -> QPainterPath:
    """A drop of water that fills `area`."""
    middle, low = area.center().x(), area.bottom()
    radius = area.width() / 2
    path = QPainterPath(QPointF(middle, area.top()))
    path.cubicTo(middle, area.top(), area.right(), low - radius * 2, area.right(), low - radius)
    path.arcTo(QRectF(area.left(), low - 2 * radius, 2 * radius, 2 * radius), 0, -180)
    path.cubicTo(area.left(), low - radius * 2, middle, area.top(), middle, area.top())
    return path


def _flags(side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    return side | Qt.AlignmentFlag.AlignVCenter


def _twelve_hours() -> bool:
    return "a" in QLocale().timeFormat(QLocale.FormatType.ShortFormat).lower()


def _hour(minute: int) -> str:
    """The hour below the axis: "06", or "6 am" where the locale counts to twelve."""
    at = QTime(minute // HOUR % 24, 0)
    return QLocale().toString(at, "h ap" if _twelve_hours() else "HH")


def _clock(minute: int) -> str:
    at = QTime(minute // HOUR % 24, minute % HOUR)
    return QLocale().toString(at, "h:mm ap" if _twelve_hours() else "HH:mm")
