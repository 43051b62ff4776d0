"""The days that a rule looks at: what is known of their pain, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import CheckIn, Episode, Reading
from spasmlog.rules.base import LeftOut, left_later

ROWS = 13
"""The rows of a receipt, the oldest of which takes all that is left."""
LISTED = 365
"""The days that evidence lists one by one; the older ones of a long time are counted."""


def found_on(diary: Diary, days: range) -> tuple[DayFacts | None, ...]:
    """What is known of each of these days (ordinals); None where nothing is."""
    return tuple(diary.facts.get(date.fromordinal(each)) for each in days)


def pain_of(found: Iterable[DayFacts | None]) -> tuple[bool | None, ...]:
    """Whether each is a pain day; None where it is not logged."""
    return tuple(None if each is None or not each.logged else each.pain for each in found)


def left_pain(diary: Diary) -> tuple[LeftOut, ...]:
    """The records that may tell of pain and are later than the day looked at."""
    return left_later(diary, lambda each: isinstance(each, Episode | Reading | CheckIn))


def stretches(days: range, length: int) -> tuple[range, ...]:
    """The days in stretches of this length, newest first; the oldest may be shorter."""
    ends = range(days.stop, days.start, -length)
    return tuple(range(max(days.start, end - length), end) for end in ends)
