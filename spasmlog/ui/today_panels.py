"""What opens under the card of the moment: safety questions, details, first steps and more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from spasmlog.ui.cards import Card
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal

if TYPE_CHECKING:
    from spasmlog.ui.earlier_spasm import EarlierSpasm
    from spasmlog.ui.first_steps_card import FirstStepsCard
    from spasmlog.ui.form_card import FormCard
    from spasmlog.ui.now_card import NowCard
    from spasmlog.ui.safety_card import SafetyCard
    from spasmlog.ui.spasm_details import SpasmDetails
    from spasmlog.views.today import TodayView


class Panels(QObject):
    """Made when they are first wanted: most days need none of them."""

    asked = Signal(object)
    emergency = Signal(object)
    wanted = Signal(object)
    made = Signal()
    """There is one more of them."""

    def __init__(self, look: Look, now: NowCard, host: QWidget) -> None:
        super().__init__(host)
        self._look, self._now, self._host = look, now, host
        self._view: TodayView | None = None
        self.safety: SafetyCard | None = None
        self.details: SpasmDetails | None = None
        self.earlier: EarlierSpasm | None = None
        self.steps: FirstStepsCard | None = None

    @property
    def cards(self) -> tuple[Card, ...]:
        """Those that are there, in reading order."""
        every = (self.safety, self.details, self.earlier, self.steps)
        return tuple(each for each in every if each is not None)

    @property
    def forms(self) -> Iterator[FormCard]:
        """Those that something can be typed into."""
        return (each for each in (self.details, self.earlier) if each is not None)

    def show_view(self, view: TodayView) -> None:
        """Show this moment; what is being typed stays, also when the spasm is over meanwhile."""
        self._view = view
        if view.safety is not None:
            self._safety().show_view(view.safety)
        if self.safety is not None:
            self.safety.setVisible(view.safety is not None)
        if view.first_steps is not None:
            self._steps().show_view(view.first_steps)
        if self.steps is not None:
            self.steps.setVisible(view.first_steps is not None)
        if self.details is not None:
            self.details.show_details(view.now.details)
            if view.now.details is None and not self.details.is_touched:
                self._close(self.details)

    def toggle_details(self) -> None:
        """Open or fold the details of the running spasm."""
        if self.details is None:
            from spasmlog.ui.spasm_details import SpasmDetails

            self.details = SpasmDetails(self._look)
            self._take(self.details)
            if self._view is not None:
                self.details.show_details(self._view.now.details)
        self._toggle(self.details, self.details.first)

    def toggle_earlier(self) -> None:
        """Open or fold the form for a spasm at another time."""
        if self.earlier is None:
            from spasmlog.ui.earlier_spasm import EarlierSpasm

            self.earlier = EarlierSpasm(self._look)
            self._take(self.earlier)
        if self.earlier.isHidden() and self._view is not None:
            self.earlier.start_from(self._view.now.clock)
        self._toggle(self.earlier, self.earlier.began.clock)

    def _safety(self) -> SafetyCard:
        if self.safety is None:
            from spasmlog.ui.safety_card import SafetyCard

            self.safety = SafetyCard(self._look)
            self.safety.setParent(self._host)
            self.safety.asked.connect(self.asked)
            self.safety.emergency.connect(self.emergency)
            self.made.emit()
        return self.safety

    def _steps(self) -> FirstStepsCard:
        if self.steps is None:
            from spasmlog.ui.first_steps_card import FirstStepsCard

            self.steps = FirstStepsCard(self._look)
            self.steps.setParent(self._host)
            self.steps.asked.connect(self.asked)
            self.steps.wanted.connect(self.wanted)
            self.made.emit()
        return self.steps

    def _take(self, panel: FormCard) -> None:
        panel.setParent(self._host)
        panel.hide()
        panel.asked.connect(self.asked)
        panel.closed.connect(lambda: self._close(panel))
        self.made.emit()

    def _toggle(self, panel: FormCard, first: QWidget) -> None:
        if not panel.isHidden():
            self._close(panel)
            return
        panel.show()
        first.setFocus(Qt.FocusReason.TabFocusReason)  # what stands there is selected
        reveal(panel)

    def _close(self, panel: FormCard) -> None:
        """Fold a panel; the keyboard goes back to what opened it."""
        if panel.isHidden():
            return
        within = panel.isAncestorOf(self._host.focusWidget() or self._host)
        panel.hide()
        if within:
            back = self._now.earlier if panel is self.earlier else self._now.details
            (self._now.strip if back.isHidden() else back).setFocus()
