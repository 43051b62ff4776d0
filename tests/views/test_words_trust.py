"""How far the numbers can be trusted, in words."""

from __future__ import annotations

import pytest

from spasmlog.analysis.trust_strip import TrustStrip, trust_strip
from spasmlog.domain.records import Record
from spasmlog.views.words_trust import bounds_words, effects_words, facts_words, trust_words
from tests.analysis.days import broken, lived
from tests.build import check_in, diary, drink, episode, moment, reading, use


def strip(*records: Record) -> TrustStrip:
    found = trust_strip(diary(*records))
    assert found is not None
    return found


def test_the_strip_tells_each_of_its_parts() -> None:
    late = [check_in(age, recorded_at=moment(1)) for age in (5, 4)]
    found = strip(
        *(check_in(age) for age in (10, 9, 8)),
        *late,
        check_in(3, copied=True),
        use(9, "09:30"),
        use(8, "09:30"),
        reading(9, "11:00"),
    )

    assert trust_words(found) == (
        "6 of 10 days logged (60 %).",
        "4 of 6 check-ins typed on their day or the morning after, 2 remembered.",
        "Longest stretch without an entry: 2 days from 24 Jun 2026.",
        "A reading within 4 hours: after 1 of 2 treatments.",
        "Copied from another day: 1 of 6 check-ins.",
    )


def test_what_there_is_none_of_is_not_told() -> None:
    assert facts_words(strip(check_in(1), episode(1))) == (
        "1 of 1 day logged (100 %).",
        "1 of 1 check-in typed on its day or the morning after, 0 remembered.",
    )
    assert facts_words(strip(reading(1))) == ("1 of 1 day logged (100 %).",)


def test_check_ins_that_differ_on_days_with_an_onset_are_told() -> None:
    even = [check_in(age) for age in range(2, 21, 2)]
    found = strip(*even, *(episode(age) for age in range(2, 21, 4)), drink(20))

    assert facts_words(found)[-1] == (
        "Days with a check-in: 5 of 5 on which a spasm began, 10 of 20 in all."
    )


def test_what_is_taken_away_is_told() -> None:
    found = strip(drink(20), check_in(5, recorded_at=moment(1)))

    assert effects_words(found) == (
        "Fewer than half of the days are logged, so nothing is concluded about the course, the "
        "time of day and the weekday.",
        "Verdicts on triggers are mostly from memory.",
    )


@pytest.mark.parametrize(
    ("edge", "inner", "said"),
    [
        (
            2,
            5,
            "Days next to gaps are milder than other days. You may be logging bad days more "
            "often, so averages may look worse than they are.",
        ),
        (
            6,
            4,
            "Days next to gaps are worse than other days. You may be skipping bad days, so "
            "averages may look better than they are.",
        ),
    ],
)
def test_leaning_entries_are_told_beside_every_average(edge: int, inner: int, said: str) -> None:
    found = trust_strip(lived(broken(edge, inner)))

    assert found is not None
    assert effects_words(found) == (said,)


def test_nothing_to_say_is_not_said() -> None:
    found = trust_strip(lived([3] * 40))

    assert found is not None
    assert effects_words(found) == ()


@pytest.mark.parametrize(
    ("with_it", "unknown", "days", "said"),
    [
        (30, 12, 60, "Between 50 % and 70 % of days, whatever the unknown days were like."),
        (30, 0, 60, "50 % of days."),
        (0, 0, 0, ""),
    ],
)
def test_a_share_of_days_is_told_with_its_bounds(
    with_it: int, unknown: int, days: int, said: str
) -> None:
    assert bounds_words(with_it, unknown, days) == said
