"""A form on screen: filled in by hand, kept while the entry behind it moves on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox

from spasmlog.errors import InvalidEntry
from spasmlog.journal.commands import Command
from spasmlog.ui.body_map import BodyMap
from spasmlog.ui.even_columns import EvenColumns
from spasmlog.ui.form_entries import Entry, entry_for
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.views.fields import Field, Raw
from spasmlog.views.filled import command_of
from spasmlog.views.forms import Entered, Form, entered, is_there, tidied

LEAST = 168
Shape = tuple[tuple[str, str], ...]


def shape_of(form: Form) -> Shape:
    """What decides which widgets a form has: two forms of one shape share them."""
    return tuple((each.name, each.input.value) for each in form.fields)


class FormView(EvenColumns):
    """The fields of one form. What was typed stays until it is saved or put back."""

    changed = Signal()
    opened = Signal(str)
    """The id of a linked entry to go to."""

    def __init__(self, look: Look, form: Form) -> None:
        super().__init__(look, 2, LEAST, gaps=(12, 8))
        self.form = form
        self.entries: dict[str, Entry] = {}
        for field in form.fields:
            entry = entry_for(field, look, self.opened.emit)
            self.entries[field.name] = entry
            if not field.beside:
                (self.add_whole if field.wide else self.add)(entry.box)
            self._listen(entry)
        self._put_beside()
        self._show_what_is_there()

    @property
    def raws(self) -> dict[str, Raw]:
        """What the widgets hold."""
        return {each.name: self.entries[each.name].raw() for each in self.form.asked}

    @property
    def is_dirty(self) -> bool:
        """Whether anything stands there that is not saved."""
        return self.raws != self.form.raws

    def show_form(self, form: Form) -> None:
        """Show another form of the same shape."""
        self.form = form
        for field in form.fields:
            entry = self.entries[field.name]
            entry.offer(field)
            entry.put(field.raw)
            entry.complain("")
        self._show_what_is_there()

    def follow(self, form: Form, before: FormView) -> None:
        """The entry that `before` shows, as it is kept now: what was typed over stays."""
        kept, typed = before.form.raws, before.raws
        over = {name: raw for name, raw in typed.items() if raw != kept[name]}
        self.form = form
        for field in form.fields:
            entry = self.entries[field.name]
            entry.offer(field)
            if field.name in over:
                raw, there = over[field.name], before is self
            else:
                raw, there = field.raw, before is self and field.raw == kept.get(field.name)
            if not there:  # what is there is not put anew: a number may be half typed
                entry.put(raw)
        self._show_what_is_there()

    def accept(self) -> None:
        """What stands there is saved: it is what is kept now."""
        raws = self.raws
        fields = (replace(each, raw=raws.get(each.name, each.raw)) for each in self.form.fields)
        self.form = replace(self.form, fields=tuple(fields))

    def put_back(self) -> None:
        """Show what is kept; what was typed is gone."""
        self.show_form(self.form)

    def choose(self, name: str, value: str, words: str) -> None:
        """Add an option to a field, and choose it."""
        field = self._field(name)
        grown = replace(field, options=(*field.options, (value, words)))
        self.entries[name].offer(grown if value not in dict(field.options) else field)
        self.entries[name].put(value)
        self._show_what_is_there()

    def focus_first(self) -> None:
        """Take the keyboard to the first field that is asked."""
        if self.form.asked:
            first = self.entries[self.form.asked[0].name].box
            first.field.setFocus(Qt.FocusReason.TabFocusReason)  # what stands there is selected
            reveal(first)

    def end_typing(self) -> None:
        """A number that is half typed counts as it stands."""
        for spin in self.findChildren(QAbstractSpinBox):
            spin.interpretText()

    def read(self) -> Entered:
        """Read what was filled in, and say beside each field what cannot be read."""
        self.end_typing()
        found = entered(self.form, self.raws)
        beyond = ((name, entry.beyond()) for name, entry in self.entries.items())
        found = replace(found, wrong=(*found.wrong, *(each for each in beyond if each[1])))
        said = dict(found.wrong)
        for name, entry in self.entries.items():
            entry.complain(said.get(name, ""))
        if found.wrong:
            self.entries[found.wrong[0][0]].box.field.setFocus()
        return found

    def command(self, found: Entered) -> Command | None:
        """What saves it; None where nothing is to be saved."""
        return command_of(self.form, found)

    def _put_beside(self) -> None:
        """Hand the body map what stands beside it."""
        boxes = [self.entries[each.name].box for each in self.form.fields if each.beside]
        for entry in self.entries.values():
            if isinstance(entry.box.field, BodyMap):
                entry.box.field.put_beside(boxes)

    def _field(self, name: str) -> Field:
        return next(each for each in self.form.fields if each.name == name)

    def _listen(self, entry: Entry) -> None:
        if entry.changed is not None:
            entry.changed.connect(self._on_change(entry))
        for line in entry.lines:
            line.editingFinished.connect(lambda: self._tidy(entry))

    def _on_change(self, entry: Entry) -> Callable[..., None]:
        def changed(*_value: object) -> None:
            entry.complain("")
            self._show_what_is_there()
            self.changed.emit()

        return changed

    def _tidy(self, entry: Entry) -> None:
        """Write what was typed as fields do, or say why it cannot be read."""
        field, raw = self._field(entry.field.name), entry.raw()
        if raw == field.raw:
            return
        try:
            entry.put(tidied(field, raw, self.form))
        except InvalidEntry as refused:
            entry.complain(refused.sentence)

    def _show_what_is_there(self) -> None:
        raws = self.raws
        for field in self.form.fields:
            self.entries[field.name].box.setVisible(is_there(field, raws))
