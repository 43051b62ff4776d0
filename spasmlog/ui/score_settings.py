"""Whether questionnaires are asked: three questions a week, 24 statements a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog.i18n import _
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.settings_cards import SettingCard
from spasmlog.ui.switches import Switch

if TYPE_CHECKING:
    from spasmlog.views.settings import SettingsView


class QuestionnairesCard(SettingCard):
    """What is switched off is not asked; answers given before stay."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Questionnaires"))
        self.peg = Switch(look, _("PEG: three questions, once a week"))
        self.roland_morris = Switch(look, _("Roland-Morris: 24 short sentences, once a month"))
        self.peg.clicked.connect(lambda on: self.change(weekly_peg=on))
        self.roland_morris.clicked.connect(lambda on: self.change(monthly_roland_morris=on))
        pain = _(
            "How strong pain was in the past week, and how far it got in the way. Doctors know "
            "this score; it stands in the report."
        )
        back = _("What the back keeps you from today. Made for pain in the lower back.")
        for switch, told in ((self.peg, pain), (self.roland_morris, back)):
            self.body.addWidget(switch)
            self.body.addWidget(label(told, "quiet", wrap=True))

    def show_view(self, view: SettingsView) -> None:
        """Show what holds."""
        super().show_view(view)
        self.peg.setChecked(view.settings.weekly_peg)
        self.roland_morris.setChecked(view.settings.monthly_roland_morris)
