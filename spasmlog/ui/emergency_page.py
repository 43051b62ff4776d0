"""The emergency page: static text in place of the whole window, with or without a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from spasmlog.ui.emergency_frame import EmergencyFrame
from spasmlog.ui.look import Look
from spasmlog.ui.reading_order import chain

if TYPE_CHECKING:
    from spasmlog.domain.scales import Sign
    from spasmlog.ui.emergency_printing import AskForPrinter
    from spasmlog.views.emergency import EmergencyView


class EmergencyPage(EmergencyFrame):
    """What to look for, whom to call, what to say. It never closes by itself."""

    left = Signal()
    """Left where nothing was so."""
    ticked = Signal(object)
    """A sign that is so. Shown already: whoever saves it comes after."""
    mistake = Signal(str)
    """The id of the answer that was not meant."""
    unmeant = Signal(object)
    """A sign whose tick was not meant, and that never reached the journal."""
    correct = Signal()
    """An entry behind the sum is wrong."""
    called = Signal(object)
    """The signs that help was called for: they stand until somebody has seen the person."""
    seen = Signal(object)
    """The signs that somebody has seen."""
    asked = Signal(object)
    """A command: answers to the other safety questions."""
    country_chosen = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget | None = None, ask: AskForPrinter | None = None
    ) -> None:
        super().__init__(look, parent)
        self._ask = ask
        self._view: EmergencyView | None = None
        self._here: list[Sign] = []
        self.back, self.by_mistake = self.ways.back, self.ways.by_mistake
        self.correct_entry, self.been_seen = self.ways.correct, self.ways.been_seen
        self.have_called = self.ways.called
        self.saved, self.not_saved = self.ways.saved, self.ways.not_saved
        self._connect()
        self.show_face(self.signs)

    def show_help(self, view: EmergencyView) -> None:
        """Show this; what was ticked here stays ticked, whether or not it could be saved."""
        from spasmlog.views.emergency import with_ticks

        first = self._view is None or not self._view.is_urgent
        shown = with_ticks(view, self._here)
        self._view = shown
        self.setProperty("stays", shown.is_urgent)
        self.show_words(shown)
        self.ways.show_ways(shown, saved=not self._unsaved())
        chain(self)
        if first and shown.is_urgent:
            self.show_face(self.told)

    def take_tick(self, sign: Sign) -> None:
        """This is so, whether or not it will be saved."""
        if sign not in self._here:
            self._here.append(sign)
        self.ways.forget_refusal()
        self._show_again()

    def say_not_saved(self, sentence: str) -> None:
        """The tick did not reach the disk. Nothing else changes: help comes first."""
        self.ways.say_not_saved(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what is large or further on, and the page where nothing is ticked."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.faces.current is not self.whole:
            self._show_whole()
        elif self.ways.back.isVisible():
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._start_afresh()

    def _connect(self) -> None:
        self.signs.ticked.connect(self._tick)
        self.signs.unticked.connect(self._untick)
        self.number.country_chosen.connect(self.country_chosen)
        self.larger.clicked.connect(lambda: self._turn_to(self.large, self.large.smaller))
        self.ways.further.clicked.connect(self._go_further)
        for button in (self.large.smaller, self.others.back):
            button.clicked.connect(self._show_whole)
        self.others.asked.connect(self.asked)
        self.other_face.clicked.connect(self._turn)
        self.printing.clicked.connect(self._print)
        self.ways.back.clicked.connect(self.left)
        self.ways.by_mistake.clicked.connect(self._leave_by_mistake)
        self.ways.correct.clicked.connect(self.correct)
        self.ways.called.clicked.connect(self._leave_called)
        self.ways.been_seen.clicked.connect(self._leave_seen)
        self._look.changed.connect(self.fit)

    def _turn(self) -> None:
        self.show_face(self.told if not self.signs.isHidden() else self.signs)

    def _go_further(self) -> None:
        self.others.open()
        self._turn_to(self.others, self.others.back)
        chain(self)

    def _turn_to(self, face: QWidget, first: QWidget) -> None:
        self.faces.turn_to(face)
        self.area.verticalScrollBar().setValue(0)
        first.setFocus()

    def _show_whole(self) -> None:
        back = self.larger if self.faces.current is self.large else self.ways.further
        self._turn_to(self.whole, back)

    def _tick(self, sign: Sign) -> None:
        self.take_tick(sign)
        self.ticked.emit(sign)

    def _untick(self, sign: Sign) -> None:
        self._take_back(sign, self._saved().get(sign, ""))

    def _leave_by_mistake(self) -> None:
        """The newest tick, whether or not it is saved, was not meant."""
        unsaved = self._unsaved()
        if unsaved:
            self._take_back(unsaved[-1], "")
        elif self._view is not None:
            newest = self._view.newest
            sign = next(sign for sign, answer in self._saved().items() if answer == newest)
            self._take_back(sign, newest)

    def _take_back(self, sign: Sign, answer: str) -> None:
        """What never reached the journal needs no deleting there."""
        if sign in self._here:
            self._here.remove(sign)
        if answer:
            self.mistake.emit(answer)
        else:
            self.unmeant.emit(sign)

    def _unsaved(self) -> list[Sign]:
        """What is ticked and not in the journal, the newest tick of this page last."""
        saved = self._saved()
        ticked = () if self._view is None else self._view.ticked
        here = [sign for sign in self._here if sign in ticked]
        every = (*(sign for sign in ticked if sign not in here), *here)
        return [sign for sign in every if sign not in saved]

    def _saved(self) -> dict[Sign, str]:
        """The ids of the answers that stand at yes, by their signs."""
        signs = () if self._view is None else self._view.signs
        return {each.sign: each.answer for each in signs if each.answer}

    def _leave_called(self) -> None:
        if self._view is not None:
            self.called.emit(self._view.ticked)

    def _leave_seen(self) -> None:
        if self._view is not None:
            self.seen.emit(self._view.ticked)

    def _print(self) -> None:
        """Whatever comes of it, the page stays."""
        from spasmlog.ui.emergency_printing import ask_for_printer, print_sheet
        from spasmlog.views.emergency_sheet import sheet

        if self._view is not None:
            done = print_sheet(sheet(self._view), self, self._ask or ask_for_printer)
            self.ways.say_printed(done)

    def _show_again(self) -> None:
        if self._view is not None:
            self.show_help(self._view)

    def _start_afresh(self) -> None:
        """The next time begins without what was ticked here."""
        self._here.clear()
        self._view = None
        self.ways.forget_refusal()
        self.ways.say_printed(True)
        self.faces.turn_to(self.whole)
        self.show_face(self.signs)
        self.area.verticalScrollBar().setValue(0)
