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


def relief_view(diary: Diary, now: Moment, hidden: Set[str] = frozenset()) -> ReliefView | None:
    """The newest dose of half an hour to three hours ago that nobody has answered for."""
    days = (diary.today - timedelta(days=1), diary.today)
    uses = [each for each in diary.between(TreatmentUse, *days) if _due(each, now)]
    answered = [each for each in uses if diary.linked_readings(each.id)]
    waiting = [
        each
        for each in uses
        if _key(each) not in hidden and not any(_together(each, other) for other in answered)
    ]
    if not waiting:
        return None
    asked = max(waiting, key=lambda each: (each.kind in MEDICINES, each.at.utc))
    minutes = (now.utc - asked.at.utc) // timedelta(minutes=1)
    title = next(text for below, text in _TITLES if minutes < below)
    name = in_sentence(treatment_name(asked, diary))
    return ReliefView(
        use_id=asked.id,
        key=_key(asked),
        title=_(title).format(treatment=name),
        words=tuple((word, sentence(relief(word))) for word in WORDS),
    )


def _due(use: TreatmentUse, now: Moment) -> bool:
    return SOONEST <= now.utc - use.at.utc <= LATEST


def _together(one: TreatmentUse, other: TreatmentUse) -> bool:
    return abs(one.at.utc - other.at.utc) <= SOON


def _key(use: TreatmentUse) -> str:
    return f"relief:{use.id}"
