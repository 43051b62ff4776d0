"""Around the visit within the window: its page, the whole screen during it, the line on Today."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout

from spasmlog.errors import Refusal
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.page import Page, Place
from spasmlog.ui.visit_line import VisitLine

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.journal.commands import Command
    from spasmlog.ui.visit_during import DuringPage

SINCE_THE_VISIT = "visit"
"""The name of these days among those that the pages offer."""
TICKS = "visit_ticks"
"""What the window remembers of a visit: its id and the numbers of its ticked questions."""


class Visiting(QObject):
    """Shows the summary on the whole screen, and gives the screen back as it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._around = window, window.around
        self._during: DuringPage | None = None
        self._state = Qt.WindowState.WindowNoState
        self.line = VisitLine(self._around.look)
        body = window.frame.body.layout()
        assert isinstance(body, QVBoxLayout)
        body.insertWidget(1, self.line)
        self.line.opened.connect(self._open)
        self.line.put_away.connect(self._put_away)
        desk = self._around.desk
        window.page_made.connect(self._page_made)
        window.went.connect(self._went)
        desk.opened.connect(self._show_line)
        desk.moved.connect(self._moved)
        desk.refused.connect(self._refused)

    @property
    def during(self) -> DuringPage | None:
        """The summary while it is shown."""
        return self._during

    def toggle(self) -> None:
        """F11: the summary on the whole screen, or back from it."""
        if self._during is not None:
            self.leave()
        elif self._window.layers.pages_shown:
            self.show()

    def show(self) -> None:
        """The summary on the whole screen; it lies below what else may cover the window."""
        from spasmlog.ui.visit_during import DuringPage

        if self._during is not None:
            return
        page = self._during = DuringPage(self._around.look)
        page.draft.asked.connect(self._write)
        page.ticked.connect(self._tick)
        page.left.connect(self.leave)
        self._show_during()
        self._state = self._window.windowState()
        self._window.layers.stand_on(page)
        self._window.showFullScreen()
        page.setFocus()

    def leave(self) -> None:
        """Back to the pages, the window as large as it was; what was typed is saved first."""
        page = self._during
        if page is None:
            return
        page.draft.flush()
        self._during = None
        self._window.layers.stand_on(None)
        self._window.setWindowState(self._state)
        self._window.refresh()

    def flush(self) -> None:
        """Save what is being typed: the window is closed."""
        page: Any = self._window.pages.get("visit")
        for each in (page, self._during):
            if each is not None:
                each.draft.flush()

    def _page_made(self, name: str, page: Page) -> None:
        if name == "visit":
            made: Any = page
            made.visit_chosen.connect(self._choose)
            made.pages_wanted.connect(self._make_pages)
            made.large_wanted.connect(self.show)

    def _choose(self, visit: str) -> None:
        self._around.visit = visit
        self._window.moved()

    def _open(self, visit: str) -> None:
        self._around.visit = visit
        self._window.go(Place(page="visit"))
        self._window.moved()

    def _make_pages(self) -> None:
        """The pages begin with the last visit, where there was one."""
        report: Any = self._window.page("report")
        days = report.options.days
        days.chips.choose((SINCE_THE_VISIT,))
        if days.chips.value() == SINCE_THE_VISIT:
            days.chips.changed.emit()

    def _went(self) -> None:
        self.leave()
        self._show_line()

    def _moved(self, _step: Step) -> None:
        self._show_line()
        if self._during is not None:
            self._show_during()

    def _show_line(self) -> None:
        from spasmlog.views.visit_chosen import visit_line

        desk = self._around.desk
        told = None
        if desk.is_open and self._window.current == "today":
            told = visit_line(desk.diary)
        if told is not None and _away(told.visit) in self._around.hidden:
            told = None
        self.line.show_line(told)

    def _put_away(self, visit: str) -> None:
        self._around.hidden.add(_away(visit))
        self._show_line()

    def _show_during(self) -> None:
        from spasmlog.views.visit_during import during_view

        page, desk = self._during, self._around.desk
        if page is not None and desk.is_open:
            view = during_view(desk.diary, desk.assessment(), self._around.visit)
            page.show_view(view, self._ticked(view.visit))

    def _write(self, command: Command) -> None:
        from spasmlog.domain.records import Visit

        page, before = self._during, {each.id for each in self._around.desk.diary.of_kind(Visit)}
        if page is None or not self._around.desk.do(command):
            return
        page.say("")
        made = [each.id for each in self._around.desk.diary.of_kind(Visit) if each.id not in before]
        for each in made:
            self._around.visit = each
            self._show_during()
        page.draft.saved()

    def _refused(self, refusal: Refusal, _command: Command | None) -> None:
        page = self._during
        if page is not None and page.draft.waiting:
            page.draft.refused()
            page.say(str(refusal))

    def _ticked(self, visit: str) -> frozenset[int]:
        kept = self._around.remembered.get(TICKS, dict, {})
        if kept.get("visit") != visit:
            return frozenset()
        with suppress(TypeError):  # what was remembered wrongly is forgotten
            return frozenset(each for each in kept.get("ticked", ()) if isinstance(each, int))
        return frozenset()

    def _tick(self, ticked: frozenset[int]) -> None:
        from spasmlog.views.visit_chosen import chosen_visit

        visit = chosen_visit(self._around.desk.diary, self._around.visit)
        kept = {"visit": visit.id if visit else "", "ticked": sorted(ticked)}
        self._around.remembered.keep(TICKS, kept)


def _away(visit: str) -> str:
    return f"visit {visit}"
