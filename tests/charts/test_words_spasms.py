"""How often spasms begin, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.rate_change import RateChange, Verdict, rate_change
from spasmlog.analysis.rates import Ratio
from spasmlog.analysis.spasm_rate import spasm_rate
from spasmlog.charts.words_spasms import rate_change_words, rate_words, runs_words
from spasmlog.domain.diary import Diary
from tests.analysis.days import around, lived
from tests.build import check_in, diary, episode


def spasms(ages: Iterable[int], days: int = 120) -> Diary:
    return lived(around(4, days), *(episode(age, hours=1) for age in ages))


def test_a_rate_is_told_with_its_counts_limits_and_unknown_days() -> None:
    assert rate_words(spasm_rate(spasms([3, 10, 17, 20, 24, 27]), 28)) == (
        "6 spasms in 28 logged days: 1.5 a week (the data fit 0.55 to 3.3).",
        "0 days are unknown.",
    )


def test_no_spasm_leaves_room_for_some() -> None:
    assert rate_words(spasm_rate(spasms([], days=30), 31)) == (
        "0 spasms in 30 logged days; the data fit up to 0.86 a week.",
        "1 day is unknown.",
    )


def test_one_spasm_is_one() -> None:
    said = rate_words(spasm_rate(spasms([3]), 28))[0]

    assert said.startswith("1 spasm in 28 logged days: 0.25 a week")


def test_spasms_in_runs_are_told() -> None:
    said = runs_words(spasm_rate(spasms([15, 17, 19, 21, 23, 44, 46, 48]), 60))

    assert said == ("Your spasms come in runs, so the limits are wider.",)
    assert runs_words(spasm_rate(spasms([3]), 28)) == ()


def test_too_few_days_are_told() -> None:
    assert rate_words(spasm_rate(spasms([3], days=10), 28)) == (
        "1 spasm in 10 logged days.",
        "Not collected yet: a rate takes 14 logged days.",
        "18 days are unknown.",
    )


def changed(now: Iterable[int], before: Iterable[int]) -> RateChange:
    return rate_change(spasms([*now, *(60 + age for age in before)]))


def test_more_spasms_are_told_with_counts_ratio_and_limits() -> None:
    said = rate_change_words(changed(range(2, 60, 4), [5, 40]))

    assert said[:2] == (
        "Last 60 days: spasms began more often than before.",
        "15 spasms in 60 logged days now, 2 spasms in 60 logged days before.",
    )
    assert said[2:] == (
        "That is 7.5 times as often (the data fit at least 1.7 times, with no useful upper limit).",
    )


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.LESS, "Last 60 days: spasms began less often than before."),
        (
            Verdict.SAME,
            "Last 60 days: no meaningful change, less than 2 times as often, or as seldom.",
        ),
        (None, "Last 60 days: can't tell yet whether spasms began more or less often."),
    ],
)
def test_each_verdict_has_its_sentence(verdict: Verdict | None, said: str) -> None:
    found = replace(changed([5, 20], [5, 40]), verdict=verdict)

    assert rate_change_words(found)[0] == said


def test_none_before_has_no_ratio_to_tell() -> None:
    ratio = Ratio(ratio=float("inf"), interval=Interval(0.41, float("inf")), p=0.25)
    found = replace(changed([5, 20, 40], []), ratio=ratio)

    assert rate_change_words(found)[2] == (
        "How many times as often: the data fit at least 0.41 times, with no useful upper limit."
    )


def test_none_in_either_period_is_told() -> None:
    assert rate_change_words(changed([], [])) == (
        "No spasm began in the last 60 days, nor in the 60 before.",
        "60 and 60 of 60 days logged.",
    )


def test_a_refusal_and_a_young_diary_are_told_with_the_counts() -> None:
    sparse: list[int | None] = [3 if at % 5 < 2 else None for at in range(60)]
    refused = rate_change(lived([*[3] * 200, *sparse, *[3] * 60], episode(5)))
    young = rate_change(diary(episode(3)))
    grown = rate_change(diary(episode(3), *(check_in(ago) for ago in range(1, 80))))

    assert rate_change_words(refused) == (
        "1 spasm in 60 logged days now, 0 spasms in 24 logged days before.",
        "You logged 100 % of days now and 40 % before, so the two periods cannot be compared "
        "fairly.",
    )
    assert rate_change_words(young) == (
        "Not collected yet: two periods of 60 days are compared, and the diary began in the later "
        "one.",
    )
    assert rate_change_words(grown)[1] == (
        "1 spasm in 60 logged days now, 0 spasms in 19 logged days before."
    )
