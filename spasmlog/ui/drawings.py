"""Small painted things that several widgets share: boxes, rings, hatches, tiles, glasses."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.i18n import _, ngettext
from spasmlog.ui.look import Look

CENTER = Qt.AlignmentFlag.AlignCenter


def painter_on(widget: QWidget) -> QPainter:
    """A smooth painter for a paint event; `end()` it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """`a` with a share (0 to 1) of `b` in it."""
    rest = 1 - share
    return QColor(
        round(a.red() * rest + b.red() * share),
        round(a.green() * rest + b.green() * share),
        round(a.blue() * rest + b.blue() * share),
    )


def box(
    painter: QPainter,
    area: QRectF,
    *,
    fill: QColor | QBrush | None = None,
    line: QColor | None = None,
    radius: float = 8,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box whose outline lies wholly inside `area`, so that 1 px stays crisp."""
    pen = QPen(Qt.PenStyle.NoPen)
    if line is not None:
        pen = QPen(line, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    if dashed:
        pen.setDashPattern([3, 2])
    inset = width / 2 if line is not None else 0
    painter.setPen(pen)
    # Handed over as it is: to make a QBrush here costs the first paint 3 ms of enumerations.
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    inner = area.adjusted(inset, inset, -inset, -inset)
    corner = max(radius - inset, 0)
    painter.drawRoundedRect(inner, corner, corner)


def ring(
    painter: QPainter, around: QRectF, color: QColor, radius: float = 8, gap: float = 2
) -> None:
    """A 2 px ring with a gap around a control: chosen, or in focus."""
    room = gap + 2
    outer = around.adjusted(-room, -room, room, room)
    box(painter, outer, line=color, radius=radius + room, width=2)


def hatch(look: Look, gap: int = 7, dpr: float = 1.0) -> QBrush:
    """Diagonal lines for what is not known."""
    side = 2 * gap
    picture = QPixmap(round(side * dpr), round(side * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("hatch"), 1))
    for start in range(-side, side + 1, gap):
        painter.drawLine(QPointF(start - 1, side + 1), QPointF(start + side + 1, -1))
    painter.end()
    return QBrush(picture)


def pain_tile(painter: QPainter, look: Look, area: QRectF, level: int, radius: float = 8) -> None:
    """A box in the ramp's colour with its number, in the painter's font."""
    box(
        painter,
        area,
        fill=look.color(f"pain-{level}"),
        line=look.color("ramp-line"),
        radius=radius,
        width=look.theme.border,
    )
    painter.setPen(look.color(f"pain-text-{level}"))
    painter.drawText(area, CENTER, str(level))


class LevelTile(QWidget):
    """The big number of a running spasm, or a dash while it has none."""

    def __init__(self, look: Look, parent: QWidget | None = None, side: int = 64) -> None:
        super().__init__(parent)
        self._look, self._side = look, side
        self._value: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.follow(self)
        self.set_value(None)

    def set_value(self, value: int | None) -> None:
        """Show a pain of 0 to 10, or that none was typed."""
        self._value = value
        known = _("Pain {n} of 10").format(n=value)
        self.setAccessibleName(_("Pain not typed") if value is None else known)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setFont(self._look.font(round(self._side * 0.45), 600))
        area = QRectF(self.rect())
        if self._value is None:
            line = self._look.color("line-strong")
            box(painter, area, line=line, radius=12, dashed=True)
            painter.setPen(self._look.color("text-quiet"))
            painter.drawText(area, CENTER, "–")
        else:
            pain_tile(painter, self._look, area, self._value, radius=12)
        painter.end()


class Glasses(QWidget):
    """Glasses of water, filled and empty; above eight they stand closer, then in rows."""

    SHOWN = 8

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._count = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.follow(self)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show this many full glasses."""
        self._count = count
        self.setAccessibleName(ngettext("{n} glass of water", "{n} glasses of water", count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(28) * self.SHOWN, self._look.px(32) * self._rows())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(14) * self.SHOWN, self._look.px(32) * self._rows())

    def _rows(self) -> int:
        return -(-self._count // (2 * self.SHOWN)) or 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        drawn = max(self._count, self.SHOWN)
        in_row = -(-drawn // self._rows())
        step = min(self._look.px(28), self.width() / in_row)
        high = self._look.px(32)
        wide = min(self._look.px(20), step - 2)
        mirrored = self.isRightToLeft()
        for at in range(drawn):
            row, column = divmod(at, in_row)
            left = column * step + (step - wide) / 2
            left = self.width() - left - wide if mirrored else left
            area = QRectF(left, row * high + high * 0.06, wide, high * 0.88)
            self._glass(painter, area, full=at < self._count)
        painter.end()

    def _glass(self, painter: QPainter, area: QRectF, *, full: bool) -> None:
        color = self._look.color("hydration" if full else "line-strong")
        pen = QPen(color, 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_beaker(area.adjusted(1, 1, -1, -1), 0))
        if full:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPolygon(_beaker(area.adjusted(3, 3, -3, -3.5), 0.22))


def _beaker(area: QRectF, down: float) -> QPolygonF:
    """A tumbler, narrower at its foot, cut off `down` (0 to 1) below its rim."""
    foot = area.width() * 0.16
    slant = foot * down
    top = area.top() + area.height() * down
    corners = (
        (area.left() + slant, top),
        (area.right() - slant, top),
        (area.right() - foot, area.bottom()),
        (area.left() + foot, area.bottom()),
    )
    return QPolygonF([QPointF(x, y) for x, y in corners])
