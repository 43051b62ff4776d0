"""What is looked for in History: the index is built behind the page, then follows the diary."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from spasmlog.ui.tasks import Progress, Task

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary
    from spasmlog.errors import Refusal
    from spasmlog.ui.main_window import MainWindow
    from spasmlog.views.found import Searched
    from spasmlog.views.search import SearchIndex


class Finding(QObject):
    """Answers for one window, and hands the History page the keys that nothing else wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._around = window, window.around
        self._desk, self._tasks = window.around.desk, window.around.tasks
        self._index: SearchIndex | None = None
        self._day_starts = self._around.settings.day_starts
        self._task: Task | None = None
        self._kept: tuple[Diary, Searched] | None = None
        self._around.searched = self.searched
        self._desk.opened.connect(self._forget)
        window.installEventFilter(self)

    @property
    def is_ready(self) -> bool:
        """Whether anything can be found yet."""
        return self._index is not None

    def look_for(self, text: str | None) -> None:
        """Show what a text finds from now on; None: show the day."""
        self._around.search = text
        self._window.moved()

    def open_field(self) -> None:
        """Go to History, and there into the field that finds."""
        from spasmlog.ui.page import Place

        self._window.go(Place(page="history"))
        page = self._window.page("history")
        find_now = getattr(page, "find_now", None)
        if find_now is not None:
            find_now()

    def prepare(self) -> None:
        """Have the index built, unless it is there, under way, or the diary is not all read."""
        day_starts = self._around.settings.day_starts
        if day_starts != self._day_starts:
            self._let_go()  # "today" and "typed later" mean something else now
        if self._index is not None or self._task is not None or not self._desk.journal.is_complete:
            return
        diary, self._day_starts = self._desk.diary, day_starts

        def build(_progress: Progress) -> SearchIndex:
            from spasmlog.views.search import SearchIndex

            index = SearchIndex(day_starts)
            index.take(diary)
            # It stays for good: looked at by the collector it would stop the window each time.
            gc.freeze()
            return index

        self._task = self._tasks.run(build, self._built, self._not_built, "read for searching")

    def searched(self) -> Searched | None:
        """What is found in the diary as it stands; None: nothing is looked for."""
        from spasmlog.views.found import ALL, searched_for, still_reading

        text = self._around.search
        if text is None:
            return None
        self.prepare()
        if self._index is None:
            return still_reading(text)
        diary, kept = self._desk.diary, self._kept
        if kept is not None and kept[0] is diary and kept[1].text == text:
            return kept[1]
        self._index.take(diary)
        found = self._index.find(text, self._around.now)
        days = self._index.days(found) if text != ALL else frozenset()  # all days say nothing
        answer = searched_for(text, found, days, self._index.row)
        self._kept = (diary, answer)
        return answer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys come to the window when no control wanted them."""
        shown = self._window.current == "history" and not self._window.covered
        if shown and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            take_key = getattr(self._window.page("history"), "take_key", None)
            return take_key is not None and bool(take_key(event))
        return super().eventFilter(watched, event)

    def _built(self, index: SearchIndex) -> None:
        self._index, self._task = index, None
        if self._around.search is not None:
            self._window.moved()

    def _not_built(self, refusal: Refusal) -> None:
        raise refusal  # nothing in memory refuses: it is a fault

    def _forget(self) -> None:
        """Another journal is open."""
        self._let_go()
        self._around.search = None

    def _let_go(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._index = self._task = self._kept = None
