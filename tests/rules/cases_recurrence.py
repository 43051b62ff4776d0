"""Cases for R08: longer episodes within a year, with recovery in between."""

from __future__ import annotations

from typing import Any

from spasmlog.domain.records import Episode, Record
from spasmlog.domain.scales import Nrs, Region
from tests.build import check_in, episode, reading
from tests.rules.case import case
from tests.rules.cases_pain import clear, pain


def longer(days_ago: int, clock: str = "09:00", **changes: Any) -> Episode:
    """A spasm of 24 hours and a strength of 3: just long and strong enough to be counted."""
    return episode(days_ago, clock, **({"hours": 24, "peak": Nrs(3)} | changes))


FREE = clear(range(9, 39))
"""The 30 days between a day-long spasm 40 days ago and one 8 days ago."""
TWO = (longer(40), longer(8))
NECK = {"region": Region.NECK}


def _read(pain: int) -> tuple[Record, ...]:
    spasm = longer(8, peak=None)
    return (spasm, reading(8, pain=pain, episode_id=spasm.id))


CASES = (
    case("nothing logged", "R08", "no"),
    case("30 days between, all logged", "R08", "routine", *TWO, *FREE),
    case("one alone", "R08", "no", longer(40), *FREE),
    case("29 days between", "R08", "no", longer(40), longer(9), *clear(range(10, 39))),
    case("24 of 30 logged", "R08", "routine", *TWO, *FREE[:24]),
    case("23 of 30 logged", "R08", "insufficient", *TWO, *FREE[:23]),
    case("none of 30 logged", "R08", "insufficient", *TWO),
    case(
        "a reading of 0 logs no day", "R08", "insufficient", *TWO, *FREE[:23], reading(38, pain=0)
    ),
    case(
        "no answer on pain logs no day", "R08", "insufficient", *TWO, *FREE[:23], check_in(38, None)
    ),
    case("pain on the first day between", "R08", "no", *TWO, *FREE[:-1], *pain([38], 1)),
    case("pain on the last day between", "R08", "no", *TWO, *FREE[1:], *pain([9], 1)),
    case("a reading of 1 between", "R08", "no", *TWO, *FREE, reading(20, pain=1)),
    case(
        "a spasm in another place between",
        "R08",
        "no",
        *TWO,
        *FREE,
        episode(20, hours=1, region=Region.NECK),
    ),
    case("pain before and after", "R08", "routine", *TWO, *FREE, *pain([*range(41, 60), 5])),
    case(
        "30 days after a day with pain",
        "R08",
        "routine",
        *(longer(41), longer(8), *pain([39]), *FREE),
    ),
    case(
        "24 logged somewhere in 30 of 60",
        "R08",
        "routine",
        *(longer(70), longer(8), *clear(range(20, 44))),
    ),
    case(
        "24 logged in 31 of 60",
        "R08",
        "insufficient",
        *(longer(70), longer(8), *clear([*range(20, 43), 50])),
    ),
    case("24 hours", "R08", "routine", longer(40, hours=24), longer(8), *FREE),
    case("a minute under 24 hours", "R08", "no", longer(40, hours=24 - 1 / 60), longer(8), *FREE),
    case("23 hours", "R08", "no", longer(40), longer(8, hours=23), *FREE),
    case("25 hours", "R08", "routine", longer(40, hours=25), longer(8, hours=25), *FREE),
    case("a strength of 2", "R08", "no", longer(40), longer(8, peak=Nrs(2)), *FREE),
    case("a strength of 3 by a reading", "R08", "routine", longer(40), *_read(3), *FREE),
    case("a strength of 2 by a reading", "R08", "no", longer(40), *_read(2), *FREE),
    case("no strength", "R08", "no", longer(40), longer(8, peak=None), *FREE),
    case("no end", "R08", "no", longer(40), longer(8, hours=None), *FREE),
    case(
        "an end after the day looked at",
        "R08",
        "no",
        longer(40),
        longer(8, hours=24 * 9),
        *FREE,
    ),
    case("the older one 364 days ago", "R08", "routine", longer(364), longer(8), *FREE),
    case("the older one 365 days ago", "R08", "no", longer(365), longer(8), *FREE),
    case("before the day began", "R08", "no", longer(364, "02:59"), longer(8), *FREE),
    case("the younger one later than today", "R08", "no", longer(40), longer(-1), *FREE),
    case("in two places", "R08", "no", longer(40, **NECK), longer(8), *FREE),
    case(
        "places not stated",
        "R08",
        "routine",
        *(longer(40, region=None), longer(8, region=None), *FREE),
    ),
    case("a place stated and one not", "R08", "no", longer(40, region=None), longer(8), *FREE),
    case(
        "one place fires, another cannot tell",
        "R08",
        "routine",
        *(*TWO, *FREE, longer(100, **NECK), longer(42, **NECK)),
    ),
    case(
        "one place cannot tell, another is quiet",
        "R08",
        "insufficient",
        *(*TWO, longer(7, **NECK), longer(5, **NECK)),
    ),
    case(
        "one began within the other",
        "R08",
        "no",
        *(longer(40, hours=24 * 30), longer(30), *clear(range(9))),
    ),
    case(
        "a long one that began first ends last before the recovery",
        "R08",
        "routine",
        *(longer(60, hours=24 * 20), longer(50), longer(8), *FREE),
    ),
    case(
        "a long one leaves too little time though a short one within it does not",
        "R08",
        "no",
        *(longer(60, hours=24 * 22), longer(50), longer(8), *clear(range(9, 37))),
    ),
)
