"""Diaries that nobody hopes to meet, and the days on which they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import MAX_DOSE_MG, Episode, Record
from spasmlog.domain.scales import (
    Intensity,
    Nrs,
    ReadingWord,
    Region,
    Sex,
    Sign,
    SignAnswer,
    TreatmentKind,
)
from tests.build import (
    TODAY,
    activity,
    answer,
    check_in,
    course,
    day,
    diary,
    drink,
    episode,
    moment,
    profile,
    reading,
    running,
    stretch,
    treatment,
    use,
    visit,
)

Hostile = Callable[[], Diary]
MEDICINES = tuple(TreatmentKind)


def at(text: str, zone: str = "Europe/Berlin") -> Moment:
    """A moment from an ISO time with its offset, so that both of a doubled hour can be told."""
    return Moment.of(datetime.fromisoformat(text), zone)


def spasm_at(start: str, end: str | None, zone: str = "Europe/Berlin", **changes: Any) -> Episode:
    onset = at(start, zone)
    hours = (at(end, zone).utc - onset.utc) / timedelta(hours=1) if end else None
    return episode(onset=onset, hours=hours, **changes)


def one_of_each() -> Iterator[Record]:
    yield from (episode(0), running(0), episode(0, hours=0), episode(3, hours=30, peak=None))
    yield from (reading(0), reading(0, pain=0), reading(0, pain=None, word=ReadingWord.NO_SPASM))
    yield from (check_in(0), check_in(0, None), check_in(0, 0), drink(0), activity(0), stretch(0))
    yield from (treatment(), use(0), use(0, dose_mg=None), course(10), visit(0), profile())
    yield from (answer(0, sign, said) for sign in Sign for said in SignAnswer)


def on_leap_days() -> tuple[Record, ...]:
    leap = [(TODAY - date(year, 2, 29)).days for year in (2016, 2020, 2024)]
    return tuple(
        record
        for ago in leap
        for spasm in [episode(ago, hours=30)]
        for record in (
            spasm,
            use(ago, spasm=spasm),
            reading(ago, episode_id=spasm.id),
            check_in(ago, 8, fluids_ml=500, moderate_min=10, stretch_s=30),
            answer(ago, Sign.FEVER),
            course(ago, ago),
        )
    )


def over_clock_changes() -> tuple[Record, ...]:
    """The hour that came twice, the one that never came, and a day that some islands left out."""
    twice = spasm_at("2025-10-26T02:30+02:00", "2025-10-26T02:30+01:00")
    skipped = spasm_at("2026-03-29T01:59+01:00", "2026-03-29T03:00+02:00")
    around = spasm_at("2026-03-28T20:00+01:00", "2026-03-29T20:00+02:00")
    samoa = spasm_at("2011-12-29T23:00-10:00", "2011-12-31T01:00+14:00", "Pacific/Apia")
    found = (twice, skipped, around, samoa)
    return (*found, *(use(at=each.onset, spasm=each) for each in found))


def over_zones() -> tuple[Record, ...]:
    """Two spasms at the same time whose diary days are two apart, and doses between the two."""
    east = spasm_at("2026-06-30T23:30+14:00", "2026-07-01T23:30+14:00", "Pacific/Kiritimati")
    west = spasm_at("2026-06-29T22:30-11:00", "2026-06-30T22:30-11:00", "Pacific/Pago_Pago")
    doses = (
        use(at=Moment.of(each.onset.utc, zone), spasm=each, dose_mg=2000.0, kind=kind)
        for each in (east, west)
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")
        for kind in (TreatmentKind.PARACETAMOL, TreatmentKind.IBUPROFEN)
    )
    return (east, west, *doses)


def many_on_one_day(hours: float | None) -> tuple[Record, ...]:
    """200 spasms from eight o'clock on, in all places, each with a dose and two readings."""
    places = (*Region, None)
    spasms = [
        episode(
            onset=Moment.of(
                moment(0, "08:00").utc + timedelta(minutes=2 * number), "Europe/Berlin"
            ),
            hours=hours,
            region=places[number % len(places)],
            peak=Nrs(number % 11),
        )
        for number in range(200)
    ]
    return tuple(
        record
        for number, each in enumerate(spasms)
        for record in (
            each,
            use(at=each.onset, spasm=each, kind=MEDICINES[number % len(MEDICINES)]),
            reading(0, "23:00", pain=number % 11, episode_id=each.id),
            reading(0, "23:59", pain=0, episode_id=each.id),
        )
    )


def open_for_years() -> tuple[Record, ...]:
    spasms = [running(ago) for ago in (5000, 3000, 800, 366, 365, 364, 31, 0)]
    doses = [use(0, spasm=each) for each in spasms]
    return (*spasms, *doses, *(episode(ago, hours=24) for ago in range(0, 400, 40)))


def in_the_future() -> tuple[Record, ...]:
    coming = episode(-1, hours=30)
    lasting = episode(2, hours=24 * 30)
    return (
        *(coming, lasting, use(-1, spasm=lasting), use(0, spasm=coming), visit(-30)),
        *(reading(-2, episode_id=lasting.id, pain=0), check_in(-1, 9), drink(-1), course(-5, -50)),
        *(answer(-1, Sign.BOTH_LEGS), answer(1, Sign.BOTH_LEGS, SignAnswer.UNSURE), running(-400)),
    )


