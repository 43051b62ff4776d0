"""A number with minus and plus beside it, which may also not be answered."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDoubleSpinBox,
    QSizePolicy,
    QWidget,
)

from spasmlog.i18n import _
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look

BLANK = "–"
SIDE = 33


class _Box(QDoubleSpinBox):
    """The number. One step below the smallest is "not answered", shown as a dash."""

    passed = Signal(bool)
    """Whether more was typed than there may be, and is left out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = parent
        self.setProperty("role", "stepper")
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().textChanged.connect(lambda _text: self.passed.emit(False))

    @property
    def blank(self) -> bool:
        return self.value() == self.minimum()

    def ring_area(self) -> QRectF:
        """The focus ring goes around the whole stepper."""
        return QRectF(self._whole.rect().translated(-self.pos()))

    def textFromValue(self, value: float) -> str:  # noqa: N802  # Qt's own name
        if value == self.minimum():
            return BLANK
        return QLocale().toString(value, "f", self.decimals())

    def valueFromText(self, text: str) -> float:  # noqa: N802  # Qt's own name
        typed = text.removesuffix(self.suffix()).strip(f" {BLANK}")
        number, readable = QLocale().toDouble(typed)
        return number if readable else self.minimum()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        typed = text.removesuffix(self.suffix()).strip(f" {BLANK}")
        if not typed:
            return QValidator.State.Acceptable, text, pos
        number, readable = QLocale().toDouble(typed)
        floor = self.minimum() + self.singleStep()
        if readable and floor <= number <= self.maximum():
            return QValidator.State.Acceptable, text, pos
        if readable and number > self.maximum():
            self.passed.emit(True)
        half_way = readable and 0 <= number <= self.maximum()
        state = QValidator.State.Intermediate if half_way else QValidator.State.Invalid
        return state, text, pos

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Step(QAbstractButton):
    """Minus or plus: repeats while it is held, and leaves the keyboard to the number."""

    def __init__(self, look: Look, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self.setAccessibleName(name)
        self.setAutoRepeat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        if self.isDown() or self.underMouse():
            ground = look.color("sunken" if self.isDown() else "accent-soft")
            box(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), fill=ground, radius=6)
        side = look.px(16)
        role = "text" if self.isEnabled() else "text-quiet"
        drawn = pixmap(self._icon, look, role, 16, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, drawn)
        painter.end()


class Stepper(QWidget):
    """A number between two bounds. Digits can be typed; emptied, it is not answered."""

    changed = Signal(object)
    beyond = Signal(str)
    """More was typed than there may be, which is left out: how much may be; empty: no more so."""

    def __init__(
        self,
        look: Look,
        name: str,
        minimum: float,
        maximum: float,
        step: float = 1,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._less = _Step(look, "minus", _("{name}, less").format(name=name), self)
        self._box = _Box(self)
        self._more = _Step(look, "plus", _("{name}, more").format(name=name), self)
        self._set_bounds(minimum, maximum, step)
        self._box.setSuffix(f" {suffix}" if suffix else "")
        self.setAccessibleName(name)
        self._box.setAccessibleName(name)
        self.setFocusProxy(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._less.clicked.connect(self._box.stepDown)
        self._more.clicked.connect(self._box.stepUp)
        self.limit_passed = ""
        self.set_value(None)
        self._box.passed.connect(self._tell_limit)
        self._box.valueChanged.connect(lambda _value: self.changed.emit(self.value()))
        look.follow(self)

    def value(self) -> float | None:
        """The number, or None when it was not answered."""
        return None if self._box.blank else self._box.value()

    def whole(self) -> int | None:
        """The number without decimals, or None when it was not answered."""
        value = self.value()
        return None if value is None else round(value)

    def set_value(self, value: float | None) -> None:
        """Show this number, or a dash for None, without a `changed`."""
        self._box.blockSignals(True)
        self._box.setValue(self._box.minimum() if value is None else value)
        self._box.blockSignals(False)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(14, 600))
        longest = self._box.textFromValue(self._box.maximum()) + self._box.suffix()
        middle = max(words.horizontalAdvance(longest) + 18, self._look.px(43))
        return QSize(2 * self._look.px(SIDE) + middle, max(self._look.px(32), words.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        side, high = self._look.px(SIDE), self.height()
        first, last = self._less, self._more
        if self.isRightToLeft():
            first, last = last, first
        first.setGeometry(0, 0, side, high)
        last.setGeometry(self.width() - side, 0, side, high)
        self._box.setGeometry(side + 1, 1, self.width() - 2 * side - 2, high - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        area, side = QRectF(self.rect()), look.px(SIDE)
        line = look.color("line-strong")
        fill = look.color("raised" if self.isEnabled() else "sunken")
        box(painter, area, fill=fill, line=line, width=look.theme.border)
        painter.setPen(look.color("line"))
        for at in (side, self.width() - side):
            painter.drawLine(at, 1, at, self.height() - 2)
        painter.end()

    def _tell_limit(self, passed: bool) -> None:
        most = self._box.textFromValue(self._box.maximum()) + self._box.suffix()
        text = _("At most {most}. Type it again.").format(most=most) if passed else ""
        if text != self.limit_passed:
            self.limit_passed = text
            self.beyond.emit(text)

    def _set_bounds(self, minimum: float, maximum: float, step: float) -> None:
        self._box.setDecimals(0 if float(step).is_integer() else 1)
        self._box.setRange(minimum - step, maximum)
        self._box.setSingleStep(step)
