"""The worst pain that was typed for a day; a spasm neither adds to it nor changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import CheckIn
from spasmlog.i18n import _
from spasmlog.rules.base import Evidence, Lack, LeftOut, Outcome, left_later


@dataclass(frozen=True, slots=True)
class Typed:
    """A day, the number typed for it, and the check-in; none on a day not read in full."""

    day: date
    pain: int
    records: tuple[str, ...]

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.day, self.records, _("worst pain {n}").format(n=self.pain))


def typed(diary: Diary, days: range) -> tuple[Typed, ...]:
    """The numbers typed for these days (ordinals), oldest first."""
    dates = [date.fromordinal(each) for each in days]
    ids: dict[date, tuple[str, ...]] = {}
    for each in sorted(diary.between(CheckIn, dates[0], dates[-1]), key=_least_first):
        ids[each.day] = (each.id,)
    found = (diary.facts.get(day) for day in dates)
    return tuple(
        Typed(each.day, int(each.explicit), ids.get(each.day, ()))
        for each in found
        if each is not None and each.explicit is not None
    )


def _least_first(check_in: CheckIn) -> int:
    return -1 if check_in.worst is None else check_in.worst


def mean_of(numbers: Sequence[Typed]) -> Fraction:
    """Their mean, exactly; there must be one at least."""
    return Fraction(sum(each.pain for each in numbers), len(numbers))


def lack_of_number(day: date) -> Lack:
    """What would be known if a number were typed for this day."""
    return Lack(_("the worst pain of {day}"), day)


def outcome_of(fired: bool, lacking: Sequence[Lack]) -> Outcome:
    """What a rule answers; it is undecided while a number lacks."""
    if lacking:
        return Outcome.INSUFFICIENT
    return Outcome.FIRE if fired else Outcome.NO


def left_numbers(diary: Diary) -> tuple[LeftOut, ...]:
    """The check-ins with a number that are later than the day looked at."""
    return left_later(diary, lambda each: isinstance(each, CheckIn) and each.worst is not None)
