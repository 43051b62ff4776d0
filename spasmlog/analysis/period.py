"""The numbers of a stretch of days, and whether two stretches can be compared fairly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from statistics import median

from spasmlog.analysis.gates import COVERAGE, COVERAGE_APART
from spasmlog.analysis.scores import scored
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode, TreatmentUse, Visit
from spasmlog.domain.scales import MEDICINES, PEG, Limited, Nrs, OnsetExact
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _

DEFAULT_DAYS = 90


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The diary days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidEntry(_("A period cannot end before it begins."))

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def before(self) -> Period | None:
        """The equal period just before; None where the calendar has none."""
        start = self.first.toordinal() - self.days
        if start < 1:
            return None
        return Period(date.fromordinal(start), self.first - timedelta(days=1))

    def over(self, today: date) -> Period | None:
        """The days of it that are over; today is not, and enters no rate."""
        last = min(self.last, today - timedelta(days=1))
        return None if last < self.first else Period(self.first, last)


def last_days(today: date, days: int = DEFAULT_DAYS) -> Period:
    """The period of so many days that ends with today."""
    return Period(today - timedelta(days=days - 1), today)


def since_last_visit(diary: Diary) -> Period | None:
    """From the day of the last visit before today until today; None without a visit."""
    visits = [visit.day for visit in diary.of_kind(Visit) if visit.day < diary.today]
    return Period(visits[-1], diary.today) if visits else None


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle value (median) of `n` numbers, and the highest of them."""

    value: float
    highest: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The numbers of one period; a share is kept as its two counts.

    `spasms` began in the period. `severity` is of those with a known peak, `hours` of those
    with a known end and a beginning known to the minute. `limited` are days answered "a bit" or
    "a lot" of the days `answered`. `medicine_days` are of `medicine_known` days: logged ones and
    those with any treatment. A middle value that nothing stands on is None.
    """

    period: Period
    logged: int
    spasm_days: int
    spasms: int
    severity: Middle | None
    hours: Middle | None
    limited: int
    answered: int
    medicine_days: int
    medicine_known: int

    @property
    def per_30(self) -> Fraction | None:
        """Spasm days per 30 logged days; None without a logged day."""
        return Fraction(30 * self.spasm_days, self.logged) if self.logged else None

    @property
    def coverage(self) -> Fraction:
        """The share of days that are logged."""
        return Fraction(self.logged, self.period.days)


def figures(diary: Diary, period: Period) -> Figures:
    """The numbers of a period; the caller leaves out the day that is not over."""
    facts = [diary.facts[day] for day in period if day in diary.facts]
    spasms = diary.between(Episode, period.first, period.last)
    uses = diary.between(TreatmentUse, period.first, period.last)
    answered = [each.limited for each in facts if each.limited is not None]
    return Figures(
        period=period,
        logged=sum(each.logged for each in facts),
        spasm_days=sum(bool(each.spasms) for each in facts),
        spasms=len(spasms),
        severity=_middle(peak for each in spasms if (peak := diary.peak(each)) is not None),
        hours=_middle(hours for each in spasms if (hours := hours_of(each)) is not None),
        limited=sum(each is not Limited.NO for each in answered),
        answered=len(answered),
        medicine_days=len({each.day for each in uses if each.kind in MEDICINES}),
        medicine_known=sum(each.logged or each.treated for each in facts),
    )


def hours_of(episode: Episode) -> float | None:
    """How long a spasm lasted, in elapsed hours; None unless both ends are known."""
    if episode.resolved is None or episode.onset_exact is not OnsetExact.MINUTE:
        return None
    return (episode.resolved.utc - episode.onset.utc).total_seconds() / 3600


def _middle(numbers: Iterable[float | Nrs]) -> Middle | None:
    listed = [float(each) for each in numbers]
    return Middle(median(listed), max(listed), len(listed)) if listed else None


class Unfair(StrEnum):
    """Why two periods cannot be compared."""

    TOO_FEW = "too_few"
    TOO_DIFFERENT = "too_different"


def unfair(now: Figures, before: Figures) -> Unfair | None:
    """Why these two cannot be compared fairly; None where they can."""
    if min(now.coverage, before.coverage) < COVERAGE:
        return Unfair.TOO_FEW
    if abs(now.coverage - before.coverage) > COVERAGE_APART:
        return Unfair.TOO_DIFFERENT
    return None


@dataclass(frozen=True, slots=True)
class Peg:
    """A PEG score: the mean of its three items, 0 to 10, and the day it was answered."""

    day: date
    mean: Fraction


def peg_scores(diary: Diary, last: date) -> tuple[Peg, ...]:
    """The whole PEG scores up to a day, oldest first; a part of one has no mean."""
    return tuple(Peg(each.day, each.value) for each in scored(diary, PEG, last))
