"""R08: which episodes count, what lies between them, and the receipts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Nrs, Region
from spasmlog.rules import recovered, recurrence
from spasmlog.rules.recovered import longer_episodes
from tests.build import TODAY, check_in, day, diary, drink, episode, reading
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_pain import clear, pain
from tests.rules.cases_recurrence import CASES, FREE, NECK, TWO, longer


@parameters(CASES)
def test_longer_episodes_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_the_evidence_names_each_episode_and_the_recovery_between_with_what_logged_it() -> None:
    first, second = longer(40, peak=Nrs(7)), longer(8, hours=49.5)

    around = clear((8, 39))

    verdict = verdict_of("R08", diary(first, second, *FREE[2:], *around))

    assert [(each.day, each.records, each.fact) for each in verdict.evidence] == [
        (day(8), (second.id,), "a spasm of 49 hours that reached 3"),
        (
            day(38),
            tuple(each.id for each in reversed(FREE[2:])),
            "no pain logged in the 30 days from this one; 28 of them are logged",
        ),
        (day(40), (first.id,), "a spasm of 24 hours that reached 7"),
    ]
    assert verdict.title == "Lower back: 2 longer episodes in 365 days"
    assert verdict.summary == (
        "Lower back: 2 longer episodes since {first}, with recovery in between."
    )
    assert verdict.message == (
        "You have logged 2 longer episodes within a year, with recovery in between. This is "
        "common. If they are frequent or get in your way, a clinician can help you to plan."
    )
    assert (verdict.first, verdict.last) == (day(364), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (33, 332)
    assert dict(verdict.measures) == {"counted_episodes": 2, "separate_in_one_place": 2}
    assert verdict.switches_off == (
        "No 2 such spasms in one place, with recovery in between, inside 365 days."
    )
    assert verdict.progress is None


def test_a_strength_that_a_reading_gives_names_the_reading() -> None:
    spasm = longer(8, peak=Nrs(4))
    lower = reading(8, "10:00", pain=3, episode_id=spasm.id)
    higher = reading(8, "11:00", pain=6, episode_id=spasm.id)

    verdict = verdict_of("R08", diary(longer(40), spasm, lower, higher, *FREE))

    assert verdict.evidence[0].records == (spasm.id, higher.id)
    assert verdict.evidence[0].fact == "a spasm of 24 hours that reached 6"


def test_a_check_in_without_a_number_logs_no_day_of_the_recovery() -> None:
    unasked = check_in(38, None)

    verdict = verdict_of("R08", diary(*TWO, *FREE[:-1], unasked))

    assert unasked.id not in {record for each in verdict.evidence for record in each.records}


def test_the_receipt_has_a_line_an_episode_newest_first() -> None:
    verdict = verdict_of("R08", diary(longer(45), *TWO, *FREE, *clear([42])))

    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "Began",
        "Let go",
        "Hours",
        "Strength",
        "No pain logged for 30 days before it, from",
        "Of these logged",
    )
    assert verdict.receipt.rows == (
        (day(8), day(7), 24, 3, day(38), 30),
        (day(40), day(39), 24, 3, "none", "none"),
        (day(45), day(44), 24, 3, "none", "none"),
    )


def test_the_recovery_shown_is_the_best_logged_and_of_equals_the_latest() -> None:
    best = verdict_of("R08", diary(longer(90), longer(8), *clear([*range(30, 58), 70]))).receipt
    whole = verdict_of("R08", diary(longer(90), longer(8), *clear(range(9, 89)))).receipt

    assert best is not None
    assert best.rows[0][4:] == (day(57), 28)
    assert whole is not None
    assert whole.rows[0][4:] == (day(38), 30)


def test_episodes_count_from_the_first_on_and_only_where_a_recovery_parts_them() -> None:
    apart = [longer(40 + 32 * number) for number in range(4)]
    free = clear(ago for number in range(3) for ago in range(41 + 32 * number, 71 + 32 * number))
    close = longer(37)

    verdict = verdict_of("R08", diary(*apart, *free, close))

    assert "logged 4 longer episodes" in verdict.message
    assert dict(verdict.measures) == {"counted_episodes": 5, "separate_in_one_place": 4}


def test_of_several_places_the_one_with_most_episodes_gives_the_title() -> None:
    neck = [longer(40 + 32 * number, **NECK) for number in range(4)]
    back = [longer(41), longer(40 + 32 * 3, "10:00")]
    free = clear(ago for number in range(3) for ago in range(42 + 32 * number, 71 + 32 * number))

    verdict = verdict_of("R08", diary(*back, *neck, *free, *clear([71, 103])))

    assert verdict.title == "Neck: 3 longer episodes in 365 days"
    assert "logged 3 longer episodes" in verdict.message
    assert verdict.receipt is not None
    assert verdict.receipt.headings[0] == "Place"
    assert [row[:2] for row in verdict.receipt.rows] == [
        ("Neck", day(40)),
        ("Lower back", day(41)),
        ("Neck", day(72)),
        ("Neck", day(104)),
        ("Lower back", day(136)),
        ("Neck", day(136)),
    ]


def test_places_without_a_recovery_are_not_part_of_a_signal() -> None:
    neck = longer(5, **NECK)

    verdict = verdict_of("R08", diary(*TWO, *FREE, neck))

    assert neck.id not in {record for each in verdict.evidence for record in each.records}
    assert dict(verdict.measures)["counted_episodes"] == 3


def test_what_is_lacking_is_counted_for_the_run_that_lacks_least() -> None:
    most = verdict_of("R08", diary(*TWO, *FREE[:23]))
    one = verdict_of("R08", diary(*TWO, *FREE[:10]))
    two = verdict_of("R08", diary(longer(90), longer(50), longer(8), *clear(range(51, 71))))

    assert [each.words() for each in most.lacking] == [
        "1 more logged day in the 30 days from 2026-05-24"
    ]
    assert most.progress is not None
    assert (most.progress.have, most.progress.needed, most.progress.total) == (23, 24, 30)
    assert [each.words() for each in one.lacking] == [
        "14 more logged days in the 30 days from 2026-05-24"
    ]
    assert [each.words() for each in two.lacking] == [
        f"4 more logged days in the 30 days from {day(80)}"
    ]
    assert two.evidence
    assert two.receipt is not None
    assert (two.title, two.message, two.summary, two.not_before) == ("", "", "", None)


def test_each_place_that_cannot_tell_says_what_it_lacks_and_the_nearest_comes_first() -> None:
    known = diary(
        *(longer(140), longer(100), *clear(range(101, 120))),
        *(longer(60, **NECK), longer(20, **NECK), *clear(range(21, 43))),
    )

    verdict = verdict_of("R08", known)

    assert [each.words() for each in verdict.lacking] == [
        f"2 more logged days in the 30 days from {day(50)}",
        f"5 more logged days in the 30 days from {day(130)}",
    ]
    assert verdict.progress is not None
    assert verdict.progress.have == 22


def test_a_quiet_rule_shows_the_episodes_it_counted() -> None:
    one = verdict_of("R08", diary(longer(8)))
    none = verdict_of("R08", diary(longer(8, hours=23)))

    assert [each.day for each in one.evidence] == [day(8)]
    assert one.receipt is not None
    assert dict(one.measures) == {"counted_episodes": 1, "separate_in_one_place": 1}
    assert (none.evidence, none.receipt) == ((), None)
    assert dict(none.measures) == {"counted_episodes": 0, "separate_in_one_place": 0}


def test_spasms_that_would_count_but_for_a_detail_are_left_out_and_said_to_be() -> None:
    endless, weak = longer(300, hours=None), longer(30, peak=None)
    both, tomorrow = longer(20, hours=None, peak=None), longer(-1)
    typed, drunk = check_in(-1), drink(-1)
    read = reading(-1, pain=3)
    never = (longer(31, hours=20, peak=None), longer(29, hours=None, peak=Nrs(2)), longer(366))

    left = verdict_of(
        "R08", diary(endless, weak, both, tomorrow, typed, drunk, read, *never)
    ).left_out

    assert {(each.record, each.reason.value) for each in left} == {
        (endless.id, "no_end"),
        (weak.id, "no_peak"),
        (both.id, "no_end"),
        (tomorrow.id, "after_evaluation_date"),
        (typed.id, "after_evaluation_date"),
        (read.id, "after_evaluation_date"),
    }


def test_the_day_before_which_it_cannot_fall_silent_is_when_one_episode_too_many_is_gone() -> None:
    known = diary(longer(300), longer(250), longer(247), longer(200), *clear(range(201, 300)))

    verdict = verdict_of("R08", known)

    assert dict(verdict.measures)["separate_in_one_place"] == 3
    assert verdict.not_before == day(247) + timedelta(days=365)
    assert verdict_of("R08", known.on_day(verdict.not_before - timedelta(days=1))).fired
    assert not verdict_of("R08", known.on_day(verdict.not_before)).fired


def test_days_that_stand_on_a_compact_row_count() -> None:
    rows = [Earlier(day=day(ago), explicit=Nrs(0)) for ago in range(9, 39)]
    known = Diary.of(TODAY, TWO, earlier=rows, full_from=day(7))

    verdict = verdict_of("R08", known)

    assert verdict.fired
    assert [each.records for each in verdict.evidence][1] == ()


def plainly(known: Diary) -> str:
    """The rule as it is written down: every pair, and every run between the two."""
    said = {"no"}
    for region in (*Region, None):
        here = [each for each in known.episodes if each.place is region and counts(known, each)]
        for place, first in enumerate(here):
            for second in here[place + 1 :]:
                said.add(between(known, first, second))
    return next(each for each in ("routine", "insufficient", "no") if each in said)


def counts(known: Diary, spasm: Episode) -> bool:
    peak = known.peak(spasm)
    return (
        spasm.day > known.today - timedelta(days=365)
        and spasm.resolved is not None
        and spasm.resolved.utc - spasm.onset.utc >= timedelta(hours=24)
        and peak is not None
        and peak >= 3
    )


def between(known: Diary, first: Episode, second: Episode) -> str:
    ended, began = first.resolved_day or first.day, second.day
    free = [known.facts_on(ended + timedelta(days=each)) for each in range(1, (began - ended).days)]
    runs = [free[start : start + 30] for start in range(len(free) - 29)]
    painless = [run for run in runs if not any(each.pain for each in run)]
    if any(sum(each.logged for each in run) >= 24 for run in painless):
        return "routine"
    return "insufficient" if painless else "no"


@settings(deadline=None)
@given(
    spasms=st.lists(
        st.builds(
            longer,
            st.integers(1, 380),
            hours=st.sampled_from([None, 20, 24, 30, 24 * 5, 24 * 40]),
            peak=st.sampled_from([None, *map(Nrs, (2, 3, 8))]),
            region=st.sampled_from([Region.LOW_BACK, Region.NECK, None]),
        ),
        max_size=6,
    ),
    free=st.tuples(st.integers(0, 300), st.integers(0, 380), st.integers(2, 9)),
    sore=st.sets(st.integers(0, 380), max_size=3),
)
def test_it_answers_as_a_plain_reading_of_every_pair_and_run_does(
    spasms: list[Episode], free: tuple[int, int, int], sore: set[int]
) -> None:
    first, length, leave_out = free
    logged = {ago for ago in range(first, first + length) if ago % leave_out} - sore
    known = diary(*spasms, *clear(logged), *pain(sore))

    verdict = recurrence.check(known)

    said = verdict.level.word if verdict.level else verdict.outcome.value
    assert said == plainly(known)


@pytest.mark.parametrize("place", [Region.NECK, Region.LEG, None])
def test_the_place_does_not_matter_as_long_as_it_is_the_same(place: Region | None) -> None:
    verdict = verdict_of("R08", diary(longer(40, region=place), longer(8, region=place), *FREE))

    assert verdict.fired


def test_what_is_counted_is_found_without_the_rule() -> None:
    days = range(date(2026, 1, 1).toordinal(), TODAY.toordinal() + 1)

    found = longer_episodes(diary(*TWO, longer(300), episode(5), *FREE, *clear([0])), days)

    assert {place: len(here) for place, here in found.places.items()} == {Region.LOW_BACK: 2}
    assert found.days_logged == 36
    assert [each.reason for each in found.left_out] == ["no_end"]
    assert [each.is_separate for each in found.places[Region.LOW_BACK]] == [False, True]
    assert recovered.LongEpisode(TWO[0], Nrs(3), day(39)).hours == 24


def test_each_number_says_what_it_is_and_where_it_comes_from() -> None:
    rule = recurrence.RECURRING

    assert rule.title == "Recurring longer episodes"
    assert rule.personal
    assert [each.words for each in rule.thresholds] == [
        "Days looked at: 365 days (Stanton 2011)",
        "Episodes in them, at least: 2 (Stanton 2011)",
        "Length of an episode, at least: 24 hours (Stanton 2011)",
        "Strength of an episode, at least: 3 (Stanton 2011)",
        "Days without pain between two episodes, at least: 30 days (Stanton 2011)",
        "Days of these that are logged, at least: 24 days (our own choice)",
    ]
    assert all(said.endswith(".") for said in (rule.limits, rule.fires, rule.silent, rule.sure))
