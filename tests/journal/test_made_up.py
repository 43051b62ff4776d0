"""The made-up person: believable, the same for the same seed, and never later than today."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Reading,
    Record,
    Treatment,
    TreatmentUse,
)
from spasmlog.domain.scales import SignAnswer, TreatmentKind
from spasmlog.journal.made_up import made_up_person
from spasmlog.rules import RULES, Outcome
from spasmlog.rules.base import assess

R = TypeVar("R", bound=Record)
ZONE = "Europe/Berlin"
NOW = Moment.of(datetime(2026, 7, 1, 12, 30, 15, 250, tzinfo=UTC), ZONE)
PACKET_MG = {TreatmentKind.IBUPROFEN: 1200, TreatmentKind.PARACETAMOL: 4000}
LIVES = [(0.01, 5), (0.3, 1), (1, 2), (3, 3), (10, 4)]


@cache
def person(years: float, seed: int) -> tuple[Record, ...]:
    return made_up_person(NOW, years, seed, ZONE)


@cache
def diary_of(years: float, seed: int) -> Diary:
    return Diary.of(NOW.diary_day(), person(years, seed))


def of_kind(kind: type[R], records: tuple[Record, ...]) -> list[R]:
    return [each for each in records if isinstance(each, kind)]


def test_the_same_seed_gives_the_same_person() -> None:
    assert made_up_person(NOW, 1, 2, ZONE) == person(1, 2)


def test_another_seed_gives_another_person() -> None:
    assert made_up_person(NOW, 0.3, 2, ZONE) != person(0.3, 1)


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_ten_years_are_a_well_kept_journal(seed: int) -> None:
    records = person(10, seed)

    assert len(records) >= 30_000
    assert len(of_kind(Drink, records)) > len(records) / 2


@pytest.mark.parametrize(("years", "seed"), LIVES)
def test_nothing_is_later_than_today(years: float, seed: int) -> None:
    for record in person(years, seed):
        assert record.recorded_at.utc <= NOW.utc
        for name in ("at", "onset", "resolved"):
            moment = getattr(record, name, None)
            assert moment is None or moment.utc <= record.recorded_at.utc or name == "resolved"
            assert moment is None or moment.utc <= NOW.utc


@pytest.mark.parametrize(("years", "seed"), LIVES)
def test_every_id_is_used_once_and_every_link_leads_to_a_record(years: float, seed: int) -> None:
    records = person(years, seed)
    ids = {record.id for record in records}
    links = [
        link
        for record in records
        for name in ("episode_id", "use_id", "treatment_id")
        if (link := getattr(record, name, None)) is not None
    ]

    assert len(ids) == len(records)
    assert set(links) <= ids


@pytest.mark.parametrize(("years", "seed"), LIVES)
def test_a_day_has_one_check_in_and_no_spasm_runs(years: float, seed: int) -> None:
    days = Counter(each.day for each in of_kind(CheckIn, person(years, seed)))

    assert max(days.values()) == 1
    assert diary_of(years, seed).running is None


def test_today_has_a_few_entries_already() -> None:
    assert 1 <= len(diary_of(3, 3).on(Drink, NOW.diary_day())) <= 6
    assert diary_of(3, 3).check_in(NOW.diary_day()) is None


def test_a_running_spasm_can_be_asked_for() -> None:
    records = made_up_person(NOW, 1, 2, ZONE, running=True)
    diary = Diary.of(NOW.diary_day(), records)

    assert [each for each in diary.episodes if each.is_running] == [diary.running]
    assert diary.running is not None
    assert diary.running.onset == NOW.plus(timedelta(hours=-2)).to_second()
    assert diary.linked_uses(diary.running.id)


@pytest.mark.parametrize(("years", "seed"), LIVES[1:])
def test_four_days_in_five_are_logged_and_some_weeks_are_not(years: float, seed: int) -> None:
    facts = diary_of(years, seed).facts
    logged = sorted(day for day, each in facts.items() if each.logged)
    longest = max(late - early for early, late in pairwise(logged))

    assert 0.75 < len(logged) / (years * 365.25) < 0.93
    assert longest.days > (5 if years >= 1 else 1)


@pytest.mark.parametrize(("years", "seed"), LIVES[1:])
def test_pain_comes_and_goes(years: float, seed: int) -> None:
    facts = [each for each in diary_of(years, seed).facts.values() if each.logged]
    pain = [each for each in facts if each.pain]
    spasms = [each.worst for each in pain if each.spasms and each.worst is not None]

    assert 0.25 < len(pain) / len(facts) < 0.75
    assert max(spasms) >= 7
    assert [each for each in facts if each.explicit == 0]


@pytest.mark.parametrize(("years", "seed"), LIVES)
def test_no_dose_goes_beyond_the_packet_limit(years: float, seed: int) -> None:
    doses = of_kind(TreatmentUse, person(years, seed))
    for last in doses:
        within = [
            each.dose_mg or 0
            for each in doses
            if each.kind is last.kind
            and timedelta() <= last.at.utc - each.at.utc <= timedelta(hours=24)
        ]
        assert sum(within) <= PACKET_MG.get(last.kind, 0)


def test_answers_are_no_but_for_one_doubt_that_was_cleared() -> None:
    answers = of_kind(Answer, person(3, 3))
    said = Counter(each.answer for each in answers)
    doubts = [each for each in answers if each.answer is not SignAnswer.NO]

    assert said[SignAnswer.NO] > 100
    assert [each.answer for each in sorted(doubts, key=lambda each: each.day)] == [
        SignAnswer.UNSURE,
        SignAnswer.CLEARED,
    ]
    assert len({each.sign for each in doubts}) == 1


def test_a_journey_is_in_the_journal() -> None:
    assert {each.at.zone for each in of_kind(Drink, person(1, 2))} == {ZONE, "Asia/Tokyo"}


@pytest.mark.parametrize(("years", "seed"), LIVES[2:])
def test_a_spasm_lasts_through_a_change_of_clocks(years: float, seed: int) -> None:
    (night,) = [
        each
        for each in of_kind(Episode, person(years, seed))
        if each.resolved and each.onset.clock.hour == 22
    ]

    assert night.resolved is not None
    assert night.resolved.offset_min != night.onset.offset_min
    assert night.resolved.utc - night.onset.utc == timedelta(hours=10)


def test_some_entries_are_typed_days_later() -> None:
    late = [
        each
        for each in of_kind(Reading, person(3, 3))
        if each.recorded_at.utc - each.at.utc > timedelta(hours=20)
    ]

    assert late


def test_what_stands_beside_the_days_is_there_too() -> None:
    diary = diary_of(3, 3)
    (factor,) = diary.of_kind(Factor)
    (experiment,) = diary.of_kind(Experiment)
    asked = {name for each in diary.of_kind(CheckIn) for name, _said in each.exposures}

    assert factor.id in asked
    assert {f"{experiment.id}:{option}" for option in experiment.options} <= asked
    assert experiment.stop is not None
    assert [each.name for each in diary.of_kind(Treatment) if each.regular] == ["Amlodipine"]
    assert {each.kind for each in diary.uses} >= set(PACKET_MG) | {
        TreatmentKind.HEAT,
        TreatmentKind.ICE,
        TreatmentKind.PHYSIOTHERAPY,
    }
    assert [each for each in diary.of_kind(Course) if (each.last_day or diary.today) > diary.today]
    assert diary.profile is not None
    assert diary.profile.allergies == "Penicillin"


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "Pacific/Apia", "America/Havana", "Asia/Kathmandu"])
def test_the_person_may_live_anywhere(zone: str) -> None:
    records = made_up_person(Moment.of(NOW.utc, zone), 1, 2, zone)

    assert {each.at.zone for each in of_kind(Drink, records)} > {zone}


@pytest.mark.parametrize(("years", "seed"), [(1, 2), (1, 7), (3, 3), (3, 8), (10, 4)])
def test_it_keeps_coming_back_and_has_not_settled(years: float, seed: int) -> None:
    found = {each.rule.id: each.verdict for each in assess(diary_of(years, seed), RULES).findings}
    fired = {rule for rule, verdict in found.items() if verdict.outcome is Outcome.FIRE}

    assert fired >= {"R05", "R10"}
    assert not fired & {"R01", "R02", "R03", "R16"}
    assert dict(found["R10"].measures)["certain_in_one_place"] >= 3
