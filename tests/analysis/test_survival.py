"""Kaplan-Meier and logrank against scipy and statsmodels, and where they have no answer."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.proportions import Estimate
from spasmlog.analysis.survival import Survival, kaplan_meier, logrank

unhurried = settings(deadline=None)  # the first example imports scipy
clocks = st.lists(st.tuples(st.integers(0, 90), st.booleans()), min_size=1, max_size=40)


def curve(*clocks: tuple[float, bool]) -> Survival:
    found = kaplan_meier([time for time, _event in clocks], [event for _time, event in clocks])
    assert found is not None
    return found


def held(*times: float) -> list[tuple[float, bool]]:
    return [(time, False) for time in times]


def back(*times: float) -> list[tuple[float, bool]]:
    return [(time, True) for time in times]


@unhurried
@given(clocks)
def test_the_steps_are_those_of_statsmodels(listed: list[tuple[int, bool]]) -> None:
    from statsmodels.duration.survfunc import SurvfuncRight

    found = curve(*listed)

    if any(event for _time, event in listed):
        times, events = zip(*listed, strict=True)
        other = SurvfuncRight(list(times), [int(event) for event in events])
        at = [found.at(float(time)).value for time in other.surv_times]
        assert at == pytest.approx(list(other.surv_prob), abs=1e-9)
    else:
        assert set(found.shares) == {1.0}
    assert all(0 <= share <= 1 for share in found.shares)
    assert list(found.shares) == sorted(found.shares, reverse=True)


@unhurried
@given(clocks)
@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
def test_the_band_is_scipys_on_the_log_log_scale(listed: list[tuple[int, bool]]) -> None:
    from scipy.stats import CensoredData, ecdf

    found = curve(*listed)

    data = CensoredData(
        uncensored=[float(time) for time, event in listed if event],
        right=[float(time) for time, event in listed if not event],
    )
    band = ecdf(data).sf.confidence_interval(method="log-log")
    for ours, low, high in zip(
        found.band, band.low.probabilities, band.high.probabilities, strict=True
    ):
        assert (ours is None) == math.isnan(low)
        if ours is not None:
            assert (ours.low, ours.high) == pytest.approx((low, high), abs=1e-9)


@unhurried
@given(clocks)
def test_the_limits_enclose_the_share_and_the_median(listed: list[tuple[int, bool]]) -> None:
    found = curve(*listed)

    for share, limits in zip(found.shares, found.band, strict=True):
        if limits is not None:
            assert 0 <= limits.low <= share <= limits.high <= 1
    if found.median_low is not None and found.median is not None:
        assert found.median_low <= found.median
    if found.median_high is not None:
        assert found.median is not None
        assert found.median <= found.median_high


def test_a_step_at_exactly_one_half_is_the_median() -> None:
    assert curve(*back(6, 9, 5), *held(12)).median == 6
    assert curve(*back(1, 2, 3), *held(4, 4, 4)).median == 3


def test_fewer_than_half_back_have_no_median() -> None:
    found = curve(*back(3), *held(9, 9))

    assert (found.median, found.median_high) == (None, None)


def test_where_nothing_happened_there_is_no_band_and_no_median() -> None:
    found = curve(*held(30, 60, 90))

    assert found.shares == (1.0, 1.0, 1.0)
    assert found.band == (None, None, None)
    assert (found.events, found.median, found.median_low) == (0, None, None)


def test_where_nobody_is_left_there_is_no_band() -> None:
    found = curve(*back(5, 5, 5))

    assert (found.shares, found.band, found.median, found.median_low) == ((0.0,), (None,), 5, None)


def test_before_the_first_step_nobody_has_gone_and_after_the_last_it_stays() -> None:
    found = curve(*back(6, 9, 5), *held(12))

    assert found.at(4) == Estimate(1.0)
    assert found.at(5.5).value == 0.75
    assert found.at(50) == found.at(12)


def test_how_many_are_at_risk_counts_those_that_end_then() -> None:
    found = curve(*back(6, 9, 5), *held(12))

    assert [found.at_risk(time) for time in (0, 5, 5.5, 12, 13)] == [4, 4, 3, 1, 0]
    assert found.n == 4


def test_the_share_gone_by_a_time_is_known_only_while_somebody_is_followed() -> None:
    open_ended = curve(*back(6, 9, 5), *held(12))
    gone = open_ended.gone_by(10)

    assert gone is not None
    assert gone.value == 0.75
    left = open_ended.at(10).interval
    assert left is not None
    assert gone.interval == Interval(1 - left.high, 1 - left.low)
    assert open_ended.gone_by(13) is None
    assert curve(*back(1, 2)).gone_by(100) == Estimate(1.0)
    assert curve(*held(5)).gone_by(3) == Estimate(0.0)


def test_without_a_clock_there_is_no_curve() -> None:
    assert kaplan_meier([], []) is None


Group = tuple[Sequence[float], Sequence[bool]]
groups = st.lists(st.tuples(st.integers(0, 20), st.booleans()), min_size=8, max_size=30).map(
    lambda listed: (
        [float(time) for time, _event in listed],
        [event or at < 5 for at, (_time, event) in enumerate(listed)],
    )
)


@unhurried
@given(groups, groups)
def test_two_groups_are_compared_as_statsmodels_does(first: Group, second: Group) -> None:
    from statsmodels.duration.survfunc import survdiff

    found = logrank(first, second)

    assert found is not None
    assert 0 <= found.p <= 1
    if found.z != 0:
        times = [*first[0], *second[0]]
        events = [int(event) for event in (*first[1], *second[1])]
        side = [0] * len(first[0]) + [1] * len(second[0])
        chi_square, p = survdiff(times, events, side)
        assert (found.chi_square, found.p) == pytest.approx((chi_square, p), abs=1e-9)


@pytest.mark.parametrize(("clocks", "returns"), [(7, 7), (8, 4), (0, 0)])
def test_a_group_with_too_few_clocks_or_returns_is_not_compared(clocks: int, returns: int) -> None:
    small: Group = ([5.0] * clocks, [at < returns for at in range(clocks)])
    enough: Group = ([5.0] * 8, [at < 5 for at in range(8)])

    assert logrank(small, enough) is None
    assert logrank(enough, small) is None
    assert logrank(enough, enough) is not None


def test_all_back_on_the_same_day_are_told_apart_by_nothing() -> None:
    same: Group = ([5.0] * 8, [True] * 8)

    found = logrank(same, same)

    assert found is not None
    assert (found.z, found.p) == (0.0, 1.0)


def test_nothing_heavy_is_imported_before_a_number_is_worked_out() -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, spasmlog.analysis.coming_back, spasmlog.analysis.treatments;"
            "print(sorted({'numpy', 'scipy'} & set(sys.modules)))",
        ],
        capture_output=True,
        check=True,
        text=True,
    )

    assert said.stdout == "[]\n"
