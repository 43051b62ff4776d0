"""Cases for R07 and R11: on what share of the days there was pain, and limits by it."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.domain.records import CheckIn
from spasmlog.domain.scales import Limited
from tests.build import check_in, day, episode, profile, reading
from tests.rules.case import case
from tests.rules.cases_pain import clear, pain


def both(days_ago: Iterable[int], limited: Limited | None = Limited.A_LOT) -> tuple[CheckIn, ...]:
    """Days with pain, and an answer on being limited by it."""
    return tuple(check_in(ago, 4, limited=limited) for ago in days_ago)


def free(days_ago: Iterable[int], limited: Limited | None = Limited.NO) -> tuple[CheckIn, ...]:
    """Days without pain, and an answer on being limited."""
    return tuple(check_in(ago, 0, limited=limited) for ago in days_ago)


def answers(days_ago: Iterable[int], limited: Limited = Limited.A_BIT) -> tuple[CheckIn, ...]:
    """Days on which nothing but being limited was answered."""
    return tuple(check_in(ago, None, limited=limited) for ago in days_ago)


def _since(days_ago: int) -> tuple[CheckIn, ...]:
    """Pain on each day from then on."""
    return pain(range(days_ago + 1))


HALF = (
    case("nothing logged", "R07", "no"),
    case("91 of 182", "R07", "routine", *clear(range(91)), *pain(range(91, 182))),
    case("90 of 182", "R07", "no", *clear(range(92)), *pain(range(92, 182))),
    case("90 of 182, more before", "R07", "no", *clear(range(92)), *pain(range(92, 300))),
    case(
        "91 of 182, none before",
        "R07",
        "routine",
        *(*clear(range(91)), *pain(range(91, 182)), *clear(range(182, 300))),
    ),
    case("91 with pain, no other entry", "R07", "routine", *pain((*range(90), 181))),
    case("began 91 days ago", "R07", "routine", *_since(91)),
    case("began 90 days ago", "R07", "no", *_since(90)),
    case(
        "began 91 days ago, as said", "R07", "routine", *_since(90), profile(problem_since=day(91))
    ),
    case("began 90 days ago, as said", "R07", "no", *_since(90), profile(problem_since=day(90))),
    case("began before what is said", "R07", "routine", *_since(91), profile(problem_since=day(5))),
    case(
        "began years ago, as said", "R07", "routine", *_since(90), profile(problem_since=day(999))
    ),
    case("a profile that does not say", "R07", "no", *_since(90), profile()),
    case("begins tomorrow, as said", "R07", "no", profile(problem_since=day(-1))),
    case("nothing but a beginning", "R07", "insufficient", profile(problem_since=day(91))),
    case("nothing but a late beginning", "R07", "no", profile(problem_since=day(90))),
    case("a first pain day years ago", "R07", "routine", *_since(90), *pain([2000])),
    case("a clear day years ago is no beginning", "R07", "no", *_since(90), *clear([2000])),
    case("64 of 128 logged", "R07", "routine", *clear(range(64)), *pain(range(64, 128))),
    case("63 of 128 logged", "R07", "no", *clear(range(65)), *pain(range(65, 128))),
    case("64 of 127 logged", "R07", "insufficient", *clear(range(63)), *pain(range(63, 127))),
    case("0 of 91 logged, once before", "R07", "insufficient", *clear(range(91)), *pain([200])),
    case("0 of 92 logged, once before", "R07", "no", *clear(range(92)), *pain([200])),
    case("spasms on 91 days", "R07", "routine", episode(181, hours=24 * 91 - 12)),
    case("a spasm without an end", "R07", "insufficient", episode(181)),
    case("a reading a day", "R07", "routine", *(reading(ago, pain=1) for ago in range(92))),
    case("readings of 0", "R07", "no", *(reading(ago, pain=0) for ago in range(182))),
    case("pain tomorrow", "R07", "no", *clear(range(92)), *pain(range(92, 182)), check_in(-1)),
)
LIMITING = (
    case("nothing logged", "R11", "insufficient"),
    case("46 of 90", "R11", "routine", *free(range(44)), *both(range(44, 90))),
    case("45 of 90", "R11", "no", *free(range(45)), *both(range(45, 90))),
    case("45 of 90, more before", "R11", "no", *free(range(45)), *both(range(45, 120))),
    case("a bit limited", "R11", "routine", *free(range(44)), *both(range(44, 90), Limited.A_BIT)),
    case(
        "pain on 46, limited on 45",
        "R11",
        "no",
        *(*free(range(44)), *both([44], Limited.NO), *both(range(45, 90))),
    ),
    case(
        "pain on 45, limited on 46",
        "R11",
        "no",
        *(*free(range(44)), *free([44], Limited.A_BIT), *both(range(45, 90))),
    ),
    case("46 and no other entry", "R11", "routine", *both(range(46))),
    case("45 and no other entry", "R11", "insufficient", *both(range(45))),
    case("pain, limits not answered", "R11", "insufficient", *both(range(90), None)),
    case("spasms, limits not answered", "R11", "insufficient", episode(89, hours=24 * 89)),
    case("no pain, limits not answered", "R11", "no", *free(range(90), None)),
    case("limited, pain not answered", "R11", "insufficient", *answers(range(90))),
    case("not limited, pain not answered", "R11", "no", *answers(range(90), Limited.NO)),
    case(
        "limited on 32 of 63 answered",
        "R11",
        "routine",
        *(*both(range(32)), *both(range(32, 63), Limited.NO), *both(range(63, 90), None)),
    ),
    case(
        "limited on 31 of 63 answered",
        "R11",
        "no",
        *(*both(range(31)), *both(range(31, 63), Limited.NO), *both(range(63, 90), None)),
    ),
    case(
        "limited on 32 of 64 answered",
        "R11",
        "no",
        *(*both(range(32)), *both(range(32, 64), Limited.NO), *both(range(64, 90), None)),
    ),
    case(
        "limited on 32 of 62 answered",
        "R11",
        "insufficient",
        *(*both(range(32)), *both(range(32, 62), Limited.NO), *both(range(62, 90), None)),
    ),
    case(
        "pain on 32 of 63 logged",
        "R11",
        "routine",
        *(*both(range(32)), *free(range(32, 63), Limited.A_BIT), *answers(range(63, 90))),
    ),
    case(
        "pain on 32 of 62 logged",
        "R11",
        "insufficient",
        *(*both(range(32)), *free(range(32, 62), Limited.A_BIT), *answers(range(62, 90))),
    ),
    case(
        "too few logged, and not limited",
        "R11",
        "no",
        *(*both(range(32), Limited.NO), *answers(range(32, 90), Limited.NO)),
    ),
    case("pain tomorrow", "R11", "insufficient", *both(range(-1, 45))),
)
CASES = (*HALF, *LIMITING)
