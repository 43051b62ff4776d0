"""The small forms behind "...": another stretch, another walk, another treatment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from spasmlog.domain.scales import Intensity
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.commands import (
    Command,
    LogActivity,
    LogStretch,
)
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.form_card import FieldGrid, FormCard
from spasmlog.ui.inputs import LabelledField, Segmented, Stepper
from spasmlog.ui.look import Look
from spasmlog.ui.time_fields import TimeField
from spasmlog.views import names
from spasmlog.views.amounts import sentence

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment
    from spasmlog.views.quick_cards import QuickView

_LINE = "typed"


class WhenField(QWidget):
    """Now, or a time that is typed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.kind = Segmented(look, ((False, _("Now")), (True, _("Earlier"))), _("When"))
        self.time = TimeField(look, _("When"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kind)
        row.addWidget(self.time)
        row.addStretch(1)
        self.setFocusProxy(self.kind)
        self.kind.changed.connect(lambda _value: self._show())
        self.clear()

    def value(self) -> datetime | None:
        """None for now."""
        return self.time.value() if self.kind.value() else None

    def start_from(self, clock: datetime) -> None:
        """What "Earlier" begins with."""
        if not self.kind.value():
            self.time.set_value(clock)

    def clear(self) -> None:
        """Back to now."""
        self.kind.set_value(False)
        self._show()

    def _show(self) -> None:
        self.time.setVisible(bool(self.kind.value()))


class QuickForm(FormCard):
    """One of the three: it opens in place, and keeps what is typed when it is folded."""

    def __init__(self, look: Look, title: str, save_text: str) -> None:
        super().__init__(look, title, save_text=save_text, role="raised")
        self.when = WhenField(look)
        self._now: Moment | None = None

    def show_view(self, view: QuickView) -> None:
        """What there is to choose from now."""
        self._now = view.now
        self.when.start_from(view.clock)

    def begin(self) -> None:
        """Put the keyboard where the form begins."""

    @property
    def typed(self) -> object:
        lines = [each.text().strip() for each in self.findChildren(QLineEdit, _LINE)]
        numbers = [each.value() for each in self.findChildren(Stepper)]
        return tuple(each for each in (*lines, *numbers, self.when.value()) if each)

    def clear(self) -> None:
        self.when.clear()
        self.closed.emit()

    def _began(self, minutes: int) -> Moment | datetime | None:
        """The time that was typed, or what makes it end now."""
        from spasmlog.views.quick_cards import just_ended

        typed = self.when.value()
        return typed if typed or self._now is None else just_ended(self._now, minutes * 60)

    def _line(self, name: str, hint: str = "") -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setObjectName(_LINE)
        return line

    def _minutes(self, field: Stepper) -> int:
        minutes = field.whole()
        if minutes is None:
            raise InvalidEntry(_("How many minutes was it?"))
        return minutes


class StretchForm(QuickForm):
    """Stretching with its muscle group and routine, as far as they are told."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Stretching"), _("Save stretching"))
        self.minutes = Stepper(look, _("Minutes"), 0, 1440, 1)
        self.group = self._line(_("Muscle group"), _("hamstrings"))
        self.routine = self._line(_("Routine"), _("knees to chest"))
        fields = (
            LabelledField(look, _("Minutes"), self.minutes),
            LabelledField(look, _("Muscle group, if you like"), self.group),
            LabelledField(look, _("Routine, if you like"), self.routine),
        )
        self.body.addWidget(FieldGrid(look, fields, least=150, most=2))
        self.body.addWidget(LabelledField(look, _("When"), self.when))
        self.add_foot()

    def begin(self) -> None:
        self.minutes.setFocus(Qt.FocusReason.TabFocusReason)

    def commands(self) -> Iterable[Command]:
        minutes = self._minutes(self.minutes)
        yield LogStretch(
            seconds=minutes * 60,
            group=self.group.text().strip() or None,
            routine=self.routine.text().strip(),
            at=self._began(minutes),
        )

    def clear(self) -> None:
        self.minutes.set_value(None)
        self.group.clear()
        self.routine.clear()
        super().clear()


class WalkForm(QuickForm):
    """Any activity, with its length and how hard it was."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Activity"), _("Save activity"))
        self.kinds = ChipRow(look, _("Activity"))
        self.kinds.offer([("walk", names.activity("walk"))])
        self.kinds.choose(["walk"])
        self.other = self._line(_("Another activity"), _("or another"))
        self.minutes = Stepper(look, _("Minutes"), 0, 1440, 5)
        self.intensity = Segmented(
            look, [(each, sentence(names.intensity(each))) for each in Intensity], _("How hard")
        )
        self.intensity.set_value(Intensity.MODERATE)
        for text, field in (
            (_("What"), self.kinds),
            (_("Another activity"), self.other),
            (_("Minutes"), self.minutes),
            (_("How hard"), self.intensity),
            (_("When"), self.when),
        ):
            self.body.addWidget(LabelledField(look, text, field))
        self.add_foot()

    def show_view(self, view: QuickView) -> None:
        super().show_view(view)
        self.kinds.offer(view.activities)

    def begin(self) -> None:
        self.minutes.setFocus(Qt.FocusReason.TabFocusReason)

    def commands(self) -> Iterable[Command]:
        kind = self.other.text().strip() or self.kinds.value()
        if kind is None:
            raise InvalidEntry(_("Which activity was it?"))
        minutes = self._minutes(self.minutes)
        yield LogActivity(
            kind=str(kind),
            minutes=minutes,
            intensity=cast(Intensity, self.intensity.value()),
            at=self._began(minutes),
        )

    def clear(self) -> None:
        self.other.clear()
        self.minutes.set_value(None)
        super().clear()
