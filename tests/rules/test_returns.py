"""R09 and R10: what is counted, in which place, and the receipts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.domain.scales import Nrs, Region, TreatmentKind
from tests.build import TODAY, day, diary, episode, reading, treatment, use
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_returns import CASES, later, treated


@parameters(CASES)
def test_returns_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_evidence_names_both_spasms_the_doses_and_the_time_between() -> None:
    first = episode(20, "08:00", hours=2)
    doses = (use(20, spasm=first), use(20, "11:00", spasm=first))
    second = episode(10, "08:00", hours=1)

    verdict = verdict_of("R09", diary(first, *doses, second))

    (evidence,) = verdict.evidence
    assert evidence.day == day(10)
    assert set(evidence.records) == {first.id, second.id, *(each.id for each in doses)}
    assert evidence.fact == "came back 10 days after a treated spasm let go at 10:00"
    assert verdict.title == "Lower back: back after treatment, once in 30 days"
    assert verdict.message == ("A spasm came back after one you had treated. One return is common.")
    assert (verdict.first, verdict.days_counted, verdict.days_missing) == (day(29), 2, 28)
    assert verdict.switches_off == "No return inside 30 days."


def test_relief_by_a_reading_is_named_with_the_reading() -> None:
    first = episode(20, "08:00")
    dose = use(20, "09:00", spasm=first)
    eased = reading(20, "10:00", pain=2, episode_id=first.id)

    verdict = verdict_of("R09", diary(first, dose, eased, later(10, "10:00")))

    assert eased.id in verdict.evidence[0].records
    assert verdict.evidence[0].fact == (
        "came back 10 days after a treated spasm had eased, at 10:00"
    )
    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "Treated spasm ended",
        "Known from",
        "Treated with",
        "Next spasm",
        "Days between",
    )
    assert verdict.receipt.rows == ((day(20), "a reading", "ibuprofen", day(10), 10),)


@pytest.mark.parametrize(
    ("clock", "said", "hours"),
    [
        ("09:00", "came back 71 hours after a treated spasm let go at 10:00", 71),
        ("10:00", "came back 3 days after a treated spasm let go at 10:00", 72),
        ("09:59", "came back 71 hours after a treated spasm let go at 10:00", 71),
    ],
)
def test_the_time_between_is_told_in_hours_up_to_three_days_and_measured_in_hours(
    clock: str, said: str, hours: int
) -> None:
    verdict = verdict_of("R09", diary(*treated(13), later(10, clock)))

    assert verdict.evidence[0].fact == said
    assert dict(verdict.measures)["hours_between_1"] == hours


def test_how_it_is_known_is_told_of_every_return_where_one_is_known_otherwise() -> None:
    first = episode(40, "08:00", hours=2)
    second = episode(25, "08:00")
    doses = use(40, "09:00", spasm=first), use(25, "09:00", spasm=second)
    eased = reading(25, "10:00", pain=1, episode_id=second.id)

    receipt = verdict_of("R10", diary(first, second, *doses, eased, later(5))).receipt

    assert receipt is not None
    assert [row[1] for row in receipt.rows] == ["a reading", "its end"]


def test_two_returns_or_more_are_not_spoken_of_as_one() -> None:
    verdict = verdict_of("R09", diary(*treated(25), *treated(15), later(5)))

    assert verdict.title == "Lower back: back after treatment, 2 times in 30 days"
    assert verdict.message == (
        "Spasms came back 2 times after treatment in a month. Returns are common."
    )
    assert [each.fact for each in verdict.evidence] == [
        "came back 10 days after a treated spasm let go at 10:00"
    ] * 2
    assert dict(verdict.measures)["hours_between_2"] == 238


def test_what_an_undecided_return_lacks_is_the_end_of_the_treated_spasm() -> None:
    verdict = verdict_of("R09", diary(*treated(20, hours=None), later()))

    assert [each.words() for each in verdict.lacking] == ["an end time for the spasm of 2026-06-11"]
    assert verdict.evidence[0].fact == "came back after a treated spasm whose end is not known"
    assert [each.reason for each in verdict.left_out] == ["no_end"]
    assert not [name for name, _number in verdict.measures if name.startswith("hours")]
    assert verdict.receipt is not None
    assert verdict.receipt.rows == (("not known", "not known", "ibuprofen", day(10), "not known"),)


def test_the_receipt_has_a_line_a_return_newest_first_with_the_persons_own_names() -> None:
    wrap = treatment("Heat wrap", kind=TreatmentKind.HEAT)
    pills = treatment("Nurofen")
    first, second = episode(60, hours=1), episode(40, hours=1)
    doses = (
        use(60, of=pills, spasm=first),
        use(60, "10:00", of=wrap, spasm=first),
        use(60, "11:00", of=pills, spasm=first),
        use(40, of=wrap, spasm=second),
    )

    verdict = verdict_of("R10", diary(wrap, pills, first, second, *doses, later(20)))

    assert verdict.receipt is not None
    assert verdict.receipt.rows == (
        (day(40), "Heat wrap", day(20), 20),
        (day(60), "Nurofen, Heat wrap", day(40), 20),
    )
    assert verdict.title == "Lower back: back after treatment, 2 times in 90 days"
    assert verdict.message == (
        "Spasms have come back 2 times after treatment in about three months. This is worth "
        "discussing with a clinician, who can look into why. The journal cannot tell the cause."
    )
    assert verdict.receipt.headings == (
        "Treated spasm ended",
        "Treated with",
        "Next spasm",
        "Days between",
    )
    assert verdict.switches_off == "Fewer than 2 returns inside 90 days."


def test_the_day_before_which_it_cannot_fall_silent_is_when_one_return_too_many_is_gone() -> None:
    known = diary(*(each for ago in (70, 55, 40, 30) for each in treated(ago)))

    verdict = verdict_of("R10", known)

    assert dict(verdict.measures)["certain_returns"] == 3
    assert verdict.not_before == day(40) + timedelta(days=90)
    the_day_before = verdict.not_before - timedelta(days=1)
    assert verdict_of("R10", known.on_day(the_day_before)).fired
    assert not verdict_of("R10", known.on_day(verdict.not_before)).fired


def test_places_are_not_added_and_the_one_with_most_returns_gives_the_title() -> None:
    back = [each for ago in (60, 50, 40) for each in treated(ago)]
    neck = [each for ago in (65, 55, 45, 35) for each in treated(ago, region=Region.NECK)]

    verdict = verdict_of(
        "R10", diary(*back, *neck, *treated(30, region=None), later(20, region=None))
    )

    assert verdict.title == "Neck: back after treatment, 3 times in 90 days"
    assert "come back 3 times" in verdict.message
    assert dict(verdict.measures) == {
        "certain_returns": 6,
        "possible_returns": 0,
        "certain_in_one_place": 3,
        **{f"hours_between_{number}": 238 for number in range(1, 6)},
    }
    assert verdict.receipt is not None
    assert verdict.receipt.headings[0] == "Place"
    assert [row[0] for row in verdict.receipt.rows] == [
        "Neck",
        "Lower back",
        "Neck",
        "Lower back",
        "Neck",
    ]


def test_a_quiet_rule_shows_the_returns_it_saw() -> None:
    verdict = verdict_of("R10", diary(*treated(40), later(30)))

    assert [each.day for each in verdict.evidence] == [day(30)]
    assert (verdict.title, verdict.message, verdict.not_before) == ("", "", None)


def test_spasms_without_a_strength_and_later_records_are_left_out_and_said_to_be() -> None:
    weak = episode(10, peak=None)
    spasm = episode(-1, hours=1)
    dose, word = use(-1, spasm=spasm), reading(-1, episode_id=spasm.id)

    left = verdict_of("R09", diary(weak, spasm, dose, word, reading(-1), use(-2))).left_out

    assert {(each.record, each.reason.value) for each in left} == {
        (weak.id, "no_peak"),
        (spasm.id, "after_evaluation_date"),
        (dose.id, "after_evaluation_date"),
        (word.id, "after_evaluation_date"),
    }


def test_a_spasm_left_out_of_the_last_month_lies_in_it() -> None:
    known = diary(
        episode(29, peak=None),
        episode(30, peak=None),
        episode(89, peak=None),
        episode(90, peak=None),
        later(5, peak=Nrs(4)),
    )

    assert len(verdict_of("R09", known).left_out) == 1
    assert len(verdict_of("R10", known).left_out) == 3
    assert verdict_of("R10", known).last == TODAY
