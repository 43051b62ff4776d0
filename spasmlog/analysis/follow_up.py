"""One spasm followed from a number on: whether and when it had eased, and how it was on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from spasmlog.analysis.gates import FOLLOW_HOURS, LATER_FROM_MIN, LATER_MIN, LATER_TO_MIN
from spasmlog.analysis.traced import Point, Traced, has_eased
from spasmlog.domain.scales import Nrs

FOLLOW = timedelta(hours=FOLLOW_HOURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A spasm from the start of its clock on, in minutes.

    `minutes` is when it had eased or, where not `eased`, how long it is known not to have.
    `line` is the pain before, at 0, and every number after; `over`: the last of them is its
    letting go, after which it stays at 0. `later` is the pain two hours later: of the number
    nearest to that between one and four hours, or 0 where it had let go sooner and nothing
    else is known; None: not known. `records` are the spasms and the numbers that it stands on.
    """

    day: date
    before: Nrs
    minutes: float
    eased: bool
    line: tuple[tuple[float, Nrs], ...]
    over: bool
    later: Nrs | None
    spasms: tuple[str, ...]
    records: tuple[str, ...]

    @property
    def drop(self) -> int | None:
        """By how much the pain was lower two hours later."""
        return None if self.later is None else self.before - self.later

    def told_within(self, minutes: float) -> bool:
        """Whether it has a number, or its letting go, after the start and by then."""
        return any(0 < at <= minutes for at, _pain in self.line)

    def eased_within(self, minutes: float) -> bool | None:
        """Whether it had eased by then; None where it was not followed so long."""
        if self.eased and self.minutes <= minutes:
            return True
        return False if self.minutes >= minutes else None


def follow(
    bout: Traced, day: date, before: Point, start: datetime, stop: datetime | None = None
) -> FollowUp | None:
    """A bout from `start` on, as far as `stop`; None without a number in the next 48 hours."""
    since = max(start, before.at)
    after = [p for p in bout.points if p.at > since and (stop is None or p.at <= stop)]
    if not after or after[0].at - start > FOLLOW:
        return None
    eased = next((each for each in after if has_eased(before.pain, each.pain)), None)
    until = eased.at if eased else _known_until(after, start, stop)
    later = _two_hours_later(after, start)
    decisive = (before, *((eased,) if eased else after[-1:]), *((later,) if later else ()))
    return FollowUp(
        day=day,
        before=before.pain,
        minutes=_minutes(until - start),
        eased=eased is not None,
        line=((0.0, before.pain), *((_minutes(p.at - start), p.pain) for p in after)),
        over=after[-1].end,
        later=later.pain if later else None,
        spasms=bout.ids,
        records=tuple(dict.fromkeys((*bout.ids, *(each.record_id for each in decisive)))),
    )


def _known_until(after: Sequence[Point], start: datetime, stop: datetime | None) -> datetime:
    """What follows is another treatment's, if one came; else the last number."""
    return stop if stop is not None and stop - start <= FOLLOW else after[-1].at


def _two_hours_later(after: Sequence[Point], start: datetime) -> Point | None:
    timed = [(_minutes(each.at - start), each) for each in after]
    near = [pair for pair in timed if LATER_FROM_MIN <= pair[0] <= LATER_TO_MIN]
    if near:
        return min(near, key=lambda pair: abs(pair[0] - LATER_MIN))[1]
    sooner = [each for minute, each in timed if minute < LATER_FROM_MIN]
    return sooner[-1] if sooner and sooner[-1].end else None


def _minutes(span: timedelta) -> float:
    return span.total_seconds() / 60
