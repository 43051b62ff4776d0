"""Reminders without a window: shown as notifications, answered in place, saved, and over."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from spasmlog.errors import JournalInUse, Refusal
from spasmlog.i18n import _
from spasmlog.reminder_timer import MINUTES
from spasmlog.ui.notifications import Notifier
from spasmlog.ui.remind_check import Checker
from spasmlog.views.reminders import LATER, OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EVERY_MS = MINUTES * 60_000
RETRY_MS, RETRIES = 2_000, 5
"""How often a journal that is just being opened elsewhere is tried again (our own choice)."""
FAILED = "failed:"
"""Begins the key of the note that says what was not saved."""


class RemindAlone(QObject):
    """Stays while something that it showed is to be answered; with `stays`, until it is unwanted.

    Not for a set time: a desktop takes the notes of a program away once it has ended, and a person
    may come back to it after an hour.
    """

    ended = Signal()
    window_wanted = Signal()
    """The window is to be opened; without `stays` this has ended then."""

    def __init__(
        self,
        checker: Checker,
        notifier: Notifier,
        explain: Callable[[str], None],
        *,
        stays: bool,
        retry_ms: int = RETRY_MS,
    ) -> None:
        super().__init__()
        self._checker, self._notifier, self._explain = checker, notifier, explain
        self._stays, self._retry_ms = stays, retry_ms
        self._shown: set[str] = set()
        self._saving: set[str] = set()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        notifier.settled.connect(self._settled)
        notifier.answered.connect(self._answer)
        notifier.opened.connect(self._open)
        notifier.closed.connect(self._closed)

    def start(self) -> None:
        """Ask the desktop whether it shows notifications; the rest follows."""
        self._timer.start()
        self._notifier.begin()

    def look(self) -> None:
        """Show what is due by now, and take away what nobody has to answer any more."""
        if self._stays and not self._checker.settings.remind_while_closed:
            self._end()
            return
        if not self._notifier.available:
            return
        try:
            looked = self._checker.look(frozenset(self._shown))
        except Refusal as refusal:  # it may be readable the next time
            self._explain(str(refusal))
            self._end_if_idle()
            return
        for key in looked.over:
            self._notifier.withdraw(key)
            self._shown.discard(key)
        for each in looked.reminders:
            self._shown.add(each.key)
            self._notifier.show(each.key, each.title, each.text, each.answers)
            self._checker.note(each.key)
        if looked.why:
            self._explain(looked.why)
        self._end_if_idle()

    def _settled(self, available: bool) -> None:
        if available:
            self.look()
        else:
            self._explain(_("This desktop shows no notifications."))
            self._end_if_idle()

    def _answer(self, key: str, action: str) -> None:
        if action == OPEN:
            self._open(key)
        elif action == LATER:
            self._checker.put_off(key)
            self._over(key)
        else:
            self._saving.add(key)
            self._save(key, action, RETRIES)

    def _save(self, key: str, action: str, left: int) -> None:
        try:
            self._checker.save(key, action)
        except JournalInUse as refusal:
            if left:
                QTimer.singleShot(self._retry_ms, self, lambda: self._save(key, action, left - 1))
            else:
                self._fail(key, refusal)
        except Refusal as refusal:
            self._fail(key, refusal)
        else:
            self._over(key)

    def _fail(self, key: str, refusal: Refusal) -> None:
        told = FAILED + key
        self._shown.add(told)
        text = _("The answer is not saved. {why}").format(why=refusal)
        self._notifier.show(told, _("SpasmLog"), text, ((OPEN, _("Open SpasmLog")),))
        self._over(key)

    def _open(self, key: str) -> None:
        self.window_wanted.emit()
        if self._stays:
            self._over(key)
        else:
            self._end()

    def _over(self, key: str) -> None:
        self._saving.discard(key)
        self._shown.discard(key)
        self._notifier.withdraw(key)
        self._end_if_idle()

    def _closed(self, key: str) -> None:
        self._shown.discard(key)
        self._end_if_idle()

    def _end_if_idle(self) -> None:
        if not self._stays and not self._shown and not self._saving:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._notifier.close()
        self.ended.emit()


def run(
    checker: Checker, explain: Callable[[str], None], open_window: Sequence[str], *, stays: bool
) -> bool:
    """Remind until it is over; whether the window is to be opened in place of this program.

    One that stays starts `open_window`, a program and its words, beside itself.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python hears of none in Qt's loop
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    app.setApplicationName("SpasmLog")
    alone = RemindAlone(checker, Notifier(), explain, stays=stays)
    wanted: list[bool] = []
    alone.window_wanted.connect(lambda: _start(open_window) if stays else wanted.append(True))
    alone.ended.connect(app.quit)
    QTimer.singleShot(0, alone.start)
    app.exec()
    signal.signal(signal.SIGINT, before)
    return bool(wanted)


def _start(words: Sequence[str]) -> None:
    QProcess.startDetached(words[0], list(words[1:]))
