"""The emergency page at once, from everywhere; what was ticked is saved after it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spasmlog.errors import Refusal
from spasmlog.ui.main_window import MainWindow

if TYPE_CHECKING:
    from spasmlog.domain.scales import Sign
    from spasmlog.settings import Settings
    from spasmlog.ui.emergency_page import EmergencyPage


class Help(QObject):
    """Shows the page and keeps the record of how it was left."""

    def __init__(self, window: MainWindow, keep: Callable[[Settings], None]) -> None:
        super().__init__(window)
        self._window, self._keep = window, keep
        self._around = window.around
        self._page: EmergencyPage | None = None

    def open(self) -> None:
        """F1: the signs and what to do."""
        page = self._made()
        self._show(page)
        self._window.cover(page)

    def show_ticked(self, sign: Sign) -> None:
        """A yes to an emergency question: the page first, then the saving."""
        from spasmlog.domain.scales import SignAnswer

        self.open()
        self._answer([(sign, SignAnswer.YES)])

    def _made(self) -> EmergencyPage:
        if self._page is None:
            from spasmlog.ui.emergency_page import EmergencyPage

            page = EmergencyPage(self._around.look)
            page.left.connect(self._window.uncover)
            page.ticked.connect(self.show_ticked)
            page.mistake.connect(self._mistake)
            page.seen.connect(self._seen)
            page.country_chosen.connect(self._choose_country)
            self._page = page
        return self._page

    def _show(self, page: EmergencyPage) -> None:
        from spasmlog.views.emergency import emergency_view

        desk, settings = self._around.desk, self._around.settings
        diary = desk.diary if desk.is_open else None
        page.show_help(emergency_view(settings.country, settings.emergency_number, diary, desk.now))

    def _answer(self, answers: Iterable[tuple[Sign, object]]) -> None:
        from spasmlog.domain.scales import SignAnswer
        from spasmlog.journal.commands import AnswerSigns

        said = tuple((sign, SignAnswer(str(answer))) for sign, answer in answers)
        page = self._made()
        self._around.desk.refused.connect(self._not_saved)
        self._around.desk.do(AnswerSigns(answers=said))
        self._around.desk.refused.disconnect(self._not_saved)
        self._show(page)

    def _not_saved(self, refusal: Refusal) -> None:
        self._made().say_not_saved(str(refusal))

    def _mistake(self, answer_id: str) -> None:
        from spasmlog.journal.commands import Delete

        self._window.uncover()
        self._around.desk.do(Delete(record_id=answer_id))

    def _seen(self, signs: Iterable[Sign]) -> None:
        from spasmlog.domain.scales import SignAnswer

        self._window.uncover()
        self._answer([(sign, SignAnswer.CLEARED) for sign in signs])

    def _choose_country(self, code: str) -> None:
        self._keep(replace(self._around.settings, country=code))
        self._show(self._made())
