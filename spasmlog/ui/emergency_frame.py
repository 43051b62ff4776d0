"""How the emergency page is laid out: its faces, the number and steps, and the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Picture
from spasmlog.ui.emergency_others import Others
from spasmlog.ui.emergency_parts import (
    LargeWords,
    MedicinesCard,
    NumberBox,
    SignList,
    Step,
    Words,
    WordsCard,
)
from spasmlog.ui.emergency_ways import ACROSS, DOWN, Ways
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.views.emergency import EmergencyView

STEPS = 4
ONE_COLUMN_BELOW = 900
"""In design pixels."""


class Faces(QWidget):
    """One face at a time; unlike a stack it is only as high as the one that is seen."""

    def __init__(self, faces: Sequence[QWidget]) -> None:
        super().__init__()
        self._faces = tuple(faces)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for face in self._faces:
            column.addWidget(face)
        self.turn_to(self._faces[0])

    @property
    def current(self) -> QWidget:
        """The face that is seen."""
        return next(each for each in self._faces if not each.isHidden())

    def turn_to(self, face: QWidget) -> None:
        """Show this one."""
        for each in self._faces:
            each.setVisible(each is face)


class EmergencyFrame(QWidget):
    """All parts of the page, and where they stand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._make()
        self._lay_out_told()
        self._lay_out_whole()
        self._lay_out()

    def show_words(self, view: EmergencyView) -> None:
        """Say what the view says, part by part."""
        self.title.setText(view.title)
        self.lead.setText(view.lead)
        self.number.show_number(view.number, view.countries, view.call, view.line)
        for step, (title, detail) in zip(self.steps, view.steps, strict=True):
            step.show_step(title, detail)
        self.signs.show_signs(view.signs)
        self.words.show_words(view.say, view.when)
        self.medicines.show_entered(view.medicines, view.allergies)
        self.large.say.setText(self.words.say.text())
        self.large.number.setText("\n".join(filter(None, (view.number.number, view.line))))
        self.others.show_others(view.others)

    def show_face(self, face: QWidget) -> None:
        """The signs to look for, or the words to say."""
        self.signs.setVisible(face is self.signs)
        self.told.setVisible(face is self.told)
        self.other_face.set_text(_("What to say") if face is self.signs else _("All the signs"))

    def fit(self) -> None:
        """One column or two."""
        narrow = self.width() < self._look.px(ONE_COLUMN_BELOW)
        self._columns.setDirection(DOWN if narrow else ACROSS)
        self.ways.set_narrow(narrow)

    def _make(self) -> None:
        look = self._look
        self.title = Words(look, 36, 600)
        self.lead = Words(look, 16)
        self.number = NumberBox(look)
        self.steps = tuple(Step(look, at + 1) for at in range(STEPS))
        self.signs = SignList(look)
        self.words = WordsCard(look)
        self.medicines = MedicinesCard(look)
        self.other_face = Button(_("What to say"), look, size="roomy")
        self.larger = Button(_("Show it large"), look, size="roomy", icon="large")
        self.printing = Button(_("Print all of this"), look, size="roomy", icon="print")
        self.large = LargeWords(look)
        self.others = Others(look)
        self.ways = Ways(look)

    def _lay_out_told(self) -> None:
        self.told = QWidget()
        column = QVBoxLayout(self.told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.words)
        column.addWidget(self.medicines)

    def _lay_out_whole(self) -> None:
        first, second = QVBoxLayout(), QVBoxLayout()
        first.setSpacing(14)
        first.addWidget(self.number)
        first.addSpacing(6)
        for step in self.steps:
            first.addWidget(step)
        first.addStretch(1)
        second.setSpacing(12)
        second.addWidget(self.signs)
        second.addWidget(self.told)
        second.addWidget(Flow((self.other_face, self.larger, self.printing)))
        second.addStretch(1)
        self._columns = QBoxLayout(ACROSS)
        self._columns.setSpacing(40)
        self._columns.addLayout(first, 1)
        self._columns.addLayout(second, 1)
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(self._header())
        column.addLayout(self._columns, 1)

    def _header(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.lead)
        row = QHBoxLayout()
        row.setSpacing(24)
        picture = Picture(self._look, "emergency", "emergency", 64)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _lay_out(self) -> None:
        self.faces = Faces((self.whole, self.large, self.others))
        line = QFrame()
        line.setProperty("role", "line")
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(56, 24, 56, 16)
        column.setSpacing(12)
        column.addWidget(self.faces, 1)
        column.addWidget(line)
        column.addWidget(self.ways)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self.area)
