"""Whether the system starts SpasmLog for reminders: changed in the background, told as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from spasmlog.errors import Refusal
from spasmlog.settings import Settings

if TYPE_CHECKING:
    from spasmlog.ui.main_window import MainWindow


class ClosedReminders(QObject):
    """Follows the switch on the Settings page; one change at a time, the newest wish last."""

    def __init__(self, window: MainWindow, change: Callable[[Settings], None]) -> None:
        """`change` is handed the settings that hold from now on."""
        super().__init__(window)
        self._window, self._change = window, change
        self._wish: bool | None = None
        self._under_way = False
        window.page_made.connect(self._follow)
        window.around.desk.opened.connect(self._renew)

    def ask(self, wanted: bool) -> None:
        """Have it started from now on, or no more."""
        self._wish = wanted
        if not self._under_way:
            self._begin()

    def _follow(self, name: str, page: Any) -> None:
        if name == "settings":
            page.reminders.closed_asked.connect(self.ask)

    def _renew(self) -> None:
        """The program may have moved since it was set up."""
        around, path = self._window.around, self._path()
        if path is not None and around.settings.remind_while_closed:
            around.tasks.run(
                lambda _progress: _written_anew(path),
                lambda _done: None,
                lambda _refusal: None,  # the switch in Settings shows what is on the disk
                "renew the reminders for a closed window",
            )

    def _path(self) -> Path | None:
        desk = self._window.around.desk
        return desk.journal.database.path if desk.is_open else None

    def _begin(self) -> None:
        around, path = self._window.around, self._path()
        wanted, self._wish = self._wish, None
        if wanted is None or path is None:
            return
        self._under_way = True
        around.tasks.run(
            lambda _progress: _done(path, wanted=wanted),
            lambda stands: self._ended(stands, None),
            lambda refusal: self._refused(path, refusal),
            "reminders for a closed window",
        )

    def _refused(self, path: Path, refusal: Refusal) -> None:
        from spasmlog.reminder_timer import standing

        self._ended(standing(path) is not None, refusal)

    def _ended(self, stands: bool, refusal: Refusal | None) -> None:
        self._under_way = False
        page: Any = self._window.page("settings")
        page.reminders.answer_closed(refusal)
        self._change(replace(self._window.around.settings, remind_while_closed=stands))
        self._begin()


def _done(path: Path, *, wanted: bool) -> bool:
    """Whether it stands on the disk by now."""
    from spasmlog import reminder_timer

    if wanted:
        reminder_timer.install(path)
    else:
        reminder_timer.remove(path)
    return reminder_timer.standing(path) is not None


def _written_anew(path: Path) -> None:
    from spasmlog import reminder_timer

    reminder_timer.renew(path)
