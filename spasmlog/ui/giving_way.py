"""Of two programs on one journal the one that cannot have it goes to the other, with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from spasmlog import hand_over
from spasmlog.errors import JournalInUse, Refusal
from spasmlog.ui.refusal_page import RefusalPage

if TYPE_CHECKING:
    from spasmlog.ui.session import Session
    from spasmlog.ui.single import Single

EVERY_MS = 250
A_MOMENT, A_START = 12, 120
"""How often it is tried: where somebody is there, and where a window has still to come up."""


class GivingWay(QObject):
    """Asks until somebody answers. Who does so may not listen itself meanwhile."""

    taken = Signal()
    """The other has it, and is to be seen."""
    left = Signal()
    """The other has let the journal go instead, or nobody has answered."""

    def __init__(self, journal: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._line: Callable[[], str] = str
        self._what, self._tries = hand_over.FORWARD, 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def is_under_way(self) -> bool:
        """Whether it is still being asked."""
        return self._timer.isActive()

    def begin(self, what: str, line: Callable[[], str], tries: int) -> None:
        """Ask for this, each time with the line as it stands by then."""
        self._what, self._line, self._tries = what, line, tries
        self._timer.start()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _ask(self) -> None:
        self._tries -= 1
        sent = self._line()
        try:
            said = hand_over.ask(self._journal, self._what, sent)
        except Refusal:  # it is busy with its start
            said = None
        if said is not None and "here" in said:
            self._timer.stop()
            QTimer.singleShot(0, self, lambda: self._taken(sent))
        elif self._tries <= 0 or (said is not None and "gone" in said):
            self._timer.stop()
            self.left.emit()

    def _taken(self, sent: str) -> None:
        """What was typed while the other took its time goes after it."""
        if self._line() != sent:
            self._timer.start()
        else:
            self.taken.emit()


def give_way(session: Session, single: Single, journal: Path) -> None:
    """A window without the journal is closed where the one that has it comes forward."""
    way = GivingWay(journal, session)
    desk, window = session.window.around.desk, session.window

    def ask(refusal: Refusal) -> None:
        if isinstance(refusal, JournalInUse):
            single.close()
            way.begin(hand_over.FORWARD, str, A_MOMENT)

    def close() -> None:
        refused = isinstance(window.layers.currentWidget(), RefusalPage)
        if refused and not desk.waiting:
            window.close()
        else:  # it was opened meanwhile, something was asked for here, or help is being read
            single.resume()

    session.opening.failed.connect(ask)
    way.taken.connect(close)
    way.left.connect(single.resume)
    window.closing.connect(way.stop)
