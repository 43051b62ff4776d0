"""How the days of a period went: what pain limited, sleep, drinks, activity and stretching."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from spasmlog.analysis.period import Middle, Period
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import CheckIn
from spasmlog.domain.scales import Limited


@dataclass(frozen=True, slots=True, kw_only=True)
class Everyday:
    """The `n` of a middle value are the days that have it; on the others it is not known.

    `a_lot` are the days answered as limited a lot; `badly` are the nights slept badly of the
    `nights` answered. `active_min` are moderate and vigorous minutes together,
    `stretch_s` the seconds of the muscle group that got most.
    """

    a_lot: int
    nights: int
    badly: int
    sleep_h: Middle | None
    drinks_ml: Middle | None
    active_min: Middle | None
    stretch_s: Middle | None


def everyday(diary: Diary, period: Period) -> Everyday:
    """Of a period; the caller leaves out the day that is not over."""
    facts = [diary.facts[day] for day in period if day in diary.facts]
    slept = [each.slept_badly for each in facts if each.slept_badly is not None]
    check_ins = diary.between(CheckIn, period.first, period.last)
    return Everyday(
        a_lot=sum(each.limited is Limited.A_LOT for each in facts),
        nights=len(slept),
        badly=sum(slept),
        sleep_h=_middle(each.sleep_h for each in check_ins),
        drinks_ml=_middle(each.fluids_ml for each in facts),
        active_min=_middle(map(_active, facts)),
        stretch_s=_middle(each.stretch_s for each in facts),
    )


def _active(facts: DayFacts) -> int | None:
    if facts.moderate_min is None:
        return None
    return facts.moderate_min + (facts.vigorous_min or 0)


def _middle(numbers: Iterable[float | None]) -> Middle | None:
    known = [float(each) for each in numbers if each is not None]
    return Middle(median(known), max(known), len(known)) if known else None
