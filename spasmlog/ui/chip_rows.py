"""Rows of words to press: one of them, any of them, or one that turns through its answers."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Chip
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look

Choices = Sequence[tuple[Hashable, str]]


class ChipRow(Flow):
    """Words to choose from. Of an exclusive row one at most; pressed again, it is taken back."""

    changed = Signal()

    def __init__(
        self, look: Look, name: str, choices: Choices = (), *, exclusive: bool = True
    ) -> None:
        super().__init__(gap=6)
        self._look, self._name, self._exclusive = look, name, exclusive
        self._chips: dict[Hashable, Chip] = {}
        self.setAccessibleName(name)
        self.offer(choices)

    def offer(self, choices: Choices) -> None:
        """Offer these; chips that are there already stay as they are."""
        if [value for value, _text in choices] == list(self._chips):
            return
        chosen = self.values()
        self.clear()
        self._chips = {}
        for value, text in choices:
            chip = Chip(text, self._look)
            chip.setCheckable(True)
            chip.setAccessibleName(f"{self._name}: {text}")
            chip.clicked.connect(lambda _on, pressed=value: self._pressed(pressed))
            self._chips[value] = chip
            self.add(chip)
        self.choose(chosen)

    def values(self) -> tuple[Hashable, ...]:
        """What is chosen, in reading order."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def value(self) -> Hashable | None:
        """The one that is chosen, or None."""
        return next(iter(self.values()), None)

    def choose(self, values: Sequence[Hashable]) -> None:
        """Show these as chosen, without a `changed`."""
        for value, chip in self._chips.items():
            chip.setChecked(value in values)

    def _pressed(self, pressed: Hashable) -> None:
        if self._exclusive:
            for value, chip in self._chips.items():
                chip.setChecked(value == pressed and chip.isChecked())
        self.changed.emit()


class TurningChip(Chip):
    """A word whose answer turns with each press: "Bending", "Bending: worse" and on."""

    changed = Signal()

    def __init__(
        self, look: Look, text: str, answers: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, look, parent=parent)
        self._text = text
        self._answers: list[tuple[Hashable | None, str]] = [(None, ""), *answers]
        self._at = 0
        self.setCheckable(True)
        self.clicked.connect(self._turn)
        self._show()

    def value(self) -> Hashable | None:
        """The answer, or None while it was not given."""
        return self._answers[self._at][0]

    def set_value(self, value: Hashable | None) -> None:
        """Show this answer, without a `changed`."""
        self._at = [known for known, _text in self._answers].index(value)
        self._show()

    def _turn(self) -> None:
        self._at = (self._at + 1) % len(self._answers)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        answer = self._answers[self._at][1]
        pattern = _("{what}: {answer}")
        said = pattern.format(what=self._text, answer=answer) if answer else self._text
        self.set_text(said)
        self.setChecked(self._at > 0)
        self.updateGeometry()
