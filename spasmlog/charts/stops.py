"""The words of a day that a chart over dates draws nothing of: the cursor is never left without."""

from __future__ import annotations

from datetime import date

from spasmlog.charts.sentences import around
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, format_day


def left_out(diary: Diary, day: date, why: str = "") -> str:
    """The day, that it has no entry, or `why` the entry it has is not drawn, and what ran then."""
    if day >= diary.today:
        said = _("Not over, and not counted yet")
    else:
        said = why if why and diary.facts_on(day).logged else _("No entry")
    return "\n".join([format_day(day, "EEEE d MMM y"), said, *around(diary, day)])
