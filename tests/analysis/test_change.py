"""The last 60 days against the 60 before: its gates, its refusals and its verdicts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from spasmlog.analysis.blocks import R1
from spasmlog.analysis.change import Change, Verdict, change, change_of, in_blocks
from spasmlog.analysis.outcome import Interval, Lack, Status
from spasmlog.analysis.two_periods import Refusal
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from tests.analysis.days import around, daily_of, lived
from tests.build import diary, drink, episode

UNLIKE = R1(r=0.0, pairs=60)
ALIKE = R1(r=0.9, pairs=60)


def halves(before: Sequence[int | None], now: Sequence[int | None]) -> Change:
    """Two rows of days, each filled up with unlogged days at its beginning."""
    filled = [[*[None] * (60 - len(each)), *each] for each in (before, now)]
    return change_of(daily_of([*filled[0], *filled[1]]))


def test_pain_that_fell_by_two_points_is_better() -> None:
    found = halves(around(6, 60), around(4, 60))

    assert (found.status, found.verdict) == (Status.FOUND, Verdict.BETTER)
    assert found.change == pytest.approx(-2)
    assert found.interval is not None
    assert found.interval.excludes(0)
    assert found.p == pytest.approx(2 / 252)
    assert len(found.now.blocks) == len(found.before.blocks) == 5


def test_pain_that_rose_by_two_points_is_worse() -> None:
    assert halves(around(4, 60), around(6, 60)).verdict is Verdict.WORSE


def test_the_same_days_twice_are_about_the_same() -> None:
    found = halves(around(4, 60), around(4, 60))

    assert (found.status, found.verdict) == (Status.NONE, Verdict.SAME)
    assert found.interval is not None
    assert found.interval.inside(-1, 1)


def test_a_small_steady_rise_is_no_verdict_of_worse() -> None:
    found = halves([4] * 60, [4] * 30 + [5] * 30)

    assert found.verdict is not Verdict.WORSE


def test_a_wild_diary_cannot_tell() -> None:
    wild: list[int | None] = [*[0] * 12, *[10] * 12, *[2] * 12, *[9] * 12, *[5] * 12]
    found = halves(wild, [*reversed(wild)])

    assert (found.status, found.verdict) == (Status.CANNOT_TELL, None)
    assert found.interval is not None


def test_constant_pain_is_about_the_same_and_no_number_is_lost() -> None:
    found = halves([3] * 60, [3] * 60)

    assert (found.verdict, found.change, found.p) == (Verdict.SAME, 0.0, 1.0)
    assert found.interval == Interval(0.0, 0.0)
    assert found.r1.r is None


def test_days_that_are_alike_are_compared_in_longer_blocks() -> None:
    slow: list[int | None] = [at // 6 % 5 for at in range(60)]
    found = halves(slow, slow)

    assert found.r1.block == 15
    assert len(found.now.blocks) == 4


@pytest.mark.parametrize(("logged", "status"), [(30, Status.NOT_YET), (29, Status.REFUSED)])
def test_half_of_each_period_must_be_logged(logged: int, status: Status) -> None:
    """What is logged lies together: of half the days only two blocks count."""
    old = daily_of([*[3] * (60 - logged), *[None] * logged, *[3] * logged, *[None] * (60 - logged)])
    found = change_of(old)

    assert found.status is status


def test_periods_logged_too_differently_are_refused() -> None:
    sparse: list[int | None] = [3 if at % 5 < 3 else None for at in range(60)]
    found = halves(sparse, [3] * 60)

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.COVERAGE_APART)
    assert found.change is None
    assert (found.now.mean, found.before.mean) == (3.0, 3.0)


@pytest.mark.parametrize(("lost", "refused"), [(12, False), (13, True)])
def test_twenty_points_apart_are_still_compared(lost: int, refused: bool) -> None:
    found = halves([3, *[None] * lost, *[3] * (59 - lost)], [3] * 60)

    assert (found.refusal is not None) is refused


@pytest.mark.parametrize(
    ("days", "lack"),
    [
        (0, Lack("age", 0, 61)),
        (60, Lack("age", 60, 61)),
        (61, Lack("logged_before", 1, 48)),
        (84, Lack("logged_before", 24, 48)),
        (107, Lack("logged_before", 47, 48)),
    ],
)
def test_a_young_journal_is_told_what_its_age_leaves_missing(days: int, lack: Lack) -> None:
    found = change(lived([3] * days))

    assert (found.status, found.refusal, found.lacks) == (Status.NOT_YET, None, (lack,))


def test_a_young_journal_that_was_logged_half_takes_half_of_the_time_before() -> None:
    half: list[int | None] = [3 if at % 2 else None for at in range(60)]

    assert change(lived([*[3] * 20, *half])).lacks == (Lack("logged_before", 20, 30),)


def test_age_is_no_excuse_for_what_is_logged_too_little_of_late() -> None:
    few: list[int | None] = [3 if at % 3 == 0 else None for at in range(60)]
    found = change(lived([*[3] * 50, *few]))

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.COVERAGE)


def test_a_young_journal_whose_pain_has_no_number_is_told_that_not_its_age() -> None:
    spasms = [episode(age, peak=None) for age in range(1, 81) if age % 4]

    found = change(diary(*spasms))

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.UNNUMBERED)
    assert found.lacks == ()


def test_a_younger_journal_is_compared_as_soon_as_its_blocks_allow() -> None:
    assert change(lived(around(4, 110))).status is Status.NONE


def test_blocks_that_are_logged_too_little_do_not_count() -> None:
    ragged: list[int | None] = [3 if at % 24 < 16 else None for at in range(60)]
    found = in_blocks(daily_of([*ragged, *ragged]), ALIKE)

    assert found.status is Status.NOT_YET
    assert Lack("blocks", 6, 7) in found.lacks
    assert found.now.mean == 3.0


@pytest.mark.parametrize("records", [(), (drink(200),), (drink(3),)])
def test_a_diary_without_pain_has_nothing_to_compare(records: tuple[Record, ...]) -> None:
    found = change(diary(*records))

    assert found.status in (Status.NOT_YET, Status.REFUSED)
    assert (found.change, found.interval, found.p, found.days) == (None, None, None, ())


def test_pain_days_without_a_number_forbid_a_mean() -> None:
    values: list[int | None] = [0 if at % 2 else None for at in range(120)]
    spasms = [episode(age, peak=None) for age in range(1, 121) if age % 2 == 0]
    found = change(lived(values, *spasms))

    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.UNNUMBERED)
    assert (found.now.mean, found.before.mean) == (None, None)


def test_too_little_in_the_last_ninety_days_ends_all_verdicts() -> None:
    """Each period is half logged, but the days that are logged lie far apart."""
    before: list[int | None] = [*[3] * 30, *[None] * 30]
    now: list[int | None] = [*[3] * 15, *[None] * 30, *[3] * 15]
    picture: Diary = lived([3] * 200 + before + now)
    found = change(picture)

    assert found.now.daily.recent < 0.5
    assert (found.status, found.refusal) == (Status.REFUSED, Refusal.RECENT)


def test_the_days_used_are_those_with_a_number() -> None:
    found = halves(around(4, 60), around(4, 50))

    assert len(found.days) == 110
    assert len(set(found.days)) == 110
    assert (found.now.daily.unknown, found.before.daily.unknown) == (10, 0)
