"""A2: which weeks say what is usual, where the limit lies, and the receipts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Nrs
from spasmlog.rules import unusual_week
from spasmlog.rules.unusual_week import Usual
from tests.build import TODAY, check_in, day, diary, drink, episode, reading
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_pain import clear
from tests.rules.cases_unusual_week import CASES, QUIET, THREE, none, some, spasms, weeks


@parameters(CASES)
def test_a_week_speaks_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_evidence_names_the_spasms_of_this_week_and_the_weeks_that_count() -> None:
    today, older = spasms(0), spasms(6, 6)
    week = weeks({1: 2})
    thin = weeks({14: 1}, logged=2)

    verdict = verdict_of("A2", diary(*today, *older, *week, *QUIET[4:], *thin))

    spasm, *weeks_before = [verdict.evidence[0], *verdict.evidence[3:]]
    assert (spasm.day, spasm.records, spasm.fact) == (TODAY, (today[0].id,), "a spasm began")
    assert [each.day for each in verdict.evidence[:3]] == [day(0), day(6), day(6)]
    assert [each.day for each in weeks_before] == [day(7 * back + 6) for back in range(1, 13)]
    assert weeks_before[0].fact == "2 spasms in the week from this day on"
    assert set(weeks_before[0].records) == {each.id for each in week} - {week[0].id}
    assert weeks_before[1].fact == "no spasm logged in the week from this day on"
    assert set(weeks_before[1].records) == {each.id for each in QUIET[4:8]}
    assert (verdict.first, verdict.last) == (day(188), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (2 + 48 + 2, 189 - 52)


def test_what_it_says_names_the_numbers() -> None:
    verdict = verdict_of("A2", diary(*weeks(some(7, 13)), *THREE))

    assert verdict.title == "3 spasms in the last 7 days"
    assert verdict.message == "You logged more spasms than in your usual week."
    assert verdict.summary == "3 spasms in the last 7 days; a usual week has 0.6."
    assert verdict.switches_off == (
        "Fewer than 3 spasms inside 7 days, or no more than your usual week leads to expect."
    )
    assert dict(verdict.measures) == {
        "spasms_this_week": 3,
        "weeks_counted": 13,
        "spasms_in_them": 7,
        "usual_week": pytest.approx(7.5 / 13),
        "limit": pytest.approx(7.5 / 13 + 3 * (7.5 / 13) ** 0.5),
    }


def test_one_spasm_is_one_spasm() -> None:
    verdict = verdict_of("A2", diary(*weeks(some(1, 12))))

    assert verdict.evidence[0].fact == "1 spasm in the week from this day on"


def test_the_receipt_has_a_line_for_each_week_and_says_which_count() -> None:
    thin = weeks({14: 1}, logged=2)

    receipt = verdict_of("A2", diary(*QUIET, *THREE, *thin)).receipt

    assert receipt is not None
    assert receipt.headings == ("From", "To", "Spasms", "Days logged", "Part of the usual week")
    assert len(receipt.rows) == 27
    assert receipt.rows[0] == (day(6), day(0), 3, 1, "this week")
    assert receipt.rows[1] == (day(13), day(7), 0, 4, "yes")
    assert receipt.rows[13] == (day(97), day(91), 0, 0, "no")
    assert receipt.rows[14] == (day(104), day(98), 1, 2, "no")


def test_what_is_lacking_is_counted_in_weeks() -> None:
    one = verdict_of("A2", diary(*weeks(none(range(1, 12)))))
    many = verdict_of("A2", diary(*weeks(none(range(1, 4)))))

    assert [each.words() for each in one.lacking] == ["1 more week with at least 4 logged days"]
    assert [each.words() for each in many.lacking] == ["9 more weeks with at least 4 logged days"]
    assert dict(many.measures) == {
        "spasms_this_week": 0,
        "weeks_counted": 3,
        "spasms_in_them": 0,
    }
    assert (many.receipt, many.not_before) == (None, None)


def test_entries_after_the_day_looked_at_are_left_out_and_said_to_be() -> None:
    later = (episode(-1), reading(-1), check_in(-1))

    left = verdict_of("A2", diary(*later, drink(-1))).left_out

    assert {each.record for each in left} == {each.id for each in later}
    assert {each.reason.value for each in left} == {"after_evaluation_date"}


@pytest.mark.parametrize("ago", [(0, 0, 0), (2, 2, 5), (6, 0, 0), (6, 6, 6), (0, 1, 2, 3, 4, 5, 6)])
def test_the_day_before_which_it_cannot_fall_silent_is_when_it_does(ago: tuple[int, ...]) -> None:
    known = diary(*QUIET, *spasms(*ago))

    silent = verdict_of("A2", known).not_before

    assert silent is not None
    assert all(
        verdict_of("A2", known.on_day(TODAY + timedelta(days=ahead))).fired
        for ahead in range((silent - TODAY).days)
    )
    assert not verdict_of("A2", known.on_day(silent)).fired


def test_it_falls_silent_a_week_after_the_last_spasms_at_the_latest() -> None:
    verdict = verdict_of("A2", diary(*weeks(none(range(1, 26)), logged=7), *THREE))

    assert verdict.not_before == TODAY + timedelta(days=7)


def test_days_that_stand_on_a_compact_row_count_and_have_no_records_yet() -> None:
    rows = [
        Earlier(day=day(7 * back + each), explicit=Nrs(each % 2))
        for back in range(1, 13)
        for each in range(4)
    ]
    known = Diary.of(TODAY, THREE, earlier=rows, full_from=day(3))

    verdict = verdict_of("A2", known)

    assert verdict.fired
    assert {each.records for each in verdict.evidence[3:]} == {()}


def test_a_record_that_logs_several_days_of_a_week_is_named_once() -> None:
    long = episode(11, hours=60)

    verdict = verdict_of("A2", diary(long, *QUIET))

    assert verdict.evidence[0].records.count(long.id) == 1


def test_exactly_at_the_limit_is_not_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unusual_week, "HALVES", replace(unusual_week.HALVES, value=2))

    assert Usual(12, 11).mean == 1
    assert not Usual(12, 11).is_exceeded_by(4)
    assert Usual(12, 11).is_exceeded_by(5)


def test_far_fewer_than_usual_is_not_above_it() -> None:
    assert not Usual(12, 12 * 40).is_exceeded_by(3)


def said(known: Diary) -> str:
    """What the rule answers by itself: the whole book takes longer than many examples may."""
    verdict = unusual_week.check(known)
    return verdict.level.word if verdict.level else verdict.outcome.value


@settings(deadline=None)
@given(
    counts=st.lists(st.integers(0, 3), min_size=12, max_size=16),
    this=st.integers(0, 6),
    more=st.integers(1, 3),
)
def test_more_spasms_this_week_never_silence_it_and_more_before_never_wake_it(
    counts: list[int], this: int, more: int
) -> None:
    before = dict(enumerate(counts, 1))
    busier = {back: spasms + more for back, spasms in before.items()}
    now, later = spasms(*[0] * this), spasms(*[0] * (this + more))

    fired = said(diary(*weeks(before), *now)) == "info"

    if fired:
        assert said(diary(*weeks(before), *later)) == "info"
    else:
        assert said(diary(*weeks(busier), *now)) == "no"


@settings(deadline=None)
@given(st.lists(st.integers(0, 4), min_size=12, max_size=26), st.integers(0, 12))
def test_the_limit_is_that_of_the_formula(counts: list[int], this: int) -> None:
    mean = (sum(counts) + 0.5) / len(counts)
    limit = mean + 3 * mean**0.5

    answer = said(diary(*weeks(dict(enumerate(counts, 1))), *spasms(*[0] * this)))

    assert answer == ("info" if this >= 3 and this > limit else "no")


def test_weeks_before_the_journal_began_do_not_count() -> None:
    assert said_by("A2", diary(*clear(range(84)), *THREE)) == "insufficient"
    assert said_by("A2", diary(*clear(range(88)), *THREE)) == "info"


def test_each_number_says_what_it_is_and_where_it_comes_from() -> None:
    rule = unusual_week.UNUSUAL_WEEK

    assert rule.title == "An unusual week"
    assert [each.words for each in rule.thresholds] == [
        "Days of a week: 7 days (our own choice)",
        "Weeks looked at before this one: 26 weeks (our own choice)",
        "Logged days of a week that counts, at least: 4 days (our own choice)",
        "Weeks that count, at least: 12 weeks (our own choice)",
        "Spasms this week, at least: 3 (our own choice)",
        "Added to the spasms of the weeks that count: 1 half spasm (our own choice)",
        "How far above the usual week, in roots of it: 3 (NIST/SEMATECH)",
    ]
    assert all(said.endswith(".") for said in (rule.limits, rule.fires, rule.silent, rule.sure))
