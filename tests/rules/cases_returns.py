"""Cases for R09 and R10: spasms that come back after a treated one."""

from __future__ import annotations

from datetime import date
from typing import Any

from spasmlog.domain.records import Record
from spasmlog.domain.scales import Nrs, ReadingWord, Region, TreatmentKind
from tests.build import TODAY, diary, episode, reading, running, use
from tests.rules.case import Case, case

SPRING = date(2026, 3, 29)
AUTUMN = date(2025, 10, 26)


def treated(days_ago: int, clock: str = "08:00", **changes: Any) -> tuple[Record, ...]:
    """A spasm of two hours, and a dose linked to it."""
    spasm = episode(days_ago, clock, **({"hours": 2} | changes))
    return (spasm, use(days_ago, clock, spasm=spasm))


def eased(peak: int, *readings: tuple[str, int | None], dose: str = "09:00") -> tuple[Record, ...]:
    """A treated spasm 20 days ago without an end, and readings at clock times."""
    spasm = episode(20, "08:00", peak=Nrs(peak))
    found = [
        reading(
            20, at, pain=pain, episode_id=spasm.id, word=ReadingWord.SOME if pain is None else None
        )
        for at, pain in readings
    ]
    return (spasm, use(20, dose, spasm=spasm), *found)


def later(days_ago: int = 10, clock: str = "08:00", **changes: Any) -> Record:
    return episode(days_ago, clock, **({"hours": 2} | changes))


def _times(*days_ago: int) -> tuple[Record, ...]:
    return tuple(record for ago in days_ago for record in treated(ago))


def _linked_peak() -> tuple[Record, ...]:
    weak = episode(10, peak=None)
    return (*treated(20), weak, reading(10, pain=3, episode_id=weak.id))


def _running() -> tuple[Record, ...]:
    spasm = running(20)
    return (spasm, use(20, spasm=spasm))


def _read_tomorrow() -> tuple[Record, ...]:
    spasm = episode(20)
    return (spasm, use(20, spasm=spasm), reading(-1, pain=0, episode_id=spasm.id))


def _stretched() -> tuple[Record, ...]:
    spasm = episode(20, hours=1)
    return (spasm, use(20, spasm=spasm, kind=TreatmentKind.STRETCHING))


def _two_before_one() -> tuple[Record, ...]:
    """Two treated spasms of which the same one is the next that is strong enough."""
    return (*treated(25), *treated(20, peak=Nrs(2)), later(10))


def _clock_change(name: str, said: str, end: str, start: str, today: date) -> Case:
    """A spasm that ends the day before the clocks change, and one on the day after."""
    ago = (TODAY - today).days
    first = episode(ago + 1, end, hours=1)
    second = episode(ago, start, hours=1)
    return Case(
        name, "R09", said, diary(first, use(ago + 1, end, spasm=first), second, today=today)
    )


