"""R04: three severe days, by the numbers typed for them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Nrs
from spasmlog.rules import Level
from tests.build import TODAY, check_in, day, diary, drink, episode
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_numbers import SEVERE, typed

numbers = st.lists(st.none() | st.integers(4, 10), min_size=1, max_size=5)


@parameters(SEVERE)
def test_severe_days_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_three_days_and_their_numbers_are_the_evidence() -> None:
    first, second, third = typed(7, 8, 9)[::-1]

    verdict = verdict_of("R04", diary(first, second, third, check_in(3, 2), episode(1)))

    assert [(each.day, each.records, each.fact) for each in verdict.evidence] == [
        (day(0), (third.id,), "worst pain 9"),
        (day(1), (second.id,), "worst pain 8"),
        (day(2), (first.id,), "worst pain 7"),
    ]
    assert (verdict.first, verdict.last) == (day(2), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (3, 0)
    assert verdict.measures == (("numbers", 3), ("severe_days", 3))
    assert verdict.lacking == ()


def test_three_days_up_to_yesterday_leave_today_without_a_number() -> None:
    verdict = verdict_of("R04", diary(*typed(7, 7, 7, None)))

    assert [each.day for each in verdict.evidence] == [day(1), day(2), day(3)]
    assert (verdict.first, verdict.last) == (day(3), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (3, 1)


def test_the_words_name_the_numbers_in_their_order() -> None:
    verdict = verdict_of("R04", diary(*typed(7, 10, 8)))

    assert verdict.level is Level.PROMPT
    assert verdict.title == "Pain of 7, 10, 8 on 3 days running"
    assert verdict.summary == "Worst pain 7, 10, 8, day by day since {first}."
    assert verdict.message == (
        "You have logged pain of 7 or more on three days running. If it is not easing, contact a "
        "clinician within a day or two, and sooner if anything on the emergency list is true."
    )
    assert verdict.switches_off == "A day with pain below 7, or 2 days without a number."
    assert verdict.not_before is None
    assert verdict.receipt is not None
    assert verdict.receipt.headings == ("Day", "Worst pain")
    assert verdict.receipt.rows == ((day(0), 8), (day(1), 10), (day(2), 7))


def test_a_verdict_that_does_not_fire_still_shows_what_it_read() -> None:
    low = typed(8, 6, 7)

    verdict = verdict_of("R04", diary(*low))

    assert [each.fact for each in verdict.evidence] == [
        "worst pain 7",
        "worst pain 6",
        "worst pain 8",
    ]
    assert verdict.measures == (("numbers", 3), ("severe_days", 2))
    assert (verdict.receipt, verdict.summary, verdict.lacking) == (None, "", ())


def test_each_day_that_is_lacking_is_named() -> None:
    gap = verdict_of("R04", diary(*typed(7, None, 7)))
    late = verdict_of("R04", diary(*typed(7, None, None)))
    none = verdict_of("R04", diary())

    assert [each.words() for each in gap.lacking] == ["the worst pain of 2026-06-30"]
    assert (gap.days_counted, gap.days_missing) == (2, 1)
    assert [each.words() for each in late.lacking] == [
        "the worst pain of 2026-06-30",
        "the worst pain of 2026-07-01",
    ]
    assert [each.day for each in none.lacking] == [day(2), day(1), day(0)]
    assert (none.first, none.days_counted, none.days_missing) == (day(2), 0, 3)


def test_one_number_is_enough_where_a_low_one_is_near() -> None:
    verdict = verdict_of("R04", diary(*typed(3, None, None)))

    assert [each.day for each in verdict.lacking] == [day(0)]


@settings(deadline=None, max_examples=50)
@given(known=numbers, severe=st.integers(7, 10))
def test_the_numbers_that_are_lacking_decide_it(known: list[int | None], severe: int) -> None:
    written = typed(*known)
    lacking = verdict_of("R04", diary(*written)).lacking

    asked_for = [check_in((TODAY - each.day).days, severe) for each in lacking if each.day]

    assert not verdict_of("R04", diary(*written, *asked_for)).lacking


@settings(deadline=None, max_examples=50)
@given(known=numbers)
def test_it_fires_just_if_three_severe_days_end_today_or_with_the_last_number_yesterday(
    known: list[int | None],
) -> None:
    back = [*reversed(known), None, None, None, None]
    run = back[:3] if back[0] is not None else back[1:4]

    fired = verdict_of("R04", diary(*typed(*known))).fired

    assert fired is all(each is not None and each >= 7 for each in run)


def test_days_that_stand_on_a_compact_row_count() -> None:
    rows = [Earlier(day=day(ago), explicit=Nrs(7)) for ago in range(3)]

    verdict = verdict_of("R04", Diary.of(TODAY, [], earlier=rows, full_from=TODAY))

    assert verdict.fired
    assert [each.records for each in verdict.evidence] == [(), (), ()]


def test_only_numbers_after_the_day_looked_at_are_left_out() -> None:
    number, none = check_in(-1, 8), check_in(-2, None, slept_badly=True)
    later = (number, none, episode(-1), drink(-1))

    left = verdict_of("R04", diary(*typed(7, 7, 7), *later)).left_out

    assert [(each.record, each.reason) for each in left] == [(number.id, "after_evaluation_date")]
