"""What the program does outside its window: notes, reminders, the tray; begun when all is read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from spasmlog.ui.abroad import Abroad
    from spasmlog.ui.reminding import Reminding
    from spasmlog.ui.session import Session
    from spasmlog.ui.tasks import Progress
    from spasmlog.ui.tray import Tray

_NEEDED = (
    "PySide6.QtSvg",
    "spasmlog.views.reminders",
    "spasmlog.views.running",
    "spasmlog.ui.abroad",
    "spasmlog.ui.tray",
    "spasmlog.ui.reminding",
)


class Outdoors(QObject):
    """Nothing of it is imported before the journal is there as a whole, nor by the window."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._has_begun = False
        self.abroad: Abroad | None = None
        self.reminding: Reminding | None = None
        self.tray: Tray | None = None
        session.opening.complete.connect(self._begin)

    def _begin(self) -> None:
        if not self._has_begun:  # else another journal was opened in the same window
            self._has_begun = True
            tasks = self._session.window.around.tasks
            tasks.run(_load, self._notes, lambda _refusal: None, "load what is outside")

    def _notes(self, _loaded: None) -> None:
        from spasmlog.ui.abroad import Abroad
        from spasmlog.ui.reminding import Reminding

        self.abroad = Abroad(self._session)
        self.reminding = Reminding(self._session, self.abroad)
        self.reminding.check()
        QTimer.singleShot(0, self, self._icon)  # in a turn of its own: the window stays quick

    def _icon(self) -> None:
        from spasmlog.ui.tray import Tray

        if self.abroad is not None and self._session.window.around.desk.is_open:
            self.tray = Tray(self._session, self.abroad)


def _load(progress: Progress) -> None:
    for name in _NEEDED:
        progress.check()
        import_module(name)
