"""Which visit is the one that is still to come, or to be written up."""

from __future__ import annotations

from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Visit

RECENT = timedelta(days=14)
"""How long after its day a visit without a word may still be ahead of the pages; our choice."""


def visit_to_come(diary: Diary) -> Visit | None:
    """Today's visit, else the next one planned, else a recent one of which nothing is said yet.

    Its questions are the ones that are still open. Of several on a day it is the newest.
    """
    ahead = diary.between(Visit, diary.today, date.max)
    if ahead:
        return [each for each in ahead if each.day == ahead[0].day][-1]
    recent = diary.between(Visit, diary.today - RECENT, diary.today)
    return next((each for each in reversed(recent) if not is_told(each)), None)


def is_told(visit: Visit) -> bool:
    """Whether anything is written down of what was said or planned there."""
    return bool(visit.said.strip() or visit.plan.strip())
