"""The quick bar within the window: what it knows, and what becomes of its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spasmlog.errors import Refusal
from spasmlog.ui.main_window import MainWindow

if TYPE_CHECKING:
    from spasmlog.journal.quick_known import Known
    from spasmlog.settings import Settings
    from spasmlog.ui.desk import Desk
    from spasmlog.ui.quick_bar import QuickBar
    from spasmlog.views.quick_bar import BarView


class QuickEntry(QObject):
    """Makes the bar when it is first wanted, and hands what it asks for to the desk."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._around = window, window.around
        self._bar: QuickBar | None = None

    @property
    def bar(self) -> QuickBar:
        """The bar, made once."""
        if self._bar is None:
            from spasmlog.ui.quick_bar import QuickBar

            self._bar = QuickBar(self._around.look, self._read, self._window.frame)
            self._bar.asked.connect(self._around.desk.do)
            self._bar.undo_asked.connect(self._around.desk.undo)
        return self._bar

    def open(self, line: str = "") -> None:
        """Ctrl+K: the bar over the pages; what covers them goes first."""
        if not self._window.covered:
            self.bar.open(line)

    def saved(self, text: str) -> bool:
        """Whether this is the bar's own line, which then says what was kept."""
        if self._bar is None or not self._bar.is_saving:
            return False
        self._bar.saved(text)
        return True

    def refused(self, refusal: Refusal) -> bool:
        """Whether this is the bar's own line, which then says why it was not."""
        if self._bar is None or not self._bar.is_saving:
            return False
        self._bar.refused(str(refusal))
        return True

    def _read(self, line: str) -> BarView:
        from spasmlog.views.quick_bar import bar_view

        return bar_view(line, self.known())

    def known(self) -> Known:
        """What a line is read with."""
        return known_at(self._around.desk, self._around.settings)


def known_at(desk: Desk, settings: Settings) -> Known:
    """What a line is read with; before the journal is open, what needs no diary."""
    from spasmlog.journal.quick_known import Known
    from spasmlog.views.quick_bar import bar_known

    if desk.is_open:
        return bar_known(desk.diary, desk.now, settings)
    today = desk.now.diary_day(settings.day_starts)
    return Known(now=desk.now, today=today, glass_ml=settings.glass_ml)
