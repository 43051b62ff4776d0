"""A page of History over a real journal, with as much of a window as it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.records import Record, Score
from spasmlog.domain.scales import Nrs, Sign
from spasmlog.errors import Refusal
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.settings import Settings
from spasmlog.store.database import Database
from spasmlog.ui.form_entries import Entry
from spasmlog.ui.history_page import HistoryPage
from spasmlog.ui.look import Look
from spasmlog.ui.segmented import Segmented
from spasmlog.views.found import Searched, searched_for
from spasmlog.views.history import history_view
from spasmlog.views.search import SearchIndex
from tests import build

IBUPROFEN = build.treatment(id="ibu")
SPASM = build.episode(0, "11:05", hours=4, id="spasm", peak=Nrs(7))
DOSE = build.use(0, "11:20", id="dose", of=IBUPROFEN, spasm=SPASM)
READING = build.reading(0, "09:30", id="reading", pain=2)
CHECK_IN = build.check_in(0, id="check-in")
GLASSES = tuple(build.drink(0, f"{hour}:00", id=f"glass-{hour}") for hour in (12, 14, 16))
SCORE = Score(
    id="score",
    recorded_at=build.moment(0, "17:00"),
    day=build.TODAY,
    instrument="peg",
    answers=(("activity", 3), ("enjoyment", 4), ("pain", 5)),
)
ALL = (
    IBUPROFEN,
    SPASM,
    DOSE,
    READING,
    *GLASSES,
    SCORE,
    build.activity(0, "16:30", id="activity"),
    build.stretch(0, "13:00", id="stretch"),
    CHECK_IN,
    build.course(5, id="course", treatment_id="ibu"),
    build.visit(0, id="visit"),
    build.answer(0, Sign.FEVER, id="answer"),
)
"""One entry and more of every kind, on the day that is today."""
NEW = ("spasm", "reading", "use", "drink", "activity", "stretch", "check_in", "course", "visit")
"""The kinds that can be added, as their keys name them."""


class Sitting:
    """What the window does for the page: carry out, refuse, choose, show anew."""

    def __init__(self, look: Look, records: Iterable[Record] = ()) -> None:
        self.database, numbers = Database.in_memory(), count(1)
        self.now: Moment = build.moment(0, "18:40")
        self.journal = Journal(
            self.database, lambda: self.now, lambda: f"id-{next(numbers):04d}", lambda: DAY_START
        )
        self.journal.fill(records)
        self.page = HistoryPage(look)
        self.day: date = build.TODAY
        self.chosen: str | None = None
        self.search: str | None = None
        self.index = SearchIndex()
        self.refused: list[Refusal] = []
        self.asked: list[c.Command] = []
        self.journal.subscribe(lambda _step: self.refresh())
        self.page.asked.connect(self.do)
        self.page.day_chosen.connect(self.choose_day)
        self.page.record_chosen.connect(self.choose)
        self.page.search_wanted.connect(self.look_for)
        self.page.undo_asked.connect(self.journal.undo)
        self.page.redo_asked.connect(self.journal.redo)
        self.refresh()

    def close(self) -> None:
        """Leave nothing behind: a test has no event loop that would delete widgets later."""
        self.page.hide()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(self.page, QEvent.Type.DeferredDelete.value)
        self.database.close()

    def refresh(self) -> None:
        self.page.show_view(
            history_view(
                self.journal.diary,
                self.day,
                self.now,
                Settings(),
                chosen=self.chosen,
                undo_label=self.journal.undo_label,
                redo_label=self.journal.redo_label,
                deleted=self.journal.deleted(),
                versions=self.journal.versions(self.chosen or ""),
                searched=self.searched(),
            )
        )

    def searched(self) -> Searched | None:
        if self.search is None:
            return None
        self.index.take(self.journal.diary)
        found = self.index.find(self.search, self.now)
        days = self.index.days(found) if self.search else frozenset()
        return searched_for(self.search, found, days, self.index.row)

    def look_for(self, text: str | None) -> None:
        self.search = text
        self.refresh()

    def do(self, command: c.Command) -> None:
        self.asked.append(command)
        try:
            step = self.journal.do(command)
        except Refusal as refusal:
            if not self.page.show_refusal(refusal):
                self.refused.append(refusal)
        else:
            if step.changes:
                self.page.saved(step)

    def choose_day(self, day: date) -> None:
        self.day, self.chosen = day, None
        self.refresh()

    def choose(self, record_id: str) -> None:
        self.chosen = record_id or None
        self.refresh()

    def open(self, record_id: str, days_ago: int = 0) -> None:
        """Go to an entry, as the window does for a `Place`."""
        self.day, self.chosen = build.day(days_ago), record_id
        self.refresh()

    def wait(self, **span: float) -> None:
        """Time passes, and the window shows the page anew, as it does by itself."""
        self.now = self.now.plus(timedelta(**span))
        self.refresh()

    def entry(self, name: str) -> Entry:
        """A field of the entry that is open."""
        view = self.page.editor.main.view
        assert view is not None
        return view.entries[name]

    def type(self, name: str, *texts: str) -> None:
        """Type over the texts of a field, as with the keyboard."""
        for widget, text in zip(self.lines(name), texts, strict=True):
            type_over(widget, text)

    def lines(self, name: str) -> tuple[QWidget, ...]:
        """What is typed into in a field."""
        entry = self.entry(name)
        if entry.lines:
            return entry.lines
        box = entry.box.field
        return (box if isinstance(box, QPlainTextEdit) else box.focusProxy() or box,)

    def end(self, choice: int) -> None:
        """Say of a spasm that it let go (0), still runs (1), or that it is not known (2)."""
        ended = self.entry("ended").box.field
        assert isinstance(ended, Segmented)
        ended.set_value(choice)
        ended.changed.emit(choice)

    def said(self, name: str) -> str:
        """What stands beside a field; empty where nothing is wrong."""
        hint = self.entry(name).box.hint
        return "" if hint.isHidden() else hint.text()

    def save(self) -> None:
        QTest.mouseClick(self.page.editor.save, Qt.MouseButton.LeftButton)

    def kept(self, record_id: str) -> Record:
        return self.journal.diary.by_id[record_id]


def type_over(widget: QWidget, text: str) -> None:
    """Replace what stands in a line, a note or a number by keys, and leave it."""
    widget.setFocus()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
        widget.selectAll()
    if isinstance(widget, QPlainTextEdit):
        widget.insertPlainText(text)
        return
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    QTest.keyClicks(widget, text)
    if isinstance(widget, QLineEdit):
        widget.editingFinished.emit()
    elif isinstance(widget, QAbstractSpinBox):
        widget.interpretText()


Seat = Callable[..., Sitting]
"""Makes a sitting of the records that a journal begins with."""
