"""R13: a weekly average that climbs for eight weeks, by the test of Mann and Kendall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations
from math import lcm

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.i18n import N_, _, format_number, ngettext
from spasmlog.rules.base import (
    Cell,
    Counted,
    Lack,
    Level,
    Number,
    Progress,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
)
from spasmlog.rules.days import stretches
from spasmlog.rules.explicit import Typed, left_numbers, mean_of, outcome_of, typed
from spasmlog.rules.sources import MANN_KENDALL, OSTELO, SEN

WEEKS = Threshold(N_("Weeks looked at"), 8, N_("weeks"), Standing.OURS)
WEEK = Threshold(N_("Days of a week, counted back from today"), 7, N_("days"), Standing.OURS)
NUMBERS = Threshold(N_("Days with a number in each week, at least"), 4, N_("days"), Standing.OURS)
SCORE = Threshold(
    N_("Pairs of weeks that rise, less those that fall, at least"),
    18,
    "",
    Standing.PUBLISHED,
    MANN_KENDALL,
)
POINTS = Threshold(
    N_("Rise over all the weeks by the slope of Sen 1968, at least"),
    2,
    N_("points"),
    Standing.PUBLISHED,
    OSTELO,
)


@dataclass(frozen=True, slots=True)
class Trend:
    """Mann and Kendall's S, and Sen's slope from one value to the next."""

    score: int
    slope: Fraction


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days by their ordinals, and the numbers typed for them."""

    days: range
    numbers: tuple[Typed, ...]

    @property
    def first(self) -> date:
        return date.fromordinal(self.days.start)

    @property
    def last(self) -> date:
        return date.fromordinal(self.days.stop - 1)

    @property
    def lacking(self) -> int:
        """How many numbers it is short of."""
        return max(0, NUMBERS.value - len(self.numbers))


