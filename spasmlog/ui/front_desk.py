"""What the window answers to another start: it comes forward, opens the bar, or keeps a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog import hand_over
from spasmlog.ui.answering import take_answer
from spasmlog.ui.kept_line import keep_line
from spasmlog.ui.single import Answer, come_forward

if TYPE_CHECKING:
    from spasmlog.errors import Refusal
    from spasmlog.ui.session import Session


class FrontDesk:
    """Answers for one window."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._desk = session.window.around.desk
        self._has_failed = False
        session.opening.failed.connect(self._not_opened)
        self._desk.opened.connect(self._opened)

    def answer(self, asked: str, line: str) -> Answer:
        """Do what is asked, and say what came of it; what needs a journal may find none here."""
        match asked:
            case hand_over.LINE | hand_over.ANSWER if self._has_failed:
                return {"gone": True}
            case hand_over.LINE:
                return keep_line(self._desk, line, self._session.quick.known())
            case hand_over.ANSWER:
                return take_answer(self._desk, line)
            case hand_over.QUICK:
                self._session.quick.open_anywhere(line)
            case hand_over.FORWARD:
                come_forward(self._session.window)
        return {"here": True}

    def _not_opened(self, _refusal: Refusal) -> None:
        self._has_failed = True

    def _opened(self) -> None:
        self._has_failed = False
