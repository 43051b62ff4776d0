"""Days that are not logged, and pain beside them."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spasmlog.analysis.gaps import Coverage, GapEdge, Leaning, coverage, gap_edge
from tests.analysis.days import broken, daily_of


def edged(values: Sequence[float | None]) -> GapEdge:
    whole = daily_of(values)
    found = gap_edge(whole.days, whole.values, whole.days)
    assert found is not None
    return found


@settings(max_examples=100)
@given(st.sets(st.integers(-3, 40)), st.integers(0, 10), st.integers(-1, 30))
def test_coverage_counts_the_days_between_and_finds_the_first_longest_gap(
    logged: set[int], first: int, length: int
) -> None:
    last = first + length
    found = coverage(logged, first, last)
    known = "".join("x" if day in logged else "." for day in range(first, last + 1))
    longest = max((len(run) for run in known.split("x")), default=0)

    assert (found.days, found.logged) == (len(known), known.count("x"))
    assert found.longest_gap == longest
    assert found.gap_from == (first + known.index("." * longest) if longest else None)
    assert 0 <= found.share <= 1


def test_no_day_at_all_is_covered_by_nothing() -> None:
    assert coverage([], 5, 4) == Coverage(days=0, logged=0, longest_gap=0, gap_from=None)
    assert coverage([], 5, 4).share == 0


def test_milder_days_beside_gaps_hint_at_bad_days_logged_more() -> None:
    found = edged(broken(edge=2, inner=5))

    assert (found.edges, found.inner) == (24, 54)
    assert found.difference == pytest.approx(-3)
    assert found.p <= 0.05
    assert found.leaning is Leaning.BAD_DAYS_MORE


def test_worse_days_beside_gaps_hint_at_bad_days_skipped() -> None:
    assert edged(broken(edge=6, inner=4)).leaning is Leaning.BAD_DAYS_LESS


def test_a_small_difference_is_passed_over() -> None:
    mixed = [value if at % 3 else 4 for at, value in enumerate(broken(edge=4, inner=5))]
    found = edged([None if value is None else 4 + (value - 4) / 2 for value in mixed])

    assert -0.5 < found.difference < 0
    assert found.leaning is None


def test_a_difference_that_chance_would_give_is_passed_over() -> None:
    rng = random.Random(4)
    found = edged([value and rng.choice((1, 10)) for value in broken(edge=4, inner=4)])

    assert found.p > 0.05
    assert found.leaning is None


def test_constant_pain_has_no_difference() -> None:
    found = edged(broken(edge=4, inner=4))

    assert (found.difference, found.p, found.leaning) == (0.0, 1.0, None)


@pytest.mark.parametrize(("runs", "known"), [(4, False), (5, True)])
def test_ten_days_of_either_kind_are_needed(runs: int, known: bool) -> None:
    days = [7 * run + at for run in range(runs) for at in range(5)]

    assert (gap_edge(days, [3.0] * len(days), days) is not None) is known


def test_a_day_logged_without_a_number_is_no_gap() -> None:
    whole = daily_of(broken(edge=2, inner=5))
    unnumbered = [whole.first + 5, whole.first - 1]
    found = gap_edge(whole.days, whole.values, [*whole.days, *unnumbered])

    assert found is not None
    assert found.edges == 24 - 3


def test_nothing_has_no_edge() -> None:
    assert gap_edge([], [], []) is None


@settings(max_examples=30)
@given(st.lists(st.booleans(), min_size=40, max_size=90), st.randoms(use_true_random=False))
def test_p_is_the_share_of_turns_of_the_labels(logged: list[bool], rng: random.Random) -> None:
    days = [day for day, known in enumerate(logged) if known]
    pain = [float(rng.randint(0, 10)) for _day in days]
    found = gap_edge(days, pain, days)
    edge = [day - 1 not in days or day + 1 not in days for day in days]
    if min(sum(edge), len(edge) - sum(edge)) < 10:
        assert found is None
        return
    turns = []
    for turn in range(len(days)):
        label = edge[turn:] + edge[:turn]
        groups = [
            [p for p, is_edge in zip(pain, label, strict=True) if is_edge is kind]
            for kind in (True, False)
        ]
        turns.append(sum(groups[0]) / len(groups[0]) - sum(groups[1]) / len(groups[1]))

    assert found is not None
    assert found.difference == pytest.approx(turns[0])
    reached = sum(abs(each) >= abs(turns[0]) - 1e-9 for each in turns)
    assert found.p == pytest.approx(reached / len(turns))
