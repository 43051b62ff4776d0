"""What is said after a save or a refusal: the toast with the way back, or who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spasmlog.errors import Refusal, RunningSpasmExists
from spasmlog.i18n import _
from spasmlog.ui.flare_mode import FlareMode
from spasmlog.ui.in_a_row import MANY, InARow, all_undone, said_together, undo_all
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.quick_entry import QuickEntry
from spasmlog.ui.toast import Action, Toast
from spasmlog.ui.visit_screen import Visiting

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.journal.commands import Command


class Saying(QObject):
    """Tells what became of a command where the person looks."""

    def __init__(
        self,
        window: MainWindow,
        toast: Toast,
        visiting: Visiting,
        quick: QuickEntry,
        flare: FlareMode,
    ) -> None:
        super().__init__(window)
        self._window, self._toast = window, toast
        self._visiting, self._quick, self._flare = visiting, quick, flare
        self._desk = window.around.desk
        self._undoing = False
        self.row = InARow(lambda: self._desk.now)

    def saved(self, step: Step) -> None:
        """A command is on disk: the pages learn of it, and the toast says it."""
        from spasmlog.views.words import said

        count = self.row.saved()
        for page in self._window.pages.values():
            page.saved(step)
        words = said(step, self._desk.diary, self._window.around.settings.glass_ml)
        if self._quick.saved(words.text):
            return
        if not words.text and not self._undoing:
            return
        undone = _("Undone: {what}").format(what=_(step.label)) if self._undoing else ""
        if self._flare.saved(step, words, undone):
            return
        actions: list[Action] = []
        if words.offer is not None:
            offered = words.offer
            actions.append((offered.text, offered.icon, lambda: self._desk.do(offered.command)))
        back: Action = (_("Undo"), "undo", self.undo)
        again: Action = (_("Redo"), "redo", self._desk.redo)
        if self._undoing:
            self._toast.say("undo", undone, [again])
            return
        if count >= MANY:
            every: Action = (undo_all(count), "undo", lambda: self._undo_all(count))
            self._toast.say(words.icon, said_together(count, words.text), [every, back])
            return
        self._toast.say(words.icon, words.text, [*actions, back])

    def undo(self) -> bool:
        """Take the newest step back; what is then said offers that step again, not an older one."""
        self._undoing = True
        try:
            return self._desk.undo()
        finally:
            self._undoing = False

    def _undo_all(self, count: int) -> None:
        """Take back what keys saved in a row; what is said then offers all of it again."""
        if all(self.undo() for _each in range(count)):
            again: Action = (_("Redo"), "redo", lambda: self._redo_all(count))
            self._toast.say("undo", all_undone(count), [again])

    def _redo_all(self, count: int) -> None:
        for _each in range(count):
            self._desk.redo()

    def refused(self, refusal: Refusal, command: Command | None) -> None:
        """Say why, where it was asked for; without one, as a toast with a way on."""
        if self._visiting.not_saved(refusal, command, self._toast) or self._quick.refused(refusal):
            return
        if self._flare.refused(str(refusal)):
            return
        page = self._window.pages.get(self._window.current)
        if command is not None and page is not None and page.show_refusal(refusal):
            return
        actions: list[Action] = []
        if isinstance(refusal, RunningSpasmExists) and command is not None:
            actions.append((_("End the first"), None, lambda: self._end_first(refusal, command)))
        elif command is not None:
            actions.append((_("Try again"), None, lambda: self._desk.do(command)))
        self._toast.say("prompt", str(refusal), actions, seconds=60)

    def _end_first(self, refusal: RunningSpasmExists, command: Command) -> None:
        from spasmlog.journal.commands import EndEpisode

        if self._desk.do(EndEpisode(episode_id=refusal.episode_id)):
            self._desk.do(command)
