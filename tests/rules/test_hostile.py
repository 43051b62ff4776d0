"""No diary makes a rule raise, and whatever a rule answers hangs together."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign
from spasmlog.errors import ImportRefused
from spasmlog.exchange.native import dump, load
from spasmlog.rules import Outcome, assess
from tests.build import TODAY, answer, check_in, diary, running
from tests.rules.any_diary import whole_diaries
from tests.rules.hostile_diaries import (
    DAYS_LOOKED_AT,
    HOSTILE,
    doses_without_amount,
    every_day_full,
    many_on_one_day,
    one_of_each,
)
from tests.rules.sound import assert_sound


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_no_rule_raises_on_any_day_that_a_hostile_diary_is_looked_at(number: int) -> None:
    known = HOSTILE[number]()

    for today in DAYS_LOOKED_AT:
        seen = known.on_day(today)
        assert_sound(seen, assess(seen))


@pytest.mark.parametrize("record", tuple(one_of_each()), ids=lambda record: type(record).__name__)
def test_one_record_is_a_diary(record: Record) -> None:
    for ahead in (0, 1, 7, 30, 365, -1):
        known = diary(record, today=TODAY + timedelta(days=ahead))
        assert_sound(known, assess(known))


@settings(deadline=None, max_examples=200)
@given(whole_diaries())
@example(diary())
def test_no_rule_raises_on_any_diary_that_can_be_drawn(known: Diary) -> None:
    assert_sound(known, assess(known))


def test_of_two_hundred_spasms_on_a_day_each_is_counted_once() -> None:
    verdict = assess(diary(*many_on_one_day(None))).of("A2").verdict

    assert dict(verdict.measures)["spasms_this_week"] == 200


def test_a_spasm_left_open_for_years_makes_no_day_but_its_first_a_pain_day() -> None:
    known = diary(running(5000), *(check_in(ago, 0) for ago in range(30)))

    said = {each.rule.id: each.verdict.outcome for each in assess(known).findings}

    assert said["R05"] is said["R06"] is Outcome.NO


def test_an_emergency_of_a_leap_day_ages_by_days() -> None:
    known = diary(answer((TODAY - date(2024, 2, 29)).days, Sign.BOTH_LEGS))

    levels = [
        assess(known.on_day(today)).of("R01").verdict.level
        for today in (date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 14), date(2024, 3, 15))
    ]

    assert [level and level.word for level in levels] == [None, "emergency", "emergency", "prompt"]


def test_an_unknown_sign_in_a_file_is_refused_and_not_passed_over() -> None:
    text = dump(diary(answer(0, Sign.BOTH_LEGS)))

    for strange in ("BOTH_LEGS", "both legs", "", "numb_nose"):
        with pytest.raises(ImportRefused, match="answers 1"):
            load(text.replace('"both_legs"', json.dumps(strange)))


def test_each_emergency_sign_alone_is_heard_among_a_thousand_records() -> None:
    noise = (*every_day_full(60), *doses_without_amount())

    for sign in EMERGENCY_SIGNS:
        assert assess(diary(*noise, answer(0, sign))).of("R01").verdict.fired
