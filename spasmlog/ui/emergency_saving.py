"""Answers to safety questions that did not reach the disk: kept, and tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from spasmlog.errors import Refusal
from spasmlog.ui.desk import Desk

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.domain.scales import Sign, SignAnswer
    from spasmlog.journal.commands import AnswerSigns, Command

AGAIN_MS = 10_000
"""How long after a failure the next try is made."""


class Unsaved(QObject):
    """Holds them until they are saved, by whoever, or were said not to be meant."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: list[AnswerSigns] = []
        self._timer = QTimer(self, interval=AGAIN_MS)
        self._timer.timeout.connect(self.try_again)
        desk.refused.connect(self._refused)
        desk.saved.connect(self._saved)

    @property
    def kept(self) -> tuple[AnswerSigns, ...]:
        """What is not saved yet, oldest first: refused, or waiting until the journal is open."""
        from spasmlog.journal.commands import AnswerSigns

        waiting = (each for each in self._desk.waiting if isinstance(each, AnswerSigns))
        return (*self._kept, *waiting)

    @property
    def answers(self) -> dict[Sign, SignAnswer]:
        """The answers in it, the newest of each sign."""
        return {sign: said for each in self.kept for sign, said in each.answers}

    def try_again(self) -> None:
        """Save what can be saved by now, in the order in which it was asked."""
        while self._kept and self._desk.writes:
            try:
                self._desk.journal.do(self._kept[0])
            except Refusal:
                return
            self._kept.pop(0)
        self._rest()

    def forget(self, sign: Sign) -> None:
        """What was answered to this question was not meant."""
        from spasmlog.journal.commands import AnswerSigns

        waiting = [each for each in self._desk.waiting if isinstance(each, AnswerSigns)]
        self._desk.drop(AnswerSigns)
        for each in filter(None, (_without(sign, each) for each in waiting)):
            self._desk.do(each)
        self._kept = [each for each in (_without(sign, one) for one in self._kept) if each]
        self._rest()

    def _refused(self, _refusal: Refusal, command: Command | None) -> None:
        from spasmlog.journal.commands import AnswerSigns

        if isinstance(command, AnswerSigns) and command not in self._kept:
            self._kept.append(command)
            self._timer.start()

    def _saved(self, step: Step) -> None:
        """Somebody tried it again and it worked."""
        from spasmlog.domain.records import Answer

        new = {
            (each.after.sign, each.after.answer)
            for each in step.changes
            if isinstance(each.after, Answer)
        }
        self._kept = [each for each in self._kept if not new.issuperset(each.answers)]
        self._rest()

    def _rest(self) -> None:
        if not self._kept:
            self._timer.stop()


def _without(sign: Sign, command: AnswerSigns) -> AnswerSigns | None:
    from dataclasses import replace

    left = tuple(each for each in command.answers if each[0] is not sign)
    return replace(command, answers=left) if left else None
