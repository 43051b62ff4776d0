"""When a journal began: nobody is asked about, or shown, a day before it."""

from __future__ import annotations

from datetime import date

from spasmlog.domain.diary import KINDS, Diary, day_of


def first_day(diary: Diary) -> date | None:
    """The earliest day of an entry that is read; None for a journal without one."""
    firsts = (day_of(diary.of_kind(kind)[0]) for kind in KINDS if diary.of_kind(kind))
    return min((each for each in firsts if each is not None), default=None)


def had_begun(diary: Diary, day: date) -> bool:
    """Whether there is an entry of that day or an earlier one."""
    first = first_day(diary)
    return first is not None and first <= day
