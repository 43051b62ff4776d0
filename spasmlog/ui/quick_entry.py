"""The quick bar within the window: what it knows, and what becomes of its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from spasmlog.errors import Refusal
from spasmlog.ui.main_window import MainWindow

if TYPE_CHECKING:
    from spasmlog.journal.commands import Command
    from spasmlog.journal.quick_known import Known
    from spasmlog.settings import Settings
    from spasmlog.ui.desk import Desk
    from spasmlog.ui.quick_bar import QuickBar
    from spasmlog.views.quick_bar import BarView

KEY = "Ctrl+K"


class QuickEntry(QObject):
    """Makes each bar when it is first wanted, and hands what it asks for to the desk.

    There are two: one over the pages, and a window of its own over other programs.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._around = window, window.around
        self._bars: dict[bool, QuickBar] = {}
        self._was_covered = False
        window.closing.connect(self._close)
        for each in window.findChildren(QShortcut):
            if each.key() == QKeySequence(KEY):  # a list or menu that is open has the keyboard
                each.setContext(Qt.ShortcutContext.ApplicationShortcut)

    @property
    def bar(self) -> QuickBar:
        """The bar over the pages, made once."""
        return self._made(outside=False)

    @property
    def outer(self) -> QuickBar:
        """The bar over other programs, made once."""
        return self._made(outside=True)

    def open(self, line: str = "") -> None:
        """Ctrl+K: the bar over the pages; what covers them goes first."""
        outer = self._bars.get(True)
        if not self._window.covered and not (outer is not None and outer.isActiveWindow()):
            self.bar.open(line)

    def open_anywhere(self, line: str = "") -> None:
        """The bar where the person is: over the pages, or else over what other programs show."""
        if is_in_front(self._window) and not self._window.covered:
            self.bar.open(line)
        else:
            self.outer.open(line)

    @property
    def is_saving(self) -> bool:
        """Whether a line of a bar is on its way to the disk."""
        return self._saving() is not None

    def saved(self, text: str) -> bool:
        """Whether this is a bar's own line, which then says what was kept."""
        saving = self._saving()
        if saving is not None:
            saving.saved(text)
            if saving.isWindow() and self._window.covered and not self._was_covered:
                saving.leave()  # help has come because of it, and is not to be lain over
        return saving is not None

    def refused(self, refusal: Refusal) -> bool:
        """Whether this is a bar's own line, which then says why it was not."""
        saving = self._saving()
        if saving is not None:
            saving.refused(str(refusal))
        return saving is not None

    def _saving(self) -> QuickBar | None:
        return next((each for each in self._bars.values() if each.is_saving), None)

    def _made(self, *, outside: bool) -> QuickBar:
        if outside not in self._bars:
            from spasmlog.ui.quick_bar import QuickBar

            made = QuickBar(self._around.look, self.read, None if outside else self._window.frame)
            made.asked.connect(self._ask)
            made.undo_asked.connect(self._around.desk.undo)
            self._bars[outside] = made
        return self._bars[outside]

    def _ask(self, command: Command) -> None:
        self._was_covered = self._window.covered
        self._around.desk.do(command)

    def _close(self) -> None:
        """A window of its own has nobody else to take it down."""
        outer = self._bars.pop(True, None)
        if outer is not None:
            outer.hide()
            outer.deleteLater()

    def read(self, line: str) -> BarView:
        """What a line says now."""
        from spasmlog.views.quick_bar import bar_view

        return bar_view(line, self.known())

    def known(self) -> Known:
        """What a line is read with."""
        return known_at(self._around.desk, self._around.settings)


def is_in_front(window: QWidget) -> bool:
    """Whether a window is what the person looks at."""
    return window.isActiveWindow() and window.isVisible() and not window.isMinimized()


def known_at(desk: Desk, settings: Settings) -> Known:
    """What a line is read with; before the journal is open, what needs no diary."""
    from spasmlog.journal.quick_known import Known
    from spasmlog.views.quick_bar import bar_known

    if desk.is_open:
        return bar_known(desk.diary, desk.now, settings)
    today = desk.now.diary_day(settings.day_starts)
    return Known(now=desk.now, today=today, glass_ml=settings.glass_ml)
