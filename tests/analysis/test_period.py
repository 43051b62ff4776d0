"""The numbers of a period, what they leave out, and when two periods are not compared."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from spasmlog.analysis.period import (
    Middle,
    Peg,
    Period,
    Unfair,
    figures,
    hours_of,
    last_days,
    peg_scores,
    since_last_visit,
    unfair,
)
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record, Score
from spasmlog.domain.scales import Limited, Nrs, OnsetExact, TreatmentKind
from spasmlog.errors import InvalidEntry
from tests.build import (
    TODAY,
    check_in,
    day,
    diary,
    drink,
    episode,
    moment,
    reading,
    running,
    use,
    visit,
)

MONTH = Period(day(30), day(1))


def score(days_ago: int, *numbers: int, instrument: str = "peg") -> Score:
    items = ("activity", "enjoyment", "pain")
    return Score(
        id=f"score-{days_ago}",
        recorded_at=moment(days_ago),
        day=day(days_ago),
        instrument=instrument,
        answers=tuple(zip(items, numbers, strict=False)),
    )


def test_a_period_counts_both_its_ends() -> None:
    assert MONTH.days == 30
    assert [*MONTH] == [day(n) for n in range(30, 0, -1)]
    assert day(30) in MONTH
    assert day(1) in MONTH
    assert TODAY not in MONTH


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="cannot end before it begins"):
        Period(day(1), day(2))


def test_the_period_before_is_as_long_and_touches() -> None:
    assert MONTH.before() == Period(day(60), day(31))


def test_the_calendar_has_no_period_before_its_first_days() -> None:
    assert Period(date(1, 1, 2), date(1, 1, 3)).before() is None
    assert Period(date(1, 1, 2), date(1, 1, 2)).before() == Period(date(1, 1, 1), date(1, 1, 1))


def test_today_is_not_over() -> None:
    assert Period(day(2), TODAY).over(TODAY) == Period(day(2), day(1))
    assert Period(TODAY, TODAY).over(TODAY) is None
    assert MONTH.over(TODAY) == MONTH


def test_the_last_days_end_with_today() -> None:
    assert last_days(TODAY) == Period(day(89), TODAY)


def test_since_the_last_visit_begins_on_its_day() -> None:
    known = diary(visit(40), visit(12), visit(0))

    assert since_last_visit(known) == Period(day(12), TODAY)


def test_without_a_visit_before_today_there_is_no_such_period() -> None:
    assert since_last_visit(diary(visit(0))) is None


def test_nothing_logged_gives_no_number_and_no_zero() -> None:
    found = figures(diary(), MONTH)

    assert (found.logged, found.spasm_days, found.spasms) == (0, 0, 0)
    assert found.per_30 is None
    assert found.severity is None
    assert found.hours is None
    assert found.answered == 0
    assert found.coverage == 0


def test_spasm_days_are_counted_per_thirty_logged_days() -> None:
    known = diary(
        episode(5, hours=30),  # from 09:00 on: touches two days
        *(check_in(n, worst=0) for n in range(10, 17)),
    )
    found = figures(known, MONTH)

    assert found.logged == 9
    assert found.spasm_days == 2
    assert found.spasms == 1
    assert found.per_30 == Fraction(60, 9)
    assert found.coverage == Fraction(9, 30)


def test_a_spasm_without_an_end_counts_on_its_first_day_only() -> None:
    assert figures(diary(running(5)), MONTH).spasm_days == 1


def test_a_day_known_only_by_its_drinks_is_not_logged() -> None:
    assert figures(diary(drink(3)), MONTH).logged == 0


def test_a_spasm_that_began_before_the_period_gives_its_days_but_not_its_severity() -> None:
    found = figures(diary(episode(31, hours=30)), MONTH)

    assert found.spasm_days == 1
    assert found.spasms == 0
    assert found.severity is None


def test_severity_is_the_middle_of_known_peaks() -> None:
    known = diary(
        episode(2, peak=Nrs(4)),
        episode(3, peak=Nrs(7)),
        episode(4, peak=None),
        spasm := episode(5, peak=Nrs(5)),
        reading(5, pain=9, episode_id=spasm.id),
    )

    assert figures(known, MONTH).severity == Middle(7, 9, 3)


def test_an_even_number_of_peaks_has_its_middle_between_two() -> None:
    known = diary(episode(2, peak=Nrs(4)), episode(3, peak=Nrs(7)))

    assert figures(known, MONTH).severity == Middle(5.5, 7, 2)


def test_length_is_of_spasms_with_both_ends_known() -> None:
    known = diary(
        episode(2, hours=2),
        episode(3, hours=5),
        episode(4),
        episode(6, hours=100, onset_exact=OnsetExact.DAY),
    )

    assert figures(known, MONTH).hours == Middle(3.5, 5, 2)


def test_length_is_elapsed_time_when_the_clocks_change() -> None:
    spring = moment((TODAY - date(2026, 3, 28)).days, "20:00")
    spasm = episode(onset=spring, hours=10)

    assert hours_of(spasm) == 10


def test_limited_days_are_of_the_days_answered() -> None:
    known = diary(
        check_in(1, limited=Limited.NO),
        check_in(2, limited=Limited.A_BIT),
        check_in(3, limited=Limited.A_LOT),
        check_in(4),
    )
    found = figures(known, MONTH)

    assert (found.limited, found.answered) == (2, 3)


def test_medicine_days_are_of_days_logged_or_treated() -> None:
    known = diary(
        use(1),
        use(1, "20:00"),
        use(2, kind=TreatmentKind.OTHER_MEDICINE),
        use(3, kind=TreatmentKind.HEAT),
        check_in(3),
        check_in(4),
    )
    found = figures(known, MONTH)

    assert (found.medicine_days, found.medicine_known) == (2, 4)


def logged(days: range) -> list[Record]:
    return [check_in(n) for n in days]


def compared(now: int, before: int) -> Unfair | None:
    """Two months of 20 days with so many of them logged."""
    this, last = Period(day(20), day(1)), Period(day(40), day(21))
    known = diary(*logged(range(1, now + 1)), *logged(range(21, before + 21)))
    return unfair(figures(known, this), figures(known, last))


@pytest.mark.parametrize(
    ("now", "before", "why"),
    [
        (20, 16, None),
        (20, 15, Unfair.TOO_DIFFERENT),
        (16, 20, None),
        (15, 20, Unfair.TOO_DIFFERENT),
        (10, 14, None),
        (9, 10, Unfair.TOO_FEW),
        (10, 9, Unfair.TOO_FEW),
        (0, 0, Unfair.TOO_FEW),
    ],
)
def test_periods_logged_too_little_or_too_differently_are_not_compared(
    now: int, before: int, why: Unfair | None
) -> None:
    assert compared(now, before) is why


def test_a_peg_score_is_the_mean_of_its_three_items() -> None:
    known = diary(score(40, 4, 5, 5), score(2, 6, 6, 7))

    assert peg_scores(known, TODAY) == (
        Peg(day(40), Fraction(14, 3)),
        Peg(day(2), Fraction(19, 3)),
    )


def test_a_part_of_a_peg_score_and_other_scores_are_left_out() -> None:
    known: Diary = diary(score(3, 4, 5), score(2, 4, 5, 6, instrument="odi"))

    assert peg_scores(known, TODAY) == ()


def test_a_later_peg_score_is_not_yet_known() -> None:
    assert peg_scores(diary(score(2, 4, 5, 6)), TODAY - timedelta(days=3)) == ()
