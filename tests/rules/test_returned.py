"""Returns after treatment, held against the plainest reading of the rules."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode, Reading, Record, TreatmentUse
from spasmlog.domain.scales import Nrs, Region
from spasmlog.rules.returned import How, returns, returns_by_place
from tests.build import day, diary, episode, reading, use
from tests.rules.cases_returns import eased, later, treated

HOUR = timedelta(hours=1)


def made_up(seed: int) -> Diary:
    """Fifteen spasms within 200 days, with ends, doses and readings kept or not."""
    draw = random.Random(seed)  # drawn, not secret
    records: list[Record] = []
    for _spasm in range(15):
        ago, clock = draw.randrange(200), f"{draw.randrange(4, 18):02d}:00"
        spasm = episode(
            ago,
            clock,
            peak=draw.choice([None, Nrs(2), Nrs(3), Nrs(6)]),
            region=draw.choice([Region.LOW_BACK, Region.LOW_BACK, None]),
            hours=draw.choice([None, 1, 30, 800]),
        )
        records.append(spasm)
        records += [
            use(max(0, ago - draw.choice([0, 0, 40])), "06:00", spasm=spasm)
            for _dose in range(draw.randrange(2))
        ]
        records += [
            reading(
                max(0, ago - draw.choice([0, 1, 45])),
                f"{hour}:00",
                pain=draw.randrange(7),
                episode_id=spasm.id,
            )
            for hour in range(19, 19 + draw.randrange(3))
        ]
    return diary(*records)


MADE_UP = tuple(map(made_up, range(150)))


def plain_relief(known: Diary, spasm: Episode, doses: list[TreatmentUse]) -> datetime | str | None:
    """The relief time; "unknown"; or None where the spasm gave no relief."""
    if spasm.resolved:
        return spasm.resolved.utc
    linked = [each for each in known.readings if each.episode_id == spasm.id]
    first_dose = min(each.at.utc for each in doses)
    after = sorted((each for each in linked if each.at.utc > first_dose), key=_instant)
    peaks = [int(each.pain or 0) for each in linked]
    peak = max([*peaks, *([] if spasm.peak is None else [int(spasm.peak)])], default=None)
    if not after or peak is None:
        return "unknown"

    def enough(each: Reading) -> bool:
        drop = peak - int(each.pain or 0)
        return drop >= 2 and drop * 10 >= peak * 3

    for place, each in enumerate(after):
        if enough(each) and all(map(enough, after[place:])):
            return each.at.utc
    return None


def _instant(each: Reading) -> datetime:
    return each.at.utc


def plain_returns(known: Diary, region: Region | None) -> dict[str, bool]:
    """The returns of a place, spasm by spasm, and whether each is certain."""
    spasms = sorted(
        (each for each in known.episodes if each.region == region), key=lambda each: each.onset.utc
    )
    found: dict[str, bool] = {}
    for first in spasms:
        doses = [each for each in known.uses if each.episode_id == first.id]
        relief = plain_relief(known, first, doses) if doses else None
        if relief is None:
            continue
        certain = isinstance(relief, datetime)
        start = relief if isinstance(relief, datetime) else first.onset.utc
        for second in spasms:
            gap = second.onset.utc - start
            strong = (known.peak(second) or 0) >= 3
            if second.onset.utc > first.onset.utc and gap >= 24 * HOUR and strong:
                if not certain or gap <= 720 * HOUR:
                    found[second.id] = found.get(second.id, False) or certain
                break
    return found


def test_returns_are_those_of_the_plainest_reading_of_the_rules() -> None:
    for seed, known in enumerate(MADE_UP):
        for region in (Region.LOW_BACK, None):
            found = {each.second.id: each.certain for each in returns(known, region)}
            assert found == plain_returns(known, region), seed


def test_looking_from_a_day_on_finds_what_looking_at_all_finds_from_that_day() -> None:
    for seed, known in enumerate(MADE_UP):
        every = returns_by_place(known)
        for since in (day(200), day(120), day(89), day(29), day(0)):
            kept = {
                place: tuple(each for each in found if each.second.day >= since)
                for place, found in every.items()
            }
            recent = {place: found for place, found in kept.items() if found}
            assert returns_by_place(known, since) == recent, seed


def test_the_made_up_diaries_hold_every_kind_of_return() -> None:
    found = [
        each for known in MADE_UP for here in returns_by_place(known).values() for each in here
    ]

    assert {each.relief.how for each in found} == set(How)
    assert {each.region for each in found} == {Region.LOW_BACK, None}


def test_of_several_treated_spasms_a_certain_one_counts_and_then_the_latest() -> None:
    older, newer = treated(25), treated(20, peak=Nrs(2))
    open_end = eased(2)

    (latest,) = returns(diary(*older, *newer, later()), Region.LOW_BACK)
    (certain,) = returns(diary(*older, *open_end, later()), Region.LOW_BACK)

    assert latest.first.id == newer[0].id
    assert certain.first.id == older[0].id


def test_the_relief_time_is_the_first_reading_that_no_later_one_takes_back() -> None:
    records = eased(6, ("10:00", 3), ("11:00", 5), ("12:00", 3), ("13:00", 2))

    (found,) = returns(diary(*records, later(10, "12:00")), Region.LOW_BACK)

    assert found.relief.how is How.READING
    assert found.between == 240 * HOUR
    assert (found.relief.day, found.days_between) == (day(20), 10)


def test_a_return_whose_relief_is_not_known_has_no_time_between() -> None:
    (found,) = returns(diary(*treated(20, hours=None), later()), Region.LOW_BACK)

    assert not found.certain
    assert (found.between, found.days_between, found.region) == (None, None, Region.LOW_BACK)


def test_a_place_that_was_only_painted_counts_as_its_region() -> None:
    painted = later(region=None, areas=(("back-buttock-left", Nrs(2)), ("back-lower-left", Nrs(6))))
    known = diary(*treated(20), painted)

    (found,) = returns(known, Region.LOW_BACK)
    assert found.second == painted
    assert found.region is Region.LOW_BACK


def test_a_place_without_returns_has_none() -> None:
    assert returns(diary(), Region.NECK) == ()
    assert returns_by_place(diary(*treated(20)), date(2026, 1, 1)) == {}
