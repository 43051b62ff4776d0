"""What is asked for outside the window, in the tray or a notification, is answered there too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.notifications import Notifier
from spasmlog.ui.page import Place
from spasmlog.ui.quick_entry import is_in_front
from spasmlog.ui.single import come_forward

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.journal.commands import Command
    from spasmlog.ui.session import Session

SAID, UNDO = "said", "undo"
"""The key of the one note that tells what became of something, and its way back."""


class Abroad(QObject):
    """Has commands carried out, and says what came of them while the window is out of sight."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._desk = session.window.around.desk
        self.balloon: Callable[[str, str], None] | None = None
        """Shows a title and a text beside the tray's icon; None where there is no tray."""
        self.notifier = Notifier(self, otherwise=self._otherwise)
        self._asked = self._in_full = False
        self._desk.saved.connect(self._saved)
        self._desk.refused.connect(self._refused)
        self.notifier.answered.connect(self._answered)
        self.notifier.opened.connect(self._opened)
        self._window.closing.connect(self.notifier.close)

    @property
    def is_hidden(self) -> bool:
        """Whether the person has hidden the journal: then it is not told outside either."""
        return self._window.layers.shut

    @property
    def can_speak(self) -> bool:
        """Whether anything that is said here can be seen."""
        return self.notifier.available or self.balloon is not None

    def do(self, command: Command, *, in_full: bool = True) -> None:
        """Have it carried out; told `in_full`, or so that a locked screen tells nothing."""
        self._asked, self._in_full = True, in_full
        try:
            self._desk.do(command)
        finally:
            self._asked = False

    def say(self, text: str, actions: tuple[tuple[str, str], ...] = ()) -> None:
        """Tell something that passes; what was told before makes room for it."""
        self.notifier.show(SAID, _("SpasmLog"), text, actions, passes=True)

    def come(self, page: str = "") -> None:
        """Bring the window to the front, on a page."""
        come_forward(self._window)
        if page:
            self._window.go(Place(page=page))

    def _saved(self, step: Step) -> None:
        if not self._asked:
            self.notifier.withdraw(SAID)  # its way back would now take back something else
        elif step.changes and not is_in_front(self._window):
            from spasmlog.views.words import said

            tells = self._in_full and not self.is_hidden
            glass_ml = self._window.around.settings.glass_ml
            words = said(step, self._desk.diary, glass_ml).text if tells else _("Saved.")
            self.say(words, ((UNDO, _("Undo")),))

    def _refused(self, refusal: Refusal, _command: Command | None) -> None:
        if self._asked and not is_in_front(self._window):
            self.say(str(refusal))

    def _answered(self, key: str, action: str) -> None:
        if (key, action) == (SAID, UNDO):
            label = self._desk.journal.undo_label
            self._session.saying.undo()
            self.say(_("Undone: {what}").format(what=_(label or "")))

    def _opened(self, key: str) -> None:
        if key == SAID:
            self.come()

    def _otherwise(self, title: str, text: str) -> bool:
        if self.balloon is not None:
            self.balloon(title, text)
        return self.balloon is not None