def trend_of(values: Sequence[Fraction]) -> Trend:
    """The trend of two values or more, oldest first; worked out in whole numbers of one unit."""
    unit = lcm(*range(1, len(values)), *(each.denominator for each in values)) ** 2
    whole = [each.numerator * (unit // each.denominator) for each in values]
    pairs = list(combinations(enumerate(whole), 2))
    score = sum((later > earlier) - (later < earlier) for (_i, earlier), (_j, later) in pairs)
    slopes = sorted((later - earlier) // (j - i) for (i, earlier), (j, later) in pairs)
    middle = slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]
    return Trend(score, Fraction(middle, 2 * unit))


def check_rising(diary: Diary) -> Verdict:
    """Weekly means that rise in order, and by enough."""
    days = window(diary.today, WEEKS.value * WEEK.value)
    weeks = [Week(each, typed(diary, each)) for each in reversed(stretches(days, WEEK.value))]
    numbers = [number for week in weeks for number in week.numbers]
    lacking = _lacking(weeks)
    trend = None if lacking else trend_of([mean_of(week.numbers) for week in weeks])
    climb = trend if trend is not None and _climbs(trend) else None
    fired = climb is not None
    return Verdict(
        outcome=outcome_of(fired, lacking),
        level=Level.ROUTINE if fired else None,
        title=_title(weeks) if fired else "",
        message=_message() if fired else "",
        first=weeks[0].first,
        last=diary.today,
        days_counted=len(numbers),
        days_missing=len(days) - len(numbers),
        evidence=tuple(each.evidence for each in reversed(numbers)),
        left_out=left_numbers(diary),
        lacking=lacking,
        measures=(*_of_weeks(weeks), *(_of_trend(trend) if trend else ())),
        switches_off=_switches_off() if fired else "",
        receipt=_receipt(weeks) if fired else None,
        progress=_progress(weeks) if lacking else None,
        summary=_summary(weeks, climb) if climb else "",
    )


def _climbs(trend: Trend) -> bool:
    return trend.score >= SCORE.value and _rise(trend) >= POINTS.value


def _rise(trend: Trend) -> Fraction:
    """From the first week to the last, along the slope."""
    return (WEEKS.value - 1) * trend.slope


def _lacking(weeks: Sequence[Week]) -> tuple[Lack, ...]:
    """All that is short, from the first of the weeks that are."""
    short = [each for each in weeks if each.lacking]
    if not short:
        return ()
    text = ngettext(
        "{n} more day since {day} with a number for the worst pain, at least {least} a week",
        "{n} more days since {day} with a number for the worst pain, at least {least} a week",
        sum(each.lacking for each in short),
    )
    return (Lack(text.replace("{least}", str(NUMBERS.value)), short[0].first),)


def _title(weeks: Sequence[Week]) -> str:
    text = ngettext(
        "Weekly average up from {first} to {last} in {n} week",
        "Weekly average up from {first} to {last} in {n} weeks",
        len(weeks),
    )
    return text.format(first=_mean(weeks[0]), last=_mean(weeks[-1]))


def _mean(week: Week) -> str:
    return format_number(float(mean_of(week.numbers)), 1)


def _progress(weeks: Sequence[Week]) -> Progress:
    """The numbers so far, of each week at most as many as it needs."""
    needed = NUMBERS.value * len(weeks)
    lacking = sum(each.lacking for each in weeks)
    return Progress(
        have=needed - lacking,
        needed=needed,
        total=WEEK.value * len(weeks),
        a_week=NUMBERS.value,
    )


def _message() -> str:
    return _(
        "Your weekly average has been climbing for about two months. It may be worth reviewing "
        "with a clinician."
    )


def _summary(weeks: Sequence[Week], trend: Trend) -> str:
    """In the terms that a clinician knows."""
    said = _("Weekly means of the worst pain since {first}: {means}; S = {s}, rise {rise} points.")
    means = ", ".join(map(_mean, weeks))
    rise = format_number(float(_rise(trend)), 1)
    return said.replace("{means}", means).replace("{s}", str(trend.score)).replace("{rise}", rise)


def _of_weeks(weeks: Sequence[Week]) -> Iterator[tuple[str, Number]]:
    for number, week in enumerate(weeks, start=1):
        if week.numbers:
            yield f"mean_of_week_{number}", float(mean_of(week.numbers))
        yield f"numbers_in_week_{number}", len(week.numbers)


def _of_trend(trend: Trend) -> tuple[tuple[str, Number], ...]:
    return (
        ("s", trend.score),
        ("slope_a_week", float(trend.slope)),
        ("total_rise", float(_rise(trend))),
    )


def _switches_off() -> str:
    return _("A lower weekly average, or a week with fewer than {n} numbers.").format(
        n=NUMBERS.value
    )


def _receipt(weeks: Sequence[Week]) -> Receipt:
    """The weeks, newest first."""
    headings = (_("From"), _("To"), _("Average of the worst pain"), _("Days with a number"))
    return Receipt(headings, tuple(map(_row, reversed(weeks))))


def _row(week: Week) -> tuple[Cell, ...]:
    mean = float(round(mean_of(week.numbers), 2))
    return (week.first, week.last, mean, len(week.numbers))


RISING = Rule(
    id="R13",
    title=N_("Rising for eight weeks"),
    looks_for=N_(
        "A weekly average of the worst pain that climbs by 2 points or more in 8 weeks. Of all "
        "pairs of weeks, at least 18 more must rise than fall. Each week needs 4 numbers."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("It may be worth reviewing with a clinician."),
    sources=(MANN_KENDALL, SEN, OSTELO),
    thresholds=(WEEKS, WEEK, NUMBERS, SCORE, POINTS),
    check=check_rising,
    counts=Counted.NUMBERS,
    personal=True,
    limits=N_(
        "It reads only the worst pain typed for a day, not the strength of a spasm. A rise that "
        "is sudden or that goes up and down can pass unseen."
    ),
    fires=N_(
        "It fires when the averages of the last 8 weeks climb in order and by enough. Each week is "
        "compared with each later one: those that rise must be 18 more than those that fall. The "
        "middle slope must make 2 points or more from the first week to the last."
    ),
    silent=N_(
        "It stays silent when the weeks go up and down, or rise by less than 2 points in all. It "
        "cannot tell when a week has fewer than 4 days with a number."
    ),
    sure=N_(
        "Both tests are published. The test of Mann 1945 and Kendall 1975 gives so many rising "
        "pairs by chance 3 times in 100, up or down. The slope is that of Sen 1968. The 2 points "
        "are published for change in back pain. The 8 weeks, the 4 days and joining the two tests "
        "are our own choice."
    ),
)
