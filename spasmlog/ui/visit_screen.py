"""Around the visit within the window: its page, the whole screen during it, the line on Today."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.page import Page, Place
from spasmlog.ui.toast import Toast
from spasmlog.ui.visit_line import VisitLine
from spasmlog.ui.visit_unsaved import UnsavedPage

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.journal.commands import Command
    from spasmlog.ui.visit_during import DuringPage
    from spasmlog.ui.visit_page import VisitPage

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
        self._unsaved: UnsavedPage | None = None
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
        window.close_asked.connect(self._close_asked)
        desk.opened.connect(self._show_line)
        desk.moved.connect(self._moved)
        desk.saved.connect(self._saved)

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

        if self._during is not None or self._still_typed():
            return
        page = self._during = DuringPage(self._around.look)
        page.draft.begun.connect(self._hold)
        page.draft.asked.connect(self._around.desk.do)
        page.ticked.connect(self._tick)
        page.left.connect(self.leave)
        self._show_during()
        self._state = self._window.windowState()
        self._window.layers.stand_on(page)
        self._window.showFullScreen()
        page.said.setFocus()

    def leave(self) -> None:
        """Back to the pages, the window as large as it was; what was typed is saved first.

        It stays where that cannot be saved, and says why.
        """
        page = self._during
        if page is None:
            return
        page.draft.flush()
        if page.draft.held:
            return
        self._during = None
        self._window.layers.stand_on(None)
        self._window.setWindowState(self._state)
        self._window.refresh()

    def flush(self) -> None:
        """Save what is being typed: the window is closed."""
        for each in self._typed_into():
            each.draft.flush()

    def not_saved(self, refusal: Refusal, command: Command | None, toast: Toast) -> bool:
        """Whether this was typed about a visit; it stays there, also where that is left by now."""
        page = next((each for each in self._typed_into() if each.draft.asked_for(command)), None)
        if page is None:
            return False
        page.not_saved(refusal)
        if page is not self._during and not page.isVisible():
            again = (_("Try again"), None, page.draft.flush)
            toast.say("prompt", str(refusal), [again], seconds=60)
        return True

    def _typed_into(self) -> tuple[VisitPage | DuringPage, ...]:
        page: Any = self._window.pages.get("visit")
        return tuple(each for each in (page, self._during) if each is not None)

    def _still_typed(self) -> bool:
        """Whether the page holds words that the screen would show as the journal has them."""
        page: Any = self._window.pages.get("visit")
        if page is None:
            return False
        page.draft.flush()
        if not page.draft.held or not any(map(page.draft.holds, ("said", "plan"))):
            return False
        self._window.go(Place(page="visit"))
        return True

    def _close_asked(self, event: QCloseEvent) -> None:
        """What cannot be saved is not lost without a word: it is asked once."""
        if self._unsaved is not None and self._unsaved.agreed:
            return
        self.flush()
        if any(each.draft.held for each in self._typed_into()):
            event.ignore()
            self._ask_to_close()

    def _ask_to_close(self) -> None:
        layers = self._window.layers
        before = layers.currentWidget()
        if self._unsaved is None:
            self._unsaved = UnsavedPage(self._around.look)
            self._unsaved.closed.connect(self._window.close)
            self._unsaved.stayed.connect(self._stay)
        if before is not self._unsaved:
            self._unsaved.before = before
        layers.cover(self._unsaved)

    def _stay(self, before: QWidget) -> None:
        """Back to what was in sight; of the pages to the one that holds what is not saved."""
        self._window.layers.cover(before)
        if self._window.layers.pages_shown:
            self._window.go(Place(page="visit"))

    def _page_made(self, name: str, page: Page) -> None:
        if name == "visit":
            made: Any = page
            made.visit_chosen.connect(self._choose)
            made.draft.begun.connect(self._hold)
            made.pages_wanted.connect(self._make_pages)
            made.large_wanted.connect(self.show)

    def _choose(self, visit: str) -> None:
        self._around.visit = visit
        self._window.moved()

    def _hold(self, visit: str) -> None:
        """What is typed about stays in its place, whichever visit is the nearest by then."""
        self._around.visit = visit

    def _open(self, visit: str) -> None:
        if not any(each.draft.held for each in self._typed_into()):
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

    def _saved(self, step: Step) -> None:
        page = self._during
        visit = None if page is None else page.draft.written(step)
        if page is not None and visit is not None:
            page.say("")
            page.draft.saved(visit)
            self._choose(visit.id)
            self._show_during()

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
