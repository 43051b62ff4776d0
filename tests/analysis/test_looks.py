"""Verdicts frozen at Sundays: which Sunday, what is known by then, and how long one has held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from spasmlog.analysis.change import Verdict, change
from spasmlog.analysis.looks import Standing, last_sunday, through, weekly_look
from spasmlog.domain.diary import Diary
from tests.analysis.days import around, lived
from tests.build import TODAY, check_in, day, diary, episode, reading

SUNDAY = date(2026, 6, 28)


@pytest.mark.parametrize(
    ("today", "sunday"),
    [
        (date(2026, 6, 27), date(2026, 6, 21)),
        (date(2026, 6, 28), date(2026, 6, 21)),
        (date(2026, 6, 29), date(2026, 6, 28)),
        (TODAY, SUNDAY),
        (date(2026, 7, 5), SUNDAY),
    ],
)
def test_the_last_sunday_is_one_that_is_over(today: date, sunday: date) -> None:
    assert last_sunday(today) == sunday
    assert sunday.isoweekday() == 7


def test_the_diary_ends_with_the_sunday_and_is_seen_on_monday() -> None:
    cut = through(diary(check_in(5, 2), check_in(3, 4), check_in(2, 6)), SUNDAY)

    assert cut.today == date(2026, 6, 29)
    assert sorted(cut.facts) == [day(5), SUNDAY]


@dataclass(frozen=True)
class Judged:
    """A verdict of the tests: what was worst in the last seven finished days."""

    verdict: str | None


def worst_of_the_week(seen: Diary) -> Judged:
    days = (seen.facts_on(seen.today - timedelta(days=ago)) for ago in range(1, 8))
    pains = [facts.worst for facts in days if facts.worst is not None]
    return Judged(str(max(pains)) if pains else None)


def looked(*weeks: int) -> tuple[int, Standing | None]:
    """The worst pain of the weeks up to last Sunday, the last week last."""
    first = SUNDAY - timedelta(days=7 * len(weeks) - 1)
    days = [(day() - first).days - at for at in range(7 * len(weeks))]
    records = [check_in(age, weeks[at // 7]) for at, age in enumerate(days)]
    found = weekly_look(diary(*records), worst_of_the_week)

    assert found.through == SUNDAY
    return found.held, found.standing


@pytest.mark.parametrize(
    ("weeks", "held", "standing"),
    [
        ((4, 4, 4, 4), 4, Standing.STEADY),
        ((4, 4, 4, 4, 4, 4), 4, Standing.STEADY),
        ((5, 4, 4, 4), 3, Standing.EARLY),
        ((4, 5, 4, 4), 2, Standing.EARLY),
        ((4, 4, 4, 5), 1, Standing.NEW),
        ((5,), 1, Standing.NEW),
    ],
)
def test_a_verdict_is_new_then_early_then_steady(
    weeks: tuple[int, ...], held: int, standing: Standing
) -> None:
    assert looked(*weeks) == (held, standing)


def test_no_verdict_stands_no_time() -> None:
    found = weekly_look(diary(), worst_of_the_week)

    assert (found.result.verdict, found.held, found.standing) == (None, 0, None)


def test_what_is_typed_in_the_week_changes_nothing_before_monday() -> None:
    before = lived([*around(6, 60), *around(4, 60)], ending=3)
    spasm = episode(3, "20:00", peak=4)
    running_on = before.apply([])
    on_sunday = diary(*before.by_id.values(), spasm)
    later = diary(
        *running_on.by_id.values(),
        episode(3, "20:00", peak=4, id=spasm.id, hours=40),
        reading(2, pain=10, episode_id=spasm.id),
        check_in(2, 10),
        check_in(1, 10),
        check_in(0, 10),
    )
    frozen, moved = weekly_look(on_sunday, change), weekly_look(later, change)

    assert frozen.result.verdict is Verdict.BETTER
    assert moved == frozen
    assert change(later).now.daily.values != frozen.result.now.daily.values


def test_the_change_of_a_long_steady_course_is_steady() -> None:
    found = weekly_look(lived(around(4, 200)), change)

    assert (found.result.verdict, found.standing) == (Verdict.SAME, Standing.STEADY)
