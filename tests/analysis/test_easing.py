"""How soon spasms eased: from how many on, with which limits, and the middle of the lines."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.easing import easing, median_line, unlike
from spasmlog.analysis.follow_up import FollowUp
from spasmlog.analysis.outcome import Interval, Lack, Status
from spasmlog.analysis.proportions import Estimate, wilson
from spasmlog.domain.scales import Nrs
from tests.build import day


def one(minutes: float, eased: bool = True, later: int | None = None) -> FollowUp:
    """A spasm of 6 that was 2 when it had eased, or still 6."""
    return FollowUp(
        day=day(5),
        before=Nrs(6),
        minutes=minutes,
        eased=eased,
        line=((0.0, Nrs(6)), (minutes, Nrs(2 if eased else 6))),
        over=False,
        later=None if later is None else Nrs(later),
        spasms=("a",),
        records=("a",),
    )


def line(*points: tuple[float, int], over: bool = False) -> FollowUp:
    return FollowUp(
        day=day(5),
        before=Nrs(points[0][1]),
        minutes=points[-1][0],
        eased=False,
        line=tuple((minute, Nrs(pain)) for minute, pain in points),
        over=over,
        later=None,
        spasms=("a",),
        records=("a",),
    )


def test_four_are_too_few_and_five_are_enough() -> None:
    few, enough = easing([one(30)] * 4), easing([one(30)] * 5)

    assert (few.status, few.lacks) == (Status.NOT_YET, (Lack("followed", 4, 5),))
    assert (few.curve, few.within) == (None, None)
    assert (enough.status, enough.lacks) == (Status.SHOWN, ())
    assert enough.curve is not None
    assert enough.curve.median == 30


def test_none_at_all_are_too_few() -> None:
    assert easing([]).lacks == (Lack("followed", 0, 5),)


def test_none_are_not_unlike_any() -> None:
    known = easing([one(130, later=4)] * 5)

    assert not unlike(easing([]), known)
    assert not unlike(known, easing([]))
    assert not unlike(known, known)


def test_a_band_is_drawn_from_ten() -> None:
    assert [easing([one(30)] * n).has_band for n in (9, 10)] == [False, True]


def test_where_all_were_followed_two_hours_the_share_is_a_plain_count() -> None:
    found = easing([one(20), one(120), one(121), one(200, eased=False), one(120, eased=False)])

    assert found.within is not None
    assert (found.within.eased, found.within.known, found.within.n) == (2, 5, 5)
    assert found.within.counted
    assert found.within.estimate == wilson(2, 5)


def test_where_some_were_not_the_share_is_read_from_the_curve() -> None:
    found = easing([one(20), one(60), one(119, eased=False), one(200), one(300)])

    assert found.within is not None
    assert found.curve is not None
    assert (found.within.eased, found.within.known, found.within.counted) == (2, 4, False)
    assert found.within.estimate is not None
    assert found.within.estimate == found.curve.gone_by(120)
    assert found.within.estimate.value == pytest.approx(0.4)
    assert found.within.estimate.interval is not None


def test_where_none_eased_and_one_was_left_early_there_is_no_limit() -> None:
    found = easing([*[one(300, eased=False)] * 4, one(10, eased=False)])

    assert found.within is not None
    assert found.within.estimate == Estimate(0.0)


def test_where_nobody_was_followed_two_hours_the_share_is_not_known() -> None:
    found = easing([one(10), *[one(30, eased=False)] * 4])

    assert found.within is not None
    assert found.within.estimate is None
    assert found.curve is not None
    assert found.curve.median is None


def test_the_middle_line_is_the_middle_of_the_lines_as_long_as_five_are_known() -> None:
    lines = [line((0, 8), (40, 4)), *[line((0, 6), (20, 4))] * 2, *[line((0, 5), (30, 2))] * 2]

    assert median_line(lines) == ((0, 6), (10, 5), (20, 4))
    assert median_line(lines[:4]) == ()


def test_one_that_has_let_go_stays_in_the_middle_line_at_zero() -> None:
    found = median_line([line((0, 6), (60, 0), over=True)] * 5)

    assert found[3] == (30, 3)
    assert found[-1] == (240, 0)
    assert len(found) == 25


@settings(deadline=None)  # the first example imports scipy
@given(st.lists(st.builds(one, st.integers(0, 3000), st.booleans()), max_size=20))
def test_nothing_is_ever_without_a_number_or_outside_its_limits(followed: list[FollowUp]) -> None:
    found = easing(followed)

    assert found.n == len(followed)
    assert all(math.isfinite(pain) for _minute, pain in median_line(followed))
    estimate = found.within.estimate if found.within else None
    if estimate is not None:
        limits = estimate.interval or Interval(0, 1)
        assert -1e-12 <= limits.low <= estimate.value <= limits.high <= 1 + 1e-12
