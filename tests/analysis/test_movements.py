"""What movements did, counted only over the spasms for which they were entered."""

from __future__ import annotations

from spasmlog.analysis.movements import Moved, Reached, movements, reached
from spasmlog.analysis.period import Period
from spasmlog.domain.scales import Effect, Movement, Side, Spread
from tests.build import day, diary, episode

PERIOD = Period(day(30), day(0))


def test_a_movement_is_counted_where_it_was_entered() -> None:
    bend, walk = (Movement.BEND, Effect.WORSE), (Movement.WALK, Effect.BETTER)
    known = diary(
        episode(1, movements=(bend, walk)),
        episode(2, movements=(bend,)),
        episode(3, movements=((Movement.WALK, Effect.SAME),)),
        episode(4),
        episode(60, movements=(bend,)),
    )

    assert movements(known, PERIOD) == (
        Moved(movement=Movement.BEND, worse=2, better=0, same=0),
        Moved(movement=Movement.WALK, worse=0, better=1, same=1),
    )
    assert [each.n for each in movements(known, PERIOD)] == [2, 2]


def test_more_than_half_is_mostly() -> None:
    def mostly(worse: int, better: int, same: int) -> Effect | None:
        return Moved(movement=Movement.SIT, worse=worse, better=better, same=same).mostly

    assert mostly(3, 1, 1) is Effect.WORSE
    assert mostly(0, 2, 1) is Effect.BETTER
    assert mostly(1, 0, 2) is Effect.SAME
    assert mostly(1, 1, 0) is None


def test_how_far_the_pain_reached_is_counted_by_side() -> None:
    known = diary(
        episode(1, spread=Spread.THIGH, side=Side.LEFT),
        episode(2, spread=Spread.FOOT),
        episode(3, spread=Spread.THIGH, side=Side.LEFT),
        episode(4),
        episode(60, spread=Spread.FOOT),
    )

    assert reached(known, PERIOD) == (
        Reached(spread=Spread.THIGH, side=Side.LEFT, n=2),
        Reached(spread=Spread.FOOT, side=None, n=1),
    )
