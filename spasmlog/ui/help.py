"""The emergency page at once, from everywhere; what was ticked is saved after it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spasmlog.errors import Refusal
from spasmlog.ui.main_window import MainWindow

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
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
        self._around.desk.moved.connect(self._moved)
        self._around.desk.refused.connect(self._refused)

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
            page.left.connect(self._left)
            page.ticked.connect(self._tick)
            page.mistake.connect(self._mistake)
            page.seen.connect(self._seen)
            page.country_chosen.connect(self._choose_country)
            self._page = page
        return self._page

    def _show(self) -> None:
        self._made().show_help(self._view())

    def _view(self) -> EmergencyView:
        from spasmlog.views.emergency import emergency_view

        desk, settings = self._around.desk, self._around.settings
        diary = desk.diary if desk.is_open else None
        return emergency_view(settings.country, settings.emergency_number, diary, desk.now)

    def _tick(self, sign: Sign) -> None:
        """The page shows the tick already; now it is saved."""
        from spasmlog.domain.scales import SignAnswer

        self._answer([(sign, SignAnswer.YES)])

    def _answer(self, answers: Iterable[tuple[Sign, SignAnswer]]) -> None:
        from spasmlog.journal.commands import AnswerSigns

        self._around.desk.do(AnswerSigns(answers=tuple(answers)))

    @property
    def _is_shown(self) -> bool:
        return self._page is not None and self._window.layers.currentWidget() is self._page

    def _moved(self, _step: Step) -> None:
        if self._is_shown:
            self._show()

    def _refused(self, refusal: Refusal, _command: Command | None) -> None:
        if self._is_shown:
            self._made().say_not_saved(str(refusal))

    def _left(self) -> None:
        """Left without a tick that is saved: one that waits to be saved was a mistake."""
        from spasmlog.journal.commands import AnswerSigns

        self._around.desk.drop(AnswerSigns)
        self._window.uncover()

    def _mistake(self, answer_id: str) -> None:
        from spasmlog.journal.commands import Delete

        self._window.uncover()
        self._around.desk.do(Delete(record_id=answer_id))
        if self._around.desk.is_open and self._view().ticked:
            self.open()  # another yes still stands

    def _seen(self, signs: Iterable[Sign]) -> None:
        from spasmlog.domain.scales import SignAnswer

        self._window.uncover()
        self._answer([(sign, SignAnswer.CLEARED) for sign in signs])

    def _choose_country(self, code: str) -> None:
        self._keep(replace(self._around.settings, country=code))
        self._show()
