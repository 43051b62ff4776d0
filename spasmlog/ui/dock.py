"""The dock in the window's header: the pain strip on every page, and the running spasm's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui import asks
from spasmlog.ui.buttons import Button
from spasmlog.ui.fields import label
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip
from spasmlog.views.running import DockState, running_time

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment


CROWDED_FROM = 1.25
"""From this text scale on there is no room for a way to flare mode; F9 and Today have theirs."""


class Dock(QWidget):
    """Usable from its first paint; what it asks for before the journal is open, the window keeps.

    The clock moves only by `tick`: the window owns the timer.
    """

    asked = Signal(object)
    """A command of `journal.commands`."""
    flare_wanted = Signal()
    """Large buttons on the whole window."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._state = look, DockState()
        self.text = label("", "medium")
        self.strip = PainStrip(look, compact=True)
        self.let_go = Button(_("It let go"), look, "primary", hint="E")
        self.flare = Button("", look, icon="large", name=_("Flare mode: large buttons (F9)"))
        self.let_go.hide()
        self.flare.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.text)
        row.addWidget(self.strip)
        row.addWidget(self.let_go)
        row.addWidget(self.flare)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.strip.chosen.connect(lambda level: self.asked.emit(asks.pain(level)))
        self.let_go.clicked.connect(self._ask_end)
        self.flare.clicked.connect(self.flare_wanted.emit)
        self.show_state(self._state)
        look.changed.connect(self._fit)

    def show_state(self, state: DockState) -> None:
        """Show what is running, or that nothing is."""
        self._state = state
        running = state.episode_id is not None
        self._say(state.text)
        self.strip.set_value(state.level if running else None)
        self.let_go.setVisible(running)
        self._fit()

    def tick(self, now: Moment) -> None:
        """Let the running time move on."""
        if self._state.onset is not None:
            self._say(running_time(self._state.onset, now))

    def _fit(self) -> None:
        running = self._state.episode_id is not None
        self.flare.setVisible(running and self._look.scale < CROWDED_FROM)

    def _say(self, time: str) -> None:
        self.text.setText(time or _("Pain now"))
        spoken = _("Spasm running for {time}").format(time=time) if time else _("Pain now")
        self.text.setAccessibleName(spoken)
        self.setAccessibleName(spoken)

    def _ask_end(self) -> None:
        if self._state.episode_id is not None:
            self.asked.emit(asks.let_go(self._state.episode_id))
