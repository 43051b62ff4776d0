"""The settings that take effect at once: appearance, the day, emergency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.settings import THEMES, Settings
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.form_card import FieldGrid
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.segmented import Segmented
from spasmlog.ui.settings_fields import KeptChoice, ReadLine
from spasmlog.ui.switches import Switch

if TYPE_CHECKING:
    from spasmlog.views.settings import SettingsView

FIELD = 200


class SettingCard(Card):
    """A card whose every change is a whole new `Settings`."""

    changed = Signal(object)

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, title)
        self._settings = Settings()

    def show_view(self, view: SettingsView) -> None:
        """Show what holds."""
        self._settings = view.settings

    def change(self, **fields: Any) -> None:
        """Let this hold from now on."""
        changed = replace(self._settings, **fields)
        if changed != self._settings:
            self._settings = changed
            self.changed.emit(changed)

    def take_typed(self, field: ReadLine, name: str, read: Callable[[str], str], text: str) -> None:
        """Let what was typed hold, or say why it cannot."""
        try:
            value = read(text)
        except InvalidEntry as refusal:
            field.refuse(refusal)
            return
        field.accept()
        field.line.settle()
        self.change(**{name: value})


class AppearanceCard(SettingCard):
    """Theme and text size."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Appearance"))
        words = (_("System"), _("Light"), _("Dark"))
        self.theme = Segmented(look, tuple(zip(THEMES, words, strict=True)), _("Theme"))
        self.scale = KeptChoice(look, _("Text size"))
        self.theme.changed.connect(lambda name: self.change(theme=name))
        self.scale.chosen.connect(lambda percent: self.change(text_percent=percent))
        fields = (
            LabelledField(look, _("Theme"), self.theme),
            LabelledField(look, _("Text size"), self.scale),
        )
        self.body.addWidget(FieldGrid(look, fields, FIELD, 2))

    def show_view(self, view: SettingsView) -> None:
        """Show what holds."""
        super().show_view(view)
        self.theme.set_value(view.settings.theme)
        self.scale.offer(view.scales)
        self.scale.put(view.settings.text_percent)


class DayCard(SettingCard):
    """When a day starts, how large a glass is, whether letters act."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("The day"))
        hint = _(
            "What comes before belongs to the day before. Entries made already keep their day."
        )
        self.start = ReadLine(look, _("A day starts at"), hint)
        self.glass = KeptChoice(look, _("A glass holds"))
        self.letters = Switch(look, _("Single letters act: S, E, W, D, N, T"))
        self.start.left.connect(self._take_start)
        self.glass.chosen.connect(lambda ml: self.change(glass_ml=ml))
        self.letters.clicked.connect(lambda on: self.change(single_letters=on))
        fields = (self.start, LabelledField(look, _("A glass holds"), self.glass))
        self.body.addWidget(FieldGrid(look, fields, FIELD, 2))
        self.body.addWidget(self.letters)
        self.keys = Button(_("All keys"), look, "flat", hint="?")
        self.keys.clicked.connect(lambda: self.wanted.emit(Place(page="keys")))
        self.body.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignLeading)

    def show_view(self, view: SettingsView) -> None:
        """Show what holds."""
        super().show_view(view)
        self.start.put(view.day_start)
        self.glass.offer(view.glasses)
        self.glass.put(view.settings.glass_ml)
        self.letters.setChecked(view.settings.single_letters)

    def _take_start(self, text: str) -> None:
        from spasmlog.views.settings_read import read_day_start

        self.take_typed(self.start, "day_start", read_day_start, text)


class SignalsCard(SettingCard):
    """Whether rules look for personal patterns."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Signals"))
        told = _(
            "Some rules look for patterns over weeks and months, such as spasms that come back "
            "after a treatment. When they are off, plain counts are left. The safety questions "
            "and the packet limits stay on."
        )
        self.personal = Switch(look, _("Personal patterns"))
        self.personal.clicked.connect(lambda on: self.change(personal_patterns=on))
        self.more = Button(_("What this means"), look, "flat")
        self.more.clicked.connect(lambda: self.wanted.emit(Place(page="patterns")))
        self.body.addWidget(self.personal)
        self.body.addWidget(label(told, "quiet", wrap=True))
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_view(self, view: SettingsView) -> None:
        """Show what holds."""
        super().show_view(view)
        self.personal.setChecked(view.settings.personal_patterns)


class EmergencyCard(SettingCard):
    """The country of the emergency number, or a number of one's own."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Emergency"))
        self.country = KeptChoice(look, _("Country"))
        self.number = ReadLine(
            look, _("A number of your own"), _("Empty: the number of the country.")
        )
        self.country.chosen.connect(lambda code: self.change(country=code))
        self.number.left.connect(self._take_number)
        fields = (LabelledField(look, _("Country"), self.country), self.number)
        self.body.addWidget(FieldGrid(look, fields, FIELD, 2))

    def show_view(self, view: SettingsView) -> None:
        """Show what holds."""
        super().show_view(view)
        self.country.offer(view.countries)
        self.country.put(view.settings.country)
        self.number.put(view.settings.emergency_number)

    def _take_number(self, text: str) -> None:
        from spasmlog.views.settings_read import read_emergency_number

        self.take_typed(self.number, "emergency_number", read_emergency_number, text)
