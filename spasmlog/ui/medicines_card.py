"""The catalogue of medicines and other treatments: regular ones first, changed in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FieldGrid, FormCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.settings_fields import KeptChoice, KeptLine
from spasmlog.ui.switches import Tick

if TYPE_CHECKING:
    from spasmlog.journal.commands import Command
    from spasmlog.views.settings import MedicineLine, MedicineTexts, SettingsView

FIELD = 180


class MedicineForm(FormCard):
    """One entry of the catalogue, new or known."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Medicine or treatment"), role="raised")
        self._view: SettingsView | None = None
        self.shown: MedicineTexts | None = None
        self.name = KeptLine(_("Name"))
        self.kind = KeptChoice(look, _("Kind"))
        self.dose = KeptLine(_("Usual dose, mg"))
        self.prescribed = Tick(look, _("Prescribed"))
        self.regular = Tick(look, _("Taken regularly"))
        self.archived = Tick(look, _("Archived: no longer offered"))
        fields = (
            LabelledField(look, _("Name"), self.name),
            LabelledField(look, _("Kind"), self.kind),
            LabelledField(look, _("Usual dose, mg"), self.dose),
        )
        self.body.addWidget(FieldGrid(look, fields, FIELD))
        for tick in (self.prescribed, self.regular, self.archived):
            self.body.addWidget(tick)
        self.add_foot()

    def open_on(self, texts: MedicineTexts, view: SettingsView) -> None:
        """Show this entry; one without an id is a new one."""
        self.shown, self._view = texts, view
        self.set_title(texts.name or _("A medicine or treatment to add"))
        self.problem.hide()
        self.kind.offer(view.kinds)
        self.kind.put(texts.kind)
        for line, text in ((self.name, texts.name), (self.dose, texts.dose)):
            line.put(text)
            line.settle()
        self.prescribed.setChecked(texts.prescribed)
        self.regular.setChecked(texts.regular)
        self.archived.setChecked(texts.archived)
        self.archived.setVisible(bool(texts.id))
        self.show()
        self.name.setFocus()

    def take_view(self, view: SettingsView) -> None:
        """The catalogue has moved on; what is being typed stays."""
        self._view = view

    def commands(self) -> Iterable[Command]:
        """An entry to add or its change; refuses what cannot be."""
        from spasmlog.domain.scales import TreatmentKind
        from spasmlog.views.settings import MedicineTexts
        from spasmlog.views.settings_read import medicine_commands

        if self.shown is None or self._view is None:
            return ()
        kind = self.kind.value()
        typed = MedicineTexts(
            id=self.shown.id,
            name=self.name.text(),
            kind=kind if isinstance(kind, TreatmentKind) else None,
            dose=self.dose.text(),
            prescribed=self.prescribed.isChecked(),
            regular=self.regular.isChecked(),
            archived=self.archived.isChecked(),
        )
        asked = medicine_commands(self.shown, typed, self._view.medicines)
        if not asked:
            self.closed.emit()
        return asked

    def clear(self) -> None:
        """Saved: nothing is left to do here."""
        self.closed.emit()


class _Line(QWidget):
    """One entry as it stands in the list."""

    change = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.name = label("", "medium", wrap=True)
        self.said = label("", "quiet", wrap=True)
        self.button = Button(_("Change"), look)
        self.button.clicked.connect(self.change)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        line = QFrame()
        line.setProperty("role", "line")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(row)
        self.column.addWidget(line)

    def show_line(self, line: MedicineLine) -> None:
        """Show this entry."""
        self.name.setText(line.name)
        self.said.setText(line.said)
        self.button.setAccessibleName(_("Change {name}").format(name=line.name))


class MedicinesCard(Card):
    """The list, and one form that opens under the entry it is about."""

    asked = Signal(object)
    rearranged = Signal()
    """Lines have come, or the form has moved."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Medicines and treatments"))
        self._view: SettingsView | None = None
        self.lines: list[_Line] = []
        told = _("Regular medicines stand in the report and on the emergency page.")
        self.body.addWidget(label(told, "quiet", wrap=True))
        self.none = label(_("Nothing is in the list yet."), "quiet", wrap=True)
        self.body.addWidget(self.none)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.form = MedicineForm(look)
        self.form.hide()
        self.add = Button(_("Add a medicine or treatment"), look, icon="plus")
        self._end = QVBoxLayout()
        self.body.addLayout(self._end)
        self._end.addWidget(self.form)
        self.body.addWidget(Flow((self.add,)))
        self.add.clicked.connect(self._add)
        self.form.asked.connect(self.asked)
        self.form.closed.connect(self._close)

    def show_view(self, view: SettingsView) -> None:
        """Show the catalogue; a form that is open stays as it is, under its entry."""
        before = None if self._view is None else self._view.medicines
        self._view = view
        self.form.take_view(view)
        if view.medicines == before:
            return
        while len(self.lines) < len(view.medicines):
            self._new_line()
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(view.medicines))
        for line, medicine in zip(self.lines, view.medicines, strict=False):
            line.show_line(medicine)
        self.none.setVisible(not view.medicines)
        self._place_form()
        self.rearranged.emit()

    def say(self, refusal: Refusal) -> None:
        """Say in the form why nothing was saved."""
        self.form.say(refusal)

    def _new_line(self) -> None:
        line, at = _Line(self._look), len(self.lines)
        line.change.connect(lambda: self._change(at))
        self.lines.append(line)
        self._list.addWidget(line)

    def _add(self) -> None:
        from spasmlog.views.settings import MedicineTexts

        if self._view is not None:
            self._end.addWidget(self.form)
            self.form.open_on(MedicineTexts(), self._view)
            self.rearranged.emit()

    def _change(self, at: int) -> None:
        if self._view is not None:
            self.lines[at].column.addWidget(self.form)
            self.form.open_on(self._view.medicines[at].texts, self._view)
            self.rearranged.emit()

    def _place_form(self) -> None:
        """Under the entry that it is about, wherever that stands now."""
        shown, view = self.form.shown, self._view
        if shown is None or view is None or not shown.id:
            return
        ids = [each.texts.id for each in view.medicines]
        layout = self.lines[ids.index(shown.id)].column if shown.id in ids else self._end
        layout.addWidget(self.form)
        self.form.show()  # a new parent hides what it is given

    def _close(self) -> None:
        self.form.hide()
        shown = self.form.shown
        self.form.shown = None
        ids = [] if self._view is None else [each.texts.id for each in self._view.medicines]
        known = shown is not None and shown.id in ids
        button = self.lines[ids.index(shown.id)].button if shown and known else self.add
        button.setFocus()
