"""The page of a visit: prepare it, write down what was said, and make the plan a course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.beside import Beside
from spasmlog.ui.buttons import Chip
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.laid_out import lay_out
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page, Place
from spasmlog.ui.reading_order import chain
from spasmlog.ui.visit_after import NotesCard, ShownCard
from spasmlog.ui.visit_course import CoursesCard
from spasmlog.ui.visit_draft import Draft
from spasmlog.ui.visit_prepare import PrepareCard
from spasmlog.ui.visit_since import SinceCard

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.views.visit import VisitView

SHARES, TWO_FROM = (530, 474), 810
PREPARED = ("who", "day", "questions")
NOTED = ("said", "plan", "follow_up")
DAYS = ("day", "follow_up")
"""Only these can be wrong by themselves; what is said at the others is why nothing was saved."""
PRESSED_MS = 100
"""How often it is looked whether a mouse button is still held."""


class VisitPage(Page):
    """One visit at a time. What is typed saves itself; only a course has a button to save it."""

    visit_chosen = Signal(str)
    """The id of the visit to show; empty for a new one."""
    pages_wanted = Signal()
    """The pages, which are shown by now, are to begin with the last visit."""
    large_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: VisitView | None = None
        self.visits = ChipRow(look, _("Visits"))
        self.prepare = PrepareCard(look)
        self.notes = NotesCard(look)
        self.courses = CoursesCard(look)
        self.shown = ShownCard(look)
        self.since = SinceCard(look)
        self.beside = Beside(look, SHARES, TWO_FROM)
        self.draft = Draft(self._read, self)
        self._later = QTimer(self, interval=PRESSED_MS, singleShot=True)
        self._later.timeout.connect(self._show)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self.visits)
        whole.addWidget(self.beside)
        self.beside.hide()
        self._connect()

    def show_view(self, view: VisitView) -> None:
        """Show this; a field that holds what is not saved yet is left alone."""
        self._view = view
        self.draft.take(view.chosen, view.day, view.values)
        self._show()

    def _show(self) -> None:
        """Nothing moves or goes away under a press: leaving a field saves, on the way to it."""
        view = self._view
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._later.start()
        elif view is not None:
            self._show_all(view)

    def _show_all(self, view: VisitView) -> None:
        self._show_choices(view)
        self._put_fields(view)
        for card in (self.prepare, self.notes, self.courses, self.shown):
            card.show_view(view)
        self.since.show_view(view.since)
        self._arrange(view)

    def saved(self, step: Step) -> None:
        """A new visit is shown from now on; a course that is saved closes its form."""
        from spasmlog.domain.records import Course

        visit = self.draft.written(step)
        made = [each.after for each in step.changes if each.before is None]
        if visit is not None:
            self.draft.saved(visit)
            for card in (self.notes, self.prepare):
                card.say("", "")
            if visit in made:
                self.visit_chosen.emit(visit.id)
        elif self.courses.form.waiting and any(isinstance(each, Course) for each in made):
            self.courses.form.done()

    def show_refusal(self, refusal: Refusal) -> bool:
        """In the form of a course; `not_saved` is for what saves itself."""
        if self.courses.form.waiting:
            self.courses.form.say(refusal)
            return True
        return False

    def not_saved(self, refusal: Refusal) -> None:
        """Say beside what was typed, which stays, why it is not on disk."""
        self.draft.refused()
        card = self.prepare if self.notes.isHidden() else self.notes
        card.say("", str(refusal))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.draft.flush()

    def _connect(self) -> None:
        self.visits.changed.connect(self._choose)
        for card in (self.prepare, self.notes):
            card.typed.connect(self.draft.touch)
            card.left.connect(self.draft.flush)
        self.draft.wrong.connect(lambda name, why: self._holder(name).say(name, why))
        self.draft.asked.connect(self.asked)
        self.notes.asked.connect(self.asked)
        self.courses.asked.connect(self.asked)
        self.shown.asked.connect(self.asked)
        self.courses.opened.connect(self._settle)
        self.prepare.pages.connect(self._make_pages)
        self.prepare.large.connect(self._show_large)

    def _read(self, name: str) -> Any:
        from spasmlog.views.visit import read_visit

        assert self._view is not None
        return read_visit(name, self._holder(name).raw(name), self._view)

    def _holder(self, name: str) -> PrepareCard | NotesCard:
        return self.prepare if name in PREPARED else self.notes

    def _show_choices(self, view: VisitView) -> None:
        self.visits.offer(view.choices)
        for chip, (_value, text) in zip(self.visits.widgets, view.choices, strict=True):
            if isinstance(chip, Chip) and chip.text() != text.replace("&", "&&"):
                chip.set_text(text)
                chip.setAccessibleName(f"{self.visits.accessibleName()}: {text}")
                chip.updateGeometry()
        self.visits.choose((view.chosen,))
        self.visits.setVisible(len(view.choices) > 1)

    def _put_fields(self, view: VisitView) -> None:
        from spasmlog.views.visit import shown_visit

        for name in (*PREPARED, *NOTED):
            if not self.draft.holds(name):
                holder = self._holder(name)
                holder.put(name, shown_visit(name, view.values[name]))
                if name in DAYS or not self.draft.held:
                    holder.say(name, "")

    def _arrange(self, view: VisitView) -> None:
        """Before its day only what prepares it; afterwards what was said comes first."""
        after = (self.notes, self.courses, self.shown)
        first: tuple[QWidget, ...] = (self.prepare, *after)
        if view.ahead:
            written = view.values["said"] or view.values["plan"]
            first = (self.prepare, self.notes) if written else (self.prepare,)
        elif view.day < view.today:
            first = (*after, self.prepare)
        if self.beside.show_cards(first, (self.since,)):
            self._settle()
        self.beside.show()
        chain(self)

    def _settle(self) -> None:
        lay_out(self)
        chain(self)

    def _choose(self) -> None:
        """Another visit, or still this one: where one is pressed again, or not wholly saved."""
        chosen = self.visits.value()
        self.draft.flush()
        if isinstance(chosen, str) and not self.draft.held:
            self.visit_chosen.emit(chosen)
        elif self._view is not None:
            self.visits.choose((self._view.chosen,))

    def _make_pages(self) -> None:
        self.draft.flush()
        self.wanted.emit(Place(page="report"))
        self.pages_wanted.emit()

    def _show_large(self) -> None:
        self.draft.flush()
        self.large_wanted.emit()
