"""The question an hour after a dose: how is it?"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import MEDICINES, ReadingWord
from spasmlog.i18n import N_, _
from spasmlog.views.amounts import in_sentence, sentence
from spasmlog.views.entries import treatment_name
from spasmlog.views.names import relief

SOONEST, LATEST = timedelta(minutes=30), timedelta(minutes=180)
"""When it is asked after a dose (our own choice)."""
SOON = timedelta(minutes=10)
"""Doses so close together share their question."""
WORDS = (ReadingWord.NONE, ReadingWord.SOME, ReadingWord.MUCH, ReadingWord.GONE)
_TITLES = (
    (45, N_("Half an hour since {treatment}, how is it?")),
    (90, N_("An hour since {treatment}, how is it?")),
    (150, N_("Two hours since {treatment}, how is it?")),
    (181, N_("Three hours since {treatment}, how is it?")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefView:
    """One dose that is asked about; `key` is what hides it."""

    use_id: str
    key: str
    title: str
    words: tuple[tuple[ReadingWord, str], ...]


def relief_view(
    diary: Diary, now: Moment, hidden: Set[str] = frozenset(), soonest: timedelta = SOONEST
) -> ReliefView | None:
    """The newest dose of `soonest` to three hours ago that nobody has answered for."""
    waiting = unanswered(diary, now, hidden, soonest)
    if not waiting:
        return None
    asked = max(waiting, key=lambda each: (each.kind in MEDICINES, each.at.utc))
    return ReliefView(
        use_id=asked.id,
        key=key_of(asked.id),
        title=_title(asked, diary, now),
        words=tuple((word, sentence(relief(word))) for word in WORDS),
    )


def unanswered(
    diary: Diary, now: Moment, hidden: Set[str] = frozenset(), soonest: timedelta = SOONEST
) -> tuple[TreatmentUse, ...]:
    """The doses from `soonest` to three hours ago that were neither answered for nor put off.

    One that was, speaks for those taken together with it.
    """
    days = (diary.today - timedelta(days=1), diary.today)
    uses = diary.between(TreatmentUse, *days)
    over = [use for use in uses if key_of(use.id) in hidden or diary.linked_readings(use.id)]
    return tuple(
        use
        for use in uses
        if soonest <= now.utc - use.at.utc <= LATEST
        and not any(_together(use, other) for other in over)
    )


def key_of(use_id: str) -> str:
    """What puts off the question about a dose, on Today and in a notification."""
    return f"relief:{use_id}"


def _title(use: TreatmentUse, diary: Diary, now: Moment) -> str:
    minutes = (now.utc - use.at.utc) // timedelta(minutes=1)
    title = next(text for below, text in _TITLES if minutes < below)
    return _(title).format(treatment=in_sentence(treatment_name(use, diary)))


def _together(one: TreatmentUse, other: TreatmentUse) -> bool:
    return abs(one.at.utc - other.at.utc) <= SOON
