"""What all small forms share: Enter saves, Esc closes, a refusal stands beside what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QGridLayout,
    QPlainTextEdit,
    QWidget,
)

from spasmlog.errors import InvalidEntry, Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.unsaved_line import UnsavedLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spasmlog.journal.commands import Command

GUTTER = 16


class FormCard(Card):
    """A form that builds commands. What was typed stays until it is on disk."""

    asked = Signal(object)
    closed = Signal()
    changes_kept = False
    """Whether it changes an entry that is there, and makes none."""

    def __init__(
        self,
        look: Look,
        title: str,
        *,
        note: str = "",
        icon: str | None = None,
        save_text: str = "",
        role: str = "card",
    ) -> None:
        super().__init__(look, title, note=note, icon=icon, role=role)
        self._left = 0
        self.problem = label("", "prompt", wrap=True)
        self.problem.hide()
        self.unsaved = UnsavedLine()
        self.save = Button(save_text or _("Save"), look, "primary")
        self.close_form = Button(_("Close"), look, "flat")
        self.save.clicked.connect(self.submit)
        self.close_form.clicked.connect(self.closed.emit)

    @property
    def waiting(self) -> bool:
        """Whether something was asked and is neither saved nor refused yet."""
        return self._left > 0

    def commands(self) -> Iterable[Command]:
        """What the form asks for; raises a `Refusal` for what cannot be read."""
        raise TypeError(f"{type(self).__name__} asks for nothing")

    @property
    def typed(self) -> object:
        """What stands there and is not saved; nothing where it is as it opened."""
        return None

    def may_close(self) -> bool:
        """Whether the window may close; it is said once beside what is typed and not saved."""
        for spin in self.findChildren(QAbstractSpinBox):
            spin.interpretText()
        return self.unsaved.may_close(self.typed)

    def reveal(self) -> None:
        """Scroll to what was said last."""
        reveal(self)
        reveal(self.unsaved.words)

    def clear(self) -> None:
        """Back to how the form opens; called after a save."""

    def submit(self) -> None:
        """Ask for what was typed, or say why that cannot be."""
        try:
            self._refuse_beyond()
            asked = tuple(self.commands())
        except Refusal as refusal:
            self.say(refusal)
            return
        self.problem.hide()
        self.unsaved.hide()
        self._left = len(asked)
        for command in asked:
            if self.waiting:
                self.asked.emit(command)

    def say(self, refusal: Refusal) -> None:
        """Say why nothing was saved, and keep everything as it is."""
        self._left = 0
        self.problem.setText(" ".join(filter(None, (refusal.sentence, refusal.next_step))))
        self.problem.show()

    def done(self) -> None:
        """One of the things asked is on disk; after the last the form is as when it opened."""
        self._left -= 1
        if not self.waiting:
            self.clear()

    def add_foot(self, more: Sequence[QWidget] = ()) -> None:
        """The problem line and the buttons, below the fields."""
        self.body.addWidget(self.problem)
        self.body.addWidget(self.unsaved.words)
        self.body.addWidget(Flow((self.save, *more, self.close_form)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.close_form.isVisible():
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        else:
            super().keyPressEvent(event)

    def _refuse_beyond(self) -> None:
        """What was typed beyond a limit is not saved as something smaller."""
        from spasmlog.ui.stepper import Stepper

        for stepper in self.findChildren(Stepper):
            if stepper.limit_passed and stepper.isVisible():
                stepper.setFocus(Qt.FocusReason.TabFocusReason)
                raise InvalidEntry(stepper.limit_passed)

    def _enter(self, event: QKeyEvent) -> None:
        """Enter presses a button that closes or unfolds, and else saves."""
        focus = self.focusWidget()
        if isinstance(focus, QPlainTextEdit) and not event.modifiers():
            super().keyPressEvent(event)
        elif isinstance(focus, QAbstractButton) and focus.property("enter") == "press":
            focus.click()
        elif focus is self.close_form:
            self.closed.emit()
        else:
            self.submit()


class FieldGrid(QWidget):
    """Fields side by side in equal columns, as many as the width holds.

    A field with the property "span" takes two columns, where there are two.
    """

    def __init__(self, look: Look, fields: Sequence[QWidget], least: int, most: int = 3) -> None:
        super().__init__()
        self._look, self._least, self._most = look, least, most
        self._fields = list(fields)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GUTTER + 4)
        self._grid.setVerticalSpacing(10)
        self._set_columns(most)
        look.changed.connect(self._fit)

    def add(self, field: QWidget) -> None:
        """One more at the end."""
        self._fields.append(field)
        self._set_columns(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = (self.width() + GUTTER) // (self._look.px(self._least) + GUTTER)
        columns = max(1, min(self._most, room))
        if columns != self._columns:
            self._set_columns(columns)

    def _set_columns(self, columns: int) -> None:
        for field in self._fields:
            self._grid.removeWidget(field)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        row = column = 0
        for field in self._fields:
            span = min(field.property("span") or 1, columns)
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, span)
            column += span
        self._columns = columns
