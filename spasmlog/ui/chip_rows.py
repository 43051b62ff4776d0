"""Rows of words to press: one of them, or any of them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal

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
