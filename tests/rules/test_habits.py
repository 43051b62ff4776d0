"""R18 to R20: the days and amounts behind a verdict, the receipts, and when each is silent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Intensity, Sign
from spasmlog.rules import RULES
from spasmlog.rules.base import Progress
from tests.build import TODAY, activity, answer, check_in, day, diary, drink, stretch
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_habits import CASES, LIMITED, MAN, drunk, light, moved, stretched


@parameters(CASES)
def test_habits_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_evidence_of_drinks_is_each_day_with_an_amount_and_its_records() -> None:
    glasses = (drink(1, "09:00"), drink(1, "12:00"), drink(0))
    totals = (*drunk([1], 400), *drunk(range(2, 6), 1000))
    other = check_in(2 + 4, 3)

    verdict = verdict_of("R18", diary(*glasses, *totals, other))

    assert [(each.day, each.records, each.fact) for each in verdict.evidence] == [
        (day(1), (glasses[0].id, glasses[1].id, totals[0].id), "500 ml of drinks"),
        *((day(ago), (totals[ago - 1].id,), "1000 ml of drinks") for ago in range(2, 6)),
    ]
    assert (verdict.first, verdict.last) == (day(6), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (5, 2)
    assert dict(verdict.measures) == {
        "mean_ml": 900,
        "days_with_amount": 5,
        "reference_ml": 1600,
    }


def test_the_words_and_the_receipt_of_drinks() -> None:
    verdict = verdict_of("R18", diary(MAN, *drunk(range(4), 2000), *drunk([5], 1999)))

    assert verdict.title == "Drinks: 1999 ml a day on 5 days, reference 2000 ml"
    assert verdict.summary == "Drinks: 1999 ml a day on 5 days, reference 2000 ml."
    assert verdict.message == (
        "You logged less to drink than a common reference. Needs differ, and a link with back "
        "spasm is not proven."
    )
    assert verdict.switches_off == "A mean of 2000 ml, or fewer than 5 days with an amount."
    assert verdict.receipt is not None
    assert verdict.receipt.headings == ("Day", "Drinks in ml")
    assert verdict.receipt.rows == (
        *((day(ago), 2000) for ago in range(4)),
        (day(5), 1999),
        ("Mean; reference 2000 ml", 1999),
    )


def test_someone_told_to_limit_fluids_hears_nothing_but_finds_the_amounts() -> None:
    verdict = verdict_of("R18", diary(LIMITED, *drunk(range(7), 900)))

    assert (verdict.title, verdict.message, verdict.receipt) == ("", "", None)
    assert len(verdict.evidence) == 7
    assert dict(verdict.measures)["mean_ml"] == 900


def test_what_the_drinks_lack_is_counted() -> None:
    none = verdict_of("R18", diary(drink()))
    one = verdict_of("R18", diary(*drunk(range(4), 900)))

    assert [each.words() for each in none.lacking] == [
        "5 more days with an amount of drinks, of the last 7 days"
    ]
    assert [each.words() for each in one.lacking] == [
        "1 more day with an amount of drinks, of the last 7 days"
    ]
    assert one.progress == Progress(have=4, needed=5, total=7)
    assert dict(none.measures) == {"days_with_amount": 0, "reference_ml": 1600}
    assert (none.days_counted, none.days_missing, none.evidence) == (0, 7, ())


def test_the_evidence_the_words_and_the_receipt_of_movement() -> None:
    walk, run = activity(0), activity(1, minutes=10, intensity=Intensity.VIGOROUS)
    strolls = light(1), light(2)
    typed = moved((3, 4), 5, 1)

    verdict = verdict_of("R19", diary(walk, run, *strolls, *typed, check_in(5, 3)))

    assert [(each.day, each.records, each.fact) for each in verdict.evidence] == [
        (day(0), (walk.id,), "20 minutes moderate, 0 vigorous"),
        (day(1), (run.id, strolls[0].id), "0 minutes moderate, 10 vigorous"),
        (day(2), (strolls[1].id,), "0 minutes moderate, 0 vigorous"),
        (day(3), (typed[0].id,), "5 minutes moderate, 1 vigorous"),
        (day(4), (typed[1].id,), "5 minutes moderate, 1 vigorous"),
    ]
    assert verdict.title == "Movement: 54 minutes on 5 days, reference 150 in 7 days"
    assert verdict.summary == verdict.title + "."
    assert verdict.message == (
        "You moved less this week than a common health guide asks for. Any gentle movement counts."
    )
    assert verdict.switches_off == ("150 minutes in 7 days, or fewer than 5 days with an amount.")
    assert dict(verdict.measures) == {"minutes": 54, "days_with_amount": 5, "scaled_minutes": 75}
    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "Day",
        "Minutes, moderate",
        "Minutes, vigorous",
        "Counted as",
    )
    assert verdict.receipt.rows == (
        (day(0), 20, 0, 20),
        (day(1), 0, 10, 20),
        (day(2), 0, 0, 0),
        (day(3), 5, 1, 7),
        (day(4), 5, 1, 7),
        ("Sum", "", "", 54),
        ("Scaled to 7 days; reference 150 minutes", "", "", 75),
    )


def test_what_movement_lacks_is_counted() -> None:
    none = verdict_of("R19", diary())
    one = verdict_of("R19", diary(*moved(range(4), 20)))

    assert [each.words() for each in none.lacking] == [
        "5 more days with an amount of movement, of the last 7 days"
    ]
    assert [each.words() for each in one.lacking] == [
        "1 more day with an amount of movement, of the last 7 days"
    ]
    assert dict(none.measures) == {"minutes": 0, "days_with_amount": 0}
    assert one.progress == Progress(have=4, needed=5, total=7)


def test_the_evidence_the_words_and_the_receipt_of_stretching() -> None:
    rounds = stretch(0, "08:00", seconds=40), stretch(0, "18:00", seconds=40)
    typed = stretched(range(1, 5), 10)

    verdict = verdict_of("R20", diary(*rounds, *typed, check_in(5, 3)))
    none = verdict_of("R20", diary(*stretched(range(5), 59)))

    assert [(each.day, each.records, each.fact) for each in verdict.evidence] == [
        (day(0), (rounds[0].id, rounds[1].id), "80 seconds of stretching"),
        *((day(ago), (typed[ago - 1].id,), "10 seconds of stretching") for ago in range(1, 5)),
    ]
    assert verdict.title == "1 stretching day in 7 days, reference 2"
    assert none.title == "0 stretching days in 7 days, reference 2"
    assert verdict.summary == "1 stretching day in 7 days, reference 2."
    assert verdict.message == "You logged fewer than two stretching days this week."
    assert verdict.switches_off == (
        "2 days with 60 seconds or more in 7 days, or fewer than 5 days with an amount."
    )
    assert dict(verdict.measures) == {"stretching_days": 1, "days_with_amount": 5}
    assert verdict.receipt is not None
    assert verdict.receipt.headings == ("Day", "Seconds of stretching")
    assert verdict.receipt.rows == ((day(0), 80), *((day(ago), 10) for ago in range(1, 5)))


def test_what_stretching_lacks_is_counted() -> None:
    one = verdict_of("R20", diary(*stretched(range(4), 0)))
    two = verdict_of("R20", diary(*stretched(range(3), 0)))

    assert [each.words() for each in one.lacking] == [
        "1 more day with an amount of stretching, of the last 7 days"
    ]
    assert [each.words() for each in two.lacking] == [
        "2 more days with an amount of stretching, of the last 7 days"
    ]


@pytest.mark.parametrize("rule", ["R19", "R20"])
def test_while_a_safety_answer_speaks_the_amounts_are_shown_without_a_word(rule: str) -> None:
    days = (*moved(range(3, 7), 0), *moved([7], 0), *stretched(range(3), 0))
    records = [check_in(ago, None, moderate_min=0, stretch_s=0) for ago in range(7)]

    verdict = verdict_of(rule, diary(answer(0, Sign.FEVER), *records, *days[4:5]))

    assert (verdict.outcome, verdict.title, verdict.lacking) == ("no", "", ())
    assert len(verdict.evidence) == 7


def test_the_habits_wait_for_the_rules_that_speak_first_and_only_for_those() -> None:
    waiting = {rule.id: rule.after for rule in RULES if rule.after}

    assert waiting == {"R19": ("R01", "R02", "R04"), "R20": ("R01", "R02", "R04")}


def test_habits_are_not_shown_beside_an_emergency_and_count_days_with_an_amount() -> None:
    everyday = {rule.id for rule in RULES if rule.everyday}

    assert everyday == {"R18", "R19", "R20"}
    assert {rule.counts for rule in RULES if rule.everyday} == {"amounts"}


@pytest.mark.parametrize("rule", ["R18", "R19", "R20"])
def test_records_after_the_day_looked_at_are_left_out_where_they_have_an_amount(rule: str) -> None:
    single = {"R18": drink(-1), "R19": activity(-1), "R20": stretch(-1)}
    typed = {
        "R18": check_in(-2, fluids_ml=0),
        "R19": check_in(-3, vigorous_min=0),
        "R20": check_in(-4, stretch_s=0),
    }

    left = verdict_of(rule, diary(*single.values(), *typed.values())).left_out

    assert {each.record for each in left} == {single[rule].id, typed[rule].id}


AMOUNTS = st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=7, max_size=9)


def diary_of_amounts(amounts: list[int | None]) -> Diary:
    return diary(
        *(
            check_in(ago, None, fluids_ml=800 * each, moderate_min=22 * each, stretch_s=30 * each)
            for ago, each in enumerate(amounts)
            if each is not None
        )
    )


NOTHING = {"fluids_ml": 0, "moderate_min": 0, "stretch_s": 0}
ENOUGH_TODAY = check_in(0, None, fluids_ml=9000, moderate_min=150, vigorous_min=0, stretch_s=60)


@pytest.mark.parametrize("rule", ["R18", "R19", "R20"])
def test_no_day_is_named_for_what_an_entry_of_today_can_end(rule: str) -> None:
    week = [
        check_in(ago, None, fluids_ml=900, moderate_min=0, stretch_s=60 if ago == 6 else 0)
        for ago in range(1, 7)
    ]

    before, after = verdict_of(rule, diary(*week)), verdict_of(rule, diary(*week, ENOUGH_TODAY))

    assert before.fired
    assert before.not_before is None
    assert not after.fired


@pytest.mark.parametrize("rule", ["R18", "R19", "R20"])
def test_days_that_leave_the_week_end_it_by_themselves(rule: str) -> None:
    known = diary(*(check_in(ago, None, **NOTHING) for ago in range(5)))

    fired = [verdict_of(rule, known.on_day(TODAY + timedelta(days=each))).fired for each in (2, 3)]

    assert fired == [True, False]


def test_glasses_of_today_count_from_tomorrow_on() -> None:
    known = diary(*drunk(range(1, 7), 1500), *(drink(volume_ml=2000) for _ in range(2)))

    assert verdict_of("R18", known).fired
    assert not verdict_of("R18", known.on_day(TODAY + timedelta(days=1))).fired


@given(AMOUNTS, st.integers(0, 8))
def test_a_day_with_more_never_makes_a_habit_fire(amounts: list[int | None], place: int) -> None:
    more = [3 if ago == place and each is not None else each for ago, each in enumerate(amounts)]

    for rule in ("R18", "R19", "R20"):
        before = verdict_of(rule, diary_of_amounts(amounts))
        after = verdict_of(rule, diary_of_amounts(more))
        assert before.fired or not after.fired
