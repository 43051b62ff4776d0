"""Pain in the last 60 days against the 60 before: the difference of block means, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spasmlog.analysis.blocks import R1, BlockChange, compare, lag1
from spasmlog.analysis.buckets import buckets
from spasmlog.analysis.daily import Daily
from spasmlog.analysis.gates import P_AT_MOST, POINTS
from spasmlog.analysis.outcome import Interval, Lack, Status
from spasmlog.analysis.two_periods import Refusal, Side, bar, halves, two_periods
from spasmlog.domain.diary import Diary


class Verdict(StrEnum):
    """Which way pain went."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """This period less the one before, in points: below 0 is better.

    `change`, `interval` and `p` are None where no comparison is made; `refusal` or `lacks` says
    why.
    """

    status: Status
    verdict: Verdict | None = None
    refusal: Refusal | None = None
    lacks: tuple[Lack, ...] = ()
    now: Side
    before: Side
    r1: R1
    change: float | None = None
    interval: Interval | None = None
    p: float | None = None

    @property
    def days(self) -> tuple[int, ...]:
        """The day numbers used."""
        return self.before.daily.days + self.now.daily.days


def change(diary: Diary) -> Change:
    """The last 60 finished days against the 60 before."""
    return change_of(two_periods(diary))


def change_of(whole: Daily) -> Change:
    """The last 60 of these 120 days against the 60 before."""
    return in_blocks(whole, lag1(whole.days, whole.values))


def in_blocks(whole: Daily, r1: R1) -> Change:
    """The same, in blocks of the length that this correlation asks for."""
    now, before = (_side(half, r1.block) for half in halves(whole))
    barred = bar(now, before, numbers=True)
    if barred is not None:
        return Change(
            status=barred.status,
            refusal=barred.refusal,
            lacks=barred.lacks,
            now=_of_days(now),
            before=_of_days(before),
            r1=r1,
        )
    found = compare(now.blocks, before.blocks)
    status, verdict = _judged(found)
    return Change(
        status=status,
        verdict=verdict,
        now=now,
        before=before,
        r1=r1,
        change=found.change,
        interval=found.interval,
        p=found.p,
    )


def _judged(found: BlockChange) -> tuple[Status, Verdict | None]:
    if found.interval.inside(-POINTS, POINTS):
        return Status.NONE, Verdict.SAME
    clear = found.p <= P_AT_MOST and found.interval.excludes(0)
    if clear and abs(found.change) >= POINTS:
        return Status.FOUND, Verdict.BETTER if found.change < 0 else Verdict.WORSE
    return Status.CANNOT_TELL, None


def _side(half: Daily, block: int) -> Side:
    """The means of the blocks in which at least half of the days have a number."""
    found = buckets(half, block, (block + 1) // 2)
    means = tuple(each.mean for each in found if each.mean is not None)
    return Side(daily=half, blocks=means, mean=sum(means) / len(means) if means else None)


def _of_days(side: Side) -> Side:
    return Side(daily=side.daily, blocks=side.blocks, mean=side.daily.mean)
