"""Reminders while the window is open: what is due becomes a note, its answer a reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, SignalInstance

from spasmlog.i18n import _
from spasmlog.ui.quick_entry import is_in_front
from spasmlog.ui.reminded import keep, recalled

if TYPE_CHECKING:
    from spasmlog.ui.abroad import Abroad
    from spasmlog.ui.page import Page
    from spasmlog.ui.session import Session
    from spasmlog.views.reminders import Reminder

EVERY_MS = 30_000


class Reminding(QObject):
    """Looks every half minute and after each step; shows each reminder once."""

    def __init__(self, session: Session, abroad: Abroad) -> None:
        super().__init__(session)
        self._session, self._abroad = session, abroad
        self._window, self._around = session.window, session.window.around
        self._desk, self._notifier = self._around.desk, abroad.notifier
        self._shown: set[str] = set()
        self._tries = False
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.check)
        self._connect()
        self._clock.start()

    def check(self) -> None:
        """Show what is due, and take away what has been answered elsewhere."""
        from spasmlog.views.reminders import due, is_wanted

        if not self._desk.writes:
            return
        self._withdraw_answered()
        if not is_wanted(self._around.settings) or not self._may_speak():
            return
        around, told = self._around, recalled(self._around.remembered)
        in_full = around.settings.reminders_in_full and not self._abroad.is_hidden
        chosen = replace(around.settings, reminders_in_full=in_full)
        for each in due(self._desk.diary, around.now, chosen, told, around.hidden):
            self._show(each)

    def try_one(self) -> None:
        """Show what a reminder looks like, whatever is set."""
        from spasmlog.views.reminders import sample

        self._notifier.begin()
        self._tries = not self._notifier.is_settled
        if self._tries:
            return  # `settled` comes back here
        if self._abroad.can_speak:
            self._present(sample())
        else:
            text = _("This computer shows no notifications now. The cards on Today ask the same.")
            self._session.toast.say("info", text, seconds=30)

    def _connect(self) -> None:
        self._desk.moved.connect(self.check)
        self._notifier.settled.connect(self._settled)
        self._notifier.answered.connect(self._answered)
        self._notifier.opened.connect(self._open)
        self._notifier.closed.connect(self._shown.discard)
        self._window.page_made.connect(self._listen)
        self._window.closing.connect(self._clock.stop)
        for name, page in self._window.pages.items():
            self._listen(name, page)

    def _listen(self, _name: str, page: Page) -> None:
        offered = getattr(page, "reminder_tried", None)
        if isinstance(offered, SignalInstance):
            offered.connect(self.try_one)

    def _settled(self, _can: bool) -> None:
        if self._tries:
            self.try_one()
        self.check()

    def _may_speak(self) -> bool:
        """Whether a note can be seen and would not lie over what the person looks at already.

        On Today the card asks the same; what covers the pages is help, or is shown to a doctor.
        """
        self._notifier.begin()
        if not self._notifier.is_settled or not self._abroad.can_speak:
            return False
        looked_at = self._window.covered or self._window.current == "today"
        return not (looked_at and is_in_front(self._window))

    def _withdraw_answered(self) -> None:
        from spasmlog.views.reminders import waits

        around = self._around
        for key in tuple(self._shown):
            if not waits(key, self._desk.diary, around.now, around.settings, around.hidden):
                self._notifier.withdraw(key)
                self._shown.discard(key)

    def _show(self, reminder: Reminder) -> None:
        from spasmlog.views.reminders import noted

        told = recalled(self._around.remembered)
        keep(self._around.remembered, noted(told, reminder.key, self._around.now.utc))
        self._present(reminder)

    def _present(self, reminder: Reminder) -> None:
        self._shown.add(reminder.key)
        self._notifier.show(reminder.key, reminder.title, reminder.text, reminder.answers)

    def _answered(self, key: str, action: str) -> None:
        from spasmlog.views.reminders import LATER, OPEN, answer, put_off

        if key not in self._shown:
            return
        if action == OPEN:
            self._open(key)
        elif action == LATER:
            told = recalled(self._around.remembered)
            keep(self._around.remembered, put_off(told, key, self._around.now.utc))
        elif self._desk.is_open:
            command = answer(key, action, self._desk.diary)
            if command is not None:
                self._abroad.do(command, in_full=self._around.settings.reminders_in_full)

    def _open(self, key: str) -> None:
        from spasmlog.views.reminders import place

        if key in self._shown:
            self._abroad.come(place(key))
