"""What the Today page shows, worked out of the diary at one moment."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.rules import Assessment, Level
from spasmlog.settings import Settings
from spasmlog.views.check_in import CheckInView, check_in_view
from spasmlog.views.first_steps import FirstStepsView, first_steps_view
from spasmlog.views.now import NowView, now_view
from spasmlog.views.quick_cards import QuickView, WaterView, quick_view, water_view
from spasmlog.views.relief import ReliefView, relief_view
from spasmlog.views.running import DockState, dock_state
from spasmlog.views.safety import SafetyView, safety_view
from spasmlog.views.score_cards import PegView, RolandMorrisView, peg_view, roland_morris_view
from spasmlog.views.signal_card import SignalView, signal_view
from spasmlog.views.telling import emergency_stands
from spasmlog.views.timeline import Before, SoFar, days_before, so_far

__all__ = ["DockState", "TodayView", "dock_state", "today_view"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """One part a card; None where the card is not shown.

    `telling`: the way to the page about spasms in general stands by itself.
    """

    now: NowView
    safety: SafetyView | None
    first_steps: FirstStepsView | None
    relief: ReliefView | None
    so_far: SoFar
    before: Before | None
    check_in: CheckInView | None
    peg: PegView | None
    roland_morris: RolandMorrisView | None
    water: WaterView | None
    quick: QuickView
    signal: SignalView | None
    telling: bool


def today_view(
    diary: Diary,
    now: Moment,
    settings: Settings,
    assessment: Assessment | None = None,
    *,
    asked_at: datetime | None = None,
    hidden: Set[str] = frozenset(),
    fired_before: Mapping[str, Level] | None = None,
) -> TodayView:
    """The page at this moment.

    `asked_at` is when "Still going" was last said of the running spasm (aware); `hidden` are the
    keys that `not_now` sent; `fired_before` is what `signal_view` asks for.
    """
    safety = safety_view(diary)
    steps = first_steps_view(diary, now, settings, assessment, unanswered=safety is not None)
    return TodayView(
        now=now_view(diary, now, asked_at),
        safety=safety,
        first_steps=steps,
        relief=relief_view(diary, now, hidden),
        so_far=so_far(diary, now, settings.day_starts),
        before=days_before(diary) if diary.running is None else None,
        check_in=check_in_view(diary, now, hidden),
        peg=peg_view(diary, settings, hidden),
        roland_morris=roland_morris_view(diary, settings, hidden),
        water=water_view(diary, settings),
        quick=quick_view(diary, now),
        signal=signal_view(diary, assessment, fired_before),
        telling=steps is None and not emergency_stands(assessment),
    )
