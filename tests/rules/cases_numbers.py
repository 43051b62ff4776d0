"""Cases for R04, R12 and R13: the numbers typed for days."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.domain.records import CheckIn
from spasmlog.domain.scales import Nrs
from tests.build import check_in, day, episode, reading
from tests.rules.case import case


def typed(*worst: int | None) -> tuple[CheckIn, ...]:
    """The numbers of the last days, today's last; None is a day without a check-in."""
    return tuple(
        check_in(ago, each) for ago, each in enumerate(reversed(worst)) if each is not None
    )


def before(days_ago: Iterable[int], worst: int = 3) -> tuple[CheckIn, ...]:
    return tuple(check_in(ago, worst) for ago in days_ago)


def weeks(*worst: int, days: int = 7) -> tuple[CheckIn, ...]:
    """The same number on the newest days of each week, the last week ending today."""
    return tuple(
        check_in(7 * week + ago, each)
        for week, each in enumerate(reversed(worst))
        for ago in range(days)
    )


def sums(*worst: int) -> tuple[CheckIn, ...]:
    """Weeks of seven numbers that add up to these, as even as can be."""
    return tuple(
        check_in(7 * week + ago, (each + ago) // 7)
        for week, each in enumerate(reversed(worst))
        for ago in range(7)
    )


SEVERE = (
    case("nothing logged", "R04", "insufficient"),
    case("7 on three days", "R04", "prompt", *typed(7, 7, 7)),
    case("10 on three days", "R04", "prompt", *typed(10, 10, 10)),
    case("6 on the first", "R04", "no", *typed(6, 7, 7)),
    case("6 on the second", "R04", "no", *typed(7, 6, 7)),
    case("6 on the third", "R04", "no", *typed(7, 7, 7, 6)),
    case("6 on the day before", "R04", "prompt", *typed(6, 7, 7, 7)),
    case("up to yesterday", "R04", "prompt", *typed(7, 7, 7, None)),
    case("up to the day before yesterday", "R04", "insufficient", *typed(7, 7, 7, None, None)),
    case("a low number, the last two days ago", "R04", "insufficient", *typed(3, None, None)),
    case("yesterday 6, no number today", "R04", "no", *typed(7, 7, 6, None)),
    case("a gap", "R04", "insufficient", *typed(7, None, 7)),
    case("a gap after 6", "R04", "no", *typed(6, None, 7)),
    case("two days", "R04", "insufficient", *typed(7, 7)),
    case("one low number", "R04", "no", *typed(6)),
    case("7 again tomorrow", "R04", "insufficient", *typed(7, 7), check_in(-1, 7)),
    case("a low number tomorrow", "R04", "prompt", *typed(7, 7, 7), check_in(-1, 0)),
    case(
        "a strong spasm on each day",
        "R04",
        "insufficient",
        *(episode(ago, peak=Nrs(9), hours=2) for ago in range(3)),
    ),
    case("a strong spasm on a day of 6", "R04", "no", *typed(7, 6, 7), episode(1, peak=Nrs(9))),
    case("readings of 9", "R04", "insufficient", *(reading(ago, pain=9) for ago in range(3))),
    case(
        "a check-in without a number",
        "R04",
        "insufficient",
        *(*typed(7, None, 7), check_in(1, None, slept_badly=True)),
    ),
)
FLARE = (
    case("nothing logged", "R12", "insufficient"),
    case("3 for four weeks, then 5", "R12", "info", *before(range(1, 29)), *typed(5)),
    case("3 for four weeks, then 4", "R12", "no", *before(range(1, 29)), *typed(4)),
    case("3 for four weeks, then none", "R12", "insufficient", *before(range(1, 29))),
    case("3 for four weeks, then 0", "R12", "no", *before(range(1, 29)), *typed(0)),
    case("a little above 3", "R12", "no", *before(range(1, 28)), *before([28], 4), *typed(5)),
    case("a little below 3", "R12", "info", *before(range(1, 28)), *before([28], 2), *typed(5)),
    case("14 numbers before", "R12", "info", *before(range(1, 15)), *typed(5)),
    case("13 numbers before", "R12", "insufficient", *before(range(1, 14)), *typed(5)),
    case("14 up to 28 days ago", "R12", "info", *before(range(15, 29)), *typed(5)),
    case("14 up to 29 days ago", "R12", "insufficient", *before(range(16, 30)), *typed(5)),
    case(
        "the 29th day before is 10",
        "R12",
        "info",
        *(*before(range(1, 29)), *before([29], 10), *typed(5)),
    ),
    case("0 before, then 2", "R12", "info", *before(range(1, 29), 0), *typed(2)),
    case("0 before, then 1", "R12", "no", *before(range(1, 29), 0), *typed(1)),
    case(
        "a spasm of 9 today", "R12", "insufficient", *before(range(1, 29)), episode(0, peak=Nrs(9))
    ),
    case(
        "spasms of 9 before change no number",
        "R12",
        "info",
        *(*before(range(1, 29)), *typed(5)),
        *(episode(ago, peak=Nrs(9)) for ago in range(1, 29)),
    ),
    case("a number tomorrow", "R12", "insufficient", *before(range(1, 29)), check_in(-1, 9)),
)
RISING = (
    case("nothing logged", "R13", "insufficient"),
    case("1 to 8", "R13", "routine", *weeks(1, 2, 3, 4, 5, 6, 7, 8)),
    case("8 to 1", "R13", "no", *weeks(8, 7, 6, 5, 4, 3, 2, 1)),
    case("the same each week", "R13", "no", *weeks(4, 4, 4, 4, 4, 4, 4, 4)),
    case("4 numbers each week", "R13", "routine", *weeks(1, 2, 3, 4, 5, 6, 7, 8, days=4)),
    case("3 numbers each week", "R13", "insufficient", *weeks(1, 2, 3, 4, 5, 6, 7, 8, days=3)),
    case(
        "3 numbers in one week",
        "R13",
        "insufficient",
        *(
            each
            for each in weeks(1, 2, 3, 4, 5, 6, 7, 8)
            if each.day not in map(day, range(14, 18))
        ),
    ),
    case("seven weeks", "R13", "insufficient", *weeks(2, 3, 4, 5, 6, 7, 8)),
    case(
        "the fourth number of the first week a day too old",
        "R13",
        "insufficient",
        *(*weeks(2, 3, 4, 5, 6, 7, 8), *before((53, 54, 55, 56), 1)),
    ),
    case(
        "the fourth number of the first week on its first day",
        "R13",
        "routine",
        *(*weeks(2, 3, 4, 5, 6, 7, 8), *before((52, 53, 54, 55), 1)),
    ),
    case("23 pairs rise, 5 fall", "R13", "routine", *weeks(3, 2, 1, 5, 4, 7, 6, 8)),
    case("22 pairs rise, 5 fall", "R13", "no", *weeks(3, 2, 1, 5, 4, 7, 6, 7)),
    case("22 pairs rise, 6 fall", "R13", "no", *weeks(3, 2, 1, 6, 5, 4, 7, 8)),
    case("a rise of just 2", "R13", "routine", *sums(7, 9, 11, 13, 15, 17, 19, 21)),
    case("a rise of a little less", "R13", "no", *sums(7, 9, 11, 13, 14, 16, 18, 20)),
    case("a number of 10 tomorrow", "R13", "no", *weeks(4, 4, 4, 4, 4, 4, 4, 4), check_in(-1, 10)),
    case(
        "strong spasms in the last weeks",
        "R13",
        "no",
        *weeks(4, 4, 4, 4, 4, 4, 4, 4),
        *(episode(ago, peak=Nrs(9 - ago // 7)) for ago in range(56)),
    ),
)
CASES = (*SEVERE, *FLARE, *RISING)
