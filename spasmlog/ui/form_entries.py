"""The widgets of a form's fields: each shows a field's raw value and hands one back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit

from spasmlog.ui.answer_grid import AnswerGrid
from spasmlog.ui.body_map import BodyMap
from spasmlog.ui.chip_box import ChipBox, LinkBox
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.pain_stepper import PainStepper
from spasmlog.ui.segmented import Segmented
from spasmlog.ui.stepper import Stepper
from spasmlog.ui.switches import Tick
from spasmlog.ui.text_entries import LineEdit, NoteEdit, OptionList, WhenPair
from spasmlog.views.fields import Field, Input, Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field on screen. `offer` takes its options, `put` a raw value, `raw` hands it back.

    `lines` are the line edits in it whose text is read when it is left.
    """

    field: Field
    box: LabelledField
    put: Callable[[Raw], None]
    raw: Callable[[], Raw]
    changed: Any
    offer: Callable[[Field], None] = lambda _field: None
    lines: tuple[QLineEdit, ...] = ()
    beyond: Callable[[], str] = lambda: ""
    """Why what was typed does not stand there; empty: it does."""

    def complain(self, sentence: str) -> None:
        """Say why what stands there was refused; empty: nothing is wrong."""
        self.box.set_hint(sentence)
        for line in self.lines:
            line.setProperty("wrong", "true" if sentence else "false")
            line.style().unpolish(line)
            line.style().polish(line)


def entry_for(field: Field, look: Look, opened: Callable[[str], None]) -> Entry:
    """The widget of a field; `opened` is called with the id of a link that is pressed."""
    if field.input is Input.LINKS:
        return _links(field, look, opened)
    made = _MADE[field.input](field, look)
    made.box.hint.setProperty("role", "prompt")
    made.offer(field)
    made.put(field.raw)
    return made


def _pain(field: Field, look: Look) -> Entry:
    stepper = PainStepper(look, field.label)
    return _stepping(field, look, stepper)


def _number(field: Field, look: Look) -> Entry:
    stepper = Stepper(look, field.label, field.low, field.high, field.step, field.unit)
    return _stepping(field, look, stepper)


def _stepping(field: Field, look: Look, stepper: Stepper) -> Entry:
    return Entry(
        field=field,
        box=LabelledField(look, field.label, stepper),
        put=stepper.set_value,
        raw=stepper.value,
        changed=stepper.changed,
        beyond=lambda: stepper.limit_passed,
    )


def _choice(field: Field, look: Look) -> Entry:
    shown = OptionList(look, field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, shown),
        put=shown.put,
        raw=shown.value,
        changed=shown.currentIndexChanged,
        offer=lambda field: shown.offer(field.options),
    )


def _few(field: Field, look: Look) -> Entry:
    """Side by side; a choice of None needs a place of its own there."""
    values = [value for value, _words in field.options]
    row = Segmented(look, [(at, words) for at, (_, words) in enumerate(field.options)], field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, row),
        put=lambda raw: row.set_value(values.index(raw)),
        raw=lambda: values[at] if isinstance(at := row.value(), int) else None,
        changed=row.changed,
    )


def _chips(field: Field, look: Look) -> Entry:
    chips = ChipBox(look, field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, chips),
        put=chips.set_value,
        raw=chips.value,
        changed=chips.changed,
        offer=lambda field: chips.offer(field.options),
    )


def _body(field: Field, look: Look) -> Entry:
    body = BodyMap(look, field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, body),
        put=lambda raw: body.set_value(dict(raw)),
        raw=lambda: tuple(sorted(body.value().items())),
        changed=body.changed,
    )


def _grid(field: Field, look: Look) -> Entry:
    grid = AnswerGrid(look, field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, grid),
        put=grid.set_value,
        raw=grid.value,
        changed=grid.changed,
        offer=lambda field: grid.offer(field.options, field.answers),
    )


def _tick(field: Field, look: Look) -> Entry:
    tick = Tick(look, field.label)
    tick.setAccessibleName(field.label)
    box = LabelledField(look, "", tick)
    box.label.hide()
    return Entry(
        field=field, box=box, put=tick.setChecked, raw=tick.isChecked, changed=tick.toggled
    )


def _line(field: Field, look: Look) -> Entry:
    line = LineEdit(look, field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, line),
        put=line.put,
        raw=line.raw,
        changed=line.textChanged,
        lines=(line,),
    )


def _when(field: Field, look: Look) -> Entry:
    pair = WhenPair(look, field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, pair),
        put=pair.put,
        raw=pair.raw,
        changed=pair.changed,
        lines=(pair.day, pair.clock),
    )


def _note(field: Field, look: Look) -> Entry:
    note = NoteEdit(look, field.label)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, note),
        put=note.put,
        raw=note.raw,
        changed=note.textChanged,
    )


def _fact(field: Field, look: Look) -> Entry:
    words = label(field.value, wrap=True)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, words),
        put=words.setText,
        raw=words.text,
        changed=None,
    )


def _links(field: Field, look: Look, opened: Callable[[str], None]) -> Entry:
    links = LinkBox(look, field.label, field.icon)
    links.opened.connect(opened)
    links.offer(field.options)
    return Entry(
        field=field,
        box=LabelledField(look, field.label, links),
        put=lambda _raw: None,
        raw=lambda: (),
        changed=None,
        offer=lambda field: links.offer(field.options),
    )


_MADE: Mapping[Input, Callable[[Field, Look], Entry]] = {
    Input.PAIN: _pain,
    Input.NUMBER: _number,
    Input.CHOICE: _choice,
    Input.FEW: _few,
    Input.CHIPS: _chips,
    Input.BODY: _body,
    Input.GRID: _grid,
    Input.TICK: _tick,
    Input.DAY: _line,
    Input.WHEN: _when,
    Input.TEXT: _line,
    Input.NOTE: _note,
    Input.LINES: _note,
    Input.AMOUNT: _line,
    Input.LENGTH: _line,
    Input.FACT: _fact,
}
