"""The system asks the program to end, at logout or shutdown: it ends as by closing its window."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

from spasmlog.ui.outdoors import Outdoors

if TYPE_CHECKING:
    from spasmlog.ui.session import Session

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Ending(QObject):
    """Says when one of these signals has come; Qt's loop alone would never let Python hear it."""

    asked = Signal()

    def __init__(self, parent: QObject, signals: Iterable[signal.Signals] = SIGNALS) -> None:
        super().__init__(parent)
        self._near, self._far = socket.socketpair()
        for each in (self._near, self._far):
            each.setblocking(False)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for number in signals:
            signal.signal(number, lambda *_about: None)
        self._hearing = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._hearing.activated.connect(self._hear)

    def close(self) -> None:
        """It is ending already: what else comes is not heard."""
        signal.set_wakeup_fd(-1)
        self._hearing.setEnabled(False)
        for each in (self._near, self._far):
            each.close()

    def _hear(self, *_about: Any) -> None:
        with suppress(BlockingIOError):
            if self._near.recv(64):
                self.asked.emit()


def end_when_asked(session: Session) -> None:
    """What is typed is saved as far as it can be; what cannot be holds the window as ever."""
    ending = Ending(session)
    ending.asked.connect(lambda: end(session))
    session.window.closing.connect(ending.close)
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):  # the desktop asks before it ends its session
        app.commitDataRequest.connect(lambda _manager: keep(session))


def end(session: Session) -> None:
    """Close the window for good, wherever it is; what is being typed is kept where it can be."""
    keep(session)
    outdoors = session.findChild(Outdoors)
    if outdoors is not None and outdoors.tray is not None:
        outdoors.tray.quit()
    else:
        session.window.close()


def keep(session: Session) -> None:
    """Save what is typed and can be saved; of the rest nobody can be asked."""
    for page in tuple(session.window.pages.values()):
        page.keep()
