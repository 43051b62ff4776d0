"""Pain with minus and plus, its number on the colour of the ramp."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from spasmlog.ui.drawings import painter_on
from spasmlog.ui.look import Look
from spasmlog.ui.stepper import SIDE, Stepper


class PainStepper(Stepper):
    """A pain of 0 to 10, or not typed."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, 0, 10, parent=parent)
        self.changed.connect(self._tint)
        look.changed.connect(self._tint)

    def set_value(self, value: float | None) -> None:
        """Show this number, or a dash for None, without a `changed`."""
        super().set_value(value)
        self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        level = self.whole()
        if level is None:
            return
        look, painter = self._look, painter_on(self)
        side, border = look.px(SIDE), look.theme.border
        middle = QRectF(side, border, self.width() - 2 * side, self.height() - 2 * border)
        painter.fillRect(middle, look.color(f"pain-{level}"))
        painter.end()

    def _tint(self) -> None:
        """The ink that is readable on the colour; the application's sheet knows only one."""
        level = self.whole()
        role = "text" if level is None else f"pain-text-{level}"
        self._box.setStyleSheet(f"color: {self._look.theme.role(role)}")
        self.update()
