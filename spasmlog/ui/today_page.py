"""The Today page: the moment first, then the day, then what is worth knowing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.ui.columns import Columns, Scheme
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.forms_page import FormsPage
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.reading_order import chain

if TYPE_CHECKING:
    from datetime import date

    from spasmlog.domain.diary import Step
    from spasmlog.domain.moment import Moment
    from spasmlog.ui.check_in_card import CheckInCard
    from spasmlog.ui.first_steps_card import TellingLink
    from spasmlog.ui.form_card import FormCard
    from spasmlog.ui.now_card import NowCard
    from spasmlog.ui.quick_cards import QuickCard, WaterCard
    from spasmlog.ui.relief_card import ReliefCard
    from spasmlog.ui.score_panels import ScorePanels
    from spasmlog.ui.signal_card import SignalCard
    from spasmlog.ui.so_far_card import LastDaysCard, SoFarCard
    from spasmlog.ui.today_panels import Panels
    from spasmlog.views.today import TodayView

URGENT = ("emergency", "prompt")
W = TypeVar("W", bound=QWidget)


class TodayPage(FormsPage):
    """Built card by card, so that the window stays at hand meanwhile."""

    emergency = Signal(object)
    """A sign was answered with yes: the emergency page comes first, the saving after it."""
    still_going = Signal(str)
    """The spasm of this id was said to go on: it is not asked about for twelve hours."""
    not_now = Signal(str)
    """The key of a question that is to be left alone."""

    now: NowCard
    panels: Panels
    so_far: SoFarCard
    before: LastDaysCard
    water: WaterCard
    quick: QuickCard
    check_in: CheckInCard
    relief: ReliefCard
    scores: ScorePanels
    signal: SignalCard
    telling: TellingLink

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: TodayView | None = None
        self._put_off: set[str] = set()
        self.columns = Columns(look)
        self.columns.arranged.connect(self._arranged)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._building = self._build()

    def build_steps(self) -> Iterator[None]:
        """One card a step; `show_view` finishes what is left."""
        for _step in self._building:  # not "yield from": who stops half-way leaves the rest to us
            yield

    def show_view(self, view: TodayView) -> None:
        """Show this moment; what is being typed stays."""
        self._finish()
        self._view = view
        with self.columns.held():
            self._show_cards(view)
        if self.isVisible() and view.signal is not None:
            QTimer.singleShot(0, self.signal.note_seen)

    def _show_cards(self, view: TodayView) -> None:
        self.now.show_view(view.now)
        for card, part in (
            (self.so_far, view.so_far),
            (self.quick, view.quick),
            (self.before, view.before),
            (self.water, view.water),
            (self.signal, view.signal),
            (self.check_in, self._unless_put_off(view.check_in)),
            (self.relief, self._unless_put_off(view.relief)),
        ):
            _show_if(card, part)
        self.panels.show_view(view)
        put_off = self._unless_put_off
        self.scores.show_views(put_off(view.peg), put_off(view.roland_morris))
        self.telling_row.setVisible(view.telling)
        self._arrange()
        chain(self)

    def tick(self, now: Moment) -> None:
        """Let the running time move on."""
        self._finish()
        self.now.tick(now)

    def saved(self, step: Step) -> None:
        """A form is cleared once what it asked for is on disk; a change counts as a touch."""
        running = self._view.now.episode_id if self._view is not None else None
        if running is not None and any(
            each.before is not None and each.after is not None and each.after.id == running
            for each in step.changes
        ):
            self.still_going.emit(running)
        for form in self.forms():
            if form.waiting:
                form.done()

    def _finish(self) -> None:
        for _step in self._building:
            pass

    def _build(self) -> Iterator[None]:
        """Each step imports its card: that is the larger part of the work."""
        self._build_now()
        yield
        yield from self._build_day()
        yield from self._build_quick()
        yield from self._build_questions()
        yield from self._build_signal()

    def _build_now(self) -> None:
        from spasmlog.ui.now_card import NowCard
        from spasmlog.ui.today_panels import Panels

        self.now = self._wired(NowCard(self._look))
        self.panels = Panels(self._look, self.now, self.columns)
        self.panels.asked.connect(self.asked)
        self.panels.emergency.connect(self.emergency)
        self.panels.wanted.connect(self.wanted)
        self.panels.made.connect(self._arrange)
        self.now.details_wanted.connect(self.panels.toggle_details)
        self.now.earlier_wanted.connect(self.panels.toggle_earlier)
        self.now.flare_wanted.connect(lambda: self.wanted.emit(Place(page="flare")))
        self.now.still_going.connect(self.still_going)
        self.columns.arrange(Scheme(top=(self.now,), left=(), right=(), single=()))
        self.now.show()

    def _build_day(self) -> Iterator[None]:
        for name in ("day_line", "record_table", "last_days"):
            import_module(f"spasmlog.ui.{name}")
            yield
        from spasmlog.ui.so_far_card import LastDaysCard, SoFarCard

        self.so_far = self._wired(SoFarCard(self._look))
        self.so_far.earlier_wanted.connect(self.panels.toggle_earlier)
        self.so_far.opened.connect(self._go_to_record)
        self.so_far.delete_asked.connect(self._delete)
        yield
        self.before = LastDaysCard(self._look)
        self.before.setParent(self.columns)
        self.before.hide()
        self.before.chosen.connect(self._go_to_day)
        yield

    def _build_quick(self) -> Iterator[None]:
        from spasmlog.ui.quick_cards import QuickCard, WaterCard

        yield
        self.water = self._wired(WaterCard(self._look))
        yield
        self.quick = self._wired(QuickCard(self._look))
        self.quick.grown.connect(self._arranged)
        yield

    def _build_questions(self) -> Iterator[None]:
        from spasmlog.ui.check_in_card import CheckInCard

        yield
        self.check_in = self._wired(CheckInCard(self._look))
        self.check_in.grown.connect(self._arranged)
        self.check_in.not_now.connect(self._leave)
        yield
        from spasmlog.ui.relief_card import ReliefCard

        self.relief = self._wired(ReliefCard(self._look))
        self.relief.not_now.connect(self._leave)
        yield
        from spasmlog.ui.score_panels import ScorePanels

        self.scores = ScorePanels(self._look, self.columns)
        self.scores.asked.connect(self.asked)
        self.scores.grown.connect(self._arranged)
        self.scores.not_now.connect(self._leave)

    def _build_signal(self) -> Iterator[None]:
        from spasmlog.ui.signal_card import SignalCard

        self.signal = self._wired(SignalCard(self._look))
        self.signal.wanted.connect(self.wanted)
        yield
        from spasmlog.ui.first_steps_card import TellingLink

        self.telling = TellingLink(self._look)
        self.telling.wanted.connect(self.wanted)
        self.telling_row = Flow((self.telling,), parent=self.columns)
        self.telling_row.hide()
        yield

    def _wired(self, card: W) -> W:
        """A card whose commands go out by the page; it is seen once there is something on it."""
        asks: Any = card
        card.setParent(self.columns)
        card.hide()
        asks.asked.connect(self.asked)
        return card

    def _unless_put_off(self, part: Any) -> Any:
        return None if part is None or part.key in self._put_off else part

    def _arrange(self) -> None:
        """The morning's open check-in stands first, the evening's after the day."""
        view = self._view
        if view is None:
            return
        morning = view.check_in is not None and view.check_in.stage == "morning_after"
        days = (self.before, self.so_far)
        left = (self.check_in, *days) if morning else (*days, self.check_in)
        end = (*self.scores.cards, self.telling_row)
        signal = (self.signal,)
        urgent = view.signal is not None and view.signal.level in URGENT
        first, last = (signal, ()) if urgent else ((), signal)
        small = (self.water, self.quick)
        self.columns.arrange(
            Scheme(
                top=(self.now, *self.panels.cards, self.relief),
                left=(*left, *end),
                right=(*first, *small, *last),
                single=(*_each(first), small, *_each((*left, *last, *end))),
            )
        )

    def _arranged(self) -> None:
        """Cards have moved, or grown: Tab follows."""
        if self._view is not None:
            self.water.set_narrow(self.columns.paired)
            self.quick.set_narrow(self.columns.narrow)
        chain(self)

    def forms(self) -> Iterator[FormCard]:
        """Every form that was ever opened; none before there is anything to be seen."""
        if self._view is None:
            return
        yield from self.panels.forms
        if self.now.question is not None:
            yield self.now.question
        yield self.check_in
        yield from self.scores.cards
        yield from self.quick.forms.values()

    def _leave(self, key: str) -> None:
        self._put_off.add(key)
        self.not_now.emit(key)
        if self._view is not None:
            self.show_view(self._view)

    def _go_to_day(self, day: date) -> None:
        self.wanted.emit(Place(page="history", day=day))

    def _go_to_record(self, day: date, record_id: str) -> None:
        self.wanted.emit(Place(page="history", day=day, record_id=record_id))

    def _delete(self, record_id: str) -> None:
        from spasmlog.journal.commands import Delete

        self.asked.emit(Delete(record_id=record_id))


def _each(cards: Sequence[QWidget]) -> Iterator[tuple[QWidget]]:
    return ((card,) for card in cards)


def _show_if(card: Any, part: Any) -> None:
    """Show a part of the view on its card, or hide the card where there is none."""
    if part is not None:
        card.show_view(part)
    card.setVisible(part is not None)
