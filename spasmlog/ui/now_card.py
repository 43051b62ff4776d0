"""The card of this moment: a number in one press, the running spasm with its clock, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui import asks
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.drawings import LevelTile
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import MARGIN, PainStrip
from spasmlog.views.running import running_title

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment
    from spasmlog.ui.end_question import EndForm
    from spasmlog.views.now import NowView

STACK_BELOW = 760
"""Narrower than this, in design pixels, the buttons stand below the words."""
WORDS_FROM = 900
"""As wide, in design pixels, there is room for the words of every button."""
SETTLE_MS = 400
"""So long after the button has changed its meaning, a second press of a trembling hand is none."""


class NowCard(Card):
    """The same size at rest and during a spasm, so that nothing jumps."""

    asked = Signal(object)
    still_going = Signal(str)
    details_wanted = Signal()
    earlier_wanted = Signal()
    flare_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view: NowView | None = None
        self._episode_id: str | None = None
        self._changed = QElapsedTimer()
        self.settle_ms = SETTLE_MS
        self.question: EndForm | None = None
        self.strip = PainStrip(look)
        self._make_buttons(look)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._top.addWidget(self._words(look), 1)
        self._top.addWidget(self._actions(), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(20 - MARGIN, 16, 20 - MARGIN, 12)
        self.body.setSpacing(14)
        self.body.addLayout(self._top)
        self.body.addWidget(self.strip)
        self.strip.chosen.connect(lambda level: self.asked.emit(asks.pain(level)))
        look.changed.connect(self._fit)
        self._show_running(running=False)

    def show_view(self, view: NowView) -> None:
        """Show this moment; focus moves on where its button has gone."""
        began = view.episode_id is not None
        if self._view is not None and (self._episode_id is not None) is not began:
            self._changed.start()
        self._view, self._episode_id = view, view.episode_id
        self.title.setText(view.title)
        self.setAccessibleName(view.title)
        self.facts.setText(view.facts)
        self.tile.set_value(view.level)
        self.strip.set_value(view.level if began else None)
        self._show_running(running=began)
        self._show_question(view)

    def tick(self, now: Moment) -> None:
        """Let the running time move on."""
        if self._view is not None and self._view.onset is not None:
            self.title.setText(running_title(self._view.onset, now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_buttons(self, look: Look) -> None:
        self.no_spasm = Button(_("No spasm so far"), look, size="roomy")
        self.earlier = Button(_("At another time"), look, "flat", "roomy")
        self.details = Button(_("Place and details"), look, size="roomy", icon="body")
        self.flare = Button("", look, size="roomy", icon="large")
        self.began = Button(_("A spasm began"), look, "primary", "primary", icon="spasm")
        self.let_go = Button(_("It let go"), look, "primary", "primary")
        self._name_flare(in_words=False)
        for button, key in ((self.no_spasm, "N"), (self.began, "S"), (self.let_go, "E")):
            button.setToolTip(f"{button.accessibleName()} ({key})")
        self.no_spasm.clicked.connect(lambda: self.asked.emit(asks.no_spasm()))
        self.earlier.clicked.connect(self.earlier_wanted.emit)
        self.details.clicked.connect(self.details_wanted.emit)
        self.flare.clicked.connect(self.flare_wanted.emit)
        self.began.clicked.connect(self._ask_began)
        self.let_go.clicked.connect(self._ask_end)

    def _name_flare(self, *, in_words: bool) -> None:
        """Its words where there is room for them; without, its picture alone."""
        self.flare.set_text(_("Flare mode") if in_words else "")
        self.flare.setAccessibleName(_("Flare mode: large buttons"))
        self.flare.setToolTip(_("Flare mode: large buttons (F9)"))
        self.flare.updateGeometry()

    def _words(self, look: Look) -> QWidget:
        words = QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.tile = LevelTile(look)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        self.title.setProperty("role", "title")
        self.title.setText(_("How is it now?"))
        self.facts = label(_("A number saves a pain reading."), "quiet", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addStretch(1)
        row.addWidget(self.tile)
        row.addLayout(column, 1)
        self._wordy = words
        return words

    def _actions(self) -> QWidget:
        ways = (self.earlier, self.no_spasm, self.details, self.flare, self.began, self.let_go)
        self._row = Flow(ways, 12)
        return self._row

    def _fit(self) -> None:
        """Words beside the buttons, or above them."""
        narrow = self.width() < self._look.px(STACK_BELOW)
        self._name_flare(in_words=self.width() >= self._look.px(WORDS_FROM))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(down if narrow else across)
        self._wordy.setMinimumHeight(self._look.px(64))
        policy = self._row.sizePolicy()
        kept = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Minimum
        if policy.horizontalPolicy() != kept:
            policy.setHorizontalPolicy(kept)
            self._row.setSizePolicy(policy)

    def _show_running(self, *, running: bool) -> None:
        focus = self.focusWidget()
        for button in (self.no_spasm, self.earlier, self.began):
            button.setVisible(not running)
        for each in (self.details, self.let_go, self.tile):
            each.setVisible(running)
        self._row.updateGeometry()  # else the card stays as high as the other buttons made it
        if focus in (self.began, self.let_go) and focus is not None and focus.isHidden():
            self.strip.setFocus()

    def _show_question(self, view: NowView) -> None:
        if view.question is not None and view.episode_id is not None:
            if self.question is None:
                self._make_question()
            assert self.question is not None
            self.question.show_question(view.episode_id, view.question)
        if self.question is not None:
            self.question.setVisible(view.question is not None)

    def _make_question(self) -> None:
        # Asked once in a while: not worth its import at every start.
        from spasmlog.ui.end_question import EndForm

        self.question = EndForm(self._look)
        self.question.asked.connect(self.asked.emit)
        self.question.still_going.connect(lambda: self.still_going.emit(self._episode_id or ""))
        self.body.insertWidget(1, self.question)

    def _settled(self) -> bool:
        return not self._changed.isValid() or self._changed.hasExpired(self.settle_ms)

    def _ask_began(self) -> None:
        if self._settled():
            self.asked.emit(asks.spasm_began())

    def _ask_end(self) -> None:
        if self._settled() and self._episode_id is not None:
            self.asked.emit(asks.let_go(self._episode_id))
