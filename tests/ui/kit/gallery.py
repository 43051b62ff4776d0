"""One of everything in the kit, on one page: for looking at, and for tests that walk over it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from spasmlog.ui.cards import LEVELS, Card, EmptyState, ErrorCard, HatchedFrame, Tag
from spasmlog.ui.day_line import DayLine, Mark
from spasmlog.ui.drawings import Glasses, LevelTile
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.inputs import (
    Button,
    Chip,
    Choice,
    ClockField,
    DayField,
    LabelledField,
    Segmented,
    Stepper,
    Switch,
    Tick,
    label,
)
from spasmlog.ui.last_days import LastDays
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip
from spasmlog.ui.record_table import Row, RowList

MARKS = (
    Mark(kind="reading", start=495, value=3, text="08:15 pain 3"),
    Mark(kind="reading", start=810, value=2, text="13:30 pain 2"),
    Mark(kind="spasm", start=1108, end=1145, value=7, text="18:28 spasm, 7"),
    Mark(kind="spasm", start=1145, value=6, text="19:05 spasm, 6"),
    *(Mark(kind="drink", start=at, text="water") for at in (455, 610, 750, 906, 1038)),
    Mark(kind="stretch", start=810, end=820, text="13:30 stretched for 10 min"),
    Mark(kind="activity", start=970, end=1000, text="16:10 walked for 30 min"),
    Mark(kind="treatment", start=1120, text="18:40 ibuprofen"),
)
ROWS = (
    Row(id="a", time="19:05", icon="clock", text="Relief check, 25 min after ibuprofen",
        value="a little, 7 to 6"),
    Row(id="b", time="18:40", icon="pill", text="Ibuprofen", value="400 mg"),
    Row(id="c", time="18:28", icon="spasm", text="Spasm began, lower back left", value="7"),
    Row(id="d", time="16:10", icon="walk", text="Walk", value="20 min"),
    Row(id="e", time="08:15", icon="body", text="Pain on waking", quiet="added later, at 12:02",
        value="3"),
)  # fmt: skip
DAYS = (
    ("8 Nov", 2, True), ("9 Nov", 2, True), ("10 Nov", 1, True), ("11 Nov", None, False),
    ("12 Nov", None, False), ("13 Nov", 2, True), ("14 Nov", 7, True), ("15 Nov", 6, True),
    ("16 Nov", 3, True), ("17 Nov", 0, True), ("18 Nov", None, True), ("19 Nov", None, False),
    ("20 Nov", 10, True), ("yesterday", 4, True),
)  # fmt: skip


class Gallery(QWidget):
    """Every part of the kit at least once."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.area: QScrollArea | None = None
        self.setWindowTitle("Kit")
        columns = 1 if look.large else 2
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 24, 28, 24)
        grid.setSpacing(16)
        grid.addWidget(self._now(), 0, 0, 1, columns)
        cards = (
            self._day(), self._water(), self._answers(), self._buttons(), self._days(),
            self._tags(), self._empty(), self._few(), self._error(), self._fields(),
        )  # fmt: skip
        for at, card in enumerate(cards):
            row, column = divmod(at, columns)
            grid.addWidget(card, row + 1, column)
            grid.setColumnStretch(column, 1)

    def _now(self) -> Card:
        look = self.look
        card = Card(look)
        head = QHBoxLayout()
        self.level = LevelTile(look)
        self.level.set_value(6)
        head.addWidget(self.level)
        words = QVBoxLayout()
        words.addWidget(label("Spasm running for 1 h 12 min", "title", wrap=True))
        words.addWidget(label("Since 18:28. Lower back, left, after lifting.", "quiet", wrap=True))
        head.addLayout(words, 1)
        head.addWidget(Button("Place and details", look, size="roomy", icon="body"))
        head.addWidget(Button("It let go", look, "primary", "primary"))
        card.body.addLayout(head)
        self.strip = PainStrip(look)
        self.strip.set_value(6)
        card.body.addWidget(self.strip)
        return card

    def _day(self) -> Card:
        card = Card(self.look, "So far today", "A day starts at 03:00")
        self.line = DayLine(self.look)
        self.line.show_marks(MARKS, 1180, 360, 1440)
        card.body.addWidget(self.line)
        self.rows = RowList(self.look)
        self.rows.show_rows(ROWS)
        card.body.addWidget(self.rows)
        card.body.addStretch(1)
        return card

    def _water(self) -> Card:
        look = self.look
        card = Card(look, "Water", "5 glasses", icon="drop", icon_role="hydration")
        line = QHBoxLayout()
        self.glasses = Glasses(look)
        self.glasses.set_count(5)
        line.addWidget(self.glasses, 1)
        line.addWidget(Button("", look, size="roomy", icon="minus", name="One glass less"))
        line.addWidget(Button("Glass", look, size="roomy", icon="plus"))
        card.body.addLayout(line)
        many = Glasses(look)
        many.set_count(19)
        card.body.addWidget(many)
        treat = QHBoxLayout()
        for words in ("Ibuprofen\n400 mg", "Heat\n20 min", "Ice\n10 min"):
            treat.addWidget(Button(words, look, size="roomy"))
        card.body.addLayout(treat)
        self.compact = PainStrip(look, compact=True)
        self.compact.set_value(6)
        card.body.addWidget(self.compact)
        card.body.addStretch(1)
        return card

    def _answers(self) -> Card:
        look = self.look
        card = Card(look, "Evening check-in", "filled in from today", icon="evening")
        self.worst = Stepper(look, "Worst pain", 0, 10)
        self.worst.set_value(7)
        self.sitting = Stepper(look, "Hours sitting", 0, 24, 0.5, "h")
        yes_no = [("no", "No"), ("yes", "Yes"), (None, "Skip")]
        limited = [("no", "No"), ("bit", "A bit"), ("lot", "A lot")]
        self.limited = Segmented(look, limited, "Did pain limit you?")
        self.limited.set_value("lot")
        self.slept = Segmented(look, yes_no[:2], "Slept badly last night?")
        grid = QGridLayout()
        columns = 1 if look.large else 2
        fields = (
            ("Worst pain", self.worst), ("Did pain limit you?", self.limited),
            ("Hours sitting", self.sitting), ("Slept badly last night?", self.slept),
        )  # fmt: skip
        for at, (words, field) in enumerate(fields):
            grid.addWidget(LabelledField(look, words, field), *divmod(at, columns))
        card.body.addLayout(grid)
        card.body.addStretch(1)
        return card

    def _buttons(self) -> Card:
        look = self.look
        card = Card(look, "Buttons")
        off = Button("Save", look, "primary", "roomy")
        off.setEnabled(False)
        switches = [Switch(look, name="On"), Switch(look, name="Off")]
        switches[0].setChecked(True)
        ticks = [Tick(look, name="Ticked"), Tick(look, "Words that wrap when it gets narrow")]
        ticks[0].setChecked(True)
        rows: list[list[QWidget]] = [
            [Button("Save", look, "primary", "roomy"), off, Button("Delete", look, "danger")],
            [
                Button("Find", look, icon="search", hint="Ctrl+F"),
                Button("Normal", look),
                Button("Later", look, "flat"),
            ],
            [*switches, *ticks],
            [
                Chip("ibuprofen 400 mg", look, "pill", role="treatment"),
                Chip("low back left", look, "body"),
                Chip("how many mg?", look, question=True),
            ],
        ]
        for row in rows:
            card.body.addWidget(Flow(row))
        card.body.addStretch(1)
        return card

    def _days(self) -> Card:
        card = Card(self.look, "Last 14 days", "1 day with no entry in the last week")
        self.days = LastDays(self.look)
        self.days.show_days(DAYS)
        card.body.addWidget(self.days)
        card.body.addStretch(1)
        return card

    def _tags(self) -> Card:
        card = Card(self.look, "Tags carry a shape, a word and a colour")
        for level in LEVELS:
            card.body.addWidget(Tag(self.look, level))
        card.body.addStretch(1)
        return card

    def _empty(self) -> Card:
        look = self.look
        card = Card(look)
        buttons = (
            Button("No spasm so far", look, size="roomy"),
            Button("Add an earlier one", look, size="roomy"),
        )
        words = "Press a number when you know how it is. A day without an entry stays blank."
        card.body.addWidget(EmptyState(look, "today", "Nothing logged yet today", words, buttons))
        return card

    def _few(self) -> Card:
        card = Card(self.look, "What goes with it")
        fact = "9 logged days so far; this needs 30."
        card.body.addWidget(HatchedFrame(self.look, fact, "13 December at the earliest."))
        return card

    def _error(self) -> Card:
        look = self.look
        words = "Your last entry is kept in this window. Earlier entries are unharmed."
        buttons = (
            Button("Try again", look, "primary", "roomy"),
            Button("Save somewhere else", look, size="roomy"),
        )
        return ErrorCard(look, "Not saved: the disk is full", words, buttons)

    def _fields(self) -> Card:
        look = self.look
        card = Card(look, "Fields")
        self.note = QLineEdit("typed words")
        card.body.addWidget(LabelledField(look, "Note", self.note, "Kept as it is typed."))
        self.choice = Choice(look, "Country")
        self.choice.addItems(["Germany", "Poland", "United Kingdom"])
        card.body.addWidget(LabelledField(look, "Country", self.choice))
        self.day = DayField(look, "Day")
        self.day.setDate(QDate(2026, 11, 22))
        self.clock = ClockField(look, "Time")
        self.clock.setTime(QTime(19, 40))
        when = QHBoxLayout()
        when.addWidget(LabelledField(look, "Day", self.day))
        when.addWidget(LabelledField(look, "Time", self.clock))
        when.addStretch(1)
        card.body.addLayout(when)
        card.body.addStretch(1)
        return card


def scrolled(gallery: Gallery, width: int, height: int) -> QScrollArea:
    """The gallery in a window of this size, as a page would be."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(gallery)
    area.resize(width, height)
    # Held here, or the area would end with the last name for it, and the gallery in it.
    gallery.area = area
    return area
