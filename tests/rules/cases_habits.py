"""Cases for R18 to R20: drinks, movement and stretching."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spasmlog.domain.records import CheckIn, Profile, Record
from spasmlog.domain.scales import Intensity, Sex, Sign, SignAnswer
from tests.build import activity, answer, check_in, drink, profile, stretch
from tests.rules.case import case

MAN: Profile = profile(sex=Sex.M)
WOMAN: Profile = profile(sex=Sex.F)
LIMITED: Profile = profile(sex=Sex.M, fluid_limit=True)


def typed(days_ago: Iterable[int], **amounts: Any) -> tuple[CheckIn, ...]:
    """Check-ins with these totals and no pain number."""
    return tuple(check_in(ago, None, **amounts) for ago in days_ago)


def drunk(days_ago: Iterable[int], ml: int) -> tuple[CheckIn, ...]:
    return typed(days_ago, fluids_ml=ml)


def moved(days_ago: Iterable[int], moderate: int, vigorous: int = 0) -> tuple[CheckIn, ...]:
    return typed(days_ago, moderate_min=moderate, vigorous_min=vigorous)


def stretched(days_ago: Iterable[int], seconds: int) -> tuple[CheckIn, ...]:
    return typed(days_ago, stretch_s=seconds)


def severe(days_ago: Iterable[int]) -> tuple[CheckIn, ...]:
    """Pain of 7, no movement and no stretching."""
    return tuple(check_in(ago, 7, moderate_min=0, stretch_s=0) for ago in days_ago)


def light(days_ago: int) -> Record:
    return activity(days_ago, intensity=Intensity.LIGHT)


FLUIDS = (
    case("nothing logged", "R18", "insufficient"),
    case("1599 ml", "R18", "info", *drunk(range(7), 1599)),
    case("1600 ml", "R18", "no", *drunk(range(7), 1600)),
    case("a woman, 1599 ml", "R18", "info", WOMAN, *drunk(range(7), 1599)),
    case("a woman, 1600 ml", "R18", "no", WOMAN, *drunk(range(7), 1600)),
    case("a man, 1999 ml", "R18", "info", MAN, *drunk(range(7), 1999)),
    case("a man, 2000 ml", "R18", "no", MAN, *drunk(range(7), 2000)),
    case("a profile without a sex", "R18", "no", profile(), *drunk(range(7), 1700)),
    case("told to limit fluids", "R18", "no", LIMITED, *drunk(range(7), 900)),
    case("told to limit fluids, nothing logged", "R18", "no", LIMITED),
    case("4 days", "R18", "insufficient", *drunk(range(4), 900)),
    case("5 days", "R18", "info", *drunk(range(5), 900)),
    case("5 days, the oldest 6 days ago", "R18", "info", *drunk((0, 1, 2, 3, 6), 900)),
    case("5 days, the oldest 7 days ago", "R18", "insufficient", *drunk((0, 1, 2, 3, 7), 900)),
    case("a low day just outside", "R18", "no", *drunk(range(7), 1600), *drunk([7], 0)),
    case("0 ml is an amount", "R18", "info", *drunk(range(4), 1600), *drunk([4], 0)),
    case(
        "a mean that is not whole, below", "R18", "info", *drunk(range(6), 1600), *drunk([6], 1599)
    ),
    case("a mean above", "R18", "no", *drunk(range(6), 1590), *drunk([6], 1660)),
    case("drinks one by one", "R18", "info", *(drink(ago) for ago in range(1, 6))),
    case("drinks of today do not count", "R18", "insufficient", *(drink(a) for a in range(5))),
    case(
        "drinks of today with a total",
        "R18",
        "info",
        *(*(drink(ago) for ago in range(5)), *drunk([0], 100)),
    ),
    case(
        "the larger counts",
        "R18",
        "no",
        *drunk(range(5), 900),
        *(drink(a, volume_ml=1600) for a in range(5)),
    ),
    case(
        "of today the larger counts too",
        "R18",
        "no",
        *drunk(range(1, 5), 1600),
        *drunk([0], 100),
        drink(volume_ml=1600),
    ),
    case("after the day looked at", "R18", "insufficient", *drunk((-1, 0, 1, 2, 3), 900)),
    case(
        "an emergency does not change it",
        "R18",
        "info",
        answer(0, Sign.BOTH_LEGS),
        *drunk(range(7), 900),
    ),
)
SIXTIES = (
    case("nothing logged", "R20", "insufficient"),
    case("no stretching on 5 days", "R20", "info", *stretched(range(5), 0)),
    case("no stretching on 4 days", "R20", "insufficient", *stretched(range(4), 0)),
    case("one day of 60 s", "R20", "info", *stretched(range(4), 0), *stretched([4], 60)),
    case("two days of 60 s", "R20", "no", *stretched((0, 1), 60), *stretched((2, 3, 4), 0)),
    case("a day of 59 s", "R20", "info", *stretched([0], 60), *stretched(range(1, 5), 59)),
    case("two days are enough alone", "R20", "no", *stretched((0, 6), 60)),
    case("one day of the two is outside", "R20", "insufficient", *stretched((0, 7), 60)),
    case("the fifth day is outside", "R20", "insufficient", *stretched((0, 1, 2, 3, 7), 0)),
    case("the fifth day is the last inside", "R20", "info", *stretched((0, 1, 2, 3, 6), 0)),
    case(
        "two groups are not added",
        "R20",
        "info",
        *(stretch(ago, group=group, seconds=40) for ago in range(5) for group in ("legs", "back")),
    ),
    case(
        "one group is added",
        "R20",
        "no",
        *(stretch(ago, clock, seconds=30) for ago in range(2) for clock in ("08:00", "20:00")),
    ),
    case("a yes speaks first", "R20", "no", answer(0, Sign.FEVER), *stretched(range(7), 0)),
    case("a yes speaks first, nothing logged", "R20", "no", answer(0, Sign.FEVER)),
    case("three severe days speak first", "R20", "no", *severe(range(3)), *stretched((3, 4), 0)),
)
MINUTES = (
    case("nothing logged", "R19", "insufficient"),
    case("149 minutes", "R19", "info", *moved([0], 149), *moved(range(1, 7), 0)),
    case("150 minutes", "R19", "no", *moved([0], 150), *moved(range(1, 7), 0)),
    case("148 and 1 vigorous", "R19", "no", *moved([0], 148, 1), *moved(range(1, 7), 0)),
    case("147 and 1 vigorous", "R19", "info", *moved([0], 147, 1), *moved(range(1, 7), 0)),
    case("75 vigorous", "R19", "no", *moved([0], 0, 75), *moved(range(1, 7), 0)),
    case("74 vigorous", "R19", "info", *moved([0], 0, 74), *moved(range(1, 7), 0)),
    case("150 minutes are enough alone", "R19", "no", *moved([6], 150)),
    case("150 minutes, a day outside", "R19", "insufficient", *moved([7], 150)),
    case("4 days", "R19", "insufficient", *moved(range(4), 37)),
    case("107 minutes on 5 days", "R19", "info", *moved(range(4), 25), *moved([4], 7)),
    case("108 minutes on 5 days", "R19", "no", *moved(range(4), 25), *moved([4], 8)),
    case("128 minutes on 6 days", "R19", "info", *moved(range(4), 32), *moved((4, 5), 0)),
    case("129 minutes on 6 days", "R19", "no", *moved(range(3), 43), *moved((3, 4, 5), 0)),
    case("the fifth day outside", "R19", "insufficient", *moved((0, 1, 2, 3, 7), 0)),
    case("the fifth day the last inside", "R19", "info", *moved((0, 1, 2, 3, 6), 0)),
    case("a walk a day", "R19", "info", *(activity(ago) for ago in range(7))),
    case("a longer walk a day", "R19", "no", *(activity(ago, minutes=22) for ago in range(7))),
    case("light movement counts as 0", "R19", "info", *(light(ago) for ago in range(5))),
    case("half an answer", "R19", "info", *typed(range(5), moderate_min=10)),
    case("the other half", "R19", "no", *typed(range(5), vigorous_min=11)),
    case("after the day looked at", "R19", "insufficient", *moved((-1, 0, 1, 2, 3), 0)),
    case("a yes speaks first", "R19", "no", answer(0, Sign.FEVER), *moved(range(7), 0)),
    case("a yes speaks first, nothing logged", "R19", "no", answer(0, Sign.FEVER)),
    case(
        "an emergency question not sure of speaks first",
        "R19",
        "no",
        answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE),
        *moved(range(7), 0),
    ),
    case("three severe days speak first", "R19", "no", *severe(range(3)), *moved(range(3, 7), 0)),
    case(
        "a fourth severe day, the third unknown, does not",
        "R19",
        "info",
        *severe((0, 1, 3)),
        *moved((2, 4, 5), 0),
    ),
    case(
        "a routine answer does not",
        "R19",
        "info",
        answer(0, Sign.MORNING_STIFFNESS_OVER_3_MONTHS),
        *moved(range(7), 0),
    ),
)
CASES = (*FLUIDS, *MINUTES, *SIXTIES)
