"""The worst pain of each finished day, as the analyses of days take it from a diary."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from spasmlog.analysis.gates import TRUST_DAYS, UNNUMBERED
from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """The finished days `first` to `last`, by their day numbers (`date.toordinal`).

    `days` have a number, its `values` beside them; `unnumbered` are pain days without one. Both
    are logged; all other days are unknown. `began` is the day of the first entry of the journal,
    `recent` the share of logged days among the last 90, or since it began.
    """

    first: int
    last: int
    days: tuple[int, ...]
    values: tuple[float, ...]
    unnumbered: tuple[int, ...] = ()
    began: int | None = None
    recent: Fraction = Fraction(0)

    @classmethod
    def of(cls, days: Sequence[int], values: Sequence[float], first: int, last: int) -> Daily:
        """Plain arrays: rising days from `first` to `last` with a number each."""
        share = Fraction(len(days), max(last - first + 1, 1))
        return cls(
            first=first,
            last=last,
            days=tuple(days),
            values=tuple(map(float, values)),
            began=min(days, default=None),
            recent=share,
        )

    @property
    def logged(self) -> int:
        """How many days are logged."""
        return len(self.days) + len(self.unnumbered)

    @property
    def unknown(self) -> int:
        """How many days are not."""
        return max(self.last - self.first + 1, 0) - self.logged

    @property
    def mean(self) -> float | None:
        """The mean of the days with a number; None where none is shown."""
        return mean_of(self.values, len(self.unnumbered))

    def between(self, first: int, last: int) -> Daily:
        """The part of it that lies between two days, both included."""
        start, end = bisect_left(self.days, first), bisect_right(self.days, last)
        return Daily(
            first=max(first, self.first),
            last=min(last, self.last),
            days=self.days[start:end],
            values=self.values[start:end],
            unnumbered=tuple(day for day in self.unnumbered if first <= day <= last),
            began=self.began,
            recent=self.recent,
        )


def mean_of(values: Sequence[float], unnumbered: int = 0) -> float | None:
    """The mean; None without a value, or where too many of the pain days have no number."""
    return sum(values) / len(values) if values and not hides_pain(values, unnumbered) else None


def hides_pain(values: Iterable[float], unnumbered: int) -> bool:
    """Whether too many of the pain days have no number for a mean of these.

    Those days hurt: a mean of the others alone would read as better than it was. Days without
    pain make up for none of them.
    """
    painful = unnumbered + sum(value > 0 for value in values)
    return unnumbered > 0 and Fraction(unnumbered, painful) > UNNUMBERED


def daily(diary: Diary, first: date, last: date) -> Daily:
    """The days from `first` to `last` that are over; an end before the beginning has none."""
    end = min(last.toordinal(), diary.today.toordinal() - 1)
    inside = map(date.fromordinal, range(first.toordinal(), end + 1))
    logged = [facts for day in inside if (facts := diary.facts.get(day)) and facts.logged]
    numbered = [(facts.day, facts.worst) for facts in logged if facts.worst is not None]
    return Daily(
        first=first.toordinal(),
        last=end,
        days=_numbers(day for day, _worst in numbered),
        values=tuple(float(worst) for _day, worst in numbered),
        unnumbered=_numbers(facts.day for facts in logged if facts.worst is None),
        began=began(diary),
        recent=recent_coverage(diary),
    )


def began(diary: Diary) -> int | None:
    """The day number of the first entry that tells anything of a day."""
    first = next(iter(diary.facts), None)
    return None if first is None else first.toordinal()


def trust_window(diary: Diary) -> Period | None:
    """The 90 finished days that trust is judged on, or those since the first entry."""
    first = began(diary)
    end = diary.today.toordinal() - 1
    if first is None or first > end:
        return None
    start = max(first, end - TRUST_DAYS + 1)
    return Period(date.fromordinal(start), date.fromordinal(end))


def recent_coverage(diary: Diary) -> Fraction:
    """The share of logged days in that window; 0 where there is none."""
    window = trust_window(diary)
    if window is None:
        return Fraction(0)
    return Fraction(sum(diary.facts_on(day).logged for day in window), window.days)


def _numbers(days: Iterable[date]) -> tuple[int, ...]:
    return tuple(day.toordinal() for day in days)
