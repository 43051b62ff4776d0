"""What movements did to the spasms of a period, and how far the pain of them reached."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Effect, Movement, Side, Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One movement: in how many spasms it made the pain worse, better, or neither."""

    movement: Movement
    worse: int
    better: int
    same: int

    @property
    def n(self) -> int:
        """The spasms for which it was entered; of the others nothing is known."""
        return self.worse + self.better + self.same

    @property
    def mostly(self) -> Effect | None:
        """What it did in more than half of them; None where it was now this, now that."""
        counts = {Effect.WORSE: self.worse, Effect.BETTER: self.better, Effect.SAME: self.same}
        return next((effect for effect, count in counts.items() if 2 * count > self.n), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How far the pain went, on which side, and in how many spasms."""

    spread: Spread
    side: Side | None
    n: int


def movements(diary: Diary, period: Period) -> tuple[Moved, ...]:
    """The movements entered for spasms that began in a period, in the order of the scale."""
    spasms = diary.between(Episode, period.first, period.last)
    counts = Counter(pair for spasm in spasms for pair in spasm.movements)
    found = (
        Moved(
            movement=each,
            worse=counts[each, Effect.WORSE],
            better=counts[each, Effect.BETTER],
            same=counts[each, Effect.SAME],
        )
        for each in Movement
    )
    return tuple(each for each in found if each.n)


def reached(diary: Diary, period: Period) -> tuple[Reached, ...]:
    """Where the pain of the spasms that began in a period went, the most frequent first."""
    spasms = diary.between(Episode, period.first, period.last)
    counts = Counter((each.spread, each.side) for each in spasms if each.spread is not None)
    return tuple(
        Reached(spread=spread, side=side, n=n)
        for (spread, side), n in counts.most_common()
        if spread is not None
    )
