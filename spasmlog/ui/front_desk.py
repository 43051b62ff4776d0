"""What the window answers to another start: it comes forward, opens the bar, or keeps a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog import hand_over
from spasmlog.ui.answering import take_answer
from spasmlog.ui.kept_line import keep_line
from spasmlog.ui.single import Answer, come_forward

if TYPE_CHECKING:
    from spasmlog.ui.session import Session


class FrontDesk:
    """Answers for one window."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def answer(self, asked: str, line: str) -> Answer:
        """Do what is asked, and say what came of it."""
        if asked == hand_over.LINE:
            desk = self._session.window.around.desk
            return keep_line(desk, line, self._session.quick.known())
        if asked == hand_over.ANSWER:
            return take_answer(self._session.window.around.desk, line)
        if asked == hand_over.HERE:
            return {"here": True}
        if asked == hand_over.QUICK:
            self._session.quick.open_anywhere(line)
        else:
            come_forward(self._session.window)
        return {"here": True}
