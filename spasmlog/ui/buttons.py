"""Buttons and chips, painted from the look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from spasmlog.ui.drawings import box, mixed, painter_on
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look

GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The measures of one size of button, in design pixels."""

    high: int
    pad: int
    icon: int
    font: int
    weight: int
    radius: int = 8


SIZES = {
    "normal": Shape(high=32, pad=12, icon=16, font=14, weight=500),
    "roomy": Shape(high=44, pad=14, icon=18, font=14, weight=500),
    "primary": Shape(high=52, pad=26, icon=20, font=16, weight=600),
}


# The colours of one state: ground and line (None is not drawn), the role of the ink, dashed or not.
Paint = tuple[QColor | None, QColor | None, str, bool]


def ink_and_ground(button: QAbstractButton, look: Look, kind: str, hovered: bool) -> Paint:
    """What a button of this kind looks like in the state that it is in."""
    color, down = look.color, button.isDown()
    if not button.isEnabled():
        return None, None if kind == "flat" else color("line-strong"), "text-quiet", True
    if kind == "primary":
        hover = mixed(color("accent"), color("accent-hover"), 0.6) if hovered else color("accent")
        return color("accent-hover") if down else hover, None, "accent-text", False
    if kind == "toast":
        share = 0.25 if down else 0.12 if hovered else 0
        return mixed(color("text"), color("paper"), share), color("paper"), "paper", False
    ink = {"flat": "accent", "danger": "emergency"}.get(kind, "text")
    ground = None if kind == "flat" else color("raised")
    if button.isChecked():
        ink, ground = "accent", color("accent-soft")
    elif down:
        ground = color("sunken")
    elif hovered:
        ground = mixed(color("raised"), color("accent-soft"), 0.6)
    line = {"flat": None, "danger": color("emergency")}.get(kind, color("line-strong"))
    return ground, line, ink, False


class Button(QPushButton):
    """A button with an icon, one line or two of text, and a quiet hint such as its shortcut.

    `text` is plain: an "&" in it is an "&". A button without text needs `name`.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        kind: str = "normal",
        size: str = "normal",
        icon: str | None = None,
        *,
        hint: str = "",
        name: str = "",
        role: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._shape = look, kind, SIZES[size]
        self._icon, self._hint, self._icon_role = icon, hint, role
        self._hovered = False
        self._heaviest = max(self._shape.weight, 600 if kind == "primary" else 0)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        # Enter presses the button that has the focus, as Space does, also outside of dialogs.
        self.setAutoDefault(True)
        self.set_text(text)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        look.follow(self)

    def set_text(self, text: str) -> None:
        """Show other words, taken as they are."""
        self.setText(text.replace("&", "&&"))
        self._lines = text.split("\n") if text else []
        self.setAccessibleName(text.replace("\n", ", "))
        self._tell_hint()

    def set_hint(self, hint: str) -> None:
        """Show another quiet word at the end."""
        self._hint = hint
        self._tell_hint()
        self.updateGeometry()
        self.update()

    def _tell_hint(self) -> None:
        """Its key stands in its tip as well, where larger text leaves no room for the hint."""
        if self._hint:
            self.setToolTip(f"{self.accessibleName()} ({self._hint})")

    def set_icon(self, icon: str | None, role: str | None = None) -> None:
        """Show another icon, in the colour of a role or else of the text."""
        self._icon, self._icon_role = icon, role
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Turn into another kind of button."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        shape, look = self._shape, self._look
        words = QFontMetrics(look.font(shape.font, self._heaviest))
        high = max(look.px(shape.high), len(self._lines) * words.lineSpacing() + 10)
        if not self._lines:
            return QSize(high, high)
        pad = shape.pad if len(self._lines) == 1 else GAP
        wide = max(words.horizontalAdvance(line) for line in self._lines) + 2 * pad
        if self._icon:
            wide += look.px(shape.icon) + GAP
        if self._hint:
            wide += QFontMetrics(look.font(12)).horizontalAdvance(self._hint) + GAP
        return QSize(wide + 2, high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, line, ink, dashed = ink_and_ground(self, self._look, self._kind, self._hovered)
        painter = painter_on(self)
        if ground is not None or line is not None:
            box(
                painter,
                QRectF(self.rect()),
                fill=ground,
                line=line,
                radius=self._shape.radius,
                width=self._look.theme.border,
                dashed=dashed,
            )
        self._paint_content(painter, ink)
        painter.end()

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        """Icon, words and hint, together in the middle, from the reading side."""
        look, shape = self._look, self._shape
        words, quiet = look.font(shape.font, self._heaviest), look.font(12)
        parts: list[float] = []
        if self._icon:
            parts.append(look.px(shape.icon))
        if self._lines:
            metrics = QFontMetrics(words)
            parts.append(max(metrics.horizontalAdvance(line) for line in self._lines))
        if self._hint:
            parts.append(QFontMetrics(quiet).horizontalAdvance(self._hint))
        left = (self.width() - sum(parts) - GAP * (len(parts) - 1)) / 2
        spots = iter(_spots(parts, left, self.width(), self.isRightToLeft()))
        if self._icon:
            role = self._icon_role if self._icon_role and self.isEnabled() else ink
            drawn = pixmap(self._icon, look, role, shape.icon, self.devicePixelRatioF())
            start, _wide = next(spots)
            painter.drawPixmap(QPointF(start, (self.height() - look.px(shape.icon)) / 2), drawn)
        if self._lines:
            self._paint_lines(painter, next(spots), ink)
        if self._hint:
            start, wide = next(spots)
            painter.setFont(quiet)
            painter.setPen(look.color("text-quiet" if ink == "text" else ink))
            spot = QRectF(start, 0, wide + 2, self.height())
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, self._hint)

    def _paint_lines(self, painter: QPainter, spot: tuple[float, float], ink: str) -> None:
        font = self._look.font(self._shape.font, self._heaviest)
        painter.setFont(font)
        painter.setPen(self._look.color(ink))
        step = QFontMetrics(font).lineSpacing()
        top = (self.height() - step * len(self._lines)) / 2
        for row, line in enumerate(self._lines):
            area = QRectF(spot[0] - 2, top + row * step, spot[1] + 4, step)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, line)


def _spots(
    parts: list[float], left: float, width: float, mirrored: bool
) -> list[tuple[float, float]]:
    """Where parts of these widths begin, set one after another from `left`."""
    spots = []
    for wide in parts:
        spots.append((width - left - wide if mirrored else left, wide))
        left += wide + GAP
    return spots


class Chip(Button):
    """A small piece of what was read or may be chosen; a dashed border asks a question."""

    def __init__(
        self,
        text: str,
        look: Look,
        icon: str | None = None,
        *,
        question: bool = False,
        role: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, look, icon=icon, role=role, parent=parent)
        self._question = question
        self._shape = Shape(high=28, pad=10, icon=16, font=14, weight=500, radius=14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        ground, line, ink, dashed = ink_and_ground(self, look, self._kind, self._hovered)
        painter = painter_on(self)
        area = QRectF(self.rect())
        box(
            painter,
            area,
            fill=ground,
            line=line,
            radius=area.height() / 2,
            width=look.theme.border,
            dashed=self._question or dashed,
        )
        self._paint_content(painter, ink)
        painter.end()
