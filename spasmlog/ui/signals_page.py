"""The Signals page: what is worth showing a doctor, with receipts, and what could not be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.beside import Beside
from spasmlog.ui.cards import Card
from spasmlog.ui.finding_card import FindingCard
from spasmlog.ui.labels import label
from spasmlog.ui.laid_out import lay_out
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page
from spasmlog.ui.reading_order import chain
from spasmlog.ui.signal_history_card import SignalHistoryCard
from spasmlog.ui.signal_notes import AskingCard
from spasmlog.ui.signals_beside import SignalsBeside

if TYPE_CHECKING:
    from spasmlog.views.signals import SignalsView

SHARES, TWO_FROM = (640, 364), 810
AFTER_PAINT_MS = 20
"""The first column is painted before the second is made, so that the window is never held long."""
ALL = 1000
"""More cards than there are: from then on a card that comes stands there at once."""
W = TypeVar("W", bound=QWidget)


class SignalsPage(Page):
    """Which cards are open is the person's affair; only what is asked for anew opens by itself."""

    emergency = Signal(object)
    """A sign was answered with yes: the emergency page comes first, the saving after it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: SignalsView | None = None
        self._shown = False
        self._opened: set[str] = set()
        self._asked_for = ""
        self._noted: set[str] = set()
        self.signals: dict[str, FindingCard] = {}
        self.asking: AskingCard | None = None
        self.none = Card(look)
        self.none_text = label("", "card-title", wrap=True)
        hint = _("What each rule still lacks, and what was looked at, is listed on this page.")
        self.none_off = label("", wrap=True)
        self.none.body.addWidget(self.none_text)
        self.none.body.addWidget(self.none_off)
        self.none.body.addWidget(label(hint, "quiet", wrap=True))
        self._notes: SignalsBeside | None = None
        self._there = 0
        self.past: SignalHistoryCard | None = None
        """When each signal began and stopped; made with the second column."""
        self.beside = Beside(look, SHARES, TWO_FROM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)
        self.beside.hide()  # until there is something on it: shown at once it is dressed once

    @property
    def complete(self) -> bool:
        """Whether both columns are made, and no past day is being looked at."""
        working = self.past is not None and self.past.days.is_running
        return self._notes is not None and self._has_all and not working

    def show_view(self, view: SignalsView) -> None:
        """Show this; what the person opened stays open."""
        if self._shown:
            self._show(self._view, view)
            return
        if self._view is None:
            QTimer.singleShot(0, self, self._show_first)
        self._view = view

    def _show_first(self) -> None:
        """In a turn of its own, so that the window can go on between making and painting."""
        self._shown = True
        if self._view is not None:
            self._show(None, self._view)

    def _show(self, before: SignalsView | None, view: SignalsView) -> None:
        self._view = view
        self._fold(before, view)
        fresh = view.open if view.open != self._asked_for else ""
        self._asked_for = view.open
        self._opened |= {fresh}
        self.none_text.setText(view.none)
        self.none_off.setText(view.off.said if view.off else "")
        self.none_off.setVisible(view.off is not None)
        self._show_signals(view)
        if self._notes is not None:
            self._notes.show_view(view)
            if self._has_all:
                self._show_past(view)
        elif before is None:
            QTimer.singleShot(AFTER_PAINT_MS, self, self._make_notes)
        if self.asking is not None:
            self.asking.show_questions(view.asked.questions)
        self._arrange()
        self.beside.show()
        lay_out(self)
        asked_for = before is not None or fresh != view.signals[0].rule if fresh else False
        if asked_for and self.asking is None:  # while questions are answered nothing may scroll
            _reveal(self.signals[fresh])
        if self.isVisible():
            self._note_seen(view.seen)

    @property
    def notes(self) -> SignalsBeside:
        """The second column, all of it."""
        if self._notes is None:
            self._make_notes()
        while not self._has_all:
            self._add_card()
        assert self._notes is not None
        return self._notes

    @property
    def _has_all(self) -> bool:
        """Whether every card of the second column stands there."""
        view, notes = self._view, self._notes
        return view is None or notes is None or self._there >= len(notes.cards(view))

    def _make_notes(self) -> None:
        """After the first column has been shown; its cards come one in each turn of the loop."""
        if self._notes is not None:
            return
        notes = self._notes = SignalsBeside(self._look)
        notes.wanted.connect(self.wanted)
        notes.again.connect(self.ask_again)
        notes.folded.connect(lambda: chain(self))
        if self._view is not None:
            notes.show_view(self._view)
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if not self._has_all:
            self._add_card()
            QTimer.singleShot(0, self, self._go_on)

    def _add_card(self) -> None:
        """One more card of the second column; with the last come the past days."""
        self._there += 1
        if self._view is not None and self._has_all:
            self._there = ALL
            self._show_past(self._view)
        self._arrange()
        lay_out(self)

    def ask_again(self) -> None:
        """Open all safety questions above the signals."""
        if self._view is None:
            return
        if self.asking is None:
            self.asking = AskingCard(self._look)
            self.asking.asked.connect(self.asked)
            self.asking.emergency.connect(self.emergency)
            self.asking.closed.connect(self._stop_asking)
        self.asking.show_questions(self._view.asked.questions)
        self._arrange()
        self.asking.close_button.setFocus()
        _reveal(self.asking)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._asked_for = ""
        self._noted = set()

    def _fold(self, before: SignalsView | None, view: SignalsView) -> None:
        """A signal that something was just done about folds away."""
        if before is None:
            return
        notes = {each.rule: each.note for each in before.signals}
        for each in view.signals:
            if each.folded and each.note != notes.get(each.rule, each.note):
                self._opened.discard(each.rule)

    def _show_signals(self, view: SignalsView) -> None:
        for told in view.signals:
            card = _kept(self.signals, told.rule, self._new_signal)
            card.show_signal(told, opened=told.rule in self._opened)

    def _show_past(self, view: SignalsView) -> None:
        """Below the signals, from when on all days are read."""
        if view.past is None:
            return
        if self.past is None:
            self.past = SignalHistoryCard(self._look)
            self.past.wanted.connect(self.wanted)
            self.past.changed.connect(self._relay)
        self.past.show_past(view.past)

    def _relay(self) -> None:
        """Since when each signal matches is known once the past days are."""
        from spasmlog.views.signal_history import since_words

        known = self.past.days.told if self.past and self.past.days.is_done else None
        since = {} if known is None else since_words(known)
        for rule, card in self.signals.items():
            card.say_since(since.get(rule, ""))
        lay_out(self)
        chain(self)

    def _arrange(self) -> None:
        """The cards of this view in reading order, and Tab after them."""
        view = self._view
        if view is None:
            return
        first: list[QWidget] = [self.signals[each.rule] for each in view.signals]
        if view.none:
            first.insert(0, self.none)
        if self.asking is not None:
            first.insert(0, self.asking)
        if self.past is not None and view.past is not None:
            first.append(self.past)
        second = () if self._notes is None else self._notes.cards(view)[: self._there]
        self.beside.show_cards(tuple(first), second)
        chain(self)

    def _new_signal(self) -> FindingCard:
        card = FindingCard(self._look)
        card.asked.connect(self.asked)
        card.wanted.connect(self.wanted)
        card.questions_wanted.connect(self.ask_again)
        card.toggled.connect(self._toggle)
        return card

    def _toggle(self, rule: str) -> None:
        self._opened ^= {rule}
        if self._view is None:
            return
        self._show_signals(self._view)
        lay_out(self)
        chain(self)
        waits = {each.rule for each in self._view.signals if each.can_wait and not each.folded}
        self._note_seen(self._opened & waits & {rule})

    def _stop_asking(self) -> None:
        asking, self.asking = self.asking, None
        self._arrange()
        if asking is not None:
            asking.deleteLater()
        self.notes.safety.button.setFocus()
        _reveal(self.notes.safety)

    def _note_seen(self, rules: Iterable[str]) -> None:
        """Say once that these were shown, after the view that says so has been taken in."""
        fresh, self._noted = set(rules) - self._noted, self._noted | set(rules)
        for rule in sorted(fresh):
            QTimer.singleShot(0, self, partial(self._ask_seen, rule))

    def _ask_seen(self, rule: str) -> None:
        from spasmlog.domain.scales import SignalAnswer
        from spasmlog.journal.commands import NoteSignal

        self.asked.emit(NoteSignal(rule=rule, what=SignalAnswer.SEEN))


def _reveal(card: QWidget) -> None:
    """Scroll to where a card begins, once the cards have found their places."""
    QTimer.singleShot(0, card, lambda: _scroll_to(card))


def _scroll_to(card: QWidget) -> None:
    at = card.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    inside = None if at is None else at.widget()
    if at is not None and inside is not None:
        at.verticalScrollBar().setValue(card.mapTo(inside, QPoint(0, 0)).y())


def _kept(cards: dict[str, W], rule: str, make: Callable[[], W]) -> W:
    """The card of a rule, made when it is first needed."""
    if rule not in cards:
        cards[rule] = make()
    return cards[rule]
