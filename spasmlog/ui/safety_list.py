"""The emergency signs in short, a tick each: one tab stop, with arrows inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from spasmlog.domain.scales import SignAnswer
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.even_columns import EvenColumns
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.question_row import SETTLE_MS
from spasmlog.ui.switches import Tick

if TYPE_CHECKING:
    from spasmlog.views.safety import Question

LEAST = 350
"""So wide, in design pixels, is a column at least."""
_SIDEWAYS = {Qt.Key.Key_Right.value: 1, Qt.Key.Key_Left.value: -1}
_UPRIGHT = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SignRow(QWidget):
    """One sign: a press on its tick is a yes, beside it stands "Not sure".

    An answered row stays as it is, so that nothing else comes under the pointer; a second press
    on "Not sure" takes that back, but not the second half of a double-click.
    """

    answered = Signal(object)
    taken_back = Signal(str)
    """The id of the answer that no longer holds."""

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        self._pressed = QElapsedTimer()
        self.settle_ms = SETTLE_MS
        self.tick = Tick(look, question.short, name=f"{_('Yes')}: {question.text}")
        self.unsure = Button(_("Not sure"), look, "flat")
        self.unsure.setAccessibleName(f"{_('Not sure')}: {question.text}")
        self.unsure.setCheckable(True)
        self.whole = label(question.text, "quiet", wrap=True)
        self.tick.setToolTip(question.text)
        self.tick.clicked.connect(self._yes)
        self.unsure.clicked.connect(self._unsure)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.tick, 0, 0)
        grid.addWidget(self.unsure, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.whole, 1, 0)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(2, 1)
        self.whole.setContentsMargins(look.px(Tick.MARK[0]) + 10, 0, 0, 6)
        self.whole.hide()
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Show whether it is marked as not sure."""
        self.question = question
        self.unsure.setChecked(question.stands)
        self.unsure.setToolTip(question.said)

    def _yes(self) -> None:
        """What was ticked is told, and the box is as before: what stands is shown elsewhere."""
        self.tick.setChecked(False)
        if self._settled():
            self.answered.emit(SignAnswer.YES)

    def _unsure(self) -> None:
        """What is marked is what has been saved, whatever the button made of the press."""
        question = self.question
        self.unsure.setChecked(question.stands)
        if not self._settled():
            return
        if question.stands:
            self.taken_back.emit(question.record)
        else:
            self.answered.emit(SignAnswer.UNSURE)

    def _settled(self) -> bool:
        settled = not self._pressed.isValid() or self._pressed.elapsed() >= self.settle_ms
        if settled:
            self._pressed.start()
        return settled


MakeRow = Callable[["Question"], SignRow]


class SignRows(QWidget):
    """All that are asked, in one column or two."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._grid = EvenColumns(look, 2, LEAST, (24, 0))
        self._stops: list[QAbstractButton] = []
        self.rows: tuple[SignRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)

    def show_questions(self, questions: tuple[Question, ...], make: MakeRow) -> bool:
        """Ask these, in the rows that are there if they ask the same; False where they do."""
        if [row.question.sign for row in self.rows] == [each.sign for each in questions]:
            for row, question in zip(self.rows, questions, strict=True):
                row.show_question(question)
            return False
        self._show_rows(tuple(map(make, questions)))
        return True

    def _show_rows(self, rows: tuple[SignRow, ...]) -> None:
        self._grid.clear()
        self.rows = rows
        self._stops = [each for row in rows for each in (row.tick, row.unsure)]
        for row in rows:
            self._grid.add(row)
        for stop in self._stops:
            stop.installEventFilter(self)
        self._stop_at(0)

    def show_whole(self, whole: bool) -> None:
        """Show or hide the questions in full under the short words."""
        for row in self.rows:
            row.whole.setVisible(whole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched not in self._stops:
            return False
        at = self._stops.index(watched)
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(at)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(at, event)
        return False

    def _take_key(self, at: int, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._stops[at].click()
            return True
        goal = self._goal(at, event.key())
        if goal is None:
            return False
        if 0 <= goal < len(self._stops):
            self._stops[goal].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _goal(self, at: int, key: int) -> int | None:
        if key in _SIDEWAYS:
            return at + (-_SIDEWAYS[key] if self.isRightToLeft() else _SIDEWAYS[key])
        if key in _UPRIGHT:
            return at + 2 * _UPRIGHT[key] * self._columns()
        ends = {Qt.Key.Key_Home.value: 0, Qt.Key.Key_End.value: len(self._stops) - 1}
        return ends.get(key)

    def _columns(self) -> int:
        """How many stand side by side."""
        return sum(row.y() == self.rows[0].y() for row in self.rows)

    def _stop_at(self, at: int) -> None:
        """Let Tab reach this one, and no other of the list."""
        for place, stop in enumerate(self._stops):
            here = place == at
            stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
