"""The treated spasms, each counted once, by what was used for it first, and those left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from spasmlog.analysis.follow_up import FollowUp, follow
from spasmlog.analysis.gates import BEFORE_LATE_MIN, BEFORE_MIN, COMBINED_MIN, EASED_FROM
from spasmlog.analysis.traced import Point, Traced, has_eased
from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import Region

BEFORE, BEFORE_LATE = timedelta(minutes=BEFORE_MIN), timedelta(minutes=BEFORE_LATE_MIN)
COMBINED = timedelta(minutes=COMBINED_MIN)

Treatments = tuple[str, ...]
"""The ids of what was used together, sorted; one, or several for a combination."""


class Missing(StrEnum):
    """Why a treated spasm tells nothing of how its treatment went."""

    BEFORE = "before"
    TOO_LOW = "too_low"
    OVER = "over"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One treated spasm; `delay` is the minutes from its onset, None where that is not timed."""

    treatments: Treatments
    place: Region | None
    delay: float | None
    use_id: str
    follow_up: FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A treated spasm that could not be followed, and what it lacks."""

    treatments: Treatments
    day: date
    use_id: str
    missing: Missing


def treated(bouts: Iterable[Traced], today: date) -> tuple[Use | LeftOut, ...]:
    """The bouts with a treatment linked, oldest first; those of the unfinished day are not in."""
    found = (_use(each) for each in bouts if each.uses and each.uses[0].day < today)
    return tuple(found)


def first_easing(bout: Traced) -> Point | None:
    """The first number after its first treatment that is enough lower than the one before."""
    start = bout.uses[0].at.utc
    before = _before(bout, start)
    if before is None or before.pain < EASED_FROM:
        return None
    later = (each for each in bout.points if each.at > max(start, before.at))
    return next((each for each in later if has_eased(before.pain, each.pain)), None)


def _use(bout: Traced) -> Use | LeftOut:
    first = bout.uses[0]
    treatments, stop = _together(bout.uses)
    found = _followed(bout, first, stop)
    if isinstance(found, Missing):
        return LeftOut(treatments=treatments, day=first.day, use_id=first.id, missing=found)
    delay = (first.at.utc - bout.onset).total_seconds() / 60
    return Use(
        treatments=treatments,
        place=bout.place,
        delay=delay if bout.timed else None,
        use_id=first.id,
        follow_up=found,
    )


def _together(uses: Sequence[TreatmentUse]) -> tuple[Treatments, datetime | None]:
    """What was used within half an hour, and when something else was used after that."""
    start = uses[0].at.utc
    names = {each.treatment_id for each in uses if each.at.utc - start <= COMBINED}
    others = (each.at.utc for each in uses if each.treatment_id not in names)
    return tuple(sorted(names)), min(others, default=None)


def _followed(bout: Traced, first: TreatmentUse, stop: datetime | None) -> FollowUp | Missing:
    start = first.at.utc
    before = _before(bout, start)
    if _is_over(bout, start):
        return Missing.OVER
    if before is None:
        return Missing.BEFORE
    if before.pain < EASED_FROM:
        return Missing.TOO_LOW
    return follow(bout, first.day, before, start, stop) or Missing.AFTER


def _before(bout: Traced, start: datetime) -> Point | None:
    """The last number within an hour before and five minutes after, while the spasm ran."""
    near = (p for p in bout.points if start - BEFORE <= p.at <= start + BEFORE_LATE and p.running)
    return max(near, key=lambda point: point.at, default=None)


def _is_over(bout: Traced, start: datetime) -> bool:
    begun = [each for each in bout.spasms if each.onset.utc <= start]
    end = begun[-1].resolved if begun else None
    return end is not None and end.utc <= start
