"""The person, as far as they say: what the report, the emergency page and one reference use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spasmlog.i18n import _
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.form_card import FieldGrid, FormCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.segmented import Segmented
from spasmlog.ui.settings_fields import KeptLine, KeptText
from spasmlog.ui.switches import Switch

if TYPE_CHECKING:
    from spasmlog.journal.commands import Command
    from spasmlog.views.settings import ProfileTexts, SettingsView

FIELD = 200


class ProfileCard(FormCard):
    """Every field may stay empty. Only what was touched is saved."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Profile"), save_text=_("Save profile"))
        self._view: SettingsView | None = None
        self._refused: ProfileTexts | None = None
        self._make(look)
        self.close_form.hide()
        for line in self.lines.values():
            line.textChanged.connect(self._follow)
        self.allergies.textChanged.connect(self._follow)
        self.sex.changed.connect(lambda _value: self._follow())
        self.fluid_limit.clicked.connect(self._follow)

    def show_view(self, view: SettingsView) -> None:
        """Show what is kept, beside what is being typed."""
        before = None if self._view is None else self._view.profile
        self._view = view
        profile = view.profile
        for name, line in self.lines.items():
            line.put(getattr(profile, name))
        self.allergies.put(profile.allergies)
        if before is None or self.sex.value() == before.sex:
            self.sex.set_value(profile.sex)
        if before is None or self.fluid_limit.isChecked() == before.fluid_limit:
            self.fluid_limit.setChecked(profile.fluid_limit)
        self._follow()

    def typed(self) -> ProfileTexts:
        """What stands in the fields."""
        from spasmlog.views.settings import ProfileTexts

        return ProfileTexts(
            **{name: line.text() for name, line in self.lines.items()},
            sex=str(self.sex.value() or ""),
            fluid_limit=self.fluid_limit.isChecked(),
            allergies=self.allergies.text(),
        )

    def commands(self) -> Iterable[Command]:
        """The change of what was touched; refuses what cannot be read."""
        from spasmlog.views.settings_read import profile_commands

        if self._view is None:
            return ()
        return profile_commands(self._view.profile, self.typed(), self._view.today)

    def clear(self) -> None:
        """Saved: the fields show what is kept."""
        for line in self.lines.values():
            line.settle()
        self.allergies.settle()
        self._follow()

    def settle(self) -> bool:
        """Save what was typed: the window is to be closed. False where it has to be read again."""
        typed = self.typed()
        if self._view is None or typed == self._view.profile:
            return True
        self.submit()
        if not self.waiting and self.problem.isHidden():
            return True
        told, self._refused = typed == self._refused, typed
        again = _("This is not saved yet. Closing the window again leaves it out.")
        self.problem.setText(" ".join(filter(None, (self.problem.text(), again))))
        self.problem.show()
        return told

    def _make(self, look: Look) -> None:
        self.lines = {
            "birth_year": KeptLine(_("Year of birth")),
            "problem_since": KeptLine(_("Problem since, date")),
            "name_for_report": KeptLine(_("Name for the report")),
            "risks": KeptLine(_("Known risks")),
        }
        answers = (("f", _("Female")), ("m", _("Male")), ("", _("No answer")))
        self.sex = Segmented(look, answers, _("Sex"))
        self.fluid_limit = Switch(look, _("I was told to limit fluids"))
        self.allergies = KeptText(look, _("Allergies"))
        lines = self.lines
        fields = (
            LabelledField(look, _("Year of birth"), lines["birth_year"]),
            LabelledField(look, _("Sex"), self.sex, _("Used only for the reference of drinks.")),
            LabelledField(look, _("Problem since"), lines["problem_since"]),
            LabelledField(look, _("Name for the report"), lines["name_for_report"]),
        )
        self.body.addWidget(FieldGrid(look, fields, FIELD, 2))
        hint = _("Such as thin bones or long-term steroids, separated by commas. No rule reads it.")
        self.body.addWidget(LabelledField(look, _("Known risks"), lines["risks"], hint))
        told = _("Shown on the emergency page and in the report.")
        self.body.addWidget(LabelledField(look, _("Allergies"), self.allergies, told))
        self.body.addWidget(self.fluid_limit)
        self.body.addWidget(label(_("Today then leaves out the water card."), "caption", wrap=True))
        self.add_foot()

    def _follow(self) -> None:
        """Something to save is there, or not."""
        self.save.setEnabled(self._view is not None and self.typed() != self._view.profile)