def overlapping_courses() -> tuple[Record, ...]:
    pills = treatment()
    spans = [(400, None), (400, 400), (90, -90), (60, 30), (45, 40), (45, 40), (0, None)]
    return (
        pills,
        *(course(first, last, treatment_id=pills.id) for first, last in spans),
        *(course(first, last, region=Region.NECK) for first, last in spans),
    )


def doses_without_amount() -> tuple[Record, ...]:
    return tuple(
        use(ago, clock, kind=kind, dose_mg=None, prescribed=prescribed)
        for ago in range(40)
        for clock in ("08:00", "08:00", "20:00")
        for kind in MEDICINES
        for prescribed in (False, True)
    )


def names_like_templates() -> tuple[Record, ...]:
    """The person's own names look like places to fill in; every medicine rule has a say."""
    kinds = (TreatmentKind.NSAID, TreatmentKind.MUSCLE_RELAXANT, TreatmentKind.PARACETAMOL)
    named = [treatment("{n} {day} {first} {0} {} {mg", kind=kind) for kind in kinds]
    spasms = [episode(ago, hours=2) for ago in range(80, 0, -10)]
    return (
        *(*named, *spasms),
        *(use(ago, of=each, dose_mg=3000.0) for ago in range(100) for each in named),
        *(use(0, "23:00", of=each, spasm=spasm) for each in named for spasm in spasms),
    )


def doses_of_any_size() -> tuple[Record, ...]:
    sizes = (5e-324, 0.1, 0.2, 1e-9, 3999.9999999999995, 1e5, float(MAX_DOSE_MG))
    return tuple(use(0, kind=kind, dose_mg=size) for kind in MEDICINES for size in sizes)


def links_that_lead_astray() -> tuple[Record, ...]:
    """To what is not there, to another kind, to what came long after or before."""
    spasm, old = episode(3), episode(900)
    return (
        *(spasm, old, use(3, episode_id="nowhere"), reading(3, episode_id="nowhere")),
        *(use(900, spasm=spasm), use(0, spasm=old), reading(0, episode_id=old.id, pain=0)),
        *(reading(2, use_id=spasm.id), use(1, episode_id=profile(id="p").id), profile(id="p")),
    )


def every_day_full(days: int) -> tuple[Record, ...]:
    return tuple(
        record
        for ago in range(days)
        for record in (
            check_in(ago, 10, fluids_ml=30_000, moderate_min=1440, vigorous_min=1440, stretch_s=1),
            episode(ago, "04:00", hours=24 * 7),
            use(ago),
            drink(ago, volume_ml=5000),
            activity(ago, minutes=1440, intensity=Intensity.VIGOROUS),
            stretch(ago, seconds=86_400),
        )
    )


def nothing_but_zeros() -> tuple[Record, ...]:
    return tuple(
        check_in(ago, 0, fluids_ml=0, moderate_min=0, vigorous_min=0, stretch_s=0)
        for ago in range(400)
    )


def every_answer_on_one_day() -> tuple[Record, ...]:
    return tuple(answer(0, sign, said) for said in SignAnswer for sign in Sign)


def at_the_edges_of_time() -> tuple[Record, ...]:
    first = Moment.of(datetime(1900, 1, 1, 4, tzinfo=UTC), "UTC")
    last = Moment.of(datetime(2199, 12, 31, 23, tzinfo=UTC), "UTC")
    return (
        episode(onset=first, hours=24),
        episode(onset=last, peak=None),
        replace(check_in(0, 9), day=first.diary_day()),
        replace(check_in(0, 9), day=last.diary_day()),
        use(at=first),
        use(at=last),
        replace(answer(0, Sign.BOTH_LEGS), day=date(1900, 1, 1)),
        profile(problem_since=date(1900, 1, 1), sex=Sex.M),
    )


DAYS_LOOKED_AT = (
    *(date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28)),
    *(date(2025, 3, 1), date(2028, 2, 29), date(2011, 12, 30), date(2025, 10, 26)),
    *(date(2026, 3, 29), TODAY, day(1), day(-1), day(-400)),
    *(date(1900, 1, 1), date(1900, 12, 31), date(2199, 12, 31)),
)
HOSTILE: tuple[Hostile, ...] = (
    diary,
    lambda: diary(*on_leap_days()),
    lambda: diary(*over_clock_changes()),
    lambda: diary(*over_zones()),
    lambda: diary(*many_on_one_day(None)),
    lambda: diary(*many_on_one_day(0)),
    lambda: diary(*many_on_one_day(30)),
    lambda: diary(*open_for_years()),
    lambda: diary(*in_the_future()),
    lambda: diary(*overlapping_courses()),
    lambda: diary(*doses_without_amount()),
    lambda: diary(*names_like_templates()),
    lambda: diary(*doses_of_any_size()),
    lambda: diary(*links_that_lead_astray()),
    lambda: diary(*every_day_full(200)),
    lambda: diary(*nothing_but_zeros()),
    lambda: diary(*every_answer_on_one_day()),
    lambda: diary(*at_the_edges_of_time()),
)
