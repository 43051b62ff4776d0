"""The boundary vectors, run through the real records, the real diary and the real rule book."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spasmlog.domain.records import CheckIn, Episode, Reading
from spasmlog.domain.scales import (
    EMERGENCY_SIGNS,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Limited,
)
from spasmlog.rules import (
    RULES,
    Assessment,
    Level,
    assess,
    flare,
    fluids,
    habits,
    half_the_days,
    limiting,
    medicine_days,
    medicines,
    movement,
    not_settling,
    painkiller_days,
    recovered,
    recurrence,
    returned,
    returns,
    rising,
    runs,
    severe_days,
    share,
    signs,
    spell,
    stretching,
    unusual_week,
)
from tests.rules.vector_records import diary_of

HERE = Path(__file__).parent / "vectors"
EXISTING = frozenset(rule.id for rule in RULES)
OWN = HERE / "rule_vectors.json"

EVERY_FIELD = {
    "as_of": "2026-07-01",
    "profile": {"sex": "m", "fluid_limit": True, "problem_since": "2025-01-01"},
    "diary": {
        "pain": [["2026-06-29", 3, 2], ["2026-06-30", 1, 5]],
        "limited": [["2026-06-30", 1, True], ["2026-06-30", 1, False]],
        "fluids_ml": [["2026-06-30", 1, 900], ["2026-06-30", 1, 700]],
        "activity_min": [["2026-06-30", 1, [30, 0]], ["2026-06-30", 1, [0, 20]]],
        "stretch_s": [["2026-06-30", 1, 90]],
        "episodes": [
            {
                "id": "e1",
                "start": "2026-06-28T20:00+05:30",
                "end": "2026-06-30T00:00+05:30",
                "peak": None,
                "region": "neck",
                "after": 1,
                "after_at": "2026-06-28T21:00+05:30",
            },
            {
                "id": "e2",
                "start": "2026-06-28T20:00",
                "end": "2026-06-28T19:00",
                "peak": 4,
                "region": "leg",
            },
        ],
        "treatments": [
            {"kind": "ice", "at": "2026-06-28T20:30+05:30", "episode": "e1"},
            {"kind": "ibuprofen", "at": "2026-06-29T08:00", "mg": 400, "days": 2},
            {"kind": "opioid", "at": "2026-06-29T08:00", "prescribed": True},
        ],
    },
}


def _files() -> list[Path]:
    named = os.environ.get("SPASMLOG_RULE_VECTORS", "").split(os.pathsep)
    return [*sorted(HERE.glob("*.json")), *(Path(each) for each in named if each)]


def _vectors() -> Iterator[Any]:
    for file in _files():
        for vector in json.loads(file.read_text(encoding="utf-8"))["vectors"]:
            if EXISTING & vector["expect"]["focus"].keys():
                yield pytest.param(vector, id=f"{file.stem}-{vector['id']}")


def _of_existing(expected: dict[str, str]) -> dict[str, str]:
    return {rule: said for rule, said in expected.items() if rule in EXISTING}


def _spoken_of(assessed: Assessment, expect: dict[str, Any]) -> Assessment:
    """The rules that a vector speaks of: A2 only where it is the focus, and then often alone."""
    spoken = {*expect.get("all", EXISTING), *expect["focus"]}
    kept = tuple(each for each in assessed.findings if each.rule.id in spoken)
    return replace(assessed, findings=kept)


@pytest.mark.parametrize("vector", list(_vectors()))
def test_every_vector_is_answered_as_worked_by_hand(vector: dict[str, Any]) -> None:
    expect = vector["expect"]

    assessed = _spoken_of(assess(diary_of(vector)), expect)

    said = {each.rule.id: each.verdict for each in assessed.findings}
    focus = _of_existing(expect["focus"])
    assert {rule: said[rule].outcome.value for rule in focus} == focus
    every = _of_existing(expect.get("all", {}))
    assert {rule: said[rule].outcome.value for rule in every} == every
    if "fired_levels" in expect:
        levels = {
            each.rule.id: each.verdict.level.word for each in assessed.fired if each.verdict.level
        }
        assert levels == _of_existing(expect["fired_levels"])
        words = [Level[word.upper()] for word in levels.values()]
        assert assessed.highest_level == max(words, default=None)
        if levels == expect["fired_levels"]:
            highest = assessed.highest_level
            assert (highest.word if highest else None) == expect["highest_level"]


def test_the_vectors_of_the_house_reach_every_rule_there_is() -> None:
    vectors = json.loads(OWN.read_text(encoding="utf-8"))["vectors"]

    assert {rule for each in vectors for rule in each["expect"]["focus"]} >= EXISTING


def test_the_numbers_of_the_vectors_are_the_numbers_of_the_rules() -> None:
    numbers = json.loads(OWN.read_text(encoding="utf-8"))["parameters"]
    ours = {
        "emergency_recheck_days": signs.RECHECK,
        "severe_min": severe_days.SEVERE,
        "severe_days": severe_days.RUNNING,
        "spell_gap_max_diff_days": spell.STEP,
        "spell_current_days": spell.CURRENT,
        "subacute_min_days": not_settling.FOUR_WEEKS,
        "chronic_min_days": not_settling.OVER_TWELVE_WEEKS,
        "half_days_window": half_the_days.DAYS,
        "half_days_onset_days": half_the_days.ONSET,
        "recur_window_days": recurrence.YEAR,
        "recur_min_hours": recovered.HOURS,
        "recur_min_peak": recovered.PEAK,
        "recur_gap_days": recovered.FREE,
        "recur_gap_logged_min": recovered.LOGGED,
        "impact_window_days": limiting.DAYS,
        "flare_points": flare.POINTS,
        "flare_baseline_days": flare.BEFORE,
        "flare_baseline_min": flare.NUMBERS,
        "rise_weeks": rising.WEEKS,
        "rise_min_logged": rising.NUMBERS,
        "rise_min_S": rising.SCORE,
        "rise_min_points": rising.POINTS,
        "return_min_hours": returned.SOONEST,
        "return_max_days": returned.LATEST,
        "return_min_peak": returned.PEAK,
        "improve_points": returned.POINTS,
        "returns_for_routine": returns.TWO,
        "returns_window_days": returns.QUARTER,
        "return_window_days": returns.MONTH,
        "paracetamol_mg_24h": medicines.PARACETAMOL,
        "ibuprofen_mg_24h": medicines.IBUPROFEN,
        "naproxen_sodium_mg_24h": medicines.NAPROXEN,
        "dose_window_hours": medicines.HOURS,
        "nsaid_run_max": medicine_days.ANTI_INFLAMMATORY,
        "relaxant_run_max": medicine_days.RELAXANT,
        "run_max_missing": runs.STEPPED,
        "med_window_days": painkiller_days.PERIOD,
        "fluid_ref_f": fluids.ANYONE,
        "fluid_ref_m": fluids.MEN,
        "activity_ref_min": movement.MINUTES,
        "stretch_s": stretching.SECONDS,
        "stretch_days": stretching.ENOUGH,
        "week_min_logged": habits.KNOWN,
        "unusual_min_weeks": unusual_week.WEEKS,
        "unusual_min_count": unusual_week.SPASMS,
        "unusual_baseline_max_weeks": unusual_week.WEEKS_BACK,
        "unusual_week_min_logged": unusual_week.LOGGED,
    }

    assert {name: number.value for name, number in ours.items()} == {
        name: numbers[name] for name in ours
    }
    assert painkiller_days.SIMPLE.value == numbers["simple_days_max"] + 1
    assert painkiller_days.STRONGER.value == numbers["strong_days_max"] + 1
    assert 100 * painkiller_days.ENTRIES.value == 70 * painkiller_days.PERIOD.value
    assert share.COVERAGE.value == 100 * numbers["share_coverage_min"]
    assert spell.LOGGED.value == 100 * numbers["spell_coverage_min"]
    assert spell.PAIN.value == 100 * numbers["spell_pain_share_min"]
    assert returned.SHARE.value == 100 * numbers["improve_share"]


def test_the_safety_questions_are_those_of_the_vectors() -> None:
    codes = json.loads(OWN.read_text(encoding="utf-8"))["red_flag_codes"]

    assert sorted(EMERGENCY_SIGNS) == codes["emergency"]
    assert sorted(PROMPT_SIGNS) == codes["prompt"]
    assert sorted(ROUTINE_SIGNS) == codes["routine"]


def test_every_field_of_the_schema_becomes_a_record() -> None:
    diary = diary_of(EVERY_FIELD)

    first, second = diary.get(Episode, "e1"), diary.get(Episode, "e2")
    assert first is not None
    assert second is not None
    assert (first.resolved_day, first.last_day) == (date(2026, 6, 30), date(2026, 6, 29))
    assert second.end_unknown
    assert [each.pain for each in diary.linked_readings("e1")] == [1]
    assert diary.of_kind(Reading)[0].at.clock.hour == 21
    assert [each.kind for each in diary.linked_uses("e1")] == ["ice"]
    assert [each.day.day for each in diary.uses if each.dose_mg == 400] == [29, 30]
    assert [each.kind for each in diary.uses if each.prescribed] == ["opioid"]
    facts = diary.facts_on(date(2026, 6, 30))
    assert (facts.explicit, facts.limited) == (5, Limited.A_BIT)
    assert (facts.fluids_ml, facts.moderate_min, facts.vigorous_min) == (900, 0, 20)
    assert facts.stretch_s == 90
    assert len(diary.of_kind(CheckIn)) == 3
    assert diary.profile is not None
    assert (diary.profile.sex, diary.profile.fluid_limit) == ("m", True)
    assert diary.profile.problem_since == date(2025, 1, 1)
