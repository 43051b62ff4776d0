"""Cases for R14, R15 and R17: medicines on many days."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from spasmlog.domain.records import Record, TreatmentUse
from spasmlog.domain.scales import TreatmentKind
from tests.build import check_in, drink, episode, reading, use
from tests.rules.case import Case, case

IBU, NAP, NSAID = TreatmentKind.IBUPROFEN, TreatmentKind.NAPROXEN_SODIUM, TreatmentKind.NSAID
PARA, OPIOID = TreatmentKind.PARACETAMOL, TreatmentKind.OPIOID
COMBINATION, RELAXANT = TreatmentKind.COMBINATION, TreatmentKind.MUSCLE_RELAXANT
ICE = TreatmentKind.ICE


def doses(
    days_ago: Iterable[int], kind: TreatmentKind = IBU, **changes: Any
) -> tuple[TreatmentUse, ...]:
    """A dose on each of these days."""
    return tuple(use(ago, kind=kind, **({"dose_mg": 200.0} | changes)) for ago in days_ago)


def logged(days_ago: Iterable[int]) -> tuple[Record, ...]:
    return tuple(check_in(ago, 2) for ago in days_ago)


def _but(*days: int, of: int) -> list[int]:
    """The days from today back, without some."""
    return [each for each in range(of) if each not in days]


RUNS = (
    case("nothing logged", "R14", "no"),
    case("nothing logged", "R17", "no"),
    case("10 days", "R14", "no", *doses(range(10))),
    case("11 days", "R14", "routine", *doses(range(11))),
    case("30 days", "R14", "routine", *doses(range(30))),
    case("11 days to yesterday", "R14", "routine", *doses(range(1, 12))),
    case("10 days to yesterday", "R14", "no", *doses(range(1, 11))),
    case("11 days to the day before yesterday", "R14", "no", *doses(range(2, 13))),
    case("today logged without", "R14", "routine", *doses(range(1, 12)), *logged([0])),
    case("yesterday logged without", "R14", "no", *doses(_but(1, of=12)), *logged([1])),
    case("today only ice", "R14", "routine", *doses(range(1, 12)), *doses([0], ICE)),
    case("two a day count once", "R14", "no", *doses(range(10)), *doses(range(10))),
    case("one day stepped over", "R14", "routine", *doses(_but(5, of=12))),
    case("two days stepped over", "R14", "routine", *doses(_but(5, 6, of=13))),
    case("stepped-over days do not count", "R14", "no", *doses(_but(5, 6, of=12))),
    case("three days end a run", "R14", "no", *doses(_but(5, 6, 7, of=30))),
    case("yesterday stepped over", "R14", "routine", *doses(_but(1, of=12))),
    case("two days stepped over again", "R14", "routine", *doses(_but(2, 3, 6, 7, of=15))),
    case("a logged day without", "R14", "no", *doses(_but(5, of=12)), *logged([5])),
    case("a logged day with", "R14", "routine", *doses(range(11)), *logged(range(11))),
    case("a clear day without", "R14", "no", *doses(_but(5, of=12)), check_in(5, 0)),
    case("a spasm on a day without", "R14", "no", *doses(_but(5, of=12)), episode(5)),
    case("a day with ice alone", "R14", "no", *doses(_but(5, of=12)), *doses([5], ICE)),
    case("ice on the first of two", "R14", "no", *doses(_but(5, 6, of=13)), *doses([6], ICE)),
    case("a drink leaves a day without entry", "R14", "routine", *doses(_but(5, of=12)), drink(5)),
    case(
        "a reading of 0 leaves a day without entry",
        "R14",
        "routine",
        *doses(_but(5, of=12)),
        reading(5, pain=0),
    ),
    case("a logged day beyond the run", "R14", "routine", *doses(range(11)), *logged([11])),
    case(
        "three products together",
        "R14",
        "routine",
        *(*doses(range(4)), *doses(range(4, 8), NAP), *doses(range(8, 11), NSAID)),
    ),
    case("paracetamol is none", "R14", "no", *doses(range(20), PARA)),
    case("prescribed", "R14", "no", *doses(range(20), prescribed=True)),
    case(
        "a day with a prescribed one alone",
        "R14",
        "no",
        *(*doses(_but(5, of=12)), *doses([5], prescribed=True)),
    ),
    case(
        "prescribed beside one's own",
        "R14",
        "routine",
        *(*doses(range(11)), *doses(range(11), NAP, prescribed=True)),
    ),
    case("after the day looked at", "R14", "no", *doses(range(-1, 10))),
    case("no amounts", "R14", "routine", *doses(range(11), dose_mg=None)),
    case("21 days of a relaxant", "R17", "no", *doses(range(21), RELAXANT)),
    case("22 days of a relaxant", "R17", "routine", *doses(range(22), RELAXANT)),
    case("22 days, prescribed", "R17", "routine", *doses(range(22), RELAXANT, prescribed=True)),
    case("22 days to yesterday", "R17", "routine", *doses(range(1, 23), RELAXANT)),
    case("22 days to the day before", "R17", "no", *doses(range(2, 24), RELAXANT)),
    case("22 days of ibuprofen", "R17", "no", *doses(range(22))),
    case("22 days, two stepped over", "R17", "routine", *doses(_but(9, 10, of=24), RELAXANT)),
    case("three days between", "R17", "no", *doses(_but(9, 10, 11, of=40), RELAXANT)),
    case("22 days of a relaxant", "R14", "no", *doses(range(22), RELAXANT)),
)


def _months(*parts: Iterable[Record]) -> tuple[Record, ...]:
    """Days of medicine in three months of which every day is logged."""
    return (*logged(range(95)), *chain(*parts))


def _painkillers(name: str, said: str, *parts: Iterable[Record]) -> Case:
    return case(name, "R15", said, *_months(*parts))


COUNTS = (
    case("nothing logged", "R15", "insufficient"),
    _painkillers("no painkillers", "no"),
    _painkillers("14 simple days", "no", doses(range(14), PARA)),
    _painkillers("15 simple days", "info", doses(range(15), PARA)),
    _painkillers(
        "15 days of one each",
        "info",
        *(doses(range(i, 15, 3), k) for i, k in enumerate((IBU, NAP, NSAID))),
    ),
    _painkillers("9 stronger days", "no", doses(range(9), OPIOID)),
    _painkillers("10 stronger days", "info", doses(range(10), OPIOID)),
    _painkillers(
        "10 stronger days of two kinds",
        "info",
        doses(range(5), OPIOID),
        doses(range(5, 10), COMBINATION),
    ),
    _painkillers(
        "14 simple and 9 stronger days", "no", doses(range(14)), doses(range(14, 23), OPIOID)
    ),
    _painkillers("many doses a day", "no", doses(range(14), PARA), doses(range(14))),
    _painkillers("prescribed", "info", doses(range(15), PARA, prescribed=True)),
    _painkillers("relaxants and ice", "no", doses(range(30), RELAXANT), doses(range(30), ICE)),
    _painkillers("15 days, the oldest 29 days ago", "info", doses([*range(14), 29], PARA)),
    _painkillers("15 days, the oldest 30 days ago", "no", doses([*range(14), 30], PARA)),
    _painkillers("after the day looked at", "no", doses(range(-1, 14), PARA)),
    _painkillers("two months", "info", doses([*range(15), *range(30, 45)], PARA)),
    _painkillers(
        "three months", "routine", doses([*range(15), *range(30, 45), *range(60, 75)], PARA)
    ),
    _painkillers(
        "three months, one by the other count",
        "routine",
        doses([*range(15), *range(60, 75)], PARA),
        doses(range(30, 40), OPIOID),
    ),
    _painkillers(
        "14 days in the second month",
        "info",
        doses([*range(15), *range(30, 44), *range(60, 75)], PARA),
    ),
    _painkillers(
        "14 days in the third month",
        "info",
        doses([*range(15), *range(30, 45), *range(60, 74)], PARA),
    ),
    _painkillers(
        "the third month's first day",
        "routine",
        doses([*range(15), *range(30, 45), *range(75, 90)], PARA),
    ),
    _painkillers(
        "a day before the third month",
        "info",
        doses([*range(15), *range(30, 45), *range(76, 91)], PARA),
    ),
    case("20 days with an entry", "R15", "insufficient", *logged(range(20))),
    case("21 days with an entry", "R15", "no", *logged(range(21))),
    case(
        "21 days with an entry, 1 stronger", "R15", "no", *logged(range(20)), *doses([20], OPIOID)
    ),
    case("21 days, the oldest 29 days ago", "R15", "no", *logged([*range(20), 29])),
    case("21 days, the oldest 30 days ago", "R15", "insufficient", *logged([*range(20), 30])),
    case("an entry may be ice", "R15", "no", *logged(range(20)), *doses([20], ICE)),
    case("a drink is no entry", "R15", "insufficient", *logged(range(20)), drink(20)),
    case("15 days and nothing else", "R15", "info", *doses(range(15), PARA)),
    case("14 days and nothing else", "R15", "insufficient", *doses(range(14), PARA)),
)
CASES = (*RUNS, *COUNTS)
