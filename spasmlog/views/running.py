"""The running spasm as every page shows it: since when, and how strong it is now.

Imported before the first paint, so the records are known to the type checker alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spasmlog.i18n import _
from spasmlog.views.amounts import duration

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary
    from spasmlog.domain.moment import Moment
    from spasmlog.domain.records import Episode


@dataclass(frozen=True, slots=True, kw_only=True)
class DockState:
    """What the header's dock shows; without an `episode_id` nothing is running.

    `onset` is None where only the day of the beginning is known: then no clock runs.
    """

    episode_id: str | None = None
    onset: Moment | None = None
    level: int | None = None
    text: str = ""


def dock_state(diary: Diary, now: Moment) -> DockState:
    """What is running at this moment."""
    spasm = diary.running
    if spasm is None:
        return DockState()
    onset = exact_onset(spasm)
    return DockState(
        episode_id=spasm.id,
        onset=onset,
        level=level_of(spasm, diary),
        text=_("Spasm running") if onset is None else running_time(onset, now),
    )


def exact_onset(spasm: Episode) -> Moment | None:
    """The minute at which it began; None where only the day is known."""
    return spasm.onset if spasm.onset_exact.value == "minute" else None


def running_time(onset: Moment, now: Moment) -> str:
    """How long it has been running: "1 h 12 min"."""
    return duration(now.utc - onset.utc)


def running_title(onset: Moment | None, now: Moment) -> str:
    """The same as a heading."""
    if onset is None:
        return _("Spasm running")
    return _("Spasm running for {time}").format(time=running_time(onset, now))


def level_of(spasm: Episode, diary: Diary) -> int | None:
    """The last number typed for a spasm, or its peak; None while it has none."""
    pains = [each.pain for each in diary.linked_readings(spasm.id) if each.pain is not None]
    return pains[-1] if pains else spasm.peak
