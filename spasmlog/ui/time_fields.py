"""A day and a clock time side by side, read as what the clock showed."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.inputs import ClockField, DayField
from spasmlog.ui.look import Look


class TimeField(QWidget):
    """`value()` is naive; whether it has passed, and whether it exists, the journal says."""

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DayField(look, _("{name}, day").format(name=name))
        self.clock = ClockField(look, _("{name}, time").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.clock)
        self.setAccessibleName(name)
        self.day.dateChanged.connect(lambda _day: self.changed.emit())
        self.clock.timeChanged.connect(lambda _time: self.changed.emit())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever leads here means the time. Not by a proxy: Tab would never stop at the day."""
        super().focusInEvent(event)
        self.clock.setFocus(event.reason())

    def value(self) -> datetime:
        """What was typed, to the minute."""
        day, at = self.day.date(), self.clock.time()
        return datetime.combine(
            date(day.year(), day.month(), day.day()), time(at.hour(), at.minute())
        )

    def set_value(self, value: datetime) -> None:
        """Show this day and time."""
        self.day.setDate(QDate(value.year, value.month, value.day))
        self.clock.setTime(QTime(value.hour, value.minute))
