"""The menu of the icon in the tray: what is logged most, and the ways into the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from spasmlog.i18n import _
from spasmlog.ui.pain_strip import LEVELS, band_word

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary


class TrayMenu(QMenu):
    """Says `asked`, and shows only what can be done now."""

    asked = Signal(str, int)
    """What is wanted, and the number that was chosen; 0 where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("SpasmLog")
        self.spasm_of = self._numbers("spasm_of", _("A &spasm of"), first=1)
        self.spasm_began = self._add("spasm_began", _("A spasm &began"))
        self.let_go = self._add("let_go", _("It &let go"))
        self.pain = self._numbers("pain", _("&Pain now"), first=0)
        self.drink = self._add("drink", _("A glass of &water"))
        self.dose_again = self._add("dose_again", _("Last &dose again"))
        self.addSeparator()
        self._add("quick", _("Quick b&ar"))
        self._add("open", _("&Open SpasmLog"))
        self._add("emergency", _("&Emergency signs"))
        self.addSeparator()
        self._add("quit", _("&Quit"))
        self.show_state(None)

    def show_state(self, diary: Diary | None) -> None:
        """Offer what fits the diary; None: the journal is not open, and only the ways are there."""
        is_open, runs = diary is not None, diary is not None and diary.running is not None
        for each in (self.spasm_of.menuAction(), self.spasm_began):
            each.setVisible(is_open and not runs)
        self.let_go.setVisible(runs)
        self.pain.menuAction().setVisible(is_open)
        self.drink.setVisible(is_open)
        self.dose_again.setVisible(diary is not None and bool(diary.uses))

    def _add(self, what: str, words: str) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(partial(self._ask, what, 0))
        return action

    def _numbers(self, what: str, words: str, first: int) -> QMenu:
        menu = self.addMenu(words)
        for level in range(first, LEVELS):
            key = f"&{level}" if level < LEVELS - 1 else f"{level} (&T)"
            action = menu.addAction(f"{key}  {band_word(level)}")
            action.triggered.connect(partial(self._ask, what, level))
        return menu

    def _ask(self, what: str, number: int, _checked: bool = False) -> None:
        self.asked.emit(what, number)
