"""A clock time and a day, typed; the wheel turns them only while they have the focus."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QSizePolicy, QWidget

from spasmlog.ui.look import Look

PAD = 8


class _WhenField(QDateTimeEdit):
    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        # The style sheet's padding does not reach the line inside.
        self.lineEdit().setTextMargins(PAD, 0, PAD, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Not by the wheel: scrolling past it must neither take the keyboard nor turn it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        """Be as wide as the longest text."""
        longest = "28 May 2888" if "y" in self.displayFormat() else "28:88 PM"
        words = self.fontMetrics().horizontalAdvance(longest)
        self.setMinimumWidth(words + 2 * PAD + 14)


class ClockField(_WhenField):
    """A time of day: `time()` and `setTime()`, as the locale writes it."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        short = QLocale().timeFormat(QLocale.FormatType.ShortFormat).lower()
        self.setDisplayFormat("h:mm AP" if "a" in short else "HH:mm")
        self._fit()


class DayField(_WhenField):
    """A day: `date()` and `setDate()`, its month in letters so that no order is mistaken."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self.setDisplayFormat("d MMM yyyy")
        self._fit()
