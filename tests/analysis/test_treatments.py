"""Each treatment by itself and beside spasms left alone: gates, verdicts, q-values, and NAP."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.proportions import difference, fisher_p, wilson
from spasmlog.analysis.traced import traced
from spasmlog.analysis.treated import Missing
from spasmlog.analysis.treatments import Beside, Tried, Verdict, chosen, treatments
from spasmlog.domain.records import Record, Treatment
from spasmlog.domain.scales import Region
from tests.analysis.treated_life import HEAT, ICE, TENS, Told, alone, bouts_of, period, spasm
from tests.build import TODAY, day, diary
from tests.strategies import journals


def after(treatment: Treatment | None, eased: int, of: int, first: int) -> Iterator[Told]:
    """So many spasms two days apart, `eased` of them after an hour, with this treatment."""
    for at in range(of):
        used = (("10:00", treatment),) if treatment else ()
        pain = 2 if at < eased else 6
        yield spasm(first + 2 * at, ("09:55", 6), ("11:00", pain), ("13:00", pain), used=used)


def tried(*told: Told) -> tuple[Tried, ...]:
    return treatments(bouts_of(*told), TODAY)


def beside(eased: int, of: int, alone_eased: int, alone_of: int) -> Beside:
    (found,) = tried(*after(HEAT, eased, of, 10), *after(None, alone_eased, alone_of, 200))
    return found.beside


def test_the_most_used_treatment_comes_first() -> None:
    found = tried(*after(ICE, 1, 3, 10), *after(HEAT, 1, 5, 100), *after(TENS, 0, 3, 200))

    assert [len(each.uses) for each in found] == [5, 3, 3]
    assert [each.treatments for each in found] == [
        (HEAT.id,),
        *sorted([(ICE.id,), (TENS.id,)]),
    ]


def test_a_treatment_says_what_it_was_used_for_and_when_and_what_is_left_out() -> None:
    low = spasm(90, ("09:50", 2), ("11:00", 0), used=(("10:00", HEAT),))
    unread = spasm(80, used=(("10:00", HEAT),))
    (found,) = tried(*after(HEAT, 1, 3, 10), low, unread)

    assert found.befores == (6, 6)
    assert found.days == (day(90), day(10))
    assert [found.missing(each) for each in Missing] == [1, 1, 0, 0]
    assert found.easing.status is Status.NOT_YET
    assert found.median_line == ()


def test_a_treatment_of_which_nothing_is_known_has_no_pain_before() -> None:
    (found,) = tried(spasm(80, used=(("10:00", HEAT),)))

    assert (found.befores, found.days) == (None, (day(80), day(80)))
    assert found.easing.n == 0


def test_the_median_line_is_of_all_its_uses() -> None:
    (found,) = tried(*after(HEAT, 5, 5, 10))

    assert found.median_line[0] == (0, 6)
    assert found.median_line[6] == (60, 2)
    assert found.median_line[-1] == (180, 2)


def test_five_comparable_ones_are_needed_on_each_side() -> None:
    few = beside(4, 5, 1, 4)
    assert (few.status, few.lacks) == (Status.NOT_YET, (Lack("comparable_alone", 4, 5),))
    assert (few.verdict, few.difference, few.p, few.q) == (None, None, None, None)

    few = beside(4, 4, 1, 5)
    assert few.lacks == (Lack("comparable_treated", 4, 5),)

    assert beside(4, 5, 1, 5).lacks == ()


def test_without_any_to_compare_with_nothing_is_compared() -> None:
    (found,) = tried(*after(HEAT, 5, 9, 10))

    assert found.easing.status is Status.SHOWN
    assert found.beside.lacks == (
        Lack("comparable_treated", 0, 5),
        Lack("comparable_alone", 0, 5),
    )


@pytest.mark.parametrize(
    ("counts", "verdict", "status"),
    [
        ((5, 8, 3, 7), Verdict.TOO_FEW, Status.CANNOT_TELL),
        ((20, 20, 10, 20), Verdict.MORE, Status.FOUND),
        ((10, 20, 20, 20), Verdict.LESS, Status.FOUND),
        ((15, 20, 10, 20), Verdict.TOO_FEW, Status.CANNOT_TELL),
        ((60, 80, 60, 80), Verdict.SAME, Status.NONE),
    ],
)
def test_the_verdict_needs_the_interval_the_size_and_the_q(
    counts: tuple[int, int, int, int], verdict: Verdict, status: Status
) -> None:
    found = beside(*counts)

    assert (found.verdict, found.status) == (verdict, status)
    treated, left_alone = wilson(*counts[:2]), wilson(*counts[2:])
    assert treated is not None
    assert left_alone is not None
    assert found.difference == difference(treated, left_alone)
    assert found.p == found.q == fisher_p(*counts)


def test_a_small_difference_told_from_chance_is_not_called_more() -> None:
    found = beside(95, 95, 85, 95)

    assert found.difference is not None
    assert found.difference.interval is not None
    assert found.difference.interval.excludes(0)
    assert found.verdict is Verdict.SAME


def test_the_word_more_is_held_to_the_q_value_of_all_treatments_compared() -> None:
    others = (each for what, at in ((ICE, 90), (TENS, 130)) for each in after(what, 4, 9, at))
    (heat, *rest) = tried(*after(HEAT, 9, 10, 10), *others, *after(None, 4, 10, 200))
    (by_itself,) = tried(*after(HEAT, 9, 10, 10), *after(None, 4, 10, 200))

    assert heat.beside.p == by_itself.beside.p
    assert heat.beside.q == pytest.approx(3 * (heat.beside.p or 0))
    assert by_itself.beside.q == by_itself.beside.p
    assert [each.beside.q for each in rest] == [1, 1]


def test_the_difference_is_told_from_chance_but_the_q_is_not_small_enough() -> None:
    (found,) = tried(*after(HEAT, 9, 10, 10), *after(None, 4, 10, 200))

    assert found.beside.difference is not None
    assert found.beside.difference.interval is not None
    assert found.beside.difference.interval.excludes(0)
    assert found.beside.q is not None
    assert found.beside.q > 0.05
    assert found.beside.verdict is Verdict.TOO_FEW


def test_nap_counts_the_pairings_of_the_drops_two_hours_later() -> None:
    found = beside(5, 5, 0, 5)

    assert found.nap is not None
    assert found.nap.interval is not None
    assert (found.nap.value, found.pairings) == (1, 25)
    assert found.nap.interval.low == pytest.approx(0.6427028239)


def test_nap_needs_five_numbers_two_hours_later_on_each_side() -> None:
    lasting = (spasm(300 + at, ("09:55", 6), ("10:40", 6), ("15:00", 6)) for at in range(0, 10, 2))
    (found,) = tried(*after(HEAT, 5, 5, 10), *lasting)

    assert (found.beside.nap, found.beside.pairings) == (None, 0)
    assert found.beside.verdict is not None


def test_where_a_share_is_not_known_no_difference_is() -> None:
    short = (spasm(300 + at, ("09:55", 6), ("10:35", 6)) for at in range(0, 10, 2))
    (found,) = tried(*after(HEAT, 5, 5, 10), *short)

    assert found.beside.difference is None
    assert found.beside.verdict is Verdict.TOO_FEW
    assert found.beside.p == 1


def test_bouts_are_chosen_by_period_and_place() -> None:
    neck = spasm(40, region=Region.NECK)
    unplaced = spasm(5, region=None)
    every = bouts_of(spasm(90), neck, unplaced)

    assert [each.day for each in chosen(every, None, None)] == [day(90), day(40), day(5)]
    assert [each.day for each in chosen(every, period(60, 1), None)] == [day(40), day(5)]
    places = frozenset({Region.NECK, None})
    assert [each.day for each in chosen(every, period(30, 1), places)] == [day(5)]


def test_without_a_treated_spasm_there_is_nothing() -> None:
    assert tried() == ()
    assert tried(alone(5, ("11:00", 2))) == ()


@settings(deadline=None, max_examples=60)
@given(journals(most=20))
def test_any_journal_is_answered(records: tuple[Record, ...]) -> None:
    known = diary(*records, today=day(-2000))

    for each in treatments(traced(known), known.today):
        assert len(each.uses) == each.easing.n
        assert all(math.isfinite(use.follow_up.minutes) for use in each.uses)
        assert each.days[0] <= each.days[1] < known.today
