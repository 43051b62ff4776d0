"""The settings of reminders, of the tray, and of what opens by itself during a spasm."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSystemTrayIcon

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.form_card import FieldGrid
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.settings_cards import FIELD, SettingCard
from spasmlog.ui.settings_fields import KeptChoice, ReadLine
from spasmlog.ui.switches import Switch

if TYPE_CHECKING:
    from spasmlog.errors import Refusal
    from spasmlog.views.settings import SettingsView

HasTray = Callable[[], bool]


class RemindersCard(SettingCard):
    """All off until somebody wants them."""

    tried = Signal()
    """A notification is to be shown, to see whether it arrives."""
    closed_asked = Signal(bool)
    """Whether the system is to start SpasmLog for reminders; `answer_closed` answers."""

    def __init__(
        self, look: Look, has_tray: HasTray = QSystemTrayIcon.isSystemTrayAvailable
    ) -> None:
        super().__init__(look, _("Reminders"))
        self._has_tray = has_tray
        self._make_switches(look)
        self._make_fields(look)
        self._lay_out(look)
        self._listen()

    def show_view(self, view: SettingsView) -> None:
        """Show what holds; for a closed window that is what is on the disk."""
        super().show_view(view)
        settings, texts = view.settings, view.reminders
        self.relief.setChecked(settings.remind_relief)
        self.evening.setChecked(settings.remind_evening)
        self.peg.setChecked(settings.remind_peg)
        self.peg.setEnabled(settings.weekly_peg)
        self.full.setChecked(settings.reminders_in_full)
        self.tray.setChecked(settings.stay_in_tray)
        self.closed.setChecked(texts.while_closed)
        self.closed.setEnabled(texts.can_while_closed)
        self.after.offer(texts.after)
        self.after.put(settings.relief_after_min)
        self.at.put(texts.evening_at)
        self.at.say(texts.evening_hint)
        self.quiet_from.put(texts.quiet_from)
        self.quiet_to.put(texts.quiet_to)
        self.quiet_to.say(texts.quiet_hint)
        self._told[self.closed].setText(texts.while_closed_hint)
        _say(self._told[self.peg], texts.peg_hint)
        self._show_tray()

    def answer_closed(self, refusal: Refusal | None) -> None:
        """What came of the last `closed_asked`; the next `show_view` shows what holds."""
        _say(self.problem, "" if refusal is None else str(refusal))

    def _make_switches(self, look: Look) -> None:
        self.relief = Switch(look, _("Ask how it is after a dose"))
        self.evening = Switch(look, _("Remind of the evening check-in"))
        self.peg = Switch(look, _("Say when the questions of PEG are due"))
        self.full = Switch(look, _("Say what it is about"))
        self.closed = Switch(look, _("Also while SpasmLog is closed"))
        self.tray = Switch(look, _("Stay in the tray when the window is closed"))
        neutral = _(
            "Off: a notification says only that a question waits, as others may see it on a "
            "locked screen. On: it names the question and the treatment."
        )
        self._told = {
            self.peg: label("", "quiet", wrap=True),
            self.full: label(neutral, "quiet", wrap=True),
            self.closed: label(" ", "quiet", wrap=True),
            self.tray: label("", "quiet", wrap=True),
        }
        self.problem = label("", "prompt", wrap=True)
        self.problem.hide()

    def _make_fields(self, look: Look) -> None:
        self.after = KeptChoice(look, _("How long after a dose"))
        self.at = HintedLine(look, _("Evening reminders at"))
        self.quiet_from = HintedLine(look, _("Quiet hours from"))
        self.quiet_to = HintedLine(look, _("Quiet hours until"))
        self.try_one = Button(_("Try one now"), look, "flat")

    def _lay_out(self, look: Look) -> None:
        times = (
            LabelledField(look, _("How long after a dose"), self.after),
            *(self.at, self.quiet_from, self.quiet_to),
        )
        body = self.body
        for switch in (self.relief, self.evening, self.peg):
            self._add_switch(switch)
        body.addWidget(FieldGrid(look, times, FIELD, 2))
        for switch in (self.full, self.closed):
            self._add_switch(switch)
        body.addWidget(self.problem)
        self._add_switch(self.tray)
        body.addWidget(self.try_one, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_switch(self, switch: Switch) -> None:
        self.body.addWidget(switch)
        if switch in self._told:
            told = self._told[switch]
            self.body.addWidget(told)
            told.setVisible(bool(told.text()))

    def _listen(self) -> None:
        names = {
            self.relief: "remind_relief",
            self.evening: "remind_evening",
            self.peg: "remind_peg",
            self.full: "reminders_in_full",
            self.tray: "stay_in_tray",
        }
        for switch, name in names.items():
            switch.clicked.connect(lambda on, to=name: self.change(**{to: on}))
        self.after.chosen.connect(lambda minutes: self.change(relief_after_min=minutes))
        self.at.left.connect(self._take_evening)
        self.quiet_from.left.connect(partial(self._take_quiet, self.quiet_from, "quiet_from"))
        self.quiet_to.left.connect(partial(self._take_quiet, self.quiet_to, "quiet_to"))
        self.closed.clicked.connect(self.closed_asked)
        self.try_one.clicked.connect(lambda: self.tried.emit())

    def _take_evening(self, text: str) -> None:
        from spasmlog.views.reminder_settings import evening_reader

        self.take_typed(self.at, "evening_at", evening_reader(self._settings), text)

    def _take_quiet(self, field: ReadLine, name: str, text: str) -> None:
        from spasmlog.views.reminder_settings import read_quiet

        self.take_typed(field, name, read_quiet, text)

    def _show_tray(self) -> None:
        has_tray = self._has_tray()
        self.tray.setEnabled(has_tray)
        _say(self._told[self.tray], "" if has_tray else _("This desktop shows no tray."))


class HintedLine(ReadLine):
    """A line whose usual hint depends on what else is set."""

    def say(self, hint: str) -> None:
        """Below the field from now on, but for what was refused and still stands there."""
        was, self._usual = self._usual, hint
        if self.hint.text() in ("", was):
            self.set_hint(hint)


class SpasmCard(SettingCard):
    """What happens by itself while a spasm runs."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("During a spasm"))
        self.flare = Switch(
            look, _("Open large buttons by themselves from the second reading of 8 or more")
        )
        self.flare.clicked.connect(lambda on: self.change(flare_by_itself=on))
        self.body.addWidget(self.flare)

    def show_view(self, view: SettingsView) -> None:
        """Show what holds."""
        super().show_view(view)
        self.flare.setChecked(view.settings.flare_by_itself)


def _say(told: QLabel, text: str) -> None:
    told.setText(text)
    told.setVisible(bool(text))
