"""What whole answers to a questionnaire come to, and when it is to be answered again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Score
from spasmlog.domain.scales import HIGHEST_ANSWER, INSTRUMENTS, PEG, ROLAND_MORRIS

EVERY = {PEG: 7, ROLAND_MORRIS: 30}
"""Days from one answer to the next (our own choice; PEG asks about a week)."""
FIRST = {PEG: 7, ROLAND_MORRIS: 0}
"""Days from the first entry of the journal to the first answer."""
JOINED = {PEG: 35, ROLAND_MORRIS: 70}
"""Scores further apart than so many days are not taken for one course (our own choice)."""
TOP = {PEG: 10, ROLAND_MORRIS: 24}
"""The highest score; higher is worse."""
NOTICED = {PEG: Fraction(2), ROLAND_MORRIS: Fraction(5)}
NOTICED_SHARE = Fraction(30, 100)
"""From how many points, and from which share of the earlier score, a difference is one that people
noticed. Roland-Morris: Ostelo 2008. PEG: 30 %, and the upper of the 1 to 2 points that are named;
both must be met, as averages of groups are easily read too boldly into one person.
"""


@dataclass(frozen=True, slots=True)
class Scored:
    """A whole answer: its day, the numbers in the order of the items, and what they come to."""

    day: date
    numbers: tuple[int, ...]
    value: Fraction


class Differs(StrEnum):
    """How far two scores lie apart, measured by what people noticed."""

    NOT_AT_ALL = "not_at_all"
    LESS_THAN_NOTICED = "less_than_noticed"
    AS_NOTICED = "as_noticed"


def scored(diary: Diary, instrument: str, last: date, first: date = date.min) -> tuple[Scored, ...]:
    """The whole scores of these days, oldest first, one a day: of two, the one typed later."""
    found = {
        score.day: made
        for score in diary.between(Score, first, last)
        if score.instrument == instrument and (made := _scored(score)) is not None
    }
    return tuple(found.values())


def _scored(score: Score) -> Scored | None:
    """None where an item is missing, unknown or beyond the scale."""
    if not is_whole(score.instrument, score.answers):
        return None
    known = dict(score.answers)
    numbers = tuple(known[item] for item in INSTRUMENTS[score.instrument])
    return Scored(score.day, numbers, value_of(score.instrument, numbers))


def is_whole(instrument: str, answers: Sequence[tuple[str, int]]) -> bool:
    """Whether every item of a known questionnaire is answered once, with a number it has."""
    items, highest = INSTRUMENTS.get(instrument, ()), HIGHEST_ANSWER.get(instrument, 0)
    return (
        bool(items)
        and sorted(item for item, _number in answers) == sorted(items)
        and all(0 <= number <= highest for _item, number in answers)
    )


def value_of(instrument: str, numbers: Sequence[int]) -> Fraction:
    """PEG: the mean of its items. Roland-Morris: how many statements are ticked."""
    return Fraction(sum(numbers), len(numbers) if instrument == PEG else 1)


def differs(instrument: str, earlier: Fraction, later: Fraction) -> Differs:
    """Both in points and as a share of the earlier one; from 0 on, points alone decide."""
    apart = later - earlier
    if not apart:
        return Differs.NOT_AT_ALL
    if abs(apart) < NOTICED[instrument] or abs(apart) < NOTICED_SHARE * earlier:
        return Differs.LESS_THAN_NOTICED
    return Differs.AS_NOTICED


def latest(diary: Diary, instrument: str) -> Scored | None:
    """The last whole score up to today."""
    found = (
        made
        for score in reversed(diary.of_kind(Score))
        if score.instrument == instrument
        and score.day <= diary.today
        and (made := _scored(score)) is not None
    )
    return next(found, None)


def due_on(diary: Diary, instrument: str) -> date | None:
    """The day from which it is to be answered; None: nothing is written down yet.

    PEG asks about the past week, so the first comes a week after the first entry.
    """
    answered = latest(diary, instrument)
    if answered is not None:
        return answered.day + timedelta(days=EVERY[instrument])
    begun = next(iter(diary.facts), None)
    return None if begun is None else begun + timedelta(days=FIRST[instrument])