CASES = (
    case("nothing logged", "R09", "no"),
    case("nothing logged", "R10", "no"),
    case("back after ten days", "R09", "info", *treated(20), later()),
    case("not treated", "R09", "no", episode(20, hours=2), later()),
    case("a dose that is not linked", "R09", "no", episode(20, hours=2), use(20), later()),
    case("exactly 24 hours", "R09", "info", *treated(11, "08:00"), later(10, "10:00")),
    case("a minute under 24 hours", "R09", "no", *treated(11, "08:00"), later(10, "09:59")),
    case("23 hours", "R09", "no", *treated(11, "08:00"), later(10, "09:00")),
    case("exactly 30 days", "R09", "info", *treated(31, "08:00"), later(1, "10:00")),
    case("a minute over 30 days", "R09", "no", *treated(31, "08:00"), later(1, "10:01")),
    case("31 days", "R09", "no", *treated(32, "08:00"), later(1, "10:00")),
    case("back 29 days ago", "R09", "info", *treated(35), later(29)),
    case("back 30 days ago", "R09", "no", *treated(35), later(30)),
    case("back at 3 on the clock, 29 days ago", "R09", "info", *treated(35), later(29, "03:00")),
    case("back before the day began", "R09", "no", *treated(35), later(29, "02:59")),
    case("a peak of 3", "R09", "info", *treated(20), later(peak=Nrs(3))),
    case("a peak of 2", "R09", "no", *treated(20), later(peak=Nrs(2))),
    case("a peak of 3 by its reading", "R09", "info", *_linked_peak()),
    case("no peak", "R09", "no", *treated(20), later(peak=None)),
    case("a mild one is passed over", "R09", "info", *treated(20), later(15, peak=Nrs(2)), later()),
    case(
        "a continuation is passed over",
        "R09",
        "info",
        *treated(20, "08:00"),
        later(20, "14:00"),
        later(),
    ),
    case("another place", "R09", "no", *treated(20), later(region=Region.NECK)),
    case("a place not stated after one stated", "R09", "no", *treated(20), later(region=None)),
    case("places not stated", "R09", "info", *treated(20, region=None), later(region=None)),
    case("no end, no reading", "R09", "insufficient", *eased(6), later()),
    case(
        "running, no reading",
        "R09",
        "insufficient",
        *_running(),
        later(),
    ),
    case("no end, 23 hours after its start", "R09", "no", *eased(6), later(19, "07:00")),
    case("no end, 24 hours after its start", "R09", "insufficient", *eased(6), later(19, "08:00")),
    case("no end, a year between", "R09", "insufficient", *treated(380, hours=None), later()),
    case("3 down to 1", "R09", "info", *eased(3, ("10:00", 1)), later()),
    case("3 down to 2", "R09", "no", *eased(3, ("10:00", 2)), later()),
    case("10 down to 7", "R09", "info", *eased(10, ("10:00", 7)), later()),
    case("10 down to 8", "R09", "no", *eased(10, ("10:00", 8)), later()),
    case("7 down to 5", "R09", "no", *eased(7, ("10:00", 5)), later()),
    case("6 down to 4", "R09", "info", *eased(6, ("10:00", 4)), later()),
    case("gone", "R09", "info", *eased(6, ("10:00", 0)), later()),
    case("eased, then worse", "R09", "no", *eased(6, ("10:00", 3), ("11:00", 5)), later()),
    case(
        "eased, worse, eased",
        "R09",
        "info",
        *eased(6, ("10:00", 3), ("11:00", 5), ("12:00", 3)),
        later(),
    ),
    case("a reading before the dose", "R09", "insufficient", *eased(6, ("08:30", 2)), later()),
    case("a reading with the dose", "R09", "insufficient", *eased(6, ("09:00", 2)), later()),
    case("a word without a number", "R09", "insufficient", *eased(6, ("10:00", None)), later()),
    case("a dose before the spasm", "R09", "info", *eased(6, ("08:30", 2), dose="07:00"), later()),
    case("24 hours after the reading", "R09", "info", *eased(6, ("12:00", 2)), later(19, "12:00")),
    case(
        "a minute less after the reading", "R09", "no", *eased(6, ("12:00", 2)), later(19, "11:59")
    ),
    case("a certain one beats a possible one", "R09", "info", *eased(6), *treated(18), later()),
    case("and so when it is the older", "R09", "info", *treated(25), *eased(2), later()),
    case("back after the day looked at", "R09", "no", *treated(20), later(-1)),
    case(
        "an end after the day looked at",
        "R09",
        "insufficient",
        *treated(20, hours=24 * 21),
        later(),
    ),
    case(
        "a reading after the day looked at",
        "R09",
        "insufficient",
        *_read_tomorrow(),
        later(),
    ),
    case(
        "stretching counts as treatment",
        "R09",
        "info",
        *_stretched(),
        later(),
    ),
    _clock_change("a day of 23 hours", "no", "12:00", "13:00", SPRING),
    _clock_change("24 hours over a day of 23", "info", "12:00", "14:00", SPRING),
    _clock_change("a day of 25 hours", "info", "12:00", "12:00", AUTUMN),
    _clock_change("a minute less over a day of 25", "no", "12:00", "11:59", AUTUMN),
    case("two", "R10", "routine", *_times(60, 40, 20)),
    case("one", "R10", "no", *_times(60, 40)),
    case("the older one 89 days ago", "R10", "routine", *_times(100, 89, 80)),
    case("the older one 90 days ago", "R10", "no", *_times(100, 90, 80)),
    case(
        "one certain, one possible",
        "R10",
        "insufficient",
        *(*treated(60), *treated(40, hours=None), later(20)),
    ),
    case(
        "two possible",
        "R10",
        "insufficient",
        *(*treated(60, hours=None), *treated(40, hours=None), later(20)),
    ),
    case(
        "two certain, one possible",
        "R10",
        "routine",
        *(*treated(70), *treated(60), *treated(40, hours=None), *treated(30), later(20)),
    ),
    case(
        "one in each of two places",
        "R10",
        "no",
        *_times(60, 40),
        *(*treated(50, region=Region.NECK), later(30, region=Region.NECK)),
    ),
    case("one spasm after two treated ones", "R10", "no", *_two_before_one()),
)
