"""Cases for A2: more spasms than in the usual week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spasmlog.domain.records import Record
from spasmlog.domain.scales import Region
from tests.build import check_in, episode
from tests.rules.case import case
from tests.rules.cases_pain import clear


def weeks(counts: Mapping[int, int], logged: int = 4) -> tuple[Record, ...]:
    """So many spasms in the weeks so long ago, and so many logged days in each of them.

    The spasms of a week are of its last day.
    """
    return tuple(
        record
        for back, spasms in counts.items()
        for record in (
            *clear(range(7 * back, 7 * back + logged)),
            *(episode(7 * back, f"{hour + 4:02}:00", hours=0.5) for hour in range(spasms)),
        )
    )


def spasms(*days_ago: int) -> tuple[Record, ...]:
    return tuple(episode(ago, f"{7 + number:02}:00") for number, ago in enumerate(days_ago))


def none(back: Iterable[int]) -> Mapping[int, int]:
    return dict.fromkeys(back, 0)


def some(total: int, of: int) -> Mapping[int, int]:
    """So many weeks, in `total` of which there was a spasm."""
    return {back: int(back <= total) for back in range(1, of + 1)}


QUIET = weeks(none(range(1, 13)))
THREE = spasms(0, 0, 0)

CASES = (
    case("nothing logged", "A2", "insufficient"),
    case("3 after 12 weeks of none", "A2", "info", *QUIET, *THREE),
    case("2 after 12 weeks of none", "A2", "no", *QUIET, *spasms(0, 0)),
    case("none after 12 weeks of none", "A2", "no", *QUIET),
    case("9 after 11 weeks", "A2", "insufficient", *weeks(none(range(1, 12))), *spasms(*[0] * 9)),
    case("2 after 11 weeks", "A2", "insufficient", *weeks(none(range(1, 12))), *spasms(0, 0)),
    case(
        "a week with 3 logged days",
        "A2",
        "insufficient",
        *(*weeks(none(range(1, 12))), *weeks(none([12]), logged=3), *THREE),
    ),
    case("weeks of 7 logged days", "A2", "info", *weeks(none(range(1, 13)), logged=7), *THREE),
    case("12 weeks up to the 26th", "A2", "info", *weeks(none(range(15, 27))), *THREE),
    case("12 weeks up to the 27th", "A2", "insufficient", *weeks(none(range(16, 28))), *THREE),
    case("a spasm 6 days ago", "A2", "info", *QUIET, *spasms(0, 3, 6)),
    case(
        "a spasm 7 days ago",
        "A2",
        "no",
        *(*weeks(none(range(2, 14)), logged=5), *spasms(0, 3, 7)),
    ),
    case(
        "a spasm in a week that does not count",
        "A2",
        "info",
        *(*QUIET, *weeks({13: 8}, logged=1), *THREE),
    ),
    case("no day of this week logged but by its spasms", "A2", "info", *QUIET, *spasms(0, 2, 4)),
    case("7 in 12 weeks, 3", "A2", "info", *weeks(some(7, 12)), *THREE),
    case("8 in 13 weeks, 3", "A2", "no", *weeks(some(8, 13)), *THREE),
    case("7 in 13 weeks, 3", "A2", "info", *weeks(some(7, 13)), *THREE),
    case("12 in 12 weeks, 4", "A2", "no", *weeks(some(12, 12)), *spasms(*[0] * 4)),
    case("12 in 12 weeks, 5", "A2", "info", *weeks(some(12, 12)), *spasms(*[0] * 5)),
    case(
        "fewer than usual",
        "A2",
        "no",
        *(*weeks(dict.fromkeys(range(1, 13), 15)), *THREE),
    ),
    case(
        "in any place, of any strength, with or without an end",
        "A2",
        "info",
        *QUIET,
        episode(1, region=Region.NECK),
        episode(2, region=None, peak=None),
        episode(3, hours=40),
    ),
    case("a third tomorrow", "A2", "no", *QUIET, *spasms(0, 1, -1)),
    case(
        "days with pain are logged days",
        "A2",
        "info",
        *(*weeks(none(range(1, 12))), *(check_in(ago, 5) for ago in range(84, 88)), *THREE),
    ),
)
