"""The body as it is drawn: back and front, each place with its pain; pressed, or walked through."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from spasmlog.charts.body_outline import HIGH, WIDE
from spasmlog.charts.words_body import part_name
from spasmlog.domain.scales import Nrs
from spasmlog.i18n import _, sentence
from spasmlog.ui.body_paths import body_parts, hit, neighbour
from spasmlog.ui.body_picture import BodyPicture
from spasmlog.ui.drawings import painter_on
from spasmlog.ui.look import Look

REACH = 6
"""How far beside a place a press still means it, in pixels."""
LEAST_WIDE, MOST_WIDE = 204, 260
_USUAL = "back-lower-left"
"""Where Tab comes in first."""
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NUMBERS = {**{str(n): Nrs(n) for n in range(10)}, "t": Nrs(10)}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Some keyboards have their digits behind Shift."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PartTile(QAbstractButton):
    """One place as the keyboard and a screen reader meet it; the figure draws it and is pressed."""

    def __init__(self, part: str, figure: BodyFigure) -> None:
        super().__init__(figure)
        self.part, self._figure = part, figure
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.say(None)

    def say(self, pain: Nrs | None) -> None:
        """ "Lower back, left: 7" """
        said = _("not marked") if pain is None else str(pain)
        name = _("{place}: {pain}").format(place=sentence(part_name(self.part)), pain=said)
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif not self._figure.take_key(self.part, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._figure.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._figure.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: places overlap as rectangles, so the figure draws all of them at once."""


class BodyFigure(QWidget):
    """Shows the numbers it is told, and says what is wanted; one stop for Tab.

    The body is never mirrored: left and right are words on it.
    """

    chosen = Signal(str)
    """A place that a number is wanted for."""
    rated = Signal(str, object)
    """A place and its number, or None to clear it."""
    numbers_wanted = Signal()
    """Enter on a place: the keyboard wants to go where the numbers stand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._picture = look, BodyPicture(look)
        self._value: Mapping[str, Nrs] = {}
        self._chosen: str | None = None
        self._hovered: str | None = None
        self.setAccessibleName(_("Body map"))
        self.setMouseTracking(True)
        self.tiles = {part: self._tile(part) for part in body_parts()}
        self._stop_at(_USUAL)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.follow(self)

    def show_value(self, value: Mapping[str, Nrs], chosen: str | None) -> None:
        """Show these numbers, and which place is chosen."""
        self._value, self._chosen = value, chosen
        for part, tile in self.tiles.items():
            tile.say(value.get(part))
        if chosen is not None:
            self._stop_at(chosen)
        self.update()

    def go_to(self, part: str) -> None:
        """Take the keyboard to a place."""
        self._stop_at(part)
        self.tiles[part].setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, part: str, event: QKeyEvent) -> bool:
        """Arrows move, numbers rate, Del clears; true when the key was used up."""
        if event.modifiers() & ~_HARMLESS:
            return False
        key, number = Qt.Key(event.key()), _NUMBERS.get(event.text().lower())
        if key in _STEPS:
            self._move_to(neighbour(part, *_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(tuple(self.tiles)[0 if key == Qt.Key.Key_Home else -1])
        elif number is not None:
            self.rated.emit(part, number)
        elif key in _CLEARING:
            self.rated.emit(part, None)
        else:
            return False
        return True

    def part_at(self, spot: QPointF) -> str | None:
        """The place that a press at this point means."""
        return hit(spot / self.scale, REACH / self.scale)

    def spot_of(self, part: str) -> QPointF:
        """The middle of a place, where its number stands."""
        return body_parts()[part].middle * self.scale

    @property
    def scale(self) -> float:
        """Pixels for each unit of the drawing."""
        return max(self.width(), 1) / WIDE

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * HIGH / WIDE)

    def sizeHint(self) -> QSize:
        wide = self._look.px(MOST_WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = self._look.px(LEAST_WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        for part, tile in self.tiles.items():
            box = body_parts()[part].path.boundingRect()
            corner, size = box.topLeft() * self.scale, box.size() * self.scale
            tile.setGeometry(QRectF(corner, size).toAlignedRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        focused = next((part for part, tile in self.tiles.items() if tile.hasFocus()), None)
        painter = painter_on(self)
        self._picture.paint(painter, self.scale, self._value)
        for part in {self._hovered, self._chosen, focused} - {None}:
            assert part is not None
            self._picture.outline(painter, self.scale, part, strong=part != self._hovered)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if part is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._stop_at(part)
        self.tiles[part].setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(part)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Taken, as the press was: nothing around is pressed by it."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _tile(self, part: str) -> PartTile:
        tile = PartTile(part, self)
        tile.clicked.connect(lambda: self._press(part))
        return tile

    def _press(self, part: str) -> None:
        """By the keyboard, or by what helps to read the screen."""
        self.chosen.emit(part)
        self.numbers_wanted.emit()

    def _move_to(self, part: str) -> None:
        self.go_to(part)
        self.chosen.emit(part)

    def _stop_at(self, part: str) -> None:
        """Let Tab reach this place, and no other."""
        held = self.focusProxy()
        if isinstance(held, PartTile):
            held.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.tiles[part].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.tiles[part])

    def _hover(self, part: str | None) -> None:
        if part != self._hovered:
            self._hovered = part
            self.setToolTip("" if part is None else sentence(part_name(part)))
            self.update()
