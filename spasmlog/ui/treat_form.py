"""The form behind "..." of treatments: from the catalogue or new, with its amount and time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import MEDICINES, TreatmentKind
from spasmlog.errors import InvalidEntry, Refusal
from spasmlog.i18n import _, format_number
from spasmlog.journal.commands import Command, Dose, LogUse
from spasmlog.journal.medicine_names import OtherKind
from spasmlog.journal.quick_words import TREATMENTS
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.inputs import Choice, LabelledField, Segmented, Tick
from spasmlog.ui.look import Look
from spasmlog.ui.quick_forms import QuickForm
from spasmlog.views import names
from spasmlog.views.amounts import sentence
from spasmlog.views.dose_entry import (
    AS_TYPED,
    GRAMS,
    MG,
    MINUTES,
    TABLETS,
    UnclearAmount,
    amount_fields,
    find,
)

if TYPE_CHECKING:
    from spasmlog.views.quick_cards import QuickView


class TreatForm(QuickForm):
    """A new name makes an entry of the catalogue; its kind is what the rules go by."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Treatment"), _("Save treatment"))
        self._catalogue: tuple[Treatment, ...] = ()
        self._unclear: str | None = None
        self._filled = ""
        self.known = ChipRow(look, _("Treatment"))
        self.name = self._line(_("Name of a new one"), _("name"))
        self.kind = _choice(look, _("Kind"), [(k, sentence(names.kind(k))) for k in TreatmentKind])
        self.prescribed = Tick(look, _("A doctor prescribed it"))
        self.amount = self._line(_("Amount"), _("400"))
        units = ((MG, _("mg")), (GRAMS, _("g")), (TABLETS, _("tablets")), (MINUTES, _("min")))
        self.unit = _choice(look, _("Unit"), units)
        self.spasm = Segmented(
            look, ((False, _("For this spasm")), (True, _("Apart from it"))), _("Taken for")
        )
        self.spasm.set_value(False)
        self._forget_kind()
        self._lay_out(look)
        self._show_new()
        self.known.changed.connect(self._choose)
        self.name.textEdited.connect(lambda _text: self._name_typed())

    def show_view(self, view: QuickView) -> None:
        super().show_view(view)
        self._catalogue = view.catalogue
        self.known.offer([(each.id, each.name) for each in view.catalogue])
        self.known.setVisible(bool(view.catalogue))
        self.taken_for.setVisible(view.running)

    def begin(self) -> None:
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def commands(self) -> Iterable[Command]:
        known = self._chosen()
        fields = self._amount()
        which = self._new() if known is None else {"treatment_id": known.id}
        dose = Dose(**which, **fields, at=self.when.value())
        yield LogUse(dose=dose, apart=self.taken_for.isVisible() and bool(self.spasm.value()))

    def say(self, refusal: Refusal) -> None:
        unclear = isinstance(refusal, UnclearAmount)
        self._unclear = self.amount.text() if unclear else None
        super().say(refusal)
        (self.kind if isinstance(refusal, OtherKind) else self.amount).setFocus()

    def clear(self) -> None:
        self.known.choose([])
        self.name.clear()
        self.amount.clear()
        self.prescribed.setChecked(False)
        self.spasm.set_value(False)
        self._unclear, self._filled = None, ""
        self._forget_kind()
        self._show_new()
        super().clear()

    def _chosen(self) -> Treatment | None:
        """From the catalogue: the chip that is pressed, or the entry of the name that is typed."""
        pressed = next((each for each in self._catalogue if each.id == self.known.value()), None)
        return pressed or find(self.name.text(), self._catalogue)

    def _new(self) -> dict[str, Any]:
        """What the catalogue is to know of a name that is new to it."""
        name = self.name.text().strip()
        if not name:
            raise InvalidEntry(_("Which treatment was it?"))
        kind = TreatmentKind(str(self.kind.currentData()))  # Qt keeps the bare text of it
        return {"name": name, "kind": kind, "prescribed": self.prescribed.isChecked()}

    def _amount(self) -> dict[str, Any]:
        typed = self.amount.text()
        unit = AS_TYPED if typed == self._unclear else self.unit.currentData()
        return dict(amount_fields(typed, unit))

    def _choose(self) -> None:
        """A chip: fill in the usual dose, unless an amount is typed already."""
        chosen = self._chosen()
        self.name.clear()
        self._show_new()
        if self.amount.text() != self._filled:
            return
        usual = chosen.usual_dose_mg if chosen is not None else None
        self._filled = "" if usual is None else format_number(usual)
        self.amount.setText(self._filled)
        if chosen is not None:
            unit = MG if chosen.kind in MEDICINES else MINUTES
            self.unit.setCurrentIndex(self.unit.findData(unit))

    def _name_typed(self) -> None:
        self.known.choose([])
        kind = TREATMENTS.get(self.name.text().strip().casefold())
        if kind is not None:
            self.kind.setCurrentIndex(self.kind.findData(kind))
        self._show_new()

    def _forget_kind(self) -> None:
        """Of a name that says nothing no medicine is assumed: the limits go by the kind."""
        self.kind.setCurrentIndex(self.kind.findData(TreatmentKind.OTHER))

    def _show_new(self) -> None:
        """Kind and prescribed are asked for a new name alone; the catalogue knows the others."""
        new = bool(self.name.text().strip()) and self._chosen() is None
        self.kind_field.setVisible(new)
        self.prescribed.setVisible(new)

    def _lay_out(self, look: Look) -> None:
        amount = QWidget()
        row = QHBoxLayout(amount)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.amount, 1)
        row.addWidget(self.unit)
        self.kind_field = LabelledField(look, _("What it is"), self.kind)
        self.taken_for = LabelledField(look, _("Taken for"), self.spasm)
        self.taken_for.hide()
        self.body.addWidget(self.known)
        self.body.addWidget(LabelledField(look, _("Or a new one"), self.name))
        self.body.addWidget(self.kind_field)
        self.body.addWidget(self.prescribed)
        self.body.addWidget(LabelledField(look, _("Amount, if you know it"), amount))
        self.body.addWidget(LabelledField(look, _("When"), self.when))
        self.body.addWidget(self.taken_for)
        self.add_foot()


def _choice(look: Look, name: str, choices: Iterable[tuple[str, str]]) -> Choice:
    field = Choice(look, name)
    for value, text in choices:
        field.addItem(text, value)
    return field
