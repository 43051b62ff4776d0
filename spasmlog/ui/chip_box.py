"""Chips in lines: any of them ticked, or each of them a way to another entry."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from spasmlog.ui.buttons import Chip
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look
from spasmlog.views.fields import Options


class _Chips(Flow):
    """Holds one chip for each option, and makes them anew only when the options change."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._name = look, name
        self._options: Options = ()
        self.chips: dict[Any, Chip] = {}
        self.setAccessibleName(name)

    def offer(self, options: Options) -> None:
        """Show a chip for each of these."""
        if options == self._options:
            return
        self._options = options
        self.clear()
        self.chips = {key: self._chip(key, words) for key, words in options}
        for chip in self.chips.values():
            self.add(chip)

    def _chip(self, key: Any, words: str) -> Chip:
        del key
        chip = Chip(words, self._look)
        chip.setAccessibleName(f"{self._name}: {words}")
        return chip


class ChipBox(_Chips):
    """Any of several; a ticked one carries a tick."""

    changed = Signal()

    def value(self) -> frozenset[Any]:
        """What is ticked."""
        return frozenset(key for key, chip in self.chips.items() if chip.isChecked())

    def set_value(self, value: frozenset[Any]) -> None:
        """Tick these, without a `changed`."""
        for key, chip in self.chips.items():
            chip.blockSignals(True)
            chip.setChecked(key in value)
            chip.blockSignals(False)
            _mark(chip)

    def _chip(self, key: Any, words: str) -> Chip:
        chip = super()._chip(key, words)
        chip.setCheckable(True)
        chip.toggled.connect(lambda _on: _mark(chip))
        chip.toggled.connect(self.changed)
        return chip


def _mark(chip: Chip) -> None:
    chip.set_icon("check" if chip.isChecked() else None)


class LinkBox(_Chips):
    """Other entries; pressing one opens it."""

    opened = Signal(str)

    def __init__(self, look: Look, name: str, icon: str) -> None:
        super().__init__(look, name)
        self._icon = icon

    def _chip(self, key: Any, words: str) -> Chip:
        chip = super()._chip(key, words)
        chip.set_icon(self._icon, "treatment" if self._icon == "pill" else "text-quiet")
        chip.clicked.connect(lambda: self.opened.emit(key))
        return chip
