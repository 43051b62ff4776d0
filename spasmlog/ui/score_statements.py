"""Statements to tick, as one tab stop: arrows move, a key ticks or leaves one and goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.ui.even_columns import EvenColumns
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.switches import Tick
from spasmlog.views.score_questions import Statement

LEAST = 340
"""So wide, in design pixels, is a column at least."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_MOVES = {
    Qt.Key.Key_Down.value: 1,
    Qt.Key.Key_Right.value: 1,
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_Left.value: -1,
}
_ANSWERS = {"y": True, "1": True, "n": False, "0": False}


class StatementList(QWidget):
    """Y or 1 ticks and goes on, N or 0 leaves blank and goes on, Space turns the tick.

    Letters and digits go no further: elsewhere in the window they would log something.
    """

    changed = Signal()

    def __init__(self, look: Look, statements: Sequence[Statement]) -> None:
        super().__init__()
        self.items = tuple(each.item for each in statements)
        self.ticks = tuple(Tick(look, each.text) for each in statements)
        grid = EvenColumns(look, 2, LEAST, (24, 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        for tick in self.ticks:
            grid.add(tick)
            tick.installEventFilter(self)
            tick.toggled.connect(self.changed)
        self._stop_at(0)

    def answers(self) -> dict[str, int]:
        """Every statement: 1 where it is ticked, else 0."""
        both = zip(self.items, self.ticks, strict=True)
        return {item: int(tick.isChecked()) for item, tick in both}

    def put(self, answers: Mapping[str, int]) -> None:
        """Tick these, and leave blank what is not among them."""
        for item, tick in zip(self.items, self.ticks, strict=True):
            tick.setChecked(bool(answers.get(item)))
        self._stop_at(0)

    def take_focus(self) -> None:
        """Let the keyboard stand on the first."""
        self.ticks[0].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, Tick):
            return False
        at = self.ticks.index(watched)
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(at)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(at, event)
        return False

    def _take_key(self, at: int, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        typed = event.text().lower()
        if typed in _ANSWERS:
            self.ticks[at].setChecked(_ANSWERS[typed])
            self._go(at + 1)
        elif event.key() in _MOVES:
            self._go(at + _MOVES[event.key()])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if event.key() == Qt.Key.Key_Home else len(self.ticks) - 1)
        else:
            return typed.isalnum()
        return True

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.ticks):
            self.ticks[at].setFocus(Qt.FocusReason.TabFocusReason)
            reveal(self.ticks[at])

    def _stop_at(self, at: int) -> None:
        """Let Tab reach this one, and no other of the list."""
        for place, tick in enumerate(self.ticks):
            here = place == at
            tick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
