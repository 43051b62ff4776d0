""" "When did it let go?", asked once after twelve hours; no answer is saved by a guess alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from spasmlog.i18n import _
from spasmlog.journal.commands import Command, EndEpisode, LeaveEndUnknown
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FormCard
from spasmlog.ui.inputs import Button, label
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import MARGIN
from spasmlog.ui.time_fields import TimeField

if TYPE_CHECKING:
    from spasmlog.views.now import EndQuestion


class EndForm(FormCard):
    """Five ways to answer and one to leave it open. A time is always confirmed."""

    still_going = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", role="plain")
        self.body.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._episode_id = ""
        self._question: EndQuestion | None = None
        self.choices = tuple(
            Button(text, look, size="roomy", kind=kind)
            for text, kind in (
                (_("Still going"), "normal"),
                (_("Before I slept"), "normal"),
                (_("During the night"), "normal"),
                (_("On waking"), "normal"),
                (_("Pick a time"), "normal"),
                (_("I do not know"), "flat"),
            )
        )
        for button in self.choices:
            button.setProperty("enter", "press")
        self.body.addWidget(Flow(self.choices))
        self.body.addWidget(self._time_row(look))
        self.body.addWidget(self.problem)
        quiet = _("Not known stays not known; charts leave the length out.")
        self.body.addWidget(label(quiet, "caption", wrap=True))
        self._connect()

    def show_question(self, episode_id: str, question: EndQuestion) -> None:
        """Ask about this spasm; a time that is being typed stays."""
        if episode_id != self._episode_id:
            self.clear()
        self._episode_id, self._question = episode_id, question

    def commands(self) -> Iterable[Command]:
        yield EndEpisode(episode_id=self._episode_id, at=self.time.value())

    def clear(self) -> None:
        self.time_row.hide()
        self.problem.hide()

    def _time_row(self, look: Look) -> QWidget:
        self.time = TimeField(look, _("It let go"))
        self.save.set_text(_("It let go then"))
        self.time_row = Flow((QLabel(_("It let go at")), self.time, self.save), 12)
        self.time_row.hide()
        return self.time_row

    def _connect(self) -> None:
        going, sleep, night, waking, pick, unknown = self.choices
        going.clicked.connect(self.still_going.emit)
        sleep.clicked.connect(lambda: self._offer("before_sleep"))
        night.clicked.connect(lambda: self._offer("night"))
        waking.clicked.connect(lambda: self._offer("waking"))
        pick.clicked.connect(lambda: self._offer("latest"))
        unknown.clicked.connect(self._leave)

    def _offer(self, which: str) -> None:
        """Open the time field with a likely time, to be confirmed or changed."""
        likely: datetime = getattr(self._question, which)
        self.time.set_value(likely)
        self.time_row.show()
        self.time.setFocus()

    def _leave(self) -> None:
        self.asked.emit(LeaveEndUnknown(episode_id=self._episode_id))
