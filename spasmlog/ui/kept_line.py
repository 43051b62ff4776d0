"""A line that another start hands over: kept by whoever has the journal, and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog.errors import Refusal
from spasmlog.ui.answering import still_opening

if TYPE_CHECKING:
    from spasmlog.journal.quick_known import Known
    from spasmlog.ui.desk import Desk
    from spasmlog.ui.single import Answer


def keep_line(desk: Desk, line: str, known: Known) -> Answer:
    """Save a line as the quick bar would, and say the same as the command alone would."""
    if not desk.writes:
        return still_opening()
    from spasmlog.views.quick_said import kept

    try:
        said, step = kept(line, known, desk.journal)
    except Refusal as refusal:
        return {"refused": str(refusal)}
    desk.saved.emit(step)
    return {"said": list(said)}
