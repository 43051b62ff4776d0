"""Cases for R05 and R06: pain that goes on."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.domain.records import CheckIn
from spasmlog.domain.scales import ReadingWord
from tests.build import check_in, episode, reading
from tests.rules.case import case


def pain(days_ago: Iterable[int], worst: int = 3) -> tuple[CheckIn, ...]:
    return tuple(check_in(ago, worst) for ago in days_ago)


def clear(days_ago: Iterable[int]) -> tuple[CheckIn, ...]:
    return pain(days_ago, worst=0)


HALF = {*range(20), *range(45, 55), *range(80, 100)}

CASES = (
    case("nothing logged", "R05", "insufficient"),
    case("nothing logged", "R06", "insufficient"),
    case("27 days", "R05", "no", *pain(range(27))),
    case("28 days", "R05", "routine", *pain(range(28))),
    case("84 days", "R05", "routine", *pain(range(84))),
    case("84 days", "R06", "no", *pain(range(84))),
    case("85 days", "R05", "no", *pain(range(85))),
    case("85 days", "R06", "routine", *pain(range(85))),
    case("ten years", "R06", "routine", *pain(range(3650))),
    case("pain 7 days ago", "R05", "routine", *pain(range(7, 41)), *clear(range(7))),
    case("pain 8 days ago", "R05", "no", *pain(range(8, 42)), *clear(range(8))),
    case("pain 7 days ago, the last entry", "R05", "routine", *pain(range(7, 41))),
    case("an entry 8 days ago, the last", "R05", "insufficient", *pain(range(8, 42))),
    case("an entry 8 days ago, the last", "R06", "insufficient", *pain(range(8, 108))),
    case("only clear days", "R05", "no", *clear(range(60))),
    case(
        "steps of 30 days",
        "R05",
        "routine",
        *(*pain(range(10)), *clear(range(10, 30)), *pain(range(39, 49))),
    ),
    case(
        "steps of 31 days",
        "R05",
        "no",
        *(*pain(range(10)), *clear(range(10, 30)), *pain(range(40, 50))),
    ),
    case("14 of 28 days logged", "R05", "routine", *pain((*range(13), 27))),
    case("13 of 28 days logged", "R05", "insufficient", *pain((*range(12), 27))),
    case("50 of 100 days logged", "R06", "routine", *pain(range(0, 98, 2)), *pain([99])),
    case("49 of 100 days logged", "R06", "insufficient", *pain(range(0, 96, 2)), *pain([99])),
    case("pain on 50 of 100", "R06", "routine", *pain(HALF), *clear(set(range(100)) - HALF)),
    case(
        "pain on 49 of 100",
        "R06",
        "no",
        *(*pain(HALF - {50}), *clear(set(range(100)) - HALF), *clear([50])),
    ),
    case("a reading of 1 each day", "R05", "routine", *(reading(a, pain=1) for a in range(28))),
    case(
        "a reading of 0 leaves a day unlogged",
        "R05",
        "insufficient",
        *(reading(a, pain=0) for a in range(28)),
    ),
    case(
        "no spasm so far leaves a day unlogged",
        "R05",
        "insufficient",
        *(reading(a, pain=None, word=ReadingWord.NO_SPASM) for a in range(28)),
    ),
    case(
        "a spasm outweighs a typed 0",
        "R05",
        "routine",
        *clear(range(28)),
        *(episode(ago) for ago in range(0, 28, 2)),
        episode(27),
    ),
    case("a spasm over 28 days", "R05", "routine", episode(27, hours=24 * 27)),
    case("a spasm without an end touches its first day", "R05", "insufficient", episode(27)),
    case("pain after the day looked at", "R05", "no", *pain([-1, *range(27)])),
)
