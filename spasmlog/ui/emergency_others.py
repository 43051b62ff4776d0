"""The safety questions that are not emergency ones, one step behind the emergency page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.emergency_parts import Words
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.ui.safety_card import SafetyQuestions
    from spasmlog.views.safety import QuestionGroup


class Others(QWidget):
    """All of them in their groups, each with its answers; made when they are first wanted."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._groups: tuple[QuestionGroup, ...] = ()
        self.questions: SafetyQuestions | None = None
        self.title = Words(look, 26, 600)
        self.title.setText(_("Other safety questions"))
        self.back = Button(_("Back to the emergency signs"), look, size="roomy")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.title)
        self._column.addWidget(Flow((self.back,)))
        self._column.addStretch(1)

    def show_others(self, groups: tuple[QuestionGroup, ...]) -> None:
        """Show what was answered."""
        self._groups = groups
        if self.questions is not None:
            self.questions.show_view(groups)

    def open(self) -> None:
        """They are wanted now."""
        if self.questions is None:
            from spasmlog.ui.safety_card import SafetyQuestions

            self.questions = SafetyQuestions(self._look)
            self.questions.asked.connect(self.asked)
            self._column.insertWidget(2, self.questions)
        self.questions.show_view(self._groups)
