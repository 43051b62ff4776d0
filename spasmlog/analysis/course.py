"""How it is going: the running mean of daily pain, and days counted.

A day without an entry is unknown: it is left out, never read as 0 and never filled in. The
current unfinished day is left out of every count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from spasmlog.analysis.daily import hides_pain, mean_of
from spasmlog.domain.diary import Diary

WINDOW = 7
NEEDED = 4
"""Days with a number that seven days need before a mean is given."""

Known = Callable[[date], float | None]
"""The value of a day; None: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The finished days of a period; `spasm` are those that a spasm touched."""

    days: int
    logged: int
    clear: int
    spasm: int

    @property
    def unknown(self) -> int:
        """Days without an entry."""
        return self.days - self.logged


def dates(first: date, last: date) -> tuple[date, ...]:
    """The dates from `first` to `last`, both included."""
    return tuple(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)))


def last_finished(diary: Diary, last: date) -> date:
    """The last day up to `last` that is over."""
    return min(last, date.fromordinal(diary.today.toordinal() - 1))


def worst_on(diary: Diary) -> Known:
    """The worst pain of a day: 0 on a clear day, None where there is no number."""
    return lambda day: facts.worst if (facts := diary.facts.get(day)) else None


def rolling_mean(
    diary: Diary, first: date, last: date, window: int = WINDOW, needed: int = NEEDED
) -> tuple[tuple[date, float | None], ...]:
    """For each date the mean of the numbers of the `window` dates that end with it.

    None, a break in the line, where fewer than `needed` of them have a number, or too many of
    the pain days among them have none. The line ends with the last day that is over.
    """
    start = date.fromordinal(first.toordinal() - window + 1)
    days = dates(start, last)
    values = [*map(worst_on(diary), days)]
    bare = [has_no_number(diary, day) for day in days]
    means = {
        day: _mean(values[at : at + window], sum(bare[at : at + window]), needed)
        for at, day in enumerate(dates(first, last_finished(diary, last)))
    }
    return tuple((day, means.get(day)) for day in dates(first, last))


def without_number(diary: Diary, last: date) -> int:
    """How many pain days have no number, where they keep the seven days to `last` without a mean.

    0 where there is a mean, or none anyway, as on a day that is not over.
    """
    if last >= diary.today:
        return 0
    week = dates(date.fromordinal(last.toordinal() - WINDOW + 1), last)
    known = [value for value in map(worst_on(diary), week) if value is not None]
    bare = sum(has_no_number(diary, day) for day in week)
    has_mean = len(known) >= NEEDED and not hides_pain(known, bare)
    return bare if len(known) + bare >= NEEDED and not has_mean else 0


def has_no_number(diary: Diary, day: date) -> bool:
    """Whether a day is known to have had pain, but not how bad it was."""
    facts = diary.facts.get(day)
    return facts is not None and facts.logged and facts.worst is None


def _mean(values: list[float | None], unnumbered: int, needed: int) -> float | None:
    known = [value for value in values if value is not None]
    return mean_of(known, unnumbered) if len(known) >= needed else None


def counts(diary: Diary, first: date, last: date) -> Counts:
    """How many finished days there are from `first` to `last`, and what is known of them."""
    days = dates(first, last_finished(diary, last))
    known = [facts for day in days if (facts := diary.facts.get(day))]
    return Counts(
        days=len(days),
        logged=sum(facts.logged for facts in known),
        clear=sum(facts.clear for facts in known),
        spasm=sum(bool(facts.spasms) for facts in known),
    )
