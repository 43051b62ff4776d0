"""What the clocks come to: list, curve, middle value and band by their gates, and comparisons."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.clocks import Clock, Clocks, Kind, Source, Stop
from spasmlog.analysis.coming_back import Back, ComingBack, Pair, Verdict, back, coming_back
from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.proportions import Estimate, benjamini_hochberg, difference
from spasmlog.analysis.survival import kaplan_meier
from spasmlog.domain.scales import Region
from tests.build import day


def clock(
    days: int, stop: Stop = Stop.RETURN, what: str = "heat", kind: Kind = Kind.SPASM
) -> Clock:
    origin = day(days)
    source = Source(
        kind=kind,
        day=origin,
        treatments=(what,),
        place=Region.LOW_BACK,
        course_id="a-course" if kind is Kind.COURSE else None,
        spasms=() if kind is Kind.COURSE else (f"{what}-{days}",),
    )
    return Clock(source=source, origin=origin, days=days, stop=stop)


def came(*days: int, what: str = "heat", kind: Kind = Kind.SPASM) -> list[Clock]:
    return [clock(each, what=what, kind=kind) for each in days]


def holds(*days: int, what: str = "heat", kind: Kind = Kind.SPASM) -> list[Clock]:
    return [clock(each, Stop.TODAY, what, kind) for each in days]


def of(*listed: Clock) -> ComingBack:
    return coming_back(Clocks(clocks=listed, outside=()))


def pair(*listed: Clock, kind: Kind = Kind.SPASM) -> Pair:
    (found,) = (each for each in of(*listed).pairs if each.kind is kind)
    return found


def test_the_list_comes_first_in_the_order_of_the_clocks() -> None:
    found = back([*came(6, 9, 5), *holds(12), clock(90, Stop.LIMIT), clock(20, Stop.GAP)])

    assert found.came_back == (6, 9, 5)
    assert found.holding == (12,)
    assert [each.days for each in found.let_off] == [90, 20]
    assert found.dates == (day(6), day(20))


def test_no_clock_and_few_have_a_list_and_nothing_else() -> None:
    none, few = back([]), back(came(6, 9))

    assert (none.status, none.lacks, none.dates) == (Status.NOT_YET, (Lack("clocks", 0, 3),), None)
    assert (few.status, few.lacks, few.curve) == (Status.NOT_YET, (Lack("clocks", 2, 3),), None)
    assert (few.came_back, few.median, few.returned_by(30)) == ((6, 9), None, None)


@pytest.mark.parametrize(
    ("n", "curve", "median", "band", "next_"),
    [
        (2, False, False, False, 3),
        (3, True, False, False, 5),
        (4, True, False, False, 5),
        (5, True, True, False, 8),
        (7, True, True, False, 8),
        (8, True, True, True, None),
    ],
)
def test_each_number_has_its_own_gate(
    n: int, curve: bool, median: bool, band: bool, next_: int | None
) -> None:
    found = back(came(*range(3, 3 + n)))

    assert (found.curve is not None, found.median is not None) == (curve, median)
    assert (found.has_band, bool(found.milestones)) == (band, band)
    assert [lack.need for lack in found.lacks] == ([] if next_ is None else [next_])


def test_the_middle_value_has_limits_that_may_be_open() -> None:
    found = back([*came(6, 9, 5), *holds(12, 12)]).median

    assert found is not None
    assert found.interval is not None
    assert (found.value, found.interval.low, found.interval.high) == (9, 5, math.inf)

    bounded = back(came(*range(1, 21))).median
    assert bounded is not None
    assert bounded.interval is not None
    assert bounded.interval.high < 20


def test_where_fewer_than_half_are_back_there_is_no_middle_value() -> None:
    found = back([*came(6), *holds(30, 30, 30, 30)])

    assert (found.has_median, found.median) == (True, None)


def test_where_all_came_back_on_one_day_the_middle_value_has_no_limits() -> None:
    assert back(came(5, 5, 5, 5, 5)).median == Estimate(5)


def test_the_shares_still_free_are_told_only_as_far_as_someone_was_followed() -> None:
    found = back([*came(3, 5, 6, 8, 9), *holds(10, 12, 20)])
    everyone = back(came(3, 5, 6, 8, 9, 10, 12, 20))

    assert [day for day, _share in found.milestones] == [7, 14]
    assert found.milestones[0][1].value == pytest.approx(5 / 8)
    assert found.milestones[0][1].interval is not None
    assert found.returned_by(30) is None
    assert everyone.milestones[-1] == (30, Estimate(0.0))


def test_treatments_stand_apart_with_most_clocks_first_and_so_do_the_kinds() -> None:
    found = of(
        *came(6, 9, what="ice"),
        *came(5, 8, 3, what="heat"),
        *came(20, what="physio", kind=Kind.COURSE),
    )

    assert [(kind, names, len(each.clocks)) for kind, names, each in found.by_treatment] == [
        (Kind.COURSE, ("physio",), 1),
        (Kind.SPASM, ("heat",), 3),
        (Kind.SPASM, ("ice",), 2),
    ]
    assert [(kind, len(each.clocks)) for kind, each in found.together] == [
        (Kind.COURSE, 1),
        (Kind.SPASM, 5),
    ]


def test_one_treatment_alone_is_not_compared() -> None:
    found = pair(*came(*range(1, 12)))

    assert (found.status, found.lacks) == (Status.NOT_YET, (Lack("treatments", 1, 2),))
    assert pair().lacks == (Lack("treatments", 0, 2),)
    assert (found.p, found.q, found.verdict) == (None, None, None)


def test_two_are_compared_from_eight_clocks_and_five_returns_each() -> None:
    enough = [*came(1, 2, 3, 4, 5, what="ice"), *holds(40, 41, 42, what="ice")]
    few = [*came(1, 2, 3, 4), *holds(40, 41, 42)]

    assert pair(*enough, *few).lacks == (Lack("clocks_second", 7, 8), Lack("returns_second", 4, 5))
    assert pair(*enough, *few, *holds(43)).lacks == (Lack("returns_first", 4, 5),)
    assert pair(*enough, *few, *came(43)).lacks == ()


def test_only_the_two_with_most_clocks_are_compared() -> None:
    found = pair(
        *came(*range(1, 10), what="ice"),
        *came(*range(1, 11), what="heat"),
        *came(*range(1, 9), what="tens"),
    )

    assert found.treatments == (("heat",), ("ice",))


SOON, LATE = (2, 3, 4, 5, 6, 7, 8, 9), (25, 26, 27, 28, 29, 40, 50, 60)
LATER = (31, 35, 36, 37, 38, 40, 50, 60)


def test_far_apart_at_day_thirty_and_told_from_chance_is_different() -> None:
    found = pair(*came(*SOON), *came(*LATER, what="ice"))

    assert (found.verdict, found.status) == (Verdict.DIFFERENT, Status.FOUND)
    assert found.difference is not None
    assert found.difference.value == 1
    assert found.q is not None
    assert found.p == found.q < 0.05
    assert found.chi_square is not None
    assert found.chi_square > 3.84


def test_told_from_chance_but_close_at_day_thirty_has_no_verdict() -> None:
    found = pair(*came(*SOON), *came(*(day + 20 for day in SOON), what="ice"))

    assert found.q is not None
    assert found.q < 0.05
    assert found.difference == Estimate(0.0)
    assert (found.verdict, found.status) == (Verdict.NO_VERDICT, Status.CANNOT_TELL)


def test_far_apart_but_not_told_from_chance_has_no_verdict() -> None:
    one = [*came(5, 9, 14, 20, 26, 28, what="ice"), *holds(40, 41, what="ice")]
    found = pair(*one, *came(6, 9, 15, 21, 27), *holds(40, 41, 45))

    assert found.difference is not None
    assert found.difference.interval is not None
    assert (found.verdict, found.status) == (Verdict.NO_VERDICT, Status.CANNOT_TELL)


def test_similar_needs_the_whole_interval_within_twenty_points() -> None:
    def many(what: str) -> list[Clock]:
        return [*came(*([5, 10, 15, 20] * 30), what=what), *holds(*([40] * 60), what=what)]

    found = pair(*many("heat"), *many("ice"))

    assert found.difference is not None
    assert found.difference.interval is not None
    assert found.difference.interval.inside(-0.2, 0.2)
    assert (found.verdict, found.status) == (Verdict.SIMILAR, Status.NONE)


def test_the_difference_joins_the_limits_of_both_curves() -> None:
    first, second = [*came(5, 9, 14, 20, 26), *holds(40, 41, 42)], came(*LATE, what="ice")
    found = pair(*first, *second)

    one, other = back(first).returned_by(30), back(second).returned_by(30)
    assert one is not None
    assert other is not None
    assert found.difference == difference(one, other)


def test_where_nobody_was_followed_to_day_thirty_there_is_no_difference() -> None:
    found = pair(*came(2, 3, 4, 5, 6), *holds(9, 9, 9), *came(*LATER, what="ice"))

    assert (found.difference, found.verdict) == (None, Verdict.NO_VERDICT)
    assert found.p is not None


def test_the_pairs_that_qualify_are_one_family() -> None:
    listed = [*came(*SOON), *came(*(each + 3 for each in SOON), what="ice")]
    courses = [
        *came(*SOON, what="physio", kind=Kind.COURSE),
        *came(*LATER, what="yoga", kind=Kind.COURSE),
    ]
    both, alone = of(*listed, *courses), pair(*listed)

    p = [each.p for each in both.pairs if each.p is not None]
    assert [each.q for each in both.pairs] == list(benjamini_hochberg(p))
    assert alone.q == alone.p == p[1]


clocks = st.builds(clock, st.integers(1, 90), st.sampled_from(Stop), st.sampled_from(["a", "b"]))


@settings(deadline=None, max_examples=60)  # the first example imports scipy
@given(st.lists(clocks, max_size=40))
def test_any_clocks_are_answered_without_a_number_that_is_none(listed: list[Clock]) -> None:
    found = of(*listed)

    shown = [each for _kind, _names, each in found.by_treatment]
    assert sum(len(each.clocks) for each in shown) == len(listed)
    for each in shown:
        _is_sound(each)
    for two in found.pairs:
        assert two.p is None or 0 <= two.p <= (two.q or 0) <= 1


def _is_sound(of: Back) -> None:
    whole = kaplan_meier([each.days for each in of.clocks], [each.returned for each in of.clocks])
    assert of.curve in (None, whole)
    for _day, share in of.milestones:
        assert 0 <= share.value <= 1
    if of.median is not None and of.median.interval is not None:
        assert of.median.interval.low <= of.median.value <= of.median.interval.high
