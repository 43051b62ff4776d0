"""R14, R15 and R17: which days are counted and which stepped over, the receipts, the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import TreatmentKind
from spasmlog.rules import painkiller_days
from spasmlog.rules.base import Progress
from spasmlog.rules.days import LISTED, ROWS
from spasmlog.rules.runs import run_of
from tests.build import TODAY, day, diary, treatment, use
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_medicine_days import (
    CASES,
    IBU,
    ICE,
    NAP,
    OPIOID,
    PARA,
    RELAXANT,
    doses,
    logged,
)


@parameters(CASES)
def test_medicine_days_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_evidence_is_each_day_counted_with_its_doses_and_what_was_stepped_over() -> None:
    morning, evening = use(0, "08:00", kind=IBU), use(0, "20:00", kind=NAP)
    paracetamol = doses([0], PARA)
    rest = doses([1, *range(4, 12), 13], IBU)

    verdict = verdict_of("R14", diary(morning, evening, *paracetamol, *rest))

    assert verdict.fired
    shown = [(each.day, each.records, each.fact) for each in verdict.evidence]
    assert shown[:4] == [
        (day(0), (morning.id, evening.id), "ibuprofen, naproxen sodium"),
        (day(1), (rest[0].id,), "ibuprofen"),
        (day(3), (), "no entry on 2 days from this one, which are stepped over"),
        (day(4), (rest[1].id,), "ibuprofen"),
    ]
    assert shown[-2:] == [
        (day(12), (), "no entry on 1 day, which is stepped over"),
        (day(13), (rest[-1].id,), "ibuprofen"),
    ]
    assert [each[0] for each in shown] == sorted((each[0] for each in shown), reverse=True)
    assert dict(verdict.measures) == {"run_days": 11, "days_stepped_over": 3}
    assert (verdict.first, verdict.days_counted, verdict.days_missing) == (day(13), 11, 3)


def test_the_words_of_an_anti_inflammatory_run() -> None:
    verdict = verdict_of("R14", diary(*doses(range(12))))

    assert verdict.title == "An anti-inflammatory on 12 days with hardly a break"
    assert verdict.message == (
        "You have logged an anti-inflammatory on 12 days with hardly a break. Packets advise "
        "asking a pharmacist or doctor after 10 days."
    )
    assert verdict.switches_off == (
        "A day with other entries but without it, once that day is over; or 2 days in a row "
        "without it."
    )
    assert verdict.summary == (
        "An anti-inflammatory on 12 days with hardly a break, since {first}."
    )


def test_the_words_of_a_relaxant_run() -> None:
    verdict = verdict_of("R17", diary(*doses(range(22), RELAXANT)))

    assert verdict.title == "A muscle relaxant on 22 days with hardly a break"
    assert verdict.message == (
        "Most muscle relaxants are meant for 2 to 3 weeks. Check with whoever prescribed it. "
        "Some should not be stopped suddenly."
    )


def test_days_after_the_latest_dose_are_counted_or_missing_as_they_are() -> None:
    unknown = verdict_of("R14", diary(*doses(range(1, 12))))
    known = verdict_of("R14", diary(*doses(range(1, 12)), *logged([0])))

    assert (unknown.first, unknown.days_counted, unknown.days_missing) == (day(11), 11, 1)
    assert (known.first, known.days_counted, known.days_missing) == (day(11), 12, 0)
    assert unknown.not_before == known.not_before == TODAY + timedelta(days=1)


def test_without_a_recent_dose_only_the_last_two_days_are_looked_at() -> None:
    verdict = verdict_of("R14", diary(*doses(range(2, 20)), *logged([1])))

    assert (verdict.first, verdict.days_counted, verdict.days_missing) == (day(1), 1, 1)
    assert verdict.evidence == ()
    assert dict(verdict.measures) == {"run_days": 0, "days_stepped_over": 0}


def test_a_quiet_run_shows_its_days_but_no_receipt() -> None:
    verdict = verdict_of("R17", diary(*doses(range(3), RELAXANT)))

    assert [each.day for each in verdict.evidence] == [day(0), day(1), day(2)]
    assert verdict.receipt is None
    assert (verdict.not_before, verdict.summary) == (None, "")


def test_the_receipt_has_a_line_a_week_with_the_persons_own_names() -> None:
    pills = treatment("Nurofen")
    other = treatment("Aleve", kind=NAP)
    first = [use(ago, of=pills) for ago in range(1, 8)]
    second = [use(ago, of=other) for ago in (8, 9, 12, 13)]
    both = [use(9, "20:00", of=pills), use(15, of=pills)]

    receipt = verdict_of("R14", diary(pills, other, *first, *second, *both)).receipt

    assert receipt is not None
    assert receipt.headings == ("From", "To", "Days taken", "No entry", "What")
    assert receipt.rows == (
        (day(7), day(1), 7, 0, "Nurofen"),
        (day(14), day(8), 4, 3, "Aleve, Nurofen"),
        (day(15), day(15), 1, 0, "Nurofen"),
    )


def test_a_very_long_run_lists_a_year_and_counts_the_rest_with_all_its_records() -> None:
    taken = doses([each for each in range(500) if each not in (3, 400)], RELAXANT)

    verdict = verdict_of("R17", diary(*taken))

    *listed, older = verdict.evidence
    assert len(listed) == LISTED + 1
    assert [each.day for each in listed if not each.records] == [day(3)]
    assert listed[-1].day == day(LISTED)
    assert older.day == day(499)
    assert older.fact == "taken on 133 days more, beginning with this one"
    assert {record for each in verdict.evidence for record in each.records} == {
        each.id for each in taken
    }
    assert verdict.receipt is not None
    assert len(verdict.receipt.rows) == ROWS
    assert verdict.receipt.rows[-1] == (day(499), day(84), 415, 1, "muscle relaxant")
    assert verdict.receipt.rows[-2] == (day(83), day(77), 7, 0, "muscle relaxant")
    assert dict(verdict.measures) == {"run_days": 498, "days_stepped_over": 2}


def test_a_year_is_listed_day_by_day() -> None:
    year = verdict_of("R17", diary(*doses(range(LISTED), RELAXANT)))
    more = verdict_of("R17", diary(*doses(range(LISTED + 1), RELAXANT)))

    assert {each.fact for each in year.evidence} == {"muscle relaxant"}
    assert more.evidence[-1].fact == "taken on 1 day more, beginning with this one"


def test_doses_after_the_day_looked_at_are_left_out_where_they_would_count() -> None:
    (own,), (given_,), (relaxant,) = (
        doses([-1]),
        doses([-1], NAP, prescribed=True),
        doses([-1], RELAXANT),
    )
    known = diary(own, given_, relaxant, *logged([-1]), *doses([-1], OPIOID))

    def left(rule: str) -> set[str]:
        found = verdict_of(rule, known).left_out
        assert {each.reason for each in found} == {"after_evaluation_date"}
        return {each.record for each in found}

    assert left("R14") == {own.id}
    assert left("R17") == {relaxant.id}
    assert left("R15") == {own.id, given_.id, known.uses[-1].id}
    fired = verdict_of("R15", diary(own, relaxant, *doses(range(15), PARA)))
    assert fired.last == TODAY
    assert [each.record for each in fired.left_out] == [own.id]


DAY = st.sampled_from(["taken", "taken", "taken", "nothing", "ice", "pain", "pain and taken"])


def diary_of_days(days: list[str]) -> Diary:
    taken = doses(ago for ago, what in enumerate(days) if "taken" in what)
    ice = doses((ago for ago, what in enumerate(days) if what == "ice"), ICE)
    return diary(*taken, *ice, *logged(ago for ago, what in enumerate(days) if "pain" in what))


def walked(days: list[str]) -> list[int]:
    """The walk of the rule, day by day, as it is written down: the days that it counts."""
    latest = next((ago for ago, what in enumerate(days) if "taken" in what), None)
    if latest is None or latest > 1:
        return []
    counted, unknown = [], 0
    for ago in range(latest, len(days)):
        if "taken" in days[ago]:
            counted.append(ago)
            unknown = 0
        elif days[ago] == "nothing" and unknown < 2:
            unknown += 1
        else:
            break
    return counted


@given(st.lists(DAY, max_size=30))
def test_a_run_is_the_walk_day_by_day(days: list[str]) -> None:
    run = run_of(diary_of_days(days), lambda use: use.kind is IBU)

    assert [each.day for each in run.taken] == list(map(day, walked(days)))
    ends = walked(days)[:1] + walked(days)[-1:]
    between = range(*ends) if ends else ()
    assert list(run.stepped_over) == [day(ago) for ago in between if days[ago] == "nothing"]


@given(st.lists(DAY, min_size=11, max_size=30))
def test_the_day_before_which_a_run_cannot_fall_silent_is_the_first_quiet_one(
    days: list[str],
) -> None:
    known = diary_of_days(days)
    verdict = verdict_of("R14", known)

    if verdict.fired:
        assert verdict.not_before is not None
        assert verdict_of("R14", known.on_day(verdict.not_before - timedelta(days=1))).fired
        assert not verdict_of("R14", known.on_day(verdict.not_before)).fired


def test_the_evidence_of_painkillers_is_each_day_newest_first_of_all_that_was_looked_at() -> None:
    pills = treatment("Nurofen")
    first, second = use(3, "08:00", of=pills), use(3, "20:00", kind=OPIOID)
    again = use(3, "21:00", of=pills)
    old = doses(range(35, 40), PARA)

    quiet = verdict_of("R15", diary(pills, first, second, again, *logged(range(30)), *old))
    fired = verdict_of("R15", diary(*doses(range(15), PARA), *old))

    assert [(each.day, each.records, each.fact) for each in quiet.evidence] == [
        (day(3), (first.id, second.id, again.id), "Nurofen, opioid painkiller")
    ]
    assert [each.day for each in fired.evidence] == [*map(day, range(15)), *map(day, range(35, 40))]


def test_painkiller_days_of_a_month_are_looked_at_alone_until_a_count_is_reached() -> None:
    below = verdict_of("R15", diary(*doses(range(14), PARA), *logged(range(20, 29))))
    above = verdict_of("R15", diary(*doses(range(15), PARA), *logged(range(20, 40))))

    assert (below.first, below.days_counted, below.days_missing) == (day(29), 23, 7)
    assert dict(below.measures) == {
        "simple_days_1": 14,
        "stronger_days_1": 0,
        "days_without_entry_1": 7,
    }
    assert below.progress is None
    assert (above.first, above.days_counted, above.days_missing) == (day(89), 35, 55)
    assert dict(above.measures) == {
        "simple_days_1": 15,
        "stronger_days_1": 0,
        "days_without_entry_1": 5,
        "simple_days_2": 0,
        "stronger_days_2": 0,
        "days_without_entry_2": 20,
        "simple_days_3": 0,
        "stronger_days_3": 0,
        "days_without_entry_3": 30,
    }


def test_the_words_of_painkiller_days_count_a_day_with_both_once() -> None:
    verdict = verdict_of("R15", diary(*doses(range(16), PARA), *doses(range(14, 24), OPIOID)))

    assert verdict.title == "Painkillers on 24 of the last 30 days"
    assert verdict.message == (
        "You logged painkillers on 24 of the last 30 days. If you also get headaches, tell a "
        "pharmacist or doctor, because frequent use can bring headaches on."
    )
    assert verdict.summary == "Simple painkillers on 16 and stronger ones on 10 of 30 days."
    assert verdict.switches_off == (
        "Simple painkillers on fewer than 15 and stronger ones on fewer than 10 of the last 30 "
        "days."
    )
    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "From",
        "To",
        "Days, simple",
        "Days, stronger",
        "No entry",
    )
    assert verdict.receipt.rows == (
        (day(29), day(0), 16, 10, 6),
        (day(59), day(30), 0, 0, 30),
        (day(89), day(60), 0, 0, 30),
    )


@pytest.mark.parametrize(
    ("simple", "stronger", "silent"),
    [
        (range(15), (), date(2026, 7, 17)),
        (range(5, 22), (), date(2026, 7, 12)),
        (range(15), range(10), date(2026, 7, 22)),
        (range(12), range(12), date(2026, 7, 22)),
        (range(20), range(10, 20), date(2026, 7, 17)),
    ],
)
def test_painkiller_days_fall_silent_when_each_count_has_lost_one_day_too_many(
    simple: range, stronger: range, silent: date
) -> None:
    known = diary(*doses(simple, PARA), *doses(stronger, OPIOID))

    assert verdict_of("R15", known).not_before == silent
    assert verdict_of("R15", known.on_day(silent - timedelta(days=1))).fired
    assert not verdict_of("R15", known.on_day(silent)).fired


def test_what_painkiller_days_lack_is_counted() -> None:
    thin = verdict_of("R15", diary(*logged(range(18))))
    one = verdict_of("R15", diary(*logged(range(20))))

    assert [each.words() for each in thin.lacking] == [
        "3 more days with an entry in the last 30 days"
    ]
    assert [each.words() for each in one.lacking] == [
        "1 more day with an entry in the last 30 days"
    ]
    assert one.progress == Progress(have=20, needed=21, total=30)


def test_too_few_entries_matter_only_where_the_other_days_might_reach_a_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(painkiller_days, "ENTRIES", replace(painkiller_days.ENTRIES, value=28))
    month = logged(range(25))

    assert said_by("R15", diary(*month)) == "no"
    assert said_by("R15", diary(*month, *doses(range(9), PARA))) == "no"
    assert said_by("R15", diary(*month, *doses(range(10), PARA))) == "insufficient"
    assert said_by("R15", diary(*month, *doses(range(4), OPIOID))) == "no"
    assert said_by("R15", diary(*month, *doses(range(5), OPIOID))) == "insufficient"


def test_relaxants_are_no_painkillers_and_kinds_are_as_the_rules_group_them() -> None:
    kinds = painkiller_days.SIMPLE_KINDS | painkiller_days.STRONGER_KINDS

    assert set(TreatmentKind) - kinds >= {RELAXANT, ICE, TreatmentKind.OTHER_MEDICINE}
    assert not painkiller_days.SIMPLE_KINDS & painkiller_days.STRONGER_KINDS
