"""A signal with its receipts: one line while it is folded, everything it rests on when open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _, ngettext
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Tag
from spasmlog.ui.cell_table import CellTable
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FieldGrid
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.views.cells import Cells

if TYPE_CHECKING:
    from datetime import date

    from spasmlog.views.signals import Fact
    from spasmlog.views.signals import Signal as Told

MOST_ROWS = 10
"""Rows of a receipt that are shown before the others are asked for."""
FACT_WIDE = 240
"""Design pixels that one of the facts needs to stand beside another."""


class FactText(QWidget):
    """A heading and what it stands for."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.heading = label("", "caption", wrap=True)
        self.text = label("", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.text)

    def show_fact(self, fact: Fact) -> None:
        """Show this."""
        self.heading.setText(fact.heading)
        self.text.setText("\n".join(fact.lines))


def _stacked(facts: Iterable[FactText]) -> QWidget:
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for fact in facts:
        column.addWidget(fact)
    column.addStretch(1)
    return stack


class Receipts(QWidget):
    """Everything below the header of an open card."""

    asked = Signal(object)
    wanted = Signal(object)
    questions_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rule = ""
        self.title = label("", "title", wrap=True)
        self.message = label("", wrap=True)
        self.meaning = label("", "quiet", wrap=True)
        self.table = CellTable(look, _("The days behind it"))
        self.table.opened.connect(self._open_day)
        self.whole = Button("", look, "flat")
        self.whole.clicked.connect(self._show_whole)
        self._cells, self._long = Cells(headings=(), rows=()), False
        self.facts = tuple(FactText() for _each in range(4))
        self.line = QFrame()
        self.line.setProperty("role", "line")
        self.considers = label("", "quiet", wrap=True)
        self.note = label("", "medium", wrap=True)
        self.sources = label("", "caption", wrap=True)
        self.basis = label("", "caption", wrap=True)
        self._make_buttons()
        self._lay_out()

    def show_signal(self, told: Told) -> None:
        """Show this signal."""
        self._rule = told.rule
        for part, text in (
            (self.title, told.title),
            (self.message, told.message),
            (self.meaning, told.meaning),
            (self.considers, told.considers),
            (self.note, told.note),
            (self.sources, told.sources),
            (self.basis, told.basis),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self.line.setVisible(bool(told.considers))
        self.table.bar_role = told.level
        self._show_cells(told.receipt)
        for field, fact in zip(self.facts, told.facts, strict=True):
            field.show_fact(fact)
        urgent = told.level == "emergency"
        self.help.setVisible(urgent)
        self.report.set_kind("normal" if urgent or told.asks_anew else "primary")
        self.again.set_kind("primary" if told.asks_anew else "normal")
        self.again.setVisible(told.asks)
        self.days.setVisible(not told.asks)
        self.later.setVisible(told.can_wait)

    def _make_buttons(self) -> None:
        look = self._look
        self.help = Button(_("Emergency signs"), look, "danger", "roomy", icon="emergency")
        self.again = Button(_("Answer the questions again"), look, size="roomy")
        self.report = Button(_("Put in report"), look, "primary", "roomy", icon="report")
        self.days = Button(_("Show these days"), look, size="roomy")
        self.shown = Button(_("I have shown it"), look, "flat", "roomy")
        self.later = Button(_("Later"), look, "flat", "roomy")
        self.rule = Button(_("What this rule looks for"), look, "flat")
        self.rule.clicked.connect(lambda: self.wanted.emit(Place(page="rule", rule=self._rule)))
        self.help.clicked.connect(lambda: self.wanted.emit(Place(page="emergency")))
        self.again.clicked.connect(self.questions_wanted)
        self.report.clicked.connect(lambda: self.wanted.emit(Place(page="report")))
        self.days.clicked.connect(lambda: self.wanted.emit(Place(page="insights")))
        self.shown.clicked.connect(lambda: self._note("shown_to_doctor"))
        self.later.clicked.connect(lambda: self._note("later"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = (self.help, self.again, self.report, self.days, self.shown, self.later)
        self.choices = Flow(buttons)
        # What can be done stands above the receipt, which is often longer than the window is high.
        for part in (self.title, self.message, self.meaning, self.note, self.choices, self.table):
            column.addWidget(part)
        column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(4)
        rule, numbers, *others = self.facts
        fields = (_stacked((rule, *others)), _stacked((numbers,)))
        column.addWidget(FieldGrid(self._look, fields, least=FACT_WIDE, most=2))
        column.addWidget(self.rule, 0, Qt.AlignmentFlag.AlignLeading)
        for text in (self.line, self.considers, self.sources, self.basis):
            column.addWidget(text)

    def _show_cells(self, cells: Cells) -> None:
        """All rows, or the first of them until the others are asked for."""
        if cells.headings != self._cells.headings:
            self._long = False
        self._cells = cells
        many = len(cells.rows)
        is_long = many > MOST_ROWS + 1
        rows = cells.rows[:MOST_ROWS] if is_long and not self._long else cells.rows
        self.table.show_cells(replace(cells, rows=rows))
        self.whole.setVisible(is_long)
        more = ngettext("Show all {n} row", "Show all {n} rows", many)
        self.whole.set_text(_("Show fewer rows") if self._long else more)

    def _show_whole(self) -> None:
        self._long = not self._long
        self._show_cells(self._cells)

    def _open_day(self, day: date) -> None:
        self.wanted.emit(Place(page="history", day=day))

    def _note(self, what: str) -> None:
        from spasmlog.domain.scales import SignalAnswer
        from spasmlog.journal.commands import NoteSignal

        self.asked.emit(NoteSignal(rule=self._rule, what=SignalAnswer(what)))


class FindingCard(Card):
    """What it shows when open is built when it is first opened."""

    asked = Signal(object)
    wanted = Signal(object)
    questions_wanted = Signal()
    toggled = Signal(str)
    """The rule whose card is to be opened, or folded."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._told: Told | None = None
        self._open = False
        self._since = ""
        self.receipts: Receipts | None = None
        self.tag = Tag(look, "routine")
        self.line = label("", "medium", wrap=True)
        self.when = label("", "caption", wrap=True)
        self.when.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.toggle = Button(_("Open"), look, "flat", icon="chevron-down")
        self.toggle.clicked.connect(self._toggle)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.tag)
        row.addWidget(self.line, 1)
        row.addWidget(self.when, 1)
        row.addWidget(self.toggle)
        self.body.addLayout(row)
        self.done = label("", "caption", wrap=True)
        self.body.addWidget(self.done)

    @property
    def is_open(self) -> bool:
        """Whether all of it is shown."""
        return self._open

    def show_signal(self, told: Told, *, opened: bool) -> None:
        """Show this signal, open or in one line."""
        if (told, opened) == (self._told, self._open):
            return
        self._told, self._open = told, opened
        self.setAccessibleName(told.title)
        self.tag.set_level(told.level, told.label)
        self.line.setText(told.title)
        self._say_when()
        self.done.setText(told.note)
        self._show_open()

    def say_since(self, words: str) -> None:
        """Since when it matches, beside what it asks for; empty while that is not known."""
        if words != self._since:
            self._since = words
            self._say_when()

    def _say_when(self) -> None:
        when = "" if self._told is None else self._told.when
        self.when.setText(", ".join(filter(None, (when, self._since))))

    def _show_open(self) -> None:
        told, opened = self._told, self._open
        assert told is not None
        if opened and self.receipts is None:
            self.receipts = self._made()
        if self.receipts is not None:
            if opened:
                self.receipts.show_signal(told)
            self.receipts.setVisible(opened)
        self.line.setVisible(not opened)
        self.when.setVisible(opened)
        self.done.setVisible(not opened and bool(told.note))
        self.toggle.set_text(_("Close") if opened else _("Open"))
        self.toggle.setAccessibleName(f"{self.toggle.text()}: {told.title}")
        self.toggle.set_icon(None if opened else "chevron-down")

    def _made(self) -> Receipts:
        made = Receipts(self._look)
        made.asked.connect(self.asked)
        made.wanted.connect(self.wanted)
        made.questions_wanted.connect(self.questions_wanted)
        self.body.addWidget(made)
        return made

    def _toggle(self) -> None:
        if self._told is not None:
            self.toggled.emit(self._told.rule)
