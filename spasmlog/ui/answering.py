"""An answer to a reminder that came while another program has the journal: saved by its desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog import hand_over
from spasmlog.i18n import _

if TYPE_CHECKING:
    from spasmlog.ui.desk import Desk
    from spasmlog.ui.single import Answer


def take_answer(desk: Desk, line: str) -> Answer:
    """Save it as if its card had been answered; one that says nothing (any more) is no fault."""
    if not desk.writes:
        return still_opening()
    from spasmlog.views.reminders import answer

    command = answer(*hand_over.answer_of(line), desk.diary)
    if command is not None:
        desk.do(command)
    return {"here": True}


def still_opening() -> Answer:
    """What is said to whoever asks too early."""
    sentence = _("SpasmLog is still opening the journal.")
    return {"refused": f"{sentence} {_('Try again in a moment.')}"}
