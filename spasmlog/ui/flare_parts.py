"""What flare mode is made of: words and large buttons that write as large as they have room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from spasmlog.ui.buttons import ink_and_ground
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look

FLOOR = 16
"""Nothing is written smaller, in pixels of the screen."""
RADIUS, PAD, ICON = 14, 24, 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_BROKEN = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Some words, how large and how heavy they are by design, and in the colour of which role."""

    text: str
    px: int
    weight: int = 600
    role: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A line in the size that there is room for, as high as it then is."""

    line: Line
    font: QFont
    high: int


def fitted(
    look: Look, lines: Sequence[Line], wide: int, high: int, grown: float = 1.0
) -> tuple[Fitted, ...]:
    """The lines below one another, as large as they all fit; down to what must be readable.

    `grown` is how much larger than by design they may be in a large window.
    What finds no room then is left out from the end, and the last of all is cut.
    """
    shown = [each for each in lines if each.text]
    while shown:
        smallest = 0 if len(shown) == 1 else 40
        for step in range(100, smallest, -5):
            found = tuple(_sized(look, each, step * grown, wide) for each in shown)
            if _fit(found, wide, high):
                return found
            if all(each.font.pixelSize() == FLOOR for each in found):
                break
        if len(shown) == 1:
            return (_cut(_sized(look, shown[0], 0, wide), wide, high),)
        shown.pop()
    return ()


def _sized(look: Look, line: Line, percent: float, wide: int) -> Fitted:
    font = QFont(look.font(14, line.weight))
    font.setPixelSize(max(int(look.px(line.px) * percent / 100), FLOOR))
    around = QFontMetrics(font).boundingRect(0, 0, wide, 10_000, _BROKEN.value, line.text)
    return Fitted(line=line, font=font, high=around.height())


def _fit(found: Sequence[Fitted], wide: int, high: int) -> bool:
    return sum(each.high for each in found) <= high and all(_unbroken(f, wide) for f in found)


def _unbroken(found: Fitted, wide: int) -> bool:
    metrics = QFontMetrics(found.font)
    return all(metrics.horizontalAdvance(word) <= wide for word in found.line.text.split(" "))


def _cut(found: Fitted, wide: int, high: int) -> Fitted:
    """What is longest of the text that fits; a screen reader has it whole."""
    metrics, line = QFontMetrics(found.font), found.line
    rows = max(high // metrics.lineSpacing(), 1)
    room = wide if rows == 1 else round(wide * rows * 0.8)
    text = metrics.elidedText(line.text, Qt.TextElideMode.ElideRight, room)
    kept = Line(text=text, px=line.px, weight=line.weight, role=line.role)
    return Fitted(line=kept, font=found.font, high=min(rows * metrics.lineSpacing(), high))


def draw(
    painter: QPainter, look: Look, found: Sequence[Fitted], area: QRectF, align: Qt.AlignmentFlag
) -> None:
    """The lines, in the middle of the height."""
    top = area.top() + (area.height() - sum(each.high for each in found)) / 2
    for each in found:
        painter.setFont(each.font)
        painter.setPen(look.color(each.line.role))
        spot = QRectF(area.left(), top, area.width(), each.high + 2)
        painter.drawText(spot, align.value | _BROKEN.value, each.line.text)
        top += each.high


class Lines(QWidget):
    """Words that are not to be pressed: heading, facts, and what was saved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[Line, ...] = ()
        self.grown = 1.0
        look.follow(self)

    def show_lines(self, *lines: Line) -> None:
        """Show these below one another."""
        self._lines = tuple(each for each in lines if each.text)
        self.setAccessibleName(" ".join(each.text for each in self._lines))
        self.update()

    @property
    def shown(self) -> tuple[Fitted, ...]:
        """What there is room for."""
        return fitted(self._look, self._lines, self.width(), self.height(), self.grown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        draw(painter, self._look, self.shown, QRectF(self.rect()), _START)
        painter.end()


class BigButton(QAbstractButton):
    """An icon, a text, and a quiet line below it; a key that is held down presses once."""

    def __init__(self, look: Look, icon: str = "", *, kind: str = "normal") -> None:
        super().__init__()
        self._look, self._kind = look, kind
        self._icon, self._icon_role = icon, ""
        self._detail, self._centred = "", False
        self._px, self._role = 20, ""
        self._hovered = False
        self.grown = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.follow(self)

    def set_style(self, px: int, *, centred: bool, role: str = "", icon_role: str = "") -> None:
        """How large its words are by design, where they stand, and their colours."""
        self._px, self._centred, self._role, self._icon_role = px, centred, role, icon_role
        self.update()

    def show_words(self, text: str, detail: str = "", icon: str | None = None) -> None:
        """Say this."""
        self._detail = detail
        self._icon = self._icon if icon is None else icon
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(", ".join(filter(None, (text, detail))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(64, 64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def _drawn(self, ink: str) -> tuple[Fitted, ...]:
        """The words as large as they fit beside the icon."""
        quiet = "text-quiet" if ink == "text" else ink
        role = self._role if self._role and self.isEnabled() else ink
        lines = (
            Line(text=self.text().replace("&&", "&"), px=self._px, role=role),
            Line(text=self._detail, px=FLOOR, weight=400, role=quiet),
        )
        wide = self.width() - 2 * self._pad() - self._icon_room()
        return fitted(self._look, lines, wide, self.height() - 12, self.grown)

    @property
    def shown(self) -> tuple[Fitted, ...]:
        """What there is room for."""
        return self._drawn("text")

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = self._look, QRectF(self.rect())
        ground, line, ink, dashed = ink_and_ground(self, look, self._kind, self._hovered)
        painter, width = painter_on(self), look.theme.border
        box(painter, area, fill=ground, line=line, radius=RADIUS, width=width, dashed=dashed)
        found = self._drawn(ink)
        room = self._icon_room()
        words = area.adjusted(self._pad(), 0, -self._pad(), 0)
        if self._centred:
            beside = words.width() - room
            spare = beside - max((_wide(each, int(beside)) for each in found), default=0)
            words.adjust(spare / 2, 0, -spare / 2, 0)
        if room:
            self._paint_icon(painter, words, self._icon_role if self.isEnabled() else ink, ink)
            words.adjust(0 if self.isRightToLeft() else room, 0, -room * self.isRightToLeft(), 0)
        align = Qt.AlignmentFlag.AlignCenter if self._centred else _START
        draw(painter, look, found, words, align)
        painter.end()

    def _paint_icon(self, painter: QPainter, words: QRectF, role: str, ink: str) -> None:
        side = self._look.px(self._icon_side())
        left = words.right() - side if self.isRightToLeft() else words.left()
        drawn = pixmap(
            self._icon, self._look, role or ink, self._icon_side(), self.devicePixelRatioF()
        )
        painter.drawPixmap(round(left), round((self.height() - side) / 2), drawn)

    def _pad(self) -> int:
        return PAD if self.width() >= 240 else 10

    def _icon_room(self) -> int:
        """None where the words need it all."""
        if not self._icon or self.width() < self._look.px(120):
            return 0
        return self._look.px(self._icon_side()) + 18

    def _icon_side(self) -> int:
        return round(ICON * self.grown)


def _wide(found: Fitted, room: int) -> float:
    metrics = QFontMetrics(found.font)
    around = metrics.boundingRect(0, 0, room, 10_000, _BROKEN.value, found.line.text)
    return float(around.width())
