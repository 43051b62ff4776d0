"""The emergency page: static text in place of the whole window, with or without a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Picture
from spasmlog.ui.emergency_parts import (
    LargeWords,
    MedicinesCard,
    NumberBox,
    SignList,
    Step,
    Words,
    WordsCard,
)
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reading_order import chain

if TYPE_CHECKING:
    from spasmlog.domain.scales import Sign
    from spasmlog.views.emergency import EmergencyView

STEPS = 4
ONE_COLUMN_BELOW = 900
"""In design pixels."""
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class EmergencyPage(QWidget):
    """What to look for, whom to call, what to say. It never closes by itself."""

    left = Signal()
    ticked = Signal(object)
    """A sign that is so. Shown already: whoever saves it comes after."""
    mistake = Signal(str)
    """The id of the answer that was not meant."""
    seen = Signal(object)
    """The signs that help was sought for."""
    country_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: EmergencyView | None = None
        self._here: set[Sign] = set()
        self._make()
        self._lay_out()
        self._connect()
        self._show_face(self.signs)

    def show_help(self, view: EmergencyView) -> None:
        """Show this; what was ticked here stays ticked, whether or not it could be saved."""
        from spasmlog.views.emergency import with_ticks

        first = self._view is None or not self._view.ticked
        shown = with_ticks(view, self._here)
        self._view = shown
        self.lead.setText(shown.lead)
        self.number.show_number(shown.number, shown.countries)
        for step, (title, detail) in zip(self.steps, shown.steps, strict=True):
            step.show_step(title, detail)
        self.signs.show_signs(shown.signs)
        self.words.show_words(shown.say, shown.when)
        self.medicines.show_entered(shown.medicines, shown.allergies)
        self.large.say.setText(self.words.say.text())
        self.large.number.setText(shown.number.number or shown.number.said)
        self._show_ways_out(shown)
        chain(self)
        if first and shown.ticked:
            self._show_face(self.told)

    def take_tick(self, sign: Sign) -> None:
        """This is so, whether or not it will be saved."""
        self._here.add(sign)
        self._forget_refusal()
        if self._view is not None:
            self.show_help(self._view)

    def say_not_saved(self, sentence: str) -> None:
        """The tick did not reach the disk. Nothing else changes: help comes first."""
        self.not_saved.setText(_("Your tick is not saved. {why}").format(why=sentence))
        self.not_saved.show()
        self.saved.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what is large, and the page where nothing is ticked."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.faces.currentWidget() is self.large:
            self._toggle_large()
        elif self.back.isVisible():
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._start_afresh()

    def _make(self) -> None:
        look = self._look
        self.title = Words(look, 36, 600)
        self.title.setText(_("Get medical help now"))
        self.lead = Words(look, 16)
        self.number = NumberBox(look)
        self.steps = tuple(Step(look, at + 1) for at in range(STEPS))
        self.signs = SignList(look)
        self.words = WordsCard(look)
        self.medicines = MedicinesCard(look)
        self.larger = Button(_("Show it large"), look, size="roomy", icon="large")
        self.other_face = Button(_("What to say"), look, size="roomy")
        self.not_saved = label("", "prompt", wrap=True)
        self.not_saved.hide()
        self.saved = label("", "quiet", wrap=True)
        self.back = Button(_("Back"), look, size="roomy")
        self.by_mistake = Button(_("I ticked that by mistake"), look, size="roomy")
        self.been_seen = Button(_("I have called or been seen"), look, size="roomy")
        self.large = LargeWords(look)

    def _connect(self) -> None:
        self.signs.ticked.connect(self._tick)
        self.signs.unticked.connect(self._untick)
        self.number.country_chosen.connect(self.country_chosen)
        for button in (self.larger, self.large.smaller):
            button.clicked.connect(self._toggle_large)
        self.other_face.clicked.connect(self._turn)
        self.back.clicked.connect(self.left)
        self.by_mistake.clicked.connect(self._leave_by_mistake)
        self.been_seen.clicked.connect(self._leave_seen)
        self._look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.told = QWidget()
        told = QVBoxLayout(self.told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(16)
        told.addWidget(self.words)
        told.addWidget(self.medicines)
        self._first, self._second = QVBoxLayout(), QVBoxLayout()
        self._first.setSpacing(14)
        self._first.addWidget(self.number)
        self._first.addSpacing(6)
        for step in self.steps:
            self._first.addWidget(step)
        self._first.addStretch(1)
        self._second.setSpacing(16)
        self._second.addWidget(self.signs)
        self._second.addWidget(self.told)
        self._second.addWidget(Flow((self.other_face, self.larger)))
        self._second.addStretch(1)
        self._columns = QBoxLayout(ACROSS)
        self._columns.setSpacing(40)
        self._columns.addLayout(self._first, 1)
        self._columns.addLayout(self._second, 1)
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addLayout(self._header())
        column.addLayout(self._columns, 1)
        self._frame()

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

    def _frame(self) -> None:
        self.faces = QStackedWidget()
        self.faces.addWidget(self.whole)
        self.faces.addWidget(self.large)
        line = QFrame()
        line.setProperty("role", "line")
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        said = QVBoxLayout()
        for widget in (self.not_saved, self.saved):
            said.addWidget(widget)
        self.foot.addLayout(said, 1)
        self._ways = (self.back, self.by_mistake, self.been_seen)
        for way in self._ways:
            self.foot.addWidget(way)
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(56, 28, 56, 20)
        column.setSpacing(14)
        column.addWidget(self.faces, 1)
        column.addWidget(line)
        column.addLayout(self.foot)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self.area)

    def _fit(self) -> None:
        narrow = self.width() < self._look.px(ONE_COLUMN_BELOW)
        self._columns.setDirection(DOWN if narrow else ACROSS)
        self.foot.setDirection(DOWN if narrow else ACROSS)

    def _show_ways_out(self, view: EmergencyView) -> None:
        on = bool(view.ticked)
        for way in self._ways:
            way.setVisible(on is not (way is self.back))
        told = [_("Works without a network. Never closes by itself.")]
        kept = {each.sign for each in view.signs if each.answer}
        if view.newest and self._here <= kept:
            told.append(_("Your tick is saved."))
        self.saved.setText(" ".join(told))

    def _show_face(self, face: QWidget) -> None:
        self.signs.setVisible(face is self.signs)
        self.told.setVisible(face is self.told)
        self.other_face.set_text(_("What to say") if face is self.signs else _("All the signs"))

    def _turn(self) -> None:
        self._show_face(self.told if not self.signs.isHidden() else self.signs)

    def _toggle_large(self) -> None:
        large = self.faces.currentWidget() is not self.large
        self.faces.setCurrentWidget(self.large if large else self.whole)
        (self.large.smaller if large else self.larger).setFocus()

    def _tick(self, sign: Sign) -> None:
        self.take_tick(sign)
        self.ticked.emit(sign)

    def _untick(self, sign: Sign) -> None:
        signs = () if self._view is None else self._view.signs
        self._take_back(next((each.answer for each in signs if each.sign is sign), ""))

    def _leave_by_mistake(self) -> None:
        if self._view is not None:
            self._take_back(self._view.newest)

    def _take_back(self, answer: str) -> None:
        """What never reached the journal needs no taking back."""
        if answer:
            self.mistake.emit(answer)
        else:
            self.left.emit()

    def _leave_seen(self) -> None:
        if self._view is not None:
            self.seen.emit(self._view.ticked)

    def _forget_refusal(self) -> None:
        self.not_saved.hide()
        self.saved.show()

    def _start_afresh(self) -> None:
        """The next time begins without what was ticked here."""
        self._here.clear()
        self._view = None
        self._forget_refusal()
        self.faces.setCurrentWidget(self.whole)
        self._show_face(self.signs)
        self.area.verticalScrollBar().setValue(0)
