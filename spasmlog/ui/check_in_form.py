"""The fields of the evening check-in. Each may be skipped, and a skip stays unanswered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.domain.scales import Limited, Nrs
from spasmlog.i18n import _
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FieldGrid
from spasmlog.ui.inputs import Button, LabelledField, Segmented, Stepper
from spasmlog.ui.look import Look
from spasmlog.ui.note_field import NoteField

SKIP = "skip"
Field = Segmented | Stepper


class CheckInFields(QWidget):
    """`answers()` holds what is answered; `show_answers` leaves alone what was touched."""

    touched = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._touched: set[str] = set()
        self._shown: Mapping[str, Any] = {}
        self._fields: dict[str, Field] = {}
        self._exposures: tuple[tuple[str, str], ...] = ()
        self.note = NoteField(look, _("Note"))
        self.note.textChanged.connect(lambda: self._touch("note"))
        self.grid = FieldGrid(look, self._usual(), least=168)
        self.more = Button(_("More"), look, "flat", icon="chevron-down")
        self.more.setProperty("enter", "press")
        self.more.clicked.connect(self._unfold)
        self.totals: FieldGrid | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.grid)
        self._column.addWidget(LabelledField(look, _("Note"), self.note))
        self._foot = Flow((self.more,))
        self._column.addWidget(self._foot)

    @property
    def is_touched(self) -> bool:
        """Whether something was changed since it was saved or filled in."""
        return bool(self._touched)

    def answers(self) -> dict[str, Any]:
        """What is answered, by the names of the check-in's fields and the ids of exposures.

        A field that nobody touched answers what it was told to show, to the last decimal.
        """
        typed = {name: _READ.get(name, _same)(_value(self._fields[name])) for name in self._typed()}
        if "note" in self._touched:
            typed["note"] = self.note.toPlainText()
        found = {**self._shown, **typed}
        return {name: value for name, value in found.items() if value is not None}

    def _typed(self) -> list[str]:
        return [name for name in self._fields if name in self._touched]

    @property
    def first(self) -> QWidget:
        """The field to begin with."""
        return self._fields["worst"]

    def put(self, name: str, value: Any) -> None:
        """Answer a question, in the unit of its field, as if it had been typed."""
        _show(self._fields[name], value)
        self._touch(name)

    def show_answers(
        self, answers: Mapping[str, Any], exposures: tuple[tuple[str, str], ...]
    ) -> None:
        """Show these answers in every field that nobody has touched."""
        self._shown = dict(answers)
        self._offer(exposures)
        if self.totals is None and any(name in answers for name in _TOTALS):
            self._unfold()
        for name, field in self._fields.items():
            if name not in self._touched:
                _show(field, _SHOW.get(name, _same)(answers.get(name)))
        if "note" not in self._touched and self.note.toPlainText() != answers.get("note", ""):
            self.note.blockSignals(True)
            self.note.setPlainText(answers.get("note", ""))
            self.note.blockSignals(False)

    def forget(self) -> None:
        """What was touched is saved, or another day is asked for."""
        self._touched.clear()

    def _usual(self) -> tuple[QWidget, ...]:
        limits = (
            (Limited.NO, _("No")),
            (Limited.A_BIT, _("A bit")),
            (Limited.A_LOT, _("A lot")),
        )
        limited = self._choice("limited", _("Did pain limit you?"), limits)
        limited.setProperty("span", 2)
        return (
            self._number("worst", _("Worst pain"), 10),
            limited,
            self._number("average", _("Average pain"), 10),
            self._number("sleep_h", _("Hours slept"), 24, 0.5),
            self._number("sitting_h", _("Hours sitting"), 24, 0.5),
            self._yes_no("slept_badly", _("Slept badly last night?")),
        )

    def _offer(self, exposures: tuple[tuple[str, str], ...]) -> None:
        """Ask for these exposures too; those that were asked stay."""
        known = {name for name, _words in self._exposures}
        for name, words in exposures:
            if name not in known:
                self.grid.add(self._yes_no(name, words))
        self._exposures += tuple(each for each in exposures if each[0] not in known)

    def _unfold(self) -> None:
        fields = tuple(
            self._number(name, words, most, step) for name, (words, most, step) in _totals().items()
        )
        self.totals = FieldGrid(self._look, fields, least=168)
        self._column.replaceWidget(self._foot, self.totals)
        if self.more.hasFocus():
            fields[0].field.setFocus()
        self._foot.hide()

    def _number(self, name: str, words: str, most: float, step: float = 1) -> LabelledField:
        field = Stepper(self._look, words, 0, most, step)
        return self._keep(name, words, field)

    def _yes_no(self, name: str, words: str) -> LabelledField:
        return self._choice(name, words, ((False, _("No")), (True, _("Yes"))))

    def _choice(
        self, name: str, words: str, choices: tuple[tuple[object, str], ...]
    ) -> LabelledField:
        field = Segmented(self._look, (*choices, (SKIP, _("Skip"))), words)
        field.set_value(SKIP)
        return self._keep(name, words, field)

    def _keep(self, name: str, words: str, field: Field) -> LabelledField:
        self._fields[name] = field
        field.changed.connect(lambda _value: self._touch(name))
        return LabelledField(self._look, words, field)

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self.touched.emit()


def _totals() -> dict[str, tuple[str, float, float]]:
    """The day's totals: what is asked, the most that can be, and the step."""
    return {
        "fluids_ml": (_("Drinks in all, ml"), 10_000, 50),
        "moderate_min": (_("Moderate activity, min"), 1440, 5),
        "vigorous_min": (_("Vigorous activity, min"), 1440, 5),
        "stretch_s": (_("Stretching, min"), 1440, 1),
    }


_TOTALS = ("fluids_ml", "moderate_min", "vigorous_min", "stretch_s")


def _same(value: Any) -> Any:
    return value


def _known(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same for what is answered; a skip stays None."""
    return lambda value: None if value is None else make(value)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "worst": _known(lambda value: Nrs(round(value))),
    "average": _known(lambda value: Nrs(round(value))),
    "fluids_ml": _known(round),
    "moderate_min": _known(round),
    "vigorous_min": _known(round),
    "stretch_s": _known(lambda value: round(value) * 60),
}
_SHOW: Mapping[str, Callable[[Any], Any]] = {"stretch_s": _known(lambda value: value / 60)}


def _value(field: Field) -> Any:
    value = field.value()
    return None if value == SKIP else value


def _show(field: Field, value: Any) -> None:
    if _value(field) == value:
        return
    if isinstance(field, Segmented):
        field.set_value(SKIP if value is None else value)
    else:
        field.set_value(value)
