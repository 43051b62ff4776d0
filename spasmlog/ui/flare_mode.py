"""Flare mode within the window: ways in and out, what its buttons do, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from spasmlog.i18n import _
from spasmlog.ui import keys
from spasmlog.ui.main_window import MainWindow

if TYPE_CHECKING:
    from datetime import datetime

    from spasmlog.domain.diary import Step
    from spasmlog.ui.flare_page import FlarePage
    from spasmlog.views.flare_mode import FlareTile, FlareView
    from spasmlog.views.words import SavedWords

TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
HIGH_CONTRAST_BORDER = 2
TOLD_S = 120
"""So long what was saved stays on the screen, in seconds, unless something else is said."""


class FlareMode(QObject):
    """Puts the screen in the place of the pages, and gives them back as they were."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._around = window, window.around
        self._page: FlarePage | None = None
        self._view: FlareView | None = None
        self._said_at: datetime | None = None
        self._focus: QWidget | None = None
        self._is_dark = False
        self._left_for = ""
        desk = self._around.desk
        desk.opened.connect(self.leave)
        desk.moved.connect(self._show)
        window.went.connect(self.leave)
        window.close_asked.connect(self.leave)
        window.frame.dock.flare_wanted.connect(self.toggle)

    @property
    def page(self) -> FlarePage | None:
        """The screen while it is shown, or lies below the emergency signs."""
        return self._page

    def toggle(self) -> None:
        """F9: the screen, or back from it."""
        if self._page is not None:
            self.leave()
        elif self._window.layers.pages_shown and self._around.desk.is_open:
            self.open()

    def open(self) -> None:
        """The screen, with what is running now."""
        from spasmlog.ui.flare_page import FlarePage

        self._focus = QApplication.focusWidget()
        self._page = page = FlarePage(self._around.look)
        page.pressed.connect(self._pressed)
        self._said_at = None
        self._show()
        self._window.layers.stand_on(page)
        page.setFocus()

    def leave(self, *_how: object) -> None:
        """Back to the pages; for the spasm that runs it does not open by itself any more."""
        if self._page is None:
            return
        self._left_for = (self._view.episode_id if self._view is not None else None) or ""
        self._page = self._view = None
        self._be_dark(dark=False)
        self._window.layers.stand_on(None)
        focus, self._focus = self._focus, None
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus()

    def tick(self) -> None:
        """The clock moves on, and what was said a while ago is no longer said."""
        said_at, page = self._said_at, self._page
        now = self._around.now.utc
        if page is not None and said_at is not None and (now - said_at).total_seconds() >= TOLD_S:
            self._say(page, "")
        self._show()

    def takes(self, asked: str) -> bool:
        """Whether a key is meant for this screen, which then has acted on it."""
        page = self._page
        if page is None or not (asked.startswith("pain ") or asked in keys.LETTERS.values()):
            return False
        if page.settled(asked):
            self._act(asked)
        return True

    def saved(self, step: Step, words: SavedWords, undone: str) -> bool:
        """Whether it is said here, or opens by this step; `undone` is said of what was undone."""
        if self._page is None and self._wants(step):
            self.open()
        if self._page is None:
            return False
        self._say(self._page, undone or words.text, words)
        return True

    def refused(self, sentence: str) -> bool:
        """Whether it is said here why something was not saved."""
        if self._page is not None:
            self._say(self._page, sentence)
        return self._page is not None

    def _say(self, page: FlarePage, text: str, words: SavedWords | None = None) -> None:
        self._said_at = self._around.now.utc if text else None
        offers = words is not None and words.text == text
        page.say(text, words.offer if offers and words is not None else None)

    def _wants(self, step: Step) -> bool:
        """By itself, where that was agreed to, and never over what is being typed."""
        if not self._around.settings.flare_by_itself or not self._window.layers.pages_shown:
            return False
        if isinstance(QApplication.focusWidget(), TEXT_FIELDS):
            return False
        from spasmlog.views.flare_mode import severe_again

        spasm = severe_again(step, self._around.desk.diary)
        return spasm not in ("", self._left_for)

    def _show(self, *_step: object) -> None:
        from spasmlog.views.flare_mode import flare_view

        page, desk = self._page, self._around.desk
        if page is None:
            return
        self._view = flare_view(desk.diary, desk.now, self._around.settings)
        can_undo = desk.writes and desk.journal.undo_label is not None
        page.show_view(self._view, can_undo=can_undo, dark=self._offered_colours(self._view))

    def _offered_colours(self, view: FlareView) -> str:
        """Dark at night, and the way back from it; nothing where the system has its own."""
        theme = self._around.look.theme
        if self._is_dark:
            return _("Light")
        is_light = theme.name == "light" and theme.border < HIGH_CONTRAST_BORDER
        return _("Dark") if view.night and is_light else ""

    def _be_dark(self, *, dark: bool) -> None:
        """For this screen alone; what is set stays as it is."""
        if dark is not self._is_dark:
            self._is_dark = dark
            chosen = self._around.settings
            self._around.look.set("dark" if dark else chosen.theme, chosen.text_scale)

    def _pressed(self, name: str) -> None:
        acts: Mapping[str, Callable[[], object]] = {
            "undo": partial(self._window.key_asked.emit, "undo"),
            "emergency": partial(self._window.key_asked.emit, "emergency"),
            "leave": self.leave,
            "main": self._main,
            "dark": self._turn_colours,
        }
        if name in acts:
            acts[name]()
        elif self._view is not None and not name.startswith("pain "):
            tiles = {"medicine": self._view.medicine, "care": self._view.care}
            self._do_tile(tiles.get(name, self._view.water))
        else:
            self._act(name)

    def _main(self) -> None:
        """What the large button says: the offer of the last reading goes before its own."""
        page, view = self._page, self._view
        if page is not None and view is not None:
            offer = page.offer
            self._around.desk.do(view.main.command if offer is None else offer.command)

    def _turn_colours(self) -> None:
        self._be_dark(dark=not self._is_dark)
        self._show()

    def _do_tile(self, tile: FlareTile | None) -> None:
        if tile is None or self._page is None:
            return
        if tile.why_not:
            self._say(self._page, tile.why_not)
        else:
            self._around.desk.do(tile.command)

    def _act(self, asked: str) -> None:
        """What a number or a letter does everywhere."""
        from spasmlog.views.quick import quick_command
        from spasmlog.views.repeating import why_not_again

        desk = self._around.desk
        why = why_not_again(desk.diary) if asked == "dose_again" else ""
        if why and self._page is not None:
            self._say(self._page, why)
            return
        number = int(asked.removeprefix("pain ")) if asked.startswith("pain ") else None
        what = "pain" if number is not None else asked
        command = quick_command(what, number, desk.diary, self._around.settings)
        if command is not None:
            desk.do(command)
