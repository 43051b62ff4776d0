"""The emergency page at once, from everywhere; what was ticked is saved after it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QObject

from spasmlog.errors import Refusal
from spasmlog.ui.emergency_saving import Unsaved
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.page import Place
from spasmlog.ui.quick_entry import is_in_front
from spasmlog.ui.single import come_forward

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.domain.records import Record
    from spasmlog.domain.scales import Sign, SignAnswer
    from spasmlog.journal.commands import Command
    from spasmlog.settings import Settings
    from spasmlog.ui.emergency_page import EmergencyPage
    from spasmlog.views.emergency import EmergencyView


class Help(QObject):
    """Shows the page and keeps the record of how it was left."""

    def __init__(self, window: MainWindow, keep: Callable[[Settings], None]) -> None:
        super().__init__(window)
        self._window, self._keep = window, keep
        self._around = window.around
        self._page: EmergencyPage | None = None
        self._unsaved = Unsaved(window.around.desk, self)
        self._around.desk.moved.connect(self._moved)
        self._around.desk.refused.connect(self._refused)
        window.closing.connect(self._unsaved.try_again)

    def open(self) -> None:
        """F1: the signs and what to do."""
        self._show()
        self._window.cover(self._made())

    def open_for(self, sign: Sign) -> None:
        """A yes to an emergency question: the page with its words; who asked has it saved next."""
        self._show()
        self._made().take_tick(sign)
        self._window.cover(self._made())

    def _made(self) -> EmergencyPage:
        if self._page is None:
            from spasmlog.ui.emergency_page import EmergencyPage

            page = EmergencyPage(self._around.look)
            page.setProperty("neutral", True)
            page.left.connect(self._window.uncover)
            page.ticked.connect(self._tick)
            page.mistake.connect(self._mistake)
            page.unmeant.connect(self._unmeant)
            page.correct.connect(self._correct)
            page.called.connect(self._called)
            page.seen.connect(self._seen)
            page.asked.connect(self._ask)
            page.country_chosen.connect(self._choose_country)
            self._page = page
        return self._page

    def _show(self) -> None:
        self._made().show_help(self._view())

    def _view(self) -> EmergencyView:
        from spasmlog.views.emergency import emergency_view

        desk, settings = self._around.desk, self._around.settings
        diary = desk.diary if desk.is_open else None
        waiting = self._unsaved.answers
        number = settings.emergency_number
        view = emergency_view(settings.country, number, diary, desk.now, waiting)
        if self._window.layers.shut:  # what the person has hidden is not told here either
            return replace(view, medicines=None, allergies="")
        return view

    def _tick(self, sign: Sign) -> None:
        """The page shows the tick already; now it is saved."""
        from spasmlog.domain.scales import SignAnswer

        self._answer([(sign, SignAnswer.YES)])

    def _answer(self, answers: Iterable[tuple[Sign, SignAnswer]]) -> None:
        from spasmlog.journal.commands import AnswerSigns

        given = tuple(answers)
        if given:
            self._around.desk.do(AnswerSigns(answers=given))

    def _ask(self, command: Command) -> None:
        """Other questions were answered: what waits to be saved is shown as well."""
        self._around.desk.do(command)
        self._show()

    @property
    def _is_shown(self) -> bool:
        return self._page is not None and self._window.layers.currentWidget() is self._page

    def _moved(self, step: Step) -> None:
        if self._is_shown:
            self._show()
        elif self._is_urgent_by(step):
            self.open()
            if not is_in_front(self._window):  # it was typed into another program, or the tray
                come_forward(self._window)

    def _is_urgent_by(self, step: Step) -> bool:
        """Whether something of this step, wherever it was typed, makes an emergency."""
        changed = {each.after.id for each in step.changes if _may_be_urgent(each.after)}
        if not changed:
            return False
        view = self._view()
        over = view.over if view.over is not None and not view.over.told else None
        urgent = {each.answer for each in view.signs} | (over.doses if over else set())
        return not changed.isdisjoint(urgent)

    def _refused(self, refusal: Refusal, _command: Command | None) -> None:
        if self._is_shown:
            self._made().say_not_saved(str(refusal))

    def _mistake(self, answer_id: str) -> None:
        from spasmlog.journal.commands import Delete

        self._window.uncover()
        self._around.desk.do(Delete(record_id=answer_id))
        self._stay_for_the_rest()

    def _unmeant(self, sign: Sign) -> None:
        self._unsaved.forget(sign)
        self._window.uncover()
        self._stay_for_the_rest()

    def _stay_for_the_rest(self) -> None:
        """Another yes, or a sum, may still stand."""
        if self._view().is_urgent:
            self.open()

    def _correct(self) -> None:
        """To the newest dose of the sum."""
        over = self._view().over
        self._window.uncover()
        if over is not None:
            self._window.go(Place(page="history", day=over.day, record_id=over.record))

    def _called(self, signs: Iterable[Sign]) -> None:
        """Noted beside what stands. Not an answer: a call alone takes no sign away."""
        from spasmlog.domain.scales import SignalAnswer
        from spasmlog.journal.commands import NoteSignal

        over = self._view().over
        rules = ("R01",) * any(signs) + ("R16",) * (over is not None and not over.told)
        self._window.uncover()
        for rule in rules:
            self._around.desk.do(NoteSignal(rule=rule, what=SignalAnswer.CALLED))

    def _seen(self, signs: Iterable[Sign]) -> None:
        from spasmlog.domain.scales import SignalAnswer, SignAnswer
        from spasmlog.journal.commands import NoteSignal

        over = self._view().over
        self._window.uncover()
        self._answer([(sign, SignAnswer.CLEARED) for sign in signs])
        if over is not None and not over.told:
            self._around.desk.do(NoteSignal(rule="R16", what=SignalAnswer.SHOWN_TO_DOCTOR))

    def _choose_country(self, code: str) -> None:
        self._keep(replace(self._around.settings, country=code))
        self._show()


def _may_be_urgent(record: Record | None) -> TypeGuard[Record]:
    from spasmlog.domain.records import Answer, TreatmentUse
    from spasmlog.domain.scales import SignAnswer, TreatmentKind

    if isinstance(record, Answer):
        return record.answer is SignAnswer.YES
    return isinstance(record, TreatmentUse) and record.kind is TreatmentKind.PARACETAMOL
