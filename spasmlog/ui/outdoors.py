"""What the program does outside its window: notes, reminders, the tray; begun when all is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from spasmlog.ui.abroad import Abroad
    from spasmlog.ui.reminding import Reminding
    from spasmlog.ui.session import Session
    from spasmlog.ui.tray import Tray


class Outdoors(QObject):
    """Nothing of it is imported before the journal is there as a whole."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.abroad: Abroad | None = None
        self.reminding: Reminding | None = None
        self.tray: Tray | None = None
        session.opening.complete.connect(self._begin)

    def _begin(self) -> None:
        if self.abroad is not None:
            return  # another journal was opened in the same window
        from spasmlog.ui.abroad import Abroad
        from spasmlog.ui.reminding import Reminding
        from spasmlog.ui.tray import Tray

        self.abroad = Abroad(self._session)
        self.tray = Tray(self._session, self.abroad)
        self.reminding = Reminding(self._session, self.abroad)
        self.reminding.check()
