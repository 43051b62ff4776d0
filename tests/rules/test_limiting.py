"""R11: pain on most days, and most days limited by it."""

from __future__ import annotations

from spasmlog.domain.scales import Limited
from spasmlog.rules import Level, Progress
from tests.build import TODAY, check_in, day, diary, drink, episode, reading
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_shares import LIMITING, answers, both, free

UNKNOWN = "This is so on the days you logged; the other days are not known."


@parameters(LIMITING)
def test_limits_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_words_name_both_counts() -> None:
    pain_only, sore, clear = both([0], None), both(range(1, 60)), free(range(60, 85))

    verdict = verdict_of("R11", diary(*pain_only, *sore, *clear))

    assert verdict.level is Level.ROUTINE
    assert verdict.title == "Pain on 60 and limited on 59 of the last 90 days"
    assert verdict.message == (
        "On most of the days you recorded in the last three months you had pain, and it limited "
        "what you did. Support is available; consider booking a visit."
    )
    assert verdict.summary == (
        "Pain on 60 of 85 logged days since {first}; limited on 59 of 84 days with an answer."
    )
    assert verdict.switches_off == (
        "Pain, or limits by it, on half of the last 90 days or fewer, or too few answers to tell."
    )
    assert (verdict.first, verdict.last) == (day(89), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (85, 5)
    assert verdict.measures == (
        ("pain_days", 60),
        ("unlogged_days", 5),
        ("pain_step", 1),
        ("limited_days", 59),
        ("unanswered_days", 6),
        ("limited_step", 1),
    )
    assert (verdict.lacking, verdict.progress) == ((), None)


def test_where_unknown_days_could_matter_to_either_it_says_so() -> None:
    pain_known = (*both(range(40)), *both(range(40, 65), Limited.NO), *both(range(65, 90), None))
    limits_known = (*both(range(40)), *free(range(40, 65), Limited.A_LOT), *answers(range(65, 90)))

    of_limits = verdict_of("R11", diary(*pain_known))
    of_pain = verdict_of("R11", diary(*limits_known))

    assert of_limits.message.endswith(f"consider booking a visit. {UNKNOWN}")
    assert of_pain.message.endswith(f"consider booking a visit. {UNKNOWN}")
    assert (dict(of_limits.measures)["pain_step"], dict(of_limits.measures)["limited_step"]) == (
        1,
        3,
    )
    assert (dict(of_pain.measures)["pain_step"], dict(of_pain.measures)["limited_step"]) == (3, 1)


def test_the_sooner_of_the_two_ends_it() -> None:
    pain_first = (*free(range(30), Limited.A_LOT), *both(range(30, 90)))
    limits_first = (*both(range(35), Limited.NO), *both(range(35, 90)))

    assert verdict_of("R11", diary(*pain_first)).not_before == day(-15)
    assert verdict_of("R11", diary(*limits_first)).not_before == day(-10)
    assert verdict_of("R11", diary(*both(range(45)))).not_before is None


def test_each_day_says_what_is_known_of_it() -> None:
    full, free_day, quiet = both([0]), free([1]), both([2], None)
    answer_only, spasm = answers([3]), episode(4)
    answered = answers([4], Limited.NO)
    other = check_in(4, None, slept_badly=True)
    edge, over = both([89]), both([90])

    verdict = verdict_of(
        "R11",
        diary(*full, *free_day, *quiet, *answer_only, spasm, *answered, drink(5), *edge, *over),
    )

    assert [(each.day, each.records, each.fact) for each in verdict.evidence] == [
        (day(0), (full[0].id,), "pain logged; limited by pain"),
        (day(1), (free_day[0].id,), "no pain logged; not limited by pain"),
        (day(2), (quiet[0].id,), "pain logged"),
        (day(3), (answer_only[0].id,), "limited by pain"),
        (day(4), (spasm.id, answered[0].id), "pain logged; not limited by pain"),
        (day(89), (edge[0].id,), "pain logged; limited by pain"),
    ]
    unanswered = verdict_of("R11", diary(spasm, other))
    assert [each.records for each in unanswered.evidence] == [(spasm.id,)]


def test_a_bit_is_limited_too() -> None:
    verdict = verdict_of("R11", diary(*both([0], Limited.A_BIT)))

    assert [each.fact for each in verdict.evidence] == ["pain logged; limited by pain"]
    assert dict(verdict.measures)["limited_days"] == 1


def test_what_is_lacking_is_counted_for_each() -> None:
    none = verdict_of("R11", diary())
    pain = verdict_of("R11", diary(*both(range(32)), *answers(range(32, 90))))
    limits = verdict_of("R11", diary(*both(range(32)), *both(range(32, 90), None)))
    one = verdict_of(
        "R11", diary(*both(range(32)), *both(range(32, 62), Limited.NO), *both(range(62, 90), None))
    )

    logged = "63 more logged days since 2026-04-03"
    answered = "63 more days since 2026-04-03 with an answer on whether pain limited you"
    assert [each.words() for each in none.lacking] == [logged, answered]
    assert [each.words() for each in pain.lacking] == ["31 more logged days since 2026-04-03"]
    assert [each.words() for each in limits.lacking] == [answered.replace("63", "31")]
    assert [each.words() for each in one.lacking] == [
        "1 more day since 2026-04-03 with an answer on whether pain limited you"
    ]
    assert pain.progress == Progress(have=32, needed=63, total=90)
    assert (none.progress, limits.progress) == (None, None)
    assert (none.receipt, none.summary) == (None, "")


def test_the_receipt_counts_both_in_stretches_of_two_weeks() -> None:
    verdict = verdict_of(
        "R11", diary(*both(range(60)), *free(range(60, 70)), *both([85], None), check_in(86, 0))
    )

    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "From",
        "To",
        "Days with pain",
        "No entry",
        "Days limited by pain",
        "No answer",
    )
    rows = verdict.receipt.rows
    assert rows[0] == (day(13), day(0), 14, 0, 14, 0)
    assert rows[4] == (day(69), day(56), 4, 0, 4, 0)
    assert rows[5] == (day(83), day(70), 0, 14, 0, 14)
    assert rows[6] == (day(89), day(84), 1, 4, 0, 6)
    assert len(rows) == 7


def test_entries_after_the_day_looked_at_are_left_out() -> None:
    later = (check_in(-1), reading(-2), episode(-3))

    left = verdict_of("R11", diary(*both(range(50)), *later, drink(-1))).left_out

    assert {each.record for each in left} == {each.id for each in later}
    assert {each.reason for each in left} == {"after_evaluation_date"}
