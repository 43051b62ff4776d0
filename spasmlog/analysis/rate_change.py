"""How often spasms begin in the last 60 days, against the 60 before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from spasmlog.analysis.blocks import R1, lag1, permutation_p
from spasmlog.analysis.daily import Daily
from spasmlog.analysis.gates import P_AT_MOST, PERIOD_DAYS, RATE_FACTOR
from spasmlog.analysis.outcome import Lack, Status
from spasmlog.analysis.rates import Ratio, rate_ratio
from spasmlog.analysis.spasm_rate import between, onset_days
from spasmlog.analysis.two_periods import Refusal, Side, bar, halves, two_periods
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region


class Verdict(StrEnum):
    """How often spasms begin, beside before."""

    LESS = "less"
    MORE = "more"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class RateChange:
    """The rate now as a multiple of the rate before; `onsets_...` are the day numbers.

    `ratio` is None where no comparison is made, and for none against none. Its p is that of the
    counts; `p_blocks`, that of the counts per logged day in blocks, has to agree.
    """

    status: Status
    verdict: Verdict | None = None
    refusal: Refusal | None = None
    lacks: tuple[Lack, ...] = ()
    now: Side
    before: Side
    onsets_now: tuple[int, ...]
    onsets_before: tuple[int, ...]
    r1: R1
    ratio: Ratio | None = None
    p_blocks: float | None = None


def rate_change(diary: Diary, region: Region | None = None) -> RateChange:
    """The last 60 finished days against the 60 before; with a region, the spasms there."""
    return rate_change_of(two_periods(diary), onset_days(diary, region))


def rate_change_of(whole: Daily, onsets: Sequence[int]) -> RateChange:
    """The same from the 120 days, and the day numbers on which bouts began."""
    r1 = lag1(whole.days, whole.values)
    now, before = (_side(half, onsets, r1.block) for half in halves(whole))
    barred = bar(now, before, numbers=False)
    inside = [between(onsets, side.daily) for side in (now, before)]
    found = RateChange(
        status=barred.status if barred else Status.CANNOT_TELL,
        refusal=barred.refusal if barred else None,
        lacks=barred.lacks if barred else (),
        now=now,
        before=before,
        onsets_now=inside[0],
        onsets_before=inside[1],
        r1=r1,
    )
    return found if barred else _judged(found)


def _judged(found: RateChange) -> RateChange:
    ratio = rate_ratio(
        len(found.onsets_now),
        found.now.daily.logged,
        len(found.onsets_before),
        found.before.daily.logged,
    )
    p_blocks = permutation_p(found.now.blocks, found.before.blocks)
    status, verdict = _verdict(ratio, p_blocks)
    return replace(found, status=status, verdict=verdict, ratio=ratio, p_blocks=p_blocks)


def _verdict(ratio: Ratio | None, p_blocks: float) -> tuple[Status, Verdict | None]:
    if ratio is None:
        return Status.CANNOT_TELL, None
    if ratio.interval.inside(1 / RATE_FACTOR, RATE_FACTOR):
        return Status.NONE, Verdict.SAME
    if p_blocks <= P_AT_MOST and ratio.interval.excludes(1):
        if ratio.ratio >= RATE_FACTOR:
            return Status.FOUND, Verdict.MORE
        if ratio.ratio <= 1 / RATE_FACTOR:
            return Status.FOUND, Verdict.LESS
    return Status.CANNOT_TELL, None


def _side(half: Daily, onsets: Sequence[int], block: int) -> Side:
    """Onsets per logged day of each block in which at least half of the days are logged."""
    logged = sorted((*half.days, *half.unnumbered))
    rates = []
    for end in range(half.last, half.last - PERIOD_DAYS, -block):
        seen = sum(end - block < day <= end for day in logged)
        began = sum(end - block < day <= end for day in onsets)
        if 2 * seen >= block:
            rates.append(began / seen)
    return Side(daily=half, blocks=tuple(rates), mean=sum(rates) / len(rates) if rates else None)
