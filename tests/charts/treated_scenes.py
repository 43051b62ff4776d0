"""Diaries of treated spasms to be drawn: believable, small, and nasty."""

from __future__ import annotations

from functools import cache
from typing import Any

from spasmlog.charts import CHARTS, Asked, Prepared
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record, Treatment
from spasmlog.domain.scales import Region, TreatmentKind
from tests.analysis.treated_life import HEAT, ICE, TENS, Told, alone, heated, spasm
from tests.build import TODAY, check_in, course, day, diary, drink, episode, running, treatment
from tests.charts.scenes import person

NAMES = ("two_hours", "relief", "easing", "returns", "holding")
PHYSIO = treatment("Physiotherapy", kind=TreatmentKind.PHYSIOTHERAPY)
LONG = (
    treatment("W" * 60, kind=TreatmentKind.OTHER),
    treatment("كمادة ساخنة على أسفل الظهر كل مساء", kind=TreatmentKind.HEAT),
    treatment("热敷 热敷 热敷 热敷 热敷 热敷 热敷 热敷", kind=TreatmentKind.HEAT),
    treatment("\N{PILL} \x07 naproxène\n‮$x_1$ {n}", kind=TreatmentKind.NAPROXEN_SODIUM),
)
CATALOGUE = (HEAT, ICE, TENS, PHYSIO, *LONG)


def asked(
    shown: Diary,
    days: int = 1000,
    place: Region | None = None,
    treatment: str = "",
    last: int = 0,
) -> Asked:
    """The days up to so many ago."""
    return Asked(diary=shown, first=day(days), last=day(last), place=place, treatment=treatment)


def prepared(name: str, shown: Diary, days: int = 1000, **chosen: Any) -> Prepared:
    """A chart of all of a diary."""
    return CHARTS[name].prepare(asked(shown, days, **chosen))


def of(*told: Told, logged: int = 0) -> Diary:
    """A diary of these spasms and all treatments, its last days logged."""
    records: list[Record] = [*CATALOGUE, *(record for each in told for record in each)]
    records += [check_in(ago, 0) for ago in range(1, logged + 1)]
    return diary(*records)


def heats(count: int, start: int = 10, to: int = 2, clock: str = "11:00") -> list[Told]:
    """Spasms three days apart, treated with heat; an hour later they were `to`."""
    return [heated(start + 3 * at, (clock, to), ("14:00", to)) for at in range(count)]


def alones(count: int, start: int = 300, to: int = 5) -> list[Told]:
    """The same, left alone."""
    return [alone(start + 3 * at, ("11:00", to), ("14:00", to)) for at in range(count)]


def used_with(what: Treatment, count: int, start: int) -> list[Told]:
    """Spasms treated with something that let go after five hours."""
    used = (("10:00", what),)
    readings = (("09:50", 6), ("11:30", 4))
    return [spasm(start + 3 * at, *readings, used=used, hours=5) for at in range(count)]


@cache
def believable() -> Diary:
    """Three years of a made-up person."""
    return person(3)


@cache
def long_names() -> Diary:
    """Names that are long, foreign or not to be drawn, and a combination of all of them."""
    told = [
        each for at, what in enumerate(LONG) for each in used_with(what, 9 - 2 * at, 10 + 60 * at)
    ]
    together = tuple(("10:05", each) for each in LONG)
    told += [spasm(400 + 3 * at, ("09:50", 6), ("11:30", 3), used=together) for at in range(6)]
    courses: Told = tuple(
        course(900 - 20 * at, 890 - 20 * at, treatment_id=LONG[at % 4].id) for at in range(9)
    )
    return of(*told, courses, logged=900)


@cache
def very_many() -> Diary:
    """Five thousand treated spasms."""
    regions = tuple(Region)
    told = [
        spasm(
            1 + 2 * (at // len(regions)),
            ("09:50", 6),
            ("11:00", at % 7),
            used=(("10:00", HEAT if at % 3 else ICE),),
            hours=4,
            region=regions[at % len(regions)],
        )
        for at in range(5000)
    ]
    return of(*told)


def scenes() -> dict[str, Diary]:
    """Every nasty diary by its name."""
    never = [heated(10 + 3 * at, ("11:00", 6), ("15:00", 6)) for at in range(12)]
    forgotten: Told = (running(900),)
    return {
        "none": diary(),
        "one": of(*heats(1)),
        "two": of(*heats(2)),
        "all-unknown": diary(drink(1), drink(40)),
        "constant": of(*heats(12), logged=60),
        "all-censored": of(*never),
        "one-treatment": of(*heats(8), *alones(7), logged=400),
        "open-for-years": of(forgotten, *heats(6)),
        "today": of(heated(0, ("11:00", 2))),
        "only-courses": of(
            tuple(course(90 * at, 90 * at - 30, treatment_id=PHYSIO.id) for at in range(1, 6)),
            tuple(episode(90 * at - 40, hours=3) for at in range(1, 5)),
            logged=500,
        ),
        "long-names": long_names(),
        "believable": believable(),
    }


SCENES = scenes()
assert TODAY
