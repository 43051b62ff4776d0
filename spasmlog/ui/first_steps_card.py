"""The first steps while a spasm runs, one press each; and the way to what a spasm may tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.views.first_steps import FirstStep, FirstStepsView

STACK_BELOW = 860
"""Narrower than this, in design pixels, the steps stand below the words."""


class TellingLink(Button):
    """A quiet button that leads to the page about spasms in general."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(_("What a spasm may be telling you"), look, "flat", icon="info")
        self.clicked.connect(lambda: self.wanted.emit(Place(page="telling")))


class StepButton(Button):
    """One step; what it asks moves on with the clock."""

    def __init__(self, look: Look, step: FirstStep) -> None:
        super().__init__(step.text, look, size="roomy", icon=step.icon, role=step.role)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.step = step
        self.show_step(step)

    def show_step(self, step: FirstStep) -> None:
        """Show this step."""
        self.step = step
        self.set_text(step.text)
        self.setAccessibleName(step.name)
        self.setToolTip(step.name)


class FirstStepsCard(Card):
    """Short, and gone with the spasm."""

    asked = Signal(object)
    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("First steps"))
        self._shown: tuple[str, ...] = ()
        self.steps: tuple[StepButton, ...] = ()
        self.link = TellingLink(look)
        self.link.wanted.connect(self.wanted)
        self.header.addWidget(self.link)
        self.lead = label("", wrap=True)
        self.caution = label("", "caption", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.lead)
        words.addWidget(self.caution)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        self._row.addLayout(words, 1)
        self.buttons = Flow()
        self._row.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)
        look.changed.connect(self._fit)

    def show_view(self, view: FirstStepsView) -> None:
        """Show these steps; the buttons stay as long as it is the same steps."""
        self.lead.setText(view.lead)
        self.caution.setText(view.caution)
        icons = tuple(each.icon for each in view.steps)
        if icons != self._shown:
            self._shown = icons
            self.buttons.clear()
            self.steps = tuple(map(self._made, view.steps))
            self._fit()
        for button, step in zip(self.steps, view.steps, strict=True):
            button.show_step(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _made(self, step: FirstStep) -> StepButton:
        button = StepButton(self._look, step)
        button.clicked.connect(lambda: self.asked.emit(button.step.command))
        self.buttons.add(button)
        return button

    def _fit(self) -> None:
        """The steps beside the words, or below them."""
        narrow = self.width() < self._look.px(STACK_BELOW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._row.setAlignment(
            self.buttons,
            Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignVCenter,
        )
        policy = self.buttons.sizePolicy()
        policy.setHorizontalPolicy(
            QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Minimum
        )
        self.buttons.setSizePolicy(policy)
