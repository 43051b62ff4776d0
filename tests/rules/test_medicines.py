"""R16 and the running sum of a packet: what is added, and what is not known."""

from __future__ import annotations

from datetime import time
from fractions import Fraction

import pytest

from spasmlog.domain.scales import TreatmentKind
from spasmlog.rules.medicines import packet_limits, packet_sum
from tests.build import day, diary, moment
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_doses import CASES, IBU, NAP, PARA, dose


@parameters(CASES)
def test_doses_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_evidence_is_each_dose_of_the_sum_that_is_over() -> None:
    first, second = dose(IBU, 800, "22:00", 1), dose(IBU, 800.5, "08:00")
    other = dose(PARA, 500, "09:00")

    verdict = verdict_of("R16", diary(first, second, other))

    assert [(each.day, each.records, each.fact) for each in verdict.evidence] == [
        (day(1), (first.id,), "ibuprofen at 22:00, 800 mg"),
        (day(0), (second.id,), "ibuprofen at 08:00, 800.5 mg"),
    ]
    assert verdict.title == "Ibuprofen: 1,600.5 mg in 24 hours, packet maximum 1,200 mg"
    assert verdict.message.startswith("The ibuprofen you logged adds up to more than")
    assert verdict.message.endswith("today. If an entry is wrong, correct it.")
    assert verdict.receipt is not None
    assert verdict.receipt.rows == (
        ("ibuprofen", day(1), time(22), 800),
        ("ibuprofen", day(0), time(8), 800.5),
        ("Sum; packet maximum 1,200 mg", day(0), time(8), 1600.5),
    )
    assert dict(verdict.measures) == {
        "paracetamol_mg": 500,
        "ibuprofen_mg": 1600.5,
        "doses_without_amount": 0,
    }
    assert verdict.switches_off == "2 days after the last of these doses, or a corrected entry."


def test_two_medicines_over_are_both_said_the_more_urgent_first() -> None:
    verdict = verdict_of("R16", diary(dose(NAP, 700), dose(PARA, 4500), dose(PARA, None)))

    assert verdict.title == (
        "Paracetamol: 4,500 mg in 24 hours, packet maximum 4,000 mg; "
        "Naproxen sodium: 700 mg in 24 hours, packet maximum 660 mg"
    )
    assert verdict.message.index("poisons line") < verdict.message.index("naproxen sodium")
    assert verdict.receipt is not None
    assert ("paracetamol", day(0), time(12), "not known") in verdict.receipt.rows
    assert [each.reason for each in verdict.left_out] == ["no_dose"]


def test_a_dose_without_an_amount_is_what_is_lacking() -> None:
    unknown = dose(IBU, None, "08:00", 1)

    verdict = verdict_of("R16", diary(unknown, dose(IBU, 400, "20:00", 1), dose(IBU, 400)))

    assert [each.words() for each in verdict.lacking] == [
        "an amount for the ibuprofen of 2026-06-30 at 08:00"
    ]
    assert [(each.record, each.reason) for each in verdict.left_out] == [(unknown.id, "no_dose")]
    assert verdict.evidence[0].fact == "ibuprofen at 08:00, amount not known"
    assert (verdict.first, verdict.days_counted, verdict.days_missing) == (day(1), 2, 0)


def test_doses_after_the_day_looked_at_are_left_out_where_a_limit_is_known_for_them() -> None:
    tomorrow = dose(PARA, 500, days_ago=-1)

    verdict = verdict_of("R16", diary(tomorrow, dose(TreatmentKind.ICE, None, days_ago=-1)))

    assert [each.record for each in verdict.left_out] == [tomorrow.id]
    assert (verdict.days_counted, verdict.days_missing) == (0, 2)


def test_the_highest_sum_of_each_medicine_is_measured_and_of_equal_ones_the_latest() -> None:
    early, late = dose(IBU, 1400, "08:00", 1), dose(IBU, 1400, "09:00")

    verdict = verdict_of("R16", diary(early, late, dose(IBU, 100, "12:00", 1)))

    assert dict(verdict.measures)["ibuprofen_mg"] == 1500
    assert {each.records[0] for each in verdict.evidence} > {late.id}


def test_the_running_sum_is_that_of_the_24_hours_up_to_now() -> None:
    known = diary(
        dose(IBU, 400, "12:00", 1),
        dose(IBU, 200.1, "12:01", 1),
        dose(IBU, 200.2, "11:00"),
        dose(IBU, 600, "11:30", prescribed=True),
        dose(IBU, 400, "12:01"),
        dose(PARA, 1000, "11:00"),
    )

    found = packet_sum(known, IBU, moment(0, "12:00").utc)

    assert (found.mg, found.limit) == (Fraction("400.3"), 1200)
    assert not found.has_unknown
    assert not found.is_over
    assert len(found.uses) == 2


def test_the_running_sum_says_when_an_amount_is_not_known() -> None:
    found = packet_sum(diary(dose(PARA, None)), PARA, moment(0, "13:00").utc)

    assert found.mg == 0
    assert found.has_unknown


def test_only_medicines_with_a_packet_limit_have_a_sum() -> None:
    assert set(packet_limits()) == {PARA, IBU, NAP}
    with pytest.raises(KeyError):
        packet_sum(diary(), TreatmentKind.OPIOID, moment().utc)
